import type { Identity } from '#ingest/model/identity.ts';
import { byStrength, bySureness, type Confidence, type Relation, type RelationKind } from '#ingest/model/relation.ts';
import type { DocumentSummary, StoredClaim } from '#services/store/port.ts';
import { type Identified, type Mention, symbolOf, unnumberedId, unnumberedWork, type Work, type WorksOfKey, worksOf } from './works.ts';

/** Words that state an edge: the claim, by whom, and how its words tell which work is the object. */
export interface Witness {
  readonly document: string;
  readonly page: number;
  readonly claim: StoredClaim['claim'];
  readonly identified: Identified;
}

/** A kind of relation that is stated of a pair, and how sure its surest words are. */
export interface EdgeKind {
  readonly relation: Relation;
  readonly kind: RelationKind;
  readonly confidence: Confidence;
}

/**
 * `from` acts on, rests on or cites `to`. There is one edge for a pair; `kinds` are all that is stated of it, the strongest first: it leads. Plain `cites`
 * is among them only alone. The witnesses are in the order of their kinds.
 */
export interface Edge {
  readonly from: string;
  readonly to: string;
  readonly kinds: readonly EdgeKind[];
  readonly witnesses: readonly Witness[];
}

/** The graph of works that a set of claims draws. Equal sets give equal graphs, whatever their order. */
export interface Projection {
  readonly works: ReadonlyMap<string, Work>;
  readonly edges: readonly Edge[];
  /** Id of the work that a held document is; null where it was not among the documents. */
  workOf(document: string): string | null;
}

/**
 * Projects claims to works and edges. `documents` are the held documents that bear a number spoken of or make a claim;
 * claims of a document that is not among them are left out, because whose work speaks is then unknown.
 *
 * A work is right as soon as all claims and bearers of its symbol key are among the input; works of other keys may be partial.
 */
export function project(claims: readonly StoredClaim[], documents: readonly DocumentSummary[]): Projection {
  const summaries = new Map(documents.map((summary) => [summary.id, summary]));
  const known = distinct(claims).filter((claim) => summaries.has(claim.document));
  const byKey = mentionsByKey(known, [...summaries.values()]);
  const keys = new Map<string, WorksOfKey>([...byKey].map(([symbol, mentions]) => [symbol, worksOf(symbol, mentions)]));

  const works = new Map<string, Work>();
  for (const { works: some } of keys.values()) for (const work of some) works.set(work.id, work);
  for (const summary of summaries.values()) {
    if (symbolOf(summary.identity) === null) works.set(unnumberedId(summary.id), unnumberedWork(summary));
  }

  const place = (mention: Mention): { work: string; identified: Identified } => {
    const symbol = symbolOf(mention.identity);
    const found = symbol === null ? undefined : keys.get(symbol)?.place(mention);
    return found ?? { work: unnumberedId(mention.by), identified: 'said' };
  };
  const bearer = (summary: DocumentSummary): string => place({ by: summary.id, identity: summary.identity, summary }).work;
  const cited = (by: string, identity: Identity) => place({ by, identity, summary: null });

  const edges = new Map<string, { from: string; to: string; witnesses: Witness[] }>();
  for (const { document, page, claim } of known) {
    if (claim.object.key === null) continue;
    const from = claim.subject === null ? bearer(summaries.get(document)!) : cited(document, claim.subject).work;
    const { work: to, identified } = cited(document, claim.object);
    const id = JSON.stringify([from, to]);
    const edge = edges.get(id) ?? { from, to, witnesses: [] };
    edges.set(id, edge);
    edge.witnesses.push({ document, page, claim, identified });
  }
  return {
    works: new Map([...works].sort(byFirst)),
    edges: [...edges].sort(byFirst).map(([, edge]) => edgeOf(edge.from, edge.to, edge.witnesses)),
    workOf(document) {
      const summary = summaries.get(document);
      return summary === undefined ? null : bearer(summary);
    },
  };
}

function edgeOf(from: string, to: string, witnesses: readonly Witness[]): Edge {
  const ordered = witnesses.toSorted((a, b) => byStrength(a.claim, b.claim) || compareText(placeInText(a), placeInText(b)));
  const kinds = new Map<RelationKind, EdgeKind>();
  for (const { claim } of ordered) {
    const known = kinds.get(claim.kind);
    if (known === undefined || bySureness(claim, known) < 0)
      kinds.set(claim.kind, { relation: claim.relation, kind: claim.kind, confidence: claim.confidence });
  }
  if (kinds.size > 1) kinds.delete('cites');
  return { from, to, kinds: [...kinds.values()], witnesses: ordered };
}

/** The edge as the wanted kinds alone draw it, or null; one of the seven relations stands for all kinds under it. */
export function restricted({ from, to, witnesses }: Edge, wanted: ReadonlySet<RelationKind>): Edge | null {
  const kept = witnesses.filter(({ claim }) => wanted.has(claim.kind) || wanted.has(claim.relation));
  return kept.length === 0 ? null : edgeOf(from, to, kept);
}

/** All that speaks of each symbol key: bearers, and both ends of every claim. */
function mentionsByKey(claims: readonly StoredClaim[], documents: readonly DocumentSummary[]): Map<string, Mention[]> {
  const byKey = new Map<string, Mention[]>();
  const add = (mention: Mention) => {
    const symbol = symbolOf(mention.identity);
    if (symbol === null) return;
    const list = byKey.get(symbol);
    if (list === undefined) byKey.set(symbol, [mention]);
    else list.push(mention);
  };
  for (const summary of documents) add({ by: summary.id, identity: summary.identity, summary });
  for (const { document, claim } of claims) {
    add({ by: document, identity: claim.object, summary: null });
    if (claim.subject !== null) add({ by: document, identity: claim.subject, summary: null });
  }
  return byKey;
}

/** A claim that was loaded for two of its keys counts once. */
function distinct(claims: readonly StoredClaim[]): readonly StoredClaim[] {
  return [...new Map(claims.map((claim) => [JSON.stringify([claim.document, claim.claim]), claim])).values()];
}

function placeInText({ document, claim }: Witness): string {
  const start = String(claim.witness.start).padStart(12, '0');
  const end = String(claim.witness.end).padStart(12, '0');
  // Two claims may lie in the same words; the whole claim then decides, so that no order of arrival shows.
  return `${document} ${start} ${end} ${claim.rule} ${claim.quote} ${JSON.stringify(claim)}`;
}

function byFirst(a: readonly [string, unknown], b: readonly [string, unknown]): number {
  return compareText(a[0], b[0]);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
