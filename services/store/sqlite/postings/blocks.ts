import { type Bytes, damaged, longestVarint, noBytes, putVarint } from './varints.ts';

/**
 * A list of documents with the places of a word in each, as it lies in a segment: two blocks of varints.
 * `rows`: for each document twice the number of rows passed over since the one before it (the first: since the first row of the segment), plus 1 where the
 * word stands there once; else how often, less 2, follows. `places`: for each of these times the number of words passed over since the one before it.
 */
/** A list that was written, good until the next one is. */
export interface WrittenList {
  readonly rows: Bytes;
  readonly places: Bytes;
}
const list: WrittenList = { rows: noBytes(), places: noBytes() };

function begin({ rows, places }: WrittenList, numbers: number): void {
  makeRoom(rows, numbers * 2);
  makeRoom(places, numbers);
}

function makeRoom(bytes: Bytes, numbers: number): void {
  bytes.length = 0;
  if (bytes.bytes.length < numbers * longestVarint) bytes.bytes = new Uint8Array(numbers * longestVarint * 2);
}

/**
 * The list of a word which stands in the document `rowOf[at]` at the place `placeOf[at]`, for every `at` from `start` to `end`; documents ascend, so do the places in each.
 * `first`: the first row that the list may have.
 */
export function putPlaces(rowOf: Int32Array, placeOf: Int32Array, start: number, end: number, first: number): WrittenList {
  begin(list, end - start);
  const { bytes } = list.places;
  let { length } = list.places;
  let next = first;
  for (let at = start; at < end; ) {
    const row = rowOf[at] as number;
    const from = at;
    for (let nextPlace = 0; at < end && rowOf[at] === row; at++) {
      const place = placeOf[at] as number;
      let rest = place - nextPlace;
      nextPlace = place + 1;
      while (rest > 127) {
        bytes[length++] = (rest & 127) | 128;
        rest >>>= 7;
      }
      bytes[length++] = rest;
    }
    putDocument(list.rows, row - next, at - from);
    next = row + 1;
  }
  list.places.length = length;
  return list;
}

/** The list of a word which stands in the document `rows[at]` as often as `times[at]` says (of a number: what it is to it), for every `at` from `start` to `end`, without places. */
export function putTimes(rows: Int32Array, times: Int32Array, start: number, end: number, first: number): WrittenList {
  begin(list, end - start);
  let next = first;
  for (let at = start; at < end; at++) {
    const count = times[at] as number;
    if (count === 0) continue;
    const row = rows[at] as number;
    putDocument(list.rows, row - next, count);
    next = row + 1;
  }
  return list;
}

function putDocument(rows: Bytes, passedOver: number, count: number): void {
  putVarint(rows, passedOver * 2 + (count === 1 ? 1 : 0));
  if (count > 1) putVarint(rows, count - 2);
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
 * The last row of the list that lies in `bytes` from `from` to `to`, of a segment with the rows `first` to `last`, and how often its word stands there in all: a
 * look through it that keeps nothing.
 * @throws Failure `collection-damaged` as `readRows`.
 */
export function endOfRows(
  bytes: Uint8Array,
  from: number,
  to: number,
  first: number,
  last: number,
): { readonly row: number; readonly times: number } {
  let row = first - 1;
  let times = 0;
  let more = false;
  for (let at = from; at < to; at++) {
    let byte = bytes[at] as number;
    let value = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      if (++at === to || shift > 28) throw damaged('a number has no end');
      byte = bytes[at] as number;
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
export function countOf(bytes: Uint8Array, from: number, to: number): number {
  let more = 0;
  for (let at = from; at < to; at++) more += (bytes[at] as number) >>> 7;
  if (to > from && (bytes[to - 1] as number) > 127) throw damaged('a number has no end');
  return to - from - more;
}

/** Puts the first number of a list of rows as it is where the first row that the list may have lies `earlier` rows before; what comes behind it is as it was, from the place given. */
export function rebased(bytes: Uint8Array, from: number, earlier: number, into: Bytes): number {
  let at = from;
  let value = 0;
  for (let shift = 0, byte = 128; byte > 127; shift += 7) {
    byte = bytes[at++] as number;
    value |= (byte & 127) << shift;
  }
  putVarint(into, value + earlier * 2);
  return at;
}
