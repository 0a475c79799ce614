import type { GraphNode } from '../shapes.ts';
import type { GraphFile } from './graphFile.ts';
import { kindName, nameOf, oneLine, relationColours, shortened, whoseAndWhen } from './wording.ts';
import { clean } from './xml.ts';

const longestTitle = 60;

/**
 * A graph in the language of Graphviz (DOT). What others rest on stands above. A work that nobody holds has a dashed border; what its number does not tell is in its
 * tooltip.
 */
export function dot({ graph, addresses, about }: GraphFile): string {
  const places = new Map(graph.nodes.map(({ id }, index) => [id, `n${index}`]));
  const nodes = graph.nodes.map((node) => {
    const attributes = {
      label: labelOf(node),
      tooltip: tooltip([nameOf(node), node.issuer, node.title].filter((part) => part !== null).join(' – ')),
      comment: quoted(addresses.get(node.id) ?? node.id),
      ...(node.held.length === 0 ? { style: quoted('dashed,rounded') } : {}),
      ...(node.id === graph.root ? { penwidth: '2.5' } : {}),
    };
    return `  ${places.get(node.id)} [${listed(attributes)}];`;
  });
  const edges = graph.edges.map(({ from, to, kind, relation, witnesses }) => {
    const colour = quoted(relationColours[relation]);
    const words = witnesses[0]?.quote;
    const attributes = {
      label: quoted(kindName(kind)),
      color: colour,
      fontcolor: colour,
      ...(words === undefined ? {} : { edgetooltip: tooltip(words) }),
    };
    return `  ${places.get(from)} -> ${places.get(to)} [${listed(attributes)}];`;
  });
  const notes = [...about.asked, about.pipeline, ...(graph.truncated ? ['truncated'] : [])];
  return [
    ...notes.map((note) => `// ${oneLine(note)}`),
    'digraph vankien {',
    '  graph [charset="UTF-8", rankdir="BT"];',
    '  node [shape="box", style="rounded", fontname="Helvetica,Arial,sans-serif", fontsize=11];',
    '  edge [fontname="Helvetica,Arial,sans-serif", fontsize=9];',
    ...nodes,
    ...edges,
    '}',
    '',
  ].join('\n');
}

/** Three lines: number, whose and when, the beginning of the title. `\n` within quotation marks is a new line to Graphviz. */
function labelOf(node: GraphNode): string {
  const parts = [shortened(nameOf(node), longestTitle), whoseAndWhen(node)];
  if (node.key !== null && node.title !== null) parts.push(shortened(node.title, longestTitle));
  return `"${parts.map(escaped).join('\\n')}"`;
}

function quoted(text: string): string {
  return `"${escaped(text)}"`;
}

/** In tooltips Graphviz reads `\` twice: first line breaks, then the signs for the names of node and graph (`\N`, `\G`). */
function tooltip(text: string): string {
  return quoted(text.replaceAll('\\', '\\\\'));
}

/**
 * Graphviz reads `\` and entities of HTML within quotation marks (the lexer `\"` alone, labels the rest): both are written so that they stand for themselves.
 * It writes what it reads into XML as it is: what that does not hold is left out here already.
 */
function escaped(text: string): string {
  return clean(oneLine(text)).replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('&', '&amp;');
}

function listed(attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes)
    .map(([name, value]) => `${name}=${value}`)
    .join(', ');
}
