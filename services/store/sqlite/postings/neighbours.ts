import { beginReading, landmark, type PackedList, readPlaces, readTo } from './packed.ts';
import { damaged } from './varints.ts';

/** One of the words that stand side by side, in one segment: how many words behind the first of them it stands, and the lists of its forms. */
export interface Neighbour {
  readonly offset: number;
  readonly lists: readonly PackedList[];
}

/** Where fewer than one of so many rows are still looked at, they are looked up in a list one by one. */
const sparse = 12;

/**
 * How often the words stand side by side in a text of each of these documents (of one segment, rows ascending; `lengths` of their texts, in words, by row). It
 * goes word by word, the rarest first: a bit for each place at which the words so far may begin, kept where the next word stands as far behind it. So every
 * list is read in one go, and what has no bit left is passed over.
 * @throws Failure `collection-damaged` where a word stands behind the end of its text.
 */
export function countNeighbours(words: readonly Neighbour[], rows: Int32Array, lengths: Int32Array): Int32Array {
  const counts = new Int32Array(rows.length);
  const [first] = rows;
  if (first === undefined || words.some(({ lists }) => lists.length === 0)) return counts;
  begin(first, rows, lengths);
  let left = rows;
  for (const [step, { offset, lists }] of words.toSorted((a, b) => sizeOf(a) - sizeOf(b)).entries()) {
    if (step > 0) left = goOn(left);
    for (const list of lists) {
      if (left.length * sparse < end - origin) markSome(list, left, offset, step === 0, lengths);
      else markAll(list, offset, step === 0, lengths);
    }
  }
  for (let at = 0; at < rows.length; at++) counts[at] = counted[(rows[at] as number) - origin] as number;
  return counts;
}

const sizeOf = ({ lists }: Neighbour) => lists.reduce((sum, { places }) => sum + places.length, 0);

// What is worked with is kept between calls, as it is large and there are many.
/** The row that `bases` and `counted` begin with, and the one behind their last. */
let origin = 0;
let end = 0;
/** Of each row the bit of its first word; -1 of one that is not, or no longer, looked at. */
let bases = new Int32Array(0);
/** Of each row how many places have a bit in `after`. */
let counted = new Int32Array(0);
/** Bits of places at which the words before this one may begin, and with this one. */
let before = new Int32Array(0);
let after = new Int32Array(0);
let bits = 0;
let scratch = new Int32Array(64);

function begin(first: number, rows: Int32Array, lengths: Int32Array): void {
  origin = first;
  end = (rows[rows.length - 1] as number) + 1;
  if (bases.length < end - first) {
    bases = new Int32Array(end - first);
    counted = new Int32Array(end - first);
  }
  bases.fill(-1, 0, end - first);
  counted.fill(0, 0, end - first);
  bits = 0;
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as number;
    bases[row - first] = bits;
    bits += lengths[row] as number;
  }
  const size = (bits >>> 5) + 1;
  if (before.length < size) {
    before = new Int32Array(size);
    after = new Int32Array(size);
  }
  after.fill(0, 0, size);
}

/** Makes what was found with the last word what there is before the next one, and gives the documents that have any of it. */
function goOn(left: Int32Array): Int32Array {
  [before, after] = [after, before];
  after.fill(0, 0, (bits >>> 5) + 1);
  const next = new Int32Array(left.length);
  let length = 0;
  for (let at = 0; at < left.length; at++) {
    const row = left[at] as number;
    if (counted[row - origin] === 0) bases[row - origin] = -1;
    else next[length++] = row;
    counted[row - origin] = 0;
  }
  return next.subarray(0, length);
}

/** Marks the places of the documents that are left, each looked up in the list; `any`: whatever the words before. */
function markSome(list: PackedList, left: Int32Array, offset: number, any: boolean, lengths: Int32Array): void {
  const reader = beginReading(list);
  for (let at = 0; at < left.length; at++) {
    const row = left[at] as number;
    if (!readTo(reader, row)) continue;
    if (reader.count > scratch.length) scratch = new Int32Array(reader.count * 2);
    const count = readPlaces(reader, scratch, 0);
    if ((scratch[count - 1] as number) >= (lengths[row] as number)) throw behindTheEnd();
    for (let each = 0; each < count; each++) mark(row - origin, (scratch[each] as number) - offset, any);
  }
}

function mark(row: number, start: number, any: boolean): void {
  if (start < 0) return;
  const bit = (bases[row] as number) + start;
  const mask = 1 << (bit & 31);
  if (!any && ((before[bit >>> 5] as number) & mask) === 0) return;
  after[bit >>> 5] = (after[bit >>> 5] as number) | mask;
  counted[row] = (counted[row] as number) + 1;
}

/** Marks the places of the documents that are left, by reading all of them. What it reads was looked through when the list was packed. */
function markAll(list: PackedList, offset: number, any: boolean, lengths: Int32Array): void {
  const { rows, places } = list;
  let { next, at, place } = landmark(list, origin);
  while (at < rows.length) {
    let byte = rows[at++] as number;
    let value = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = rows[at++] as number;
      value |= (byte & 127) << shift;
    }
    const row = next + (value >>> 1);
    next = row + 1;
    if (next > end) return;
    let count = 1;
    if ((value & 1) === 0) {
      byte = rows[at++] as number;
      count = byte & 127;
      for (let shift = 7; byte > 127; shift += 7) {
        byte = rows[at++] as number;
        count |= (byte & 127) << shift;
      }
      count += 2;
    }
    const base = row < origin ? -1 : (bases[row - origin] as number);
    if (base < 0) {
      for (; count > 0; count--) while ((places[place++] as number) > 127);
      continue;
    }
    let start = -offset;
    let found = 0;
    for (; count > 0; count--) {
      byte = places[place++] as number;
      value = byte & 127;
      for (let shift = 7; byte > 127; shift += 7) {
        byte = places[place++] as number;
        value |= (byte & 127) << shift;
      }
      start += value;
      if (start >= 0) {
        const bit = base + start;
        const mask = 1 << (bit & 31);
        if (any || ((before[bit >>> 5] as number) & mask) !== 0) {
          after[bit >>> 5] = (after[bit >>> 5] as number) | mask;
          found++;
        }
      }
      start++;
    }
    if (start + offset > (lengths[row] as number)) throw behindTheEnd();
    counted[row - origin] = (counted[row - origin] as number) + found;
  }
}

const behindTheEnd = () => damaged('a word stands behind the end of its text');
