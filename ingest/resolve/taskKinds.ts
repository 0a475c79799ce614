import type { DutyForm } from '#ingest/model/duty.ts';

/** A share or number to choose: `Chọn 01 tập thể hoặc 01 cá nhân` is a quota, not a task. */
const quota =
  /^(?:[^:]{1,120}:\s*)?(?:được\s+)?(?:chọn|xét chọn|bình chọn|đề nghị|giới thiệu|cử|tối đa|không quá|ít nhất|mỗi đơn vị)\s+(?:không quá\s+|tối đa\s+|ít nhất\s+|từ\s+)?\d/iu;

/** What stands whether or not somebody acts: dates of effect, definitions, notes. */
const standing =
  /(?<![\p{L}\p{N}])có hiệu lực(?: thi hành)?(?![\p{L}\p{N}])|^(?:Đây|Đó) (?:là|cũng là)|^Năm \d{4} là|^(?:Kết luận|Quyết định|Chỉ thị|Nghị quyết|Kế hoạch|Quy định|Hướng dẫn|Thông báo|Công văn) này (?:được phổ biến|thay thế|phổ biến|gồm|có|được)/u;

/** Targets: what is to be reached by a year, in numbers. */
const target = /\d\s?%|^(?:Phấn đấu|Đến (?:hết )?năm \d{4},? (?:có|đạt|phấn đấu|tỷ lệ)|Tỷ lệ)/u;

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

export function isStanding(words: string): boolean {
  return standing.test(words);
}

/** True for a sentence without a body that only counts what is to be reached. */
export function isTarget(words: string): boolean {
  return target.test(words);
}

/** True for words that open in capitals throughout: what is left of a head or a signature in a text that lost its lines. */
export function isOfLayout(words: string): boolean {
  return /^(?:\p{Lu}{2,}[\s,.-]+){4}/u.test(words);
}
