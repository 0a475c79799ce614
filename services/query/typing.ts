import { type CompoundSpan, compoundsOf } from '#services/analysis/compounds.ts';
import { exactForm } from '#services/analysis/folding.ts';
import { readsAsPair } from '#services/analysis/pairs.ts';
import { isMarkedOnly, isStopped, isToned } from '#services/analysis/tones.ts';
import { decodedKeys } from '#services/analysis/typedKeys.ts';
import { typedNumbers } from '#services/analysis/typedNumbers.ts';
import { type Words, wordsIn } from '#services/analysis/words.ts';
import { operators } from './operators.ts';
import type { QueryWord } from './query.ts';

/** How a query is typed, as far as its words betray it. */
export interface Typing {
  /** Some syllable bears a tone. */
  readonly toned: boolean;
  /** Some syllable has its marks and lacks the tone that it cannot do without ("kêt"). */
  readonly halfTyped: boolean;
  /** Words in capitals stand out: there is a small letter, or nothing in letters but document numbers, fields and operators. */
  readonly small: boolean;
  /** Some word can only be keys of typing left over ("luaanj"). */
  readonly keys: boolean;
}

export function typingOf(text: string): Typing {
  const words = wordsIn(text);
  const { exact } = words;
  return {
    toned: exact.some(isToned),
    halfTyped: exact.some((word) => isMarkedOnly(word) && isStopped(word)),
    small: /\p{Ll}/u.test(text) || isOfNumbers(words),
    keys: exact.some((word) => decodedKeys(word)?.weak === false),
  };
}

/** True where whatever is in letters belongs to document numbers or fields, or is a word in which an operator may be read: numbers are always in capitals. */
function isOfNumbers(words: Words): boolean {
  const numbers = typedNumbers(words);
  if (numbers.length === 0) return false;
  return words.exact.every((word, at) => {
    const [start, end] = [words.starts[at] ?? 0, words.ends[at] ?? 0];
    const isInNumber = numbers.some(({ span }) => span.start <= start && end <= span.end);
    return isInNumber || mayJoin.has(word) || !/\p{L}/u.test(word) || words.text.charAt(end) === ':';
  });
}

/** Operators, in the form of words. */
const mayJoin = new Set(Object.keys(operators).map(exactForm));

/**
 * The words `first` to `last` (inclusive) as they are looked for: one with a tone as typed, a bare one with any tone. One with marks and no tone is either
 * whole (its tone is the level one, thanh ngang) or half typed. Half typed is: one that a stop ends; every one where such a one is in the query; and, unless
 * it makes a compound of the lexicon as it stands ("công dân"), one that makes one with a tone ("đang bộ"), and every one where no word bears a tone.
 * In quotation marks (`quoted`) only what is certain counts.
 */
export function wordsAsTyped(words: Words, typing: Typing, quoted: boolean, first = 0, last = words.exact.length - 1): QueryWord[] {
  const compounds = compoundsOf(words.exact);
  const wanted: QueryWord[] = [];
  for (let at = first; at <= last; at++) {
    const exact = words.exact[at] ?? '';
    const folded = words.folded[at] ?? '';
    if (exact === folded) wanted.push({ text: folded, exact: false });
    else if (isMarkedOnly(exact) && isHalfTyped(words, at, typing, quoted, compounds))
      wanted.push({ text: exact, exact: true, anyTone: true });
    else wanted.push({ text: exact, exact: true });
  }
  return wanted;
}

function isHalfTyped(words: Words, at: number, typing: Typing, quoted: boolean, compounds: readonly CompoundSpan[]): boolean {
  if (isStopped(words.exact[at] ?? '')) return true;
  if (quoted) return typing.halfTyped;
  if (compounds.some(({ first, last }) => first <= at && at <= last)) return false;
  return typing.halfTyped || !typing.toned || readsAsPair(words.exact, at);
}
