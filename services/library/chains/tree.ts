import { type Level, levelOf, levels } from '#services/analysis/level.ts';
import { byDate } from '#services/works/byDate.ts';
import { type Link, rankOf, type WalkNode } from '#services/works/link.ts';
import type { Work } from '#services/works/work.ts';

/** A work in a tree: the link by which it stands under its parent, and its links to other works of the tree. */
export interface Placed {
  readonly work: Work;
  readonly level: Level | null;
  readonly depth: number;
  readonly parent: string | null;
  readonly link: Link | null;
  readonly further: readonly Link[];
  /** How many works stand under it. */
  readonly below: number;
}

/**
 * Orders what came of a root into a tree: each work once, under the work that it acts on by the strongest kind; of equal kinds under the nearest level above
 * its own (a district's plan under the province's before the centre's), then under the latest that is not later than itself, then by id. A parent stands
 * before its children, children by date, level and id.
 */
export function treeOf(nodes: readonly WalkNode[], links: readonly Link[]): readonly Placed[] {
  const [root, ...others] = nodes;
  if (root === undefined) return [];
  const works = new Map(nodes.map(({ work }) => [work.id, work]));
  const ranks = new Map(nodes.map(({ work }) => [work.id, levelRank(work)]));
  const up = Map.groupBy(
    links.filter(({ from, to }) => works.has(from) && works.has(to) && from !== root.work.id),
    ({ from }) => from,
  );
  // From the highest level down and through time: what a work can stand under is mostly there before it.
  const waiting = others.map(({ work }) => work).sort((a, b) => ranks.get(a.id)! - ranks.get(b.id)! || byDate(a, b));
  const chosen = new Map<string, Link>();
  const isPlaced = (id: string) => id === root.work.id || chosen.has(id);
  const better = (work: Work) => (a: Link, b: Link) =>
    rankOf(a.kinds[0]!.kind) - rankOf(b.kinds[0]!.kind) ||
    farness(ranks.get(work.id)!, ranks.get(a.to)!) - farness(ranks.get(work.id)!, ranks.get(b.to)!) ||
    lateness(work, works.get(a.to)!) - lateness(work, works.get(b.to)!) ||
    -byDate(works.get(a.to)!, works.get(b.to)!);
  let left = waiting;
  while (left.length > 0) {
    for (const work of left) {
      const [best] = (up.get(work.id) ?? []).filter(({ to }) => isPlaced(to)).sort(better(work));
      if (best !== undefined) chosen.set(work.id, best);
    }
    const remaining = left.filter(({ id }) => !isPlaced(id));
    if (remaining.length === left.length) break;
    left = remaining;
  }
  return unfolded(root.work, works, chosen, up);
}

/** The works in the order of the tree, with what stands under each. */
function unfolded(
  root: Work,
  works: ReadonlyMap<string, Work>,
  chosen: ReadonlyMap<string, Link>,
  up: ReadonlyMap<string, readonly Link[]>,
): readonly Placed[] {
  const children = Map.groupBy([...chosen.values()], ({ to }) => to);
  const ordered: { id: string; depth: number }[] = [];
  const open = [{ id: root.id, depth: 0 }];
  for (let top = open.pop(); top !== undefined; top = open.pop()) {
    const { id, depth } = top;
    ordered.push(top);
    const under = (children.get(id) ?? []).map(({ from }) => works.get(from)!).sort((a, b) => byDate(a, b) || levelRank(a) - levelRank(b));
    for (const child of under.reverse()) open.push({ id: child.id, depth: depth + 1 });
  }
  const below = new Map<string, number>();
  for (const { id } of ordered.toReversed()) {
    const parent = chosen.get(id)?.to;
    if (parent !== undefined) below.set(parent, (below.get(parent) ?? 0) + 1 + (below.get(id) ?? 0));
  }
  return ordered.map(({ id, depth }) => {
    const work = works.get(id)!;
    const link = chosen.get(id) ?? null;
    return {
      ...{ work, depth, link },
      level: levelOf(work.key, work.scope),
      parent: link?.to ?? null,
      further: (up.get(id) ?? []).filter((other) => other !== link),
      below: below.get(id) ?? 0,
    };
  });
}

/** Place of a level from the centre down; where nothing tells it, beneath all. */
function levelRank({ key, scope }: Pick<Work, 'key' | 'scope'>): number {
  const level = levelOf(key, scope);
  return level === null ? levels.length : levels.indexOf(level);
}

/** How far above a level another one is; what lies beneath is farther than anything above. */
function farness(own: number, above: number): number {
  return above <= own ? own - above : levels.length + above;
}

/** 1 where a work that is acted on is younger than the one that acts. */
function lateness(work: Work, above: Work): number {
  return work.date !== null && above.date !== null && above.date > work.date ? 1 : 0;
}
