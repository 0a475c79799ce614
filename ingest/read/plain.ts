import { Failure } from '#ingest/model/failure.ts';

const wide: readonly { readonly mark: readonly number[]; readonly encoding: 'utf-16le' | 'utf-16be' }[] = [
  { mark: [0xff, 0xfe], encoding: 'utf-16le' },
  { mark: [0xfe, 0xff], encoding: 'utf-16be' },
];

/**
 * The letters of a text file: UTF-8 (with or without mark), or UTF-16 with its mark. The mark is no letter.
 * Throws Failure `unknown-encoding`, naming the first byte that does not fit.
 */
export function decoded(bytes: Uint8Array): string {
  for (const { mark, encoding } of wide) {
    if (!mark.every((byte, index) => bytes[index] === byte)) continue;
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch (error) {
      throw new Failure('unknown-encoding', `The file begins like ${encoding.toUpperCase()} text, but goes on otherwise.`, {
        cause: error,
      });
    }
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    const at = firstWrong(bytes);
    const byte = (bytes[at] ?? 0).toString(16).padStart(2, '0');
    throw new Failure('unknown-encoding', `The text is not UTF-8: byte 0x${byte} at offset ${at} does not fit${guess(bytes)}.`, {
      cause: error,
    });
  }
}

const chunk = 65_536;

/** Offset of the first byte that is not UTF-8. */
function firstWrong(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let good = 0;
  try {
    for (; good < bytes.length; good += chunk) decoder.decode(bytes.subarray(good, good + chunk), { stream: true });
    return bytes.length - 1;
  } catch {
    // A letter may begin at the end of the chunk before.
    const from = Math.max(0, good - 3);
    const start = from + bytes.subarray(from, from + 4).findIndex((byte) => (byte & 0xc0) !== 0x80);
    let low = start;
    let high = Math.min(bytes.length, good + chunk);
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      try {
        new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(start, middle), { stream: true });
        low = middle;
      } catch {
        high = middle - 1;
      }
    }
    return Math.min(low, bytes.length - 1);
  }
}

/** What the bytes look like, where that can be told: a hint for the person, never used for reading. */
function guess(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, 4096);
  const zeros = sample.reduce((sum, byte) => sum + (byte === 0 ? 1 : 0), 0);
  if (zeros > sample.length / 4) return ' (it looks like UTF-16 without its mark)';
  // TCVN3 (ABC) writes the letters with tones between 0xb5 and 0xfe.
  const high = sample.reduce((sum, byte) => sum + (byte >= 0xa0 ? 1 : 0), 0);
  return high > sample.length / 20 ? ' (it may be TCVN3, VNI or Windows-1258)' : '';
}

/** Offsets at which the pages of a text begin: programs that print a PDF's text put a form feed between pages. */
export function pagesOf(text: string): number[] {
  const pages = [0];
  for (let at = text.indexOf('\f'); at !== -1 && at + 1 < text.length; at = text.indexOf('\f', at + 1)) pages.push(at + 1);
  return pages;
}
