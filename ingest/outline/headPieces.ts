import type { Span } from '#ingest/model/span.ts';
import { matchesOf } from '#ingest/vocabulary/matches.ts';
import { bareLetters, isHeadMark, mottoesIn } from '#ingest/vocabulary/mottoes.ts';
import { inCapitals } from './lines.ts';

/** The pieces of a head as spans of the whole text. */
export interface HeadPieces {
  readonly issuerLines: readonly Span[];
  readonly number: Span | null;
  readonly placeAndDate: Span | null;
  readonly subject: Span | null;
}

/** What stands in the place of a piece that was read: no letter, no blank, no mark of the head. */
const READ = '\u0001';

/** A dash or a slash with the letters after it; the letters end where a word of the other column was joined to them. */
const segment = '\\s?[-–/]\\s{0,2}[\\p{Lu}\\d][\\p{L}\\d&]{0,13}?(?=ĐẢNG\\s?CỘNG|ĐOÀN\\s?T|CỘNG\\s?H|[^\\p{L}\\d&]|$)';
/** The number and symbol (số, ký hiệu) after "Số": `Số: 12/KH-UBND`, `Số 619-BC/TU`; a blank number (`Số:   -BC/TU`) has no digits and is none. */
const numberForm = new RegExp(
  `(?:(?<=^|\\n|[|${READ}*_-]\\s?)(?:Số|SỐ|Sô|Só|SÓ|So)|(?<![\\p{L}])Số(?=\\s?:)|(?<=^|\\n|[|${READ}*_-]\\s?)(?:Luật|LUẬT|Bộ luật|BỘ LUẬT|Pháp lệnh|PHÁP LỆNH|Nghị quyết|NGHỊ QUYẾT|Lệnh|LỆNH)\\s(?:số|SỐ)(?=\\s?:))(?:\\s(?:ký )?hiệu)?\\s*:?[\\s|${READ}]{0,6}(?<number>\\d[\\d\\s]{0,6}[\\p{L}]{0,2}(?:${segment}){1,5}\\d{0,2})`,
  'du',
);
/** Without "Số": a symbol alone on its line ("12/QĐ-UBND"), as forms with a printed "Số:" in the picture leave it. */
const bareNumberForm = new RegExp(
  `(?<=^|\\n|[|${READ}]\\s?)(?<number>\\d{1,5}[\\p{L}]?(?:${segment}){2,4})(?=\\s*(?:\\n|$|[|${READ}]))`,
  'du',
);

/** A number not filled in: "Số:      /TB-UBND". */
const blankNumber = /(?<![\p{L}])(?:Số|SỐ)\s*:?[\s.…_]{0,40}[/-]\s?\p{Lu}[\p{L}\d&/-]{1,40}/u;

const word = "\\p{Lu}(?!\\p{Lu})[\\p{Ll}’']*";
const place = `(?:(?:TP\\.?|Tp\\.?|Thành phố|Thị xã|Quận|Huyện|Phường|Xã|Đặc khu)\\s{0,2})?(?:${word}|\\d{1,2})(?:\\s{1,2}(?:[-–]\\s)?${word}|\\s?-\\s?${word}){0,5}`;
/** Place and date: "Tam Kỳ, ngày 19 tháng 6 năm 2007", "Hà Nội, ngày 05/7/2021"; a day or month not filled in has no figure. */
const dateWords =
  'ngày[\\s.…_]{0,9}(?:\\d\\s?\\d?)?[\\s.…_]{0,9}tháng[\\s.…_]{0,9}(?:\\d\\s?\\d?)?[\\s.…_]{0,9}năm\\s{1,2}\\d{4}|ngày\\s{1,2}\\d{1,2}\\s?[/.-]\\s?\\d{1,2}\\s?[/.-]\\s?\\d{4}';
const placeAndDateForm = new RegExp(`(?<![\\p{L}\\d]|\\p{Ll}[^\\S\\n])(?:${place}\\s?,\\s{0,3})(?:${dateWords})`, 'u');
const capitalsAndDateForm = new RegExp(`(?<=^|\\n)\\p{Lu}[\\p{Lu}\\s.-]{1,40},\\s{0,3}(?:${dateWords})`, 'u');
const dateForm = new RegExp(`(?<=^|\\n|[|,${READ}]\\s{0,3})[Nn](?:${dateWords.replaceAll('ngày', 'gày')})`, 'u');

