import type { Head } from '#ingest/model/outline.ts';
import type { Span } from '#ingest/model/span.ts';
import { typeNames } from '#ingest/vocabulary/documentTypes.ts';
import { groupSpan, inCapitals, isRule, type Line } from './lines.ts';
import { markerOf } from './markers.ts';

/** The head, and the index of the first line of the body. */
export interface HeadReading {
  readonly head: Head;
  readonly bodyFrom: number;
}

/** The head stands within this many lines, or there is none: further down a type name in capitals belongs to an annex. */
const HEAD_LINES = 40;
const TITLE_LINES = 10;
/** No line of a head is longer, in code units; patterns are not tried on lines of megabytes. */
const LINE_LENGTH = 1500;

/** The type's name in capitals, alone or with the title on the same line. */
const typeLine = new RegExp(
  `^(?<name>${typeNames.map((name) => name.toUpperCase().replaceAll(' ', '\\s+')).join('|')})(?![\\p{L}])(?<rest>.*)$`,
  'udi',
);
/** Decree 30/2020: `Số: 12/KH-UBND`; Party: `Số 619-BC/TU`. A blank number (`Số:   -BC/TU`) has no digits and is none. */
const numberLine =
  /^Số\s*:?\s*(?<number>\d[\d\s]{0,6}[\p{L}]{0,2}\s?[-/–]\s?[\p{L}\d][\p{L}\d/–.\s-]{0,40}?)(?=$|\s{2}|\s+(?:\p{Lu}[\p{L}\s.-]{1,40},)?\s*ngày)/diu;
/** A number on the line after its "Số:". */
const bareNumber = /^(?<number>\d[\p{L}\d/–.\s-]{2,40})$/du;
const placeAndDateLine = /(?<whole>(?:(?<=^|\s)\p{Lu}[\p{L}\s.-]{1,40},\s*)?ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4})\s*\.?$/du;
const subjectLine = /^(?<subject>(?:V\/v|V\/V|Vv|Về việc)\s*:?\s*.+)$/du;
const mottoes =
  /ĐẢNG CỘNG SẢN VIỆT NAM|CỘNG H(?:ÒA|OÀ) XÃ HỘI(?: CHỦ| CHỦ NGHĨA)|^XÃ HỘI CHỦ NGHĨA|^NGHĨA VIỆT NAM$|Độc lập\s*[-–—]\s*Tự do\s*[-–—]\s*Hạnh phúc|ĐẢNG CỘNG SẢN\s*$|^VIỆT NAM$/iu;
/** Words that a preamble opens with; a title never ends in a stop, so both together mark the body's first line. */
const preamble =
  /^(?:Căn cứ|Thực hiện|Triển khai|Để |Ngày \d|Sau khi|Trên cơ sở|Kính gửi|Theo |Tiếp theo|Tiếp tục|Trong |Qua |Xét |Hội nghị|Thi hành|Nhằm |Từ ngày|Vừa qua|Hưởng ứng|Phát huy|Năm \d{4})/u;

/**
 * Reads the head (thể thức: 36-HD/VPTW and Nghị định 30/2020): bodies, number, place and date, type, title.
 * Everything found is a span; what the text has not is null.
 */
export function headOf(lines: readonly Line[]): HeadReading {
  const typeIndex = findTypeLine(lines);
  const headEnd = typeIndex ?? firstBodyLine(lines);
  const issuerLines: Span[] = [];
  let number: Span | null = null;
  let placeAndDate: Span | null = null;
  let subject: Span | null = null;
  let subjectAt = -1;
  for (let index = 0; index < headEnd; index += 1) {
    const line = lines[index]!;
    if (line.text.length > LINE_LENGTH) break;
    const numbered =
      numberLine.exec(line.text) ?? (index > 0 && /^Số\s*:?$/u.test(lines[index - 1]!.text) ? bareNumber.exec(line.text) : null);
    const dated = line.text.includes('ngày') ? placeAndDateLine.exec(line.text) : null;
    const about = subjectLine.exec(line.text);
    if (numbered !== null) number ??= groupSpan(line, numbered, 'number');
    if (dated !== null) placeAndDate ??= groupSpan(line, dated, 'whole');
    if (about !== null && subject === null) {
      subject = groupSpan(line, about, 'subject');
      subjectAt = index;
    } else if (subject !== null && index === subjectAt + 1 && numbered === null && dated === null && isSubjectLine(line.text)) {
      subject = { start: subject.start, end: line.span.end };
      subjectAt = index;
    } else if (numbered === null && dated === null && mottoes.test(line.text)) {
      const left = leftOfMotto(line);
      if (left !== null) issuerLines.push(left);
    } else if (numbered === null && dated === null && !isRule(line.text) && inCapitals(line.text) && !/\d\s?[-/]/u.test(line.text)) {
      issuerLines.push(line.span);
    }
  }
  if (typeIndex === null) {
    return { head: { issuerLines, number, placeAndDate, typeName: null, title: subject }, bodyFrom: headEnd };
  }
  const line = lines[typeIndex]!;
  const match = typeLine.exec(line.text)!;
  const typeName = groupSpan(line, match, 'name');
  const rest = match.groups!.rest!;
  const restSpan = rest.trim() === '' ? null : { start: line.span.end - rest.trimStart().length, end: line.span.end };
  const below = titleBelow(lines, typeIndex + 1, restSpan !== null);
  // Some layouts put number and date under the type's name.
  for (let index = typeIndex + 1; index < below.bodyFrom; index += 1) {
    const after = lines[index]!;
    const numbered = numberLine.exec(after.text);
    if (number === null && numbered !== null) number = groupSpan(after, numbered, 'number');
    const dated = after.text.includes('ngày') ? placeAndDateLine.exec(after.text) : null;
    if (placeAndDate === null && dated !== null) placeAndDate = groupSpan(after, dated, 'whole');
  }
  const title = restSpan === null ? below.title : { start: restSpan.start, end: below.title?.end ?? restSpan.end };
  return { head: { issuerLines, number, placeAndDate, typeName, title: title ?? subject }, bodyFrom: below.bodyFrom };
}

