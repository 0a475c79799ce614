import type { Words } from './words.ts';

/** What stands between word `at` and the one before it: the signs between the pieces of a number tell whether they are one. */
export function gap(words: Words, at: number): string {
  return words.text.slice(words.ends[at - 1], words.starts[at]);
}
