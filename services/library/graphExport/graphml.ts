import { type Attribute, edgeAttributes, nodeAttributes } from './attributes.ts';
import type { GraphFile } from './graphFile.ts';
import { nameOf } from './wording.ts';
import { declaration, el, lines, type Xml } from './xml.ts';

const namespace = 'http://graphml.graphdrawing.org/xmlns';

/**
 * A graph as GraphML (graphdrawing.org, 1.0), for yEd, Gephi, NetworkX, igraph. Nodes are n0, n1…, for ids there hold neither `/` nor `@`; the id of the work is
 * the attribute `work`.
 */
export function graphml(file: GraphFile): string {
  const { graph, about } = file;
  const nodes: readonly Attribute<(typeof graph.nodes)[number]>[] = [
    { id: 'label', type: 'string', value: nameOf },
    ...nodeAttributes(file),
  ];
  const places = new Map(graph.nodes.map(({ id }, index) => [id, `n${index}`]));
  const keys = [...nodes.map((one) => key('node', one)), ...edgeAttributes.map((one) => key('edge', one))];
  const drawn = graph.nodes.map((node) => el('node', { id: places.get(node.id)! }, ...data('node', nodes, node)));
  const links = graph.edges.map((edge, index) =>
    el('edge', { id: `e${index}`, source: places.get(edge.from)!, target: places.get(edge.to)! }, ...data('edge', edgeAttributes, edge)),
  );
  const root = el(
    'graphml',
    {
      xmlns: namespace,
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      'xsi:schemaLocation': `${namespace} ${namespace}/1.0/graphml.xsd`,
    },
    lines([
      el('desc', {}, [...about.asked, about.made.toISOString(), about.pipeline, ...(graph.truncated ? ['truncated'] : [])].join('\n')),
      ...keys,
      el('graph', { id: 'G', edgedefault: 'directed' }, lines([...drawn, ...links])),
    ]),
  );
  return `${declaration}${root.xml}\n`;
}

function key<Of>(of: 'node' | 'edge', { id, type }: Attribute<Of>): Xml {
  return el('key', { id: `${of}-${id}`, for: of, 'attr.name': id, 'attr.type': type });
}

function data<Of>(of: 'node' | 'edge', attributes: readonly Attribute<Of>[], one: Of): Xml[] {
  return attributes.flatMap(({ id, value }) => {
    const known = value(one);
    return known === null ? [] : [el('data', { key: `${of}-${id}` }, String(known))];
  });
}
