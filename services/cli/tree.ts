import { type RelationKind, relations } from '#ingest/model/relation.ts';
import type { Graph, GraphEdge, GraphNode, WorkView } from '#services/library/shapes.ts';
import { count, safe } from './format.ts';

/** The works that a number could mean, to choose from. */
export function* choiceLines(choices: readonly WorkView[], asked: string): Generator<string> {
  yield `${safe(asked)} could be one of ${count(choices.length, 'document')}. Ask again with an id:`;
  for (const work of choices) yield `  ${safe(work.id)}   ${label(work)}`;
}

/** A graph as two trees from its root, up and down; a work that stands in several places is unfolded at the first. */
export function* treeLines(graph: Graph): Generator<string> {
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const root = graph.root === null ? undefined : nodes.get(graph.root);
  if (root === undefined) return;
  yield label(root);
  yield* remarks(root, nodes, '  ');
  const up = graph.nodes.filter((node) => node.depth < 0).length;
  const down = graph.nodes.filter((node) => node.depth > 0).length;
  if (up === 0 && down === 0) yield '  Nothing is linked to it in this direction.';
  if (up > 0) yield `\nIt rests on ${count(up, 'document')}:`;
  yield* branches(graph, nodes, root.id, -1, '  ', new Set([root.id]));
  if (down > 0) yield `\n${count(down, 'document')} came of it:`;
  yield* branches(graph, nodes, root.id, 1, '  ', new Set([root.id]));
  yield* withinLines(graph.within);
  if (graph.truncated) yield `\nThere is more than was shown; raise it with --limit, or page it with: vankien statements`;
  yield* findingLines(graph);
}

/** What an answer was narrowed to: how much of it there is, where, and what went before a province or came after it. */
export function* withinLines(within: Graph['within']): Generator<string> {
  if (within === null) return;
  const { asked, scopes, line, works } = within;
  yield `\nOf ${safe(asked)}${scopes.length === 0 ? '' : ` (${safe(scopes.join('; '))})`}: ${count(works, 'document')}.`;
  for (const { scope, side, on, source } of line) {
    if (!scopes.some((one) => one === scope || one.startsWith(`${scope}/`))) continue;
    yield `  with ${safe(scope)}: what it issued ${side === 'before' ? `before ${on}` : `from ${on} on`} (${source})`;
  }
}

function* branches(
  graph: Graph,
  nodes: ReadonlyMap<string, GraphNode>,
  from: string,
  step: -1 | 1,
  indent: string,
  unfolded: Set<string>,
): Generator<string> {
  const byNode = new Map<string, GraphEdge>();
  for (const edge of graph.edges) {
    const [near, far] = step === -1 ? [edge.from, edge.to] : [edge.to, edge.from];
    const node = nodes.get(far);
    if (near !== from || node === undefined || Math.sign(node.depth) !== step) continue;
    byNode.set(far, edge);
  }
  for (const [id, edge] of [...byNode].sort(byStrength(nodes))) {
    const node = nodes.get(id)!;
    const again = unfolded.has(id);
    const names = edge.kinds.map(({ kind }) => (step === -1 ? active[kind] : passive[kind])).join(', ');
    yield `${indent}${names}: ${label(node)}${again ? ' (see above)' : ''}`;
    yield* witnessLines(edge, nodes, `${indent}  `);
    if (again) continue;
    unfolded.add(id);
    yield* remarks(node, nodes, `${indent}  `);
    yield* branches(graph, nodes, id, step, `${indent}    `, unfolded);
  }
}

/** The strongest relations first, within them by date and number. */
function byStrength(nodes: ReadonlyMap<string, GraphNode>) {
  const rank = ([id, edge]: readonly [string, GraphEdge]): string =>
    `${relations.indexOf(edge.relation)} ${nodes.get(id)?.date ?? '~'} ${id}`;
  return (a: readonly [string, GraphEdge], b: readonly [string, GraphEdge]) => (rank(a) < rank(b) ? -1 : 1);
}

