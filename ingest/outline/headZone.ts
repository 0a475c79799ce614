import { typeHeadings } from '#ingest/vocabulary/documentTypes.ts';
import { typeOfHeading } from '#ingest/vocabulary/headings.ts';
import { bareLetters, isHeadMark, mottoesIn } from '#ingest/vocabulary/mottoes.ts';
import { cellsOf } from './cells.ts';
import { inCapitals, isRule, type Line } from './lines.ts';
import { markerOf } from './markers.ts';

/** Which lines are the head: from `from` to before `to`, and the type's name, over one line or two, right at `to`. */
export interface HeadZone {
  readonly from: number;
  readonly to: number;
  readonly type: TypeLine | null;
}

/** The type's name (tên loại) on its line: how many lines it takes, how long it is on its last one; 0 where it takes the whole line. */
export interface TypeLine {
  readonly lines: number;
  readonly length: number;
}

/** The head stands within this many lines, or there is none: further down a type name in capitals belongs to an annex. */
const HEAD_LINES = 40;
/** After a motto the type's name comes within this many lines. */
const AFTER_MOTTO = 26;
/** What a web page puts before a document (breadcrumbs, a table of facts, the editor's note) takes this many lines at most. */
const LEAD_LINES = 60;
/** No line of a head is longer, in code units; patterns are not tried on lines of megabytes. */
export const LINE_LENGTH = 1500;

const typeLine = new RegExp(
  `^(?<name>${typeHeadings.map((name) => name.replaceAll(' ', '\\s+')).join('|')})(?![\\p{L}])(?<rest>.*)$`,
  'udi',
);

/** The line that begins a letter's address. */
export const address = /^[|\s]*Kính\s?gửi/u;

/** Names of types that are words of everyday: they head a document only where they stand alone. */
const common = /^(?:THƯ|LỆNH|HỢP\s+ĐỒNG|THỎA\s+THUẬN|THOẢ\s+THUẬN|DỰ\s+ÁN|ĐIỀU\s+LỆ)$/u;

/** "QUYẾT ĐỊNH:" is what the body says after its grounds, not the type's name. */
const says = /^\s*:/u;

/** The head of the document in `lines`; its type's name is looked for after the motto where there is one, so that a page's headline is not taken for it. */
export function headZone(lines: readonly Line[]): HeadZone {
  const motto = firstMotto(lines);
  const limit = Math.min(lines.length, motto === null ? HEAD_LINES : motto + AFTER_MOTTO);
  const first = motto ?? 0;
  for (let index = first; index < limit; index += 1) {
    const line = lines[index]!;
    if (line.text.length > LINE_LENGTH) break;
    const type = typeAt(lines, index);
    if (type !== null) return { from: zoneStart(lines, motto ?? index), to: index, type };
    // A letter (công văn) has no type; what follows its address is an annex or an enclosure.
    if (address.test(line.text)) return { from: zoneStart(lines, motto ?? index), to: index, type: null };
    if (motto !== null && /^(?:-\s?)?Căn cứ\s/u.test(line.text)) break;
  }
  return { from: zoneStart(lines, motto ?? 0), to: -1, type: null };
}

function firstMotto(lines: readonly Line[]): number | null {
  const limit = Math.min(lines.length, LEAD_LINES);
  for (let index = 0; index < limit; index += 1) {
    const { text } = lines[index]!;
    if (text.length > LINE_LENGTH) return null;
    if (/[Cc][OỘộ]NG|C[Oộ]ng h|[Đđ]Ộ?C|Đ[ộ]c/u.test(text) && mottoesIn(bareLetters(text)).length > 0) return index;
    // "CỘNG" / "HÒA XÃ HỘI …": a motto broken over two lines.
    if (text.length < 24 && inCapitals(text) && index + 1 < limit) {
      const both = bareLetters(`${text} ${lines[index + 1]!.text.slice(0, 80)}`);
      if (mottoesIn(both).some(([start]) => start < text.length)) return index;
    }
  }
  return null;
}

/** The type's name on this line, or null. */
function typeAt(lines: readonly Line[], index: number): TypeLine | null {
  const { text } = lines[index]!;
  const groups = typeLine.exec(text)?.groups;
  if (groups !== undefined) {
    const rest = groups.rest!;
    if (!inCapitals(groups.name!) || says.test(rest) || rest.length > 400) return null;
    // "THƯ VIỆN …", "LUẬT SƯ …": a word of everyday begins other lines too.
    if (rest.trim() !== '' && common.test(groups.name!)) return null;
    // "QUYẾT ĐỊNH" / "CỦA …": the title goes on below or beside it; a headline goes on with a number.
    if (/^\s+(?:SỐ\s?:?\s?)?\d/u.test(rest)) return null;
    return { lines: 1, length: rest.trim() === '' ? 0 : groups.name!.length };
  }
  if (!inCapitals(text)) return null;
  if (typeOfHeading(text) !== null) return { lines: 1, length: 0 };
  const next = lines[index + 1]?.text ?? '';
  // "NGHỊ" / "QUYẾT": a narrow column broke the name.
  if (/^\p{Lu}+$/u.test(text) && inCapitals(next) && next.length < 30 && typeOfHeading(`${text} ${next}`) !== null)
    return { lines: 2, length: 0 };
  return null;
}

/** The head begins with the lines in capitals, rules, numbers, dates and a letter's subject right above `at`: the left column. */
function zoneStart(lines: readonly Line[], at: number): number {
  let start = at;
  while (start > 0) {
    if (isHeadLine(lines[start - 1]!)) start -= 1;
    else {
      // The lines of a letter's subject look like any others: they count where "V/v" stands above them.
      const subject = [1, 2, 3, 4].find((back) => /^V\s?\/\s?[vV]/u.test(lines[start - back]?.text ?? ''));
      if (subject === undefined) break;
      start -= subject;
    }
  }
  return start;
}

const headLine =
  /^(?:Số|SỐ|Só)\s*:?(?:\s*\d|$)|^\d+\s?[-/]\s?\p{Lu}|^V\s?\/\s?[vV]|(?:^|,\s{0,3})ngày[\s.…_]{0,9}\d{0,2}[\s.…_]{0,9}tháng[\s.…_]{0,9}\d{0,2}[\s.…_]{0,9}năm\s\d{4}$/u;

/** A line that can only be a head's: a rule, capitals, a motto, a number, a date, a letter's subject; or a table's row with one of these in a cell. */
export function isHeadLine(line: Line): boolean {
  if (line.text.includes('|') && line.text.length < LINE_LENGTH) {
    const cells = cellsOf(line);
    return (
      cells.length === 0 || cells.some(({ text }) => headLine.test(text) || (text.length < 300 && mottoesIn(bareLetters(text)).length > 0))
    );
  }
  const { text } = line;
  if (text.length > 160) return false;
  // A number among the capitals, where the columns came out on one line.
  const words = text.replace(/(?<=[\s*])Số\s?:?\s?\d\S*/u, '');
  return isRule(text) || isHeadMark(text) || (inCapitals(words) && markerOf(words.replace(/^\*\s*/u, '')) === null) || headLine.test(text);
}
