import type { Span } from '#ingest/model/span.ts';
import { fold } from './folding.ts';
import { gap } from './gaps.ts';
import { remembered } from './remembered.ts';
import { foldedAt, type Words } from './words.ts';

/**
 * Document numbers (số và ký hiệu) as words of the index and as keys.
 * The Party prints NUMBER-TYPE/ISSUER ("144-QĐ/TW"), the State NUMBER/YEAR/TYPE-ISSUER ("91/2017/NĐ-CP") or NUMBER/TYPE-ISSUER ("27/CT-TTg");
 * texts and readers write them in many ways. One folded form stands for all ways of writing one number.
 */

/** Codes that are not printed in capitals without marks, by their folded form; from the form of Party and State documents (thể thức văn bản). */
const printedCodes: Readonly<Record<string, string>> = {
  qd: 'QĐ',
  qdi: 'QĐi',
  nd: 'NĐ',
  da: 'ĐA',
  ctr: 'CTr',
  ttr: 'TTr',
  cthd: 'CTHĐ',
  ttg: 'TTg',
  thu: 'ThU',
  du: 'ĐU',
  duk: 'ĐUK',
  hdnd: 'HĐND',
  tdtn: 'TĐTN',
  dtn: 'ĐTN',
  ldld: 'LĐLĐ',
  bcd: 'BCĐ',
  bgddt: 'BGDĐT',
  sgddt: 'SGDĐT',
  bldtbxh: 'BLĐTBXH',
  sldtbxh: 'SLĐTBXH',
};

/** Folded codes of document types: the ones that make "144 qd tw" a document number. */
const typeCodes = new Set('kl bc kh nq ct qd qdi qc hd cv tb ctr ttr da cthd nd tt nqlt ttlt cd gm'.split(' '));
/** Folded codes of issuers that hold vowels; codes of consonants only ("tw", "btgtw") are known by that. */
const issuerCodes = new Set('tu hu thu txu qu tpu du duk btgtu btctu ubkttu vptu bdvtu bnctu ubnd ubmttq btvtu'.split(' '));
/** Issuers of the State, whose numbers put the slash first. */
const stateIssuer = /^(?:cp|ttg|ubnd|hdnd|vpcp|qh\d*|ubtvqh\d*|ctn|tandtc|vksndtc|ktnn|b[^aeiouy]{1,6}|s[^aeiouy]{1,6})$/u;
const partyIssuer = /(?:tw|tu|hu|du|duk)$/u;

const numberWord = /^\d{1,6}\p{L}?$/u;
const yearWord = /^(?:19|20)\d\d$/;
const codeWord = /^\p{L}{1,8}\d{0,3}$/u;
/** What the National Assembly and its standing committee make bears the term of it: QH15, UBTVQH15. */
const assemblyCode = /^(?:ubtv)?qh\d{1,2}$/u;
/** Resolutions of the Central Committee's plenums bear no number; their key is NQTW and the plenum, then the term ("NQTW4/XII"). */
const plenumWord = /^nqtw\d{1,2}$/u;
const romanWord = /^[ivxl]{1,6}$/u;
const separator = /^\s{0,3}[-–—/]\s{0,3}$/u;
const anyGap = /^\s{0,3}[-–—/._]?\s{0,3}$/u;
const closeSign = /^[-–—/]$/u;
const tightJoin = /^[-–.&/]$/u;

/**
 * A document number in a text: where its words stand (`first` to `last`, inclusive, as places in the list of words; `span` in code units),
 * and how it is written there, for `symbolKey` and `foldedSymbol`.
 */
export interface FoundSymbol {
  readonly first: number;
  readonly last: number;
  readonly span: Span;
  readonly written: string;
}

function printed(words: Words, at: number): string {
  return words.text.slice(words.starts[at], words.ends[at]);
}

/** Capitals lead in a printed code ("KL", "CTr"); ordinary words after a number are lower case. */
function looksPrinted(code: string): boolean {
  const capitals = code.replace(/[^\p{Lu}]/gu, '').length;
  return capitals > 0 && capitals * 2 >= code.replace(/[^\p{L}]/gu, '').length;
}

/** True for a code (folded) that issuers bear: a known one, or one of consonants only that is no type. */
export function isIssuerCode(folded: string): boolean {
  return issuerCodes.has(folded) || (/^[^aeiouy\d]{2,8}$/u.test(folded) && !typeCodes.has(folded));
}

/** True for a code (folded) of an issuer of the Party, however its number is written ("144/QĐ-TW"). */
export function isPartyIssuer(folded: string): boolean {
  return partyIssuer.test(folded);
}

