import type { CalendarPeriod, CalendarStretch } from '#ingest/model/calendar.ts';
import type { Recognizer } from '../recognizer.ts';

/**
 * A year: `năm 2025`, `cuối năm 2023`. A school year (`năm học`) and a span of years are no one year, nor is the end of a day
 * that is on no calendar (`30 tháng 02 năm 2024`).
 */
export const year: Recognizer<CalendarPeriod> = {
  name: 'year',
  cues: ['0', 'năm'],
  opens: ['năm'],
  pattern: /(?=n)(?<![\p{L}\p{N}])(?<!\d\stháng\s\d{1,2},?\s)năm\s+(?<year>(?:19|20|21)\d{2})(?![\p{L}\p{N}]|\s?[-–]\s?\d{4}|[/.]\p{N})/giu,
  examples: ['năm 2025', 'Năm 2023'],
  not: ['năm học 2023', 'năm 2021 - 2025', 'năm 2021-2025', '05 năm', 'năm 20211', 'ngày 30 tháng 02 năm 2024'],
  read: ({ groups }) => ({ unit: 'year', year: Number(groups!['year']) }),
};

/** Two bare years behind a label: `Thời gian: 2022 - 2023`. */
export const labelledYears: Recognizer<CalendarStretch> = {
  name: 'labelled-years',
  cues: ['0', ':'],
  opens: ['0'],
  pattern: /(?=\d)(?<=:\s?)(?<from>(?:19|20|21)\d{2})\s?[-–]\s?(?<year>(?:19|20|21)\d{2})(?![\p{L}\p{N}/-])/gu,
  examples: [],
  not: ['2022 - 2023', 'số: 2022-2023/KH'],
  read: readYears,
};

/** A span of years, from its first to its last: `giai đoạn 2021 - 2025`, `từ năm 2021 đến năm 2025`. */
export const yearSpan: Recognizer<CalendarStretch> = {
  name: 'year-span',
  cues: ['0', 'năm|đoạn'],
  opens: ['giai', 'các', 'từ', 'năm'],
  pattern:
    /(?=[gctn])(?<![\p{L}\p{N}])(?:(?:giai đoạn|các năm|từ năm|năm)\s+(?<from>(?:19|20|21)\d{2})\s?(?:[-–]|đến)\s?(?:năm\s+)?)(?<year>(?:19|20|21)\d{2})(?![\p{L}\p{N}])/giu,
  examples: ['giai đoạn 2021 - 2025', 'từ năm 2021 đến năm 2025', 'Giai đoạn 2023-2025', 'từ năm 2023 - 2025'],
  not: ['năm 2025', 'giai đoạn I'],
  read: readYears,
};

function readYears({ groups }: RegExpExecArray): CalendarStretch {
  return { unit: 'year', year: Number(groups!['year']), since: { unit: 'year', year: Number(groups!['from']) } };
}
