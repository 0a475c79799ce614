import { type Link, rankOf, type Walk, type WalkNode } from '#services/works/link.ts';
import type { BriefWork } from '#services/works/work.ts';

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
