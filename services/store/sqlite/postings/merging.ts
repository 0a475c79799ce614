import type { Connection } from '../connection.ts';
import { storeFailure } from '../failures.ts';
import { countOf, endOfRows, growing, placeStarts, putTimes, readRows, rebased } from './blocks.ts';
import { compareListings, type Listing, openListing } from './listing.ts';
import { insertSegment, letters, type Segment, segmentsOf } from './segments.ts';
import { deleteStream, type SegmentOutput, segmentOutput } from './stream.ts';
import { damaged, noBytes } from './varints.ts';

/** How many segments of a size are merged into one of the next, and the most documents that a merged one may have. */
export interface MergeBounds {
  readonly together: number;
  readonly largest: number;
}

/** A larger segment would hold up the put that merges it; those of this size stay side by side. */
export const usualBounds: MergeBounds = { together: 16, largest: 8192 };

const liveIn = (segment: Segment) => segment.documents - segment.removed;

/**
 * The segments to be merged next, neighbours all; none where all is well. Each put adds a segment, mostly of few documents. `together` neighbours of one size
 * (in powers of `together`) become one, so that a document is written again a few times only and a search has few segments to look into. Small ones before a
 * large one count as large: they are not left behind. A segment whose documents have mostly gone is written anew.
 */
export function nextMerge(segments: readonly Segment[], { together, largest }: MergeBounds): readonly Segment[] {
  const thinned = segments.find((segment) => segment.removed > segment.documents / 2);
  if (thinned !== undefined) return [thinned];
  const sizes: number[] = [];
  for (let at = segments.length - 1; at >= 0; at--) {
    const own = Math.floor(Math.log(Math.max(1, liveIn(segments[at] as Segment))) / Math.log(together));
    sizes[at] = isFull(segments[at] as Segment, largest) ? 0 : Math.max(own, sizes[at + 1] ?? 0);
  }
  for (let end = segments.length; end > 0; ) {
    let begin = end;
    while (begin > 0 && sizes[begin - 1] === sizes[end - 1] && !isFull(segments[begin - 1] as Segment, largest)) begin--;
    const run = segments.slice(begin, end);
    const chosen = fitting(run, together, largest);
    if (chosen.length === together || (chosen.length > 1 && chosen.length < run.length)) return chosen;
    end = Math.min(begin, end - 1);
  }
  return [];
}

/** Another one of its size would not go with it. */
const isFull = (segment: Segment, largest: number) => liveIn(segment) >= largest / 2;

/** As many from the beginning as may become one. */
function fitting(run: readonly Segment[], together: number, largest: number): readonly Segment[] {
  let documents = 0;
  let count = 0;
  while (count < Math.min(run.length, together)) {
    documents += liveIn(run[count] as Segment);
    if (documents > largest) break;
    count++;
  }
  return run.slice(0, count);
}

/**
 * Merges what is to be merged, at most about `largest` documents at one call: what is left is merged at the next. Segments that cannot be read stay as they
 * are, for they must not keep new documents out: the check tells of them.
 */
export function mergeSegments(connection: Connection, bounds: MergeBounds = usualBounds): void {
  for (let written = 0; written < bounds.largest; ) {
    const chosen = nextMerge(segmentsOf(connection), bounds);
    if (chosen.length === 0) return;
    const { database } = connection;
    database.exec('SAVEPOINT merging');
    try {
      written += Math.max(1, merge(connection, chosen));
      database.exec('RELEASE merging');
    } catch (thrown) {
      if (storeFailure(thrown).code !== 'collection-damaged' || !database.isTransaction) throw thrown;
      database.exec('ROLLBACK TO merging; RELEASE merging');
      return;
    }
  }
}

