import type { QueryWord, WordTerm } from '#services/query/query.ts';
import type { IndexView, PostingList } from '../postings/wordIndex.ts';
import { type Evaluation, numberWord, togetherIn } from './matching.ts';
import { firstFrom, isLess, type Rows } from './rows.ts';
import { groupOf, singleList, textFields, weights } from './words.ts';

/** BM25: how soon further occurrences cease to count, and how much the length of a document does. */
const k1 = 1.2;
const b = 0.75;

/** How rare what stands in so many of the documents is (idf of BM25). */
export function rarity(view: IndexView, documents: number): number {
  const all = Math.max(view.columns.documents, documents);
  return Math.log(1 + (all - documents + 0.5) / (documents + 0.5));
}

function rarityOf(view: IndexView, word: QueryWord): number {
  return rarity(view, Math.max(...textFields.map((field) => view.list(field, word).rows.length)));
}

/**
 * The score of each of these documents: BM25 over title, headings and text as if they were one in which a word stood as many times more often as its text
 * weighs (BM25F, as combined_fields of Elasticsearch). Words that stand together are one word, as rare as all of them.
 */
export function scoresOf(evaluation: Evaluation, terms: readonly WordTerm[], rows: Rows): Float64Array {
  const scores = new Float64Array(rows.length);
  if (terms.length === 0) return scores;
  const norms = normsOf(evaluation.view, rows);
  const counts = new Float64Array(rows.length);
  for (const term of terms) {
    counts.fill(0);
    if (term.kind === 'symbol') addNumber(evaluation, term, rows, counts, scores);
    else addWords(evaluation, term, rows, counts, norms, scores);
  }
  return scores;
}

/** The part of BM25 that the length of each document makes. */
export function normsOf({ columns }: IndexView, rows: Rows): Float64Array {
  const { lengths, totals, documents } = columns;
  const { title, parts, body } = weights;
  const mean = (title * totals.title + parts * totals.parts + body * totals.body) / Math.max(documents, 1) || 1;
  const norms = new Float64Array(rows.length);
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as number;
    const length = title * (lengths.title[row] as number) + parts * (lengths.parts[row] as number) + body * (lengths.body[row] as number);
    norms[at] = k1 * (1 - b + (b * length) / mean);
  }
  return norms;
}

function addWords(
  evaluation: Evaluation,
  term: WordTerm,
  rows: Rows,
  counts: Float64Array,
  norms: Float64Array,
  scores: Float64Array,
): void {
  const { view } = evaluation;
  const group = groupOf(term);
  let rare: number;
  if (group === null) {
    const lists = textFields.map((field) => [singleList(view, field, term), weights[field]] as const);
    for (const [list, weight] of lists) addCounts(list, weight, rows, counts);
    rare = rarity(view, Math.max(...lists.map(([list]) => list.rows.length)));
  } else {
    addCounts(togetherIn(evaluation, term, rows, textFields), 1, rows, counts);
    rare = group.words.reduce((sum, word) => sum + rarityOf(view, word), 0);
  }
  for (let at = 0; at < rows.length; at++) {
    const count = counts[at] as number;
    if (count > 0) scores[at] = (scores[at] as number) + (rare * count) / (count + (norms[at] as number));
  }
}

/** A number counts by its tokens, whatever the length of the document; where only its words stand there, once. */
function addNumber(
  evaluation: Evaluation,
  term: WordTerm & { readonly kind: 'symbol' },
  rows: Rows,
  counts: Float64Array,
  scores: Float64Array,
): void {
  const { view } = evaluation;
  const own = view.list('own', numberWord(term));
  const numbers = view.list('numbers', numberWord(term));
  addCounts(own, weights.own, rows, counts);
  addCounts(numbers, weights.numbers, rows, counts);
  if (groupOf(term) !== null) {
    const written = togetherIn(evaluation, term, rows, textFields);
    for (let at = 0, place = 0; at < rows.length && place < written.rows.length; at++) {
      place = firstFrom(written.rows, rows[at] as number, place);
      if (written.rows[place] === rows[at] && counts[at] === 0) counts[at] = 1;
    }
  }
  const rare = rarity(view, Math.max(own.rows.length, numbers.rows.length));
  for (let at = 0; at < rows.length; at++) {
    const count = counts[at] as number;
    if (count > 0) scores[at] = (scores[at] as number) + (rare * count) / (count + k1);
  }
}

/** Where one list has many times more rows than the other, it is stepped through in leaps. */
const leap = 16;

/** Adds how often each of `rows` stands in the list, `weight` times. */
function addCounts(
  list: Pick<PostingList, 'rows'> & { readonly counts: PostingList['counts'] | Float64Array },
  weight: number,
  rows: Rows,
  counts: Float64Array,
): void {
  const { rows: listed, counts: often } = list;
  if (listed.length * leap < rows.length) {
    for (let at = 0, place = 0; at < listed.length; at++) {
      place = firstFrom(rows, listed[at] as number, place);
      if (rows[place] === listed[at]) counts[place] = (counts[place] as number) + weight * (often[at] as number);
    }
  } else if (rows.length * leap < listed.length) {
    for (let at = 0, place = 0; at < rows.length; at++) {
      place = firstFrom(listed, rows[at] as number, place);
      if (listed[place] === rows[at]) counts[at] = (counts[at] as number) + weight * (often[place] as number);
    }
  } else {
    for (let at = 0, place = 0; at < rows.length && place < listed.length; ) {
      const left = rows[at] as number;
      const right = listed[place] as number;
      const [before, after] = [isLess(left, right), isLess(right, left)];
      counts[at] = (counts[at] as number) + (1 - before - after) * weight * (often[place] as number);
      at += 1 - after;
      place += 1 - before;
    }
  }
}
