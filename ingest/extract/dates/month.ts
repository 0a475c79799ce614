import type { CalendarPeriod, CalendarStretch } from '#ingest/model/calendar.ts';
import type { Recognizer } from '../recognizer.ts';

/** Months side by side, from the first to the last: `tháng 9 - 12/2021`, `tháng 3 đến tháng 5 năm 2023`. */
export const months: Recognizer<CalendarStretch> = {
  name: 'months',
  cues: ['0', 'tháng'],
  opens: ['tháng'],
  pattern:
    /(?=t)(?<![\p{L}\p{N}])tháng\s+(?<from>\d{1,2})\s?(?:[-–,]|đến|và)\s?(?:tháng\s+)?(?<month>\d{1,2})(?:\s?[/-]\s?(?<short>\d{4})|,?\s+năm\s+(?<year>\d{4}))(?![\p{L}\p{N}%]|[/.]\p{N})/giu,
  examples: ['tháng 9 - 12/2021', 'tháng 3 đến tháng 5 năm 2023', 'tháng 6, 7/2023', 'tháng 3 và tháng 4/2023'],
  not: ['tháng 9 - 12', 'tháng 3/2023', 'tháng 3, 15 ngày'],
  read: (match) => {
    const last = readMonth(match);
    const from = Number(match.groups!['from']);
    return last === null || from < 1 || from > 12 ? last : { ...last, since: { unit: 'month', number: from, year: null } };
  },
};

/** A month: `tháng 12/2021`, `tháng 12 năm 2021`, `tháng 3`. */
export const month: Recognizer<CalendarPeriod> = {
  name: 'month',
  cues: ['0', 'tháng'],
  opens: ['tháng'],
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

/** The first months of a year, from January to the last of them: `9 tháng đầu năm 2026`, `3 tháng năm 2025`. Six months are a half-year. */
export const firstMonths: Recognizer<CalendarStretch> = {
  name: 'first-months',
  cues: ['tháng', 'năm'],
  opens: ['0 tháng', 'ba', 'chín'],
  pattern:
    /(?=[0139bc])(?<![\p{L}\p{N}])(?<count>0?[39]|ba|chín)\s+tháng\s+(?:đầu\s+năm(?:\s+(?<year>\d{4}))?|năm\s+(?<after>\d{4}))(?![\p{L}\p{N}])/giu,
  examples: ['9 tháng đầu năm 2026', '3 tháng năm 2025', 'chín tháng đầu năm'],
  not: ['6 tháng đầu năm', '9 tháng, năm 2025', '9 tháng cuối năm'],
  read: ({ groups }) => {
    const year = groups!['year'] ?? groups!['after'];
    const number = /[3b]/iu.test(groups!['count']!) ? 3 : 9;
    const since = { unit: 'month', number: 1, year: null } as const;
    return { unit: 'month', number, year: year === undefined ? null : Number(year), since };
  },
};
