import { type CalendarPeriod, type CalendarStretch, isDay } from '#ingest/model/calendar.ts';
import type { Recognizer } from '../recognizer.ts';

/** A day in figures with its year: `18/5/2021`, `ngày 06-9-2021`. Document numbers (`91/2017/NĐ-CP`) do not fit: a letter follows. */
export const dayInFigures: Recognizer<CalendarPeriod> = {
  name: 'day-in-figures',
  cues: ['0', '/|.|-'],
  opens: ['0/', 'ngày'],
  pattern:
    /(?=[\dn])(?<![\p{L}\p{N}/.-])(?:ngày\s+)?(?<day>\d{1,2})\s?(?<mark>[/.-])\s?(?<month>\d{1,2})\s?\k<mark>\s?(?<year>\d{4})(?![\p{N}]|[/-][\p{L}\p{N}])/giu,
  examples: ['18/5/2021', 'ngày 23/05/2019', '01.3.2023', 'ngày 06-9-2021'],
  not: ['31/6/2023', '91/2017/NĐ-CP', '18/5/20215', '1.000.2021', '40/12/2021'],
  read: ({ groups }) => day(groups!['day']!, groups!['month']!, groups!['year']!),
};

/** Days side by side, from the first to the last: `ngày 15-16/3/2023`, `01/3 - 30/4/2023`. */
export const days: Recognizer<CalendarStretch> = {
  name: 'days',
  cues: ['0', '/'],
  opens: ['0/', 'ngày'],
  pattern:
    /(?=[\dn])(?<![\p{L}\p{N}/.-])(?:ngày\s+)?(?<from>\d{1,2})(?:\/(?<fromMonth>\d{1,2})(?:\/(?<fromYear>\d{4}))?)?\s?[-–]\s?(?<day>\d{1,2})\s?\/\s?(?<month>\d{1,2})(?:\s?\/\s?(?<year>\d{4}))?(?![\p{L}\p{N}%]|\s?[/-]\s?[\p{L}\p{N}])/giu,
  examples: ['ngày 15-16/3/2023', '01/3 - 30/4/2023', 'ngày 15 - 20/3'],
  not: ['12-20/KH', '20-45/3/2023'],
  read: ({ groups }) => {
    const last = day(groups!['day']!, groups!['month']!, groups!['year']);
    const since = day(groups!['from']!, groups!['fromMonth'] ?? groups!['month']!, groups!['fromYear']);
    return last === null || since === null ? last : { ...last, since };
  },
};

/** A day in words: `ngày 26 tháng 5 năm 2023`, `26 tháng 5`; the year may be missing. */
export const dayInWords: Recognizer<CalendarPeriod> = {
  name: 'day-in-words',
  cues: ['0', 'tháng'],
  opens: ['0 tháng', 'ngày'],
  pattern:
    /(?=[\dn])(?<![\p{L}\p{N}])(?:ngày\s+)?(?<day>\d{1,2})\s+tháng\s+(?<month>\d{1,2})(?:,?\s+năm\s+(?<year>\d{4}))?(?![\p{L}\p{N}])/giu,
  examples: ['ngày 26 tháng 5 năm 2023', '05 tháng 12', 'ngày 15 tháng 12'],
  not: ['6 tháng đầu năm', '6 tháng 15 ngày một lần', 'ngày 31 tháng 6 năm 2023'],
  read: (match) =>
    /^\s+ngày/u.test(match.input.slice(match.index + match[0].length, match.index + match[0].length + 6))
      ? null
      : day(match.groups!['day']!, match.groups!['month']!, match.groups!['year']),
};

/** A day without its year. A bare `2/3` may be a fraction: a word that dates must stand before it. */
export const dayWithoutYear: Recognizer<CalendarPeriod> = {
  name: 'day-without-year',
  cues: ['0', '/'],
  opens: ['0/', 'ngày'],
  pattern:
    /(?=[\dn])(?<![\p{L}\p{N}])(?:ngày\s+|(?<=(?<![\p{L}\p{N}])(?:trước|đến|vào|hết|nhất|nhất là|từ|dịp|\d{1,2}\/\d{1,2}(?:,| và))\s+))(?<day>\d{1,2})\s?\/\s?(?<month>\d{1,2})(?![\p{L}\p{N}%]|\s?[/-]\s?[\p{L}\p{N}]|\s+(?:số|tổng|trong|của)(?!\p{L}))/giu,
  examples: ['ngày 15/12', 'ngày 5/6'],
  not: ['2/3 số đảng viên', 'số 20/12', 'ngày 15/12/2021', 'ngày 31/6'],
  read: ({ groups }) => day(groups!['day']!, groups!['month']!, undefined),
};

function day(dayWords: string, monthWords: string, yearWords: string | undefined): CalendarPeriod | null {
  const [inMonth, month] = [Number(dayWords), Number(monthWords)];
  const year = yearWords === undefined ? null : Number(yearWords);
  if (year !== null && (year < 1900 || year > 2200)) return null;
  return isDay(inMonth, month, year) ? { unit: 'day', day: inMonth, month, year } : null;
}
