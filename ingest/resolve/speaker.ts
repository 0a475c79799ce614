import { isoDay } from '#ingest/model/calendar.ts';
import type { Stated } from '#ingest/model/mention.ts';
import type { Block, Outline } from '#ingest/model/outline.ts';
import { wordsOf } from '#ingest/model/span.ts';
import { bodiesOf } from '#ingest/vocabulary/bodiesInHeads.ts';
import { bodyInRunningText } from '#ingest/vocabulary/casing.ts';
import { matchesOf } from '#ingest/vocabulary/matches.ts';
import { authority } from '#ingest/vocabulary/speakers.ts';
import { headBodies } from './headBody.ts';

/** The preamble ends at the first numbered part; beyond this many code units nobody introduces himself. */
const REACH = 4000;
/** Grounds in the law may take more than that. */
const GROUNDS_REACH = 12_000;

const speaks =
  '(?:kết luận|thống nhất kết luận|báo cáo|ban hành|triển khai|xây dựng|yêu cầu|hướng dẫn|thông báo|quyết định|quyết nghị|đề nghị|chỉ đạo|thống nhất|lãnh đạo|trân trọng|kính trình|đánh giá|tổ chức thực hiện|phát động|có ý kiến|đề ra|quy định|kêu gọi|kính đề nghị|cho ý kiến|trả lời|chỉ thị|cơ bản thống nhất)';
const bodyStart =
  '(?:Bộ Chính trị, Ban Bí thư|Ban (?:Thường vụ|Chấp hành|Tuyên giáo|Tổ chức|Dân vận|Nội chính|Chỉ đạo|cán sự|Bí thư|Kinh tế|Thường trực|Chính sách|Quản lý|Dân tộc|Pháp chế|Xây dựng)|Bộ|Thường trực|Tỉnh (?:ủy|uỷ|đoàn)|Thành (?:ủy|uỷ|đoàn)|Huyện (?:ủy|uỷ|đoàn)|Thị (?:ủy|uỷ)|Quận (?:ủy|uỷ)|Đảng (?:ủy|uỷ|đoàn|bộ)|Quân (?:ủy|uỷ)|Chi bộ|Ủy ban|Uỷ ban|UBND|Hội đồng|HĐND|Sở|Văn phòng|Chính phủ|Thủ tướng|Chủ tịch|Quốc hội|Liên đoàn|Tổng Liên đoàn|Công đoàn|Hội (?!nghị)|Đại hội (?:đại biểu|đảng bộ|Đảng bộ|lần)|Đoàn (?!kiểm tra|giám sát|công tác)|Mặt trận|Tòa án|Toà án|Viện|Kiểm toán|Thanh tra|Ngân hàng|Bảo hiểm|Kho bạc|Tổng cục|Cục|Chi cục|Phòng|Trường|Đại học|Học viện|Công an|Trung ương (?:Đoàn|Hội)|Trung tâm|Giám đốc|Thống đốc|Chánh án|Viện trưởng|Tổng Kiểm toán)';
/** Words after which a body's name is over: what it did is told, and not how it is called. */
const verbs =
  '(?:đã|ban hành|về|đang|sẽ|được|có (?!ý kiến)|nhận|nhận được|tổ chức|giao|gửi|trình|nêu|cho|với|tại|trong|họp|vào|từ|là|dự|tham mưu|phối hợp|chủ trì|để|theo|thực hiện|tiếp tục)';
