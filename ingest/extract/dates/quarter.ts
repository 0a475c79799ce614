import type { CalendarPeriod, CalendarStretch } from '#ingest/model/calendar.ts';
import type { Recognizer } from '../recognizer.ts';

const figures: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4, '1': 1, '2': 2, '3': 3, '4': 4 };

/** Quarters side by side, from the first to the last: `quý II, III năm 2024`, `quý I và II`. */
export const quarters: Recognizer<CalendarStretch> = {
  name: 'quarters',
  cues: ['quý|quí'],
  opens: ['quý', 'quí'],
  pattern:
    /(?<![\p{L}\p{N}])qu[ýí]\s+(?<from>I{1,3}|IV)(?:\s?(?:,|-|–|và)\s?(?:I{1,3}|IV)(?![\p{L}\p{N}])){0,2}\s?(?:,|-|–|và)\s?(?<quarter>I{1,3}|IV)(?:\s?[/-]\s?(?<short>\d{4})|,?\s+năm\s+(?<year>\d{4}))?(?![\p{L}\p{N}])/giu,
  examples: ['quý II, III năm 2024', 'quý I và II', 'Quý I-II/2023', 'quý I, II, III'],
  not: ['quý I năm 2023', 'quý I và quý II'],
  read: (match) => {
    const last = readQuarter(match);
    const since = figures[match.groups!['from']!.toLowerCase()];
    return last === null || since === undefined ? last : { ...last, since: { unit: 'quarter', number: since, year: null } };
  },
};

/** A quarter of the year: `quý IV năm 2021`, `Quý I/2023`, `quý 2`. */
export const quarter: Recognizer<CalendarPeriod> = {
  name: 'quarter',
  cues: ['quý|quí'],
  opens: ['quý', 'quí'],
  pattern:
    /(?<![\p{L}\p{N}])qu[ýí]\s+(?<quarter>I{1,3}|IV|[1-4])(?:\s?[/-]\s?(?<short>\d{4})|,?\s+năm\s+(?<year>\d{4}))?(?![\p{L}\p{N}])/giu,
  examples: ['quý IV năm 2021', 'Quý I/2023', 'quý 2', 'quý III-2024', 'Quý II'],
  not: ['quý V', 'hằng quý', 'quý báu', 'quý 5'],
  read: readQuarter,
};

function readQuarter({ groups }: RegExpExecArray): CalendarPeriod | null {
  const number = figures[groups!['quarter']!.toLowerCase()];
  const year = groups!['short'] ?? groups!['year'];
  return number === undefined ? null : { unit: 'quarter', number, year: year === undefined ? null : Number(year) };
}
