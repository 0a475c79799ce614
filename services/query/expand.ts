import { Failure } from '#ingest/model/failure.ts';
import type { AskedQuery, AskedTerm, CitedByTerm, Query, QueryTerm } from './query.ts';

/** What a query asks of other documents, each once. */
export function citedByIn(query: AskedQuery): CitedByTerm[] {
  const found = new Map<string, CitedByTerm>();
  const look = (term: AskedTerm): void => {
    if (term.kind === 'citedBy') found.set(term.token, term);
    else if (term.kind === 'not') look(term.of);
    else if (term.kind === 'any' || term.kind === 'all') for (const one of term.of) look(one);
  };
  for (const term of query.terms) look(term);
  return [...found.values()];
}

/** The query as stores are asked: for each `citedBy` the documents whose ids `cited` gives; none where it gives none. */
export function expandQuery(query: AskedQuery, cited: (term: CitedByTerm) => readonly string[]): Query {
  const expand = (term: AskedTerm): QueryTerm => {
    if (term.kind === 'citedBy') return { kind: 'ids', ids: cited(term) };
    if (term.kind === 'not') return { kind: 'not', of: expand(term.of) };
    return term.kind === 'any' || term.kind === 'all' ? { ...term, of: term.of.map(expand) } : term;
  };
  return { terms: query.terms.map(expand), filters: query.filters };
}

/** The query where it asks nothing of other documents; `bad-query` where it does. */
export function closedQuery(query: AskedQuery): Query {
  return expandQuery(query, () => {
    throw new Failure('bad-query', 'What another document cites cannot be asked here.');
  });
}
