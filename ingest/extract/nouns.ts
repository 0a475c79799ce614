import { createRequire } from 'node:module';
import type { Noun } from '#ingest/model/mention.ts';
import { type DocumentType, typeNamed, typeNames, typeOfSymbol } from '#ingest/vocabulary/documentTypes.ts';

const levenshtein = createRequire(import.meta.url)('natural/lib/natural/distance/levenshtein_distance.js') as {
  LevenshteinDistance(a: string, b: string): number;
};

const nounBefore = new RegExp(
  `(?<![\\p{L}])(?<noun>${typeNames.map((name) => name.replaceAll(' ', '\\s')).join('|')})\\s(?:của\\s\\p{L}{2,12}\\s)?(?:s(?:ố|ô|ó|o)?\\s?:?\\s?)?$`,
  'iu',
);
/** Abbreviated types before a number, in capitals: "NQ 18-NQ/TW", "QĐ số 217-QĐ/TW". */
export const abbreviatedTypes = ['CTHĐ', 'CTr', 'TTr', 'QĐi', 'NQ', 'CT', 'KL', 'QĐ', 'QC', 'HD', 'BC', 'KH', 'TB', 'ĐA', 'CV', 'NĐ', 'TT'];
const abbreviationBefore = new RegExp(`(?<![\\p{L}\\p{N}/-])(?<noun>${abbreviatedTypes.join('|')})\\s(?:số\\s?:?\\s?)?$`, 'u');
/** "Luật Tổ chức chính quyền địa phương số", "Pháp lệnh Ưu đãi người có công với cách mạng số": the name stands between type and number. */
const lawBefore =
  /(?<![\p{L}])(?<noun>Bộ luật|[Ll]uật|LUẬT|Pháp lệnh)(?<name>(?:,?\s(?:-\s)?(?!(?:số|Luật|luật|Điều|khoản)(?![\p{L}]))[\p{L}]{1,12}){1,18}?),?\s(?:\(|số\s?:?\s?|\(?[Ll]uật số\s?:?\s?)$/u;
const LAW_REACH = 160;
const wordsBeforeNumber = /(?<words>\p{L}{1,8}\s\p{L}{1,8})\ssố\s?:?\s?$/u;
/** Longest type name with "số" before a number, in code units. */
const REACH = 44;

/** The type's name right before a number that starts at `start`; a misspelt one ("Kế luận số") is a guess. */
export function nounBeforeNumber(text: string, start: number): Noun | null {
  const from = Math.max(0, start - REACH);
  const before = text.slice(from, start);
  const match = nounBefore.exec(before);
  if (match !== null) {
    const words = match.groups!.noun!;
    const type = typeNamed(words.replace(/\s/gu, ' '));
    if (type !== null)
      return { type: type.code, span: { start: from + match.index, end: from + match.index + words.length }, guess: false, shared: false };
  }
  const short = abbreviationBefore.exec(before);
  if (short !== null) {
    const words = short.groups!.noun!;
    const type = typeOfSymbol(words);
    if (type !== null)
      return { type: type.code, span: { start: from + short.index, end: from + short.index + words.length }, guess: false, shared: false };
  }
  const loose = before.includes('số') ? wordsBeforeNumber.exec(before) : null;
  if (loose === null) return null;
  const words = loose.groups!.words!.toLowerCase();
  const type = typeMisspelt(words);
  if (type === null) return null;
  return { type: type.code, span: { start: from + loose.index, end: from + loose.index + words.length }, guess: true, shared: false };
}

/** Answers kept: a text has few words before its numbers, and mostly the same. */
const misspelt = new Map<string, DocumentType | null>();
const mostMisspelt = 1024;

/** The one type whose name these words are but for one letter; null where there is none or more than one. */
function typeMisspelt(words: string): DocumentType | null {
  const known = misspelt.get(words);
  if (known !== undefined) return known;
  const near = typeNames.filter(
    (name) => name.includes(' ') && Math.abs(name.length - words.length) <= 1 && levenshtein.LevenshteinDistance(name, words) === 1,
  );
  const type = near.length === 1 ? typeNamed(near[0]!) : null;
  if (misspelt.size >= mostMisspelt) misspelt.clear();
  misspelt.set(words, type);
  return type;
}

/** The name of the law whose number starts at `start`: "Luật Tổ chức chính quyền địa phương số 77/2015/QH13"; null where none stands there. */
export function lawBeforeNumber(text: string, start: number): Noun | null {
  const from = Math.max(0, start - LAW_REACH);
  const before = text.slice(from, start);
  const match = lawBefore.exec(before);
  const type = match === null ? null : typeNamed(match.groups!.noun!);
  if (match === null || type === null) return null;
  const begin = from + match.index;
  return { type: type.code, span: { start: begin, end: begin + match.groups!.noun!.length }, guess: false, shared: false };
}
