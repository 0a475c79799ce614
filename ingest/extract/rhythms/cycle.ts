import { type CalendarPeriod, lastMonth } from '#ingest/model/calendar.ts';
import type { Rhythm, TimeUnit } from '#ingest/model/task.ts';

/** Days of a week as RFC 5545 writes them. */
export type Weekday = 'MO' | 'TU' | 'WE' | 'TH' | 'FR' | 'SA' | 'SU';

/** Days within a cycle: a day of the week, or a day of months; `day` -1 is a month's last day, `months` is null for every month of the cycle. */
export type CycleDay =
  | { readonly weekday: Weekday; readonly nth: number | null }
  | { readonly months: readonly number[] | null; readonly day: number };

/** A rhythm with what its words say beyond the name: so often, and on or by which days. */
export interface Cycle {
  readonly rhythm: Rhythm;
  /** Null where the words name no period (định kỳ, thường xuyên), or a number of times in one (02 lần/năm). */
  readonly every: { readonly unit: 'week' | 'month' | 'year'; readonly count: number } | null;
  readonly days: readonly CycleDay[];
  /** What the words name of the days: `quý I hằng năm` a quarter, `ngày 25 hằng tháng` a day; null where they name none. */
  readonly unit: TimeUnit | null;
}

/** Months of the longest cycle that has a word of its own. */
const wholes: Readonly<Record<number, Rhythm>> = { 1: 'monthly', 3: 'quarterly', 6: 'half-yearly', 12: 'yearly' };

/** A cycle of so many months; without a word of its own it is `periodic`. */
export function everyMonths(count: number): Cycle {
  const every = count === 12 ? ({ unit: 'year', count: 1 } as const) : ({ unit: 'month', count } as const);
  return { rhythm: wholes[count] ?? 'periodic', every, days: [], unit: null };
}

/** A cycle of so many weeks or years. */
export function everyFew(unit: 'week' | 'year', count: number): Cycle {
  const rhythm = count > 1 ? 'periodic' : unit === 'week' ? 'weekly' : 'yearly';
  return { rhythm, every: { unit, count }, days: [], unit: null };
}

/** A rhythm without any period. */
export function unmeasured(rhythm: Rhythm): Cycle {
  return { rhythm, every: null, days: [], unit: null };
}

/** The cycle with further days in it. */
export function onDays(cycle: Cycle, days: readonly CycleDay[], unit: TimeUnit): Cycle {
  return { ...cycle, days: [...cycle.days, ...days], unit };
}

/** The day in each year that a period without its year comes to: itself, or its last day. */
export function dayInYear(period: CalendarPeriod): CycleDay {
  return { months: [lastMonth(period)], day: period.unit === 'day' ? period.day : -1 };
}
