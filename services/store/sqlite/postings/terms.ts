import type { Connection } from '../connection.ts';
import { type Bytes, damaged, noBytes, putVarint, written } from './varints.ts';

/**
 * The words of a segment, in the order of their bytes (UTF-8), and where each has its lists in the stream of the segment (stream.ts). The table `term` holds
 * them in blocks of some words: a row for each would take longer to write than all lists. A block is, for each word, how many bytes it has in common with the
 * one before it in the block, how many others follow, these, and how many bytes of rows and of places it has (varints). Lists lie in the order of their words, one behind another.
 */
const wordsOfBlock = 32;

/** Where the stream of a segment has the lists of a word: first `rows` bytes of rows, then `places` bytes of places. */
export interface Term {
  readonly at: number;
  readonly rows: number;
  readonly places: number;
}

/** Takes the words of a new segment in their order. */
export interface TermsOutput {
  add(word: Bytes, rows: number, places: number): void;
  end(): void;
}

export function termsOutput(connection: Connection, segment: number): TermsOutput {
  const insert = connection.statement('INSERT INTO term (segment, word, at, bytes, terms) VALUES (?, ?, ?, ?, ?)');
  const block = noBytes(1024);
  const before = noBytes();
  let first = '';
  let words = 0;
  let at = 0;
  let bytes = 0;
  const end = () => {
    if (words > 0) insert.run(segment, first, at, bytes, written(block));
    block.length = 0;
    before.length = 0;
    words = 0;
    at += bytes;
    bytes = 0;
  };
  return {
    add(word, rows, places) {
      if (words === wordsOfBlock) end();
      if (words++ === 0) first = textOf(word);
      const most = Math.min(word.length, before.length);
      let common = 0;
      while (common < most && word.bytes[common] === before.bytes[common]) common++;
      putVarint(block, common);
      putVarint(block, word.length - common);
      putBytes(block, word.bytes, common, word.length);
      putVarint(block, rows);
      putVarint(block, places);
      before.length = common;
      putBytes(before, word.bytes, common, word.length);
      bytes += rows + places;
    },
    end,
  };
}

