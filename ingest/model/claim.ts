import Type, { type Static } from 'typebox';
import { Identity } from './identity.ts';
import { byStrength, Confidence, Relation, RelationKind } from './relation.ts';
import { Span } from './span.ts';

/**
 * Who says what of which document, with the words: one claim for each pair of documents and kind of relation. Claims are what is stored; the graph is
 * computed from them. `subject` null means the document that speaks. `own` is true where the speaker states a relation of its own.
 * `quote` is the sentence around `witness`, single spaces, so that an edge can be shown without opening its document.
 */
export const Claim = Type.Object(
  {
    subject: Type.Union([Identity, Type.Null()]),
    relation: Relation,
    kind: RelationKind,
    object: Identity,
    rule: Type.String(),
    confidence: Confidence,
    own: Type.Boolean(),
    witness: Span,
    quote: Type.String(),
  },
  { additionalProperties: false },
);
export type Claim = Static<typeof Claim>;

/** Of all that one document claims, the strongest claim of each pair: what is counted, so that a pair with several kinds counts once. */
export function leadingClaims(claims: readonly Claim[]): ReadonlySet<Claim> {
  // Numbers tell most pairs apart; identities are compared as a whole only where they do not.
  const byNumbers = Map.groupBy(claims, ({ subject, object }) => `${subject?.key ?? ''} ${object.key ?? ''}`);
  const leading = new Set<Claim>();
  for (const alike of byNumbers.values()) {
    const [only] = alike;
    if (alike.length === 1 && only !== undefined) leading.add(only);
    else for (const claim of leadingAmong(alike)) leading.add(claim);
  }
  return leading;
}

function leadingAmong(claims: readonly Claim[]): Iterable<Claim> {
  const leading = new Map<string, Claim>();
  for (const claim of claims) {
    const pair = JSON.stringify([claim.subject, claim.object]);
    const best = leading.get(pair);
    if (best === undefined || byStrength(claim, best) < 0) leading.set(pair, claim);
  }
  return leading.values();
}
