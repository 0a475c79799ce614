import type { Span } from '#ingest/model/span.ts';
import { typeNames } from '#ingest/vocabulary/documentTypes.ts';
import { address } from './headZone.ts';
import { groupSpan, type Line } from './lines.ts';

/** What a page says of the document that it prints: a headline, an editor's sentence. Spans of the text; null where it does not say. */
export interface Announcement {
  readonly typeName: Span;
  readonly number: Span | null;
  readonly date: Span | null;
  readonly issuer: Span | null;
  readonly title: Span | null;
  /** The first line after the last that announces. */
  readonly to: number;
}

/** An announcement stands in so many first lines, none longer than this in code units. */
const LINES = 8;
const LENGTH = 1500;

const types = typeNames.map((name) => `${name[0]!.toUpperCase()}${name.slice(1)}`).join('|');
const capitals = typeNames.map((name) => name.toUpperCase()).join('|');
const number = '(?<number>\\d{1,5}[a-z]?(?:\\s?[-–/]\\s?[\\p{Lu}\\d][\\p{L}\\d]{0,13}){2,4})';
const date = '(?<date>ngày\\s\\d{1,2}(?:[/.-]\\d{1,2}[/.-]|\\stháng\\s\\d{1,2}\\snăm\\s)\\d{4})';
const title = '(?<title>(?:về|Về|VỀ|V/v|Kết luận|Quy định|Quản lý)\\s[^.?!\\n]{10,600}?)';

/** A headline: "Kết luận số 69-KL/TW ngày 11/01/2024 của Bộ Chính trị về …", "TOÀN VĂN: KẾT LUẬN 155-KL/TW CỦA BỘ CHÍNH TRỊ …". */
const headline = new RegExp(
  `^(?:(?:TOÀN VĂN|Toàn văn|Giới thiệu)\\s?:?\\s)?(?<type>${types}|${capitals})\\s(?:(?:số|SỐ)\\s?:?\\s?)?${number}(?![\\p{L}\\d])(?:,?\\s(?:${date}|(?:năm\\s)?\\d{4}(?!\\d)))?(?:,?\\s(?:của|CỦA)\\s(?<issuer>\\p{Lu}(?:(?!\\s(?:đã|được|có|là|đang|sẽ)\\s)[^.:;?!\\n]){2,90}?))?(?:,?\\s${title})?(?:\\sra sao)?\\s?(?:[?!:]|\\.?$)`,
  'du',
);
/**
 * An editor's sentence: "Ngày 25/5/2025, …, đồng chí … ký ban hành Kết luận số 157-KL/TW của Bộ Chính trị về …", "LTS: Ngày 14-11-2016, Ban Chấp hành …",
 * "Thay mặt Bộ Chính trị, … đã ký Thông báo kết luận số 68-TB/TW ngày 12/4/2024 của Bộ Chính trị về …".
 */
const sentence = new RegExp(
  `^(?:[\\p{L}\\s()]{2,24}\\s[-–]\\s|\\p{L}[\\p{L}\\s]{1,20}:\\s)?(?:(?<date>[Nn]gày\\s\\d{1,2}[/.-]\\d{1,2}(?:[/.-]\\d{4})?),\\s(?:[^.,]{2,80},\\s){0,2})?(?:(?:[Tt]hay mặt\\s[^.,:;]{2,80},\\s)(?:(?:đồng chí\\s)?\\p{Lu}[^.,:;]{2,90}?)|(?<issuer>\\p{Lu}[^.,:;]{2,90}?)(?:\\s(?:khóa|khoá)\\s[IVXL\\d]{1,6})?|đồng chí\\s[^.,:;]{4,60}?)\\s(?:đã\\s)?(?:vừa\\s)?(?:ký\\s)?(?:ban hành|ra|có|(?<=ký\\s))\\s?(?<type>${types}|${types.toLowerCase()})(?:\\skết luận)?\\s(?:số\\s)?(?:${number}|\\d{1,4})(?![\\p{L}\\d-])(?:\\s(?:năm\\s)?\\d{4}(?!\\d))?(?:,?\\s(?<on>ngày\\s\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{4}))?(?:\\scủa\\s(?<by>\\p{Lu}[^.:;]{2,60}?))?\\s${title}(?=\\s\\(|[.]|$)`,
  'du',
);
/** Words that say that the document itself follows. */
const prints =
  /toàn văn|TOÀN VĂN|Nội dung (?:\p{L}+\s){0,4}như sau|Nội dung chính|trân trọng (?:giới thiệu|đăng)|^Theo (?:đó|nội dung)[^\n]{0,1200}như sau\s?:$/u;

/**
 * Reads what a page announces before a document whose own head is missing. `to`: the line at which the document's type or body begins, -1 where that is not known.
 * A headline must begin one of the first lines with the type and the number; a sentence counts only where the page says that it prints the text.
 */
export function announced(lines: readonly Line[], to: number): Announcement | null {
  const limit = Math.min(lines.length, to === -1 ? LINES : Math.min(to, LINES));
  const printed = lines.slice(0, limit + 1).some((line) => line.text.length <= LENGTH && prints.test(line.text));
  let found: Announcement | null = null;
  for (let index = 0; index < limit; index += 1) {
    const line = lines[index]!;
    if (address.test(line.text)) break;
    if (line.text.length > LENGTH || !/\d/u.test(line.text)) continue;
    const match =
      (index < 3 || found !== null ? headline.exec(line.text) : null) ?? (printed || found !== null ? sentence.exec(line.text) : null);
    if (match === null) continue;
    const reading = readingOf(line, match, index + 1);
    if (found === null) found = reading;
    else if (found.number === null || reading.number === null || wordsAt(lines, found.number) === wordsAt(lines, reading.number))
      found = {
        typeName: found.typeName,
        number: found.number ?? reading.number,
        date: reading.date ?? found.date,
        issuer: reading.issuer ?? found.issuer,
        title: reading.title ?? found.title,
        to: reading.to,
      };
  }
  return found;
}

/** A headline in running letters without a number: "Chương trình hành động của Ban Thường vụ Huyện ủy thực hiện …". */
const heading = new RegExp(
  `^(?<type>${types})\\s(?<title>(?:(?:của|Của)\\s\\p{Lu}|(?:[Vv]ề|V/v|[Tt]hực hiện|[Tt]riển khai|[Tt]ổ chức)\\s)[^\\n]{10,400}[^\\s.:;,?!])$`,
  'du',
);

/** The headline over a text that has no head of its own: its first line, with a sentence or a heading below. Null where the first line is none. */
export function headingOf(lines: readonly Line[]): Announcement | null {
  const [line, next] = lines;
  if (line === undefined || next === undefined || line.text.length > 450 || !/^[\p{Lu}\d“"]/u.test(next.text)) return null;
  const match = heading.exec(line.text);
  return match === null ? null : readingOf(line, match, 1);
}

function readingOf(line: Line, match: RegExpExecArray, to: number): Announcement {
  return {
    typeName: groupSpan(line, match, 'type')!,
    number: groupSpan(line, match, 'number'),
    date: groupSpan(line, match, 'on') ?? groupSpan(line, match, 'date'),
    issuer: groupSpan(line, match, 'by') ?? groupSpan(line, match, 'issuer'),
    title: groupSpan(line, match, 'title'),
    to,
  };
}

function wordsAt(lines: readonly Line[], span: Span): string {
  const line = lines.find((candidate) => candidate.span.start <= span.start && span.end <= candidate.span.end);
  return line === undefined ? '' : line.text.slice(span.start - line.span.start, span.end - line.span.start).replace(/\s/gu, '');
}
