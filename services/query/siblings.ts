import { fold } from '#services/analysis/folding.ts';
import { foldedSymbol, siblingSymbols, symbolKey } from '#services/analysis/symbols.ts';
import { wordsIn } from '#services/analysis/words.ts';
import type { AskedQuery, AskedTerm, Query } from './query.ts';

/**
 * The query with its document numbers as they are printed elsewhere (08-QĐ/TW for 08-QĐi/TW and the other way round), or null where none has
 * another form. Rule: it is asked only when the query itself finds nothing, for the two may be two documents.
 */
export function siblingQuery(query: Query): Query | null;
export function siblingQuery(query: AskedQuery): AskedQuery | null;
export function siblingQuery(query: AskedQuery): AskedQuery | null {
  const terms = query.terms.map(siblingTerm);
  return terms.some((term, at) => term !== query.terms[at]) ? { ...query, terms } : null;
}

/** The term itself where no number in it has another form. */
function siblingTerm(term: AskedTerm): AskedTerm {
  switch (term.kind) {
    case 'symbol': {
      const [key] = siblingSymbols(term.key);
      if (key === undefined) return term;
      const words = wordsIn(fold(key)).folded.map((text) => ({ text, exact: false }));
      return { kind: 'symbol', key, token: foldedSymbol(key), words: term.words.length === 0 ? [] : words };
    }
    case 'relates': {
      const key = siblingOf(term.token);
      return key === null ? term : { ...term, token: foldedSymbol(key) };
    }
    case 'citedBy': {
      const [key] = siblingSymbols(term.key);
      return key === undefined ? term : { ...term, key, token: foldedSymbol(key) };
    }
    case 'own': {
      const keys = term.tokens.map(siblingOf);
      if (keys.every((key) => key === null)) return term;
      return { ...term, tokens: term.tokens.map((token, at) => tokenOf(keys[at] ?? null, token)) };
    }
    case 'any':
    case 'all': {
      const of = term.of.map(siblingTerm);
      return of.some((one, at) => one !== term.of[at]) ? { ...term, of } : term;
    }
    case 'not': {
      const of = siblingTerm(term.of);
      return of === term.of ? term : { ...term, of };
    }
    default:
      return term;
  }
}

const tokenOf = (key: string | null, token: string) => (key === null ? token : foldedSymbol(key));

/** The other key of the number under a token (`foldedSymbol`), or null: a part of a number (p8_qd) has none. */
function siblingOf(token: string): string | null {
  if (!token.startsWith('n')) return null;
  return siblingSymbols(symbolKey(token.slice(1).replaceAll('_', '-')))[0] ?? null;
}
