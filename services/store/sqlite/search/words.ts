import { wordWeights } from '#mappings/fields.ts';
import type { QueryWord, WordTerm } from '#services/query/query.ts';
import type { IndexView, PostingList } from '../postings/wordIndex.ts';
import type { Clock } from './clock.ts';
import { countTogether, type Group, type TextField } from './phrases.ts';
import { anyOf, both, noRows, type Rows } from './rows.ts';

export const textFields = ['title', 'parts', 'body'] as const satisfies readonly TextField[];

const { own_number: own, ...others } = wordWeights;
/** What a word in each text, and a number among these, counts in the score. */
export const weights = { own, ...others } as const;

/** The words of a term that must stand together; null for a term of one word or of a number alone. */
export function groupOf(term: WordTerm): Group | null {
  if (term.kind === 'phrase') return term.words.length === 1 ? null : { words: term.words, distance: null };
  if (term.kind === 'near') {
    const words = distinct(term.words);
    return words.length === 1 ? null : { words, distance: term.distance };
  }
  if (term.kind === 'symbol') return term.words.length < 2 ? null : { words: term.words, distance: null };
  return null;
}

const distinct = (words: readonly QueryWord[]) => [...new Map(words.map((word) => [`${word.exact} ${word.text}`, word])).values()];

/** The list of a term that stands for single words of a text. */
export function singleList(view: IndexView, field: TextField, term: WordTerm): PostingList {
  if (term.kind === 'prefix') return view.prefix(field, term.word);
  if (term.kind === 'word') return view.list(field, term.word);
  const word = term.words[0];
  return word === undefined ? { rows: noRows, counts: noRows } : view.list(field, word);
}

/** Where words stand together: documents by row, and how often in each, every text counted with its weight. */
export interface Together {
  readonly rows: Rows;
  readonly counts: Float64Array;
  /** Documents from this row on were not looked at, as time was over. */
  readonly reached: number;
}

/** Documents in which words stand together in one of these texts; `among` narrows them. */
export function together(view: IndexView, fields: readonly TextField[], group: Group, among: Rows | null, clock: Clock): Together {
  let reached = Number.MAX_SAFE_INTEGER;
  const found = fields.map((field) => {
    const lists = group.words.map((word) => view.list(field, word).rows).sort((a, b) => a.length - b.length);
    let rows = lists[0] ?? noRows;
    if (among !== null) rows = both(rows, among);
    for (const list of lists.slice(1)) rows = rows.length === 0 ? rows : both(rows, list);
    const { counts, counted } = countTogether(view, field, group, rows, clock);
    if (counted < rows.length) reached = Math.min(reached, rows[counted] as number);
    return { rows, counts, weight: weights[field] };
  });
  const rows = anyOf(found.map(({ rows, counts }) => counted(rows, counts)));
  const sums = new Float64Array(rows.length);
  for (const { rows: of, counts, weight } of found) {
    for (let at = 0, place = 0; at < of.length; at++) {
      const count = counts[at] as number;
      if (count === 0) continue;
      while ((rows[place] as number) < (of[at] as number)) place++;
      sums[place] = (sums[place] as number) + weight * count;
    }
  }
  return { rows, counts: sums, reached };
}

/** Those of the rows that count. */
function counted(rows: Rows, counts: Int32Array): Rows {
  const held = new Int32Array(rows.length);
  let length = 0;
  for (let at = 0; at < rows.length; at++) if ((counts[at] as number) > 0) held[length++] = rows[at] as number;
  return held.subarray(0, length);
}
