import type { Recognizer } from '../recognizer.ts';

/** A duty bound to an event: `trước khi trình Hội đồng nhân dân`, `xong trước Đại hội`. It has neither a last day nor a rhythm. */
export const beforeEvent: Recognizer<true> = {
  name: 'before-event',
  cues: ['trước'],
  pattern:
    /(?<![\p{L}\p{N}])(?:trước khi(?: [\p{L}\p{N}]{1,12}){1,8}|(?:hoàn thành |xong )?trước (?:Đại hội|Hội nghị|kỳ họp|khai giảng|Tết|thềm|mùa)(?: [\p{L}\p{N}]{1,12}){0,6})/giu,
  examples: ['trước khi trình Hội đồng nhân dân tỉnh', 'trước kỳ họp thường lệ', 'hoàn thành trước Đại hội Đảng bộ'],
  not: ['trước ngày 15/12', 'hoàn thành trước quý II'],
  read: () => true,
};
