import { toneForms } from '#services/analysis/tones.ts';
import type { QueryWord } from '#services/query/query.ts';
import type { Connection } from '../connection.ts';
import { type Growing, growing, readRows, reserve } from './blocks.ts';
import type { Cache } from './cache.ts';
import type { Segment } from './segments.ts';
import { blocksBetween, blocksOf, type RowBlock } from './stream.ts';
import type { BegunList, Columns, PostingList } from './wordIndex.ts';

/** What a view reads from. */
export interface Moment {
  readonly connection: Connection;
  readonly segments: readonly Segment[];
  readonly columns: Columns;
  readonly removed: readonly number[];
  readonly lists: Cache<CachedList>;
}

/**
 * A list as it was when `size` rows were known and `removed` of them had gone. Rows only ever come behind those that are there, and segments are merged
 * without changing what they hold: so an older list is brought up to date by what stands behind its last row, and nothing is thrown away.
 */
export interface CachedList {
  readonly list: PostingList;
  readonly size: number;
  readonly removed: number;
}

const listOverhead = 300;

/** Which list is asked for. Of a number `role` is the bits of which it must have one (numbers.ts); 0 of a word of a text. */
export interface Wanted {
  readonly letter: string;
  readonly word: QueryWord;
  readonly role: number;
}

/** The documents that hold the word, with how often. */
export function currentList(moment: Moment, wanted: Wanted): PostingList {
  return listOf(moment, { ...wanted, begun: null });
}

/** The documents that hold any word that begins with it, with how often; of those words that could be looked at before time was `over`. */
export function begunList(moment: Moment, wanted: Wanted, over: () => boolean): BegunList {
  let late = false;
  const begun = () => {
    late ||= over();
    return late;
  };
  const { rows, counts } = listOf(moment, { ...wanted, begun });
  return { rows, counts, whole: !late };
}

/** What is looked up; `begun` of all words that begin with the given one, until it tells that time is over. */
interface Sought extends Wanted {
  readonly begun: (() => boolean) | null;
}

function listOf(moment: Moment, sought: Sought): PostingList {
  const { columns, removed, lists } = moment;
  const { letter, word, begun, role } = sought;
  const key = `${letter}${role}${begun === null ? '' : '*'}${word.anyTone === true ? '?' : word.exact ? '=' : '~'}${word.text}`;
  const cached = lists.get(key);
  if (cached?.size === columns.size && cached.removed === removed.length) return cached.list;
  const list = broughtUp(moment, sought, cached);
  // A list that lacks something is none to go on from.
  if (begun?.() === true) return list;
  lists.set(key, { list, size: columns.size, removed: removed.length }, list.rows.byteLength + list.counts.byteLength + listOverhead);
  return list;
}

/** Lists are put together in room that is kept, as it would else be made and thrown away for each. */
const result = growing(0);
const read = growing(0);
let sums = new Int32Array(0);

/** A cached list without the documents that went since, and with those behind it. */
function broughtUp(moment: Moment, wanted: Sought, cached: CachedList | undefined): PostingList {
  const from = cached?.size ?? 0;
  const blocks = new Map<number, Uint8Array[]>();
  for (const { segment, bytes } of blocksFrom(moment.connection, wanted, from)) {
    const known = blocks.get(segment);
    if (known === undefined) blocks.set(segment, [bytes]);
    else known.push(bytes);
  }
  if (cached !== undefined && cached.removed === moment.removed.length && blocks.size === 0) return cached.list;
  const { live } = moment.columns;
  result.length = 0;
  if (cached !== undefined) keepLive({ ...cached.list, length: cached.list.rows.length }, 0, live, 0);
  for (const segment of moment.segments) {
    const some = blocks.get(segment.id);
    if (some === undefined) continue;
    readUnited(some, segment, wanted.role !== 0, wanted.begun ?? never);
    let start = 0;
    while (start < read.length && (read.rows[start] as number) < from) start++;
    keepLive(read, start, live, wanted.role);
  }
  return { rows: result.rows.slice(0, result.length), counts: narrow(result.counts.subarray(0, result.length)) };
}

