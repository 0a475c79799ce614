import type { Change } from './draft.ts';

/**
 * Numbers of documents (số, ký hiệu) and dates with stray spaces: "21- KL/TW", "50- KH/ĐUK", "91/2017/ NĐ-CP", "18/ 5/2021".
 * Each form wants the whole symbol, so that a range ("2020 - 2025") or a dash between words is left alone.
 * That a digit stands there is asked first: of most letters it is the only question.
 */
const party = /(?=\d)(?<![\p{L}\p{N}])\d{1,5} ?[-–] ?\p{Lu}\p{L}{0,5} ?\/ ?\p{Lu}\p{L}{1,9}(?![\p{L}\p{N}])/gu;
const state = /(?=\d)(?<![\p{L}\p{N}])\d{1,5} ?\/ ?(?:\d{4} ?\/ ?)?\p{Lu}\p{L}{0,5} ?[-–] ?\p{Lu}\p{L}{1,9}(?![\p{L}\p{N}])/gu;
const date = /(?=\d)(?<![\p{L}\p{N}/])\d{1,2} ?\/ ?\d{1,2} ?\/ ?\d{4}(?![\p{L}\p{N}])/gu;
const stray = / ?[-–/] ?/g;

/** Takes the stray spaces out of symbols and dates; a dash (–) in a symbol becomes a hyphen. Every mended symbol is an edit. */
export function symbols(text: string): Change[] {
  const changes: Change[] = [];
  for (const form of [party, state, date]) {
    form.lastIndex = 0;
    for (let match = form.exec(text); match !== null; match = form.exec(text)) {
      const whole = match[0];
      if (!whole.includes(' ') && !whole.includes('–')) continue;
      mend(whole, match.index, form === date, changes);
    }
  }
  return ordered(changes);
}

function mend(whole: string, start: number, isDate: boolean, changes: Change[]): void {
  let noted = false;
  stray.lastIndex = 0;
  for (let match = stray.exec(whole); match !== null; match = stray.exec(whole)) {
    const mark = match[0].includes('/') ? '/' : '-';
    if (match[0] === mark || (isDate && mark === '-')) continue;
    const change = { start: start + match.index, end: start + match.index + match[0].length, text: mark };
    if (noted) changes.push(change);
    else changes.push({ ...change, note: { step: 'symbol', from: start, to: start + whole.length, guess: false } });
    noted = true;
  }
}

/** The changes in order; of two that overlap, the first stays. */
function ordered(changes: Change[]): Change[] {
  if (changes.length < 2) return changes;
  changes.sort((a, b) => a.start - b.start);
  return changes.filter((change, index) => index === 0 || change.start >= (changes[index - 1]?.end ?? 0));
}
