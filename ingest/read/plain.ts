import { Failure } from '#ingest/model/failure.ts';
import { legacyCount, legacyOf } from '#ingest/vocabulary/legacyLetters.ts';
import { isSyllable } from '#ingest/vocabulary/syllables.ts';

type Wide = 'utf-16le' | 'utf-16be';

const marks: readonly { readonly mark: readonly number[]; readonly encoding: Wide }[] = [
  { mark: [0xff, 0xfe], encoding: 'utf-16le' },
  { mark: [0xfe, 0xff], encoding: 'utf-16be' },
];

/**
 * The letters of a text file: UTF-8 or UTF-16, with or without mark; failing that Windows-1258, TCVN3 (ABC) or VNI, where most of the words with marks
 * are Vietnamese syllables when read so. Text in TCVN3 and VNI is given in the letters of Windows-1252 that share its bytes: repair puts the letters
 * meant, and tells so. The mark is no letter. Throws Failure `unknown-encoding`, naming the first byte that does not fit.
 */
export function decoded(bytes: Uint8Array): string {
  const encoding = marks.find(({ mark }) => mark.every((byte, index) => bytes[index] === byte))?.encoding ?? wideWithoutMark(bytes);
  if (encoding !== null) {
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
    const text = legacyText(bytes);
    if (text !== null) return text;
    const at = firstWrong(bytes);
    const byte = (bytes[at] ?? 0).toString(16).padStart(2, '0');
    throw new Failure(
      'unknown-encoding',
      `The text is not UTF-8: byte 0x${byte} at offset ${at} does not fit. Nor is it Vietnamese in Windows-1258, TCVN3 or VNI.`,
      { cause: error },
    );
  }
}

/** The high bytes of the letters, signs and blanks of Vietnamese in UTF-16. */
const highBytes: ReadonlySet<number> = new Set([0x00, 0x01, 0x03, 0x1e, 0x20]);

/** UTF-16 without its mark: nearly all high bytes are of few values, and of the low bytes hardly one is zero. Null for other bytes. */
export function wideWithoutMark(bytes: Uint8Array): Wide | null {
  const length = Math.min(bytes.length, 4096) & ~1;
  if (length < 8 || bytes.length % 2 !== 0) return null;
  for (const [encoding, high] of [
    ['utf-16le', 1],
    ['utf-16be', 0],
  ] as const) {
    let fitting = 0;
    let zeros = 0;
    for (let at = 0; at < length; at += 2) {
      if (highBytes.has(bytes[at + high]!)) fitting += 1;
      if (bytes[at + 1 - high] === 0) zeros += 1;
    }
    const plain = bytes.subarray(0, length).some((byte, index) => index % 2 === high && byte === 0);
    if (plain && fitting * 20 >= (length / 2) * 19 && zeros * 100 <= length / 2) return encoding;
  }
  return null;
}

const anyWord = /[\p{L}\p{M}]+/gu;
const ascii = /^[a-z]+$/iu;
/** So many words tell what the bytes are. */
const mostWords = 400;

/** The text of bytes from before Unicode, null where they are not Vietnamese in an encoding known here. */
function legacyText(bytes: Uint8Array): string | null {
  const latin = new TextDecoder('windows-1252').decode(bytes);
  if (legacyOf(legacyCount(latin)) !== null) return latin;
  const text = new TextDecoder('windows-1258').decode(bytes).normalize('NFC');
  let words = 0;
  let syllables = 0;
  for (const [word] of text.matchAll(anyWord)) {
    if (ascii.test(word)) continue;
    words += 1;
    if (isSyllable(word)) syllables += 1;
    if (words >= mostWords) break;
  }
  return syllables >= 2 && syllables * 10 >= words * 7 ? text : null;
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

/** Offsets at which the pages of a text begin: programs that print a PDF's text put a form feed between pages. */
export function pagesOf(text: string): number[] {
  const pages = [0];
  for (let at = text.indexOf('\f'); at !== -1 && at + 1 < text.length; at = text.indexOf('\f', at + 1)) pages.push(at + 1);
  return pages;
}
