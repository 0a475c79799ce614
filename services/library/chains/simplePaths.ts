import type { Link } from '#services/works/link.ts';
import { rankOf } from '#services/works/link.ts';

/** Most steps that are tried in looking for chains: with many cycles there are more ways than can be walked. */
const mostTried = 200_000;

/** Chains from one work to another. `truncated`: there are, or may be, more. */
export interface FoundChains {
  readonly chains: readonly (readonly string[])[];
  readonly truncated: boolean;
}

/**
 * The ways from `start` along links (`from` → `to`) to `end` on which no work stands twice: the shortest first, of equal length those of the stronger
 * links at their beginning first. At most `most` of at most `steps` steps.
 */
export function chainsBetween(
  links: readonly Pick<Link, 'from' | 'to' | 'kinds'>[],
  start: string,
  end: string,
  { steps, most }: { readonly steps: number; readonly most: number },
): FoundChains {
  const next = Map.groupBy(
    links.toSorted((a, b) => rankOf(a.kinds[0]!.kind) - rankOf(b.kinds[0]!.kind) || (a.to < b.to ? -1 : 1)),
    ({ from }) => from,
  );
  const left = stepsTo(links, end);
  const shortest = left.get(start);
  if (shortest === undefined || shortest > steps) return { chains: [], truncated: false };
  const chains: string[][] = [];
  let tried = 0;
  for (let length = shortest; length <= Math.min(steps, left.size); length++) {
    // Each frame is a work of the way and the place among its links where to go on.
    const way = [{ id: start, at: 0 }];
    const isOnWay = new Set([start]);
    for (let top = way.at(-1); top !== undefined; top = way.at(-1)) {
      const link = top.id === end ? undefined : next.get(top.id)?.[top.at++];
      if (link === undefined) {
        if (top.id === end && way.length - 1 === length) {
          if (chains.length === most) return { chains, truncated: true };
          chains.push(way.map(({ id }) => id));
        }
        way.pop();
        isOnWay.delete(top.id);
        continue;
      }
      const remaining = length - way.length;
      const least = left.get(link.to);
      if (isOnWay.has(link.to) || least === undefined || least > remaining || (link.to === end && remaining > 0)) continue;
      if (++tried > mostTried) return { chains, truncated: true };
      way.push({ id: link.to, at: 0 });
      isOnWay.add(link.to);
    }
  }
  return { chains, truncated: false };
}

/** For each work from which `end` can be reached, in how many steps at least. */
function stepsTo(links: readonly Pick<Link, 'from' | 'to'>[], end: string): ReadonlyMap<string, number> {
  const before = Map.groupBy(links, ({ to }) => to);
  const steps = new Map([[end, 0]]);
  for (const [id, distance] of steps) for (const { from } of before.get(id) ?? []) if (!steps.has(from)) steps.set(from, distance + 1);
  return steps;
}