/** A letter's subject (trích yếu công văn): from `V/v` on, until another piece of the head, a rule or the address. */
const subjectStarts = new RegExp(`(?:(?<!\\p{L})(?:V\\s?/\\s?[vV]|Vv)|(?<=[\\n|${READ}]\\s?)Về(?= việc|\\s\\p{Ll}))\\s*:?`, 'gu');
const subjectEnd = new RegExp(`[|${READ}]|\\n\\s*(?:[-_*]{2}|\\*|Kính gửi|\\p{Lu}{2}[\\p{Lu}\\s]*(?:\\n|$))|$`, 'u');
/** Longest subject, in code units, and how many places are looked at for one. */
const SUBJECT = 600;
const SUBJECT_TRIES = 8;

/** Start and end of a letter's subject in the head, or null. */
function subjectIn(rest: string): { start: number; end: number } | null {
  let tries = 0;
  for (const match of rest.matchAll(subjectStarts)) {
    const from = match.index + match[0].length;
    const words = rest.slice(from, from + SUBJECT + 3);
    const length = words.slice(0, subjectEnd.exec(words)!.index).trimEnd().length;
    if (length > 3 && length <= SUBJECT && words.trimStart() !== '') return { start: match.index, end: from + length };
    tries += 1;
    if (tries === SUBJECT_TRIES) return null;
  }
  return null;
}

/**
 * The pieces of a head wherever text extraction has put them: mottoes, number, place and date, and a letter's subject are taken out one after another;
 * what then is left in capitals names the issuing bodies. `from` and `to` are offsets of the zone in the text.
 */
export function headPieces(text: string, from: number, to: number): HeadPieces {
  let rest = text.slice(from, to);
  const take = (start: number, end: number): Span => {
    rest = rest.slice(0, start) + READ.repeat(end - start) + rest.slice(end);
    return { start: from + start, end: from + end };
  };
  const mottoes = mottoesIn(bareLetters(rest)).map(([start, end]) => take(start, end));
  // "VIỆT NAM" on a line of its own is the motto's last piece only where that has none.
  const whole = mottoes.some((span) => /VIỆT\s*NAM$/u.test(text.slice(span.start, span.end)));
  const group = (form: RegExp): Span | null => {
    const match = form.exec(rest);
    if (match === null) return null;
    const at = match.indices?.groups?.number;
    const span = at === undefined ? null : { start: from + at[0], end: from + at[1] };
    take(match.index, match.index + match[0].length);
    return span;
  };
  const number = group(numberForm) ?? group(bareNumberForm);
  const blank = blankNumber.exec(rest);
  if (number === null && blank !== null) take(blank.index, blank.index + blank[0].length);
  let placeAndDate: Span | null = null;
  for (const form of [placeAndDateForm, capitalsAndDateForm, dateForm]) {
    const match = form.exec(rest);
    if (match === null) continue;
    placeAndDate = take(match.index, match.index + match[0].length);
    break;
  }
  const about = subjectIn(rest);
  const subject = about === null ? null : take(about.start, about.end);
  return { number, placeAndDate, subject, issuerLines: capitals(rest, from, whole) };
}

const leftOver = /[^\n|\u0001]+/gu;

/** The stretches in capitals that are left, line by line, without marks beside the head. */
function capitals(rest: string, from: number, wholeMotto: boolean): Span[] {
  const spans: Span[] = [];
  for (const match of matchesOf(leftOver, rest)) {
    const words = match[0];
    const lead = /^[\s*_\-–—.:]*/u.exec(words)![0].length;
    const bare = words.slice(lead).replace(/(?<![\s*_\-–—.:])[\s*_\-–—.:]+$/u, '');
    if (
      bare.length < 2 ||
      bare.length > 160 ||
      !inCapitals(bare) ||
      (isHeadMark(bare) && !(wholeMotto && bare === 'VIỆT NAM')) ||
      /\d\s?[-/]/u.test(bare)
    )
      continue;
    const start = from + match.index + lead;
    spans.push({ start, end: start + bare.length });
  }
  return spans;
}