// The first letters come first: they are asked at every letter of a preamble.
const introduces = new RegExp(
  `(?=[BCĐGHKLMNPQSTUỦV]|nay)(?:(?<=[;,.:\\]]\\s|\\n|[;,]|\\)\\s|và của )|^)(?:nay,?\\s)?(?<body>${bodyStart}(?:(?!\\s${verbs}\\s)[^;,.:\\n]){0,110}?)\\s(?:(?:xin|nay|tạm thời|trân trọng|thống nhất|tiến hành|kính)\\s)?${speaks}(?![\\p{L}])`,
  'gu',
);
/** "BAN THƯỜNG VỤ TỈNH ỦY QUYẾT ĐỊNH:", "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH …" on a line of its own. */
const decides = /(?<![\p{L}])(?:QUYẾT ĐỊNH|QUYẾT NGHỊ|KẾT LUẬN|BAN HÀNH|CHỈ THỊ|QUY ĐỊNH)$/u;
const session = /\(?(?:KHÓA|KHOÁ|NHIỆM KỲ|KỲ HỌP)[\p{Lu}\d\s,.()–-]*$/u;
const bodyInCapitals = /^[\p{Lu}\s,–-]{6,120}$/u;
const concludes = /(?:như sau|kết luận|quyết định|quyết nghị|cụ thể)\s*:?\s*$|:\s*$/iu;

/**
 * Who speaks, by the sentence in which a document introduces itself: "…; Ban Thường vụ Tỉnh ủy kết luận:",
 * "Ban Thường vụ Đảng ủy … ban hành Kế hoạch thực hiện như sau:". Else the body signed for, where the head names it. Null where neither.
 * `head` is the body that the head names.
 */
export function speaker(text: string, outline: Outline, head: Stated | null): Stated | null {
  const capacity = outline.close.signatureLines.map((span) => wordsOf(text, span)).find((line) => /^T\/?M/u.test(line));
  const opening = introduction(text, outline, head);
  if (opening === null) return fromTitle(text, outline) ?? fromSignature(text, outline);
  const { sure, ...stated } = opening;
  if (capacity !== undefined && /BAN THƯỜNG VỤ/iu.test(capacity) && !/thường vụ/iu.test(stated.value))
    return fromSignature(text, outline) ?? stated;
  const inHead = sure ? null : head;
  return inHead === null || related(stated.value, inHead.value)
    ? stated
    : (fromTitle(text, outline) ?? fromSignature(text, outline) ?? inHead);
}

/** A body that a first sentence names, and the one of the head: the same, an office of it, or a committee's inner body. */
function related(named: string, inHead: string): boolean {
  const [short, whole] = [named.toLowerCase().replaceAll('uỷ', 'ủy'), inHead.toLowerCase()];
  if (whole.startsWith(short) || short.includes(whole.split(' ').slice(0, 3).join(' '))) return true;
  if (/^ban chấp hành trung ương/u.test(whole)) return /bộ chính trị|ban bí thư|trung ương/u.test(short);
  const committee = /(?:tỉnh|thành|huyện|thị|quận|đảng) (?:ủy|bộ)/u;
  return committee.test(whole) && (committee.test(short) || /^ban (?:thường vụ|chấp hành)/u.test(short));
}

/** Grounds (Căn cứ, Xét …) take any number of blocks before a body decides. */
const ground = /^(?:[-•+*]\s?)?(?:Kính gửi|Căn cứ|Các |Xét|Theo đề nghị|Thực hiện|Thi hành|Để )/u;

/** A body that a sentence names; `sure`: the sentence leads in what the body says ("… như sau:"), any other may tell of somebody else. */
/** The body that a line in capitals names, without its verb and its session; undefined for any other line. */
function decidingBody(words: string): string | undefined {
  const bare = words.replace(/(?<![\s:–-])[\s:–-]+$/u, '').replace(decides, '');
  const cut = bare.search(session);
  const body = (cut === -1 ? bare : bare.slice(0, cut)).trim();
  return bodyInCapitals.test(body) ? body : undefined;
}

type Introduced = Stated & { readonly sure: boolean };

/** Who introduces himself in the preamble: the first that leads in what follows, and of these the first that the head names too. */
function introduction(text: string, outline: Outline, inHead: Stated | null): Introduced | null {
  const found: Introduced[] = [];
  for (const block of preambleOf(text, outline)) {
    const words = wordsOf(text, block.span).slice(0, REACH);
    const capitals = words.length < 200 ? decidingBody(words) : undefined;
    if (capitals !== undefined && authority.test(capitals) && !/\sVỀ\s/u.test(capitals)) {
      const span = { start: block.span.start, end: block.span.start + capitals.length };
      return { value: bodyInRunningText(bodiesOf([capitals])[0]!), span, sure: true };
    }
    found.push(...introducedIn(words, block.span.start));
    if (found.some(({ sure }) => sure)) break;
  }
  const sure = found.filter((introduced) => introduced.sure);
  return sure.find(({ value }) => inHead !== null && related(value, inHead.value)) ?? sure[0] ?? found[0] ?? null;
}

/** The blocks before the first numbered part, as far as a preamble goes: grounds take any number of them. */
function preambleOf(text: string, outline: Outline): Block[] {
  const blocks: Block[] = [];
  let grounds = true;
  let idle = 0;
  for (const block of outline.blocks) {
    const words = wordsOf(text, { ...block.span, end: Math.min(block.span.end, block.span.start + 40) });
    const from = block.span.start - outline.body.start;
    if (block.marker !== null && !/^[-–—+*•]/u.test(block.marker) && blocks.length > 0) break;
    if (from > GROUNDS_REACH || (from > REACH && !grounds) || idle > 12) break;
    // The bullets of an address and of grounds belong to them.
    grounds = ground.test(words) || (grounds && block.marker !== null);
    if (!grounds) idle += 1;
    blocks.push(block);
  }
  // After a long account the body speaks in the sentence that leads in the first list.
  const first = outline.blocks.findIndex(({ marker }, index) => marker !== null && index >= blocks.length);
  const lead = outline.blocks[first - 1];
  if (first > blocks.length && lead?.marker === null && text[lead.span.end - 1] === ':') blocks.push(lead);
  return blocks;
}

function introducedIn(words: string, offset: number): Introduced[] {
  return matchesOf(introduces, words).map((match) => {
    const start = offset + match.index + match[0].indexOf(match.groups!.body!);
    const value = bare(match.groups!.body!);
    const after = words.slice(match.index + match[0].length);
    const stop = after.search(/[.!?]\s\p{Lu}/u);
    const rest = stop === -1 ? after : after.slice(0, stop);
    // The sentence that ends in "như sau:" is the one that introduces.
    return { value, span: { start, end: start + value.length }, sure: concludes.test(rest) || rest.length === 0 };
  });
}

/** The body without the term behind its name: "Ban Thường vụ Tỉnh ủy (khóa XV)". */
function bare(body: string): string {
  return body.replace(/\s?\(?(?:khóa|khoá|nhiệm kỳ)\s[\dIVX][^)]{0,20}\)?$/u, '').trim();
}

