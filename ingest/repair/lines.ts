import { closingMark, divisionMark, groundMark, namesDocument, wantsDocument } from '#ingest/vocabulary/layout.ts';
import { loneNoteMark, noteMark } from '#ingest/vocabulary/notes.ts';
import type { Change } from './draft.ts';
import { pageNumbers } from './page-numbers.ts';
import {
  closesBracket,
  columnsOf,
  endsSentence,
  isBroken,
  isCapitals,
  isNumberedRow,
  isRule,
  opensBlock,
  opensWithDash,
  type Piece,
  piecesOf,
  splitsDashedName,
  startsLower,
} from './pieces.ts';
import { headLength, isTypeName, opensClose, typeNameIndex } from './regions.ts';

/** What is known of the lines as a whole when two of them are looked at. */
interface Setting {
  /** Typical length of a full line in UTF-16 code units; 0 where the text was not wrapped (one line is one block). */
  readonly width: number;
  /** Typical number of line ends between two lines of one paragraph. */
  readonly gap: number;
  readonly typeName: number;
  /** Paragraphs begin with an indent and go on without: the indent tells where a paragraph ends. */
  readonly indented: boolean;
}

type Region = 'head' | 'body' | 'close';
type Joint = 'apart' | 'joined' | 'guess';

/** Longest line that a page of A4 takes; longer lines are whole paragraphs. */
const longestWrap = 160;

/** Fewer spaces are no indent: converters leave one at the top of pages. */
const leastIndent = 2;

/**
 * One block a line: lines that were broken for want of room are joined by a single space, everything else stays on its own line;
 * blank lines, blanks around lines, page ends and bare page numbers go. Columns in the head and the close become lines of their own,
 * left first. Edits are made of removed page numbers, split columns and joints that could be wrong.
 */
export function lines(text: string, pages: readonly number[]): Change[] {
  const all = piecesOf(text, pages);
  if (all.length === 0) return text === '' ? [] : [{ start: 0, end: text.length, text: '' }];
  const numbers = pageNumbers(all);
  const rows = numbers.size === 0 ? all : all.filter((piece) => !numbers.has(piece));
  const pieces = splitColumns(rows);
  const changes: Change[] = [];
  const setting = settingOf(pieces);
  let region: Region = setting.typeName >= 0 ? 'head' : 'body';
  let first = 0;
  let at = 0;
  for (let index = 0; index < pieces.length; index += 1) {
    const piece = pieces[index]!;
    const before = pieces[index - 1];
    if (before === undefined) gapChange(changes, text, at, piece.start, '', 'joined', 0);
    else {
      const next = regionAfter(region, setting, before, piece, index);
      const joint =
        next === 'close' && region !== 'close' ? 'apart' : jointOf(before, piece, pieces[index + 1], next, setting, pieces[first]!, index);
      region = next;
      if (joint === 'apart') first = index;
      gapChange(changes, text, at, piece.start, joint === 'apart' ? '\n' : ' ', joint, piece.breaks);
    }
    at = piece.end;
  }
  if (at < text.length) gapChange(changes, text, at, text.length, '', 'joined', 0);
  return numbers.size === 0 ? changes : withNumbers(changes, [...numbers]);
}

function splitColumns(rows: readonly Piece[]): Piece[] {
  const head = headLength(rows, typeNameIndex(rows));
  const pieces: Piece[] = [];
  let close = false;
  rows.forEach((row, index) => {
    if (!row.words.includes('   ')) {
      close ||= opensClose(row.words);
      pieces.push(row);
      return;
    }
    const columns = columnsOf(row);
    if (columns.some((column) => opensClose(column.words))) close = true;
    if (columns.length > 1 && (index < head || close)) for (const column of columns) pieces.push(column);
    else pieces.push(row);
  });
  return pieces;
}

