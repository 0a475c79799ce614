import type { Word } from '../words.ts';

/** Index after the comma, `và` or `cùng` that ties a further name to a list, or null. */
export function joinedBy(words: readonly Word[], at: number): number | null {
  const word = words[at];
  if (word === undefined) return null;
  if (word.folded === ',' || word.folded === ';') {
    const after = words[at + 1]?.folded;
    if (word.folded === ';' && !words[at + 1]?.capital && after !== 'các') return null;
    return after === 'và' || after === 'cùng' ? at + 2 : at + 1;
  }
  if (word.folded === 'và' || word.folded === 'hoặc' || word.folded === '&') return at + 1;
  if (word.folded === 'cùng') return words[at + 1]?.folded === 'với' ? at + 2 : at + 1;
  return null;
}

/** The index after a note in brackets that begins at `at`; `at` itself where none does. */
export function afterBrackets(words: readonly Word[], at: number): number {
  if (words[at]?.folded !== '(') return at;
  for (let close = at + 1; close < Math.min(words.length, at + 40); close += 1) if (words[close]!.folded === ')') return close + 1;
  return at;
}
