import type { Change } from './draft.ts';
import { isDigit, isLetter, type Scan } from './scan.ts';

/**
 * Numbers of documents (số, ký hiệu) and dates with stray spaces: "21- KL/TW", "50- KH/ĐUK", "91/2017/ NĐ-CP", "18/ 5/2021".
 * Each form wants the whole symbol, so that a range ("2020 - 2025") or a dash between words is left alone.
 */
const party = /\d{1,5} ?[-–] ?\p{Lu}\p{L}{0,5} ?\/ ?\p{Lu}\p{L}{1,9}(?![\p{L}\p{N}])/uy;
const state = /\d{1,5} ?\/ ?(?:\d{4} ?\/ ?)?\p{Lu}\p{L}{0,5} ?[-–] ?\p{Lu}\p{L}{1,9}(?![\p{L}\p{N}])/uy;
const date = /\d{1,2} ?\/ ?\d{1,2} ?\/ ?\d{4}(?![\p{L}\p{N}])/uy;
const stray = / ?[-–/] ?/g;

/** Takes the stray spaces out of symbols and dates; a dash (–) in a symbol becomes a hyphen. Every mended symbol is an edit. */
export function symbols(text: string, { digits }: Scan): Change[] {
  const changes: Change[] = [];
  let done = 0;
  for (const at of digits) {
    if (at < done) continue;
    const form = formAt(text, at);
    if (form === null) continue;
    done = at + form.whole.length;
    if (form.whole.includes(' ') || form.whole.includes('–')) mend(form.whole, at, form.isDate, changes);
  }
  return changes;
}

/** The symbol or date that begins with the figures at `at`. Which sign follows the figures is asked first: mostly none does. */
function formAt(text: string, at: number): { whole: string; isDate: boolean } | null {
  let end = at + 1;
  while (isDigit(text.charCodeAt(end))) end += 1;
  if (text[end] === ' ') end += 1;
  const sign = text[end];
  if ((sign !== '-' && sign !== '–' && sign !== '/') || isLetter(text.charCodeAt(at - 1))) return null;
  const number = sign === '/' ? state : party;
  number.lastIndex = at;
  const whole = number.exec(text)?.[0];
  if (whole !== undefined) return { whole, isDate: false };
  if (sign !== '/' || text[at - 1] === '/') return null;
  date.lastIndex = at;
  const day = date.exec(text)?.[0];
  return day === undefined ? null : { whole: day, isDate: true };
}

function mend(whole: string, start: number, isDate: boolean, changes: Change[]): void {
  let noted = false;
  for (const match of whole.matchAll(stray)) {
    const mark = match[0].includes('/') ? '/' : '-';
    if (match[0] === mark || (isDate && mark === '-')) continue;
    const change = { start: start + match.index, end: start + match.index + match[0].length, text: mark };
    if (noted) changes.push(change);
    else changes.push({ ...change, note: { step: 'symbol', from: start, to: start + whole.length, guess: false } });
    noted = true;
  }
}