/** True for a code (folded) of the National Assembly with its term, behind which a number ends: "72/2025/QH15". */
export function isAssemblyCode(folded: string): boolean {
  return assemblyCode.test(folded);
}

/**
 * The document number whose first word is word `at`, or null. In a text (`how` = "text") its separators and capitals must be printed;
 * as typed by a reader any case goes, and separators may be spaces where the codes are known ones ("144 qd tw").
 */
export function symbolAt(words: Words, at: number, how: 'text' | 'typed'): FoundSymbol | null {
  const number = foldedAt(words, at);
  if (number === undefined) return null;
  if (how === 'typed' && plenumWord.test(number) && romanWord.test(foldedAt(words, at + 1) ?? '') && anyGap.test(gap(words, at + 1))) {
    return found(words, at, at + 1);
  }
  if (how === 'text' && !isSeparated(words, at)) return null;
  if (!numberWord.test(number)) return null;
  let place = at + 1;
  const gaps: string[] = [];
  const year = foldedAt(words, place) ?? '';
  const withYear = yearWord.test(year) && place + 1 < words.starts.length && anyGap.test(gap(words, place));
  if (withYear) gaps.push(gap(words, place++));
  const type = foldedAt(words, place);
  if (type === undefined || !codeWord.test(type)) return null;
  gaps.push(gap(words, place));
  const first = place++;
  const issuer = foldedAt(words, place);
  const isLaw = withYear && isAssemblyCode(type);
  const withIssuer = issuer !== undefined && codeWord.test(issuer) && (isLaw ? closeSign : anyGap).test(gap(words, place));
  if (withIssuer) gaps.push(gap(words, place));
  else if (!withYear || !/\d$/u.test(type)) return null;
  const separated = gaps.every((between) => separator.test(between));
  if (how === 'text' && !(separated && looksPrinted(printed(words, first)))) return null;
  const isKnown = withIssuer ? typeCodes.has(type) && isIssuerCode(issuer) : isLaw;
  if (!separated && !(isKnown && gaps.every((between) => anyGap.test(between)))) return null;
  let last = withIssuer ? place : first;
  while (withIssuer && last - first < 4 && last + 1 < words.starts.length && isTail(words, last + 1, how)) last++;
  return found(words, at, last);
}

function found(words: Words, first: number, last: number): FoundSymbol {
  const span = { start: words.starts[first] ?? 0, end: words.ends[last] ?? 0 };
  return { first, last, span, written: words.text.slice(span.start, span.end) };
}

/** Whether there is a separator behind the word: most numbers of a text are no document's, and this is known at a glance. */
function isSeparated({ text, starts, ends }: Words, at: number): boolean {
  const from = ends[at] ?? 0;
  const to = starts[at + 1] ?? from;
  if (to - from === 1) return '-–—/'.includes(text.charAt(from));
  return separator.test(text.slice(from, to));
}

/** A further part of the issuer, joined without spaces: "144/QĐ-UBND-HC". */
function isTail(words: Words, at: number, how: 'text' | 'typed'): boolean {
  if (!tightJoin.test(gap(words, at)) || !codeWord.test(foldedAt(words, at) ?? '')) return false;
  return how === 'typed' || looksPrinted(printed(words, at));
}

/** Every document number printed in a text, in order, without overlaps. */
export function symbolsIn(words: Words): FoundSymbol[] {
  const all: FoundSymbol[] = [];
  const { text, starts } = words;
  for (let at = 0; at < starts.length; at++) {
    const unit = text.charCodeAt(starts[at] as number);
    if (unit < 48 || unit > 57 || !isSeparated(words, at)) continue;
    const symbol = symbolAt(words, at, 'text');
    if (symbol === null) continue;
    all.push(symbol);
    at = symbol.last;
  }
  return all;
}

const parting = /[^\p{L}\p{N}]+/u;
/** TƯ is an older writing of TW, which folding would make the TU of a province. */
const olderCentre = /T\.?Ư(?![\p{L}\p{M}])/giu;

/** The pieces of a number as written, folded and joined: "07/QĐ/TU" gives 07_qd_tu. */
const pieces = remembered(
  (symbol) =>
    plainPieces(symbol) ??
    fold(symbol.normalize('NFC').replace(olderCentre, 'TW'))
      .split(parting)
      .filter((piece) => piece !== '')
      .join('_'),
);

