import Type, { type Static } from 'typebox';
import { Relation, RelationKind } from '#ingest/model/relation.ts';
import { closed, Nullable, nullable } from '../forms.ts';
import { EdgeWitness } from '../graph.ts';
import { Lapse } from './cascade.ts';
import { findingFields } from './finding.ts';
import { WorkLevel, WorkView } from './work.ts';

const Count = Type.Integer({ minimum: 0 });

/** Where a unit's place went, or what went up in it. */
export const UnitStep = Type.Object(
  {
    scope: Type.String(),
    on: Type.String({ description: 'day (ISO) of the change' }),
    how: Type.Enum(['before', 'after'], {
      description: '`before`: it went up in the place of this unit; `after`: this unit went up in it',
    }),
  },
  closed,
);
export type UnitStep = Static<typeof UnitStep>;

/** A body of a place, as documents are issued by it. */
export const MatrixUnit = Type.Object(
  {
    id: Type.String({ description: 'body and scope, as in `Tỉnh ủy@Bến Tre`' }),
    name: Type.String({ description: 'as in `Tỉnh ủy Bến Tre`' }),
    body: Type.String(),
    scope: Type.String(),
    level: nullable(WorkLevel),
    known: Type.Boolean({ description: 'false where the collection knows no document of it' }),
    line: Type.Array(UnitStep, { description: 'places whose documents are counted into its row: those since the change, or up to it' }),
  },
  closed,
);
export type MatrixUnit = Static<typeof MatrixUnit>;

/** Sums of days, of those cells whose first answer is dated after the directive or on its day. */
export const MatrixDays = Type.Object(
  {
    least: Count,
    median: Type.Number({ minimum: 0 }),
    most: Count,
    cells: Type.Integer({ minimum: 1, description: 'of how many cells' }),
  },
  closed,
);
export type MatrixDays = Static<typeof MatrixDays>;

/** What the cells of a row or column come to. */
export const MatrixTotals = Type.Object(
  {
    issued: Type.Integer({ minimum: 0, description: 'cells with a document, held or attested' }),
    held: Type.Integer({ minimum: 0, description: 'cells with a document that is held here' }),
    attested: Type.Integer({ minimum: 0, description: 'cells all of whose documents are known by the words of others only' }),
    reviewed: Count,
    silent: Count,
    own: Type.Integer({ minimum: 0, description: 'cells of the body that issued the directive, without a further document' }),
    days: nullable(MatrixDays),
  },
  closed,
);
export type MatrixTotals = Static<typeof MatrixTotals>;

/** A document of a unit that answers a directive. */
export const MatrixAnswer = Type.Object(
  {
    work: Type.String({ description: 'id of the work, which is among `works`' }),
    held: Type.Boolean(),
    ...Lapse.properties,
    to: Type.String({ description: 'the work that it acts on: the directive, or the last of `through`' }),
    through: Type.Array(Type.String(), {
      description: 'works through which it answers, from the directive down; empty where it names the directive itself',
    }),
    beside: Type.Array(Type.String(), { description: 'other works under the directive that it acts on too, the first three' }),
    relation: Relation,
    kind: RelationKind,
    reviews: Type.Boolean({ description: 'true where it sums up or reports' }),
    scope: nullable(
      Type.String({ description: 'the place of its own where it is a predecessor or successor that answers; null for the unit itself' }),
    ),
    witness: nullable(EdgeWitness),
  },
  closed,
);
export type MatrixAnswer = Static<typeof MatrixAnswer>;

/** Works by id, the first few, and how many there are. */
const Few = (description: string) => Type.Object({ total: Count, works: Type.Array(Type.String()) }, { ...closed, description });

/** What a unit did about a directive. */
export const MatrixCell = Type.Object(
  {
    directive: Type.String({ description: 'id of the work of the column' }),
    state: Type.Enum(['held', 'attested', 'own', 'silent'], {
      description:
        '`held`: a document that answers is held here; `attested`: only other documents speak of one; `own`: the unit issued the directive itself; `silent`: no document held here shows an answer, which does not say that there was none',
    }),
    ...Lapse.properties,
    reviewed: Type.Boolean({ description: 'true where one of the documents sums up or reports (sơ kết, tổng kết, báo cáo)' }),
    documents: Type.Integer({ minimum: 0, description: 'how many documents answer' }),
    answers: Type.Array(MatrixAnswer, { description: 'the first three: held ones first, then by date' }),
    mentions: Few('documents of the unit that name the directive by other relations than those asked for'),
    possible: Few('documents that answer, of such a body whose place nothing tells: one of them could be of this unit'),
    message: nullable(Type.String({ description: 'of a silent cell: what it means, in English' })),
    messageVi: nullable(Type.String({ description: 'the same in Vietnamese' })),
  },
  closed,
);
export type MatrixCell = Static<typeof MatrixCell>;

export const MatrixRow = Type.Object(
  { unit: MatrixUnit, cells: Type.Array(MatrixCell, { description: 'in the order of the columns' }), totals: MatrixTotals },
  closed,
);
export type MatrixRow = Static<typeof MatrixRow>;

export const MatrixColumn = Type.Object(
  {
    asked: Type.String(),
    work: WorkView,
    totals: MatrixTotals,
    unplaced: Few('documents that answer and of which nothing tells whose they are: they fill no cell'),
  },
  closed,
);
export type MatrixColumn = Static<typeof MatrixColumn>;

/** What was asked for by a name, and the units that it stands for. */
export const UnitAsked = Type.Object(
  {
    asked: Type.String(),
    units: Type.Array(Type.String(), { description: 'ids of the units; none where the words name no body of a place' }),
    message: nullable(Type.String({ description: 'where there are none or several: what became of it, in English' })),
    messageVi: Nullable,
  },
  closed,
);
export type UnitAsked = Static<typeof UnitAsked>;

/** Which of several works is meant by a number. */
export const DirectiveChoice = Type.Object({ asked: Type.String(), choices: Type.Array(WorkView) }, closed);
export type DirectiveChoice = Static<typeof DirectiveChoice>;

/** Units against directives. `choices` is filled, and the rest empty, where a number could be several works. */
export const Matrix = Type.Object(
  {
    columns: Type.Array(MatrixColumn),
    total: Type.Integer({ minimum: 0, description: 'how many rows there are; totals of columns are those of all of them' }),
    rows: Type.Array(MatrixRow, { description: 'a page of the rows' }),
    asked: Type.Array(UnitAsked, { description: 'the units asked for by name' }),
    works: Type.Array(WorkView, { description: 'the works that the rows and columns name, the directives left out' }),
    choices: Type.Array(DirectiveChoice),
    truncated: Type.Boolean({
      description: 'true where more documents are linked than were looked at: a cell may then be silent for that',
    }),
    ...findingFields,
  },
  closed,
);
export type Matrix = Static<typeof Matrix>;
