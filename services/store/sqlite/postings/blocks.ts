import { type Bytes, damaged, noBytes, putVarint, written } from './varints.ts';

/**
 * A list of documents with the places of a word in each, as it lies in a segment: two blocks of varints.
 * `rows`: for each document twice the number of rows passed over since the one before it (the first: since the first row of the segment), plus 1 where the
 * word stands there once; else how often, less 2, follows. `places`: for each of these times the number of words passed over since the one before it.
 */
export interface Blocks {
  readonly rows: Uint8Array;
  readonly places: Uint8Array;
}

/** A list being written. Documents come in ascending order, so do the places in each. One writer writes many lists, one after another. */
export interface ListWriter {
  readonly rows: Bytes;
  readonly places: Bytes;
  /** First row that the next document may have. */
  next: number;
  row: number;
  count: number;
  nextPlace: number;
}

export function beginList(first: number): ListWriter {
  return { rows: noBytes(), places: noBytes(), next: first, row: -1, count: 0, nextPlace: 0 };
}

/** Begins another list. */
export function restartList(list: ListWriter, first: number): void {
  list.rows.length = 0;
  list.places.length = 0;
  list.next = first;
  list.row = -1;
  list.count = 0;
  list.nextPlace = 0;
}

/** The word stands at this place of the document. */
export function addPlace(list: ListWriter, row: number, place: number): void {
  addTimes(list, row, 1);
  putVarint(list.places, place - list.nextPlace);
  list.nextPlace = place + 1;
}

/** The word stands in the document, `times` more. */
export function addTimes(list: ListWriter, row: number, times: number): void {
  if (row !== list.row) {
    endDocument(list);
    list.row = row;
    list.nextPlace = 0;
  }
  list.count += times;
}

function endDocument(list: ListWriter): void {
  if (list.count === 0) return;
  const once = list.count === 1;
  putVarint(list.rows, (list.row - list.next) * 2 + (once ? 1 : 0));
  if (!once) putVarint(list.rows, list.count - 2);
  list.next = list.row + 1;
  list.count = 0;
}

/** Nothing more comes: the blocks are what is written in `rows` and `places`. */
export function finishList(list: ListWriter): void {
  endDocument(list);
}

/** What it gives is good until the writer begins another list. */
export function endList(list: ListWriter): Blocks {
  finishList(list);
  return { rows: written(list.rows), places: written(list.places) };
}

/** Documents and counts that grow. */
export interface Growing {
  rows: Int32Array;
  counts: Int32Array;
  length: number;
}

export function growing(capacity: number): Growing {
  return { rows: new Int32Array(capacity), counts: new Int32Array(capacity), length: 0 };
}

/** Makes room for `more` documents. */
export function reserve(list: Growing, more: number): void {
  const wanted = list.length + more;
  if (wanted <= list.rows.length) return;
  const capacity = Math.max(wanted, list.rows.length * 2);
  const { rows, counts } = list;
  list.rows = new Int32Array(capacity);
  list.counts = new Int32Array(capacity);
  list.rows.set(rows.subarray(0, list.length));
  list.counts.set(counts.subarray(0, list.length));
}

/**
 * Appends the documents of a block of a segment with the rows `first` to `last`.
 * @throws Failure `collection-damaged` where it is none.
 */
export function readRows(bytes: Uint8Array, first: number, last: number, into: Growing): void {
  reserve(into, bytes.length);
  const { rows, counts } = into;
  let length = into.length;
  let row = first;
  for (let at = 0; at < bytes.length; ) {
    let value = bytes[at++] as number;
    if (value > 127) {
      value &= 127;
      for (let shift = 7, byte = 128; byte > 127; shift += 7) {
        if (at === bytes.length || shift > 28) throw damaged('a number has no end');
        byte = bytes[at++] as number;
        value |= (byte & 127) << shift;
      }
      if (value < 0) throw damaged('a number is too large');
    }
    row += value >>> 1;
    if (row > last) throw damaged('a list goes beyond its segment');
    let count = 1;
    if ((value & 1) === 0) {
      count = 0;
      for (let shift = 0, byte = 128; byte > 127; shift += 7) {
        if (at === bytes.length || shift > 28) throw damaged('a list has no end');
        byte = bytes[at++] as number;
        count |= (byte & 127) << shift;
      }
      if (count < 0) throw damaged('a number is too large');
      count += 2;
    }
    rows[length] = row++;
    counts[length++] = count;
  }
  into.length = length;
}

/**
 * Where in the block `places` those of each document begin, in bytes, and where the last ones end.
 * @throws Failure `collection-damaged` where the block has more or fewer places than the counts say.
 */
export function placeStarts(bytes: Uint8Array, counts: Int32Array): Int32Array {
  const starts = new Int32Array(counts.length + 1);
  let at = 0;
  for (let index = 0; index < counts.length; index++) {
    starts[index] = at;
    for (let left = counts[index] ?? 0; left > 0; left--) {
      while ((bytes[at] ?? 0) > 127) at++;
      at++;
    }
    if (at > bytes.length) throw damaged('places are missing');
  }
  if (at !== bytes.length) throw damaged('places are left over');
  starts[counts.length] = at;
  return starts;
}

/**
 * The last row of a list of a segment with the rows `first` to `last`, and how often its word stands there in all: a look through it that keeps nothing.
 * @throws Failure `collection-damaged` as `readRows`.
 */
export function endOfRows(bytes: Uint8Array, first: number, last: number): { readonly row: number; readonly times: number } {
  let row = first - 1;
  let times = 0;
  let more = false;
  for (let at = 0; at < bytes.length; at++) {
    let byte = bytes[at] ?? 0;
    let value = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      if (++at === bytes.length || shift > 28) throw damaged('a number has no end');
      byte = bytes[at] ?? 0;
      value |= (byte & 127) << shift;
    }
    if (value < 0) throw damaged('a number is too large');
    if (more) {
      times += value + 2;
      more = false;
    } else {
      row += (value >>> 1) + 1;
      if (row > last) throw damaged('a list goes beyond its segment');
      more = (value & 1) === 0;
      if (!more) times++;
    }
  }
  if (more) throw damaged('a list has no end');
  return { row, times };
}

/** How many numbers there are in a block of varints. */
export function countOf(bytes: Uint8Array): number {
  let count = 0;
  for (let at = 0; at < bytes.length; at++) if ((bytes[at] ?? 0) < 128) count++;
  if ((bytes[bytes.length - 1] ?? 0) > 127) throw damaged('a number has no end');
  return count;
}

/** The rows of a list whose segment began at `first`, as they lie behind those before the row `next` of another one: only the first number is another. */
export function rebasedRows(bytes: Uint8Array, first: number, next: number): readonly Uint8Array[] {
  let length = 0;
  let value = 0;
  for (let shift = 0, byte = 128; byte > 127 && length < bytes.length; shift += 7) {
    byte = bytes[length++] ?? 0;
    value |= (byte & 127) << shift;
  }
  const head = noBytes(5);
  putVarint(head, value + (first - next) * 2);
  return [written(head), bytes.subarray(length)];
}
