import { type Link, rankOf, type Walk } from '#services/works/link.ts';
import type { BriefWork } from '#services/works/work.ts';

/** A work below a directive: the step that leads to it on its shortest chain, of equal ones by the strongest link. */
export interface Reached {
  /** Place of the work among the nodes of the walk. */
  readonly at: number;
  readonly steps: number;
  /** Place of the work that it acts on; the directive, or one that is reached. */
  readonly parent: number;
  readonly link: Link;
}

/** The links of a walk, by the work that they lead to. */
export interface Below {
  readonly places: ReadonlyMap<string, number>;
  readonly down: readonly (readonly { readonly from: number; readonly link: Link; readonly rank: number }[])[];
  readonly up: readonly (readonly { readonly to: number; readonly link: Link }[])[];
}

export function belowOf({ nodes, links }: Walk<BriefWork>): Below {
  const places = new Map(nodes.map(({ work }, place) => [work.id, place]));
  const down: { from: number; link: Link; rank: number }[][] = nodes.map(() => []);
  const up: { to: number; link: Link }[][] = nodes.map(() => []);
  for (const link of links) {
    const [from, to] = [places.get(link.from)!, places.get(link.to)!];
    down[to]!.push({ from, link, rank: rankOf(link.kinds[0]!.kind) });
    up[from]!.push({ to, link });
  }
  return { places, down, up };
}

/** All works below one, each once, nearer ones first; cycles end at what was met. */
export function reachedFrom({ down }: Below, root: number): ReadonlyMap<number, Reached> {
  const reached = new Map<number, Reached>();
  let frontier: readonly number[] = [root];
  for (let steps = 1; frontier.length > 0; steps++) {
    const next = new Map<number, { parent: number; link: Link; rank: number }>();
    for (const parent of frontier)
      for (const { from, link, rank } of down[parent]!) {
        if (from === root || reached.has(from)) continue;
        const known = next.get(from);
        if (known === undefined || rank < known.rank) next.set(from, { parent, link, rank });
      }
    for (const [at, { parent, link }] of next) reached.set(at, { at, steps, parent, link });
    frontier = [...next.keys()];
  }
  return reached;
}

/** The works from the directive down to one, both left out. */
export function throughOf(reached: ReadonlyMap<number, Reached>, { parent }: Reached): number[] {
  const way: number[] = [];
  for (let one = reached.get(parent); one !== undefined; one = reached.get(one.parent)) way.push(one.at);
  return way.reverse();
}
