import { toneForms } from '#services/analysis/tones.ts';
import type { QueryWord } from '#services/query/query.ts';
import type { Connection } from '../connection.ts';
import { type Growing, growing, readRows } from './blocks.ts';
import type { Cache } from './cache.ts';
import type { Segment } from './segments.ts';
import { findTerm, rowsOf, termOf } from './stream.ts';
import type { Columns, PostingList } from './wordIndex.ts';

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

/** Which list is asked for: of a word, or of all that begin with it. Of a number `role` is the bits of which it must have one (numbers.ts); 0 of a word of a text. */
export interface Wanted {
  readonly letter: string;
  readonly word: QueryWord;
  readonly kind: 'word' | 'prefix';
  readonly role: number;
}

/** The documents that hold what is wanted, with how often. */
export function currentList(moment: Moment, wanted: Wanted): PostingList {
  const { columns, removed, lists } = moment;
  const { letter, word, kind, role } = wanted;
  const key = `${letter}${role}${kind === 'prefix' ? '*' : ''}${word.anyTone === true ? '?' : word.exact ? '=' : '~'}${word.text}`;
  const cached = lists.get(key);
  if (cached?.size === columns.size && cached.removed === removed.length) return cached.list;
  const kept = cached === undefined ? growing(0) : withoutRemoved(moment, cached);
  const found = readNew(moment, wanted, cached?.size ?? 0, kept);
  const same = cached !== undefined && found.rows === cached.list.rows;
  const list = same ? cached.list : { rows: found.rows.slice(0, found.length), counts: found.counts.slice(0, found.length) };
  lists.set(key, { list, size: columns.size, removed: removed.length }, list.rows.byteLength * 2 + listOverhead);
  return list;
}

function withoutRemoved({ columns, removed }: Moment, { list, removed: known }: CachedList): Growing {
  const { rows, counts } = list;
  if (removed.length === known) return { rows, counts, length: rows.length };
  const kept = growing(rows.length);
  keepLive({ rows, counts, length: rows.length }, 0, columns.live, 0, kept);
  return kept;
}

/** Appends the live documents of `from`, from the place `start` on; those alone to which the number is what is asked for, where it is one. */
function keepLive(from: Growing, start: number, live: Uint8Array, role: number, kept: Growing): void {
  for (let at = start; at < from.length; at++) {
    const row = from.rows[at] ?? 0;
    const count = from.counts[at] ?? 0;
    if (live[row] !== 1 || (role !== 0 && (count & role) === 0)) continue;
    kept.rows[kept.length] = row;
    kept.counts[kept.length++] = role === 0 ? count : 1;
  }
}

/** `kept` with the live documents behind it, from row `from` on. */
function readNew(moment: Moment, { letter, word, kind, role }: Wanted, from: number, kept: Growing): Growing {
  const later = moment.segments.filter((segment) => segment.last >= from);
  if (later.length === 0) return kept;
  const read = kind === 'word' ? wordBlocks(moment.connection, letter, word) : prefixBlocks(moment.connection, letter, word);
  let result = kept;
  for (const segment of later) {
    const blocks = read(segment.id);
    if (blocks.length === 0) continue;
    const found = united(blocks, segment, role !== 0);
    let start = 0;
    while (start < found.length && (found.rows[start] ?? 0) < from) start++;
    result = room(result, found.length - start);
    keepLive(found, start, moment.columns.live, role, result);
  }
  return result;
}

/** A list with room for `more`; one that somebody may hold is not written to, as it has none. */
function room(list: Growing, more: number): Growing {
  if (list.length + more <= list.rows.length) return list;
  const larger = growing(Math.max(list.length + more, list.length * 2));
  larger.rows.set(list.rows.subarray(0, list.length));
  larger.counts.set(list.counts.subarray(0, list.length));
  larger.length = list.length;
  return larger;
}

type Block = Uint8Array;

/** The exact words that a word stands for. A bare one is folded: it stands for itself and for all that fold to it; one half typed for itself with each tone. */
export function formsOf(connection: Connection, word: QueryWord): string[] {
  if (word.anyTone === true) return [...toneForms(word.text)];
  if (word.exact) return [word.text];
  const rows = connection.statement('SELECT exact FROM syllable WHERE folded = ?').all(word.text);
  return [word.text, ...rows.map((row) => String(row.exact))];
}

function wordBlocks(connection: Connection, letter: string, word: QueryWord): (segment: number) => Block[] {
  const forms = formsOf(connection, word);
  return (segment) => blocksOf(connection, segment, letter, forms);
}

function blocksOf(connection: Connection, segment: number, letter: string, words: readonly string[]): Block[] {
  const terms = words.map((word) => findTerm(connection, segment, letter + word)).filter((term) => term !== null);
  return terms.map((term) => rowsOf(connection, segment, term));
}

/** Behind every word that begins with the same letters. */
const beyond = '\u{10ffff}';

/** Words that begin with bare letters are those in the index, and those with tones and marks that fold to one that begins with them. */
function prefixBlocks(connection: Connection, letter: string, word: QueryWord): (segment: number) => Block[] {
  const range = connection.statement('SELECT at, rows, places FROM term WHERE segment = ? AND word >= ? AND word < ?');
  const toned = word.exact
    ? []
    : connection
        .statement('SELECT exact FROM syllable WHERE folded >= ? AND folded < ?')
        .all(word.text, word.text + beyond)
        .map(({ exact }) => String(exact))
        .filter((exact) => !exact.startsWith(word.text));
  return (segment) => [
    ...range.all(segment, letter + word.text, letter + word.text + beyond).map((row) => rowsOf(connection, segment, termOf(row))),
    ...blocksOf(connection, segment, letter, toned),
  ];
}

/** The documents of any of these blocks of one segment, rows ascending, with the sum of their counts, or of the bits that they are. */
function united(blocks: readonly Block[], { first, last }: Segment, bits: boolean): Growing {
  const all = growing(0);
  for (const block of blocks) readRows(block, first, last, all);
  if (blocks.length === 1) return all;
  const sums = new Int32Array(last - first + 1);
  let distinct = 0;
  for (let at = 0; at < all.length; at++) {
    const place = (all.rows[at] ?? 0) - first;
    if (sums[place] === 0) all.rows[distinct++] = place + first;
    const [sum, count] = [sums[place] ?? 0, all.counts[at] ?? 0];
    sums[place] = bits ? sum | count : sum + count;
  }
  // Sorting few is less work than looking through all rows of the segment.
  if (distinct < sums.length / 16) all.rows.subarray(0, distinct).sort();
  else for (let place = 0, at = 0; place < sums.length; place++) if (sums[place] !== 0) all.rows[at++] = place + first;
  for (let at = 0; at < distinct; at++) all.counts[at] = sums[(all.rows[at] ?? 0) - first] ?? 0;
  all.length = distinct;
  return all;
}
