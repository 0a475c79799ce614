import type { WalkRequest } from './link.ts';

/** One step of a walk, in one direction (-1 up, 1 down), from all works of the step before. */
export interface Hop<Id> {
  readonly frontier: readonly Id[];
  readonly step: -1 | 1;
  /** True of works that were met before. */
  readonly isMet: (id: Id) => boolean;
  /** How many new works may be met. */
  readonly room: number;
}

/** The new works that links lead to, in the order of their first statements, each once, at most `room`; `more` where there were others. */
export interface HopAnswer<Id> {
  readonly found: readonly Id[];
  readonly more: boolean;
}

/** The works met, each with its depth (negative up), in the order in which they were met. */
export interface Met<Id> {
  readonly depths: ReadonlyMap<Id, number>;
  readonly truncated: boolean;
}

/**
 * The walk itself, for every engine: it asks for hops one after the other, and whoever drives it answers them, at once or after a while. Up and down are walked side
 * by side and neither turns round: what is met on the way up is not followed down again.
 */
export function* walkSteps<Id>(
  roots: readonly Id[],
  { direction, depth, limit }: Pick<WalkRequest, 'direction' | 'depth' | 'limit'>,
): Generator<Hop<Id>, Met<Id>, HopAnswer<Id>> {
  const depths = new Map<Id, number>(roots.slice(0, limit).map((root) => [root, 0]));
  let truncated = roots.length > limit;
  const isMet = (id: Id) => depths.has(id);
  const steps = direction === 'up' ? ([-1] as const) : direction === 'down' ? ([1] as const) : ([-1, 1] as const);
  const frontiers = new Map<-1 | 1, readonly Id[]>(steps.map((step) => [step, [...depths.keys()]]));
  for (let at = 1; at <= depth; at++) {
    for (const step of steps) {
      const frontier = frontiers.get(step) ?? [];
      if (frontier.length === 0) continue;
      const { found, more } = yield { frontier, step, isMet, room: limit - depths.size };
      truncated ||= more;
      for (const id of found) depths.set(id, at * step);
      frontiers.set(step, found);
    }
  }
  return { depths, truncated };
}

/** Drives a walk whose hops are answered at once. */
export function walkAtOnce<Id>(steps: Generator<Hop<Id>, Met<Id>, HopAnswer<Id>>, answer: (hop: Hop<Id>) => HopAnswer<Id>): Met<Id> {
  let turn = steps.next();
  while (turn.done !== true) turn = steps.next(answer(turn.value));
  return turn.value;
}

/** Drives a walk whose hops are answered after a while. */
export async function walkLater<Id>(
  steps: Generator<Hop<Id>, Met<Id>, HopAnswer<Id>>,
  answer: (hop: Hop<Id>) => Promise<HopAnswer<Id>>,
): Promise<Met<Id>> {
  let turn = steps.next();
  while (turn.done !== true) turn = steps.next(await answer(turn.value));
  return turn.value;
}
