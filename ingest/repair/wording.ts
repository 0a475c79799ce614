import { isDay } from '#ingest/model/calendar.ts';
import { figureLetters } from '#ingest/vocabulary/confusions.ts';
import { bodyCodes } from '#ingest/vocabulary/issuerCodes.ts';
import { foldTone } from '#ingest/vocabulary/phrases.ts';
import type { Change } from './draft.ts';
import { inCaseOf, nounEnding, outlineOf, wordBefore } from './nouns.ts';
import { isDigit, isLetter, type Scan } from './scan.ts';

/**
 * Misread words and figures where the form of numbers and dates leaves one reading only: "Kêt luân sô 01-KL/TW", "ngàv 18/5/2021", "tháng O5 năm 2O21",
 * "số 05-CT/TW cùa Bộ Chinh trị". Letters that differ by marks or by a look-alike are mended; words with a letter too few are left to the later stages.
 * Every change is a guess.
 */
export function wording(text: string, { digits }: Scan): Change[] {
  const changes: Change[] = [];
  let done = 0;
  for (const at of digits) {
    if (at < done) continue;
    let end = at + 1;
    while (isDigit(text.charCodeAt(end))) end += 1;
    const looked = figures(text, at, end, changes);
    done = Math.max(end, looked.end);
    let start = at;
    while (at - start < 4 && isFigureLetter(text[start - 1] ?? ' ')) start -= 1;
    const before = text.charCodeAt(start - 1);
    if (before !== 0x20 && before !== 0x3a && start < at) start = at;
    const shape = looked.dated ? 'date' : shapeAt(text, at, start < at || isFigureLetter(text[end] ?? ' ') ? figuresEnd(text, end) : end);
    if (before === 0x20 || before === 0x3a) wordsBefore(text, start, shape, changes);
    if (shape === 'date in words') done = Math.max(done, dateInWords(text, start, end, changes));
    else if (shape !== null) bodyAfter(text, done, changes);
  }
  if (changes.length < 2) return changes;
  changes.sort((a, b) => a.start - b.start);
  return changes.filter((change, index) => index === 0 || change.start >= changes[index - 1]!.end);
}

type Shape = 'symbol' | 'date' | 'date in words' | null;
const outlines = { day: outlineOf('ngày'), month: outlineOf('tháng'), year: outlineOf('năm') };
const date = /\d{1,2}[/.-]\d{1,2}[/.-]\d{4}(?![\p{L}\p{N}])/uy;

/** What begins with the figures from `at` to `end`, by its first signs. */
function shapeAt(text: string, at: number, end: number): Shape {
  const sign = text.charCodeAt(end);
  if (sign === 0x20) return (text.charCodeAt(end + 1) | 0x20) === 0x74 && 'hHbl'.includes(text[end + 2] ?? ' ') ? 'date in words' : null;
  if (sign !== 0x2d && sign !== 0x2f && sign !== 0x2e) return null;
  const next = text.charCodeAt(end + 1);
  if (isLetter(next)) return sign === 0x2e ? null : 'symbol';
  if (!isDigit(next)) return null;
  date.lastIndex = at;
  if (date.test(text)) return 'date';
  return sign === 0x2f && text.charCodeAt(end + 5) === 0x2f && isLetter(text.charCodeAt(end + 6)) ? 'symbol' : null;
}

function guess(start: number, end: number, text: string): Change {
  return { start, end, text, note: { step: 'misread-word', from: start, to: end, guess: true } };
}

/** The word "số" and the type's name before a number, "ngày" before a date. */
function wordsBefore(text: string, at: number, shape: Shape, changes: Change[]): void {
  let end = at;
  while (at - end < 3 && (text[end - 1] === ' ' || text[end - 1] === ':')) end -= 1;
  const last = text.charCodeAt(end - 1);
  if (!isLetter(last) && last !== 0x30) return;
  const start = wordBefore(text, end);
  if (end - start === 4 && (shape === 'date' || shape === 'date in words')) {
    const word = text.slice(start, end);
    if (word !== 'ngày' && foldTone(word) !== 'ngày' && outlineOf(word) === outlines.day)
      changes.push(guess(start, end, inCaseOf(word, 'ngày')));
    return;
  }
  if (end - start !== 2 || (text.charCodeAt(start) | 0x20) !== 0x73 || !isO(text.charCodeAt(start + 1))) {
    if (shape === 'symbol') mendNoun(text, end, changes);
    return;
  }
  const word = text.slice(start, end);
  const noun = text[start - 1] === ' ' ? mendNoun(text, start - 1, changes) : false;
  if (word !== 'số' && foldTone(word) !== 'số' && (noun || shape === 'symbol')) changes.push(guess(start, end, inCaseOf(word, 'số')));
}

