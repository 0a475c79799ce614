import Type, { type Static } from 'typebox';
import { DocumentSummary } from './documents.ts';
import { closed, Nullable } from './forms.ts';

/** What a line of a list can say of a document beside its number. */
export const Doubt = Type.Enum(['type', 'date', 'issuer', 'term'], {
  description: 'what a line says that no document of its number bears out',
});

/** A work that a number could mean; `held` are the ids of the documents of the collection that are this work. */
export const NumberedWork = Type.Object(
  {
    id: Type.String(),
    key: Nullable,
    scope: Nullable,
    term: Nullable,
    date: Nullable,
    title: Nullable,
    held: Type.Array(Type.String()),
  },
  closed,
);
export type NumberedWork = Static<typeof NumberedWork>;

/** The answer to one line of a list. */
export const ListEntry = Type.Object(
  {
    line: Type.Integer({ minimum: 1, description: 'number of the line in the list' }),
    text: Type.String({ description: 'the line as it was read' }),
    asked: Type.Enum(['number', 'id', 'words'], { description: 'what the line was taken for' }),
    key: Type.Union([Type.String(), Type.Null()], { description: 'the number that the line is, in its canonical form' }),
    outcome: Type.Enum(['found', 'ambiguous', 'absent', 'invalid'], {
      description:
        '`found`: one document bears the number, or documents hold the words; `ambiguous`: the number could mean several documents, all are told; `absent`: nothing held bears the number or holds the words; `invalid`: the line cannot be used, `reason` says why',
    }),
    total: Type.Integer({ minimum: 0, description: 'how many documents were found' }),
    partial: Type.Boolean({ description: 'true where the index could not look everywhere in time: there may be more than `total`' }),
    documents: Type.Array(DocumentSummary, { description: 'of a number all documents that it could mean, of words the best one' }),
    works: Type.Array(NumberedWork, { description: 'what a number could mean, held or not, where that is not one held work' }),
    near: Type.Array(Type.String(), { description: 'known numbers near to one that nothing bears' }),
    doubts: Type.Array(Doubt),
    reason: Nullable,
  },
  closed,
);
export type ListEntry = Static<typeof ListEntry>;

const Count = Type.Integer({ minimum: 0 });
export const ListAnswer = Type.Object(
  {
    lines: Count,
    outcomes: Type.Object({ found: Count, ambiguous: Count, absent: Count, invalid: Count }, closed),
    entries: Type.Array(ListEntry, { description: 'one for each line that is not blank, in their order' }),
  },
  closed,
);
export type ListAnswer = Static<typeof ListAnswer>;
