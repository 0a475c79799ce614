import type { Cycle, CycleDay } from './cycle.ts';

type MonthDay = Extract<CycleDay, { day: number }>;
type Weekly = Extract<CycleDay, { weekday: string }>;

/**
 * The cycle as an RFC 5545 recurrence rule (section 3.3.10), or null where one rule cannot say it: no period named, so many times in a period,
 * days of different months with different numbers (`15/6 và 20/12`). A named day stands in it as named, whether it is the last one or the first one too late.
 */
export function ruleOf({ every, days }: Cycle): string | null {
  if (every === null) return null;
  const interval = every.count === 1 ? [] : [`INTERVAL=${every.count}`];
  const parts = (freq: string, ...by: string[]) => [`FREQ=${freq}`, ...interval, ...by].join(';');
  const freq = { week: 'WEEKLY', month: 'MONTHLY', year: 'YEARLY' }[every.unit];
  if (days.length === 0) return parts(freq);
  const weekdays = days.filter((day): day is Weekly => 'weekday' in day);
  if (weekdays.length > 0) {
    // The number before a weekday has no meaning in a rule by weeks.
    const named = weekdays.map(({ weekday, nth }) => (nth === null || every.unit === 'week' ? weekday : `${nth}${weekday}`));
    return weekdays.length < days.length ? null : parts(freq, `BYDAY=${unique(named).join(',')}`);
  }
  const dated = days.filter((day): day is MonthDay => 'day' in day);
  const { day } = dated[0]!;
  if (every.unit === 'week' || dated.some((other) => other.day !== day)) return null;
  if (dated.every(({ months }) => months === null)) return parts(freq, ...byDayOfAnyMonth(day));
  if (dated.some(({ months }) => months === null)) return null;
  const months = unique(dated.flatMap((one) => one.months ?? [])).sort((a, b) => a - b);
  // Days of named months come back with the year, whatever the rhythm is called: `định kỳ 6 tháng (trước ngày 15/6 và 15/12)`.
  const yearly = [`FREQ=YEARLY`, ...(every.unit === 'year' ? interval : []), `BYMONTH=${months.join(',')}`];
  if (day === 29 && months.includes(2)) return months.length > 1 ? null : [...yearly, ...byDayOfAnyMonth(29)].join(';');
  return [...yearly, `BYMONTHDAY=${day}`].join(';');
}

/** A day that some months lack is their last: a rule with BYMONTHDAY=31 alone would pass over them. */
function byDayOfAnyMonth(day: number): string[] {
  if (day <= 28) return [`BYMONTHDAY=${day}`];
  const days = Array.from({ length: day - 27 }, (_, index) => 28 + index);
  return [`BYMONTHDAY=${days.join(',')}`, 'BYSETPOS=-1'];
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