function settingOf(pieces: readonly Piece[]): Setting {
  const typeName = typeNameIndex(pieces);
  const gaps = [0, 0, 0, 0];
  let goingOn = 0;
  let pairs = 0;
  let goingOnIndented = 0;
  let begun = 0;
  let begunIndented = 0;
  let region: Region = typeName >= 0 ? 'head' : 'body';
  for (let index = 1; index < pieces.length; index += 1) {
    const before = pieces[index - 1]!;
    const piece = pieces[index]!;
    region = regionAfter(region, { width: 0, gap: 1, typeName, indented: false }, before, piece, index);
    if (region === 'close') continue;
    pairs += 1;
    if (endsSentence(before.words) && !startsLower(piece.words)) {
      begun += 1;
      if (piece.indent >= leastIndent) begunIndented += 1;
    }
    const { words } = before;
    if (!startsLower(piece.words) || endsSentence(words) || isCapitals(words) || isRule(words) || words.length > longestWrap) continue;
    goingOn += 1;
    if (piece.indent >= leastIndent) goingOnIndented += 1;
    const gap = Math.min(piece.breaks, 3);
    gaps[gap] = (gaps[gap] ?? 0) + 1;
  }
  // A wrapped text shows by many lines that go on in the next; a title over two lines does not make one.
  const wrapped = goingOn >= 2 && goingOn * 8 >= pairs;
  const gap = (gaps[2] ?? 0) > (gaps[1] ?? 0) ? 2 : 1;
  return {
    width: wrapped ? fullWidth(pieces) : 0,
    gap,
    typeName,
    indented: begun >= 2 && begunIndented * 10 >= begun * 6 && goingOnIndented * 10 <= goingOn,
  };
}

/** Length that full lines reach: nine of ten lines of a page's width are no longer. */
function fullWidth(pieces: readonly Piece[]): number {
  // Counted by length: sorting the lengths of all lines takes longer.
  const counts = new Uint32Array(longestWrap + 1);
  let lines = 0;
  for (const { words } of pieces) {
    if (words.length > longestWrap) continue;
    counts[words.length]! += 1;
    lines += 1;
  }
  let rest = Math.floor(lines * 0.8);
  for (let length = 0; length <= longestWrap; length += 1) {
    if (rest < counts[length]!) return length;
    rest -= counts[length]!;
  }
  return 0;
}

function regionAfter(region: Region, setting: Setting, before: Piece, piece: Piece, index: number): Region {
  if (opensClose(piece.words)) return 'close';
  if (region === 'close') {
    // An annex after the signature is a body again, and so are the notes.
    const head = piece.words.slice(0, 48);
    return isTypeName(head) || divisionMark.test(head) || noteMark.test(head) ? 'body' : 'close';
  }
  if (
    region === 'head' &&
    index > setting.typeName + 1 &&
    (isRule(before.words) || opensBlock(piece.words) || groundMark.test(piece.words))
  )
    return 'body';
  return region;
}

