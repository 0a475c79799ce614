import type { Citation } from '#ingest/model/citation.ts';
import type { DocumentRecord } from '#ingest/model/record.ts';
import type { Span } from '#ingest/model/span.ts';
import { type Naming, namingId, namingsIn } from '#services/works/naming.ts';
import type { Part } from './raw.ts';

type Body = Omit<DocumentRecord, 'claims' | 'tasks'>;

/** A document that a text names, with how it names it. */
export interface NamedCitation {
  readonly citation: Citation;
  readonly naming: Naming;
  readonly id: string;
}

/** How a text names itself and each document that it cites. */
export function namedIn(id: string, body: Body): { readonly own: Naming; readonly cited: readonly NamedCitation[] } {
  // What a record claims of a citation bears the identity of the citation: so do these, one for each.
  const claims = body.citations.map(({ identity }): DocumentRecord['claims'][number] => ({
    ...{ subject: null, relation: 'cites', kind: 'cites', object: identity, rule: '', confidence: 'stated', own: true },
    ...{ witness: { start: 0, end: 0 }, quote: '' },
  }));
  const { own, claims: named } = namingsIn(id, { ...body, claims, tasks: [] });
  const cited = body.citations.map((citation, at) => ({ citation, naming: named[at]!.object, id: namingId(named[at]!.object) }));
  return { own, cited };
}

/** Where the document names itself: its number, else what else its head gives. */
export function ownPlace({ document: { spans } }: Pick<Body, 'document'>, part: Part): Span | null {
  const wanted = part === 'number' ? spans.number : spans[part];
  return wanted ?? spans.number ?? spans.title ?? null;
}

/** Where the text says this part of the cited document; where it names it, if no words say that part with one of `values`. */
export function citedPlace({ said, occurrences }: Citation, part: Part, values: ReadonlySet<string>): Span | null {
  const all = part === 'date' ? said.dates : part === 'issuer' ? said.issuers : part === 'title' ? said.titles : [];
  return (all.find(({ value }) => values.has(value)) ?? all[0])?.span ?? occurrences[0]?.span ?? null;
}
