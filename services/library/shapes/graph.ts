import Type, { type Static } from 'typebox';
import { Certainty } from '#ingest/model/identity.ts';
import { Confidence, Relation, RelationKind } from '#ingest/model/relation.ts';
import { Span } from '#ingest/model/span.ts';
import { DocumentSummary } from './documents.ts';
import { closed, Nullable, nullable } from './forms.ts';

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