/** Few words stand in a document more often than a byte can tell. What it gives is made for it. */
function narrow(counts: Int32Array): PostingList['counts'] {
  for (let at = 0; at < counts.length; at++) if ((counts[at] as number) > 255) return counts.slice();
  return new Uint8Array(counts);
}

/** Appends to `result` the live documents of `list`, from the place `start` on; those alone to which the number is what is asked for, where it is one. */
function keepLive(list: PostingList & Pick<Growing, 'length'>, start: number, live: Uint8Array, role: number): void {
  reserve(result, list.length - start);
  const { rows, counts } = result;
  let { length } = result;
  for (let at = start; at < list.length; at++) {
    const row = list.rows[at] as number;
    const count = list.counts[at] as number;
    if (live[row] !== 1 || (role !== 0 && (count & role) === 0)) continue;
    rows[length] = row;
    counts[length++] = role === 0 ? count : 1;
  }
  result.length = length;
}

function readOne(block: Uint8Array, first: number, last: number): void {
  read.length = 0;
  readRows(block, first, last, read);
}

const never = () => false;
/** Blocks that are read between two looks at the clock. */
const betweenLooks = 1024;

/** Reads the documents of any of these blocks of one segment, rows ascending, with the sum of their counts, or of the bits that they are. */
function readUnited(blocks: readonly Uint8Array[], { first, last }: Segment, bits: boolean, over: () => boolean): void {
  const [block] = blocks;
  if (blocks.length === 1 && block !== undefined) {
    readOne(block, first, last);
    return;
  }
  const size = last - first + 1;
  if (sums.length < size) sums = new Int32Array(size);
  else sums.fill(0, 0, size);
  let least = size;
  let most = -1;
  for (const [number, each] of blocks.entries()) {
    if (number % betweenLooks === betweenLooks - 1 && over()) break;
    readOne(each, first, last);
    for (let at = 0; at < read.length; at++) {
      const place = (read.rows[at] as number) - first;
      if (place < least) least = place;
      if (place > most) most = place;
      const [sum, count] = [sums[place] as number, read.counts[at] as number];
      sums[place] = bits ? sum | count : sum + count;
    }
  }
  reserve(read, most - least + 1);
  let length = 0;
  for (let place = least; place <= most; place++) {
    const sum = sums[place] as number;
    if (sum === 0) continue;
    read.rows[length] = place + first;
    read.counts[length++] = sum;
  }
  read.length = length;
}

/** The exact words that a word stands for. A bare one is folded: it stands for itself and for all that fold to it; one half typed for itself with each tone. */
export function formsOf(connection: Connection, word: QueryWord): string[] {
  if (word.anyTone === true) return [...toneForms(word.text)];
  if (word.exact) return [word.text];
  const rows = connection.statement('SELECT exact FROM syllable WHERE folded = ?').all(word.text);
  return [word.text, ...rows.map((row) => String(row.exact))];
}

/** Behind every word that begins with the same letters. */
const beyond = '\u{10ffff}';

/** Words that begin with bare letters are those in the index, and those with tones and marks that fold to one that begins with them. */
function blocksFrom(connection: Connection, { letter, word, begun: over }: Sought, from: number): RowBlock[] {
  const lettered = (words: readonly string[]) => words.map((form) => letter + form);
  if (over === null) return blocksOf(connection, lettered(formsOf(connection, word)), from);
  const begun = blocksBetween(connection, letter + word.text, letter + word.text + beyond, from, over);
  if (word.exact || over()) return begun;
  const toned = connection
    .statement('SELECT exact FROM syllable WHERE folded >= ? AND folded < ?')
    .all(word.text, word.text + beyond)
    .map(({ exact }) => String(exact))
    .filter((exact) => !exact.startsWith(word.text));
  return [...begun, ...blocksOf(connection, lettered(toned), from)];
}
