import Type, { type Static, type TSchema } from 'typebox';
import { Alias, Attested, Citation } from '#ingest/model/citation.ts';
import { Finding } from '#ingest/model/finding.ts';
import { Certainty, Identity } from '#ingest/model/identity.ts';
import { DocumentRecord, Signature } from '#ingest/model/record.ts';
import { Confidence, Relation, RelationKind } from '#ingest/model/relation.ts';
import { Span } from '#ingest/model/span.ts';
import { Task } from '#ingest/model/task.ts';

/** The shapes that the library answers with: what the API serves, the command line prints with --json, and the page reads. */

const closed = { additionalProperties: false } as const;
const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const Nullable = nullable(Type.String());

export const DocumentSummary = Type.Object(
  {
    id: Type.String(),
    revision: Type.Integer({ minimum: 1 }),
    name: Type.String(),
    type: Nullable,
    number: Nullable,
    issuer: Nullable,
    place: Nullable,
    date: Nullable,
    title: Nullable,
    identity: Identity,
  },
  closed,
);
export type DocumentSummary = Static<typeof DocumentSummary>;

/** Words on a page: `text` in the original letters, `marks` the matched places in it, `span` its place in the document's text. */
export const Snippet = Type.Object(
  { text: Type.String(), marks: Type.Array(Span), span: Span, page: Type.Integer({ minimum: 1 }), part: Nullable },
  closed,
);
export type Snippet = Static<typeof Snippet>;

export const Facet = Type.Object({ value: Type.String(), count: Type.Integer({ minimum: 0 }) }, closed);
export const SearchAnswer = Type.Object(
  {
    query: Type.String({ description: 'the words as typed' }),
    total: Type.Integer({ minimum: 0 }),
    partial: Type.Boolean({ description: 'true where the index could not look everywhere in time: there may be more than is told' }),
    hits: Type.Array(Type.Object({ document: DocumentSummary, score: Type.Number(), snippets: Type.Array(Snippet) }, closed)),
    facets: Type.Object(
      { type: Type.Array(Facet), issuer: Type.Array(Facet), place: Type.Array(Facet), year: Type.Array(Facet), scope: Type.Array(Facet) },
      closed,
    ),
  },
  closed,
);
export type SearchAnswer = Static<typeof SearchAnswer>;

/** One accepted state of a document's file. */
export const Version = Type.Object(
  {
    revision: Type.Integer({ minimum: 1 }),
    hash: Type.String(),
    name: Type.String(),
    accepted: Type.String({ description: 'ISO time of acceptance, UTC' }),
    current: Type.Boolean(),
  },
  closed,
);
export type Version = Static<typeof Version>;

/** A document with all that is known of it but its text, which is asked for apart. */
export const DocumentView = Type.Object(
  {
    ...DocumentSummary.properties,
    source: Type.String(),
    document: DocumentRecord.properties.document,
    file: DocumentRecord.properties.file,
    pipeline: Type.String(),
    signatures: Type.Array(Signature),
    recipients: DocumentRecord.properties.recipients,
    aliases: Type.Array(Alias),
    citations: Type.Array(Citation),
    attested: Type.Array(Attested),
    tasks: Type.Array(Task),
    parts: DocumentRecord.properties.parts,
    findings: Type.Array(Finding),
    versions: Type.Array(Version),
  },
  closed,
);
export type DocumentView = Static<typeof DocumentView>;

export const DocumentText = Type.Object(
  {
    id: Type.String(),
    text: Type.String(),
    pages: Type.Array(Type.Integer({ minimum: 0 }), { description: 'offset in text at which each page begins' }),
    edits: DocumentRecord.properties.edits,
  },
  closed,
);
export type DocumentText = Static<typeof DocumentText>;

/**
 * A work: one document as the collection knows it, held or not.
 * `held` lists the files that are this work; `maybe` the ids of other works that it could be.
 * `claimed` collects what is said of it (dates, titles), by whom: more than one date is a contradiction shown, not settled.
 */
export const GraphNode = Type.Object(
  {
    id: Type.String(),
    key: Nullable,
    type: Nullable,
    scope: Nullable,
    term: Nullable,
    date: Nullable,
    title: Nullable,
    held: Type.Array(DocumentSummary),
    maybe: Type.Array(Type.String()),
    depth: Type.Integer({ description: 'steps from the root: negative up (what it rests on), positive down (what came of it)' }),
    dates: Type.Array(Type.Object({ value: Type.String(), documents: Type.Array(Type.String()) }, closed)),
  },
  closed,
);
export type GraphNode = Static<typeof GraphNode>;

