import { typeNameOf } from '#services/analysis/naming.ts';
import { wordsIn } from '#services/analysis/words.ts';
import type { QueryWord } from '#services/query/query.ts';
import { headingGap, type IndexView } from '../postings/wordIndex.ts';
import { startsTogether } from './phrases.ts';
import type { Rows } from './rows.ts';

/**
 * Of these documents, in all of which the words stand side by side in the text `title`, those in which they stand in the title itself: `title` holds all that
 * a document goes by, the name of its type first, then the title, and behind a gap the rest.
 */
export function inTitleAlone(view: IndexView, words: readonly QueryWord[], rows: Rows): Rows {
  const { type } = view.columns.facets;
  const lengths = type.texts.map((code) => wordsIn(typeNameOf(code) ?? '').exact.length);
  const placed = words.map((word) => view.places('title', word, rows));
  return rows.filter((row, at) => {
    const typed = type.values[type.starts[row] as number];
    const first = (type.starts[row] as number) < (type.starts[row + 1] as number) ? (lengths[typed as number] ?? 0) : 0;
    return startsTogether(placed, at).some((start) => start >= first && start + words.length <= headingGap);
  });
}
