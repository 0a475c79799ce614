import { doubtfulFigures, figureLetters, slashLike } from '#ingest/vocabulary/confusions.ts';
import { typeOfSymbol } from '#ingest/vocabulary/documentTypes.ts';
import { isPartyIssuer } from '#ingest/vocabulary/issuers.ts';
import { inFigures, isDoubtfulType, isKnownIssuer, mendedIssuer, mendedType, withoutTail } from './codes.ts';
import type { Change } from './draft.ts';
import { nounBefore } from './nouns.ts';
import { isDigit, isLetter, type Scan } from './scan.ts';

/**
 * Numbers of documents that a scan misread: "01-KLJTW", "O1-KL/TW", "134-BG/TU", "91/2017/ND-CP", "1130/2020/UBTVQHI5".
 * The letters are mended where the tables of types and bodies hold one code only that they can come from; a number with a known type and a body of
 * good form is never touched, nor is a figure ever put for another. Every mended number is a guess.
 */
export function confusions(text: string, { digits }: Scan): Change[] {
  const changes: Change[] = [];
  const witness = witnesses(text, digits);
  let done = 0;
  for (const digit of digits) {
    if (digit < done) continue;
    const sound = soundEnd(text, digit);
    if (sound > 0) {
      done = sound;
      continue;
    }
    const read = readAt(text, digit);
    if (read === null) continue;
    done = read.end;
    const mended = mend(read, text, witness);
    if (mended === null) {
      remember(read, text);
      continue;
    }
    changes.push(...changesOf(text, read, mended));
  }
  return changes;
}

/** A number as it is printed, in its parts; offsets in the text, end exclusive. */
interface Read {
  readonly start: number;
  readonly end: number;
  readonly number: string;
  /** Sign after the number; "" where there is none. */
  readonly sign: string;
  readonly year: string | null;
  /** What stands after number and year, in one piece or parted at the second sign. */
  readonly first: string;
  readonly second: string | null;
  readonly secondSign: string;
}

interface Mended {
  readonly symbol: string;
  /** Letters that stuck to the symbol and are words of their own ("TWngày"): how many there are at its end. */
  readonly tail: number;
}

function remember(read: Read, text: string): void {
  if (!/^\d+$/u.test(read.number) || !/^[-/]$/u.test(read.sign) || sound.size >= mostSound) return;
  // What a noun before it may make another code of is looked at each time.
  if (read.first.includes('D') && isDoubtfulType(read.first)) return;
  if (typeOfSymbol(read.first) !== null && read.second !== null && isKnownIssuer(read.second))
    sound.add(text.slice(read.end - read.first.length - read.second.length - 2, read.end));
}

/** Letters of numbers that were found to need nothing, as printed: nearly all numbers of a text have some of few dozen. */
const sound = new Set<string>();
const mostSound = 1024;
const dash = 0x2d;
const slash = 0x2f;

/** Where the number that begins at `at` ends, if it is a sound one of letters seen before; 0 otherwise. */
function soundEnd(text: string, at: number): number {
  if (isLetter(text.charCodeAt(at - 1))) return 0;
  let place = at;
  while (isDigit(text.charCodeAt(place))) place += 1;
  let sign = text.charCodeAt(place);
  if ((sign !== dash && sign !== slash) || place - at > 5) return 0;
  if (sign === slash && place + 5 < text.length && text.charCodeAt(place + 5) === slash && isDigit(text.charCodeAt(place + 1))) place += 5;
  const start = place;
  place += 1;
  while (isLetter(text.charCodeAt(place))) place += 1;
  sign = text.charCodeAt(place);
  if ((sign !== dash && sign !== slash) || place === start + 1 || place - start > 8) return 0;
  place += 1;
  while (isLetter(text.charCodeAt(place)) || isDigit(text.charCodeAt(place))) place += 1;
  return place - start <= 24 && sound.has(text.slice(start, place)) ? place : 0;
}

const figure = /[\dOoIl|SBZG]/u;
const symbolRest =
  /(?<sign> ?[-–—/|\\] ?|[_=~.]|)(?:(?<year>[\dOoIl]{4}) ?[/|\\] ?)?(?<first>[\p{Lu}Đ\d][\p{L}\d|!]{0,15})(?:(?<secondSign> ?[-–—/|\\] ?|[_~=])(?<second>[\p{Lu}\d][\p{L}\d|]{0,15}))?(?![\p{L}\p{N}])/uy;

