import { capacityMark, recipientsMark, typeNames } from '#ingest/vocabulary/layout.ts';
import { isCapitals, opensBlock, type Piece } from './pieces.ts';

/** The head is looked for in so many lines at most: a type name further down belongs to an annex. */
const headLimit = 30;
const mottos = /ĐẢNG CỘNG SẢN VIỆT NAM|CỘNG H[ÒO][ÀA]? XÃ HỘI CHỦ NGHĨA VIỆT NAM|Độc lập\s*[-–]\s*Tự do/u;
const typeNameLine = new RegExp(`^(?:${[...typeNames].sort((a, b) => b.length - a.length).join('|')})(?![\\p{L}\\p{N}])`, 'u');

/** The line is, or begins with, the name of a type of document in capitals. */
export function isTypeName(words: string): boolean {
  return words.length < 120 && typeNameLine.test(words) && isCapitals(words);
}

/** Index of the line with the type name that closes the head; -1 where the text has none. */
export function typeNameIndex(lines: readonly Piece[]): number {
  const limit = Math.min(lines.length, headLimit);
  for (let index = 0; index < limit; index += 1) {
    const words = lines[index]?.words ?? '';
    if (isTypeName(words)) return index;
    // Columns: the name may stand beside or under other words of the head, a numbered block never comes before it.
    if (opensBlock(words) && !/^[-*–]/u.test(words)) return -1;
  }
  return -1;
}

/** Number of lines at the top in which columns are looked for. */
export function headLength(lines: readonly Piece[], typeName: number): number {
  if (typeName >= 0) return typeName + 1;
  let last = 0;
  for (let index = 0; index < Math.min(lines.length, 12); index += 1) if (mottos.test(lines[index]?.words ?? '')) last = index + 4;
  return Math.min(last, lines.length);
}

/** The line begins the close: the recipients' list, or the capacity in which somebody signs. */
export function opensClose(words: string): boolean {
  // All that opens a close begins with one of these: Nơi nhận, T/M, K/T, TUQ, Q.
  if (!'NTKQ'.includes(words.charAt(0))) return false;
  const head = words.length > 48 ? words.slice(0, 48) : words;
  return recipientsMark.test(head) || (capacityMark.test(head) && isCapitals(head));
}
