import Type, { type Static } from 'typebox';
import { levels } from '#services/analysis/level.ts';
import { samenessReasons } from '#services/works/work.ts';
import { DocumentSummary } from '../documents.ts';
import { closed, Nullable, nullable } from '../forms.ts';

const Count = Type.Integer({ minimum: 0 });

export const WorkLevel = Type.Enum([...levels], {
  description: 'level of the body that issues, by the code in the number or by the scope',
});
export type WorkLevel = Static<typeof WorkLevel>;

/** A value that is said of a work. */
export const ClaimedValue = Type.Object(
  {
    value: Type.String(),
    documents: Type.Integer({ minimum: 0, description: 'how many documents say so' }),
    own: Type.Boolean({ description: 'true where the head of the document itself says so' }),
  },
  closed,
);
export type ClaimedValue = Static<typeof ClaimedValue>;

/** All that is said of a work; more than one value of a kind is a contradiction that is shown, not settled. */
export const ClaimedOfWork = Type.Object(
  {
    dates: Type.Array(ClaimedValue),
    titles: Type.Array(ClaimedValue),
    issuers: Type.Array(ClaimedValue),
    types: Type.Array(ClaimedValue),
  },
  closed,
);

/** Another work that this one could be, told by its number, scope and term as far as they are known, and what speaks for and against it. */
export const PossibleWork = Type.Object(
  {
    work: Type.String({ description: 'id of the other work' }),
    symbol: Type.String(),
    scope: Nullable,
    term: Nullable,
    reasons: Type.Array(Type.Enum([...samenessReasons])),
  },
  closed,
);
export type PossibleWork = Static<typeof PossibleWork>;

/** A work: one document as the collection knows it, held or not, with what is said of it. */
export const WorkView = Type.Object(
  {
    id: Type.String(),
    symbol: Type.String({ description: 'the number as all its ways of writing share it; "doc:ID" for a document without one' }),
    key: Nullable,
    type: Nullable,
    scope: Nullable,
    term: Nullable,
    date: nullable(Type.String({ description: 'the date its own head says, or the only one said of a work that nobody holds' })),
    title: Nullable,
    issuer: Nullable,
    level: nullable(WorkLevel),
    held: Type.Array(DocumentSummary, { description: 'the documents of the collection that are this work, the first twenty by id' }),
    heldMore: Type.Integer({ minimum: 0, description: 'how many more of them there are' }),
    cited: Type.Integer({ minimum: 0, description: 'how often others name it: documents times ways of naming it' }),
    claimed: ClaimedOfWork,
    maybe: Type.Array(PossibleWork, { description: 'other works that this one could be' }),
    maybeMore: Count,
    decisions: Type.Array(Type.String(), { description: 'ids of the decisions of persons that made it what it is' }),
  },
  closed,
);
export type WorkView = Static<typeof WorkView>;
