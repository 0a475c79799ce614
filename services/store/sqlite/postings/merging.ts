import type { Connection } from '../connection.ts';
import { storeFailure } from '../failures.ts';
import { addTimes, type Blocks, beginList, countOf, endList, endOfRows, growing, placeStarts, readRows, rebasedRows } from './blocks.ts';
import { compareWords } from './order.ts';
import { insertSegment, letters, type Segment, segmentsOf } from './segments.ts';
import { deleteStream, segmentOutput, streamBytes } from './stream.ts';
import { damaged } from './varints.ts';

/** How many segments of a size are merged into one of the next, and the most documents that a merged one may have. */
export interface MergeBounds {
  readonly together: number;
  readonly largest: number;
}

/** A larger segment would hold up the put that merges it; those of this size stay side by side. */
export const usualBounds: MergeBounds = { together: 8, largest: 8192 };

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
const isFull = (segment: Segment, largest: number) => liveIn(segment) > largest / 2;

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

/** Words that are read of a segment at a time. */
const step = 128;

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
  for (const [word, parts] of documents === 0 ? [] : wordsOf(connection, segments)) {
    const placed = !word.startsWith(letters.numbers);
    const joined = whole ? together(parts, first, placed) : thinned(parts, first, live, placed);
    if (joined.rows.length > 0) output.add(word, joined);
  }
  output.end();
  for (const segment of segments) {
    deleteStream(connection, segment.id);
    connection.statement('DELETE FROM segment WHERE id = ?').run(segment.id);
  }
  return documents;
}

interface Part extends Blocks {
  readonly segment: Segment;
}

/** Every word of the segments in the order of the index, with its lists in the order of the segments. */
function* wordsOf(connection: Connection, segments: readonly Segment[]): Generator<[string, Part[]]> {
  const readers = segments.map((segment) => {
    const words = wordLists(connection, segment);
    return { words, now: words.next() };
  });
  for (;;) {
    let least: string | null = null;
    for (const { now } of readers) if (!now.done && (least === null || compareWords(now.value.word, least) < 0)) least = now.value.word;
    if (least === null) return;
    const parts: Part[] = [];
    for (const reader of readers) {
      if (reader.now.done || reader.now.value.word !== least) continue;
      parts.push(reader.now.value);
      reader.now = reader.words.next();
    }
    yield [least, parts];
  }
}

/** Every word of a segment in order, with its lists; a few words at a time are in memory. */
export function* wordLists(connection: Connection, segment: Segment): Generator<Part & { readonly word: string }> {
  const statement = connection.statement(
    `SELECT word, at, rows, places FROM term WHERE segment = ? AND word > ? ORDER BY word LIMIT ${step}`,
  );
  // Rows as arrays: there are many, and an object for each would cost more than it is read for.
  statement.setReturnArrays(true);
  for (let after = ''; ; ) {
    const found = statement.all(segment.id, after) as unknown as [word: string, at: number, rows: number, places: number][];
    const [start, end] = [found[0], found.at(-1)];
    if (start === undefined || end === undefined) return;
    const [from, to] = [start[1], end[1] + end[2] + end[3]];
    const bytes = streamBytes(connection, segment.id, from, to - from);
    for (const [word, at, rows, places] of found) {
      const middle = at - from + rows;
      yield {
        segment,
        word,
        rows: bytes.subarray(at - from, middle),
        places: places === 0 ? none : bytes.subarray(middle, middle + places),
      };
    }
    after = end[0];
  }
}

const none = new Uint8Array(0);

/** A list in pieces, one behind the other. */
type Pieces = Readonly<Record<keyof Blocks, readonly Uint8Array[]>>;

/** The lists as one that begins at the row `from`, as they are: bytes are moved, not read anew. `placed`: every word has its places. */
function together(parts: readonly Part[], from: number, placed: boolean): Pieces {
  const pieces = { rows: [] as Uint8Array[], places: [] as Uint8Array[] };
  let next = from;
  for (const { segment, rows, places } of parts) {
    const { row, times } = endOfRows(rows, segment.first, segment.last);
    if (placed && countOf(places) !== times) throw damaged('places are missing or left over');
    pieces.rows.push(...rebasedRows(rows, segment.first, next));
    pieces.places.push(places);
    next = row + 1;
  }
  return pieces;
}

/** The same without what is not live. */
function thinned(parts: readonly Part[], from: number, live: Uint8Array, placed: boolean): Pieces {
  const writer = beginList(from);
  const places: Uint8Array[] = [];
  const list = growing(0);
  for (const { segment, rows, places: bytes } of parts) {
    list.length = 0;
    readRows(rows, segment.first, segment.last, list);
    const starts = placed ? placeStarts(bytes, list.counts.subarray(0, list.length)) : null;
    for (let at = 0; at < list.length; at++) {
      const row = list.rows[at] ?? 0;
      if (live[row - from] !== 1) continue;
      addTimes(writer, row, list.counts[at] ?? 0);
      if (starts !== null) places.push(bytes.subarray(starts[at], starts[at + 1]));
    }
  }
  const { rows } = endList(writer);
  return { rows: rows.length === 0 ? [] : [rows], places };
}
