import { isoDay } from '#ingest/model/calendar.ts';
import type { Stated, Surroundings } from '#ingest/model/mention.ts';
import { actingBody, bodyName, plenum, runningName } from './bodyNames.ts';
import { titleAt } from './titles.ts';

/**
 * What stands around a mention: "…, ngày 18/5/2021 của Bộ Chính trị (khóa XIII) về …" after it,
 * "ngày 14/12/2023, Ban Thường vụ Tỉnh ủy đã ban hành …" before it. Sticky patterns walk from the mention outward.
 */

const day = String.raw`(?:(?<day>\d{1,2})\s?[/.-]\s?(?<month>\d{1,2})\s?[/.-]\s?(?<year>\d{4})|(?<wordDay>\d{1,2}) tháng (?<wordMonth>\d{1,2}),? năm (?<wordYear>\d{4}))`;
const dateTail = new RegExp(String.raw`\s?,?\s?(?:(?:ban hành|ký)\s)?\(?(?:ngày\s)?${day}\)?(?![\p{N}/])`, 'uy');

const issuerTail = new RegExp(`\\s?,?\\s?(?:của|do)\\s(?<issuer>${bodyName})(?:\\s(?:đã\\s)?ban hành)?`, 'uy');
/** Right after the date the centre's bodies also stand without "của": "ngày 9/11/2022 Hội nghị lần thứ sáu Ban Chấp hành Trung ương Đảng". */
const centralTail = new RegExp(
  `\\s(?<issuer>${plenum}|Ban Chấp hành Trung ương(?: Đảng)?|Bộ Chính trị|Ban Bí thư(?: Trung ương(?: Đảng)?)?)(?![\\p{L}])`,
  'uy',
);
const termTail =
  /\s?,?\s?\(?\s?[Kk]h(?:óa|oá)\s(?<term>[IVX]{1,5})(?![\p{L}\p{N}]|(?:,|\s?và)\s(?:[Kk]h(?:óa|oá)\s)?[IVX]{1,5}(?![\p{L}]))\)?/uy;
const shortNameTail = /\s?\((?:sau đây )?(?:gọi|viết) tắt là[^()]{1,60}\)/uy;
/** The plenum that passed a resolution of the Central Committee: "của Ban Chấp hành Trung ương Đảng tại Hội nghị Trung ương 9 (khóa XI)". */
const plenumTail = new RegExp(`\\s?,?\\s?(?:tại\\s|\\()${plenum}`, 'uy');

const issuedBefore = new RegExp(
  `(?<issuer>${actingBody})(?:,[^,;.]{3,80},)? (?:đã |vừa |tiếp tục )?(?:(?:ký |xây dựng và )?ban hành|có|tại) (?:\\p{L}+ ){0,3}$`,
  'u',
);
/** How the words end that `issuedBefore` reads: few lines do, and its names are dear to look for. */
const toldBefore = /(?<= )(?:ban hành|có|tại) (?:\p{L}+ ){0,3}$/u;
const datedBefore = new RegExp(String.raw`[Nn]gày ${day},?\s[^.;]{3,90}$`, 'u');

/** Walks to the right of a mention that ends at `end`. `nounStart` is where its noun (or itself) begins, for what stands before. */
export function surroundingsOf(text: string, nounStart: number, end: number): Surroundings {
  let at = end;
  let date: Stated | null = null;
  let issuer: Stated | null = null;
  let term: Stated | null = null;
  for (let step = 0; step < 5; step += 1) {
    const sign = firstSign(text, at);
    // Few mentions have all of this behind them: the first sign tells which pattern is worth a try.
    if (!'0123456789bknBcdHKt('.includes(sign)) break;
    const dated: RegExpExecArray | null = date === null && '0123456789bkn('.includes(sign) ? sticky(dateTail, text, at) : null;
    if (dated !== null) {
      const value = isoDate(dated.groups!);
      if (value === null) break;
      date = { value, span: trimmed(text, at, at + dated[0].length) };
      at += dated[0].length;
      continue;
    }
    const issued: RegExpExecArray | null = issuer === null ? issuerAt(text, at, sign, date !== null) : null;
    if (issued !== null) {
      const value: string = issued.groups!.issuer!.trim();
      const begin: number = at + issued[0].indexOf(value);
      issuer = { value, span: { start: begin, end: begin + value.length } };
      at += issued[0].length;
      continue;
    }
    const termed: RegExpExecArray | null = term === null && '(kK'.includes(sign) ? sticky(termTail, text, at) : null;
    if (termed !== null) {
      term = { value: termed.groups!.term!, span: trimmed(text, at, at + termed[0].length) };
      at += termed[0].length;
      continue;
    }
    const named: RegExpExecArray | null = '(t'.includes(sign) ? (sticky(shortNameTail, text, at) ?? sticky(plenumTail, text, at)) : null;
    if (named === null) break;
    at += named[0].length;
  }
  const title = 'v“V'.includes(firstSign(text, at)) ? titleAt(text, at) : null;
  const line = issuer === null ? lineBefore(text, nounStart) : '';
  if (issuer === null && toldBefore.test(line)) {
    const match = issuedBefore.exec(line);
    if (match !== null) {
      const value = match.groups!.issuer!;
      const start = nounStart - line.length + match.index;
      issuer = { value, span: { start, end: start + value.length } };
      if (date === null) {
        const dated = datedBefore.exec(line);
        const day = dated === null ? null : isoDate(dated.groups!);
        // Only a day right before the body that issues: "ngày 14/12/2023, Ban Thường vụ … ban hành".
        if (dated !== null && day !== null && match.index - dated.index < 34) {
          const from = nounStart - line.length + dated.index;
          date = { value: day, span: trimmed(text, from, start) };
        }
      }
    }
  }
  return { date, issuer, term, title, end: at };
}

function issuerAt(text: string, at: number, sign: string, afterDate: boolean): RegExpExecArray | null {
  if (sign === 'c' || sign === 'd') return sticky(runningName, text, at) ?? sticky(issuerTail, text, at);
  return afterDate && (sign === 'B' || sign === 'H') && text[at] === ' ' ? sticky(centralTail, text, at) : null;
}

/** The sign at `at` or behind the blanks and the comma there: what all patterns that walk to the right begin with. */
function firstSign(text: string, at: number): string {
  let first = at;
  while (first < at + 4 && (text.charCodeAt(first) <= 0x20 || text.charCodeAt(first) === 0x2c)) first += 1;
  return text.charAt(first);
}

/** What stands on the line before `end`, up to so many code units of it. */
function lineBefore(text: string, end: number): string {
  const before = text.slice(Math.max(0, end - 160), end);
  return before.slice(before.lastIndexOf('\n') + 1);
}

function sticky(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function trimmed(text: string, start: number, end: number): { start: number; end: number } {
  let from = start;
  let to = end;
  while (from < to && /[\s,(]/u.test(text[from]!)) from += 1;
  while (to > from && /[\s,)]/u.test(text[to - 1]!)) to -= 1;
  return { start: from, end: to };
}

/** ISO date of a match of the day pattern, null where no calendar has it. */
function isoDate(groups: Record<string, string | undefined>): string | null {
  const day = Number(groups.day ?? groups.wordDay);
  const month = Number(groups.month ?? groups.wordMonth);
  const year = Number(groups.year ?? groups.wordYear);
  return year >= 1900 ? isoDay(day, month, year) : null;
}
