import type { Query, QueryTerm } from '#services/query/query.ts';
import type { Method } from './messages.ts';

/** About how long questions take beside each other, in milliseconds at 100,000 documents. Only their order counts. */
const usual: Readonly<Record<Method, number>> = {
  get: 1,
  bodies: 2,
  summaries: 1,
  citers: 1,
  frequencies: 1,
  keys: 2,
  suggest: 3,
  list: 5,
  named: 1,
  symbols: 5,
  series: 20,
  unheld: 20,
  rings: 50,
  speakers: 2,
  walk: 3,
  walkBriefly: 20,
  statements: 3,
  tasks: 20,
  search: 2,
  stats: 50,
  check: 10_000,
  put: 0,
  remove: 0,
  decide: 0,
  refresh: 0,
};

/** What a question costs, before it is asked: of a search by its words, as the lists of frequent words and their places are what takes time. */
export function costOf(method: Method, given: readonly unknown[]): number {
  const [query] = given;
  return usual[method] + (method === 'search' ? costOfTerms((query as Query).terms) : 0);
}

function costOfTerms(terms: readonly QueryTerm[]): number {
  return terms.reduce((sum, term) => sum + costOfTerm(term), 0);
}

function costOfTerm(term: QueryTerm): number {
  switch (term.kind) {
    case 'word':
      return term.word.exact ? 2 : 4;
    case 'prefix':
      return 20;
    case 'phrase':
    case 'near':
      return 8 * term.words.length;
    case 'any':
    case 'all':
      return costOfTerms(term.of);
    case 'not':
      return costOfTerm(term.of);
    default:
      return 1;
  }
}
