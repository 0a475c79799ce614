import { presentProvinces, provinces } from '#ingest/vocabulary/places.ts';
import { fold } from '#services/analysis/folding.ts';
import { changes, lineOf, parted, type Step } from './lineage.ts';
import type { Work } from './work.ts';

/** A place that something is narrowed to. */
export interface Place {
  /** True for what is neither the centre nor a province: a unit, which is followed under its own name only. */
  readonly isUnit: boolean;
  /** Its predecessors and successors, where it is a province. */
  readonly line: readonly (Step & { readonly side: 'before' | 'after' })[];
  /** True for a work of the place, or of one that lies in it, went before it or came after it. */
  readonly isOf: (work: Pick<Work, 'scope' | 'date' | 'term'>) => boolean;
}

const allProvinces = new Map(
  [...changes.flatMap(({ from, to }) => [...from, ...to]), ...provinces, ...presentProvinces].map((name) => [folded(name), name]),
);

/**
 * Reads a place as it is asked for ("Bến Tre", "ben tre/ba tri", "Ba Tri"); a place of one name is found at every level. Of a province, its predecessors count
 * for what they issued before the change, its successors for what they issued after it (by the date, else the first year of the term; a predecessor's work
 * without either counts, a successor's does not). A unit is followed under its own name only.
 */
export function placeOf(asked: string): Place {
  const wanted = partsOf(asked);
  const province = wanted.length === 1 ? allProvinces.get(wanted[0]!) : undefined;
  const { before, after } = province === undefined ? { before: [], after: [] } : lineOf(province);
  const line = [
    ...before.map((step) => ({ ...step, side: 'before' as const })),
    ...after.map((step) => ({ ...step, side: 'after' as const })),
  ];
  const isThere = placeTest(asked);
  return {
    isUnit: province === undefined && wanted.length > 0 && wanted[0] !== 'tw',
    line,
    isOf({ scope, date, term }) {
      if (scope === null) return false;
      if (isThere(scope)) return true;
      const [head] = parted(scope);
      return line.some((step) => step.scope === head && inTime(step, date, term));
    },
  };
}

/** Whether a scope ("Bến Tre/Ba Tri") is the place asked for or lies in it, by its name alone; accents and case do not matter. */
export function placeTest(asked: string): (scope: string | null) => boolean {
  const wanted = partsOf(asked);
  const known = new Map<string, boolean>();
  return (scope) => {
    if (scope === null || wanted.length === 0) return false;
    const found = known.get(scope) ?? holds(partsOf(scope), wanted);
    known.set(scope, found);
    return found;
  };
}

function inTime({ on, side }: Place['line'][number], date: string | null, term: string | null): boolean {
  const year = /^\d{4}/u.exec(term ?? '')?.[0] ?? null;
  if (date === null && year === null) return side === 'before';
  const isAfter = date === null ? year! >= on.slice(0, 4) : date >= on;
  return isAfter === (side === 'after');
}

function holds(parts: readonly string[], wanted: readonly string[]): boolean {
  return parts.some((_, at) => wanted.every((part, index) => parts[at + index] === part));
}

function folded(name: string): string {
  return fold(name).replace(/\s+/gu, ' ').trim();
}

function partsOf(scope: string): readonly string[] {
  return scope
    .split('/')
    .map(folded)
    .filter((part) => part !== '');
}
