import type { QueryWord } from '#services/query/query.ts';
import { growing, placeStarts, readPlaces, readRows } from './blocks.ts';
import type { Cache } from './cache.ts';
import { formsOf, type Moment } from './lists.ts';
import type { Segment } from './segments.ts';
import { findTerm, placesAt, rowsOf } from './stream.ts';
import type { Places } from './wordIndex.ts';

/** The places of one exact word in one segment, still packed, with where those of each document begin. */
export interface PlacedList {
  readonly rows: Int32Array;
  readonly starts: Int32Array;
  readonly bytes: Uint8Array;
}

/** Where the word stands in each of these documents. */
export function placesOf(moment: Moment, cache: Cache<PlacedList | null>, letter: string, word: QueryWord, rows: Int32Array): Places {
  const forms = formsOf(moment.connection, word);
  const starts = new Int32Array(rows.length + 1);
  let places: Int32Array = new Int32Array(Math.max(16, rows.length * 4));
  let length = 0;
  let at = 0;
  for (const segment of moment.segments) {
    if (at === rows.length) break;
    if (segment.last < (rows[at] ?? 0)) continue;
    const lists = forms.map((form) => placedList(moment, cache, segment, letter + form)).filter((list) => list !== null);
    const reached = lists.map(() => 0);
    for (; at < rows.length && (rows[at] ?? 0) <= segment.last; at++) {
      const row = rows[at] ?? 0;
      const from = length;
      let forms = 0;
      for (const [which, list] of lists.entries()) {
        const index = firstFrom(list.rows, row, reached[which] ?? 0);
        reached[which] = index;
        if (list.rows[index] !== row) continue;
        const [start, end] = [list.starts[index] ?? 0, list.starts[index + 1] ?? 0];
        places = withRoom(places, length + end - start);
        length = readPlaces(list.bytes, start, end, places, length);
        forms++;
      }
      if (forms > 1) places.subarray(from, length).sort();
      starts[at + 1] = length;
    }
  }
  starts.fill(length, at + 1);
  return { starts, places: places.subarray(0, length) };
}

/** The live documents in which a word stands at this very place: prints are kept so (numbers.ts). */
export function rowsAt(
  moment: Moment,
  cache: Cache<PlacedList | null>,
  letter: string,
  { word, place }: { readonly word: string; readonly place: number },
): Int32Array {
  const { live } = moment.columns;
  const found: number[] = [];
  let places: Int32Array = new Int32Array(16);
  for (const segment of moment.segments) {
    const list = placedList(moment, cache, segment, letter + word);
    for (let at = 0; list !== null && at < list.rows.length; at++) {
      const [start, end] = [list.starts[at] ?? 0, list.starts[at + 1] ?? 0];
      places = withRoom(places, end - start);
      const count = readPlaces(list.bytes, start, end, places, 0);
      const row = list.rows[at] ?? 0;
      if (live[row] === 1 && places.subarray(0, count).includes(place)) found.push(row);
    }
  }
  return Int32Array.from(found);
}

function withRoom(places: Int32Array, wanted: number): Int32Array {
  if (wanted <= places.length) return places;
  const larger = new Int32Array(Math.max(wanted, places.length * 2));
  larger.set(places);
  return larger;
}

/** The first place from `from` on whose row is at least `row`: in growing steps, then between the last two. */
function firstFrom(rows: Int32Array, row: number, from: number): number {
  let low = from;
  let step = 1;
  while (low + step < rows.length && (rows[low + step] ?? 0) < row) {
    low += step;
    step *= 2;
  }
  let high = Math.min(low + step, rows.length);
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle] ?? 0) < row) low = middle + 1;
    else high = middle;
  }
  return low;
}

const overhead = 400;

/** Segments are never changed and their numbers never given again: what is kept of one stays right. */
function placedList({ connection }: Moment, cache: Cache<PlacedList | null>, segment: Segment, word: string): PlacedList | null {
  const key = `${segment.id} ${word}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const term = findTerm(connection, segment.id, word);
  if (term === null) {
    cache.set(key, null, overhead);
    return null;
  }
  const list = growing(0);
  readRows(rowsOf(connection, segment.id, term), segment.first, segment.last, list);
  const bytes = placesAt(connection, segment.id, term).slice();
  const made = { rows: list.rows.slice(0, list.length), starts: placeStarts(bytes, list.counts.subarray(0, list.length)), bytes };
  cache.set(key, made, made.rows.byteLength * 2 + bytes.byteLength + overhead);
  return made;
}
