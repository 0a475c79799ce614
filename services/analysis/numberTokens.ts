import { remembered } from './remembered.ts';
import { foldedSymbol } from './symbols.ts';

const year = /^(?:19|20)\d\d$/u;

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
  const parts: (readonly (string | undefined)[])[] = [[], [codes[0]], ...(dated === undefined ? [] : [[dated], [dated, codes[0]], codes])];
  return [
    ...new Set([
      whole,
      ...parts.filter((part) => !part.includes(undefined)).map((part) => partialToken(number, part as readonly string[])),
    ]),
  ];
}

/** The word that stands for every number with these pieces, folded: partialToken("144", ["qd"]) gives p144_qd. Leading zeros fall away. */
export function partialToken(number: string, pieces: readonly string[]): string {
  return `p${[number.replace(/^0+(?=\d)/u, ''), ...pieces].join('_')}`;
}
