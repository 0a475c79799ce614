import Type, { type Static } from 'typebox';
import { DocumentSummary } from './documents.ts';
import { closed } from './forms.ts';

/** A document that speaks of the same, with what makes it similar, the most telling first: words of its text, and numbers that both cite. */
export const SimilarDocument = Type.Object(
  {
    document: DocumentSummary,
    likeness: Type.Number({ minimum: 0, maximum: 1, description: 'how much of what tells the document apart the other one has too' }),
    words: Type.Array(Type.String()),
    citations: Type.Array(Type.String()),
  },
  closed,
);
export type SimilarDocument = Static<typeof SimilarDocument>;

export const Similar = Type.Object(
  {
    id: Type.String(),
    documents: Type.Array(SimilarDocument),
    partial: Type.Boolean({ description: 'true where the index could not look everywhere in time: there may be more than is told' }),
  },
  closed,
);
export type Similar = Static<typeof Similar>;
