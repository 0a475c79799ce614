import type { CalendarPeriod } from '#ingest/model/calendar.ts';
import type { Recognizer } from '../recognizer.ts';

/** Months side by side, read as the last: `tháng 9 - 12/2021`, `tháng 3 đến tháng 5 năm 2023`. */
export const months: Recognizer<CalendarPeriod> = {
  name: 'months',
  pattern:
    /(?=t)(?<![\p{L}\p{N}])tháng\s+\d{1,2}\s?(?:[-–,]|đến|và)\s?(?:tháng\s+)?(?<month>\d{1,2})(?:\s?[/-]\s?(?<short>\d{4})|,?\s+năm\s+(?<year>\d{4}))(?![\p{L}\p{N}%]|[/.]\p{N})/giu,
  examples: ['tháng 9 - 12/2021', 'tháng 3 đến tháng 5 năm 2023', 'tháng 6, 7/2023', 'tháng 3 và tháng 4/2023'],
  not: ['tháng 9 - 12', 'tháng 3/2023', 'tháng 3, 15 ngày'],
  read: readMonth,
};

/** A month: `tháng 12/2021`, `tháng 12 năm 2021`, `tháng 3`. */
export const month: Recognizer<CalendarPeriod> = {
  name: 'month',
  pattern:
    /(?<![\p{L}\p{N}])(?<!\d\s)tháng\s+(?<month>\d{1,2})(?:\s?[/-]\s?(?<short>\d{4})|,?\s+năm\s+(?<year>\d{4}))?(?![\p{L}\p{N}%]|[/.]\p{N})/giu,
  examples: ['tháng 12/2021', 'Tháng 3 năm 2022', 'tháng 02', 'tháng 9-2025'],
  not: ['ngày 26 tháng 5 năm 2023', 'tháng 13', '6 tháng đầu năm', 'tháng 2/10'],
  read: readMonth,
};

function readMonth({ groups }: RegExpExecArray): CalendarPeriod | null {
  const number = Number(groups!['month']);
  const year = groups!['short'] ?? groups!['year'];
  return number >= 1 && number <= 12 ? { unit: 'month', number, year: year === undefined ? null : Number(year) } : null;
}
