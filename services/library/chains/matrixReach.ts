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

/** What stands below one work, nearer ones first. */
export interface ReachedWorks {
  readonly all: readonly Reached[];
  readonly at: (place: number) => Reached | undefined;
}

export const nothingReached: ReachedWorks = { all: [], at: () => undefined };

/** All works below one, each once, nearer ones first; cycles end at what was met. */
export function reachedFrom({ down }: Below, root: number): ReachedWorks {
  const found: ({ at: number; steps: number; parent: number; link: Link; rank: number } | undefined)[] = new Array(down.length);
  const all: Reached[] = [];
  let frontier: readonly number[] = [root];
  for (let steps = 1; frontier.length > 0; steps++) {
    const next: number[] = [];
    for (const parent of frontier)
      for (const { from, link, rank } of down[parent]!) {
        if (from === root) continue;
        const known = found[from];
        if (known === undefined) {
          const one = { at: from, steps, parent, link, rank };
          found[from] = one;
          all.push(one);
          next.push(from);
        } else if (known.steps === steps && rank < known.rank) {
          known.parent = parent;
          known.link = link;
          known.rank = rank;
        }
      }
    frontier = next;
  }
  return { all, at: (place) => found[place] };
}

/** The works from the directive down to one, both left out. */
export function throughOf(reached: ReachedWorks, { parent }: Reached): number[] {
  const way: number[] = [];
  for (let one = reached.at(parent); one !== undefined; one = reached.at(one.parent)) way.push(one.at);
  return way.reverse();
}
