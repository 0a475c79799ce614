import {
  blockMarker,
  capacityMark,
  dashedPairs,
  divisionMark,
  labelMark,
  namePairs,
  openWord,
  recipientsMark,
  ruleLine,
} from '#ingest/vocabulary/layout.ts';
import { noteMark } from '#ingest/vocabulary/notes.ts';
import { isLetter } from './scan.ts';

/** One line of the text, or one column's piece of it, without the blanks around it. Offsets in UTF-16 code units, end exclusive. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly words: string;
  /** Line ends between the piece before and this one; 0 for a further column of the same line. */
  readonly breaks: number;
  /** Spaces before it on its line; 0 for a further column. */
  readonly indent: number;
  /** A page begins between the piece before and this one. */
  readonly newPage: boolean;
}

const columnGap = / {3,}/g;
/** One search for both: an engine that looks for the next form feed ahead of need reads the whole rest of the text at each line. */
const lineBreak = /[\n\f]/g;
const space = 0x20;

/** The lines that hold words, in order; a form feed ends a line and a page. `pages` are the offsets (ascending) at which pages begin. */
export function piecesOf(text: string, pages: readonly number[]): Piece[] {
  const pieces: Piece[] = [];
  let breaks = 0;
  let newPage = false;
  let page = 1;
  lineBreak.lastIndex = 0;
  for (let lineStart = 0; lineStart <= text.length; ) {
    const found = lineBreak.exec(text);
    const lineEnd = found === null ? text.length : found.index;
    const fed = found !== null && found[0] === '\f';
    let start = lineStart;
    let end = lineEnd;
    while (start < end && text.charCodeAt(start) === space) start += 1;
    while (end > start && text.charCodeAt(end - 1) === space) end -= 1;
    while (page < pages.length && (pages[page] ?? 0) <= start) {
      newPage = true;
      page += 1;
    }
    if (start < end) {
      pieces.push({ start, end, words: text.slice(start, end), breaks, indent: start - lineStart, newPage });
      breaks = 1;
      newPage = false;
    } else if (!fed) breaks += 1;
    if (fed) newPage = true;
    lineStart = lineEnd + 1;
  }
  return pieces;
}

/** The columns of a line that is laid out in columns (three spaces or more between them), left first; the line itself where it is not. */
export function columnsOf(piece: Piece): Piece[] {
  if (!piece.words.includes('   ')) return [piece];
  const columns: Piece[] = [];
  let at = 0;
  columnGap.lastIndex = 0;
  for (let gap = columnGap.exec(piece.words); ; gap = columnGap.exec(piece.words)) {
    const end = gap === null ? piece.words.length : gap.index;
    columns.push({
      start: piece.start + at,
      end: piece.start + end,
      words: piece.words.slice(at, end),
      breaks: columns.length === 0 ? piece.breaks : 0,
      indent: columns.length === 0 ? piece.indent : 0,
      newPage: columns.length === 0 && piece.newPage,
    });
    if (gap === null) return columns;
    at = gap.index + gap[0].length;
  }
}

