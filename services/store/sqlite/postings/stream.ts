import type { Connection } from '../connection.ts';
import type { Blocks } from './blocks.ts';
import { type Bytes, damaged, written } from './varints.ts';

/**
 * The blocks of a segment lie one after another, in the order of their words, as one stream of bytes; the table `chunk` holds it in pieces of which
 * four fill a page of the file (16,384 bytes less its heads), the table `term` says where each word has its part. As values of their own they would fill pages by two thirds.
 */
const chunkSize = 4040;
const fewBytes = 64;
/** Pieces that a segment may have: 4 GB. */
const mostChunks = 2 ** 20;

/** Where the stream of a segment has the blocks of a word: first `rows` bytes of rows, then `places` bytes of places. */
export interface Term {
  readonly at: number;
  readonly rows: number;
  readonly places: number;
}

/** Takes the lists of a new segment in the order of their words; each block whole or in pieces. */
export interface SegmentOutput {
  add(word: string, blocks: Readonly<Record<keyof Blocks, readonly Uint8Array[]>>): void;
  /** The same of a list that has just been written. */
  addList(word: string, list: Readonly<Record<keyof Blocks, Bytes>>): void;
  end(): void;
}

export function segmentOutput(connection: Connection, segment: number): SegmentOutput {
  const insertTerm = connection.statement('INSERT INTO term (segment, word, at, rows, places) VALUES (?, ?, ?, ?, ?)');
  const insertChunk = connection.statement('INSERT INTO chunk (id, bytes) VALUES (?, ?)');
  const chunk = new Uint8Array(chunkSize);
  let at = 0;
  const flush = (length: number) => insertChunk.run(segment * mostChunks + Math.floor((at - 1) / chunkSize), chunk.subarray(0, length));
  const write = (bytes: Uint8Array) => {
    if (bytes.length < chunkSize - (at % chunkSize)) {
      chunk.set(bytes, at % chunkSize);
      at += bytes.length;
      return;
    }
    for (let from = 0; from < bytes.length; ) {
      const place = at % chunkSize;
      const piece = bytes.subarray(from, from + chunkSize - place);
      chunk.set(piece, place);
      from += piece.length;
      at += piece.length;
      if (at % chunkSize === 0) flush(chunkSize);
    }
  };
  /** Most lists have a few bytes, for which a view would cost more than they do. */
  const writeSome = (some: Bytes) => {
    const { bytes, length } = some;
    let place = at % chunkSize;
    if (length > fewBytes || length >= chunkSize - place) {
      write(written(some));
      return;
    }
    for (let from = 0; from < length; from++) chunk[place++] = bytes[from] as number;
    at += length;
  };
  return {
    addList(word, { rows, places }) {
      insertTerm.run(segment, word, at, rows.length, places.length);
      writeSome(rows);
      writeSome(places);
    },
    add(word, { rows, places }) {
      insertTerm.run(segment, word, at, lengthOf(rows), lengthOf(places));
      for (const bytes of rows) write(bytes);
      for (const bytes of places) write(bytes);
    },
    end() {
      if (at % chunkSize !== 0) flush(at % chunkSize);
    },
  };
}

const lengthOf = (pieces: readonly Uint8Array[]) => pieces.reduce((sum, bytes) => sum + bytes.length, 0);

/** Takes the lists of a segment away. */
export function deleteStream(connection: Connection, segment: number): void {
  connection.statement('DELETE FROM term WHERE segment = ?').run(segment);
  connection.statement('DELETE FROM chunk WHERE id BETWEEN ? AND ?').run(segment * mostChunks, (segment + 1) * mostChunks - 1);
}

export function termOf(row: Readonly<Record<string, unknown>>): Term {
  return { at: Number(row.at), rows: Number(row.rows), places: Number(row.places) };
}

/** The term of a word; null where no document of the segment holds it. */
export function findTerm(connection: Connection, segment: number, word: string): Term | null {
  const row = connection.statement('SELECT at, rows, places FROM term WHERE segment = ? AND word = ?').get(segment, word);
  return row === undefined ? null : termOf(row);
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
  const all = new Uint8Array(lengthOf(chunks));
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

/** The blocks of rows of terms `t`, from a piece of the stream without what else lies in it: one statement for all segments, as a question to each takes longer than its answer. */
const rowBlocks = `SELECT t.segment, t.at, t.rows, t.places,
  (SELECT substr(c.bytes, t.at % ${chunkSize} + 1, t.rows) FROM chunk c WHERE c.id = t.segment * ${mostChunks} + t.at / ${chunkSize}) AS bytes`;
const ofWords = `${rowBlocks} FROM json_each(?) w CROSS JOIN segment s CROSS JOIN term t
  WHERE s.last >= ? AND t.segment = s.id AND t.word = w.value`;
const ofRange = `${rowBlocks} FROM segment s CROSS JOIN term t WHERE s.last >= ? AND t.segment = s.id AND t.word >= ? AND t.word < ?`;

/** What the segments that reach the row `from` hold of these words. */
export function blocksOf(connection: Connection, words: readonly string[], from: number): RowBlock[] {
  return connection
    .statement(ofWords)
    .all(JSON.stringify(words), from)
    .map((row) => blockOf(connection, row));
}

/** What the segments that reach the row `from` hold of the words from `first` on, before `end`. */
export function blocksBetween(connection: Connection, first: string, end: string, from: number): RowBlock[] {
  return connection
    .statement(ofRange)
    .all(from, first, end)
    .map((row) => blockOf(connection, row));
}

function blockOf(connection: Connection, row: Readonly<Record<string, unknown>>): RowBlock {
  const segment = Number(row.segment);
  const { at, rows } = termOf(row);
  const bytes = row.bytes instanceof Uint8Array && row.bytes.length === rows ? row.bytes : streamBytes(connection, segment, at, rows);
  return { segment, bytes };
}
