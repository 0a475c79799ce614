import { levelOf, levels } from '#services/analysis/level.ts';
import type { Store } from '#services/store/port.ts';
import { everyLink, type Link, rankOf } from '#services/works/link.ts';
import type { BriefWork } from '#services/works/work.ts';
import type { UseOfWork } from '../shapes.ts';

/** Most works that are looked at for one page of works. */
const mostUsers = 20_000;
const mostPlaces = 20;
/** Rank of `basis`: what carries out, reviews, changes or rests on a document is at least as strong. */
const ground = rankOf('basis');

/** How works are used by those one step down: by how many, of which levels and places, and as a ground of how many held ones. */
export async function usesOf(index: Pick<Store, 'walkBriefly'>, ids: readonly string[]): Promise<ReadonlyMap<string, UseOfWork>> {
  const { nodes, links, truncated } = await index.walkBriefly({
    ...{ roots: ids, direction: 'down', depth: 1, filter: everyLink, limit: ids.length + mostUsers, witnesses: 0 },
  });
  const works = new Map(nodes.map(({ work }) => [work.id, work]));
  const to = Map.groupBy(links, (link) => link.to);
  return new Map(ids.map((id) => [id, useOf(to.get(id) ?? [], works, truncated)]));
}

function useOf(links: readonly Link[], works: ReadonlyMap<string, BriefWork>, truncated: boolean): UseOfWork {
  const users = links.map(({ from }) => works.get(from)!);
  const grounds = links.filter(({ kinds }) => rankOf(kinds[0]!.kind) <= ground).map(({ from }) => works.get(from)!);
  const byLevel = Map.groupBy(users, (work) => levelOf(work.key, work.scope));
  const byPlace = Map.groupBy(
    users.filter(({ scope }) => scope !== null),
    ({ scope }) => scope!.split('/')[0]!,
  );
  const places = Array.from(byPlace, ([place, those]) => ({ place, works: those.length })).sort(
    (a, b) => b.works - a.works || (a.place < b.place ? -1 : 1),
  );
  return {
    links: links.length,
    grounds: grounds.length,
    held: grounds.filter(({ held }) => held.length > 0).length,
    levels: [...levels, null].flatMap((level) => {
      const those = byLevel.get(level) ?? [];
      return those.length === 0 ? [] : [{ level, works: those.length }];
    }),
    places: places.slice(0, mostPlaces),
    placesMore: Math.max(0, places.length - mostPlaces),
    truncated,
  };
}
