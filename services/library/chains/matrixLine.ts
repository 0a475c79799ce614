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
 * Whether a work of another place in the line is of this unit too: it is dated on the other side of the change. One without a date counts only where its place
 * ended with the change, and so issued nothing later.
 */
export function isOfLine({ date }: Pick<Work, 'date'>, { scope, on, how }: UnitStep): boolean {
  if (date === null) return how === 'before' && !presentProvinces.includes(scope);
  return how === 'before' ? date < on : date >= on;
}
