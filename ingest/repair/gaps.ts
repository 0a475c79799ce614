import { attestedSyllables, letterNouns, shortForms } from '#ingest/vocabulary/fragments.ts';
import { compounds, vowelWords } from '#ingest/vocabulary/glyphs.ts';
import { bareLetters, isSyllable, toneOf } from '#ingest/vocabulary/syllables.ts';
import type { Change } from './draft.ts';
import { isDigit, isLetter, isVowel } from './scan.ts';

/**
 * Words that a converter tore: "Qu ả ng Ngãi", "t ỉ nh", "CHỦ TỊ CH", "Q U Y Ế T Đ Ị N H". Pieces with single spaces between them are rejoined where they are no words
 * and what they make is a syllable by the rules of spelling; which pieces belong together is told by the division of the stretch into the fewest words.
 * Where a letter may have been lost at the gap instead ("lan t a"), they are rejoined only beside words that are surely torn. Every join is a guess.
 */
export function gaps(text: string): Change[] {
  const found = suspects(text);
  if (found.length === 0) return [];
  const joins: Join[] = [];
  for (const run of runsAround(text, found)) for (const join of divided(text, run)) joins.push(join);
  const sure = joins.filter((join) => join.sure);
  const kept = joins.filter((join) => join.sure || torn(join, sure));
  return kept.flatMap((join, index) => changesOf(text, join, kept[index + 1], sure));
}

/** Pieces of letters that make one word. */
interface Join {
  readonly parts: readonly Part[];
  /** What they make is known; other joins are made only where several sure ones are near. */
  readonly sure: boolean;
}

/** Letters between spaces or signs. Offsets in the text, end exclusive. */
interface Part {
  readonly start: number;
  readonly end: number;
  readonly letters: string;
}

const space = 0x20;
const onsets: ReadonlySet<string> = new Set('b c ch d đ g gh h k kh l m n ng ngh nh p ph q qu r s t th tr v x gi'.split(' '));
/** So far around a place torn words tell of others. */
const near = 40;
/** A word of Vietnamese has so many letters at most, and may have come apart into as many pieces. */
const longest = 7;

/** Where pieces begin that are no words: consonants alone, or a syllable without its onset that does not stand alone. In order. */
function suspects(text: string): number[] {
  const found: number[] = [];
  let start = 0;
  for (let at = 0; at <= text.length; at += 1) {
    if (at < text.length && isLetter(text.charCodeAt(at))) continue;
    if (at > start && at - start < 5 && mayBePiece(text, start, at) && (besideLetters(text, start - 1, -1) || besideLetters(text, at, 1))) {
      if (isPiece(text.slice(start, at))) found.push(start);
    }
    start = at + 1;
  }
  return found;
}

/** It begins with a vowel, or has none: the cheap question before the dear one. */
function mayBePiece(text: string, start: number, end: number): boolean {
  if (isVowel(text.charCodeAt(start))) return true;
  const last = text.charCodeAt(end - 1) | 0x20;
  return !isVowel(text.charCodeAt(end - 1))
    ? end - start < 3 || !isVowel(text.charCodeAt(start + 1))
    : (last === 0x75 || last === 0x69) && end - start === 2;
}

/** At `at` one space stands, and beyond it a letter. */
function besideLetters(text: string, at: number, step: 1 | -1): boolean {
  return text.charCodeAt(at) === space && isLetter(text.charCodeAt(at + step));
}

function isPiece(letters: string): boolean {
  const lower = letters.toLowerCase();
  return isVowel(lower.charCodeAt(0)) ? !vowelWords.has(lower) && isSyllable(lower) : onsets.has(lower);
}

/** A piece that may be a word of its own. */
function isWord(letters: string): boolean {
  const lower = letters.toLowerCase();
  return isSyllable(lower) && (vowelWords.has(lower) || !isVowel(lower.charCodeAt(0)));
}

