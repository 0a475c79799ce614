import type { DocumentSymbol } from '#ingest/model/symbol.ts';
import { typeOfSymbol } from '#ingest/vocabulary/documentTypes.ts';
import { canonicalIssuer, isPartyIssuer, issuerOf } from '#ingest/vocabulary/issuers.ts';
import { nounBeforeNumber } from './nouns.ts';
import type { Recognizer } from './recognizer.ts';

const any = '\\s?[-–/]\\s?';
const letters = '\\p{Lu}[\\p{L}\\d]{0,13}(?:&\\p{Lu}{1,8})?';

/**
 * Numbers of documents in every writing seen: 01-KL/TW, 21- KL/TW, 07/QĐ/TU, 91/2017/NĐ-CP, 27/CT-TTg, 1590/VPCP-KGVX, 36/2024/QH15.
 * Rules of form: 36-HD/VPTW (Party), Nghị định 30/2020/NĐ-CP (State).
 */
export const symbols: Recognizer<DocumentSymbol> = {
  name: 'symbol',
  pattern: new RegExp(
    `(?=\\d)(?<![\\p{L}\\p{N}/.,-]|\\d[-–]\\s)(?<number>\\d{1,5}(?:[a-d]|[A-D](?![\\p{L}]))?)` +
      `(?:\\s?/\\s?(?<year>(?:19|20)\\d{2})\\s?/\\s?(?<norm>${letters}(?:(?:\\s?[-–]\\s?|/|\\.(?=UB))(?=\\p{Lu}{2})${letters}(?:[-–/](?=\\p{Lu}{2})${letters}){0,4})?)` +
      `|(?<first>${any}|(?<=[Ss]ố\\s\\d{1,5})\\s(?=\\p{Lu}[\\p{L}]{1,4}/))(?<head>${letters})(?<second>${any})(?<issuer>${letters}(?:[-–]\\s?(?=\\p{Lu}{2})${letters}){0,2})|\\s?/\\s?(?<alone>\\p{Lu}\\p{L}{1,9}(?:\\.\\p{Lu}{1,6})?)(?![-–/.]\\p{L}))(?![\\p{L}\\p{N}])`,
    'gu',
  ),
  examples: [
    '01-KL/TW',
    '144-QĐ/TW',
    '08-QĐi/TW',
    '21- KL/TW',
    '07/QĐ/TU',
    '91/2017/NĐ-CP',
    '27/CT-TTg',
    '1590/VPCP-KGVX',
    '36/2024/QH15',
    '15-HD/BTGTW',
    '12/NQ-HĐND',
    '05 - CT/TƯ',
    '1130/2020/UBTVQH14',
    '16/2006/TTLT/BLĐTBXH-BGDĐT-BTC',
    '02-CTr/TU',
    '33-HD/BTCTW-UBKTTW',
    '12-KH/TWĐTN-VP',
    '01/1999/QĐ.UB',
  ],
  not: ['18/5/2021', '2020 - 2025', '24/7', '06 tháng', 'K12-A/B', '50/50 VNĐ', '3.5-4/HA', '10-12/TP lớn', '117-KL/Kết luận'],
  read({ groups, input, index }) {
    const { number, year, norm, head, first, second, issuer, alone } = groups as Record<string, string | undefined>;
    if (number === undefined) return null;
    if (year !== undefined && norm !== undefined) return stateNorm(number, year, tight(norm).replaceAll(/[/.]/gu, '-'));
    if (alone !== undefined)
      return bare(
        number,
        alone,
        /[Vv]ăn bản số\s?:?\s$/u.test(input.slice(Math.max(0, index - 14), index)) || nounBeforeNumber(input, index) !== null,
      );
    if (head === undefined || issuer === undefined) return null;
    const announced = /(?:[Ss]ố|SỐ)\s?:?\s$/u.test(input.slice(Math.max(0, index - 5), index));
    return plain(number, head, canonicalIssuer(tight(issuer)), `${first?.trim() || '-'}${second?.trim()}`, announced);
  },
};

/** Small letters of a code bear no tone: "117-KL/Kết", "483/Kế" are numbers cut short before the next word. */
const toned = /[^\P{Ll}a-zđư]/u;

/** Types that a lost hyphen joins to their body: "2468/QĐUBND". */
const typesWithin = ['NQ', 'QĐ', 'NĐ', 'CT', 'KH', 'TTr', 'HD', 'BC', 'TB'];

/** An old letter's number names its body only ("118/TTg"): a type's name must stand before it. */
function bare(number: string, issuer: string, named: boolean): DocumentSymbol | null {
  const type = typesWithin.find((letters) => issuer.startsWith(letters) && issuerOf(issuer.slice(letters.length)) !== null);
  if (type !== undefined) return plain(number, type, issuer.slice(type.length), '/-', true);
  if (!named || typeOfSymbol(issuer) !== null || toned.test(issuer)) return null;
  return { number, year: null, letters: null, issuer, side: 'state', key: `${number}/${issuer}` };
}

function tight(words: string): string {
  return words.replace(/\s+/gu, '').replaceAll('–', '-');
}

function stateNorm(number: string, year: string, norm: string): DocumentSymbol | null {
  const [head, ...rest] = norm.split('-');
  if (head === undefined) return null;
  const type = rest.length > 0 ? typeOfSymbol(head) : null;
  if (rest.length === 0 && issuerOf(head) === null) return null;
  const issuer = type === null ? norm : rest.join('-');
  return { number, year, letters: type === null ? null : head, issuer, side: 'state', key: `${number}/${year}/${norm}` };
}

function plain(number: string, head: string, issuer: string, signs: string, announced: boolean): DocumentSymbol | null {
  const type = typeOfSymbol(head);
  const allCapitals = /^[\p{Lu}\d&-]+$/u.test(issuer);
  if (type === null) {
    // A letter names the body and the unit that drafted it; an unknown type is taken by its form only, behind "số" or before a known body.
    if (signs.startsWith('/') && issuerOf(head) !== null && allCapitals)
      return { number, year: null, letters: null, issuer: `${head}-${issuer}`, side: 'state', key: `${number}/${head}-${issuer}` };
    if (signs[0] === signs[1] || head.length < 2 || !allCapitals || !(announced || (signs === '-/' && issuerOf(issuer) !== null)))
      return null;
  }
  if (
    issuerOf(issuer) === null &&
    !(allCapitals && issuer.length >= 2) &&
    (toned.test(issuer) || !/^\p{Lu}{1,4}[\p{L}]{0,3}$/u.test(issuer))
  )
    return null;
  if (isPartyIssuer(issuer) || signs === '-/')
    return { number, year: null, letters: head, issuer, side: 'party', key: `${number}-${head}/${issuer}` };
  return { number, year: null, letters: head, issuer, side: 'state', key: `${number}/${head}-${issuer}` };
}
