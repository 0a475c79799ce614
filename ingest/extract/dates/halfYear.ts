import type { CalendarPeriod } from '#ingest/model/calendar.ts';
import type { Recognizer } from '../recognizer.ts';

/** A half of the year: `6 tháng đầu năm 2023`, `6 tháng cuối năm`. */
export const halfYear: Recognizer<CalendarPeriod> = {
  name: 'half-year',
  cues: ['tháng', 'năm'],
  opens: ['0 tháng', 'sáu'],
  pattern: /(?<![\p{L}\p{N}])(?:0?6|sáu)\s+tháng\s+(?<half>đầu|cuối)\s+năm(?:\s+(?<year>\d{4}))?(?![\p{L}\p{N}])/giu,
  examples: ['6 tháng đầu năm 2023', '06 tháng cuối năm', 'sáu tháng đầu năm'],
  not: ['3 tháng đầu năm', '6 tháng, năm', 'định kỳ 6 tháng'],
  read: ({ groups }) => ({
    unit: 'half',
    number: groups!['half']!.toLowerCase() === 'đầu' ? 1 : 2,
    year: groups!['year'] === undefined ? null : Number(groups!['year']),
  }),
};