/** Stretches of pieces with single spaces between them, around the suspect ones. */
function* runsAround(text: string, found: readonly number[]): Generator<Part[]> {
  let next = 0;
  let done = 0;
  while (next < found.length) {
    let start = found[next]!;
    for (let pieces = 0; pieces < 2 && start - 2 >= done && besideLetters(text, start - 1, -1); pieces += 1)
      start = wordStart(text, start - 1, done);
    const parts: Part[] = [];
    let beyond = 0;
    for (let at = start; ; ) {
      let end = at;
      while (end < text.length && isLetter(text.charCodeAt(end))) end += 1;
      parts.push({ start: at, end, letters: text.slice(at, Math.min(end, at + 2 * longest)) });
      while (next < found.length && found[next]! <= at) {
        if (found[next] === at) beyond = end - at > 1 ? -1 : 0;
        next += 1;
      }
      // Single letters go on: they are words or pieces of one.
      if (end - at > 1) beyond += 1;
      at = end + 1;
      if (beyond > 2 || !besideLetters(text, end, 1)) {
        done = end;
        break;
      }
    }
    if (parts.length > 1) yield parts;
  }
}

function wordStart(text: string, end: number, from: number): number {
  let start = end;
  while (start > from && isLetter(text.charCodeAt(start - 1))) start -= 1;
  return start;
}

const casing = /^(?:\p{Lu}?\p{Ll}*|\p{Lu}+)$/u;
const capital = /^\p{Lu}$/u;
/** Letters of short forms: capitals without marks, and Đ and Ư. */
const capitalOfForm = /^[A-ZĐƯ]$/u;

/** What taking `parts` for one word costs; null where they are none. Fewest words win, then words that are known. */
function costOf(parts: readonly Part[]): number | null {
  if (parts.length === 1) {
    const letters = parts[0]!.letters;
    return isPiece(letters) ? 2.2 : 1;
  }
  const joined = parts.map((part) => part.letters).join('');
  if (casing.test(joined) && isSyllable(joined)) {
    const words = parts.every((part) => isWord(part.letters));
    const single = parts.some((part) => part.letters.length === 1);
    return 1 + (words ? (single ? 0.6 : 2) : 0) + (isAttested(joined) ? 0 : 0.3);
  }
  if (isShortForm(parts)) return 1.7;
  return null;
}

function isAttested(letters: string): boolean {
  return attestedSyllables.has(letters.toLowerCase());
}

/** Single capitals, or capitals of which single ones came off a known short form. */
function isShortForm(parts: readonly Part[]): boolean {
  if (parts.every((part) => capitalOfForm.test(part.letters))) return true;
  return parts.some((part) => capital.test(part.letters)) && shortForms.has(parts.map((part) => part.letters).join(''));
}

/** The joins in the division of a run that costs least. */
function divided(text: string, run: readonly Part[]): Join[] {
  const cost: number[] = [0];
  const from: number[] = [0];
  for (let end = 1; end <= run.length; end += 1) {
    cost[end] = Number.POSITIVE_INFINITY;
    for (let start = end - 1, letters = 0; start >= 0; start -= 1) {
      letters += run[start]!.letters.length;
      if (start < end - 1 && letters > longest) break;
      const own = costOf(run.slice(start, end));
      if (own !== null && cost[start]! + own < cost[end]!) {
        cost[end] = cost[start]! + own;
        from[end] = start;
      }
    }
  }
  const words: (readonly Part[])[] = [];
  for (let end = run.length; end > 0; end = from[end]!) words.push(run.slice(from[end]!, end));
  words.reverse();
  const joins: Join[] = [];
  words.forEach((parts, index) => {
    if (parts.length < 2 || followsNoun(text, parts[0]!)) return;
    joins.push({ parts, sure: isSure(parts, words[index - 1], words[index + 1]) });
  });
  return joins;
}

const lettersBefore = /(?:^|[^\p{L}])(?<noun>\p{L}{1,8})(?: \p{L}[,;]?| và| hoặc| đến| [,;])*[ ]?$/u;

/** "điểm c hoặc điểm d", "các nhóm A, B và C ở", "5 m ở": the letter is a mark or a unit. */
function followsNoun(text: string, part: Part): boolean {
  if (part.end - part.start > 1) return false;
  if (text.charCodeAt(part.start - 1) === space && isDigit(text.charCodeAt(part.start - 2))) return true;
  const noun = lettersBefore.exec(text.slice(Math.max(0, part.start - 24), part.start))?.groups?.['noun'];
  return noun !== undefined && letterNouns.has(noun.toLowerCase());
}

