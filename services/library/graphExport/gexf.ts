import { type Attribute, edgeAttributes, nodeAttributes } from './attributes.ts';
import type { GraphFile } from './graphFile.ts';
import { kindName, nameOf, partsOf, relationColours } from './wording.ts';
import { declaration, el, lines, type Xml } from './xml.ts';

/** Types of attributes as GEXF names them. */
const types = { string: 'string', int: 'integer', boolean: 'boolean' } as const;
const heldColour = '#005a94';
const missingColour = '#c8c8c8';

/** A graph as GEXF 1.3 (gexf.net), for Gephi. Nodes bear the ids of works, so that several files can be put together. */
export function gexf(file: GraphFile): string {
  const { graph, about } = file;
  const nodes = nodeAttributes(file);
  const root = el(
    'gexf',
    { xmlns: 'http://gexf.net/1.3', 'xmlns:viz': 'http://gexf.net/1.3/viz', version: '1.3' },
    el(
      'meta',
      { lastmodifieddate: about.made.toISOString().slice(0, 10) },
      el('creator', {}, 'Vankien'),
      el('description', {}, [...about.asked, about.pipeline, ...(graph.truncated ? ['truncated'] : [])].join('; ')),
    ),
    el(
      'graph',
      { mode: 'static', defaultedgetype: 'directed' },
      declared('node', nodes),
      declared('edge', edgeAttributes),
      el(
        'nodes',
        { count: graph.nodes.length },
        lines(
          graph.nodes.map((node) =>
            el(
              'node',
              { id: node.id, label: nameOf(node) },
              values(nodes, node),
              el('viz:color', partsOf(node.held.length > 0 ? heldColour : missingColour)),
            ),
          ),
        ),
      ),
      el(
        'edges',
        { count: graph.edges.length },
        lines(
          graph.edges.map((edge, index) =>
            el(
              'edge',
              { id: index, source: edge.from, target: edge.to, kind: edge.kind, label: kindName(edge.kind), weight: edge.claims },
              values(edgeAttributes, edge),
              el('viz:color', partsOf(relationColours[edge.relation])),
            ),
          ),
        ),
      ),
    ),
  );
  return `${declaration}${root.xml}\n`;
}

function declared<Of>(of: 'node' | 'edge', attributes: readonly Attribute<Of>[]): Xml {
  return el(
    'attributes',
    { class: of, mode: 'static' },
    ...attributes.map(({ id, type }) => el('attribute', { id, title: id, type: types[type] })),
  );
}

function values<Of>(attributes: readonly Attribute<Of>[], one: Of): Xml {
  const known = attributes.flatMap(({ id, value }) => {
    const told = value(one);
    return told === null ? [] : [el('attvalue', { for: id, value: told })];
  });
  return el('attvalues', {}, ...known);
}