const lower = /^[\s“”"'‘’([«]*\p{Ll}/u;
const anyLower = /\p{Ll}/u;
const twoUpper = /\p{Lu}[^\p{L}]*\p{Lu}/u;
const sentenceEnd = /[.!?;:…](?:["”’»)\]]*)$|(?:\.\/\.?|\/\.)$/u;
const digitHyphen = /\d{1,5} ?[-–]$/;
const symbolRest = /^\p{Lu}\p{L}{0,5} ?\/ ?\p{Lu}/u;
const dashWord = /^[-–] \p{Ll}/u;
const digitSlash = /\d{1,2} ?\/$/;
const digitFirst = /^\d/;
const numberFirst = /^(?:\d|[IVX]{1,6}(?![\p{L}\p{N}]))/u;
const numberedRow = /^\d{1,3} \p{Lu}/u;
const closing = /^[\p{L}\p{N}]{1,7}\)/u;
const firstWord = /^[\p{L}]+/u;

/** First letter (after quotes or brackets) is a small one. */
export function startsLower(words: string): boolean {
  return lower.test(words);
}

/** At least two capitals and no small letter. */
export function isCapitals(words: string): boolean {
  return !anyLower.test(words) && twoUpper.test(words);
}

/** The words end a sentence or lead in a list. */
export function endsSentence(words: string): boolean {
  // Most lines that were broken end in a letter.
  if (isLetter(words.charCodeAt(words.length - 1))) return false;
  return sentenceEnd.test(words.length > 16 ? words.slice(-16) : words);
}

/** A number that stops at its slash ("987-CV/", "20/2021/") and the letters that follow. */
const symbolSlash = /\d\s?[-/]\s?[\p{Lu}\d]{0,10}\/$/u;
const capitalsFirst = /^\p{Lu}{2}/u;
/** Small words that no block ends with, whatever comes next ("theo" and "trực thuộc" do end headings). */
const neverLast: ReadonlySet<string> = new Set(['của', 'về', 'và', 'với', 'tại', 'các', 'những']);

/** The words stop inside something that must go on: a number, a date, a noun that wants a number. */
export function isBroken(before: string, after: string): boolean {
  const tail = before.length > 16 ? before.slice(-16) : before;
  // The last letter tells which of the forms is worth a try.
  const last = tail.charCodeAt(tail.length - 1);
  const word = isLetter(last) ? lastWord(tail) : '';
  if ((last === 0x2d || last === 0x2013) && digitHyphen.test(tail) && symbolRest.test(after)) return true;
  if (last === 0x2f && symbolSlash.test(tail) && capitalsFirst.test(after)) return true;
  if (neverLast.has(word) && /(?:^|\s)\p{L}+$/u.test(tail)) return true;
  if (numberFirst.test(after) && !opensBlock(after) && ((digitFirst.test(after) && digitSlash.test(tail)) || openWord.test(tail)))
    return true;
  return splitsName(tail, word, after);
}

/** The letters of Vietnamese and English that `words` ends with. */
function lastWord(words: string): string {
  let start = words.length;
  while (start > 0 && isLetter(words.charCodeAt(start - 1))) start -= 1;
  return words.slice(start);
}

/** The end of one line and the beginning of the next make a name that everybody knows ("Ban" / "Thường vụ"). `word` is the last of `before`. */
function splitsName(before: string, word: string, after: string): boolean {
  const next = namePairs.get(word);
  // A letter of another alphabet right before it makes it another word.
  if (next === undefined || /\p{L}/u.test(before.charAt(before.length - word.length - 1))) return false;
  const first = firstWord.exec(after)?.[0];
  return first !== undefined && next.has(first);
}

const lastTwoWords = /(?:\p{L}{1,9} )?\p{L}{1,9}$/u;
/** The second halves of all names with a dash: most lines behind a dash begin with none of them. */
const dashedSeconds: ReadonlySet<string> = new Set([...dashedPairs.values()].flatMap((words) => [...words]));
const dashedWords = /^[-–] (?<two>(?<one>\p{Lu}\p{L}*)(?: \p{L}+)?)/u;

/** The dash at the beginning of a line is one inside a name ("Phòng Kế hoạch" / "- Tài chính"), no bullet. */
export function splitsDashedName(before: string, after: string): boolean {
  if (after[1] !== ' ' || (after[0] !== '-' && after[0] !== '–')) return false;
  const { one, two } = dashedWords.exec(after)?.groups ?? {};
  if (!dashedSeconds.has(one!) && !dashedSeconds.has(two!)) return false;
  const tail = lastTwoWords.exec(before.length > 32 ? before.slice(-32) : before)?.[0];
  const next = tail === undefined ? undefined : (dashedPairs.get(tail) ?? dashedPairs.get(tail.slice(tail.indexOf(' ') + 1)));
  if (next === undefined) return false;
  return next.has(two!) || next.has(one!);
}

/** "(khóa" / "XIII)": the bracket that one line opened is closed right at the beginning of the next. */
export function closesBracket(before: string, after: string): boolean {
  if (!closing.test(after)) return false;
  const tail = before.length > 80 ? before.slice(-80) : before;
  return tail.lastIndexOf('(') > tail.lastIndexOf(')');
}

/** "12 Phòng Nông nghiệp": a number before a capital, as the first cell of a row. */
export function isNumberedRow(words: string): boolean {
  return numberedRow.test(words);
}

/** The words open a block of their own, whatever stands before them. */
export function opensBlock(words: string): boolean {
  const head = words.length > 48 ? words.slice(0, 48) : words;
  if (dashWord.test(head)) return false;
  if (head.startsWith('[') && noteMark.test(head)) return true;
  return blockMarker.test(head) || labelMark.test(head) || divisionMark.test(head) || capacityMark.test(head) || recipientsMark.test(head);
}

/** "- xã hội": a dash inside a phrase, or a bullet with a small letter. */
export function opensWithDash(words: string): boolean {
  return dashWord.test(words);
}

/** The line rules off and holds no word. */
export function isRule(words: string): boolean {
  return words.length < 200 && ruleLine.test(words);
}
