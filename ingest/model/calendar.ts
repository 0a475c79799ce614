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

/**
 * The last day of a period as ISO date; `year` stands in where the words name none. Null where neither gives a year,
 * or the day does not exist in that year (29 February).
 */
export function lastDay(period: CalendarPeriod, year: number | null): string | null {
  const inYear = period.year ?? year;
  if (inYear === null) return null;
  switch (period.unit) {
    case 'day':
      return period.day <= daysIn(inYear, period.month) ? iso(inYear, period.month, period.day) : null;
    case 'month':
      return iso(inYear, period.number, daysIn(inYear, period.number));
    case 'quarter':
      return iso(inYear, period.number * 3, daysIn(inYear, period.number * 3));
    case 'half':
      return period.number === 1 ? iso(inYear, 6, 30) : iso(inYear, 12, 31);
    case 'year':
      return iso(inYear, 12, 31);
  }
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
