import { Failure } from '#ingest/model/failure.ts';

/** Whole numbers from 0 in as few bytes as they need: seven bits a byte, the least first; the highest bit says that another follows. */

export function damaged(what: string): Failure {
  return new Failure('collection-damaged', `The word index cannot be read: ${what}.`);
}

/** Bytes that are being written: the first `length` of `bytes`. */
export interface Bytes {
  bytes: Uint8Array;
  length: number;
}

export const noBytes = (capacity = 64): Bytes => ({ bytes: new Uint8Array(capacity), length: 0 });
export const written = ({ bytes, length }: Bytes): Uint8Array => bytes.subarray(0, length);

/** A varint takes no more. */
export const longestVarint = 5;

/** Appends a number below 2^31. */
export function putVarint(into: Bytes, value: number): void {
  if (into.length + longestVarint > into.bytes.length) {
    const larger = new Uint8Array(into.bytes.length * 2 + longestVarint);
    larger.set(into.bytes);
    into.bytes = larger;
  }
  const { bytes } = into;
  let { length } = into;
  let rest = value;
  while (rest > 127) {
    bytes[length++] = (rest & 127) | 128;
    rest >>>= 7;
  }
  bytes[length++] = rest;
  into.length = length;
}

/**
 * The numbers of a block.
 * @throws Failure `collection-damaged` where the last one has no end, or one is too large.
 */
export function varintsOf(bytes: Uint8Array): Int32Array {
  const values = new Int32Array(bytes.length);
  let count = 0;
  let at = 0;
  while (at < bytes.length) {
    let byte = bytes[at++] ?? 0;
    let value = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      if (at === bytes.length || shift > 28) throw damaged('a number has no end');
      byte = bytes[at++] ?? 0;
      value |= (byte & 127) << shift;
    }
    if (value < 0) throw damaged('a number is too large');
    values[count++] = value;
  }
  return values.subarray(0, count);
}