/** Letters that stand alone in formulas and for units. */
const ofFormulas: ReadonlySet<string> = new Set('a b c d h k l m n p q r s t v x y'.split(' '));

function isSure(parts: readonly Part[], before: readonly Part[] | undefined, after: readonly Part[] | undefined): boolean {
  const joined = parts.map((part) => part.letters).join('');
  const lower = joined.toLowerCase();
  if (!isSyllable(lower)) return shortForms.has(joined);
  const known = attestedSyllables.has(lower);
  const marked = bareLetters(lower) !== lower.replaceAll('đ', 'd');
  if (parts.length > 2) return marked || known;
  const [first, second] = [parts[0]!.letters, parts[1]!.letters];
  if (known && isCompound(lower, before, after)) return true;
  if (isWord(first) && ofFormulas.has(second.toLowerCase())) return false;
  // "gan B ở trẻ em": a small word after a letter.
  if (capital.test(first) && vowelWords.has(second) && before?.[0]?.letters.charAt(0).toLowerCase() === before?.[0]?.letters.charAt(0))
    return false;
  if (toneOf(lower) !== '') return known || (!isWord(first) && !isWord(second));
  // "đ t ra": a piece before it that belongs to no word tells of letters lost.
  if (before?.length === 1 && isPiece(before[0]!.letters)) return false;
  return (known || (!isWord(first) && !isWord(second))) && !mayHaveLost(first, second);
}

let compoundForms: ReadonlySet<string> | null = null;

/** With the word before or after it the joined one is a known compound. */
function isCompound(lower: string, before: readonly Part[] | undefined, after: readonly Part[] | undefined): boolean {
  compoundForms ??= new Set(compounds);
  const words = (parts: readonly Part[]) =>
    parts
      .map((part) => part.letters)
      .join('')
      .toLowerCase();
  return (
    (before !== undefined && compoundForms.has(`${words(before)} ${lower}`)) ||
    (after !== undefined && compoundForms.has(`${lower} ${words(after)}`))
  );
}

/** A vowel put between the two makes a syllable too: it may have been lost there. */
export function mayHaveLost(first: string, second: string): boolean {
  return [...'aăâeêioôơuưyáắấéếíóốớúứý'].some((vowel) => isSyllable(`${first}${vowel}${second}`));
}

/** Words that are surely torn stand near on both sides, or twice on one. */
function torn(join: Join, sure: readonly Join[]): boolean {
  const [start, end] = [join.parts[0]!.start, join.parts.at(-1)!.end];
  let low = 0;
  let high = sure.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sure[middle]!.parts[0]!.start < start - near) low = middle + 1;
    else high = middle;
  }
  const second = sure[low + 1];
  return second !== undefined && second.parts[0]!.start <= end + near;
}

/** The spaces inside a torn word go; beside several torn words also those before a sign, and those that part spaced-out words go to one. */
function changesOf(text: string, join: Join, next: Join | undefined, sure: readonly Join[]): Change[] {
  const [from, to] = [join.parts[0]!.start, join.parts.at(-1)!.end];
  const changes = join.parts.slice(1).map((part, index): Change => {
    const change = { start: part.start - 1, end: part.start, text: '' };
    return index === 0 ? { ...change, note: { step: 'letter-gap', from, to, guess: true } } : change;
  });
  if (text.charCodeAt(from - 1) === space && text[from - 2] === '(' && torn(join, sure))
    changes.unshift({ start: from - 1, end: from, text: '' });
  if (text.charCodeAt(to) !== space) return changes;
  const sign = text[to + 1] ?? ' ';
  if (',;:.)'.includes(sign)) {
    if (torn(join, sure)) changes.push({ start: to, end: to + 1, text: '' });
  } else if (
    next !== undefined &&
    next.parts[0]!.start - to > 1 &&
    next.parts[0]!.start - to < 5 &&
    isSpacedOut(join) &&
    isSpacedOut(next)
  ) {
    if (text.slice(to, next.parts[0]!.start).trim() === '') changes.push({ start: to + 1, end: next.parts[0]!.start, text: '' });
  }
  return changes;
}

/** "Q U Y Ế T": letter by letter, as headings are set. */
function isSpacedOut({ parts }: Join): boolean {
  return parts.every((part) => part.end - part.start === 1);
}
