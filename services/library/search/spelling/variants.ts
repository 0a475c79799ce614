import { DamerauLevenshteinDistance } from 'natural/lib/natural/distance/index.js';
import { fold } from '#services/analysis/folding.ts';
import { withoutTone } from '#services/analysis/tones.ts';
import { decodedKeys } from '#services/analysis/typedKeys.ts';
import type { QueryWord } from '#services/query/query.ts';
import { accentForms, everySyllable, partsOf } from './syllables.ts';

/** Words that may have been meant by a typed one, mostly one; `cost` says how unlike: what hand and ear confuse most costs least. */
export interface Variant {
  readonly words: readonly QueryWord[];
  readonly cost: number;
}

const costs = {
  tone: 0.3,
  mark: 0.2,
  keys: 0.4,
  confusion: 0.5,
  cluster: 0.7,
  swap: 0.8,
  joined: 0.9,
  edit: 1,
  firstLetter: 1.2,
  twoEdits: 2,
} as const;

/** Whether so much is changed by confusing, swapping and accents alone, all letters kept. */
export function isSmallSlip(cost: number): boolean {
  return cost < costs.edit;
}

/** Parts of syllables that sound alike somewhere, or are spelled by rules that are often missed; folded. */
const alikeOnsets = ['s x', 'ch tr', 'd gi r v', 'l n', 'c k qu', 'ng ngh', 'g gh'].map((group) => group.split(' '));
const alikeEndings = ['n ng', 'c t', 'i y', 'n nh', 'ch t'].map((group) => group.split(' '));

const letters = 'abcdeghiklmnopqrstuvxy';
const telexKeys = `${letters}fjw`;
const vniKeys = `${letters}123456789`;
const vowel = /[aeiouy]/u;
/** No Vietnamese syllable is longer, folded; what is longer is a word of another language. */
const longestSyllable = 7;
const longest = 20;
/** So many keys make the longest syllable, with one too many. */
const longestKeys = 11;

const bare = (text: string): QueryWord => ({ text, exact: false });
const exact = (text: string): QueryWord => ({ text, exact: true });

/** The same letters with other tones and marks, for a word typed with some; without repetition, the word itself left out. */
export function otherAccents(typed: string): Variant[] {
  return accentForms(fold(typed))
    .filter((form) => form !== typed)
    .map((form) => ({ words: [exact(form)], cost: accentCost(typed, form) }));
}

function accentCost(typed: string, form: string): number {
  const [typedLetters, formLetters] = [withoutTone(typed), withoutTone(form)];
  const marks = [...typedLetters].filter((letter, at) => letter !== formLetters[at]).length;
  return marks * costs.mark + (toneOf(typed) === toneOf(form) ? 0 : costs.tone);
}

/** The tone as a combining character; none for a level one. */
const toneOf = (form: string) => /[\u0300\u0301\u0303\u0309\u0323]/u.exec(form.normalize('NFD'))?.[0];

/** Folded words one slip away from `folded`: sounds and letters confused, neighbours swapped, a letter too many, too few or another; or two words typed as one. */
export function nearVariants(folded: string): Variant[] {
  if (folded.length < 2 || folded.length > longest || !/^[a-z]+$/u.test(folded)) return [];
  const isWord = (text: string) => text !== '' && (vowel.test(text) || !vowel.test(folded));
  const found = new Map<string, Variant>();
  const offer = (text: string, cost: number) => {
    if (text !== folded && isWord(text) && (found.get(text)?.cost ?? Number.POSITIVE_INFINITY) > cost)
      found.set(text, { words: [bare(text)], cost });
  };
  for (const text of confusions(folded)) offer(text, costs.confusion);
  for (const text of withFinalClusters(folded)) offer(text, costs.cluster);
  for (const { text, cost, letter } of slipsOf(folded, letters)) if (letter === '' || isLikely(text)) offer(text, cost);
  for (let at = 1; at < folded.length; at++) {
    const [head, tail] = [folded.slice(0, at), folded.slice(at)];
    if (isWhole(head) && isWhole(tail)) found.set(`${head} ${tail}`, { words: [bare(head), bare(tail)], cost: costs.joined });
  }
  return [...found.values()];
}

