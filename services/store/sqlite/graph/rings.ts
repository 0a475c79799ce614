import { everyLink } from '#services/works/link.ts';
import { Links, type Ring, ringsAmong } from '#services/works/rings.ts';
import type { Connection } from '../connection.ts';
import { objectOf, subjectOf } from './arcs.ts';
import type { Graph } from './openGraph.ts';
import { passing } from './passing.ts';
import { namesOf } from './read.ts';
import { noWork } from './resolve.ts';

/** All statements are looked through in memory; names are read of the works in rings alone. */
export function rings(connection: Connection, graph: Graph, shown: number): Ring[] {
  return graph.ask((current) => {
    const { arcs, work } = current.graph;
    const passes = passing(current, everyLink);
    const links = new Links();
    let last = 0;
    for (let arc = 0; arc < arcs.size; arc++) {
      const [from, to] = [work[subjectOf(arcs, arc)] ?? noWork, work[objectOf(arcs, arc)] ?? noWork];
      if (from === to || from === noWork || to === noWork || !passes(arc)) continue;
      links.add(from, to);
      last = Math.max(last, from, to);
    }
    return ringsAmong(last + 1, links, (works) => namesOf(connection, works), shown);
  });
}