const ofBody =
  /^(?:CỦA|Của|của)\s(?<body>[\p{Lu}\s,–-]{6,90}?)(?=\n|$|\s\p{Ll}|\s(?:VỀ|Về|TẠI|SỐ|NGÀY|HƯỚNG DẪN|KHÓA|KHOÁ|LẦN|TẠM THỜI)(?![\p{L}]))/u;
const plenary =
  /^HỘI NGHỊ L[ẦÂA]N THỨ [\p{Lu}\d-]{1,12}(?:\s[\p{Lu}]{2,5})?\s(?<body>BAN CHẤP HÀNH[\p{Lu}\s]{4,60}?)(?=\n|$|\s\p{Ll}|\s?\(|\s(?:VỀ|KHÓA|KHOÁ)(?![\p{L}]))/u;
/** "Kết luận của Liên đoàn Lao động tỉnh về …" under "THÔNG BÁO". */
const concluded = new RegExp(
  `^(?:Kết luận|Ý kiến|kết luận|ý kiến)(?: chỉ đạo)? của (?<body>(?<said>${bodyStart})(?:(?!\\s${verbs}\\s)[^;,.:\\n]){0,90}?)(?=\\s(?:về|tại|trong)(?!\\p{L}))`,
  'u',
);
/** "CỦA ĐỒNG CHÍ TỔNG BÍ THƯ": a person's words, issued by the office of the head. */
const person = /^(?:ĐỒNG CHÍ|ÔNG|BÀ)(?![\p{L}])/u;

/** "NGHỊ QUYẾT / CỦA BAN CHẤP HÀNH ĐẢNG BỘ TỈNH": the line under the type names the body. */
function fromTitle(text: string, outline: Outline): Stated | null {
  if (outline.head.title === null) return null;
  const words = wordsOf(text, outline.head.title);
  const match = ofBody.exec(words) ?? plenary.exec(words) ?? concluded.exec(words);
  const body = match?.groups?.body?.trim();
  if (match === null || body === undefined || person.test(body) || !(authority.test(body) || match.groups?.said !== undefined)) return null;
  const start = outline.head.title.start + match[0].indexOf(body);
  return { value: bodyInRunningText(body), span: { start, end: start + body.length } };
}

/** "T/M BAN THƯỜNG VỤ" under "TỈNH ỦY TIỀN GIANG" is the standing committee of that body; "TM. ỦY BAN NHÂN DÂN" is the head's body itself. */
function fromSignature(text: string, outline: Outline): Stated | null {
  const line = outline.close.signatureLines.find((span) => /^T\/?\s?\.?M/u.test(wordsOf(text, span)));
  if (line === undefined) return null;
  const signed = wordsOf(text, line)
    .replace(/^T\/?\s?\.?M\s?\.?\s*/u, '')
    .replace(/\s+/gu, ' ')
    .trim();
  const party = headBodies(text, outline).findLast((words) => /^(?:TỈNH|THÀNH|HUYỆN|THỊ|QUẬN|ĐẢNG) ỦY/u.test(words));
  if (/^(?:BAN THƯỜNG VỤ|BAN CHẤP HÀNH|THƯỜNG TRỰC)$/u.test(signed)) {
    if (party === undefined) return null;
    // By the name that the text itself uses, where it does: "Ban Thường vụ Thị ủy" without its place.
    const [body, committee] = [bodyInRunningText(signed), bodyInRunningText(party)];
    const short = `${body} ${committee.split(' ').slice(0, 2).join(' ')}`;
    return { value: text.includes(short) ? short : `${body} ${committee}`, span: line };
  }
  if (
    /^(?:BỘ CHÍNH TRỊ|BAN BÍ THƯ|BAN CHẤP HÀNH TRUNG ƯƠNG|CHÍNH PHỦ|QUỐC HỘI|ỦY BAN THƯỜNG VỤ QUỐC HỘI|UỶ BAN THƯỜNG VỤ QUỐC HỘI)$/u.test(
      signed,
    )
  )
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
    const ofDocument = /(?<!\d)\d+[-/–]\s?[\p{Lu}\d/-][\p{L}\d/-]*,?\s*$/u.test(before);
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
