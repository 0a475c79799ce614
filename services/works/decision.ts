import Type, { type Static } from 'typebox';

/**
 * What a person decided about two works that the texts do not tell apart or do not bring together: a claim with its author, kept beside those of the
 * documents. `first` and `second` are ids of works of one number. An id names the words it comes from (number, scope or document, term), so that a decision
 * holds again after the documents are read anew.
 */
export const Decision = Type.Object(
  {
    id: Type.String(),
    symbol: Type.String(),
    first: Type.String(),
    second: Type.String(),
    says: Type.Union([Type.Literal('same'), Type.Literal('different')]),
    author: Type.String({ minLength: 1, maxLength: 200 }),
    made: Type.String({ description: 'ISO time, UTC' }),
    note: Type.Union([Type.String({ maxLength: 2000 }), Type.Null()]),
  },
  { additionalProperties: false },
);
export type Decision = Static<typeof Decision>;
