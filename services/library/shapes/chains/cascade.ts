import Type, { type Static } from 'typebox';
import { Relation, RelationKind } from '#ingest/model/relation.ts';
import { closed, Nullable, nullable } from '../forms.ts';
import { GraphEdge, WithinScope } from '../graph.ts';
import { findingFields } from './finding.ts';
import { WorkLevel, WorkView } from './work.ts';

/** How long after the document above it one was issued. */
export const Lapse = Type.Object(
  {
    timing: Type.Enum(['after', 'same-day', 'before', 'unknown'], {
      description:
        '`before`: it bears an earlier date than what it acts on, one of both must be wrong; `unknown`: a date is missing or disputed',
    }),
    days: nullable(Type.Integer({ minimum: 0, description: 'days between the two dates, whichever is first; null where unknown' })),
  },
  closed,
);
export type Lapse = Static<typeof Lapse>;

/** A further work of the tree that a document acts on. */
export const FurtherParent = Type.Object({ work: Type.String(), relation: Relation, kind: RelationKind, ...Lapse.properties }, closed);
export type FurtherParent = Static<typeof FurtherParent>;

/** A document in the tree, under what it carries out. */
export const CascadeEntry = Type.Object(
  {
    ...WorkView.properties,
    depth: Type.Integer({ minimum: 0, description: 'steps from the root in the tree' }),
    parent: nullable(Type.String({ description: 'the work that it stands under; null for the root' })),
    link: nullable(GraphEdge),
    ...Lapse.properties,
    further: Type.Array(FurtherParent, { description: 'other works of the tree that it acts on too' }),
    below: Type.Integer({ minimum: 0, description: 'how many documents stand under it, at any depth' }),
  },
  closed,
);
export type CascadeEntry = Static<typeof CascadeEntry>;

/** What a level did. Days are those to the work that a document stands under, of documents that were issued after it or on its day. */
export const CascadeLevel = Type.Object(
  {
    level: nullable(WorkLevel),
    documents: Type.Integer({ minimum: 0 }),
    held: Type.Integer({ minimum: 0, description: 'how many of them are in the collection' }),
    scopes: Type.Integer({ minimum: 0, description: 'of how many places, or the centre' }),
    days: nullable(
      Type.Object(
        {
          least: Type.Integer({ minimum: 0 }),
          median: Type.Number({ minimum: 0 }),
          most: Type.Integer({ minimum: 0 }),
          documents: Type.Integer({ minimum: 1, description: 'of how many documents both dates are known' }),
        },
        closed,
      ),
    ),
  },
  closed,
);
export type CascadeLevel = Static<typeof CascadeLevel>;

/** The tree of what came of a document. `choices` is filled, and the rest empty, where what was asked for could be several works. */
export const Cascade = Type.Object(
  {
    root: Nullable,
    entries: Type.Array(CascadeEntry, {
      description: 'each document once, under the work that it acts on most strongly; a document before those under it, children by date',
    }),
    levels: Type.Array(CascadeLevel, { description: 'from the centre down, the root left out; unknown levels last' }),
    within: nullable(WithinScope),
    truncated: Type.Boolean({ description: 'true where the limit cut the tree; /graph/statements pages all that is stated of a work' }),
    choices: Type.Array(WorkView),
    ...findingFields,
  },
  closed,
);
export type Cascade = Static<typeof Cascade>;
