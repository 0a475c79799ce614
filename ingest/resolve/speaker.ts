import { isoDay } from '#ingest/model/calendar.ts';
import type { Stated } from '#ingest/model/mention.ts';
import type { Outline } from '#ingest/model/outline.ts';
import { wordsOf } from '#ingest/model/span.ts';
import { bodyInRunningText } from '#ingest/vocabulary/casing.ts';

/** The preamble ends at the first numbered part; beyond this many code units nobody introduces himself. */
const REACH = 4000;

const speaks =
  '(?:kết luận|thống nhất kết luận|báo cáo|ban hành|triển khai|xây dựng|yêu cầu|hướng dẫn|thông báo|quyết định|quyết nghị|đề nghị|chỉ đạo|thống nhất|lãnh đạo|trân trọng|kính trình|đánh giá|tổ chức thực hiện|phát động|có ý kiến|đề ra)';
const bodyStart =
  '(?:Ban (?:Thường vụ|Chấp hành|Tuyên giáo|Tổ chức|Dân vận|Nội chính|Chỉ đạo|cán sự|Bí thư|Kinh tế)|Bộ|Thường trực|Tỉnh (?:ủy|uỷ|đoàn)|Thành (?:ủy|uỷ|đoàn)|Huyện (?:ủy|uỷ|đoàn)|Thị (?:ủy|uỷ)|Quận (?:ủy|uỷ)|Đảng (?:ủy|uỷ|đoàn|bộ)|Chi bộ|Ủy ban|UBND|Hội đồng|HĐND|Sở|Văn phòng|Chính phủ|Thủ tướng|Chủ tịch|Quốc hội|Liên đoàn|Công đoàn|Hội|Đoàn)';
const introduces = new RegExp(
  `(?:(?<=[;,.:\\]]\\s|\\n|[;,]|\\)\\s)|^)(?:nay,?\\s)?(?<body>${bodyStart}(?:(?!\\s(?:đã|ban hành|về|đang|sẽ)\\s)[^;,.:\\n]){0,110}?)\\s(?:(?:xin|nay|trân trọng|thống nhất|tiến hành)\\s)?${speaks}(?![\\p{L}])`,
  'gu',
);
/** "BAN THƯỜNG VỤ TỈNH ỦY QUYẾT ĐỊNH:", "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH …" on a line of its own. */
const deciding =
  /^(?<body>(?:BAN THƯỜNG VỤ|BAN CHẤP HÀNH|BAN BÍ THƯ|BỘ CHÍNH TRỊ|THƯỜNG TRỰC|CHỦ TỊCH|ỦY BAN|UỶ BAN|HỘI ĐỒNG|THỦ TƯỚNG|CHÍNH PHỦ|BỘ TRƯỞNG|GIÁM ĐỐC|QUỐC HỘI|TRƯỞNG BAN)[\p{Lu}\s,-]{0,90}?)\s*(?:QUYẾT ĐỊNH|QUYẾT NGHỊ|KẾT LUẬN|BAN HÀNH)?\s*:?$/u;
const concludes = /(?:như sau|kết luận|quyết định|quyết nghị|cụ thể)\s*:?\s*$|:\s*$/iu;

/**
 * Who speaks, by the sentence in which a document introduces itself: "…; Ban Thường vụ Tỉnh ủy kết luận:",
 * "Ban Thường vụ Đảng ủy … ban hành Kế hoạch thực hiện như sau:". Else the body signed for, where the head names it. Null where neither.
 */
export function speaker(text: string, outline: Outline): Stated | null {
  const capacity = outline.close.signatureLines.map((span) => wordsOf(text, span)).find((line) => /^T\/?M/u.test(line));
  const opening = introduction(text, outline);
  if (opening === null) return fromTitle(text, outline) ?? fromSignature(text, outline);
  if (capacity !== undefined && /BAN THƯỜNG VỤ/iu.test(capacity) && !/thường vụ/iu.test(opening.value))
    return fromSignature(text, outline) ?? opening;
  return opening;
}

function introduction(text: string, outline: Outline): Stated | null {
  const firstPart = outline.blocks.findIndex((block) => block.marker !== null && !/^[-–—+*•]/u.test(block.marker));
  const preamble = outline.blocks.slice(0, firstPart === -1 ? 6 : Math.max(firstPart, 1));
  let found: Stated | null = null;
  for (const block of preamble) {
    if (block.span.start - outline.body.start > REACH) break;
    const words = wordsOf(text, block.span).slice(0, REACH);
    const capitals = deciding.exec(words)?.groups?.body;
    if (capitals !== undefined)
      return { value: bodyInRunningText(capitals), span: { start: block.span.start, end: block.span.start + capitals.length } };
    for (const match of words.matchAll(introduces)) {
      const start = block.span.start + match.index + match[0].indexOf(match.groups!.body!);
      const value = match.groups!.body!.trim();
      const rest = words.slice(match.index + match[0].length).split(/[.!?]\s(?=\p{Lu})/u)[0]!;
      const stated = { value, span: { start, end: start + value.length } };
      // The sentence that ends in "như sau:" is the one that introduces; an earlier one may tell of others.
      if (concludes.test(rest) || rest.length === 0) return stated;
      found ??= stated;
    }
  }
  return found;
}

