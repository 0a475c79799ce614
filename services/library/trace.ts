import { relations as allRelations, type RelationKind } from '#ingest/model/relation.ts';
import { foldedSymbol, siblingSymbols } from '#services/analysis/symbols.ts';
import type { DocumentSummary, Store, StoredClaim } from '#services/store/port.ts';
import type { TraceRequest } from './library.ts';
import { type Edge, type Projection, project, restricted } from './projection.ts';
import { notFound, readRef } from './refs.ts';
import type { Graph, GraphEdge, GraphNode } from './shapes.ts';
import { symbolOf, type Work } from './works.ts';

const defaultLimit = 200;

/**
 * The graph around a work: `up` to what it rests on, `down` to what came of it, `both` for the two together, to `depth` steps.
 * All edges between the nodes shown are shown. Of the works one step further, those of the strongest relations are kept until
 * `limit` is reached; `truncated` tells that there were more. Cycles end where they meet a node that is there already.
 */
export async function trace(index: Store, request: TraceRequest): Promise<Graph> {
  const view = new View(index);
  const roots = await rootsOf(index, view, request.of);
  const [root] = roots;
  if (root === undefined) throw await notFound(index, request.of);
  if (roots.length > 1) {
    const choices = roots.map((work) => nodeOf(work, 0));
    return { root: null, nodes: [], edges: [], choices, truncated: false };
  }
  const followed = new Set<RelationKind>(request.relations ?? allRelations);
  const limit = request.limit ?? defaultLimit;
  const depths = new Map([[root.id, 0]]);
  let truncated = false;
  const steps = request.direction === 'up' ? ([-1] as const) : request.direction === 'down' ? ([1] as const) : ([-1, 1] as const);
  const frontiers = new Map<-1 | 1, readonly string[]>(steps.map((step) => [step, [root.id]]));
  for (let depth = 1; depth <= request.depth; depth++) {
    for (const step of steps) {
      const frontier = frontiers.get(step) ?? [];
      const nearby = neighbours(view.edges(followed), frontier, step).filter((id) => !depths.has(id));
      const kept = nearby.slice(0, Math.max(0, limit - depths.size));
      truncated ||= kept.length < nearby.length;
      // Only with all claims of their numbers at hand is it certain which works the neighbours are.
      await view.load(kept);
      const found = neighbours(view.edges(followed), frontier, step).filter((id) => !depths.has(id) && view.isLoaded(id));
      for (const id of found.slice(0, limit - depths.size)) depths.set(id, depth * step);
      frontiers.set(
        step,
        found.filter((id) => depths.has(id)),
      );
    }
  }
  const { works } = view.projection;
  const nodes = [...depths].map(([id, depth]) => nodeOf(works.get(id)!, depth)).sort((a, b) => a.depth - b.depth || (a.id < b.id ? -1 : 1));
  const shown = view.edges(followed).filter((edge) => depths.has(edge.from) && depths.has(edge.to));
  return { root: root.id, nodes, edges: withWitnesses(view, shown), choices: [], truncated };
}

/** The works that `of` could mean, as nodes of a graph that goes no further; none where nothing is known under it. */
export async function worksMeant(index: Store, of: string): Promise<readonly GraphNode[]> {
  return (await rootsOf(index, new View(index), of)).map((work) => nodeOf(work, 0));
}

/** The works that `of` could mean: one, several to choose from, or none. A number that nothing bears is looked for as it is printed elsewhere. */
async function rootsOf(index: Store, view: View, of: string): Promise<readonly Work[]> {
  const ref = await readRef(index, of);
  if (ref.kind === 'document') {
    await view.loadDocument(ref.summary);
    const id = view.projection.workOf(ref.summary.id);
    const work = id === null ? undefined : view.projection.works.get(id);
    return work === undefined ? [] : [work];
  }
  if (ref.kind === 'work') {
    await view.loadKeys([ref.key]);
    return [...view.projection.works.values()].filter((work) => work.id === ref.id);
  }
  for (const key of [ref.key, ...siblingSymbols(ref.key)]) {
    await view.loadKeys([key]);
    const named = worksNamed(view.projection, key);
    if (named.length > 0) return named;
  }
  return [];
}

/** Works of this number as it is written; where there are none, those it gives without regard to marks ("655-qd/tu"). */
function worksNamed({ works }: Projection, key: string): readonly Work[] {
  const symbol = symbolOf({ key });
  const folded = foldedSymbol(key);
  const written = [...works.values()].filter((work) => work.symbol === symbol);
  const named =
    written.length > 0 ? written : [...works.values()].filter((work) => work.symbol !== null && foldedSymbol(work.symbol) === folded);
  // Where scope and term tell just one, the rest are mentions that could mean it: it is the answer, and they stay in its `maybe`.
  const told = named.filter(({ scope, term }) => scope !== null && term !== null);
  return told.length === 1 ? told : named;
}

