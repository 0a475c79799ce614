import Type, { type Static } from 'typebox';
import { Relation } from '#ingest/model/relation.ts';
import { closed, Nullable, nullable } from './forms.ts';
import { Facet } from './search.ts';

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
