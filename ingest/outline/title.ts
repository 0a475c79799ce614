import type { Span } from '#ingest/model/span.ts';
import { authority } from '#ingest/vocabulary/speakers.ts';
import { LINE_LENGTH } from './headZone.ts';
import { inCapitals, isRule, type Line } from './lines.ts';
import { markerOf } from './markers.ts';

const TITLE_LINES = 14;
/** A title stands within so many first lines. */
const HEAD_LINES = 60;

/** Words that a preamble opens with; a title never ends in a stop, so both together mark the body's first line. */
export const preamble =
  /^(?:-\s?)?(?:Căn cứ|Thực hiện|Triển khai|Để |Ngày \d|Sau khi|Trên cơ sở|Kính gửi|Theo |Tiếp theo|Tiếp tục|Trong |Qua |Xét |Hội nghị|Thi hành|Nhằm |Từ ngày|Vừa qua|Hưởng ứng|Phát huy|Năm \d{4}|Tại phiên họp|Thời gian qua|Hôm nay)/u;
/** Where a document stands that this one was issued with, or a remark on how it is kept: no part of the title. */
const remark = /^\(?(?:Ban hành kèm theo|Kèm theo|Phê duyệt kèm theo|Trình tại|Tài liệu|Dự thảo|Lưu hành)/u;
const numbered = /^(?:Số|SỐ)\s*:?\s*\d/u;
const datedStart = /^\p{Lu}[\p{L}\s.-]{1,40},\sngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}\s+(?=\p{L})/u;
const dated = /^(?:\p{Lu}[\p{L}\s.-]{1,40},\s)?ngày\s+[\d.…\s]*tháng\s+[\d.…\s]*năm\s+\d{4}\s*$/u;

const ruleMark = /\s(?:\*|[-–_]{3})/u;
const ruleInside = /^(?<title>\P{Lu}?.{9,399}?)\s(?:\*|[-–_]{3,})\s(?=[-–+(“"]?\s?\p{Lu})/du;

/** Lines in which a title and the body run into each other with only the rule between them (texts that have lost their line breaks) are parted there. */
export function partTitle(lines: readonly Line[]): readonly Line[] {
  for (let index = 1; index < Math.min(lines.length, HEAD_LINES); index += 1) {
    const { text, span } = lines[index]!;
    if (text.length < 160 || !inCapitals(lines[index - 1]!.text)) continue;
    const near = text.slice(0, 500);
    const match = ruleMark.test(near) ? ruleInside.exec(near) : null;
    if (match === null) continue;
    const end = match.indices!.groups!.title![1];
    const parts = [
      { span: { start: span.start, end: span.start + end }, text: text.slice(0, end) },
      { span: { start: span.start + match[0].length, end: span.end }, text: text.slice(match[0].length) },
    ];
    return [...lines.slice(0, index), ...parts, ...lines.slice(index + 1)];
  }
  return lines;
}

/** Title lines under the type's name, and the first line of the body. `begun`: the title began beside the type's name. */
export function titleBelow(lines: readonly Line[], from: number, begun: boolean): { title: Span | null; bodyFrom: number } {
  const limit = Math.min(lines.length, from + TITLE_LINES);
  let rule = -1;
  for (let index = from; index < limit && rule === -1; index += 1)
    if (isRule(lines[index]!.text) && lines[index]!.text !== '|') rule = index;
  // A rule closes the title, unless sentences stand before it (then it belongs to something else).
  const closedByRule =
    rule > from && !lines.slice(from, rule).some(({ text }) => markerOf(text) !== null || endsSentence(text) || preamble.test(text));
  const stop = closedByRule ? Math.min(rule, decidingFrom(lines, from, rule)) : decidingFrom(lines, from, limit);
  let start = -1;
  let end = -1;
  let index = from;
  for (; index < stop; index += 1) {
    const { text, span } = lines[index]!;
    if (text === '|' && end === -1) continue;
    if (isRule(text)) break;
    if (isNumberOrDate(text)) continue;
    const after = dateBefore(text);
    const first = start === -1 && !begun;
    if (remark.test(text) && !first) break;
    if (!closedByRule && isBody(text, first)) break;
    if (start === -1) start = span.start + after;
    end = span.end;
  }
  while (index < lines.length && (isRule(lines[index]!.text) || (closedByRule && index < stop))) index += 1;
  const title = end === -1 ? null : { start: start === -1 ? lines[from]!.span.start : start, end };
  return { title, bodyFrom: index };
}

/**
 * Index of the line at which the deciding body stands in capitals before its grounds ("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH …" / "Căn cứ …"); it may take
 * several lines ("HỘI ĐỒNG NHÂN DÂN TỈNH …" / "KHÓA X, KỲ HỌP THỨ 5"). `limit` where there is none.
 */
function decidingFrom(lines: readonly Line[], from: number, limit: number): number {
  for (let index = from; index < Math.min(lines.length, limit + 1); index += 1) {
    const { text } = lines[index]!;
    if (!preamble.test(text)) continue;
    let at = index;
    while (at > from && at > index - 4 && (inCapitals(lines[at - 1]!.text) || isRule(lines[at - 1]!.text))) {
      at -= 1;
      const before = at === from ? '' : lines[at - 1]!.text;
      // "… CỦA" / "THỦ TƯỚNG CHÍNH PHỦ VỀ VIỆC …" is the title still.
      if (
        authority.test(lines[at]!.text) &&
        !/\sVỀ\s/u.test(lines[at]!.text) &&
        !/(?:^|\s)(?:CỦA|VÀ|DO|VỚI|TẠI|THUỘC|CHO|,|-)$/u.test(before)
      )
        return at;
    }
    return limit;
  }
  return limit;
}

/** How much of a line is a place and date that a title was joined to, in code units; 0 where it begins otherwise. */
export function dateBefore(text: string): number {
  return datedStart.exec(text)?.[0].length ?? 0;
}

/** A line of its own for number or date, which some layouts put under the type's name. */
export function isNumberOrDate(text: string): boolean {
  return text.length < 120 && (numbered.test(text) || dated.test(text));
}

export function endsSentence(text: string): boolean {
  return text.length > LINE_LENGTH || (/[.;:](?:["”)])?$/u.test(text) && !/\.\.\.$/u.test(text));
}

function isBody(text: string, first: boolean): boolean {
  if (text.length > LINE_LENGTH || markerOf(text) !== null) return true;
  if (/^Kính gửi/u.test(text)) return true;
  // A title may have two members on two lines: "tổng kết công tác năm 2022;" and "phương hướng, nhiệm vụ năm 2023".
  if (first && /^\p{Ll}[^.:]*;$/u.test(text) && text.length < 200) return false;
  if (first && inCapitals(text)) return false;
  if (endsSentence(text) || /[.;]\s+\p{Lu}/u.test(text)) return true;
  if (!first && preamble.test(text)) return true;
  return text.length > 600;
}
