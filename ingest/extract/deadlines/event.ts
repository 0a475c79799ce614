import type { Recognizer } from '../recognizer.ts';

/** A duty bound to an event: `trước khi trình Hội đồng nhân dân`, `xong trước Đại hội`. It has neither a last day nor a rhythm. */
export const beforeEvent: Recognizer<true> = {
  name: 'before-event',
  cues: ['trước'],
  opens: ['trước', 'hoàn', 'xong'],
  pattern:
    /(?<![\p{L}\p{N}])(?:trước khi(?: [\p{L}\p{N}]{1,12}){1,8}|(?:hoàn thành |xong )?trước (?:Đại hội|Hội nghị|kỳ họp|khai giảng|Tết|thềm|mùa)(?: [\p{L}\p{N}]{1,12}){0,6})/giu,
  examples: ['trước khi trình Hội đồng nhân dân tỉnh', 'trước kỳ họp thường lệ', 'hoàn thành trước Đại hội Đảng bộ'],
  not: ['trước ngày 15/12', 'hoàn thành trước quý II', 'khám sức khỏe trước khi kết hôn đạt 90%'],
  // A share of those who do something before: a figure, no time.
  read: (match) => (/ đạt(?: |$)/u.test(match[0]) ? null : true),
};

const words = (least: number, most: number) => String.raw`(?: [\p{L}\p{N}]{1,12}(?:-[\p{L}\p{N}]{1,12})?| [-–]){${least},${most}}`;
/** Where the duty ends with the event; elsewhere such words date what is spoken of. */
const last = String.raw`(?=[.;\/\n]|$)`;

/** A duty that waits for an act or a paper of others: `niêm yết sau khi được Ủy ban nhân dân tỉnh phê duyệt`, `khi có văn bản đề nghị của …`. */
export const afterEvent: Recognizer<true> = {
  name: 'after-event',
  cues: ['khi'],
  opens: ['ngay', 'sau', 'khi'],
  pattern: new RegExp(
    `(?<=[\\p{L}\\p{N})] )(?:(?:ngay )?sau khi${words(1, 16)}? (?:phê duyệt|thông qua|ban hành|có hiệu lực)${words(0, 6)}|khi có văn bản${words(0, 16)})${last}|(?<=[\\p{L}\\p{N})] )(?<!sau |ngay )khi kết thúc (?:Chương trình|Đề án|Dự án|Kế hoạch|Cuộc vận động)`,
    'gu',
  ),
  examples: [],
  not: ['sau khi kiểm tra', 'khi có yêu cầu', 'Sau khi được phê duyệt, các đơn vị triển khai'],
  read: () => true,
};
