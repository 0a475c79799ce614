import type { Query, QueryFilters } from '#services/query/query.ts';
import { passages } from '#services/query/snippets.ts';
import type { DocumentSummary, Store } from '#services/store/port.ts';
import { queryFor } from '../search/ways.ts';
import type { Addition, Additions } from '../shapes.ts';

/** Which of the documents that match: those taken in after a time (ISO, UTC), or all; at most `size` of them. */
export interface AddedRequest {
  readonly after: string | null;
  readonly size: number;
}

/**
 * The documents that match, those whose present version was taken in last first. `words` is null where filters alone tell what is meant.
 * Throws `bad-query` for words that cannot be used.
 */
export async function added(index: Store, words: string | null, filters: QueryFilters, request: AddedRequest): Promise<Additions> {
  const asked = await queryFor(index, words, filters, 'strict');
  const { after, size } = request;
  const query: Query = after === null ? asked : { ...asked, terms: [...asked.terms, { kind: 'accepted', after }] };
  const { total, hits, partial } = await index.search(query, { size, order: 'added', facets: [] });
  const documents = await Promise.all(hits.map(({ document }) => additionOf(index, document, asked)));
  return { total, partial, documents: documents.filter((document) => document !== null) };
}

/** Null for a document that was taken out meanwhile. */
async function additionOf(index: Store, document: DocumentSummary, query: Query): Promise<Addition | null> {
  const stored = await index.get(document.id);
  if (stored === null) return null;
  const version = stored.versions.find(({ revision }) => revision === document.revision) ?? stored.versions.at(-1);
  if (version === undefined) return null;
  const [best] = passages(stored.record, query, 1);
  return { document, accepted: version.accepted, passage: best === undefined ? null : best.text.replace(/\s+/gu, ' ').trim() };
}