function putBytes(into: Bytes, bytes: Uint8Array, from: number, to: number): void {
  const length = into.length + to - from;
  if (length > into.bytes.length) {
    const larger = new Uint8Array(length * 2);
    larger.set(into.bytes.subarray(0, into.length));
    into.bytes = larger;
  }
  for (let at = from; at < to; at++) into.bytes[into.length++] = bytes[at] as number;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** The word in UTF-8, written over what was there. */
export function putWord(into: Bytes, word: string): void {
  const most = word.length * 3;
  if (into.bytes.length < most) into.bytes = new Uint8Array(most * 2);
  into.length = encoder.encodeInto(word, into.bytes).written;
}

export const textOf = (word: Bytes): string => decoder.decode(written(word));

/** A block that is being read: the word that was read last, and where it has its lists. */
export interface TermReader {
  readonly word: Bytes;
  at: number;
  rows: number;
  places: number;
  block: Uint8Array;
  next: number;
}

export const beginTerms = (): TermReader => ({ word: noBytes(), at: 0, rows: 0, places: 0, block: noBytes(0).bytes, next: 0 });

/** Goes on with another block, whose lists begin at `at`. */
export function readBlock(reader: TermReader, block: Uint8Array, at: number): void {
  reader.block = block;
  reader.next = 0;
  reader.word.length = 0;
  reader.at = at;
  reader.rows = 0;
  reader.places = 0;
}

/**
 * Reads the next word of the block; false where there is none.
 * @throws Failure `collection-damaged` where the block is none.
 */
export function readTerm(reader: TermReader): boolean {
  const { word, block } = reader;
  if (reader.next === block.length) return false;
  reader.at += reader.rows + reader.places;
  const common = nextNumber(reader);
  const others = nextNumber(reader);
  if (common > word.length || reader.next + others > block.length) throw damaged('a word has no end');
  word.length = common;
  putBytes(word, block, reader.next, reader.next + others);
  reader.next += others;
  reader.rows = nextNumber(reader);
  reader.places = nextNumber(reader);
  return true;
}

function nextNumber(reader: TermReader): number {
  const { block } = reader;
  let value = 0;
  for (let shift = 0, byte = 128; byte > 127; shift += 7) {
    if (reader.next >= block.length || shift > 28) throw damaged('a word has no end');
    byte = block[reader.next++] as number;
    value |= (byte & 127) << shift;
  }
  if (value < 0) throw damaged('a number is too large');
  return value;
}

/** Negative where the first word goes before the second. */
export function compareBytes(a: Bytes, b: Bytes): number {
  const least = Math.min(a.length, b.length);
  for (let at = 0; at < least; at++) {
    const difference = (a.bytes[at] as number) - (b.bytes[at] as number);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

const blockWith = 'SELECT max(b.word) FROM term b WHERE b.segment = s.id AND b.word <=';
const ofWords = `SELECT w.value AS wanted, t.segment, t.at, t.terms FROM json_each(?) w CROSS JOIN segment s CROSS JOIN term t
  WHERE s.last >= ? AND t.segment = s.id AND t.word = (${blockWith} w.value)`;
const ofRange = `SELECT t.segment, t.at, t.terms FROM segment s CROSS JOIN term t
  WHERE s.last >= ?1 AND t.segment = s.id AND t.word >= coalesce((${blockWith} ?2), '') AND t.word < ?3 ORDER BY t.segment, t.word`;

/** A term, and the segment that it is of. */
export interface TermOfSegment extends Term {
  readonly segment: number;
}

const reader = beginTerms();
const sought = noBytes();
const bound = noBytes();

/** The terms of these words in the segments that reach the row `from`; none where no document of a segment holds a word. */
export function termsOf(connection: Connection, words: readonly string[], from: number): TermOfSegment[] {
  const found: TermOfSegment[] = [];
  let wanted = '';
  for (const row of connection.statement(ofWords).all(JSON.stringify(words), from)) {
    if (row.wanted !== wanted) {
      wanted = String(row.wanted);
      putWord(sought, wanted);
    }
    const term = termIn(row.terms as Uint8Array, Number(row.at), sought);
    if (term !== null) found.push({ segment: Number(row.segment), ...term });
  }
  return found;
}

/** The terms of the words from `first` on, before `end`, in the segments that reach the row `from`; of each segment in their order. */
export function termsBetween(connection: Connection, first: string, end: string, from: number, over: () => boolean): TermOfSegment[] {
  const found: TermOfSegment[] = [];
  putWord(sought, first);
  putWord(bound, end);
  for (const row of connection.statement(ofRange).all(from, first, end)) {
    if (over()) break;
    readBlock(reader, row.terms as Uint8Array, Number(row.at));
    while (readTerm(reader)) {
      const { word, at, rows, places } = reader;
      if (compareBytes(word, sought) >= 0 && compareBytes(word, bound) < 0) found.push({ segment: Number(row.segment), at, rows, places });
    }
  }
  return found;
}

/** The term of a word in one segment; null where no document of it holds the word. */
export function findTerm(connection: Connection, segment: number, word: string): Term | null {
  const row = connection
    .statement('SELECT at, terms FROM term WHERE segment = ? AND word <= ? ORDER BY word DESC LIMIT 1')
    .get(segment, word);
  if (row === undefined) return null;
  putWord(sought, word);
  return termIn(row.terms as Uint8Array, Number(row.at), sought);
}

function termIn(block: Uint8Array, from: number, wanted: Bytes): Term | null {
  readBlock(reader, block, from);
  while (readTerm(reader)) {
    const order = compareBytes(reader.word, wanted);
    if (order === 0) return { at: reader.at, rows: reader.rows, places: reader.places };
    if (order > 0) return null;
  }
  return null;
}
