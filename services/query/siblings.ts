import { fold } from '#services/analysis/folding.ts';
import { foldedSymbol, siblingSymbols, symbolKey } from '#services/analysis/symbols.ts';
import { wordsIn } from '#services/analysis/words.ts';
import type { AskedQuery, AskedTerm } from './query.ts';

/** A query with numbers as they are printed elsewhere; `numbers` are the tokens of those that were asked for and have another form. */
export interface SiblingQuery {
  readonly query: AskedQuery;
  readonly numbers: ReadonlySet<string>;
}

/**
 * The query with its document numbers as they are printed elsewhere (08-QĐ/TW for 08-QĐi/TW and the other way round), or null where none has
 * another form. Rule: it is asked only when the query itself finds nothing, for the two may be two documents.
 */
export function siblingQuery(query: AskedQuery): SiblingQuery | null {
  const numbers = new Set<string>();
  const terms = query.terms.map((term) => siblingTerm(term, numbers));
  return numbers.size === 0 ? null : { query: { ...query, terms }, numbers };
}

function siblingTerm(term: AskedTerm, numbers: Set<string>): AskedTerm {
  switch (term.kind) {
    case 'symbol': {
      const key = siblingOf(term.token, numbers);
      if (key === null) return term;
      const words = wordsIn(fold(key)).folded.map((text) => ({ text, exact: false }));
      return { kind: 'symbol', key, token: foldedSymbol(key), words: term.words.length === 0 ? [] : words };
    }
    case 'relates':
    case 'citedBy': {
      const key = siblingOf(term.token, numbers);
      if (key === null) return term;
      return term.kind === 'relates' ? { ...term, token: foldedSymbol(key) } : { ...term, key, token: foldedSymbol(key) };
    }
    case 'own':
      return { ...term, tokens: term.tokens.map((token) => foldedSymbolOr(siblingOf(token, numbers), token)) };
    case 'any':
    case 'all':
      return { ...term, of: term.of.map((one) => siblingTerm(one, numbers)) };
    case 'not':
      return { ...term, of: siblingTerm(term.of, numbers) };
    default:
      return term;
  }
}

const foldedSymbolOr = (key: string | null, token: string) => (key === null ? token : foldedSymbol(key));

/** The other key of the number under a token (`foldedSymbol`), or null: a part of a number (p8_qd) has none. */
function siblingOf(token: string, numbers: Set<string>): string | null {
  if (!token.startsWith('n')) return null;
  const [key] = siblingSymbols(symbolKey(token.slice(1).replaceAll('_', '-')));
  if (key === undefined) return null;
  numbers.add(token);
  return key;
}
