import type { Work } from '#services/works/work.ts';
import type { Lapse } from '../shapes.ts';

const dayLength = 86_400_000;

/** How long after `above` a work was issued, by the calendar. A date that is missing or disputed makes it unknown; an earlier one is said to be earlier. */
export function lapse(work: Pick<Work, 'date'>, above: Pick<Work, 'date'>): Lapse {
  if (work.date === null || above.date === null) return { timing: 'unknown', days: null };
  const days = Math.round((Date.parse(`${work.date}T00:00:00Z`) - Date.parse(`${above.date}T00:00:00Z`)) / dayLength);
  if (Number.isNaN(days)) return { timing: 'unknown', days: null };
  return { timing: days > 0 ? 'after' : days === 0 ? 'same-day' : 'before', days: Math.abs(days) };
}

/** The day after a day (ISO). */
export function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + dayLength).toISOString().slice(0, 10);
}
