import { type Link, type LinkKind, linksPerNode, type Walk, type WalkRequest } from '#services/works/link.ts';
import { kindsStated } from '#services/works/stated.ts';
import { walkAtOnce, walkSteps } from '#services/works/walk.ts';
import type { BriefWork, Work } from '#services/works/work.ts';
import type { Connection } from '../connection.ts';
import { arcOrder } from './arcs.ts';
import type { Current } from './catchUp.ts';
import { statedKinds } from './ends.ts';
import { hop, type Met } from './hop.ts';
import type { Run } from './lists.ts';
import type { Graph } from './openGraph.ts';
import { type Passes, passing, pushRunsOf } from './passing.ts';
import { briefWorks, witnessesOf, workRow, worksAt } from './read.ts';

/** All statements of one pair among the works of a walk, in order. */
interface Bundle {
  readonly from: number;
  readonly to: number;
  readonly arcs: number[];
}

export function walk(connection: Connection, graph: Graph, request: WalkRequest): Walk {
  return walked<Work>(connection, graph, request, (current, rows) => worksAt(connection, current, rows));
}

export function walkBriefly(connection: Connection, graph: Graph, request: WalkRequest): Walk<BriefWork> {
  return walked(connection, graph, request, (_, rows) => briefWorks(connection, rows));
}

/** Walks over the graph in memory; works and words are read at the end. */
function walked<Of extends BriefWork>(
  connection: Connection,
  graph: Graph,
  request: WalkRequest,
  worksOf: (current: Current, rows: readonly number[]) => ReadonlyMap<number, Of>,
): Walk<Of> {
  return graph.ask((current) => {
    const roots = request.roots.flatMap((root) => workRow(connection, root) ?? []);
    const passes = passing(current, request.filter);
    const met: Met = new Set(roots.slice(0, request.limit));
    const { depths, truncated } = walkAtOnce(walkSteps(roots, request), (asked) => hop(current, passes, met, asked));
    const works = worksOf(current, [...depths.keys()]);
    const nodes = Array.from(depths, ([row, depth]) => ({ row, work: works.get(row)!, depth }));
    nodes.sort((a, b) => (a.work.id < b.work.id ? -1 : 1));
    const places = new Map(nodes.map(({ row }, place) => [row, place]));
    const bundles = nodes.flatMap(({ row }) => bundlesFrom(current, passes, row, places));
    const most = request.limit * linksPerNode;
    const shown = bundles.slice(0, most);
    const words = witnessesOf(
      connection,
      current,
      request.witnesses === 0 ? [] : shown.flatMap(({ arcs }) => arcs.slice(0, request.witnesses)),
    );
    const links = shown.map(
      ({ from, to, arcs }): Link => ({
        from: works.get(from)!.id,
        to: works.get(to)!.id,
        kinds: kindsOf(current, arcs),
        claims: arcs.length,
        witnesses: arcs.slice(0, request.witnesses).map((arc) => words.get(arc)!),
      }),
    );
    return {
      nodes: nodes.sort((a, b) => Math.abs(a.depth) - Math.abs(b.depth) || a.depth - b.depth).map(({ work, depth }) => ({ work, depth })),
      links,
      truncated: truncated || shown.length < bundles.length,
    };
  });
}

/** Most links are stated once: their kinds are made once for all. */
const kindsOfOne: readonly (readonly LinkKind[])[] = statedKinds.map((kind) => kindsStated([kind]));

function kindsOf({ graph }: Current, arcs: readonly number[]): readonly LinkKind[] {
  const { stated } = graph.arcs;
  if (arcs.length === 1) return kindsOfOne[stated[arcs[0]!] as number]!;
  return kindsStated(arcs.map((arc) => statedKinds[stated[arc] as number]!));
}

/** The links from one work to others of the walk, which are given with their places in the order of ids. */
function bundlesFrom(current: Current, passes: Passes, from: number, places: ReadonlyMap<number, number>): Bundle[] {
  const { arcs, work, labels } = current.graph;
  const runs: Run[] = [];
  pushRunsOf(current, from, 'up', runs);
  const found = new Map<number, Bundle>();
  for (const { list, at, end } of runs) {
    for (let place = at; place < end; place++) {
      const arc = list[place] as number;
      const to = work[arcs.object[arc] as number] as number;
      if (to === from || !places.has(to) || !passes(arc)) continue;
      const bundle = found.get(to);
      if (bundle === undefined) found.set(to, { from, to, arcs: [arc] });
      else bundle.arcs.push(arc);
    }
  }
  const bundles = [...found.values()];
  if (runs.length > 1) {
    const compare = arcOrder(arcs, labels);
    for (const bundle of bundles) if (bundle.arcs.length > 1) bundle.arcs.sort(compare);
  }
  return bundles.sort((a, b) => places.get(a.to)! - places.get(b.to)!);
}
