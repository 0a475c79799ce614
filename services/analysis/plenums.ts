import { typeAt } from './typedTypes.ts';
import type { Words } from './words.ts';

const plenumWord = /^\d{1,2}$/u;
const romanWord = /^[ivx]{1,6}$/u;
/** Terms of office since the sixth (1986) have had no more plenums; a greater number is the resolution's own ("nghị quyết 18 trung ương khóa XII"). */
const mostPlenums = 15;

/** A resolution of a plenum as typed: `last` is its last word, `written` its key (NQTW4/XII). */
export interface TypedPlenum {
  readonly last: number;
  readonly written: string;
}

/**
 * Resolutions of the plenums (nghị quyết hội nghị trung ương) bear no number; readers call them by the plenum and the term: "nghị quyết trung ương 4 khóa XII",
 * "NQ TW 4 khóa 12", "nghị quyết 4 trung ương khóa XII", "nghị quyết hội nghị lần thứ 4 ban chấp hành trung ương khóa XII".
 */
export function plenumAt(words: Words, first: number): TypedPlenum | null {
  const type = typeAt(words, first);
  if (type?.code !== 'nq') return null;
  let at = type.last + 1;
  const skip = (...row: string[]) => {
    const stands = row.every((word, place) => words.folded[at + place] === word);
    if (stands) at += row.length;
    return stands;
  };
  skip('hoi', 'nghi');
  const isCentral = skip('trung', 'uong') || skip('tw');
  skip('lan', 'thu');
  skip('so');
  const plenum = words.folded[at] ?? '';
  if (!plenumWord.test(plenum)) return null;
  at++;
  if (!isCentral) {
    if (Number(plenum) > mostPlenums) return null;
    const isCommittee = skip('ban', 'chap', 'hanh') || skip('bch');
    // "NQ 4 TW" alone is the number 4-NQ/TW.
    if (!skip('trung', 'uong') && !(isCommittee && skip('tw'))) return null;
    skip('dang');
  }
  if (!skip('khoa') && !isCentral) return null;
  const term = words.folded[at] ?? '';
  const roman = romanWord.test(term) ? term.toUpperCase() : plenumWord.test(term) ? romanOf(Number(term)) : null;
  return roman === null ? null : { last: at, written: `NQTW${Number(plenum)}/${roman}` };
}

function romanOf(value: number): string {
  const signs = [
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ] as const;
  let left = value;
  let written = '';
  for (const [worth, sign] of signs) {
    while (left >= worth) {
      written += sign;
      left -= worth;
    }
  }
  return written;
}
