import { remembered } from './remembered.ts';
import { foldedSymbol, isPartyIssuer, symbolKey, withoutZeros } from './symbols.ts';

const year = /^(?:19|20)\d\d$/u;
/** The State puts the slash first. */
const ofState = /^\d{1,6}\p{L}?\//u;

/**
 * The words under which a document number is indexed, each once, its whole form first: "144-QĐ/TW" gives n144_qd_tw, and for readers who know a part of it
 * p144 and p144_qd; "91/2017/NĐ-CP" also p91_2017, p91_2017_nd, p91_nd and p91_nd_cp. They hold letters, digits and "_" only.
 */
export const numberTokens = remembered(tokensOf);

function tokensOf(symbol: string): readonly string[] {
  const whole = foldedSymbol(symbol);
  const [number = '', ...rest] = whole.slice(1).split('_');
  const dated = year.test(rest[0] ?? '') ? rest[0] : undefined;
  const codes = dated === undefined ? rest : rest.slice(1);
  const [type] = codes;
  const tokens = [whole, partialToken(number, [])];
  const add = (pieces: readonly string[]) => {
    const token = partialToken(number, pieces);
    if (!tokens.includes(token)) tokens.push(token);
  };
  if (type !== undefined) add([type]);
  if (dated === undefined) return tokens;
  add([dated]);
  if (type !== undefined) add([dated, type]);
  add(codes);
  return tokens;
}

/** The word that stands for every number with these pieces, folded: partialToken("144", ["qd"]) gives p144_qd. Leading zeros fall away. */
export function partialToken(number: string, pieces: readonly string[]): string {
  const bare = withoutZeros(number);
  return pieces.length === 0 ? `p${bare}` : `p${bare}_${pieces.join('_')}`;
}

/**
 * The words by which a whole number is looked for: its whole form and, of a number of the State typed without its year, as it is mostly called, the one for it in
 * any year: "91/NĐ-CP" gives n91_nd_cp and p91_nd_cp. The Party's numbers bear no year: "144-QĐ/TW" gives n144_qd_tw alone.
 */
export function soughtTokens(symbol: string): readonly string[] {
  const whole = foldedSymbol(symbol);
  const [number = '', ...codes] = whole.slice(1).split('_');
  const [type = '', issuer] = codes;
  if (issuer === undefined || year.test(type) || isPartyIssuer(issuer) || !ofState.test(symbolKey(symbol))) return [whole];
  return [whole, partialToken(number, codes)];
}

/**
 * What stands for the same numbers with this year in them, where they may bear one: p91_nd in 2017 is p91_2017_nd, and p91_nd_cp, which is all but the year,
 * n91_2017_nd_cp. None for whole numbers of the Party, nor for what bears a year.
 */
export function tokensInYear(tokens: readonly string[], ofYear: string): readonly string[] {
  return tokens.flatMap((token) => {
    const [number = '', ...codes] = token.slice(1).split('_');
    if (!token.startsWith('p') || year.test(codes[0] ?? '')) return [];
    return [codes.length > 1 ? foldedSymbol([number, ofYear, ...codes].join(' ')) : partialToken(number, [ofYear, ...codes])];
  });
}
