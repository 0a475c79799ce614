import { Failure } from '#ingest/model/failure.ts';
import type { SearchOrder } from '#services/query/query.ts';
import { cursorTo, placeOfCursor } from '#services/store/cursors.ts';
import { ranks } from '#services/store/ranks.ts';
import type { Columns } from '../postings/wordIndex.ts';
import type { Rows } from './rows.ts';

/** Negative where the first goes before the second. */
export type Compare = (a: number, b: number) => number;

/** The first `most` of these numbers, in order: a heap of those that are the best so far, its last on top. */
export function firstOf(numbers: Int32Array, most: number, compare: Compare): Int32Array {
  if (most <= 0) return new Int32Array(0);
  if (numbers.length <= most) return numbers.slice().sort(compare);
  const heap = numbers.slice(0, most).sort((a, b) => compare(b, a));
  for (let at = most; at < numbers.length; at++) {
    const next = numbers[at] as number;
    if (compare(next, heap[0] as number) >= 0) continue;
    let place = 0;
    for (;;) {
      let below = place * 2 + 1;
      if (below >= most) break;
      if (below + 1 < most && compare(heap[below + 1] as number, heap[below] as number) > 0) below++;
      if (compare(heap[below] as number, next) <= 0) break;
      heap[place] = heap[below] as number;
      place = below;
    }
    heap[place] = next;
  }
  return heap.sort(compare);
}

/** What is found, to be put in order: documents with their rule (the place of the rank in `ranks`) and score. */
export interface Found {
  readonly rows: Rows;
  readonly rules: Uint8Array;
  readonly scores: Float64Array;
}

/** Where a hit stands in its order: no two hits stand at the same place, so that a page can go on behind any of them. */
export interface Standing {
  readonly rule: number;
  readonly score: number;
  readonly text: string;
  readonly id: string;
}

/** Where the hit at `at` stands. What does not count in an order is left empty. */
export function standingOf(order: SearchOrder, { dates, accepted, ids }: Columns, { rows, rules, scores }: Found, at: number): Standing {
  const row = rows[at] as number;
  const id = ids[row] ?? '';
  if (order === 'relevance') return { rule: rules[at] as number, score: scores[at] as number, text: '', id };
  return { rule: 0, score: 0, text: (order === 'added' ? accepted[row] : dates[row]) ?? '', id };
}

/** The order of hits by their place among what is found. */
export function comparing(order: SearchOrder, columns: Columns, { rows, rules, scores }: Found): Compare {
  const { ids } = columns;
  const byId = (a: number, b: number) => {
    const left = ids[rows[a] as number] as string;
    const right = ids[rows[b] as number] as string;
    return left < right ? -1 : left > right ? 1 : 0;
  };
  if (order === 'relevance') {
    return (a, b) => (rules[a] as number) - (rules[b] as number) || (scores[b] as number) - (scores[a] as number) || byId(a, b);
  }
  const texts = order === 'added' ? columns.accepted : columns.dates;
  return (a, b) => byText(order, texts[rows[a] as number] as string, texts[rows[b] as number] as string) || byId(a, b);
}

/** Days and times as text; none at all goes last in every order. */
function byText(order: SearchOrder, left: string, right: string): number {
  if (left === right) return 0;
  if (left === '') return 1;
  if (right === '') return -1;
  return left < right === (order === 'oldest') ? -1 : 1;
}

/** Of what is found, by place, all that stands behind `standing`. */
export function behind(order: SearchOrder, columns: Columns, found: Found, standing: Standing): Int32Array {
  const { rows, rules, scores } = found;
  const left = new Int32Array(rows.length);
  let length = 0;
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as number;
    const difference =
      order === 'relevance'
        ? (rules[at] as number) - standing.rule || standing.score - (scores[at] as number)
        : byText(order, (order === 'added' ? columns.accepted : columns.dates)[row] as string, standing.text);
    if (difference > 0 || (difference === 0 && (columns.ids[row] as string) > standing.id)) left[length++] = at;
  }
  return left.subarray(0, length);
}

/** A cursor names its order, so that none is taken for one of another. Opaque to everybody else. */
export function cursorOf(order: SearchOrder, { rule, score, text, id }: Standing): string {
  return cursorTo([order, rule, score, text, id]);
}

/** @throws Failure `bad-request` for what no answer gave, or an answer in another order. */
export function standingAfter(cursor: string, order: SearchOrder): Standing {
  const read = placeOfCursor(cursor);
  if (!Array.isArray(read) || read.length !== 5) throw new Failure('bad-request', 'No answer gave this cursor.');
  const [of, rule, score, text, id] = read as unknown[];
  if (of !== order) throw new Failure('bad-request', `The cursor goes on in another order than ${order}.`);
  const sound =
    Number.isInteger(rule) &&
    ranks[rule as number] !== undefined &&
    typeof score === 'number' &&
    typeof text === 'string' &&
    typeof id === 'string';
  if (!sound) throw new Failure('bad-request', 'No answer gave this cursor.');
  return { rule: rule as number, score, text, id };
}
