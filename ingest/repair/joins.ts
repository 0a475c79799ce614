import { compounds, vowelWords } from '#ingest/vocabulary/glyphs.ts';
import { bareLetters, isSyllable, toneOf } from '#ingest/vocabulary/syllables.ts';
import type { Change } from './draft.ts';
import { isDigit, isLetter, type Scan } from './scan.ts';

/**
 * Spaces that were lost between words: "ngày22 tháng 7", "năm 2021của", "các kết luậnsố", "PHÊDUYỆT".
 * Letters beside figures are parted where they are a Vietnamese word. Two syllables are parted where the spelling lets them be parted in one way only,
 * or where one of the ways gives a known compound; that is a guess. What may be a foreign word (no tone that only Vietnamese has) stays.
 */
export function joins(text: string, scan: Scan): Change[] {
  const changes: Change[] = [];
  for (const at of scan.digits) atFigures(text, at, changes);
  beforeCapitals(text, changes);
  const behindVowels = scan.words.filter((at) => insideWord(text, at, partedAt, changes)).length;
  if (behindVowels >= MANY) for (const at of scan.words) insideWord(text, at, onsetFirst, changes);
  if (changes.length < 2) return changes;
  changes.sort((a, b) => a.start - b.start);
  return changes.filter((change, index) => index === 0 || change.start > changes[index - 1]!.start);
}

/** Words without a mark of Vietnamese that are parted from figures all the same: nothing else is written so. */
const plainWords: ReadonlySet<string> = new Set(['theo', 'trong', 'trang', 'sau', 'cho', 'khoa', 'ban', 'do', 'tung', 'qua']);
const unmarked = /^[a-z]+$/iu;

/** A word that figures follow or come before without a space. "QH15", "km2", "A4", "5G" are no such words: they are no syllable with a mark. */
function isWord(letters: string): boolean {
  if (letters.length < 2 || letters.length > 7) return false;
  return unmarked.test(letters) ? plainWords.has(letters) : isSyllable(letters);
}

function atFigures(text: string, at: number, changes: Change[]): void {
  if (at > 0 && isLetter(text.charCodeAt(at - 1))) {
    const start = wordStart(text, at);
    if (isWord(text.slice(start, at))) changes.push(space(at, start, at + 1, false));
  }
  let end = at + 1;
  while (isDigit(text.charCodeAt(end))) end += 1;
  if (!isLetter(text.charCodeAt(end))) return;
  const stop = wordEnd(text, end);
  if (isWord(text.slice(end, stop))) changes.push(space(end, end - 1, stop, false));
}

/** Longer runs of letters are no joined words. */
const longest = 24;

function wordStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && at - start <= longest && isLetter(text.charCodeAt(start - 1))) start -= 1;
  return start;
}

function wordEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && end - at <= longest && isLetter(text.charCodeAt(end))) end += 1;
  return end;
}

function space(at: number, from: number, to: number, guess: boolean): Change {
  return { start: at, end: at, text: ' ', note: { step: 'lost-space', from, to, guess } };
}

/** A marked vowel, and a short form in capitals right behind it: "Đảng uỷUBND". */
const shortForms = /[A-ZĐ]{2,8}(?<=[à-ãè-êìíò-õùúýăđĩũơưạ-ỹ][A-ZĐ]{2,8})(?!\p{L})/gu;

function beforeCapitals(text: string, changes: Change[]): void {
  for (const match of text.matchAll(shortForms)) {
    const at = match.index;
    const start = wordStart(text, at);
    const left = text.slice(start, at);
    if (!/\p{Ll}$/u.test(left)) continue;
    const tone = toneOf(left);
    if (isSyllable(left) && tone !== '' && tone !== null) changes.push(space(at, start, wordEnd(text, at), true));
  }
}

/** So many spaces lost behind marked vowels, where nothing else is possible, tell that the text's fonts lost them there throughout. */
const MANY = 3;

/** Parts a joined word; true where one of its spaces stood behind a marked vowel. */
function insideWord(text: string, at: number, cutsOf: (word: string) => number[], changes: Change[]): boolean {
  const start = wordStart(text, at);
  const end = wordEnd(text, at);
  if (end - start > longest) return false;
  const word = text.slice(start, end);
  const cuts = cutsOf(word);
  cuts.forEach((cut, index) => {
    const change = space(start + cut, start, end, true);
    changes.push(index === 0 ? change : { start: change.start, end: change.end, text: change.text });
  });
  return cuts.some((cut) => isMarkedVowel(word[cut - 1]!));
}

