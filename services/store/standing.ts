import type { QueryTerm, WordTerm } from '#services/query/query.ts';

/** What is looked for in words and scores: not what must not stand there, nor features. */
export function scoringTerms(terms: readonly QueryTerm[]): readonly WordTerm[] {
  return terms.flatMap((term) => {
    switch (term.kind) {
      case 'any':
      case 'all':
        return scoringTerms(term.of);
      case 'word':
      case 'phrase':
      case 'near':
      case 'prefix':
      case 'symbol':
        return [term];
      default:
        return [];
    }
  });
}

/**
 * A term as a rule asks it of one text: where it lets words or a feature hold (a day as it is written, or the day of issue), the feature stands in no title
 * and no heading, and does not count. Beside words a feature goes on narrowing what is found.
 */
export function standing(term: QueryTerm): QueryTerm {
  if (term.kind === 'all') return { ...term, of: term.of.map(standing) };
  if (term.kind !== 'any' || scoringTerms(term.of).length === 0) return term;
  return { ...term, of: term.of.filter((one) => scoringTerms([one]).length > 0).map(standing) };
}