function findTypeLine(lines: readonly Line[]): number | null {
  const limit = Math.min(lines.length, HEAD_LINES);
  for (let index = 0; index < limit; index += 1) {
    const line = lines[index]!;
    if (line.text.length > LINE_LENGTH) return null;
    const match = typeLine.exec(line.text);
    if (match === null || !inCapitals(match.groups!.name!)) continue;
    if (match.groups!.rest!.length > 400) continue;
    return index;
  }
  return null;
}

/** Without a type line (letters; texts that were cut): the head ends where sentences begin. */
function firstBodyLine(lines: readonly Line[]): number {
  const limit = Math.min(lines.length, HEAD_LINES);
  for (let index = 0; index < limit; index += 1) {
    const text = lines[index]!.text;
    if (text.length > LINE_LENGTH || /^Kính gửi/u.test(text)) return index;
    if (
      subjectLine.test(text) ||
      numberLine.test(text) ||
      placeAndDateLine.test(text) ||
      mottoes.test(text) ||
      inCapitals(text) ||
      isRule(text)
    )
      continue;
    if (index > 0 && subjectLine.test(lines[index - 1]!.text) && isSubjectLine(text)) continue;
    if (
      text.split(' ').length <= 12 &&
      !/[.;:]$/u.test(text) &&
      index + 1 < limit &&
      !preamble.test(text) &&
      markerOf(text) === null &&
      index < 12
    )
      continue;
    return index;
  }
  return limit;
}

/** The body's name where both columns of the head came out on one line: "TỈNH ỦY HÒA BÌNH ĐẢNG CỘNG SẢN VIỆT NAM". */
function leftOfMotto(line: Line): Span | null {
  const at = line.text.search(/ĐẢNG CỘNG SẢN VIỆT NAM|CỘNG H(?:ÒA|OÀ) XÃ HỘI CHỦ NGHĨA/u);
  const left = at <= 0 ? '' : line.text.slice(0, at).trimEnd();
  return left !== '' && inCapitals(left) ? { start: line.span.start, end: line.span.start + left.length } : null;
}

/** A letter's subject runs over short lines under the number, until the address, a rule or the other column. */
function isSubjectLine(text: string): boolean {
  return (
    text.length < 120 &&
    !inCapitals(text) &&
    !isRule(text) &&
    !mottoes.test(text) &&
    !/^Kính gửi/u.test(text) &&
    markerOf(text) === null &&
    !endsSentence(text)
  );
}

/** The title's lines under the type's name, and the first line after them (rules passed over). */
function titleBelow(lines: readonly Line[], from: number, begun: boolean): { title: Span | null; bodyFrom: number } {
  const limit = Math.min(lines.length, from + TITLE_LINES);
  let rule = -1;
  for (let index = from; index < limit && rule === -1; index += 1) if (isRule(lines[index]!.text)) rule = index;
  // A rule closes the title, unless sentences stand before it (then it belongs to something else).
  const closedByRule = rule !== -1 && !lines.slice(from, rule).some((line) => markerOf(line.text) !== null || endsSentence(line.text));
  let start = -1;
  let end = -1;
  let index = from;
  for (; index < (closedByRule ? rule : limit); index += 1) {
    const line = lines[index]!;
    if (isRule(line.text)) break;
    if (numberLine.test(line.text) || placeAndDateLine.test(line.text)) continue;
    const first = start === -1 && !begun;
    if (!closedByRule && isBody(line.text, first)) break;
    // The body that decides stands in capitals right before its grounds: "ỦY BAN NHÂN DÂN TỈNH …" / "Căn cứ …".
    if (!first && inCapitals(line.text) && /^-?\s?Căn cứ/u.test(lines[index + 1]?.text ?? '')) break;
    if (start === -1) start = line.span.start;
    end = line.span.end;
  }
  while (index < lines.length && (isRule(lines[index]!.text) || (closedByRule && index < rule))) index += 1;
  const title = end === -1 ? null : { start: start === -1 ? lines[from]!.span.start : start, end };
  return { title, bodyFrom: index };
}

function endsSentence(text: string): boolean {
  return text.length > LINE_LENGTH || (/[.;:](?:["”)])?$/u.test(text) && !/\.\.\.$/u.test(text));
}

function isBody(text: string, first: boolean): boolean {
  if (text.length > LINE_LENGTH || markerOf(text) !== null) return true;
  if (/^Kính gửi/u.test(text)) return true;
  // A title may have two members on two lines: "tổng kết công tác năm 2022;" and "phương hướng, nhiệm vụ năm 2023".
  if (first && /^\p{Ll}[^.:]*;$/u.test(text) && text.length < 200) return false;
  if (endsSentence(text) || /[.;]\s+\p{Lu}/u.test(text)) return true;
  if (!first && preamble.test(text)) return true;
  return text.length > 600;
}