/** The number around the figures at `digit`, or null where what follows is no symbol. Cheap questions first: most figures are ordinary ones. */
function readAt(text: string, digit: number): Read | null {
  let end = digit + 1;
  while (isDigit(text.charCodeAt(end))) end += 1;
  const after = text.charCodeAt(end);
  // Blank, stop, comma, bracket, line end: no symbol, unless a dash follows the blank.
  if (after === 0x20 ? !/[-–/]/u.test(text[end + 1] ?? '') : !isLetter(after) && !'-–—/|\\_=~.'.includes(text[end] ?? ' ')) return null;
  if (isPlainFigures(text, end)) return null;
  while (end - digit < 6 && figure.test(text[end] ?? ' ')) end += 1;
  let start = digit;
  while (digit - start < 4 && start > 0 && figure.test(text[start - 1]!)) start -= 1;
  if (isLetter(text.charCodeAt(start - 1)) || isDigit(text.charCodeAt(start - 1)) || '/.,-–'.includes(text[start - 1] ?? ' ')) return null;
  // Letters like figures may belong to the type's letters: "05BC/TU".
  for (let to = end; to > digit; to -= 1) {
    symbolRest.lastIndex = to;
    const match = symbolRest.exec(text);
    if (match === null || !/\d/u.test(text.slice(start, to))) continue;
    const { sign, year, first, second, secondSign } = match.groups as Record<string, string | undefined>;
    if (sign === '' && to < end && isDigit(text.charCodeAt(to))) break;
    // A stroke right before the letters is the sign that a number must have, no figure more: "108|CT-BNV", "12lKH/TU".
    const stroke = sign === '' && /[|lI]/u.test(text[to - 1]!);
    return {
      start,
      end: to + match[0].length,
      number: text.slice(start, stroke ? to - 1 : to),
      sign: stroke ? '|' : sign!.trim(),
      year: year ?? null,
      first: first!,
      second: second ?? null,
      secondSign: secondSign?.trim() ?? '',
    };
  }
  return null;
}

/** Figures and the signs of dates, with no letter behind them: "18/5/2021", "2020-2025", "1.2.3". */
function isPlainFigures(text: string, from: number): boolean {
  let at = from;
  while (at - from < 10 && (isDigit(text.charCodeAt(at)) || '/.-'.includes(text[at] ?? ' '))) at += 1;
  return at > from + 1 && !isLetter(text.charCodeAt(at));
}

function mend(read: Read, text: string, witness: Witness): Mended | null {
  const { number, sign, year, first, second, secondSign } = read;
  const figures = inFigures(number, figureLetters);
  const parts = year === null ? lettersOf(read, text) : normOf(read, text);
  if (parts === null) return null;
  const mendedYear = year === null ? null : inFigures(year, figureLetters);
  if (mendedYear !== null && !/^(?:19|20)\d\d$/u.test(mendedYear)) return null;
  const stroke = sign === '|' || sign === '\\';
  const mark = year !== null || sign === '/' || (stroke && !/^[/|\\]$/u.test(secondSign)) ? '/' : '-';
  const between = parts.second === '' ? '' : year !== null ? '-' : /^[-–—_~=]$/u.test(secondSign) ? '-' : '/';
  const rest = `${mark}${mendedYear === null ? '' : `${mendedYear}/`}${parts.first}${between}${parts.second}`;
  const symbol = `${figures ?? number}${rest}`;
  const whole = text.slice(read.start, read.end - parts.tail);
  const printed = `${number}${sign === '–' ? '-' : sign}${year === null ? '' : `${year}/`}${first}${secondSign === '–' ? '-' : secondSign}${second ?? ''}`;
  const tight = parts.tail === 0 ? printed : printed.slice(0, -parts.tail);
  if (figures === null) {
    // S, B, Z, G stand for a figure only where the same number is printed cleanly elsewhere.
    const doubtful = inFigures(number, doubtfulFigures);
    return doubtful !== null && witness(`${doubtful}${rest}`) ? { symbol: `${doubtful}${rest}`, tail: parts.tail } : null;
  }
  // Stray spaces alone are no misreading: they are another step's.
  if (parts.tail === 0 && (symbol === whole || symbol === tight)) return null;
  return { symbol, tail: parts.tail };
}

interface Letters {
  readonly first: string;
  readonly second: string;
  readonly tail: number;
}