const oLike: ReadonlySet<number> = new Set(Array.from('ố0oóòỏõọôồổỗộơớờởỡợỐOÓÒỎÕỌÔỒỔỖỘƠ', (letter) => letter.charCodeAt(0)));
function isO(code: number): boolean {
  return oLike.has(code);
}

/** Mends the type's name that ends at `end`; whether one stands there, misread or not. */
function mendNoun(text: string, end: number, changes: Change[]): boolean {
  const noun = nounEnding(text, end);
  if (noun === null) return false;
  if (!noun.exact) changes.push(guess(noun.start, noun.end, inCaseOf(text.slice(noun.start, noun.end), noun.name)));
  return true;
}

const figureLike = /[\dOolI]/u;
const dateLike = /[\dOolI]{1,2}[/.-][\dOolI]{1,2}[/.-][\dOolI]{4}(?![\p{L}\p{N}])/uy;
const cues: Readonly<Record<string, (number: number) => boolean>> = {
  ngày: (number) => number >= 1 && number <= 31,
  tháng: (number) => number >= 1 && number <= 12,
  năm: (number) => number >= 1900 && number < 2100,
  số: () => true,
  điều: () => true,
  khoản: () => true,
};

function inFigures(letters: string): string {
  return letters.replace(/[OolI]/gu, (letter) => figureLetters[letter] ?? letter);
}

const nothing = { end: 0, dated: false } as const;

/** Letters among figures, in a date or behind a word that a figure must follow. Gives where the figures end that were looked at, and whether they are a date. */
function figures(text: string, at: number, end: number, changes: Change[]): { readonly end: number; readonly dated: boolean } {
  const before = text[at - 1] ?? ' ';
  const after = text[end] ?? ' ';
  const between = (after === '/' || after === '.' || after === '-') && end - at < 3 && hasLetterInDate(text, end + 1);
  if (!isFigureLetter(before) && !isFigureLetter(after) && !between) return nothing;
  let start = at;
  while (at - start < 4 && isFigureLetter(text[start - 1] ?? ' ')) start -= 1;
  if (isLetter(text.charCodeAt(start - 1)) || isDigit(text.charCodeAt(start - 1)) || /[/.-]/u.test(text[start - 1] ?? ' ')) return nothing;
  dateLike.lastIndex = start;
  const dated = dateLike.exec(text)?.[0];
  if (dated !== undefined) {
    const read = inFigures(dated);
    const [day, month, year] = read.split(/[/.-]/u).map(Number);
    if (read !== dated && isDay(day!, month!, year!) && year! >= 1900 && year! < 2100)
      changes.push(guess(start, start + dated.length, read));
    return { end: start + dated.length, dated: true };
  }
  let stop = end;
  while (stop - start < 6 && figureLike.test(text[stop] ?? ' ')) stop += 1;
  if (isLetter(text.charCodeAt(stop)) || isDigit(text.charCodeAt(stop)) || text[start - 1] !== ' ') return nothing;
  const cue = foldTone(text.slice(wordBefore(text, start - 1), start - 1));
  const read = inFigures(text.slice(start, stop));
  if (Object.hasOwn(cues, cue) && cues[cue]!(Number(read)) && read !== text.slice(start, stop)) changes.push(guess(start, stop, read));
  return { end: stop, dated: false };
}

/** Of "05/2O21" and "O5/2021", whether a letter stands among the figures of month and year. */
function hasLetterInDate(text: string, from: number): boolean {
  for (let at = from; at < from + 7; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x4f || code === 0x6f || code === 0x6c || code === 0x49) return true;
    if (!isDigit(code) && code !== 0x2f && code !== 0x2e && code !== 0x2d) return false;
  }
  return false;
}

function figuresEnd(text: string, from: number): number {
  let end = from;
  while (end - from < 4 && figureLike.test(text[end] ?? ' ')) end += 1;
  return end;
}

function isFigureLetter(sign: string): boolean {
  return sign === 'O' || sign === 'o' || sign === 'l' || sign === 'I';
}

const inWords =
  /(?<day>[\dOolI]{1,2}) (?<of>[\p{L}\d]{5,6}) (?<month>[\dOolI]{1,2}),? (?<in>\p{L}{3}) (?<year>[\dOolI]{4})(?![\p{L}\p{N}])/duy;

