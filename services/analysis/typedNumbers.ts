import type { Span } from '#ingest/model/span.ts';
import { isSyllable } from '#ingest/vocabulary/syllables.ts';
import { gap } from './gaps.ts';
import { numberPieces } from './gluedWords.ts';
import { partialToken, soughtTokens } from './numberTokens.ts';
import { canMean } from './pairs.ts';
import { plenumAt } from './plenums.ts';
import { isIssuerCode, symbolAt, symbolKey } from './symbols.ts';
import { isTypeCode, nameOfType, printedTypeCode, typeAt } from './typedTypes.ts';
import type { Words } from './words.ts';

/**
 * A document number as a reader types it, whole or in part, in any order of its pieces: "144 qd tw", "QĐ 144", "kết luận số 01", "91/2017", "số 144", "kl01".
 * `tokens` are the words of the index that stand for it, of a whole number its own first (`soughtTokens`); `span` its place, in UTF-16 code units of the text.
 */
export interface TypedNumber {
  readonly span: Span;
  readonly key: string;
  readonly tokens: readonly string[];
  /** Other words side by side that may stand for a part of a number in a text, folded: "qđ 144" also as "quyết định số 144". None for a whole number. */
  readonly beside: readonly string[];
}

/** Types whose letters their numbers do not bear: laws. */
const unlettered = new Set(['l', 'hp']);
/** Quy định is printed with the code of quyết định, too. */
const codesPrinted = (code: string): readonly string[] => (code === 'qdi' ? ['qdi', 'qd'] : [code]);

const numberWord = /^\d{1,6}[a-z]?$/u;
const yearWord = /^(?:19|20)\d\d$/u;
const loose = /^\s{0,3}[-–—/.:_]?\s{0,3}$/u;
const firm = /^\s?[-–—/_]\s?$/u;
/** What a number before it counts: "kế hoạch 5 năm" is none of number 5. */
const counted = new Set('nam thang ngay tuoi gio phut nguoi dong trieu ty ti phan dieu khoan muc lan cap buoc nhom dot'.split(' '));
const mostMonths = 12;

/** Every number typed in a text, in order, without overlaps. Linear in its length. */
export function typedNumbers(typed: Words): TypedNumber[] {
  const words = numberPieces(typed);
  const found: TypedNumber[] = [];
  for (let at = 0; at < words.exact.length; at++) {
    const number = numberAt(words, at);
    if (number === null) continue;
    found.push(told(words, at, number));
    at = number.last;
  }
  return found;
}

/** A number as words of the list up to `last`. */
interface Found {
  readonly last: number;
  readonly key: string;
  readonly tokens: readonly string[];
  readonly beside: readonly string[];
}

function told(words: Words, first: number, { last, key, tokens, beside }: Found): TypedNumber {
  return { span: { start: words.starts[first] ?? 0, end: words.ends[last] ?? 0 }, key, tokens, beside };
}

function numberAt(words: Words, at: number): Found | null {
  const whole = symbolAt(words, at, 'typed');
  if (whole !== null) return wholeNumber(whole.last, writtenApart(words, at, whole.last));
  const plenum = plenumAt(words, at);
  if (plenum !== null) return wholeNumber(plenum.last, plenum.written);
  return typeFirst(words, at) ?? numberFirst(words, at) ?? afterSo(words, at);
}

/** The words as they are written, with a space where nothing parts them; none within a word ("QH 15"). */
function writtenApart(words: Words, first: number, last: number): string {
  let written = '';
  for (let at = first; at <= last; at++)
    written += `${at === first ? '' : gap(words, at) || ' '}${words.text.slice(words.starts[at], words.ends[at]).replace(/\s/gu, '')}`;
  return written;
}

function wholeNumber(last: number, written: string): Found {
  return { last, key: symbolKey(written), tokens: soughtTokens(written), beside: [] };
}