const ofBody = /^CỦA (?<body>[\p{Lu}\s,-]{6,90})(?=\n|$|\s\p{Ll})/u;

/** "NGHỊ QUYẾT / CỦA BAN CHẤP HÀNH ĐẢNG BỘ TỈNH": the line under the type names the body. */
function fromTitle(text: string, outline: Outline): Stated | null {
  if (outline.head.title === null) return null;
  const body = ofBody.exec(wordsOf(text, outline.head.title))?.groups?.body?.trim();
  if (body === undefined) return null;
  const start = outline.head.title.start + 'CỦA '.length;
  return { value: bodyInRunningText(body), span: { start, end: start + body.length } };
}

/** "T/M BAN THƯỜNG VỤ" under "TỈNH ỦY TIỀN GIANG" is the standing committee of that body; "TM. ỦY BAN NHÂN DÂN" is the head's body itself. */
function fromSignature(text: string, outline: Outline): Stated | null {
  const line = outline.close.signatureLines.find((span) => /^T\/?\s?\.?M/u.test(wordsOf(text, span)));
  const head = outline.head.issuerLines.map((span) => wordsOf(text, span));
  if (line === undefined) return null;
  const signed = wordsOf(text, line)
    .replace(/^T\/?\s?\.?M\s?\.?\s*/u, '')
    .trim();
  const party = head.findLast((words) => /(?:TỈNH|THÀNH|HUYỆN|THỊ|QUẬN|ĐẢNG) (?:ỦY|UỶ)/u.test(words));
  if (/^(?:BAN THƯỜNG VỤ|BAN CHẤP HÀNH|THƯỜNG TRỰC)$/u.test(signed)) {
    if (party === undefined) return null;
    // By the name that the text itself uses, where it does: "Ban Thường vụ Thị ủy" without its place.
    const [body, committee] = [bodyInRunningText(signed), bodyInRunningText(party)];
    const short = `${body} ${committee.split(' ').slice(0, 2).join(' ')}`;
    return { value: text.includes(short) ? short : `${body} ${committee}`, span: line };
  }
  if (/^(?:BỘ CHÍNH TRỊ|BAN BÍ THƯ|BAN CHẤP HÀNH TRUNG ƯƠNG|CHÍNH PHỦ|QUỐC HỘI|ỦY BAN THƯỜNG VỤ QUỐC HỘI)$/u.test(signed))
    return { value: bodyInRunningText(signed), span: line };
  return null;
}

const meetingDay =
  /[Nn]gày (?:(?<day>\d{1,2})[/.-](?<month>\d{1,2})[/.-](?<year>\d{4})|(?<wordDay>\d{1,2}) tháng (?<wordMonth>\d{1,2}),? năm (?<wordYear>\d{4}))/gu;

/** The day of the meeting that a conclusion concludes: a day in the preamble, told of the meeting and not of a document that is named. */
export function meetingDate(text: string, outline: Outline): Stated | null {
  const preamble = text.slice(outline.body.start, Math.min(outline.body.end, outline.body.start + 2500));
  const firstPart = preamble.search(/\n(?:I|1)\s?[.\-–]/u);
  const words = firstPart === -1 ? preamble : preamble.slice(0, firstPart);
  for (const match of words.matchAll(meetingDay)) {
    const before = words.slice(Math.max(0, match.index - 60), match.index);
    const after = words.slice(match.index + match[0].length, match.index + match[0].length + 90);
    const ofDocument = /\d+[-/–]\s?[\p{Lu}\d/Đ-]+[\p{L}\d/-]*,?\s*$/u.test(before);
    if (ofDocument) continue;
    const ofMeeting =
      /(?:^|\n)(?:Trong |Vào |Sáng |Chiều )?$/u.test(before) ||
      /(?:tổ chức|diễn ra|họp|tiến hành)[^.;]{0,30}$/iu.test(before) ||
      /^,?\s*(?:tại|đồng chí|Ban|Thường trực|Hội nghị)/u.test(after);
    const groups = match.groups!;
    const [day, month, year] = [
      Number(groups.day ?? groups.wordDay),
      Number(groups.month ?? groups.wordMonth),
      Number(groups.year ?? groups.wordYear),
    ];
    const value = isoDay(day, month, year);
    if (ofMeeting && value !== null) {
      const start = outline.body.start + match.index;
      return { value, span: { start, end: start + match[0].length } };
    }
  }
  return null;
}
