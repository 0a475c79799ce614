import type { DutyForm } from '#ingest/model/duty.ts';

/** A share or number to choose: `Chọn 01 tập thể hoặc 01 cá nhân` is a quota, not a task. */
const quota =
  /^(?:[^:]{1,120}:\s*)?(?:được\s+)?(?:chọn|xét chọn|bình chọn|đề nghị|giới thiệu|cử|tối đa|không quá|ít nhất|mỗi đơn vị)\s+(?:không quá\s+|tối đa\s+|ít nhất\s+|từ\s+)?\d/iu;

/** A date of effect; beside a body that acts it only dates the occasion (`ngay sau khi luật có hiệu lực`). */
const effect = /(?<![\p{L}\p{N}])có hiệu lực(?: thi hành)?(?![\p{L}\p{N}])/u;

/** What stands whether or not somebody acts: definitions, notes. */
const standing =
  /^(?:Đây|Đó|Trên đây) (?:là|cũng là)|^Năm \d{4} là|^(?:Kết luận|Quyết định|Chỉ thị|Nghị quyết|Kế hoạch|Quy định|Hướng dẫn|Thông báo|Công văn) này (?:được phổ biến|quy định|thay thế|phổ biến|gồm|có|được)/u;

/** Targets: what is to be reached by a year, in numbers. */
const target = /\d\s?%|^(?:Phấn đấu|Đến (?:hết )?năm \d{4},? (?:có|đạt|phấn đấu|tỷ lệ)|Tỷ lệ)/u;

/** The article that charges named bodies with carrying the document out; it stands in rules too. */
const enforcement =
  /(?:có|chịu) trách nhiệm (?:[\p{L},]{1,12} ){0,7}(?:thi hành|thực hiện) (?:Quyết định|Nghị định|Nghị quyết|Thông tư|Chỉ thị|Kế hoạch|Quy định|Quy chế|Hướng dẫn|Kết luận|Chương trình|Đề án|Điều lệ)(?: [\p{L}]{1,7}){0,2} này(?!\p{L})|chịu trách nhiệm thi hành[\s.]*$/u;

export function isEnforcement(words: string): boolean {
  return enforcement.test(words);
}

/** A document named by its number as a line of its own, in a note or a list. */
const listed =
  /^\[?(?:Chỉ thị|Kế hoạch|Chương trình|Quyết định|Nghị quyết|Công văn|Thông tư|Nghị định|Kết luận|Hướng dẫn|Thông báo) số \d/u;

/** True for a line, not an item, that is a document's name or what is left of a sentence; for sentences that do not act. */
export function isFragment(words: string): boolean {
  return listed.test(words) || /^\p{Ll}/u.test(words);
}

/** Under a body's heading `Lãnh đạo Ủy ban nhân dân …` is that body's duty to lead, not the leaders of another. */
export function beginsWithLead(words: string): boolean {
  return /^Lãnh đạo(?!,? (?:các|cơ quan|đơn vị)(?!\p{L}))/u.test(words);
}

export function isQuota(words: string, form: DutyForm): boolean {
  return form === 'addressed' && quota.test(words.replace(/^Đối với [^:,]{1,120}[:,]\s*/u, ''));
}

/** True for what is to be had by a year, whoever is named in it: `Đến năm 2025 có 90% xã …`. */
export function isHorizon(words: string): boolean {
  return /^(?:Phấn đấu )?đến (?:hết )?năm \d{4},? (?:có|đạt|tỷ lệ|\d|trên|ít nhất|100)/iu.test(words);
}

/** Wording of an amended text, which lays its duties only by that text. */
const amending =
  /(?:bổ sung|thay|thay thế|bỏ|sửa)(?: các)? cụm từ(?!\p{L})|được (?:sửa đổi|bổ sung|viết lại|sửa đổi, bổ sung)(?: lại)? như sau/iu;

/** What both have, where most words have neither: the cheap question. */
const mayAmend = /ụm từ|ư sau/iu;

/** `Kinh phí: thực hiện theo quy định …`: what is done as laid down elsewhere. */
const elsewhere =
  /^[^.;]{0,160}(?::|(?<!\p{L})được)?\s*(?<!\p{L})thực hiện (?:tương tự|theo (?:quy định|các quy định|điểm|khoản|mục|điều|nội dung|hướng dẫn)(?!\p{L}))/iu;

/** A ground of what is laid down, told as one line of several: it ends in a semicolon. */
const ground =
  /^(?:Căn cứ|Xét|Theo đề nghị|Thực hiện)(?!\p{L})(?!.{0,200}, (?:chủ trì|chủ động|phối hợp|tham mưu|tổ chức|chỉ đạo|hướng dẫn|xây dựng|rà soát|triển khai|bố trí) )/u;

/** True for what lays no duty; `charged` where a named body acts in it. */
export function isStanding(words: string, charged: boolean): boolean {
  return (
    (!charged && words.includes('có hiệu lực') && effect.test(words)) ||
    standing.test(words) ||
    (mayAmend.test(words) && amending.test(words)) ||
    (ground.test(words) && /[;,]$/u.test(words))
  );
}

/** True for a thing, not a body, that is to be done as laid down elsewhere; for sentences that name no body. */
export function isElsewhere(words: string): boolean {
  return /ực hiện/iu.test(words) && !/^(?:Thực hiện|Tiếp tục|Tổ chức|Nghiêm túc)/u.test(words) && elsewhere.test(words);
}

/** True for a sentence without a body that only counts what is to be reached. */
export function isTarget(words: string): boolean {
  return target.test(words);
}

/** True for words that open in capitals throughout, or a row of a table that is none of duties: what is left of a head or a signature. */
export function isOfLayout(words: string): boolean {
  return /^\||^(?:\p{Lu}{2,}[\s,.-]+){4}/u.test(words);
}
