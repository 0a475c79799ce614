import type { Connection } from '../connection.ts';
import { type TermOfSegment, termsBetween, termsOf, termsOutput } from './terms.ts';
import { type Bytes, damaged } from './varints.ts';

/**
 * The blocks of a segment lie one after another, in the order of their words, as one stream of bytes; the table `chunk` holds it in pieces of which
 * four fill a page of the file (16,384 bytes less its heads), terms.ts tells where each word has its part. As values of their own they would fill pages by two thirds.
 */
const chunkSize = 4040;
/** A view of fewer bytes costs more than to move them one by one. */
const fewBytes = 64;
/** Pieces that a segment may have: 4 GB. */
const mostChunks = 2 ** 20;

/** Takes the lists of a new segment in the order of their words, of each first all rows, then all places, in pieces. */
export interface SegmentOutput {
  addRows(bytes: Uint8Array, from: number, to: number): void;
  addPlaces(bytes: Uint8Array, from: number, to: number): void;
  /** What was added since the word before are the lists of this one, given in UTF-8. */
  endWord(word: Bytes): void;
  end(): void;
}

export function segmentOutput(connection: Connection, segment: number): SegmentOutput {
  const terms = termsOutput(connection, segment);
  const insertChunk = connection.statement('INSERT INTO chunk (id, bytes) VALUES (?, ?)');
  const chunk = new Uint8Array(chunkSize);
  let chunks = 0;
  let filled = 0;
  let rows = 0;
  let places = 0;
  const flush = () => {
    insertChunk.run(segment * mostChunks + chunks++, filled === chunkSize ? chunk : chunk.subarray(0, filled));
    filled = 0;
  };
  const write = (bytes: Uint8Array, from: number, to: number) => {
    for (let at = from; at < to; ) {
      const end = Math.min(to, at + chunkSize - filled);
      if (end - at > fewBytes) {
        chunk.set(bytes.subarray(at, end), filled);
        filled += end - at;
        at = end;
      } else {
        while (at < end) chunk[filled++] = bytes[at++] as number;
      }
      if (filled === chunkSize) flush();
    }
  };
  return {
    addRows(bytes, from, to) {
      rows += to - from;
      write(bytes, from, to);
    },
    addPlaces(bytes, from, to) {
      places += to - from;
      write(bytes, from, to);
    },
    endWord(word) {
      terms.add(word, rows, places);
      rows = 0;
      places = 0;
    },
    end() {
      if (filled > 0) flush();
      terms.end();
    },
  };
}

/** Takes the lists of a segment away. */
export function deleteStream(connection: Connection, segment: number): void {
  connection.statement('DELETE FROM term WHERE segment = ?').run(segment);
  connection.statement('DELETE FROM chunk WHERE id BETWEEN ? AND ?').run(segment * mostChunks, (segment + 1) * mostChunks - 1);
}

/**
 * A part of the stream of a segment.
 * @throws Failure `collection-damaged` where it is not there.
 */
export function streamBytes(connection: Connection, segment: number, at: number, length: number): Uint8Array {
  if (length === 0) return new Uint8Array(0);
  const first = Math.floor(at / chunkSize);
  const last = Math.floor((at + length - 1) / chunkSize);
  const from = at - first * chunkSize;
  const statement = connection.statement('SELECT bytes FROM chunk WHERE id BETWEEN ? AND ? ORDER BY id');
  const chunks = statement.all(segment * mostChunks + first, segment * mostChunks + last).map(({ bytes }) => bytes as Uint8Array);
  const bytes = joined(chunks);
  if (chunks.length !== last - first + 1 || bytes.length < from + length) throw damaged('a part of a segment is missing');
  return bytes.subarray(from, from + length);
}

/** A view of a plain array is made faster than one of a Buffer, and there are many. */
function joined(chunks: readonly Uint8Array[]): Uint8Array {
  if (chunks.length === 1) return chunks[0] as Uint8Array;
  const all = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

/** A block of rows of a word, and the segment that it is of. */
export interface RowBlock {
  readonly segment: number;
  readonly bytes: Uint8Array;
}

/** What the segments that reach the row `from` hold of these words. */
export function blocksOf(connection: Connection, words: readonly string[], from: number): RowBlock[] {
  return termsOf(connection, words, from).map((term) => blockOf(connection, term));
}

/** What the segments that reach the row `from` hold of the words from `first` on, before `end`: neighbours in their streams, which are read in one go; until time is `over`. */
export function blocksBetween(connection: Connection, first: string, end: string, from: number, over: () => boolean): RowBlock[] {
  const blocks: RowBlock[] = [];
  const bySegment = Map.groupBy(termsBetween(connection, first, end, from, over), ({ segment }) => segment);
  for (const [segment, terms] of bySegment) {
    if (over()) break;
    const [begin, last] = [terms[0]?.at ?? 0, terms.at(-1)];
    const length = (last?.at ?? 0) + (last?.rows ?? 0) - begin;
    if (length > terms.length * chunkSize) {
      for (const term of terms) {
        if (over()) break;
        blocks.push(blockOf(connection, term));
      }
    } else {
      const bytes = streamBytes(connection, segment, begin, length);
      for (const { at, rows } of terms) blocks.push({ segment, bytes: bytes.subarray(at - begin, at - begin + rows) });
    }
  }
  return blocks;
}

/** The block of rows of a term: mostly a part of one piece of the stream, of which no more is read. */
function blockOf(connection: Connection, { segment, at, rows }: TermOfSegment): RowBlock {
  const place = at % chunkSize;
  if (place + rows > chunkSize) return { segment, bytes: streamBytes(connection, segment, at, rows) };
  const row = connection
    .statement('SELECT substr(bytes, ?, ?) AS bytes FROM chunk WHERE id = ?')
    .get(place + 1, rows, segment * mostChunks + Math.floor(at / chunkSize));
  const bytes = row?.bytes;
  if (!(bytes instanceof Uint8Array) || bytes.length !== rows) throw damaged('a part of a segment is missing');
  return { segment, bytes };
}
