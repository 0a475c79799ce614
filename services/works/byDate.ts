import { compareText } from '#services/analysis/compareText.ts';
import type { BriefWork } from './work.ts';

/** For sorting: works from the earliest on, those without a date last; of one day by their ids. */
export function byDate(a: Pick<BriefWork, 'id' | 'date'>, b: Pick<BriefWork, 'id' | 'date'>): number {
  return compareText(a.date ?? '\u{10ffff}', b.date ?? '\u{10ffff}') || compareText(a.id, b.id);
}
