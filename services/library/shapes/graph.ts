import Type, { type Static } from 'typebox';
import { Confidence, Relation, RelationKind } from '#ingest/model/relation.ts';
import { Span } from '#ingest/model/span.ts';
import { findingFields } from './chains/finding.ts';
import { WorkView } from './chains/work.ts';
import { closed, Nullable, nullable } from './forms.ts';

/** A work in its place in a graph. */
export const GraphNode = Type.Object(
  {
    ...WorkView.properties,
    depth: Type.Integer({ description: 'steps from the root: negative up (what it rests on), positive down (what came of it)' }),
  },
  closed,
);
export type GraphNode = Static<typeof GraphNode>;

/** How sure it is which works stand at the ends of a link. */
export const EndsIdentified = Type.Enum(['said', 'inferred', 'unknown', 'decided'], {
  description:
    'how the words tell which works they mean, of both ends the less certain: they say scope and term, both follow from what is known around them, they do not tell, or a person decided it',
});

/** The words of a document that state a link. */
export const EdgeWitness = Type.Object(
  {
    document: Type.String(),
    name: Type.String({ description: 'file name of that document' }),
    position: Type.Integer({ minimum: 0, description: 'place of the claim in the record of that document' }),
    relation: Relation,
    kind: RelationKind,
    confidence: Confidence,
    quote: Type.String(),
    span: Span,
    page: Type.Integer({ minimum: 1 }),
    rule: Type.String(),
    attested: Type.Boolean({ description: 'true where a third document says it' }),
    date: nullable(Type.String({ description: 'date of the document that acts, as these words give it' })),
    identified: EndsIdentified,
  },
  closed,
);
export type EdgeWitness = Static<typeof EdgeWitness>;

export const EdgeKind = Type.Object({ relation: Relation, kind: RelationKind, confidence: Confidence }, closed);
export type EdgeKind = Static<typeof EdgeKind>;

/** All that is stated of one pair of works, in one direction. `relation` and `kind` are the leading ones, the first of `kinds`. */
export const GraphEdge = Type.Object(
  {
    from: Type.String({ description: 'id of the work that acts, rests on the other or cites it' }),
    to: Type.String(),
    relation: Relation,
    kind: RelationKind,
    kinds: Type.Array(EdgeKind, {
      description: 'every kind of relation that is stated, the strongest first, each as sure as its surest words; plain `cites` only alone',
    }),
    claims: Type.Integer({
      minimum: 1,
      description: 'how many statements there are; those beyond `witnesses` are paged by /graph/statements',
    }),
    witnesses: Type.Array(EdgeWitness, { description: 'the words of the first statements, those of the strongest kind before others' }),
  },
  closed,
);
export type GraphEdge = Static<typeof GraphEdge>;

/** What a trace was narrowed to: a province or unit. */
export const WithinScope = Type.Object(
  {
    asked: Type.String(),
    scopes: Type.Array(Type.String(), { description: 'the scopes met that are this place or lie in it, or went before or came after it' }),
    line: Type.Array(
      Type.Object(
        {
          scope: Type.String(),
          side: Type.Enum(['before', 'after']),
          on: Type.String({ description: 'day of the change' }),
          source: Type.String({ description: 'the act that ordered it' }),
        },
        closed,
      ),
      { description: 'predecessors and successors of a province, which count for what they issued before and after the change' },
    ),
    works: Type.Integer({ minimum: 0, description: 'how many works of these scopes were met' }),
  },
  closed,
);
export type WithinScope = Static<typeof WithinScope>;

/** `choices` is filled, and the rest empty, where the symbol asked for could be several works. */
export const Graph = Type.Object(
  {
    root: Nullable,
    nodes: Type.Array(GraphNode),
    edges: Type.Array(GraphEdge),
    choices: Type.Array(WorkView),
    within: nullable(WithinScope),
    truncated: Type.Boolean({
      description: 'true where the limit of nodes cut the graph; /graph/statements pages all that is stated of a node',
    }),
    ...findingFields,
  },
  closed,
);
export type Graph = Static<typeof Graph>;
