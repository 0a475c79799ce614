import { foldedSymbol } from '#services/analysis/symbols.ts';
import type { QueryWord } from '#services/query/query.ts';
import type { IndexView } from '../postings/wordIndex.ts';
import { either } from './rows.ts';

/** In how many documents each of these words stands, in title or text. */
export function frequencies(view: IndexView, words: readonly QueryWord[]): number[] {
  return words.map((word) => either(view.list('title', word).rows, view.list('body', word).rows).length);
}

/** How many documents cite each of these numbers. */
export function citers(view: IndexView, keys: readonly string[]): number[] {
  return keys.map((key) => view.marks('cites', foldedSymbol(key)).length);
}