/** One segment in the place of its neighbours, without the rows that have gone; word by word, so that only a few lists are in memory. Gives the number of its documents. */
function merge(connection: Connection, segments: readonly Segment[]): number {
  const first = segments[0]?.first ?? 0;
  const last = segments.at(-1)?.last ?? 0;
  const live = new Uint8Array(last - first + 1);
  let documents = 0;
  for (const { row } of connection.statement('SELECT row FROM document WHERE row BETWEEN ? AND ?').iterate(first, last)) {
    live[Number(row) - first] = 1;
    documents++;
  }
  const id = insertSegment(connection, { first, last, documents, removed: 0 });
  const output = segmentOutput(connection, id);
  const whole = segments.every((segment) => segment.removed === 0);
  if (documents > 0) {
    eachWord(connection, segments, (parts) => {
      const { word } = parts[0] as Listing;
      const placed = word.bytes[0] !== unplaced;
      if (whole) addTogether(output, parts, first, placed);
      else if (!addThinned(output, parts, first, live, placed)) return;
      output.endWord(word);
    });
  }
  output.end();
  for (const segment of segments) {
    deleteStream(connection, segment.id);
    connection.statement('DELETE FROM segment WHERE id = ?').run(segment.id);
  }
  return documents;
}

/** The letter of words that have no places. */
const unplaced = letters.numbers.charCodeAt(0);

/** Tells the lists of every word of the segments, word by word in their order, in the order of the segments. */
function eachWord(connection: Connection, segments: readonly Segment[], tell: (parts: readonly Listing[]) => void): void {
  let left = segments.map((segment) => openListing(connection, segment)).filter((listing) => listing.next());
  const parts: Listing[] = [];
  while (left.length > 0) {
    parts.length = 0;
    for (const listing of left) {
      const order = parts.length === 0 ? -1 : compareListings(listing, parts[0] as Listing);
      if (order < 0) parts.length = 0;
      if (order <= 0) parts.push(listing);
    }
    tell(parts);
    let ended = false;
    for (const listing of parts) if (!listing.next()) ended = true;
    if (ended) left = left.filter((listing) => !listing.ended);
  }
}

/** The lists as one that begins at the row `first`, as they are: bytes are moved, not read anew. `placed`: every word has its places. */
function addTogether(output: SegmentOutput, parts: readonly Listing[], first: number, placed: boolean): void {
  let next = first;
  for (const { segment, bytes, from, middle, end } of parts) {
    const { row, times } = endOfRows(bytes, from, middle, segment.first, segment.last);
    if (placed && countOf(bytes, middle, end) !== times) throw damaged('places are missing or left over');
    head.length = 0;
    const rest = rebased(bytes, from, segment.first - next, head);
    output.addRows(head.bytes, 0, head.length);
    output.addRows(bytes, rest, middle);
    next = row + 1;
  }
  for (const { bytes, middle, end } of parts) output.addPlaces(bytes, middle, end);
}

const head = noBytes();

/** The same without what is not live; false where nothing is left. */
function addThinned(output: SegmentOutput, parts: readonly Listing[], first: number, live: Uint8Array, placed: boolean): boolean {
  const places: [bytes: Uint8Array, from: number, to: number][] = [];
  const list = growing(0);
  let kept = 0;
  for (const { segment, bytes, from, middle, end } of parts) {
    const begin = kept;
    list.length = begin;
    readRows(bytes.subarray(from, middle), segment.first, segment.last, list);
    const own = bytes.subarray(middle, end);
    const starts = placed ? placeStarts(own, list.counts.subarray(begin, list.length)) : null;
    for (let at = begin; at < list.length; at++) {
      const row = list.rows[at] as number;
      if (live[row - first] !== 1) continue;
      list.rows[kept] = row;
      list.counts[kept++] = list.counts[at] as number;
      if (starts !== null) places.push([own, starts[at - begin] as number, starts[at - begin + 1] as number]);
    }
  }
  const { rows } = putTimes(list.rows, list.counts, 0, kept, first);
  output.addRows(rows.bytes, 0, rows.length);
  for (const [bytes, from, to] of places) output.addPlaces(bytes, from, to);
  return kept > 0;
}