let compoundForms: ReadonlySet<string> | null = null;
function isCompound(words: string): boolean {
  compoundForms ??= new Set(compounds);
  return compoundForms.has(words);
}

/** Where the spaces of a joined word were (offsets inside it), none where that cannot be told. */
function partedAt(word: string): number[] {
  if (isSyllable(word)) return [];
  const bend = word.search(hump);
  if (bend !== -1) return partedAtHump(word, bend);
  const twos = splits(word, 0);
  const named = twos.filter((cut) => isCompound(`${word.slice(0, cut)} ${word.slice(cut)}`.toLowerCase()));
  if (named.length === 1) return named;
  if (twos.length > 1) return [];
  if (twos.length === 1) return isNative([word.slice(0, twos[0]), word.slice(twos[0])]) ? twos : [];
  const threes: [number, number][] = [];
  for (let cut = 1; cut < word.length && threes.length < 2; cut += 1) {
    if (!isSyllable(word.slice(0, cut)) || !isCased(word, cut)) continue;
    for (const second of splits(word.slice(cut), 0)) threes.push([cut, cut + second]);
  }
  if (threes.length !== 1) return [];
  const [first, second] = threes[0]!;
  return isNative([word.slice(0, first), word.slice(first, second), word.slice(second)]) ? [first, second] : [];
}

/**
 * Of several ways to part two syllables the one that gives the second its consonant and leaves the first open and marked ("bố trí", not "bốt rí";
 * "từ ngân", not "từng ân"), in a text that lost its spaces behind marked vowels: hardly a syllable begins with a vowel.
 */
function onsetFirst(word: string): number[] {
  if (isSyllable(word) || hump.test(word) || partedAt(word).length > 0) return [];
  const open = splits(word, 0).filter((cut) => isMarkedVowel(word[cut - 1]!) && !/^[aeiouy]/iu.test(bareLetters(word.slice(cut))));
  const [cut] = open;
  return open.length === 1 && isNative([word.slice(0, cut), word.slice(cut)]) ? [cut!] : [];
}

function isMarkedVowel(letter: string): boolean {
  return /[^aeiouy]/iu.test(letter) && /^[aeiouy]/iu.test(bareLetters(letter));
}

const hump = /(?<=\p{Ll})\p{Lu}/u;
/** "ĐềnghịĐảng", "uỷUBND": a capital inside begins a word, where marked syllables stand before it. "iPhone", "TTg", "QĐi" have none. */
function partedAtHump(word: string, at: number): number[] {
  const left = word.slice(0, at);
  const right = word.slice(at);
  const before = isSyllable(left) ? [] : partedAt(left);
  if (!isSyllable(left) && before.length === 0) return [];
  const marked = toneOf(left.slice(before.at(-1) ?? 0));
  if (marked === '' || marked === null) return [];
  if (isSyllable(right) || /^\p{Lu}{2,8}$/u.test(right)) return [...before, at];
  const after = partedAt(right);
  return after.length === 0 ? [] : [...before, at, ...after.map((cut) => at + cut)];
}

/** The places at which the letters from `from` part into two syllables. */
function splits(word: string, from: number): number[] {
  const cuts: number[] = [];
  for (let cut = from + 1; cut < word.length; cut += 1)
    if (isCased(word, cut) && isSyllable(word.slice(from, cut)) && isSecond(word.slice(cut))) cuts.push(cut);
  return cuts;
}

/** A syllable that begins with a vowel must be one that Vietnamese has: "Kìểm" is a misread "Kiểm" and not two words. */
function isSecond(letters: string): boolean {
  return isSyllable(letters) && (!/^[aeiouy]/u.test(bareLetters(letters)) || vowelWords.has(letters.toLowerCase()));
}

const casing = /^(?:\p{Lu}?\p{Ll}*|\p{Lu}+)$/u;

/** Both parts are written as words are: small, with a first capital, or all in capitals like the other one. */
function isCased(word: string, cut: number): boolean {
  return casing.test(word.slice(0, cut)) && casing.test(word.slice(cut));
}

/** Transliterated words (axít, lôgích, Rôma) have no tone, or an acute before a stop; one syllable at least must have another tone,
 * and none may be a single letter, as in the French "réélu". */
function isNative(parts: readonly string[]): boolean {
  if (parts.some((part) => part.length < 2)) return false;
  return parts.some((part) => {
    const tone = toneOf(part);
    return tone !== '' && tone !== null && !(tone === '\u0301' && /(?:p|t|c|ch)$/iu.test(part));
  });
}
