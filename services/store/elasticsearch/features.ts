import { facetFields } from '#mappings/fields.ts';
import { foldedSymbol } from '#services/analysis/symbols.ts';
import type { FeatureTerm, QueryFilters } from '#services/query/query.ts';
import { filtersAsked } from '#services/store/features.ts';
import { relationMark } from '#services/store/index-entry.ts';
import { type Clause, nothing, phraseIn } from './clauses.ts';
import { featureTexts } from './texts.ts';

/** What is asked of a feature of a document, without a score. */
export function featureClause(term: FeatureTerm): Clause {
  switch (term.kind) {
    case 'feature':
      return phraseIn({ ...featureTexts[term.field], weight: 1 }, term.words);
    case 'value':
      return oneOf(term.field, term.values);
    case 'dates':
      // Whoever has a day at all comes after the empty text.
      return { range: { date: daysBetween(term.from ?? '', term.to ?? undefined) } };
    case 'accepted':
      return { range: { accepted: { gt: term.after } } };
    case 'own':
      return oneOf('own_number', term.tokens);
    case 'relates':
      return { term: { relates: relationMark(term.relation, term.token) } };
    case 'has':
      return { term: { has: term.what } };
    case 'print':
      return oneOf('prints', term.tokens);
    case 'ids':
      return oneOf('id', term.ids);
  }
}

export function oneOf(field: string, values: readonly string[]): Clause {
  return values.length === 0 ? nothing : { terms: { [field]: [...values] } };
}

const named = [...facetFields, 'signer', 'relation'] as const;

/** Conditions of the filters that are set. */
export function filterClauses(given: QueryFilters): Clause[] {
  const filters = filtersAsked(given);
  const { from, to, cites } = filters;
  const clauses: Clause[] = named.flatMap((name) => {
    const value = filters[name];
    return value === undefined ? [] : [{ term: { [name]: value } }];
  });
  if (from !== undefined || to !== undefined) clauses.push({ range: { date: daysBetween(from, to) } });
  if (cites !== undefined) clauses.push({ term: { cited: foldedSymbol(cites) } });
  return clauses;
}

/** ISO days, both inclusive, of a keyword field: they compare as text. */
export function daysBetween(from: string | undefined, to: string | undefined): { gte?: string; lte?: string } {
  return { ...(from === undefined ? {} : { gte: from }), ...(to === undefined ? {} : { lte: to }) };
}