/**
 * The words of a document that state an edge. `attested`: said by a third document. `identified`: whether the words say which
 * work they mean (scope and term), whether it follows from what is known around them, or whether it stays unknown.
 */
export const EdgeWitness = Type.Object(
  {
    document: Type.String(),
    name: Type.String(),
    relation: Relation,
    kind: RelationKind,
    confidence: Confidence,
    quote: Type.String(),
    span: Span,
    page: Type.Integer({ minimum: 1 }),
    rule: Type.String(),
    attested: Type.Boolean(),
    identified: Certainty,
  },
  closed,
);
export const EdgeKind = Type.Object({ relation: Relation, kind: RelationKind, confidence: Confidence }, closed);
export type EdgeKind = Static<typeof EdgeKind>;

/** All that is stated of one pair of works, in one direction. `relation` and `kind` are the leading ones, the first of `kinds`. */
export const GraphEdge = Type.Object(
  {
    from: Type.String(),
    to: Type.String(),
    relation: Relation,
    kind: RelationKind,
    kinds: Type.Array(EdgeKind, {
      description: 'every kind of relation that is stated, the strongest first, each as sure as its surest words; plain `cites` only alone',
    }),
    witnesses: Type.Array(EdgeWitness, { description: 'the words of every kind, in the order of the kinds' }),
  },
  closed,
);
export type GraphEdge = Static<typeof GraphEdge>;

/** `choices` is filled, and the rest empty, where the symbol asked for could be several works. */
export const Graph = Type.Object(
  {
    root: nullable(Type.String()),
    nodes: Type.Array(GraphNode),
    edges: Type.Array(GraphEdge),
    choices: Type.Array(GraphNode),
    truncated: Type.Boolean({ description: 'true where the limit of nodes cut the graph' }),
  },
  closed,
);
export type Graph = Static<typeof Graph>;

export const TaskList = Type.Object(
  {
    total: Type.Integer({ minimum: 0 }),
    tasks: Type.Array(
      Type.Object(
        { document: DocumentSummary, index: Type.Integer({ minimum: 0 }), page: Type.Integer({ minimum: 1 }), task: Task },
        closed,
      ),
    ),
  },
  closed,
);
export type TaskList = Static<typeof TaskList>;

export const Stats = Type.Object(
  {
    documents: Type.Integer(),
    citations: Type.Integer(),
    relations: Type.Integer(),
    tasks: Type.Integer(),
    findings: Type.Integer(),
    byType: Type.Array(Facet),
    byRelation: Type.Array(Type.Object({ relation: Relation, count: Type.Integer() }, closed)),
    pipeline: Type.String(),
  },
  closed,
);
export type Stats = Static<typeof Stats>;

/** What became of one file: taken in as new or as a new version, known already, or refused. The counts tell what was read now: a known file is not read again. */
export const AddOutcome = Type.Object(
  {
    name: Type.String(),
    source: Type.String(),
    outcome: Type.Union([Type.Literal('added'), Type.Literal('updated'), Type.Literal('known'), Type.Literal('refused')]),
    document: Nullable,
    revision: nullable(Type.Integer()),
    citations: Type.Integer(),
    tasks: Type.Integer(),
    findings: Type.Integer(),
    searchable: Type.Boolean({
      description:
        'false where nothing was taken in, and where the document is kept but the index cannot take it now: it is brought in later',
    }),
    failure: nullable(Type.Object({ code: Type.String(), message: Type.String() }, closed)),
  },
  closed,
);
export type AddOutcome = Static<typeof AddOutcome>;

export const DoctorReport = Type.Object(
  {
    healthy: Type.Boolean(),
    documents: Type.Integer(),
    faults: Type.Array(Type.Object({ code: Type.String(), message: Type.String() }, closed), { description: 'what is wrong still' }),
    mended: Type.Array(Type.Object({ code: Type.String(), message: Type.String() }, closed), {
      description: 'what was wrong and is mended',
    }),
    notes: Type.Array(Type.String()),
  },
  closed,
);
export type DoctorReport = Static<typeof DoctorReport>;
