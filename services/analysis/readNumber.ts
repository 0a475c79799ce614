import { gap } from './gaps.ts';
import { partialToken, soughtTokens } from './numberTokens.ts';
import { isIssuerCode } from './symbols.ts';
import { typedNumbers } from './typedNumbers.ts';
import { isTypeCode, typeAt } from './typedTypes.ts';
import { type Words, wordsIn } from './words.ts';

const year = /^(?:19|20)\d\d$/u;
const numberWord = /^\d{1,6}[a-z]?$/u;
const codeWord = /^[a-z]{1,8}\d{0,3}$/u;
const sign = /^\s?[-–—/]\s?$/u;
/** Pieces of a number: its digits, its year, its type and its issuer. */
const mostPieces = 4;

/**
 * The tokens under which documents with this number, or this part of one, are indexed, that of a whole one first. What is read as one number among plain words is
 * read so here, also behind the name of its type. Null for what is no number: "144-QĐ/TW" and "Quyết định số 144-QĐ/TW" give n144_qd_tw, "144" p144,
 * "QĐ 144" p144_qd, "kết luận 01" p1_kl, "91/2017" p91_2017.
 */
export function readNumber(typed: string): readonly string[] | null {
  const words = wordsIn(typed);
  return asTyped(words) ?? inPieces(words);
}

/** The tokens of the one number that all the words are. */
function asTyped(words: Words): readonly string[] | null {
  const [number] = typedNumbers(words);
  if (number === undefined || number.span.end !== words.ends.at(-1)) return null;
  const first = words.starts.indexOf(number.span.start);
  return first === 0 || typeAt(words, 0)?.last === first - 1 ? number.tokens : null;
}

/** The tokens of a number in any order of its pieces, also of digits alone, which among plain words are none. */
function inPieces(words: Words): readonly string[] | null {
  const pieces = Array.from(words.folded.keys()).filter((at) => words.folded[at] !== 'so');
  const number = pieces.find((at) => numberWord.test(words.folded[at] ?? ''));
  if (number === undefined || pieces.length > mostPieces) return null;
  const rest = pieces.filter((at) => at !== number);
  const dated = rest.filter((at) => at === number + 1 && year.test(words.folded[at] ?? ''));
  const codes = rest.filter((at) => !dated.includes(at));
  if (!codes.every((at) => isCode(words, at))) return null;
  const [digits = '', ...others] = [number, ...dated, ...codes].map((at) => words.folded[at] ?? '');
  // With type and issuer it is a whole number, however its pieces are ordered.
  return codes.length < 2 ? [partialToken(digits, others)] : soughtTokens([digits, ...others].join(' '));
}

/** Known codes of types and issuers, and whatever a sign joins to the piece before it ("12-ABC"): words that only stand beside a number are none of it. */
function isCode(words: Words, at: number): boolean {
  const code = words.folded[at] ?? '';
  return codeWord.test(code) && (isTypeCode(code) || isIssuerCode(code) || (at > 0 && sign.test(gap(words, at))));
}
