import { damaged } from './varints.ts';

/**
 * A list of one segment as it lies there (blocks.ts), with landmarks from which it can be read: of every `stride`-th document the first row that it may have,
 * and where its numbers and its places begin. A list stays packed, as a search wants the places of a few documents of each.
 */
export interface PackedList {
  readonly rows: Uint8Array;
  readonly places: Uint8Array;
  readonly marks: Int32Array;
}

const stride = 16;
/** No row is larger. */
const mostRow = 2 ** 31 - 1;
/** Numbers of a landmark. */
const width = 3;

/**
 * Looks through the list once; what is read of it later is sound.
 * @throws Failure `collection-damaged` where it is no list of a segment with the rows `first` to `last`, or has more or fewer places than it counts.
 */
export function packedList(rows: Uint8Array, places: Uint8Array, first: number, last: number): PackedList {
  const marks = new Int32Array((Math.ceil(rows.length / stride) + 1) * width);
  let next = first;
  let place = 0;
  let documents = 0;
  for (let at = 0; at < rows.length; documents++) {
    if (documents % stride === 0) {
      const mark = (documents / stride) * width;
      marks[mark] = next;
      marks[mark + 1] = at;
      marks[mark + 2] = place;
    }
    let value = rows[at++] as number;
    if (value > 127) {
      value &= 127;
      for (let shift = 7, byte = 128; byte > 127; shift += 7) {
        if (at === rows.length || shift > 28) throw damaged('a number has no end');
        byte = rows[at++] as number;
        value |= (byte & 127) << shift;
      }
      if (value < 0) throw damaged('a number is too large');
    }
    next += (value >>> 1) + 1;
    if (next > last + 1) throw damaged('a list goes beyond its segment');
    let count = 1;
    if ((value & 1) === 0) {
      count = 0;
      for (let shift = 0, byte = 128; byte > 127; shift += 7) {
        if (at === rows.length || shift > 28) throw damaged('a list has no end');
        byte = rows[at++] as number;
        count |= (byte & 127) << shift;
      }
      if (count < 0) throw damaged('a number is too large');
      count += 2;
    }
    for (; count > 0 && place < places.length; count--) {
      while ((places[place] as number) > 127) place++;
      place++;
    }
    if (count > 0 || place > places.length) throw damaged('places are missing');
  }
  if (place !== places.length) throw damaged('places are left over');
  return { rows, places, marks: marks.slice(0, Math.ceil(documents / stride) * width) };
}

/** From where a list is read to find what it has from this row on: the row that may come first there, and where numbers and places begin. */
export function landmark({ marks }: PackedList, row: number): { readonly next: number; readonly at: number; readonly place: number } {
  let low = 0;
  let high = marks.length / width;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((marks[middle * width] as number) <= row) low = middle;
    else high = middle;
  }
  return { next: marks[low * width] ?? 0, at: marks[low * width + 1] ?? 0, place: marks[low * width + 2] ?? 0 };
}

/** Where reading a list has come to. The document before it is the one that was read last. */
export interface Reader {
  readonly list: PackedList;
  /** The landmark that was passed last. */
  mark: number;
  /** The first row that the next document may have, and where its numbers begin. */
  next: number;
  at: number;
  /** Where places begin, and how many of them are of documents passed over. */
  place: number;
  owed: number;
  /** The document that was read last, and how often the word stands there. */
  row: number;
  count: number;
}

export function beginReading(list: PackedList): Reader {
  return { list, mark: 0, next: list.marks[0] ?? 0, at: 0, place: 0, owed: 0, row: -1, count: 0 };
}

/** Reads the next document; false where there is none. */
export function readNext(reader: Reader): boolean {
  return readUpTo(reader, mostRow, true);
}

/** Goes on to this document, which lies behind the one that was read last; false where the list does not have it. */
export function readTo(reader: Reader, row: number): boolean {
  const { marks } = reader.list;
  let low = reader.mark;
  let step = 1;
  while ((low + step) * width < marks.length && (marks[(low + step) * width] as number) <= row) {
    low += step;
    step *= 2;
  }
  let high = Math.min(low + step, marks.length / width);
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((marks[middle * width] as number) <= row) low = middle;
    else high = middle;
  }
  const at = marks[low * width + 1] as number;
  if (low > reader.mark && at > reader.at) {
    reader.next = marks[low * width] as number;
    reader.at = at;
    reader.place = marks[low * width + 2] as number;
    reader.owed = 0;
    reader.count = 0;
  }
  reader.mark = low;
  return readUpTo(reader, row, false);
}

/** Reads on to the document `wanted`, or only the next one. What lies behind `wanted` is left to be read. */
function readUpTo(reader: Reader, wanted: number, any: boolean): boolean {
  const { rows } = reader.list;
  let { next, at, owed } = reader;
  owed += reader.count;
  let found = false;
  reader.count = 0;
  while (!found && at < rows.length && next <= wanted) {
    let byte = rows[at] as number;
    let end = at + 1;
    let value = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = rows[end++] as number;
      value |= (byte & 127) << shift;
    }
    const row = next + (value >>> 1);
    if (row > wanted) break;
    let count = 1;
    if ((value & 1) === 0) {
      byte = rows[end++] as number;
      count = byte & 127;
      for (let shift = 7; byte > 127; shift += 7) {
        byte = rows[end++] as number;
        count |= (byte & 127) << shift;
      }
      count += 2;
    }
    next = row + 1;
    at = end;
    if (any || row === wanted) {
      found = true;
      reader.row = row;
      reader.count = count;
    } else owed += count;
  }
  reader.next = next;
  reader.at = at;
  reader.owed = owed;
  return found;
}

/** Appends the places of the document that was read last to `into`, from `to` on, where there is room for `count` of them; gives where the next ones come. */
export function readPlaces(reader: Reader, into: Int32Array, to: number): number {
  const { places } = reader.list;
  let at = reader.place;
  for (let left = reader.owed; left > 0; left--) {
    while ((places[at] as number) > 127) at++;
    at++;
  }
  const end = to + reader.count;
  let next = 0;
  for (let length = to; length < end; length++) {
    let byte = places[at++] as number;
    let value = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = places[at++] as number;
      value |= (byte & 127) << shift;
    }
    next += value;
    into[length] = next++;
  }
  reader.place = at;
  reader.owed = 0;
  reader.count = 0;
  return end;
}
