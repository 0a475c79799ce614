import { kindsOf, type LinkFilter } from '#services/works/link.ts';
import type { Current } from './catchUp.ts';
import { dayNumber, statedKinds, unknownDay } from './ends.ts';
import { eachOf, pushRuns, type Run } from './lists.ts';

/** A filter as a question to the numbers of a statement. */
export type Passes = (arc: number) => boolean;

/** @param filter with bounds that are dates (`boundedFilter`) */
export function passing({ graph, gone }: Current, filter: LinkFilter): Passes {
  const kinds = kindsOf(filter);
  const open = Uint8Array.from(statedKinds, ({ kind }) => (kinds.has(kind) ? 1 : 0));
  const bounded = filter.from !== null || filter.to !== null;
  const from = filter.from === null ? 0 : dayNumber(filter.from);
  const to = filter.to === null ? (bounded ? unknownDay - 1 : unknownDay) : dayNumber(filter.to);
  const { stated, day, document } = graph.arcs;
  return (arc) =>
    open[stated[arc] as number] === 1 &&
    (day[arc] as number) >= from &&
    (day[arc] as number) <= to &&
    (gone === null || gone[document[arc] as number] !== 1);
}

/** The statements on one side of a work, by its namings: each list in order. */
export function pushRunsOf({ graph }: Current, work: number, side: 'up' | 'down', runs: Run[]): void {
  const namings: Run[] = [];
  pushRuns(graph.members, work, namings);
  for (const { list, at, end } of namings) {
    for (let place = at; place < end; place++) {
      const naming = list[place] as number;
      if (graph.work[naming] === work) pushRuns(graph[side], naming, runs);
    }
  }
}

/** Calls `visit` with these statements, naming after naming, as long as it returns true. */
export function eachArcOf({ graph }: Current, work: number, side: 'up' | 'down', visit: (arc: number) => boolean): boolean {
  const { members, work: meant, [side]: lists } = graph;
  return eachOf(members, work, (naming) => meant[naming] !== work || eachOf(lists, naming, visit));
}