/** "QĐ 144", "QĐ số 144", "kết luận 01", "KL 01 TW", "QĐ/TW 144", "nghị định 91/2017". */
function typeFirst(words: Words, first: number): Found | null {
  const type = typeAt(words, first);
  if (type === null) return null;
  let at = type.last + 1;
  let issuer: string | null = null;
  if (!type.named && isIssuerCode(words.folded[at] ?? '') && loose.test(gap(words, at)) && numberWord.test(words.folded[at + 1] ?? ''))
    issuer = words.folded[at++] ?? null;
  if (words.folded[at] === 'so') at++;
  if (at > words.folded.length || !loose.test(gap(words, at)) || symbolAt(words, at, 'typed') !== null) return null;
  const number = numberYear(words, at);
  if (number === null || (unlettered.has(type.code) && number.year === null)) return null;
  let { last } = number;
  const next = words.folded[last + 1] ?? '';
  if (issuer === null && isIssuerCode(next) && loose.test(gap(words, last + 1)) && !isTypeCode(next)) {
    issuer = next;
    last++;
  } else if (isCounted(words, last + 1)) return null;
  const codes = unlettered.has(type.code) ? [''] : codesPrinted(type.code);
  return part(last, number, codes, issuer, type.named ? null : nameOfType(type.code), words.folded.slice(first, type.last + 1).join(' '));
}

interface Pieces {
  readonly number: string;
  readonly year: string | null;
  readonly last: number;
}

/** The number itself at word `at`, with the year that a stroke joins to it. A year alone is none. */
function numberYear(words: Words, at: number): Pieces | null {
  const number = words.folded[at] ?? '';
  if (!numberWord.test(number) || yearWord.test(number)) return null;
  const next = words.folded[at + 1] ?? '';
  if (yearWord.test(next) && firm.test(gap(words, at + 1))) return { number, year: next, last: at + 1 };
  return { number, year: null, last: at };
}

function part(
  last: number,
  { number, year }: Pieces,
  codes: readonly string[],
  issuer: string | null,
  otherName: string | null,
  typed: string,
): Found {
  const dated = year === null ? [] : [year];
  const [code = ''] = codes;
  const lettered = code === '' ? [] : [code];
  if (issuer !== null) {
    const key = symbolKey([number, ...dated, ...lettered, issuer].join(' '));
    const tokens = codes.flatMap((one) => soughtTokens([number, ...dated, ...(one === '' ? [] : [one]), issuer].join(' ')));
    return { last, key, tokens, beside: [] };
  }
  const tokens = codes.map((one) => partialToken(number, one === '' ? dated : [...dated, one]));
  const shown = year === null ? number : `${number}/${year}`;
  const key = code === '' ? shown : `${shown}${year === null ? '-' : '/'}${printedTypeCode(code)}`;
  const digits = [number, ...dated].join(' ');
  const names = typed === '' ? [] : otherName === null ? [typed] : [typed, otherName];
  return {
    last,
    key,
    tokens,
    beside: [...names.map((name) => `${name} so ${digits}`), ...names.slice(1).map((name) => `${name} ${digits}`)],
  };
}

/** "144-QĐ", "144 qđ", "91/2017", "91/2017/NĐ". */
function numberFirst(words: Words, at: number): Found | null {
  const pieces = numberYear(words, at);
  if (pieces === null) return null;
  const next = words.folded[pieces.last + 1] ?? '';
  const between = gap(words, pieces.last + 1);
  const isCoded = isTypeCode(next) && (firm.test(between) || (!isSyllable(next) && loose.test(between)));
  if (isCoded) return part(pieces.last + 1, pieces, codesPrinted(next), null, null, '');
  // "5/2023" is a month.
  if (pieces.year === null || Number.parseInt(pieces.number, 10) <= mostMonths || isJoined(words, at)) return null;
  return part(pieces.last, pieces, [''], null, null, '');
}

/** True where a sign without spaces joins word `at` to the one before it: "18/5/2021". */
function isJoined(words: Words, at: number): boolean {
  return at > 0 && /^[-–—/.]$/u.test(gap(words, at));
}

/** "số 144", "số 144-QĐ/TW". */
function afterSo(words: Words, at: number): Found | null {
  if (!canMean(words.exact[at] ?? '', 'số') || !loose.test(gap(words, at + 1))) return null;
  const whole = symbolAt(words, at + 1, 'typed');
  if (whole !== null) return wholeNumber(whole.last, writtenApart(words, at + 1, whole.last));
  const coded = numberFirst(words, at + 1);
  if (coded !== null) return coded;
  const pieces = numberYear(words, at + 1);
  if (pieces === null || isCounted(words, pieces.last + 1)) return null;
  return part(pieces.last, pieces, [''], null, null, '');
}

/** True where word `at` is what a number before it counts; "năm 2023" after a number is its year. */
function isCounted(words: Words, at: number): boolean {
  return counted.has(words.folded[at] ?? '') && !/^\d/u.test(words.folded[at + 1] ?? '') && /^\s*$/u.test(gap(words, at));
}