/** Works one step from those of `from`, the ones of the strongest relation first, then by id. */
function neighbours(edges: readonly Edge[], from: readonly string[], step: -1 | 1): string[] {
  const inside = new Set(from);
  const strength = new Map<string, number>();
  for (const edge of edges) {
    const [near, far] = step === -1 ? [edge.from, edge.to] : [edge.to, edge.from];
    if (!inside.has(near)) continue;
    const rank = allRelations.indexOf(edge.kinds[0]!.relation);
    strength.set(far, Math.min(rank, strength.get(far) ?? rank));
  }
  return [...strength].sort(([a, m], [b, n]) => m - n || (a < b ? -1 : 1)).map(([id]) => id);
}

/** The part of the collection's claims that was loaded so far, and the graph that it draws. */
class View {
  readonly #index: Store;
  readonly #claims: StoredClaim[] = [];
  readonly #documents = new Map<string, DocumentSummary>();
  readonly #keys = new Set<string>();
  readonly #own = new Set<string>();
  #restricted: { readonly of: Projection; readonly edges: readonly Edge[] } | null = null;
  projection: Projection = project([], []);

  constructor(index: Store) {
    this.#index = index;
  }

  /** True where all that is said of this work's number is at hand. */
  isLoaded(id: string): boolean {
    const work = this.projection.works.get(id);
    if (work === undefined) return false;
    return work.symbol === null ? work.held.every((summary) => this.#own.has(summary.id)) : this.#keys.has(work.symbol);
  }

  /** The edges that the wanted kinds draw. */
  edges(wanted: ReadonlySet<RelationKind>): readonly Edge[] {
    if (this.#restricted?.of !== this.projection)
      this.#restricted = {
        of: this.projection,
        edges: this.projection.edges.map((edge) => restricted(edge, wanted)).filter((edge) => edge !== null),
      };
    return this.#restricted.edges;
  }

  summary(document: string): DocumentSummary | undefined {
    return this.#documents.get(document);
  }

  async load(ids: readonly string[]): Promise<void> {
    const works = ids.map((id) => this.projection.works.get(id)!);
    const keys = works.flatMap((work) => (work.key === null ? [] : [work.key]));
    await this.#take(
      keys,
      works.flatMap((work) => (work.symbol === null ? work.held : [])),
    );
  }

  async loadKeys(keys: readonly string[]): Promise<void> {
    await this.#take(keys, []);
  }

  async loadDocument(summary: DocumentSummary): Promise<void> {
    const { key } = summary.identity;
    await this.#take(key === null ? [] : [key], [summary]);
  }

  /** Takes in all that is said of these numbers, by whom, and what their bearers and `documents` say themselves. */
  async #take(keys: readonly string[], documents: readonly DocumentSummary[]): Promise<void> {
    const fresh = keys.filter((key) => !this.#keys.has(symbolOf({ key })!));
    const bearers = [...documents, ...(fresh.length === 0 ? [] : await this.#index.bearers(fresh))];
    const speakers = bearers.filter((summary) => !this.#own.has(summary.id));
    if (fresh.length === 0 && speakers.length === 0) return;
    const claims = await this.#index.claims({ keys: fresh, documents: speakers.map((summary) => summary.id) });
    for (const summary of bearers) this.#documents.set(summary.id, summary);
    const unseen = new Set(claims.map((claim) => claim.document).filter((id) => !this.#documents.has(id)));
    for (const summary of await this.#index.summaries([...unseen])) this.#documents.set(summary.id, summary);
    this.#claims.push(...claims);
    for (const key of fresh) this.#keys.add(symbolOf({ key })!);
    for (const summary of speakers) this.#own.add(summary.id);
    this.projection = project(this.#claims, [...this.#documents.values()]);
  }
}

function nodeOf(work: Work, depth: number): GraphNode {
  const { id, key, type, scope, term, date, title, held, maybe, dates } = work;
  return { id, key, type, scope, term, date, title, held: [...held], maybe: [...maybe], depth, dates: [...dates] };
}

/** Edges with the words that state them, each with the page it stands on. */
function withWitnesses(view: View, edges: readonly Edge[]): GraphEdge[] {
  return edges.map(({ from, to, kinds, witnesses }) => ({
    from,
    to,
    relation: kinds[0]!.relation,
    kind: kinds[0]!.kind,
    kinds: [...kinds],
    witnesses: witnesses.map(({ document, page, claim, identified }) => {
      return {
        document,
        name: view.summary(document)?.name ?? document,
        relation: claim.relation,
        kind: claim.kind,
        confidence: claim.confidence,
        quote: claim.quote,
        span: claim.witness,
        page,
        rule: claim.rule,
        attested: !claim.own,
        identified,
      };
    }),
  }));
}
