import { fold } from '#services/analysis/folding.ts';
import { foldedSymbol, siblingSymbols } from '#services/analysis/symbols.ts';
import { wordsIn } from '#services/analysis/words.ts';
import type { Query, QueryTerm } from './query.ts';

/**
 * The query with its document numbers as they are printed elsewhere (08-QĐ/TW for 08-QĐi/TW and the other way round), or null where none has
 * another form. Rule: it is asked only when the query itself finds nothing, for the two may be two documents.
 */
export function siblingQuery(query: Query): Query | null {
  const terms = query.terms.map(siblingTerm);
  return terms.some((term, at) => term !== query.terms[at]) ? { ...query, terms } : null;
}

function siblingTerm(term: QueryTerm): QueryTerm {
  const [key] = term.kind === 'symbol' ? siblingSymbols(term.key) : [];
  if (key === undefined) return term;
  return { kind: 'symbol', key, token: foldedSymbol(key), words: wordsIn(fold(key)).folded.map((text) => ({ text, exact: false })) };
}
