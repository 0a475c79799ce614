import { type Link, type LinkKind, linksPerNode, type Walk, type WalkRequest } from '#services/works/link.ts';
import { kindsStated } from '#services/works/stated.ts';
import { walkAtOnce, walkSteps } from '#services/works/walk.ts';
import type { BriefWork, Work } from '#services/works/work.ts';
import type { Connection } from '../connection.ts';
import { arcOrder, objectOf, statedOf } from './arcs.ts';
import type { Current } from './catchUp.ts';
import { statedKinds } from './ends.ts';
import { hop, type Met } from './hop.ts';
import type { Graph } from './openGraph.ts';
import { eachArcOf, type Passes, passing } from './passing.ts';
import { briefWorks, witnessesOf, workRow, worksAt } from './read.ts';

/** All statements of one pair among the works of a walk, in order. */
interface Bundle {
  readonly from: number;
  readonly to: number;
  /** Of `to` in the order of ids. */
  readonly place: number;
  readonly arcs: number[];
}

export function walk(connection: Connection, graph: Graph, request: WalkRequest): Walk {
  return walked<Work>(connection, graph, request, (rows) => worksAt(connection, rows));
}

export function walkBriefly(connection: Connection, graph: Graph, request: WalkRequest): Walk<BriefWork> {
  return walked(connection, graph, request, (rows) => briefWorks(connection, rows));
}

/** Walks over the graph in memory; works and words are read at the end. */
function walked<Of extends BriefWork>(
  connection: Connection,
  graph: Graph,
  request: WalkRequest,
  worksOf: (rows: readonly number[]) => ReadonlyMap<number, Of>,
): Walk<Of> {
  return graph.ask((current) => {
    const roots = request.roots.flatMap((root) => workRow(connection, root) ?? []);
    const passes = passing(current, request.filter);
    const met: Met = new Set(roots.slice(0, request.limit));
    const { depths, truncated } = walkAtOnce(walkSteps(roots, request), (asked) => hop(current, passes, met, asked));
    const works = worksOf([...depths.keys()]);
    const nodes = Array.from(depths, ([row, depth]) => ({ row, work: works.get(row)!, depth }));
    nodes.sort((a, b) => (a.work.id < b.work.id ? -1 : 1));
    const places = new Map(nodes.map(({ row }, place) => [row, place]));
    const bundles = bundlesAmong(current, passes, nodes, places);
    const most = request.limit * linksPerNode;
    const shown = bundles.length > most ? bundles.slice(0, most) : bundles;
    const told: number[] = [];
    for (const { arcs } of shown) for (let at = 0; at < arcs.length && at < request.witnesses; at++) told.push(arcs[at] as number);
    const words = witnessesOf(connection, current, told);
    let next = 0;
    const links = shown.map(({ from, to, arcs }): Link => {
      const first = next;
      next += Math.min(arcs.length, request.witnesses);
      return {
        from: works.get(from)!.id,
        to: works.get(to)!.id,
        kinds: kindsOf(current, arcs),
        claims: arcs.length,
        witnesses: words.slice(first, next),
      };
    });
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
  if (arcs.length === 1) return kindsOfOne[statedOf(graph.arcs, arcs[0]!)]!;
  return kindsStated(arcs.map((arc) => statedKinds[statedOf(graph.arcs, arc)]!));
}

/** The links among the works of a walk, by the places of both ends in the order of ids. */
function bundlesAmong(
  current: Current,
  passes: Passes,
  nodes: readonly { readonly row: number }[],
  places: ReadonlyMap<number, number>,
): Bundle[] {
  const { arcs, work, labels } = current.graph;
  const compare = arcOrder(arcs, labels);
  const all: Bundle[] = [];
  /** By place of a work: which of the links from the one that is looked at leads to it. */
  const known = new Int32Array(nodes.length);
  for (const { row: from } of nodes) {
    const found: Bundle[] = [];
    eachArcOf(current, from, 'up', (arc) => {
      if (!passes(arc)) return true;
      const to = work[objectOf(arcs, arc)] as number;
      const place = to === from ? undefined : places.get(to);
      if (place === undefined) return true;
      const bundle = found[known[place] as number];
      if (bundle?.to === to) bundle.arcs.push(arc);
      else known[place] = found.push({ from, to, place, arcs: [arc] }) - 1;
      return true;
    });
    for (const { arcs: stated } of found) if (stated.length > 1) stated.sort(compare);
    if (found.length > 1) found.sort((a, b) => a.place - b.place);
    for (const bundle of found) all.push(bundle);
  }
  return all;
}
