import { typeNames } from '#ingest/vocabulary/documentTypes.ts';
import { foldTone } from '#ingest/vocabulary/phrases.ts';
import { bareLetters } from '#ingest/vocabulary/syllables.ts';
import { isLetter } from './scan.ts';

/** A type's name that stands before a number, as printed at `start`..`end`; `exact` is false where letters of it were misread. */
export interface NounBefore {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly exact: boolean;
}

/** Words as a scan may have left them: without marks, letters and pairs of letters that look alike written as one. Only outlines compare with outlines. */
export function outlineOf(words: string): string {
  return bareLetters(words).replace(/rn|li|[v1l0enbq9]/gu, (letters) => alike[letters]!);
}
const alike: Readonly<Record<string, string>> = {
  rn: 'm',
  li: 'h',
  ri: 'u',
  v: 'y',
  1: 'i',
  l: 'i',
  0: 'o',
  e: 'c',
  n: 'u',
  b: 'h',
  q: 'g',
  9: 'g',
};

const names = typeNames.filter((name) => name.includes(' '));
const exactNames: ReadonlySet<string> = new Set(names.map(foldTone));
/** Names by their outlines; an outline that two names share stands for neither. */
const byOutline = new Map<string, string | null>();
for (const name of names) byOutline.set(outlineOf(name), byOutline.has(outlineOf(name)) ? null : name);
const mostWords = Math.max(...names.map((name) => name.split(' ').length));

/** The word that ends at `end` (a space or the text's beginning before it), as its start; `end` itself where no word ends there. */
export function wordBefore(text: string, end: number): number {
  let start = end;
  while (start > 0 && end - start < 9 && isInWord(text, start - 1)) start -= 1;
  return start;
}

/** Letters, and the figures that letters are misread for. */
function isInWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return isLetter(code) || code === 0x30 || code === 0x31 || code === 0x39;
}

/** The type's name before the number that starts at `at`, with "số" between or not. */
export function nounBefore(text: string, at: number): NounBefore | null {
  let end = at;
  while (end > 0 && at - end < 3 && (text[end - 1] === ' ' || text[end - 1] === ':')) end -= 1;
  const last = wordBefore(text, end);
  if (outlineOf(text.slice(last, end)) === 'so') {
    end = last;
    while (end > 0 && last - end < 2 && text[end - 1] === ' ') end -= 1;
  }
  return nounEnding(text, end);
}

/** The longest type's name that ends at `end`. */
export function nounEnding(text: string, end: number): NounBefore | null {
  let found: NounBefore | null = null;
  let start = end;
  for (let words = 1; words <= mostWords; words += 1) {
    const word = wordBefore(text, start);
    if (word === start) break;
    start = word;
    if (words > 1) {
      const printed = text.slice(start, end);
      const { name, exact, tail } = nameOf(printed);
      if (name !== null) found = { name, start, end, exact };
      // Of two words that are no longer name's end, three are none.
      if (!tail) break;
    }
    if (text[start - 1] !== ' ') break;
    start -= 1;
  }
  return found;
}

/** The ends of the names of more words, from two words on. */
const tails: ReadonlySet<string> = new Set(
  names.flatMap((name) => {
    const words = name.split(' ');
    return words.slice(1, -1).map((_, index) => outlineOf(words.slice(index + 1).join(' ')));
  }),
);

/** What words are in the tables: a type's name, misread or not, and the end of a longer one. */
interface LookedUp {
  readonly name: string | null;
  readonly exact: boolean;
  readonly tail: boolean;
}
/** What was looked up before, as printed: a text has few words before its numbers. */
const lookedUp = new Map<string, LookedUp>();
const mostLookedUp = 4096;

function nameOf(printed: string): LookedUp {
  const known = lookedUp.get(printed);
  if (known !== undefined) return known;
  const folded = foldTone(printed);
  const outline = outlineOf(printed);
  const exact = exactNames.has(folded);
  const looked = { name: exact ? folded : (byOutline.get(outline) ?? null), exact, tail: tails.has(outline) };
  if (lookedUp.size >= mostLookedUp) lookedUp.clear();
  lookedUp.set(printed, looked);
  return looked;
}

/** `words` in the capitals of `printed`: all of them, the first letter's, or none. */
export function inCaseOf(printed: string, words: string): string {
  const letters = printed.replace(/[^\p{L}]/gu, '');
  if (letters.length > 1 && letters === letters.toUpperCase()) return words.toUpperCase();
  return /^\p{Lu}/u.test(printed) ? `${words[0]!.toUpperCase()}${words.slice(1)}` : words;
}
