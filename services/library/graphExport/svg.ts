import { relations } from '#ingest/model/relation.ts';
import { typeNameOf } from '../export/entry.ts';
import type { GraphEdge, GraphNode } from '../shapes.ts';
import { curveBetween, portsOf } from './curves.ts';
import type { GraphFile } from './graphFile.ts';
import { box, type Layer, layoutOf, type Placed } from './layout.ts';
import { dayName, kindName, kindsName, nameOf, oneLine, relationColours, shortened, whoseAndWhen } from './wording.ts';
import { declaration, el, lines, type Xml } from './xml.ts';

/** Most works that are drawn: a drawing of more cannot be read. */
const mostDrawn = 200;
const margin = { left: 132, right: 28, top: 20, bottom: 24 } as const;
const lineHeight = 17;
const lettersInBox = 31;
const ink = '#1a1a1a';

/**
 * A graph as a drawing (SVG 1.1): what others rest on above, arrows from the work that acts to the one that it acts on, each with its relation. Whole titles
 * and quotes are in tooltips. Of more than `mostDrawn` works those nearest to the root are drawn, and the drawing says how many are not. All is
 * set by attributes, for services forbid styles within what they serve.
 */
export function svg({ graph, addresses, about }: GraphFile): string {
  const nodes = graph.nodes.toSorted((a, b) => Math.abs(a.depth) - Math.abs(b.depth)).slice(0, mostDrawn);
  const known = new Set(nodes.map(({ id }) => id));
  const edges = graph.edges.filter(({ from, to }) => known.has(from) && known.has(to));
  const { placed, layers, width, height } = layoutOf(nodes, edges);
  const head = [
    ...about.asked.map(oneLine),
    `Lập ngày ${dayName(about.made.toISOString().slice(0, 10))}; phiên bản bóc tách ${about.pipeline}`,
  ];
  const notes = notesOf(graph, nodes.length, edges.length);
  const legend = legendOf(edges, notes);
  const top = margin.top + head.length * lineHeight + 22;
  const whole = { width: Math.max(720, margin.left + width + margin.right), height: top + height + 40 + legend.height + margin.bottom };
  const ports = portsOf(edges, placed);
  const drawing = el(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      ...whole,
      viewBox: `0 0 ${whole.width} ${whole.height}`,
      'font-family': 'Arial, Helvetica, sans-serif',
    },
    el('title', {}, head[0] ?? 'Vankien'),
    el('defs', {}, ...relations.map(arrowHead)),
    el('rect', { ...whole, fill: '#ffffff' }),
    ...head.map((line, at) =>
      text(
        shortened(line, 160),
        margin.right,
        margin.top + (at + 1) * lineHeight - 4,
        at === 0 ? { 'font-size': 15, 'font-weight': 'bold' } : { 'font-size': 11 },
      ),
    ),
    el(
      'g',
      { transform: `translate(${margin.left} ${top})` },
      lines([
        ...layers.map((layer) => layerName(layer)),
        ...edges.map((edge, at) => link(edge, ports[at]!)),
        ...nodes.map((node) =>
          work(node, placed.get(node.id)!, { isRoot: node.id === graph.root, address: addresses.get(node.id) ?? null }),
        ),
        // Over all lines and boxes, so that no word is crossed out.
        ...edges.map((edge, at) => linkName(edge, ports[at]!)),
      ]),
    ),
    el('g', { transform: `translate(${margin.right} ${top + height + 40})` }, lines(legend.pieces)),
  );
  return `${declaration}${drawing.xml}\n`;
}

function notesOf(graph: GraphFile['graph'], nodes: number, edges: number): readonly string[] {
  const [works, links] = [graph.nodes.length - nodes, graph.edges.length - edges];
  const notes: string[] = [];
  if (works > 0) notes.push(`Không vẽ ở đây: ${works} văn bản ở xa văn bản gốc nhất và ${links} liên kết của chúng; hãy xem ở dạng bảng.`);
  if (graph.truncated) notes.push('Còn văn bản ngoài giới hạn đã hỏi, không có trong sơ đồ này.');
  if (graph.findings.length > 0)
    notes.push(`Có ${graph.findings.length + graph.findingsMore} điểm mâu thuẫn hoặc chưa rõ; xem ở dạng bảng hoặc hồ sơ.`);
  return notes;
}

function text(words: string, x: number, y: number, attributes: Readonly<Record<string, string | number>> = {}): Xml {
  return el('text', { x, y, fill: ink, 'font-size': 11, ...attributes }, words);
}

function layerName({ depth, y, height }: Layer): Xml {
  const name = depth === 0 ? 'Văn bản gốc' : depth < 0 ? `Làm cơ sở, bậc ${-depth}` : `Phát sinh, bậc ${depth}`;
  return el(
    'g',
    {},
    el('rect', { x: -margin.left + 4, y: y - 12, width: 4, height: height + 24, fill: depth === 0 ? '#005a94' : '#d0d0d0' }),
    text(name, -margin.left + 14, y + 14, { fill: '#555555' }),
  );
}