/** "22 thảng 7 nãm 2O10": the two words and the figures behind them. */
function dateInWords(text: string, at: number, end: number, changes: Change[]): number {
  if (isDigit(text.charCodeAt(at)) && isSoundDate(text, end)) return 0;
  inWords.lastIndex = at;
  const match = inWords.exec(text);
  if (match === null) return 0;
  const { day, of, month, in: within, year } = match.groups as Record<string, string>;
  if (outlineOf(of!) !== outlines.month || outlineOf(within!) !== outlines.year) return 0;
  const places = match.indices!.groups!;
  const put = (name: string, printed: string, words: string) => {
    const [start, end] = places[name]!;
    if (printed !== words) changes.push(guess(start, end, words));
  };
  if (!isDay(Number(inFigures(day!)), Number(inFigures(month!)), Number(inFigures(year!)))) return 0;
  put('day', day!, inFigures(day!));
  if (foldTone(of!) !== 'tháng') put('of', of!, inCaseOf(of!, 'tháng'));
  put('month', month!, inFigures(month!));
  if (foldTone(within!) !== 'năm') put('in', within!, inCaseOf(within!, 'năm'));
  put('year', year!, inFigures(year!));
  return at + match[0].length;
}

/** "22 tháng 7 năm 2010" behind its day: most dates need nothing. */
function isSoundDate(text: string, from: number): boolean {
  if (!text.startsWith(' tháng ', from)) return false;
  let at = from + 7;
  while (isDigit(text.charCodeAt(at))) at += 1;
  if (at === from + 7) return false;
  if (!text.startsWith(' năm ', at)) return text.charCodeAt(at + 1) !== 0x6e && !isLetter(text.charCodeAt(at));
  at += 5;
  for (let digits = 0; digits < 4; digits += 1) if (!isDigit(text.charCodeAt(at + digits))) return false;
  return true;
}

const bodies = new Map<string, string>();
const exactBodies = new Set<string>();
for (const name of ['Bộ Chính trị', 'Ban Bí thư', 'Ban Chấp hành Trung ương', 'Ban Thường vụ', ...bodyCodes.map(({ name }) => name)]) {
  if (!/^\p{Lu}\p{L}*(?: \p{L}+){1,3}$/u.test(name)) continue;
  exactBodies.add(foldTone(name));
  bodies.set(outlineOf(name), name);
}
const ofBody = /(?<of>c[uùúủũụưừứửữự]a) (?<words>\p{Lu}\p{L}*(?: \p{L}+){1,3})/uy;

/** The body whose the document is: "cùa Bộ Chinh trị" right behind a number or a date. */
function bodyAfter(text: string, from: number, changes: Change[]): void {
  let at = from;
  while (at - from < 32 && !endsToken(text.charCodeAt(at))) at += 1;
  if (text.charCodeAt(at) !== 0x20 || text.charCodeAt(at + 1) !== 0x63) return;
  ofBody.lastIndex = at + 1;
  const match = ofBody.exec(text);
  if (match === null) return;
  const { of, words } = match.groups as Record<string, string>;
  if (of !== 'của') changes.push(guess(at + 1, at + 4, 'của'));
  const meant = bodyMeant(words!);
  if (meant !== null) changes.push(guess(at + 5, at + 5 + meant.printed.length, meant.name));
}

function endsToken(code: number): boolean {
  return !(code > 0x20) || code === 0x2c || code === 0x3b;
}

/** Answers kept: few bodies issue what a text cites. */
const meantBodies = new Map<string, Meant | null>();
const mostMeant = 1024;

interface Meant {
  readonly printed: string;
  readonly name: string;
}

/** The name of the body that these words begin with, where it was misread; null where it was not, or where they begin with none. */
function bodyMeant(words: string): Meant | null {
  const known = meantBodies.get(words);
  if (known !== undefined) return known;
  let meant: Meant | null = null;
  for (let end = words.length; end > 0; end = words.lastIndexOf(' ', end - 1)) {
    const printed = words.slice(0, end);
    if (exactBodies.has(foldTone(printed))) break;
    const name = bodies.get(outlineOf(printed));
    if (name === undefined) continue;
    meant = { printed, name };
    break;
  }
  if (meantBodies.size >= mostMeant) meantBodies.clear();
  meantBodies.set(words, meant);
  return meant;
}
