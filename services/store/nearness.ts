import { compoundsOf } from '#services/analysis/compounds.ts';
import type { Query, QueryTerm, QueryWord } from '#services/query/query.ts';

/** What two words side by side count beside what they count by themselves; more where they are (part of) one compound. */
const shares = { neighbours: 0.3, compound: 0.7 } as const;

/** Two neighbouring words of a query, and what a document is worth where they stand side by side in it too, as a share of their rarity. */
export interface Pair {
  readonly words: readonly [QueryWord, QueryWord];
  readonly share: number;
}

/** Neighbouring words of the query, and of what is joined within it: the words that an abbreviation stands for. */
export function pairsOf({ terms }: Query): Pair[] {
  return runsOf(terms).flatMap((words) => {
    const compounds = compoundsOf(words.map((word) => word?.text ?? ''));
    return words.flatMap((word, at) => {
      const next = words[at + 1] ?? null;
      if (word === null || next === null) return [];
      const one = compounds.some(({ first, last }) => first <= at && at < last);
      return [{ words: [word, next], share: one ? shares.compound : shares.neighbours } as const];
    });
  });
}

/** Terms that stand side by side, as words; null where a term is none. */
function runsOf(terms: readonly QueryTerm[]): (readonly (QueryWord | null)[])[] {
  const run = terms.flatMap((term) => (term.kind === 'any' && term.least !== undefined ? term.of.map(wordOf) : [wordOf(term)]));
  const within = terms.flatMap((term) => {
    if (term.kind === 'all') return runsOf(term.of);
    return term.kind === 'any' ? term.of.flatMap((one) => (one.kind === 'all' ? runsOf(one.of) : [])) : [];
  });
  return [run, ...within];
}

/** The one word that a term stands for: of what was read into typed keys, the word read. */
function wordOf(term: QueryTerm): QueryWord | null {
  if (term.kind === 'word') return term.word;
  if (term.kind !== 'any') return null;
  const words = term.of.map((one) => (one.kind === 'word' ? one.word : null));
  return words.includes(null) ? null : (words.findLast((word) => word?.exact === true) ?? null);
}
