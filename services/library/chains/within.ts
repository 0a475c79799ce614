import { fold } from '#services/analysis/folding.ts';
import type { Link, Walk, WalkNode } from '#services/works/link.ts';
import { rankOf } from '#services/works/link.ts';

/** Whether a scope ("Bến Tre/Ba Tri") is the place asked for or lies in it; accents and case do not matter. A place of one name is found at every level. */
export function placeTest(asked: string): (scope: string | null) => boolean {
  const wanted = partsOf(asked);
  const known = new Map<string, boolean>();
  return (scope) => {
    if (scope === null || wanted.length === 0) return false;
    const before = known.get(scope);
    if (before !== undefined) return before;
    const parts = partsOf(scope);
    const found = parts.some((_, at) => wanted.every((part, index) => parts[at + index] === part));
    known.set(scope, found);
    return found;
  };
}

const partsOf = (scope: string): readonly string[] =>
  scope
    .split('/')
    .map((part) => fold(part).replace(/\s+/gu, ' ').trim())
    .filter((part) => part !== '');

/** The part of a walk that is `wanted`, with the roots and, for each work, the works that lead from it to a root by the strongest links. */
export function narrowed({ nodes, links }: Walk, wanted: (node: WalkNode) => boolean): readonly WalkNode[] {
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
function nextTowardsRoots(nodes: ReadonlyMap<string, WalkNode>, links: readonly Link[]): ReadonlyMap<string, string> {
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
