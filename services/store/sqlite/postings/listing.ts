import type { Connection } from '../connection.ts';
import type { Segment } from './segments.ts';
import { streamBytes } from './stream.ts';
import { beginTerms, compareBytes, readBlock, readTerm, textOf } from './terms.ts';
import { type Bytes, damaged } from './varints.ts';

/** Goes through all words of a segment in their order: the one that was read last, and its lists. */
export interface Listing {
  readonly segment: Segment;
  /** In UTF-8; `head` is its first bytes as a number, as most words differ in these. */
  readonly word: Bytes;
  head: number;
  /** Where the lists lie: rows from `from` on, places from `middle` on, up to `end`. */
  bytes: Uint8Array;
  from: number;
  middle: number;
  end: number;
  /** There are no more words. */
  ended: boolean;
  /** Goes on to the next word; false where there is none. */
  next(): boolean;
}

/** Blocks of words that are read together, with their lists. */
const together = 4;
const headLength = 6;

/** @throws Failure `collection-damaged` by `next` where the segment cannot be read. */
export function openListing(connection: Connection, segment: Segment): Listing {
  const statement = connection.statement(
    `SELECT word, at, bytes, terms FROM term WHERE segment = ? AND word > ? ORDER BY word LIMIT ${together}`,
  );
  type Block = Readonly<{ word: string; at: number; bytes: number; terms: Uint8Array }>;
  let blocks: Block[] = [];
  let block = 0;
  let after = '';
  let begin = 0;
  const terms = beginTerms();
  const { word } = terms;
  const listing: Listing = { segment, word, head: 0, bytes: new Uint8Array(0), from: 0, middle: 0, end: 0, ended: false, next };

  function nextBlock(): boolean {
    if (block === blocks.length) {
      blocks = statement.all(segment.id, after) as unknown as Block[];
      block = 0;
      const [first, last] = [blocks[0], blocks.at(-1)];
      if (first === undefined || last === undefined) return false;
      after = last.word;
      begin = first.at;
      listing.bytes = streamBytes(connection, segment.id, begin, last.at + last.bytes - begin);
    }
    const { terms: bytes, at } = blocks[block++] as Block;
    readBlock(terms, bytes, at);
    return true;
  }

  function next(): boolean {
    while (!readTerm(terms)) {
      if (nextBlock()) continue;
      listing.ended = true;
      return false;
    }
    listing.from = terms.at - begin;
    listing.middle = listing.from + terms.rows;
    listing.end = listing.middle + terms.places;
    if (terms.rows === 0 || listing.end > listing.bytes.length) throw damaged('a list lies beyond its segment');
    let head = 0;
    for (let at = 0; at < headLength; at++) head = head * 256 + (at < word.length ? (word.bytes[at] as number) : 0);
    listing.head = head;
    return true;
  }

  return listing;
}

/** Negative where the word of the first goes before that of the second. */
export function compareListings(a: Listing, b: Listing): number {
  return a.head === b.head ? compareBytes(a.word, b.word) : a.head - b.head;
}

/** The same for whoever wants words and lists one by one. */
export function* wordLists(connection: Connection, segment: Segment): Generator<{ word: string; rows: Uint8Array; places: Uint8Array }> {
  const listing = openListing(connection, segment);
  while (listing.next()) {
    const { word, bytes, from, middle, end } = listing;
    yield { word: textOf(word), rows: bytes.subarray(from, middle), places: bytes.subarray(middle, end) };
  }
}