/**
 * Words that keys of typing (Telex, VNI) make of `typed`, as it stands or one slip away ("khosi": "khois", khói). Unless other words of the query are typed
 * so (`inKeys`), a slip costs more, and what only a tone key tells: any word with a letter more is one.
 */
export function keyedVariants(typed: string, inKeys: boolean): Variant[] {
  if (typed.length < 2 || typed.length > longestKeys || !/^[a-z][a-z1-9]*$/u.test(typed)) return [];
  const found = new Map<string, number>();
  const offer = (keys: string, cost: number) => {
    const decoded = decodedKeys(keys);
    if (decoded === null) return;
    const whole = cost + (inKeys || (keys === typed && !decoded.weak) ? 0 : costs.tone);
    if ((found.get(decoded.exact) ?? Number.POSITIVE_INFINITY) > whole) found.set(decoded.exact, whole);
  };
  offer(typed, costs.keys);
  for (const { text, cost } of slipsOf(typed, /\d/u.test(typed) ? vniKeys : telexKeys)) offer(text, cost);
  return [...found].map(([text, cost]) => ({ words: [exact(text)], cost }));
}

/** One slip away: neighbours swapped, a letter too many, too few or another (`letter`, of `among`; empty where none was put in). */
function* slipsOf(word: string, among: string): Generator<{ readonly text: string; readonly cost: number; readonly letter: string }> {
  for (let at = 0; at <= word.length; at++) {
    const [head, tail] = [word.slice(0, at), word.slice(at)];
    const cost = at === 0 ? costs.firstLetter : costs.edit;
    if (tail.length > 1) yield { text: `${head}${tail[1]}${tail[0]}${tail.slice(2)}`, cost: costs.swap, letter: '' };
    if (tail.length > 0) yield { text: head + tail.slice(1), cost, letter: '' };
    for (const letter of among) {
      yield { text: head + letter + tail, cost, letter };
      if (tail.length > 0) yield { text: head + letter + tail.slice(1), cost, letter };
    }
  }
}

/** Folded syllables two slips away: asked for where none is nearer. */
export function farVariants(folded: string): Variant[] {
  if (folded.length < 3 || folded.length > longestSyllable + 2) return [];
  return everySyllable()
    .filter((text) => Math.abs(text.length - folded.length) <= 2 && (text[0] === folded[0] || text.at(-1) === folded.at(-1)))
    .filter((text) => DamerauLevenshteinDistance(folded, text, { restricted: true }) === 2)
    .map((text) => ({ words: [bare(text)], cost: costs.twoEdits }));
}

function* confusions(folded: string): Generator<string> {
  const parts = partsOf(folded);
  if (parts === null) return;
  for (const group of alikeOnsets) {
    if (group.includes(parts.onset)) for (const other of group) if (other !== parts.onset) yield other + parts.rime;
  }
  for (const group of alikeEndings) {
    for (const ending of group) {
      if (folded.endsWith(ending)) for (const other of group) if (other !== ending) yield folded.slice(0, -ending.length) + other;
    }
  }
}

/** With the letter that was left out of a final cluster, in what is no syllable without it ("rug": rung). */
function* withFinalClusters(folded: string): Generator<string> {
  if (partsOf(folded) !== null) return;
  for (const cluster of ['ng', 'nh', 'ch']) {
    const text = folded.endsWith(cluster[1] ?? '') ? folded.slice(0, -1) + cluster : folded;
    if (partsOf(text) !== null) yield text;
  }
}

/** Where a letter was put in or changed: of the many such words those that may be a syllable, or are too long to be one. */
const isLikely = (text: string) => text.length > longestSyllable || partsOf(text) !== null;
const isWhole = (text: string) => text.length > 1 && partsOf(text) !== null;
