import type { Attested, Citation } from '#ingest/model/citation.ts';
import type { Claim } from '#ingest/model/claim.ts';
import type { Identity } from '#ingest/model/identity.ts';
import type { Span } from '#ingest/model/span.ts';
import { sentenceAt, sentenceEnd } from './sentences.ts';

/** Longest quote that goes with a claim, in code units; a longer sentence is cut around its witness and says so with "…". */
const QUOTE = 600;

/** What the document says of others: its own relation to each document it cites, and each relation it attests between two of them.
 * `starts` are the offsets at which the text's sentences begin. */
export function claimsOf(
  text: string,
  citations: readonly Citation[],
  attested: readonly Attested[],
  starts: readonly number[],
  identityOf: (id: string) => Identity | undefined,
): Claim[] {
  const claims: Claim[] = citations.flatMap((citation) => {
    const witnesses = citation.witnesses.filter(({ relation }) => relation === citation.relation);
    return witnesses.slice(0, 1).map(({ relation, rule, span }) => ({
      subject: null,
      relation,
      object: citation.identity,
      rule,
      own: true,
      witness: span,
      quote: quoteOf(text, starts, span),
    }));
  });
  for (const { from, relation, to, rule, span } of attested) {
    const subject = identityOf(from);
    const object = identityOf(to);
    if (subject !== undefined && object !== undefined)
      claims.push({ subject, relation, object, rule, own: false, witness: span, quote: quoteOf(text, starts, span) });
  }
  return claims;
}

function quoteOf(text: string, starts: readonly number[], span: Span): string {
  const from = sentenceAt(starts, span.start);
  const to = sentenceEnd(starts, Math.max(span.start, span.end - 1), text.length);
  const cutFrom = to - from <= QUOTE ? from : Math.max(from, Math.min(span.start, to - QUOTE));
  const cutTo = Math.min(to, Math.max(cutFrom + QUOTE, span.end));
  const words = text.slice(cutFrom, cutTo).replace(/\s+/gu, ' ').trim();
  return `${cutFrom > from ? '… ' : ''}${words}${cutTo < to ? ' …' : ''}`;
}
