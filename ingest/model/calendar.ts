import Type, { type Static } from 'typebox';

const Year = Type.Union([Type.Integer({ minimum: 1900, maximum: 2200 }), Type.Null()]);

/**
 * A stretch of the calendar that words name; `year` is null where they do not say it.
 * `number` counts the unit within its year from 1: the month, the quarter (quý), the half (6 tháng đầu năm is 1); it is null for a year.
 */
export const CalendarPeriod = Type.Union([
  Type.Object(
    {
      unit: Type.Literal('day'),
      day: Type.Integer({ minimum: 1, maximum: 31 }),
      month: Type.Integer({ minimum: 1, maximum: 12 }),
      year: Year,
    },
    { additionalProperties: false },
  ),
  Type.Object(
    { unit: Type.Literal('month'), number: Type.Integer({ minimum: 1, maximum: 12 }), year: Year },
    { additionalProperties: false },
  ),
  Type.Object(
    { unit: Type.Literal('quarter'), number: Type.Integer({ minimum: 1, maximum: 4 }), year: Year },
    { additionalProperties: false },
  ),
  Type.Object(
    { unit: Type.Literal('half'), number: Type.Integer({ minimum: 1, maximum: 2 }), year: Year },
    { additionalProperties: false },
  ),
  Type.Object({ unit: Type.Literal('year'), year: Year }, { additionalProperties: false }),
]);
export type CalendarPeriod = Static<typeof CalendarPeriod>;

/** The last period of a stretch of the calendar; `since` is its first one, where the words name it (`tháng 9 - 12/2021`). */
export type CalendarStretch = CalendarPeriod & { readonly since?: CalendarPeriod };

/** The month that ends a period, 1 to 12. */
export function lastMonth(period: CalendarPeriod): number {
  switch (period.unit) {
    case 'day':
      return period.month;
    case 'month':
      return period.number;
    case 'quarter':
      return period.number * 3;
    case 'half':
      return period.number * 6;
    case 'year':
      return 12;
  }
}

/** The first day of a period as ISO date; `year` and null as in `lastDay`. */
export function firstDay(period: CalendarPeriod, year: number | null): string | null {
  if (period.unit === 'day') return lastDay(period, year);
  const inYear = period.year ?? year;
  const months = { month: 1, quarter: 3, half: 6, year: 12 }[period.unit];
  return inYear === null ? null : iso(inYear, lastMonth(period) - months + 1, 1);
}

/**
 * The last day of a period as ISO date; `year` stands in where the words name none. Null where neither gives a year,
 * or the day does not exist in that year (29 February).
 */
export function lastDay(period: CalendarPeriod, year: number | null): string | null {
  const inYear = period.year ?? year;
  if (inYear === null) return null;
  const month = lastMonth(period);
  const days = daysIn(inYear, month);
  if (period.unit !== 'day') return iso(inYear, month, days);
  return period.day <= days ? iso(inYear, month, period.day) : null;
}

/** True for a day that the calendar has; without a year, in some year. */
export function isDay(day: number, month: number, year: number | null): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year ?? 2024, month);
}

/** The ISO date of a day in figures, or null for one that no calendar has. */
export function isoDay(day: number, month: number, year: number): string | null {
  return isDay(day, month, year) ? iso(year, month, day) : null;
}

function daysIn(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

function iso(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
