import type { QueryWord } from '#services/query/query.ts';
import type { Cache } from './cache.ts';
import { formsOf, type Moment } from './lists.ts';
import { countNeighbours } from './neighbours.ts';
import { beginReading, type PackedList, packedList, readNext, readPlaces, readTo } from './packed.ts';
import type { Segment } from './segments.ts';
import { streamBytes } from './stream.ts';
import { findTerm } from './terms.ts';
import type { Places } from './wordIndex.ts';

/** Where the word stands in each of these documents. */
export function placesOf(moment: Moment, cache: Cache<PackedList | null>, letter: string, word: QueryWord, rows: Int32Array): Places {
  const forms = formsOf(moment.connection, word);
  const starts = new Int32Array(rows.length + 1);
  let length = 0;
  let at = 0;
  for (const segment of moment.segments) {
    if (at === rows.length) break;
    if (segment.last < (rows[at] as number)) continue;
    const readers = listsOf(moment, cache, segment, letter, forms).map(beginReading);
    for (; at < rows.length && (rows[at] as number) <= segment.last; at++) {
      const from = length;
      let held = 0;
      for (let which = 0; which < readers.length; which++) {
        const reader = readers[which] as (typeof readers)[number];
        if (!readTo(reader, rows[at] as number)) continue;
        reserve(length, reader.count);
        length = readPlaces(reader, scratch, length);
        held++;
      }
      if (held > 1) scratch.subarray(from, length).sort();
      starts[at + 1] = length;
    }
  }
  starts.fill(length, at + 1);
  return { starts, places: scratch.slice(0, length) };
}

/** Documents, and words of their texts, that are looked at together between two looks at the clock; of a longer text that one alone. */
const step = { documents: 2048, words: 2 ** 26 } as const;

/**
 * How often the words stand side by side in the bodies of these live documents; where time is over, of those that come first: as many as `counted` says.
 */
export function neighboursOf(
  moment: Moment,
  cache: Cache<PackedList | null>,
  letter: string,
  words: readonly QueryWord[],
  rows: Int32Array,
  over: () => boolean,
): { readonly counts: Int32Array; readonly counted: number } {
  const { body } = moment.columns.lengths;
  const forms = words.map((word) => formsOf(moment.connection, word));
  const counts = new Int32Array(rows.length);
  let from = 0;
  for (const segment of moment.segments) {
    if (from === rows.length) break;
    if (segment.last < (rows[from] as number)) continue;
    const neighbours = forms.map((some, offset) => ({ offset, lists: listsOf(moment, cache, segment, letter, some) }));
    while (from < rows.length && (rows[from] as number) <= segment.last) {
      if (from > 0 && over()) return { counts, counted: from };
      let end = from + 1;
      let length = body[rows[from] as number] as number;
      while (end < rows.length && end < from + step.documents && (rows[end] as number) <= segment.last) {
        length += body[rows[end] as number] as number;
        if (length > step.words) break;
        end++;
      }
      counts.set(countNeighbours(neighbours, rows.subarray(from, end), body), from);
      from = end;
    }
  }
  return { counts, counted: rows.length };
}

/** The live documents in which a word stands at this very place: prints are kept so (numbers.ts). */
export function rowsAt(
  moment: Moment,
  cache: Cache<PackedList | null>,
  letter: string,
  { word, place }: { readonly word: string; readonly place: number },
): Int32Array {
  const { live } = moment.columns;
  const found: number[] = [];
  for (const segment of moment.segments) {
    const list = packed(moment, cache, segment, letter + word);
    if (list === null) continue;
    for (const reader = beginReading(list); readNext(reader); ) {
      reserve(0, reader.count);
      const count = readPlaces(reader, scratch, 0);
      if (live[reader.row] === 1 && scratch.subarray(0, count).includes(place)) found.push(reader.row);
    }
  }
  return Int32Array.from(found);
}

/** Places are read into room that is kept, as they would else be made and thrown away at every growth. */
let scratch = new Int32Array(2 ** 14);

/** Makes room for `more` behind the first `length`. */
function reserve(length: number, more: number): void {
  if (length + more <= scratch.length) return;
  const larger = new Int32Array(Math.max(length + more, scratch.length * 2));
  larger.set(scratch.subarray(0, length));
  scratch = larger;
}

function listsOf(
  moment: Moment,
  cache: Cache<PackedList | null>,
  segment: Segment,
  letter: string,
  forms: readonly string[],
): PackedList[] {
  return forms.map((form) => packed(moment, cache, segment, letter + form)).filter((list) => list !== null);
}

const overhead = 500;

/** Segments are never changed and their numbers never given again: what is kept of one stays right. */
function packed({ connection }: Moment, cache: Cache<PackedList | null>, segment: Segment, word: string): PackedList | null {
  const key = `${segment.id} ${word}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const term = findTerm(connection, segment.id, word);
  if (term === null) {
    cache.set(key, null, overhead);
    return null;
  }
  const bytes = streamBytes(connection, segment.id, term.at, term.rows + term.places).slice();
  const list = packedList(bytes.subarray(0, term.rows), bytes.subarray(term.rows), segment.first, segment.last);
  cache.set(key, list, bytes.byteLength + list.marks.byteLength + overhead);
  return list;
}
