import { describe, expect, it } from 'vitest';
import { CueTable } from '#ingest/extract/cues.ts';
import { dateForms, findDates } from '#ingest/extract/dates.ts';
import { beforeEvent } from '#ingest/extract/deadlines/event.ts';
import { findAll, type Recognizer } from '#ingest/extract/recognizer.ts';
import { rhythmForms } from '#ingest/extract/rhythms.ts';
import { wordsIn } from '#ingest/extract/words.ts';
import { type CalendarPeriod, type CalendarStretch, firstDay, lastDay } from '#ingest/model/calendar.ts';
import { foldTone } from '#ingest/vocabulary/phrases.ts';

const forms: readonly Recognizer<unknown>[] = [...dateForms, ...rhythmForms, beforeEvent];

describe.each(forms)('the form $name', (form) => {
  it.each(form.examples)('is found whole in “%s”', (example) => {
    expect(findAll(form, example).map(({ span }) => example.slice(span.start, span.end))).toEqual([example]);
  });

  it.each(form.examples)('is looked for where “%s” stands, by its cues', (example) => {
    const cues = new CueTable([form]);
    expect(cues.allowed([form], cues.of(wordsIn(example, 0, example.length)))).toEqual([form]);
  });

  it.each(form.examples)('is tried where “%s” begins, by the words that it may begin with', (example) => {
    const [first, next] = wordsIn(example, 0, example.length);
    const keys = /^\d/u.test(first!.folded) ? ['0', /^\d{1,2} ?[-–./]/u.test(example) ? '0/' : '', `0 ${next?.folded}`] : [first!.folded];
    expect((form.opens ?? []).map(foldTone).filter((word) => keys.includes(word))).not.toEqual([]);
  });

  if (form.not.length > 0) {
    it.each(form.not)('is not found in “%s”', (words) => {
      expect(findAll(form, words)).toEqual([]);
    });
  }
});

const named: readonly [words: string, periods: CalendarStretch[]][] = [
  ['Kết luận số 01-KL/TW, ngày 18/5/2021', [{ unit: 'day', day: 18, month: 5, year: 2021 }]],
  ['ngày 26 tháng 5 năm 2023', [{ unit: 'day', day: 26, month: 5, year: 2023 }]],
  ['trước ngày 15/12', [{ unit: 'day', day: 15, month: 12, year: null }]],
  [
    'trong quý IV năm 2021 và tháng 02/2022',
    [
      { unit: 'quarter', number: 4, year: 2021 },
      { unit: 'month', number: 2, year: 2022 },
    ],
  ],
  ['6 tháng đầu năm 2023', [{ unit: 'half', number: 1, year: 2023 }]],
  ['giai đoạn 2021 - 2025', [{ unit: 'year', year: 2025, since: { unit: 'year', year: 2021 } }]],
  ['ngày 15-16/3/2023', [{ unit: 'day', day: 16, month: 3, year: 2023, since: { unit: 'day', day: 15, month: 3, year: null } }]],
  ['tháng 9 - 12/2021', [{ unit: 'month', number: 12, year: 2021, since: { unit: 'month', number: 9, year: null } }]],
  ['quý II, III năm 2024', [{ unit: 'quarter', number: 3, year: 2024, since: { unit: 'quarter', number: 2, year: null } }]],
  ['năm học 2022 và 2/3 số đảng viên theo Nghị định 91/2017/NĐ-CP', []],
  ['ngày 30/2/2023', []],
];

describe('dates in a sentence', () => {
  it.each(named)('reads “%s”', (words, periods) => {
    expect(findDates(words).map(({ value }) => value)).toEqual(periods);
  });
});

const last: readonly [period: CalendarPeriod, year: number | null, end: string | null][] = [
  [{ unit: 'day', day: 7, month: 4, year: 2023 }, null, '2023-04-07'],
  [{ unit: 'day', day: 29, month: 2, year: null }, 2023, null],
  [{ unit: 'day', day: 29, month: 2, year: null }, 2024, '2024-02-29'],
  [{ unit: 'month', number: 2, year: 2024 }, null, '2024-02-29'],
  [{ unit: 'quarter', number: 1, year: null }, 2022, '2022-03-31'],
  [{ unit: 'half', number: 1, year: 2022 }, null, '2022-06-30'],
  [{ unit: 'half', number: 2, year: 2022 }, null, '2022-12-31'],
  [{ unit: 'year', year: 2025 }, 2021, '2025-12-31'],
  [{ unit: 'month', number: 3, year: null }, null, null],
];

describe('the last day of a period', () => {
  it.each(last)('of %j in %s is %s', (period, year, end) => {
    expect(lastDay(period, year)).toBe(end);
  });
});

const first: readonly [period: CalendarPeriod, year: number | null, start: string | null][] = [
  [{ unit: 'day', day: 7, month: 4, year: 2023 }, null, '2023-04-07'],
  [{ unit: 'month', number: 2, year: 2024 }, null, '2024-02-01'],
  [{ unit: 'quarter', number: 4, year: null }, 2022, '2022-10-01'],
  [{ unit: 'half', number: 2, year: 2022 }, null, '2022-07-01'],
  [{ unit: 'year', year: 2025 }, null, '2025-01-01'],
  [{ unit: 'quarter', number: 1, year: null }, null, null],
];

describe('the first day of a period', () => {
  it.each(first)('of %j in %s is %s', (period, year, start) => {
    expect(firstDay(period, year)).toBe(start);
  });
});
