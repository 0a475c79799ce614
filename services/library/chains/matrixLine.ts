import { presentProvinces } from '#ingest/vocabulary/places.ts';
import { remembered } from '#ingest/vocabulary/remembered.ts';
import { lineOf, parted } from '#services/works/lineage.ts';
import type { Work } from '#services/works/work.ts';
import type { UnitStep } from '../shapes.ts';

/**
 * The provinces that went before one and that came of it. Units below a province have none: their places were divided anew when the districts ended, so that
 * nothing tells which unit went on with what one had begun.
 */
export const lineOfUnit = remembered((scope: string): readonly UnitStep[] => {
  if (parted(scope)[1] !== null) return [];
  const { before, after } = lineOf(scope);
  return [
    ...before.map(({ scope: other, on }): UnitStep => ({ scope: other, on, how: 'before' })),
    ...after.map(({ scope: other, on }): UnitStep => ({ scope: other, on, how: 'after' })),
  ];
});

/**
 * Whether a work of another place in the line is of this unit too: it was issued on the other side of the change, by its date, else by the first year of its term.
 * One without either counts only where its place ended with the change, and so issued nothing later.
 */
export function isOfLine({ date, term }: Pick<Work, 'date' | 'term'>, { scope, on, how }: UnitStep): boolean {
  const year = /^\d{4}/u.exec(term ?? '')?.[0];
  if (date === null && year === undefined) return how === 'before' && !presentProvinces.includes(scope);
  const isAfter = date === null ? year! >= on.slice(0, 4) : date >= on;
  return isAfter === (how === 'after');
}
