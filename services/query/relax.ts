import { isFunctionWord } from '#services/analysis/functionWords.ts';
import type { AskedQuery, AskedTerm } from './query.ts';

/** Fewer words than this are all meant. */
const fewest = 3;
/** What part of the words must hold, in the order in which it is tried. */
export const shares = [0.7, 0.4] as const;

/**
 * A query of many words asked more loosely, for where no document holds them all (a whole question, a title remembered half right): at least this share of
 * its words must hold, words that name nothing ("của", "nào") not counted. Numbers, conditions, exclusions and filters stay as they are. Null where there are too few
 * words to leave any out.
 */
export function relaxedQuery(query: AskedQuery, share: number): Relaxed | null {
  const words = query.terms.filter(isLoose);
  const telling = words.filter((term) => !(term.kind === 'word' && isFunctionWord(term.word)));
  const kept = telling.length >= fewest ? telling : words;
  if (kept.length < fewest) return null;
  const least = Math.max(2, Math.ceil(kept.length * share));
  if (least === words.length) return null;
  const rest = query.terms.filter((term) => !isLoose(term));
  return { query: { ...query, terms: [{ kind: 'any', of: kept, least }, ...rest] }, least, of: kept.length };
}

/** The looser query, and how many of how many words must hold in it. */
export interface Relaxed {
  readonly query: AskedQuery;
  readonly least: number;
  readonly of: number;
}

/** Words, and what stands for words (an abbreviation with its meaning): not numbers, conditions, exclusions, nor what was put in quotation marks. */
function isLoose(term: AskedTerm): boolean {
  if (term.kind === 'any' || term.kind === 'all') return term.of.every((one) => one.kind === 'phrase' || isLoose(one));
  return term.kind === 'word' || term.kind === 'prefix';
}