function work(node: GraphNode, { x, y }: Placed, { isRoot, address }: { readonly isRoot: boolean; readonly address: string | null }): Xml {
  const isHeld = node.held.length > 0;
  const name = node.key ?? `${typeNameOf(node.type) ?? 'Văn bản'} không số`;
  const [first = '', second = null] = wrapped(oneLine(node.title ?? (node.key === null ? nameOf(node) : '')));
  const full = [name, whoseAndWhen(node), node.issuer, node.title, isHeld ? null : 'không có văn bản này trong kho', address];
  return el(
    'g',
    {},
    el(
      'title',
      {},
      full
        .filter((part) => part !== null)
        .map(oneLine)
        .join('\n'),
    ),
    el('rect', {
      ...{ x, y, ...box, rx: 6, fill: isHeld ? '#eef5fb' : '#ffffff', stroke: isHeld ? '#005a94' : '#767676' },
      'stroke-width': isRoot ? 3 : 1.2,
      'stroke-dasharray': isHeld ? null : '5 3',
    }),
    text(shortened(name, 26), x + 8, y + 16, { 'font-size': 12, 'font-weight': 'bold' }),
    text(shortened(whoseAndWhen(node), lettersInBox), x + 8, y + 31, { 'font-size': 10 }),
    first === '' ? null : text(first, x + 8, y + 46, { 'font-size': 10, fill: '#444444' }),
    second === null ? null : text(second, x + 8, y + 59, { 'font-size': 10, fill: '#444444' }),
  );
}

/** Two lines of words; the second ends with "…" where there are more. */
function wrapped(title: string): readonly string[] {
  const letters = Array.from(title);
  if (letters.length <= lettersInBox) return [title];
  const start = letters.slice(0, lettersInBox + 1).join('');
  const at = start.lastIndexOf(' ');
  const first = at > 0 ? start.slice(0, at) : letters.slice(0, lettersInBox).join('');
  return [first, shortened(title.slice(first.length).trim(), lettersInBox)];
}

type Curve = ReturnType<typeof portsOf>[number];

function link(edge: GraphEdge, ports: Curve): Xml {
  const words = edge.witnesses[0]?.quote;
  return el(
    'path',
    {
      ...{ d: curveBetween(ports).path, fill: 'none', stroke: relationColours[edge.relation], 'stroke-width': 1.4 },
      'marker-end': `url(#arrow-${edge.relation})`,
      'stroke-dasharray': isAssumed(edge) ? '2 3' : null,
    },
    words === undefined ? null : el('title', {}, `${kindsName(edge)}: “${oneLine(words)}”`),
  );
}

const isAssumed = ({ kinds }: GraphEdge) => kinds[0]?.confidence === 'assumed';

function linkName({ kind, relation, kinds }: GraphEdge, ports: Curve): Xml {
  const { x, y } = curveBetween(ports).label;
  const more = kinds.length > 1 ? ` +${kinds.length - 1}` : '';
  return text(`${kindName(kind)}${more}`, x, y, {
    ...{ fill: relationColours[relation], 'font-size': 9.5, 'text-anchor': 'middle' },
    ...{ stroke: '#ffffff', 'stroke-width': 3, 'paint-order': 'stroke', 'stroke-linejoin': 'round' },
  });
}

function arrowHead(relation: (typeof relations)[number]): Xml {
  return el(
    'marker',
    { id: `arrow-${relation}`, viewBox: '0 0 8 8', refX: 7.5, refY: 4, markerWidth: 7, markerHeight: 7, orient: 'auto' },
    el('path', { d: 'M0 0L8 4L0 8Z', fill: relationColours[relation] }),
  );
}

function legendOf(edges: readonly GraphEdge[], notes: readonly string[]): { readonly pieces: readonly Xml[]; readonly height: number } {
  const used = relations.filter((relation) => edges.some((edge) => edge.relation === relation));
  const entries = used.map((relation, at) => {
    const y = 22 + at * lineHeight;
    const colour = relationColours[relation];
    return el(
      'g',
      {},
      el('path', { d: `M2 ${y - 4}H34`, fill: 'none', stroke: colour, 'stroke-width': 1.6, 'marker-end': `url(#arrow-${relation})` }),
      text(kindName(relation), 44, y),
    );
  });
  let y = 22 + used.length * lineHeight;
  const assumed = edges.some(isAssumed)
    ? [
        el(
          'g',
          {},
          el('path', { d: `M2 ${y - 4}H34`, fill: 'none', stroke: ink, 'stroke-dasharray': '2 3' }),
          text('suy đoán, không có từ ngữ nêu rõ', 44, y),
        ),
      ]
    : [];
  y += assumed.length * lineHeight;
  const samples = [
    { name: 'có trong kho', fill: '#eef5fb', stroke: '#005a94', dash: null },
    { name: 'được nhắc đến, không có trong kho', fill: '#ffffff', stroke: '#767676', dash: '5 3' },
  ].map(({ name, fill, stroke, dash }) => {
    const sample = el(
      'g',
      {},
      el('rect', { x: 2, y: y - 12, width: 32, height: 12, rx: 3, fill, stroke, 'stroke-dasharray': dash }),
      text(name, 44, y - 2),
    );
    y += lineHeight;
    return sample;
  });
  const told = notes.map((note) => {
    y += lineHeight;
    return text(note, 2, y - 8, { 'font-weight': 'bold', fill: '#a3003c' });
  });
  return {
    pieces: [
      text('Chú giải (mũi tên chỉ tới văn bản được nêu)', 2, 4, { 'font-weight': 'bold' }),
      ...entries,
      ...assumed,
      ...samples,
      ...told,
    ],
    height: y + 8,
  };
}
