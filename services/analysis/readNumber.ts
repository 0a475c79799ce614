import { numberTokens, partialToken } from './numberTokens.ts';
import { foldedSymbol, symbolAt, symbolKey } from './symbols.ts';
import { wordsIn } from './words.ts';

const year = /^(?:19|20)\d\d$/u;

/**
 * The tokens under which documents with this number, or this part of one, are indexed; a whole one gives its whole token alone. Null for what is no number:
 * "144-QĐ/TW" gives n144_qd_tw, "144" p144, "QĐ 144" p144_qd, "91/2017" p91_2017.
 */
export function readNumber(typed: string): readonly string[] | null {
  const words = wordsIn(typed);
  const symbol = symbolAt(words, 0, 'typed');
  if (symbol !== null && symbol.last === words.exact.length - 1) return [foldedSymbol(symbol.written)];
  const pieces = words.folded.filter((piece) => piece !== 'so');
  const at = pieces.findIndex((piece) => /^\d{1,6}[a-z]?$/u.test(piece));
  const number = pieces[at];
  if (number === undefined || pieces.length > 4) return null;
  const after = pieces.slice(at + 1);
  const dated = year.test(after[0] ?? '') ? after.slice(0, 1) : [];
  const codes = [...pieces.slice(0, at), ...after.slice(dated.length)];
  if (codes.some((code) => !/^[a-z]{1,8}\d{0,3}$/u.test(code))) return null;
  const token = partialToken(number, [...dated, ...codes]);
  if (codes.length < 2) return [token];
  // With type and issuer it is a whole number, however its pieces are ordered.
  return numberTokens(symbolKey([number, ...dated, ...codes].join(' '))).slice(0, 1);
}
