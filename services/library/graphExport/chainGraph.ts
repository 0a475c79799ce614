import type { Cascade, Graph, GraphNode, Paths } from '../shapes.ts';

/** Other answers as graphs, for the formats of graphs and the dossier. */

/** Chains as one graph: the document that all lead to is the root, each work as deep as its longest way to it. */
export function graphOfPaths({ to, chains, works, edges, truncated, findings, findingsMore }: Paths): Graph {
  const depths = new Map<string, number>();
  for (const chain of chains)
    for (const [at, id] of chain.works.entries()) depths.set(id, Math.max(depths.get(id) ?? 0, chain.works.length - 1 - at));
  const nodes = works.map((work): GraphNode => ({ ...work, depth: depths.get(work.id) ?? 0 }));
  return { root: to, nodes: ordered(nodes), edges, choices: [], within: null, truncated, findings, findingsMore };
}

/** A tree as a graph of its works and the links under which they stand. */
export function graphOfCascade({ root, entries, within, truncated, findings, findingsMore }: Cascade): Graph {
  const nodes = entries.map(
    ({ parent: _parent, link: _link, timing: _timing, days: _days, further: _further, below: _below, ...node }) => node,
  );
  return {
    root,
    nodes: ordered(nodes),
    edges: entries.flatMap(({ link }) => link ?? []),
    choices: [],
    within,
    truncated,
    findings,
    findingsMore,
  };
}

function ordered(nodes: readonly GraphNode[]): GraphNode[] {
  return nodes.toSorted((a, b) => a.depth - b.depth || (a.id < b.id ? -1 : 1));
}