/** Type and issuer of a number without a year: "KL/TW", "KLJTW", "CT-TTg", "KL" + "/" + "TVV". */
function lettersOf(read: Read, text: string): Letters | null {
  const { first, second, secondSign, sign } = read;
  if (second === null) {
    if (sign === '' || isKnownIssuer(first)) return null;
    return partedLetters(first, text, read.start);
  }
  const { code, tail } = withoutTail(second);
  const issuer = mendedIssuer(code);
  if (issuer === null) return null;
  // A letter (công văn) names the body before the unit that drafted it.
  if (sign === '/' && /[-–]/u.test(secondSign) && isKnownIssuer(first) && typeOfSymbol(first) === null)
    return { first, second: second.slice(0, second.length - tail), tail };
  const type = mendedType(first, text, read.start, isKnownIssuer(issuer));
  if (type === null) return null;
  // Without its sign a number is one only where type and body are known: "01KL/TW", not "5G/LTE"; with a strange sign too.
  if (!/^[-–/]$/u.test(sign) && (typeOfSymbol(first) === null || !isKnownIssuer(code))) return null;
  return { first: type, second: issuer, tail };
}

/** Type and issuer in one piece, the slash between them misread or lost. Exactly one way of parting them must give a known type and a known body. */
function partedLetters(letters: string, text: string, start: number): Letters | null {
  const { code, tail } = withoutTail(letters);
  const ways: Letters[] = [];
  for (let at = 2; at <= Math.min(5, code.length - 2); at += 1) {
    const first = code.slice(0, at);
    if (typeOfSymbol(first) === null) continue;
    if (slashLike.has(code[at]!) && isKnownIssuer(code.slice(at + 1))) ways.push({ first, second: code.slice(at + 1), tail });
    if (isKnownIssuer(code.slice(at)) && isPartyIssuer(code.slice(at))) ways.push({ first, second: code.slice(at), tail });
  }
  const noun = ways.length > 1 ? nounBefore(text, start) : null;
  const fitting = noun === null ? ways : ways.filter(({ first }) => typeOfSymbol(first)?.names.includes(noun.name));
  return fitting.length === 1 ? fitting[0]! : null;
}

/** Type and issuer of a norm, behind its year: "NĐ-CP", "ND-CP", "NĐCP", "QHI5", "UBTVQHl5". */
function normOf(read: Read, text: string): Letters | null {
  const { first, second } = read;
  if (second !== null) {
    const { code, tail } = withoutTail(second);
    const issuer = mendedIssuer(code);
    const type = mendedType(first, text, read.start, issuer !== null && isKnownIssuer(issuer));
    return issuer === null || type === null ? null : { first: type, second: issuer, tail };
  }
  const { code, tail } = withoutTail(first);
  const assembly = /^(?<body>UBTVQH|QH)(?<legislature>[\dIlOoSB]{1,2})$/u.exec(code)?.groups;
  const legislature = assembly === undefined ? null : inFigures(assembly.legislature!, doubtfulFigures);
  if (assembly !== undefined && legislature !== null) return { first: `${assembly.body}${legislature}`, second: '', tail };
  const ways: Letters[] = [];
  for (let at = 2; at <= Math.min(4, code.length - 2); at += 1) {
    const [type, issuer] = [code.slice(0, at), code.slice(at)];
    if (typeOfSymbol(type) !== null && isKnownIssuer(issuer)) ways.push({ first: type, second: issuer, tail });
  }
  return ways.length === 1 && !isKnownIssuer(code) ? ways[0]! : null;
}

type Witness = (symbol: string) => boolean;
const clean = /\d{1,5}[-/](?:\d{4}\/)?\p{Lu}\p{L}{0,5}[-/]\p{Lu}[\p{L}\d]{1,11}(?![\p{L}\p{N}])/uy;

/** Whether a symbol is printed cleanly somewhere in the text; the text is gone through when that is first asked. */
function witnesses(text: string, digits: readonly number[]): Witness {
  let known: Set<string> | null = null;
  return (symbol) => {
    if (known === null) {
      known = new Set();
      for (const at of digits) {
        clean.lastIndex = at;
        const match = isLetter(text.charCodeAt(at - 1)) ? null : clean.exec(text);
        if (match !== null) known.add(match[0]);
      }
    }
    return known.has(symbol);
  };
}

/** The symbol replaced as a whole, so that the map claims no letter to be another; a stuck word gets its space back. */
function changesOf(text: string, read: Read, { symbol, tail }: Mended): Change[] {
  const end = read.end - tail;
  const changes: Change[] = [];
  if (text.slice(read.start, end) !== symbol)
    changes.push({ start: read.start, end, text: symbol, note: { step: 'misread-symbol', from: read.start, to: end, guess: true } });
  if (tail > 0) changes.push({ start: end, end, text: ' ', note: { step: 'lost-space', from: read.start, to: read.end, guess: true } });
  return changes;
}
