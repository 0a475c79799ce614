import type { QueryWord } from '#services/query/query.ts';
import { headingGap, type IndexView, type Places } from '../postings/wordIndex.ts';
import type { Clock } from './clock.ts';
import type { Rows } from './rows.ts';

export type TextField = 'title' | 'parts' | 'body';

/** Words that belong together: in this order side by side, or in any order with at most `distance` others between them. */
export interface Group {
  readonly words: readonly QueryWord[];
  /** Null: side by side. */
  readonly distance: number | null;
}

/** Documents whose places are read together, between two looks at the clock. */
const step = 1024;

/**
 * How often the words stand together in a text of each of these documents, all of which hold every one of them there. Where time is over, the counts of the
 * first documents: as many as `counted` says, never none.
 */
export function countTogether(
  view: IndexView,
  field: TextField,
  group: Group,
  rows: Rows,
  clock: Clock,
): { readonly counts: Int32Array; readonly counted: number } {
  const { words, distance } = group;
  if (distance === null && field === 'body') return view.neighbours(words, rows, clock.over);
  const counts = new Int32Array(rows.length);
  const farthest = distance === null ? null : field === 'body' ? distance : Math.min(distance, headingGap - 1);
  for (let from = 0; from < rows.length; from += step) {
    if (from > 0 && clock.over()) return { counts, counted: from };
    const some = rows.subarray(from, from + step);
    const placed = words.map((word) => view.places(field, word, some));
    for (let at = 0; at < some.length; at++) counts[from + at] = farthest === null ? sideBySide(placed, at) : within(placed, at, farthest);
  }
  return { counts, counted: rows.length };
}

/** Reached places of the words of one document: kept between calls, as they are many. */
let reached = new Int32Array(16);

function begin(placed: readonly Places[], at: number): void {
  if (reached.length < placed.length) reached = new Int32Array(placed.length);
  for (let word = 0; word < placed.length; word++) reached[word] = placed[word]?.starts[at] as number;
}

/** How often the words stand side by side, in their order, in the document at `at`. */
function sideBySide(placed: readonly Places[], at: number): number {
  begin(placed, at);
  const [first] = placed;
  if (first === undefined) return 0;
  let count = 0;
  const end = first.starts[at + 1] as number;
  for (let place = first.starts[at] as number; place < end; place++) {
    const start = first.places[place] as number;
    let word = 1;
    for (; word < placed.length; word++) {
      const { starts, places } = placed[word] as Places;
      const last = starts[at + 1] as number;
      let next = reached[word] as number;
      while (next < last && (places[next] as number) < start + word) next++;
      reached[word] = next;
      if (next === last) return count;
      if (places[next] !== start + word) break;
    }
    if (word === placed.length) count++;
  }
  return count;
}

/** The places at which the words stand side by side, in their order, in the document at `at`. */
export function startsTogether(placed: readonly Places[], at: number): number[] {
  const [first, ...others] = placed;
  if (first === undefined) return [];
  const starts = [...first.places.subarray(first.starts[at], first.starts[at + 1])];
  return starts.filter((start) =>
    others.every(({ starts: from, places }, word) => places.subarray(from[at], from[at + 1]).includes(start + word + 1)),
  );
}

/** How many windows with at most `distance` other words hold all words, in the document at `at`: of each first word of one, the shortest. */
function within(placed: readonly Places[], at: number, distance: number): number {
  begin(placed, at);
  let count = 0;
  for (;;) {
    let least = Number.MAX_SAFE_INTEGER;
    let most = -1;
    let first = 0;
    for (let word = 0; word < placed.length; word++) {
      const { starts, places } = placed[word] as Places;
      const next = reached[word] as number;
      if (next >= (starts[at + 1] as number)) return count;
      const place = places[next] as number;
      if (place > most) most = place;
      if (place < least) {
        least = place;
        first = word;
      }
    }
    if (most - least + 1 - placed.length <= distance) count++;
    reached[first] = (reached[first] as number) + 1;
  }
}