/** What is odd about what is shown. */
export function* findingLines({ findings, findingsMore }: Pick<Graph, 'findings' | 'findingsMore'>): Generator<string> {
  if (findings.length === 0) return;
  yield `\n${count(findings.length + findingsMore, 'finding')}:`;
  for (const { code, message } of findings) yield `  ${code}: ${safe(message)}`;
  if (findingsMore > 0) yield `  and ${findingsMore} more`;
}

export const active: Readonly<Record<RelationKind, string>> = {
  amends: 'amends',
  corrects: 'corrects',
  extends: 'extends',
  replaces: 'replaces',
  repeals: 'repeals',
  suspends: 'suspends',
  reviews: 'reviews',
  'reports-on': 'reports on',
  implements: 'implements',
  continues: 'continues',
  guides: 'guides',
  concretizes: 'concretizes',
  basis: 'basis',
  'on-proposal': 'on the proposal of',
  related: 'related',
  cites: 'cites',
  consolidates: 'consolidates',
  answers: 'answers',
};

export const passive: Readonly<Record<RelationKind, string>> = {
  amends: 'amended by',
  corrects: 'corrected by',
  extends: 'extended by',
  replaces: 'replaced by',
  repeals: 'repealed by',
  suspends: 'suspended by',
  reviews: 'reviewed by',
  'reports-on': 'reported on by',
  implements: 'implemented by',
  continues: 'continued by',
  guides: 'guided by',
  concretizes: 'concretized by',
  basis: 'basis of',
  'on-proposal': 'proposed for',
  related: 'related to',
  cites: 'cited by',
  consolidates: 'consolidated by',
  answers: 'answered by',
};

const longestQuote = 160;
const longestTitle = 100;

/** The first words for each kind of an edge, how many more there are, and where nothing says it. */
export function* witnessLines(edge: GraphEdge, nodes: ReadonlyMap<string, WorkView>, indent: string): Generator<string> {
  const ends = new Set([edge.from, edge.to].flatMap((id) => nodes.get(id)?.held ?? []).map((held) => held.id));
  for (const { kind, confidence } of edge.kinds) {
    const [first, ...others] = edge.witnesses.filter((witness) => witness.kind === kind);
    if (first === undefined) {
      yield `${indent}${kind}: its words are among the ${count(edge.claims - edge.witnesses.length, 'statement')} not shown`;
      continue;
    }
    const said = ends.has(first.document) ? '' : 'said by a third, ';
    const assumed = confidence === 'assumed' && kind !== 'cites' ? ', assumed' : '';
    const more = others.length === 0 ? '' : `, and ${count(others.length, 'place')} more`;
    yield `${indent}“${shortened(first.quote, longestQuote)}” (${said}${safe(first.name)}, page ${first.page}${more}${assumed})`;
  }
}

/** A work on one line: number, whose it is, date, title. */
export function label(node: Omit<WorkView, 'claimed'>): string {
  const whose = [node.scope ?? 'scope unknown', node.term, node.date].filter((part) => part !== null).join(', ');
  const held = node.held.length === 0 ? ', not in the collection' : '';
  const title = node.title === null ? '' : ` ${shortened(node.title, longestTitle)}`;
  const name = node.key ?? node.held[0]?.name ?? node.id;
  return safe(`${name} (${whose}${held})${title}`);
}

function shortened(text: string, length: number): string {
  const plain = safe(text);
  return plain.length > length ? `${plain.slice(0, length).trimEnd()}…` : plain;
}

/** What is doubtful about a work: dates that contradict each other, other works that it could be. */
function* remarks(node: GraphNode, nodes: ReadonlyMap<string, GraphNode>, indent: string): Generator<string> {
  const { dates: claimed } = node.claimed;
  if (claimed.length > 1) {
    const dates = claimed.map(({ value, documents, own }) => `${value} (${own ? 'its own head' : count(documents, 'document')})`);
    yield `${indent}! its date is given differently: ${dates.join(', ')}`;
  }
  if (node.maybe.length > 0) {
    const others = node.maybe.map(({ work, reasons }) => {
      const other = nodes.get(work);
      return `${other === undefined ? safe(work) : label(other)} [${reasons.join(', ')}]`;
    });
    const more = node.maybeMore === 0 ? '' : `; and ${count(node.maybeMore, 'other')}`;
    yield `${indent}? it could be the same as: ${others.join('; ')}${more}`;
  }
}
