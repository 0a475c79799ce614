import { covers } from '#ingest/model/span.ts';
import { isSyllable } from '#ingest/vocabulary/syllables.ts';
import { exactForm, fold } from '#services/analysis/folding.ts';
import { isFunctionWord } from '#services/analysis/functionWords.ts';
import type { QueryWord, Reading } from '#services/query/query.ts';
import type { TypedWord } from '../typedPlaces.ts';
import { makesCompound, neighboursOf } from './neighbours.ts';
import { accentForms } from './syllables.ts';

/** Words by which people are addressed before their names: every reader of the language knows them, a collection of documents may well not. */
const addresses = new Set('ông bà anh chị cô chú bác em cụ'.split(' ').map(exactForm));

/** A number, or so few consonants as abbreviations have; in more of them a vowel may have been lost ("khng"), and w is a key for one. */
const code = /^(?:\d+|[^aeiouyw]{1,3})$/u;

/**
 * Which of the words typed are right whatever the collection holds, for each in turn: abbreviations, known ones with their full forms as the query was read;
 * words that only join, ask or address; and those that make a compound of the lexicon as they stand. Another spelling of these would mislead.
 */
export function soundWords(typed: readonly TypedWord[], readings: readonly Reading[]): boolean[] {
  const abbreviations = readings.filter(({ kind }) => kind === 'abbreviation');
  const exact = typed.map((word) => word.exact);
  return typed.map((word, at) => {
    if (code.test(word.folded) || abbreviations.some(({ span }) => covers(span, word.span))) return true;
    const bare = word.exact === word.folded;
    return (
      isFunctionWord({ text: word.exact, exact: !bare }) ||
      addresses.has(word.exact) ||
      makesCompound([word.exact], neighboursOf(exact, at))
    );
  });
}

/**
 * Whether the rules of spelling let a word stand as it is looked for: one without its accents where some make it a syllable. Such a word may be rare; only
 * what is no syllable at all looks like a slip of the hand where it stands in documents as well.
 */
export function isWellFormed({ text, exact, anyTone }: QueryWord): boolean {
  if (exact && anyTone !== true) return isSyllable(text);
  return isSyllable(text) || accentForms(fold(text)).some(isSyllable);
}
