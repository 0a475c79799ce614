import Type, { type Static } from 'typebox';
import { Identity } from './identity.ts';
import { Relation } from './relation.ts';
import { Span } from './span.ts';

/**
 * Who says what of which document, with the words. Claims are what is stored; the graph is computed from them.
 * `subject` null means the document that speaks. `own` is true where the speaker states a relation of its own.
 * `quote` is the sentence around `witness`, single spaces, so that an edge can be shown without opening its document.
 */
export const Claim = Type.Object(
  {
    subject: Type.Union([Identity, Type.Null()]),
    relation: Relation,
    object: Identity,
    rule: Type.String(),
    own: Type.Boolean(),
    witness: Span,
    quote: Type.String(),
  },
  { additionalProperties: false },
);
export type Claim = Static<typeof Claim>;
