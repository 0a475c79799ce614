import type { CalendarStretch } from '#ingest/model/calendar.ts';
import { dayInFigures, dayInWords, days, dayWithoutYear } from './dates/day.ts';
import { halfYear } from './dates/halfYear.ts';
import { firstMonths, month, months } from './dates/month.ts';
import { quarter, quarters } from './dates/quarter.ts';
import { labelledYears, year, yearSpan } from './dates/year.ts';
import { type Found, findAll, type Recognizer } from './recognizer.ts';

/** All forms in which words name a stretch of the calendar. */
export const dateForms: readonly Recognizer<CalendarStretch>[] = [
  dayInFigures,
  days,
  dayInWords,
  dayWithoutYear,
  months,
  month,
  quarters,
  quarter,
  halfYear,
  firstMonths,
  yearSpan,
  labelledYears,
  year,
];

/**
 * Every day, month, quarter, half-year and year that the text names between `from` and `to`, in order.
 * Where two forms lie over each other the longer one is kept. Spans are UTF-16 offsets into `text`.
 */
export function findDates(text: string, from = 0, to = text.length): Found<CalendarStretch>[] {
  return longestOf(dateForms.flatMap((form) => findAll(form, text, from, to)));
}

/** Of what the forms found the dates in order, the longer one where two lie over each other. Sorts `found`. */
export function longestOf(found: Found<CalendarStretch>[]): Found<CalendarStretch>[] {
  if (found.length < 2) return found;
  found.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  const kept: Found<CalendarStretch>[] = [];
  for (const date of found) {
    const last = kept.at(-1);
    if (last === undefined || date.span.start >= last.span.end) kept.push(date);
    else if (date.span.end - date.span.start > last.span.end - last.span.start) kept[kept.length - 1] = date;
  }
  return kept;
}
