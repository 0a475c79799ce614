import type { Citation, RelationWitness } from '#ingest/model/citation.ts';
import type { Claim } from '#ingest/model/claim.ts';
import type { Identity } from '#ingest/model/identity.ts';
import type { Span } from '#ingest/model/span.ts';
import { oneLine } from '#ingest/vocabulary/spacing.ts';
import type { AttestedEdge } from './relations.ts';
import { sentenceAt, sentenceEnd } from './sentences.ts';

/** Longest quote that goes with a claim, in code units; a longer sentence is cut around its witness and says so with "…". */
const QUOTE = 600;

/** Whose identities the claims name: this document's own, and by id those of the documents it names. */
export interface Named {
  readonly own: Identity;
  of(id: string): Identity | undefined;
}

/**
 * What the document says: its own relations to each document it cites, theirs to it, and those it attests between two of them; one claim for each pair
 * and kind of relation, with its surest words. `starts` are the offsets at which the text's sentences begin.
 */
export function claimsOf(
  text: string,
  citations: readonly Citation[],
  attested: readonly AttestedEdge[],
  starts: readonly number[],
  named: Named,
): Claim[] {
  const claim = (subject: Identity | null, object: Identity, { relation, kind, rule, confidence, span }: RelationWitness): Claim => ({
    ...{ subject, relation, kind, object, rule, confidence },
    own: subject === null,
    witness: span,
    quote: quoteOf(text, starts, span),
  });
  return [
    // To be named as the one that changes this document is no citing besides.
    ...citations
      .filter(({ kind, inverse }) => kind !== 'cites' || inverse.length === 0)
      .flatMap(({ identity, witnesses }) => witnesses.map((witness) => claim(null, identity, witness))),
    ...citations.flatMap(({ identity, inverse }) => inverse.map((witness) => claim(identity, named.own, witness))),
    ...attested.flatMap((edge) => {
      const [subject, object] = [named.of(edge.from), named.of(edge.to)];
      return subject === undefined || object === undefined ? [] : [claim(subject, object, edge)];
    }),
  ];
}

/** The sentence around a witness. Of a witness longer than a quote both ends are shown: its first words state the relation, its last ones name the document. */
function quoteOf(text: string, starts: readonly number[], span: Span): string {
  const from = sentenceAt(starts, span.start);
  const to = sentenceEnd(starts, Math.max(span.start, span.end - 1), text.length);
  const words = (start: number, end: number) => oneLine(text.slice(start, end));
  if (span.end - span.start > QUOTE)
    return `${span.start > from ? '… ' : ''}${words(span.start, span.start + QUOTE / 2)} … ${words(span.end - QUOTE / 2, span.end)}${span.end < to ? ' …' : ''}`;
  const cutFrom = to - from <= QUOTE ? from : Math.max(from, Math.min(span.start, to - QUOTE));
  const cutTo = Math.min(to, Math.max(cutFrom + QUOTE, span.end));
  return `${cutFrom > from ? '… ' : ''}${words(cutFrom, cutTo)}${cutTo < to ? ' …' : ''}`;
}
