import type { Work } from '#services/works/work.ts';
import type { Lapse } from '../shapes.ts';

const dayLength = 86_400_000;

/** How long after `above` a work was issued, by the calendar. A date that is missing or disputed makes it unknown; an earlier one is said to be earlier. */
export function lapse(work: Pick<Work, 'date'>, above: Pick<Work, 'date'>): Lapse {
  return lapseOfDays(dayOf(work.date), dayOf(above.date));
}

/** A day (ISO) as a number of days; NaN where it is unknown or none. */
export function dayOf(date: string | null): number {
  return date === null ? Number.NaN : Math.round(Date.parse(`${date}T00:00:00Z`) / dayLength);
}

/** `lapse` between days that were made numbers before. */
export function lapseOfDays(day: number, above: number): Lapse {
  const days = day - above;
  if (Number.isNaN(days)) return { timing: 'unknown', days: null };
  return { timing: days > 0 ? 'after' : days === 0 ? 'same-day' : 'before', days: Math.abs(days) };
}

/** The day after a day (ISO). */
export function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + dayLength).toISOString().slice(0, 10);
}
