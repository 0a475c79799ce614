import { presentProvinces, provinces } from '#ingest/vocabulary/places.ts';
import { fold } from '#services/analysis/folding.ts';
import { changes, lineOf, parted, type Step } from '#services/works/lineage.ts';
import { type Link, rankOf, type Walk, type WalkNode } from '#services/works/link.ts';
import type { BriefWork, Work } from '#services/works/work.ts';

/** A place that something is narrowed to. */
export interface Place {
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

/** The part of a walk that is `wanted`, with the roots and, for each work, the works that lead from it to a root by the strongest links. */
export function narrowed<Of extends BriefWork>(
  { nodes, links }: Walk<Of>,
  wanted: (node: WalkNode<Of>) => boolean,
): readonly WalkNode<Of>[] {
  const byId = new Map(nodes.map((node) => [node.work.id, node]));
  const towards = nextTowardsRoots(byId, links);
  const kept = new Set<string>();
  for (const { work, depth } of nodes) if (depth === 0) kept.add(work.id);
  for (const node of nodes.filter(wanted)) {
    for (let id: string | undefined = node.work.id; id !== undefined && !kept.has(id); id = towards.get(id)) kept.add(id);
  }
  return nodes.filter(({ work }) => kept.has(work.id));
}

/** For each work the one that is a step nearer to a root, by its strongest link, of equal ones the first. */
function nextTowardsRoots(nodes: ReadonlyMap<string, WalkNode<BriefWork>>, links: readonly Link[]): ReadonlyMap<string, string> {
  const next = new Map<string, { id: string; rank: number }>();
  const enter = (id: string, nearer: string, rank: number) => {
    const known = next.get(id);
    if (known === undefined || rank < known.rank) next.set(id, { id: nearer, rank });
  };
  for (const { from, to, kinds } of links) {
    const [low, high] = [nodes.get(from)!.depth, nodes.get(to)!.depth];
    const rank = rankOf(kinds[0]!.kind);
    if (low > 0 && high === low - 1) enter(from, to, rank);
    if (high < 0 && low === high + 1) enter(to, from, rank);
  }
  return new Map(Array.from(next, ([id, { id: nearer }]) => [id, nearer]));
}
