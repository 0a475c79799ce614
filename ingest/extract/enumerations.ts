import type { Noun, NumberedMention, ShortMention } from '#ingest/model/mention.ts';
import type { DocumentSymbol } from '#ingest/model/symbol.ts';
import { typeNamed, typeNouns } from '#ingest/vocabulary/documentTypes.ts';

/**
 * Enumerations that say what is common to their members once: "các kết luận số 14, 21-KL/TW" names 14-KL/TW and 21-KL/TW;
 * "các Quy định 101, 55, 08" names three documents by bare numbers.
 */

const separator = '(?:\\s?[,;]\\s?(?:và\\s)?|\\s?và\\s)(?:số\\s?)?';
const bareNumbers = `(?<bare>\\d{1,4}(?:${separator}\\d{1,4}){0,19}${separator})$`;
const afterNoun = new RegExp(`(?<![\\p{L}])(?<noun>${typeNouns})\\s(?:số\\s?:?\\s?)?${bareNumbers}`, 'u');
const afterMember = new RegExp(`^${separator}${bareNumbers}`, 'u');
/** Longest run of bare numbers with the noun before it, in code units. */
const REACH = 160;

/** A member whose type and body stand with the member after it. */
export interface ElidedMember {
  readonly span: { readonly start: number; readonly end: number };
  readonly symbol: DocumentSymbol;
  readonly noun: Noun;
}

/** The members before the full number of `mention`; `previous` is the numbered mention before it, if any. */
export function elidedBefore(
  text: string,
  mention: Pick<NumberedMention, 'span' | 'symbol' | 'noun'>,
  previous: Pick<NumberedMention, 'span' | 'noun'> | undefined,
): ElidedMember[] {
  const { start } = mention.span;
  if (mention.noun !== null || !/[\d,;à]\s?(?:số\s?)?$/u.test(text.slice(Math.max(0, start - 6), start))) return [];
  const since = Math.max(previous?.span.end ?? 0, start - REACH);
  const between = text.slice(since, start);
  const match = afterNoun.exec(between);
  if (match !== null) {
    const type = typeNamed(match.groups!.noun!.replace(/\s/gu, ' '));
    if (type === null) return [];
    const at = since + match.index;
    const noun: Noun = { type: type.code, span: { start: at, end: at + match.groups!.noun!.length }, guess: false, shared: false };
    return members(text, start - match.groups!.bare!.length, start, mention.symbol, noun);
  }
  if (previous?.noun == null || since !== previous.span.end) return [];
  const among = afterMember.exec(between);
  return among === null ? [] : members(text, start - among.groups!.bare!.length, start, mention.symbol, { ...previous.noun, shared: true });
}

function members(text: string, from: number, to: number, symbol: DocumentSymbol, noun: Noun): ElidedMember[] {
  return Array.from(text.slice(from, to).matchAll(/\d+/gu), (match, index) => {
    const at = from + match.index;
    const own = index === 0 && !noun.shared;
    return {
      span: { start: own ? noun.span.start : at, end: at + match[0].length },
      symbol: { ...symbol, number: match[0], key: symbol.key.replace(/^[^-/]+/u, match[0]) },
      noun: own ? noun : { ...noun, shared: true },
    };
  });
}

const plural = /(?<![\p{L}])(?:các|những|hai|ba|bốn|năm|02|03|04|05)\s$/iu;
const nextBare = new RegExp(
  `${separator}(?<number>\\d{1,4})(?![\\p{L}\\p{N}%]|\\s?[-–/]\\s?[\\p{L}\\p{N}]|[.,]\\d)(?=\\s?(?:[,;.)\\n]|$)|\\s(?:và|của|ngày|về|do|gắn|cùng)\\s)`,
  'uy',
);

/** The bare numbers that go on after a first one under a plural noun: "các Quy định 101, 55, 08". */
export function bareMembers(
  text: string,
  first: Pick<ShortMention, 'span' | 'type'>,
): { span: { start: number; end: number }; number: string }[] {
  const { start, end } = first.span;
  const counted = plural.test(text.slice(Math.max(0, start - 8), start)) || /[Ss](?:ố|Ố)\s?:?\s?\d+$/u.test(text.slice(start, end));
  if (!counted) return [];
  const found: { span: { start: number; end: number }; number: string }[] = [];
  nextBare.lastIndex = end;
  for (let match = nextBare.exec(text); match !== null && found.length < 50; match = nextBare.exec(text)) {
    const number = match.groups!.number!;
    const to = match.index + match[0].length;
    found.push({ span: { start: to - number.length, end: to }, number });
    nextBare.lastIndex = to;
  }
  return found;
}