/** Whether `piece` goes on with the words of `before`. `opening` is the first line of the block that `before` belongs to. */
function jointOf(
  before: Piece,
  piece: Piece,
  after: Piece | undefined,
  region: Region,
  setting: Setting,
  opening: Piece,
  index: number,
): Joint {
  const a = before.words;
  const b = piece.words;
  if (isRule(a) || isRule(b) || a.includes(' | ') || b.includes(' | ')) return 'apart';
  if (piece.breaks > 0 && closesBracket(a, b)) return 'joined';
  if (piece.breaks > 0 && splitsDashedName(a, b)) return 'guess';
  if (piece.breaks === 0 || opensBlock(b)) return 'apart';
  if (loneNoteMark.test(a)) return 'joined';
  if (region === 'close') return jointOfClose(before, piece, after, opening);
  if (isBroken(a, b)) return 'joined';
  if (region === 'head' && index <= setting.typeName + 1) return startsLower(b) && !isCapitals(a) && !endsSentence(a) ? 'joined' : 'apart';
  // Capitals beside small letters are a heading or a name; a single word of capitals may be a short form inside a sentence.
  if (isCapitals(a)) {
    if (!isCapitals(b)) return 'apart';
  } else if (isCapitals(b) && (b.includes(' ') || isTypeName(b))) return 'apart';
  const full = setting.width > 0 && isFull(a, b, setting.width);
  const blankLine = piece.breaks > setting.gap && !piece.newPage;
  const begins = setting.indented && piece.indent >= leastIndent;
  if (begins && (endsSentence(a) || !startsLower(b))) return 'apart';
  if (opensWithDash(b)) return full && !endsSentence(a) && !blankLine ? 'guess' : 'apart';
  if (endsSentence(a)) {
    if (!full || blankLine) return 'apart';
    if (startsLower(b)) return /[:]$/u.test(a) ? 'guess' : 'joined';
    // A note is one block, however many documents it lists.
    if (/;["”)]?$/u.test(a) && noteMark.test(opening.words)) return 'joined';
    if (/[;:]["”)]?$/u.test(a) || groundMark.test(b) || closingMark.test(b) || region === 'head') return 'apart';
    return setting.indented ? 'joined' : 'guess';
  }
  if (startsLower(b)) return 'joined';
  // A first line may be much shorter than the others ("Để tiếp tục thực hiện" / "Chỉ thị số …").
  if (setting.width > 0 && !blankLine && wantsDocument.test(a.slice(-24)) && namesDocument.test(b) && !opensBlock(a)) return 'guess';
  if (!full || blankLine || isNumberedRow(b)) return 'apart';
  if (region === 'head') return 'guess';
  // A heading that fills its line looks like a broken one.
  return before === opening && opensBlock(a) && !/,$/u.test(a) ? 'guess' : 'joined';
}

/** Only a recipient whose name did not fit on its line goes on in the next. */
function jointOfClose(before: Piece, piece: Piece, after: Piece | undefined, opening: Piece): Joint {
  const listed = /^[-–+•*]/u.test(opening.words);
  if (!listed) return 'apart';
  const ended = /[,;.:]\)?$/u.test(before.words);
  if (startsLower(piece.words)) return /[.:]\)?$/u.test(before.words) ? 'apart' : ended ? 'guess' : 'joined';
  const listGoesOn = after !== undefined && /^[-–+•*]/u.test(after.words);
  return !ended && !isCapitals(piece.words) && /[,;]$/u.test(piece.words) && listGoesOn ? 'guess' : 'apart';
}

/** True where the next line's first word would not have fitted. Letters differ in width, hence the slack. */
function isFull(before: string, after: string, width: number): boolean {
  const wordEnd = after.indexOf(' ');
  const word = wordEnd < 0 ? after.length : wordEnd;
  return before.length + 1 + Math.min(word, 24) >= width * 0.9;
}

function gapChange(changes: Change[], text: string, start: number, end: number, to: string, joint: Joint, breaks: number): void {
  const was = text.slice(start, end);
  if (was === to) return;
  const note =
    joint === 'guess'
      ? { step: 'join-lines', from: start, to: end, guess: true }
      : to === '\n' && breaks === 0
        ? { step: 'split-columns', from: start, to: end, guess: false }
        : undefined;
  // What stays the same is kept letter by letter, so that the map shows where the line ended; not a blank inside a page number, which goes.
  const blanks = was.search(/\S/u);
  const keep = to === '' ? -1 : (blanks < 0 ? was : was.slice(0, blanks)).indexOf(to);
  if (keep < 0) changes.push(note === undefined ? { start, end, text: to } : { start, end, text: to, note });
  else {
    if (keep > 0) changes.push(note === undefined ? { start, end: start + keep, text: '' } : { start, end: start + keep, text: '', note });
    const rest = start + keep + to.length;
    if (rest < end) changes.push(note === undefined || keep > 0 ? { start: rest, end, text: '' } : { start: rest, end, text: '', note });
  }
}

/** The edits of removed page numbers ride on the changes of the gaps in which they stand. */
function withNumbers(changes: readonly Change[], numbers: readonly Piece[]): Change[] {
  const result: Change[] = [];
  let next = 0;
  for (const change of changes) {
    result.push(change);
    while (next < numbers.length && (numbers[next]?.start ?? 0) < change.end) {
      const number = numbers[next]!;
      if (number.start >= change.start) {
        const last = result.pop()!;
        const note = { step: 'page-number', from: number.start, to: number.end, guess: false };
        // One note a change: the change is cut in two at the number.
        result.push({ start: last.start, end: number.end, text: '', note });
        if (last.end > number.end || last.text !== '') {
          const rest = { start: number.end, end: last.end, text: last.text };
          result.push(last.note === undefined ? rest : { ...rest, note: last.note });
        }
      }
      next += 1;
    }
  }
  return result;
}
