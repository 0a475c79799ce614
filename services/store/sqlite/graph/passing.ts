import { relations } from '#ingest/model/relation.ts';
import { kindsOf, type LinkFilter } from '#services/works/link.ts';
import { dayOf, placeAmong, statedOf } from './arcs.ts';
import type { Current } from './catchUp.ts';
import { dayNumber, statedKinds, statedRanks, unknownDay } from './ends.ts';
import { eachOf, pushRuns, type Run } from './lists.ts';

/** A filter as a question to the numbers of a statement. */
export type Passes = (arc: number) => boolean;

/**
 * Statements that were there when the graph was loaded are numbered by the rank of their kind and then by day: whether they pass, their number tells, and nothing
 * has to be read of them.
 *
 * @param filter with bounds that are dates (`boundedFilter`)
 */
export function passing({ graph: { arcs, labels }, gone }: Current, filter: LinkFilter): Passes {
  const kinds = kindsOf(filter);
  const open = Uint8Array.from(statedKinds, ({ kind }) => (kinds.has(kind) ? 1 : 0));
  const bounded = filter.from !== null || filter.to !== null;
  const from = filter.from === null ? 0 : dayNumber(filter.from);
  const to = filter.to === null ? (bounded ? unknownDay - 1 : unknownDay) : dayNumber(filter.to);
  const placeOf = (rank: number, day: number) => placeAmong(arcs, labels, { rank, day, label: Number.NEGATIVE_INFINITY, witness: 0 });
  const ranges: number[] = [];
  let isPart = false;
  for (const rank of relations.keys()) {
    const wanted = open.filter((_, stated) => statedRanks[stated] === rank);
    if (!wanted.includes(1)) continue;
    isPart ||= wanted.includes(0);
    ranges.push(placeOf(rank, from), placeOf(rank, to + 1));
  }
  const isStated = (arc: number) => open[statedOf(arcs, arc)] === 1 && dayOf(arcs, arc) >= from && dayOf(arcs, arc) <= to;
  const isOpen = (arc: number) =>
    arc >= arcs.ordered ? isStated(arc) : isWithin(ranges, arc) && (!isPart || open[statedOf(arcs, arc)] === 1);
  return gone === null ? isOpen : (arc) => isOpen(arc) && gone[arcs.document[arc] as number] !== 1;
}

/** Whether a number lies in one of the ranges, each of which is given as its first number and the one behind its last. */
function isWithin(ranges: readonly number[], number: number): boolean {
  for (let at = 0; at < ranges.length; at += 2) {
    if (number < (ranges[at] as number)) return false;
    if (number < (ranges[at + 1] as number)) return true;
  }
  return false;
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
