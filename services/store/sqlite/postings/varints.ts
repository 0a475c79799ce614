import { Failure } from '#ingest/model/failure.ts';

/** Whole numbers from 0 in as few bytes as they need: seven bits a byte, the least first; the highest bit says that another follows. */

export function damaged(what: string): Failure {
  return new Failure('collection-damaged', `The word index cannot be read: ${what}.`);
}

/** Appends a number below 2^31. */
export function putVarint(bytes: number[], value: number): void {
  let rest = value;
  while (rest > 127) {
    bytes.push((rest & 127) | 128);
    rest >>>= 7;
  }
  bytes.push(rest);
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