/** The same of a number in letters without marks, as nearly all are, in a fraction of the time; null of any other. */
function plainPieces(symbol: string): string | null {
  let joined = '';
  let apart = false;
  for (let at = 0; at < symbol.length; at++) {
    const unit = symbol.charCodeAt(at);
    if (unit > 127 && unit !== upperD && unit !== lowerD) return null;
    const letter = plainLetters[unit] ?? 'd';
    if (letter === '') apart = true;
    else {
      joined += apart && joined !== '' ? `_${letter}` : letter;
      apart = false;
    }
  }
  return joined;
}

const upperD = 0x110;
const lowerD = 0x111;
/** Letters and digits of ASCII in lower case; what parts them is empty. */
const plainLetters = Array.from({ length: 128 }, (_, unit) => {
  const letter = String.fromCharCode(unit).toLowerCase();
  return /[a-z\d]/u.test(letter) ? letter : '';
});

/**
 * The one form for all ways of writing a number, of letters, digits and "_" only, for look-ups and as a word of the index:
 * "144-QĐ/TW", "144 qd tw" and "144-QD-TW" give n144_qd_tw; leading zeros fall away ("01-KL/TW" gives n1_kl_tw), so that 1-KL/TW finds it.
 * QĐ (quyết định) and QĐi (quy định) stay two forms; see `siblingSymbols`.
 */
export function foldedSymbol(symbol: string): string {
  return `n${withoutZeros(pieces(symbol))}`;
}

/** A number without the zeros that lead it. */
export function withoutZeros(number: string): string {
  return number.charAt(0) === '0' ? number.replace(/^0+(?=\d)/u, '') : number;
}

/** As `foldedSymbol` for a number that is still being typed, zeros kept, without the leading n: what `writtenSymbol` of a whole number must begin with. */
export function writtenSymbol(symbol: string): string {
  const joined = pieces(symbol);
  return joined !== '' && /[^\p{L}\p{N}]$/u.test(symbol) ? `${joined}_` : joined;
}

function printedCode(code: string): string {
  const upper = code.normalize('NFC').toUpperCase();
  const known = printedCodes[fold(code)];
  return known !== undefined && (known.toUpperCase() === upper || fold(code) === code.toLowerCase()) ? known : upper;
}

/**
 * A number in its canonical printed form: no spaces, codes as printed ("144-qd/tw" gives "144-QĐ/TW", "08-qđi/tw" gives "08-QĐi/TW").
 * "07/QĐ/TU", "144 qd tw" and "144-QD-TW" take the Party's form NUMBER-TYPE/ISSUER, unless the issuer is one of the State;
 * a number in the State's form keeps it. A plenum's resolution is NQTW4/XII; what is no number at all is given in capitals, its pieces joined by hyphens.
 */
export function symbolKey(symbol: string): string {
  const parts = symbol
    .normalize('NFC')
    .replace(olderCentre, 'TW')
    .trim()
    .split(parting)
    .filter((piece) => piece !== '');
  const [number = '', ...rest] = parts;
  if (plenumWord.test(fold(number))) return parts.join('/').toUpperCase();
  const year = rest.length > 1 && yearWord.test(rest[0] ?? '') ? rest.shift() : undefined;
  const [type, issuer, ...tail] = rest.map(printedCode);
  if (!numberWord.test(fold(number)) || type === undefined) return parts.join('-').toUpperCase();
  const body = [issuer, ...tail].filter((code) => code !== undefined).join('-');
  if (year !== undefined) return `${number}/${year}/${body === '' ? type : `${type}-${body}`}`;
  if (body === '') return `${number}-${type}`;
  return isState(symbol, issuer ?? '') ? `${number}/${type}-${body}` : `${number}-${type}/${body}`;
}

/** Which form the separators state; where they state neither ("144-QD-TW", "07/QĐ/TU", spaces), the issuer decides. */
function isState(symbol: string, issuer: string): boolean {
  const [first, second] = [...symbol.matchAll(/[-–—/]/gu)].map((match) => match[0]);
  if (first === '/' && second !== undefined && second !== '/') return true;
  if (first !== undefined && first !== '/' && second === '/') return false;
  const folded = fold(issuer);
  return stateIssuer.test(folded) && !isPartyIssuer(folded);
}

/**
 * Numbers under which the same document is printed elsewhere: quy định is printed both -QĐ/ and -QĐi/ (the word before the number decides).
 * They are other keys; a look-up tries them only where the number itself finds nothing.
 */
export function siblingSymbols(symbol: string): string[] {
  const key = symbolKey(symbol);
  const other = key.replace(/(?<=[-/])QĐ(i?)(?=[-/])/u, (_, i: string) => (i === '' ? 'QĐi' : 'QĐ'));
  return other === key ? [] : [other];
}
