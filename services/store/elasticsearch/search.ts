import { createHash } from 'node:crypto';
import type { estypes } from '@elastic/elasticsearch';
import { facetFields } from '#mappings/fields.ts';
import type { Query } from '#services/query/query.ts';
import type { SearchHit, SearchPage } from '#services/store/port.ts';
import { askPartly, type Hit, isPartial, totalOf } from './answers.ts';
import type { Connection } from './connection.ts';
import { type FacetSize, facetRequest, facetsOf, largestFacet } from './facets.ts';
import { queryOf } from './match.ts';
import { hitsFrom, window, withPointInTime } from './pointInTime.ts';
import { summaryOf, summarySource } from './record.ts';

/**
 * One page of what matches as Elasticsearch is asked for it: best first, then by id; by id alone where nothing is ranked. Scores take the words of
 * all shards together (dfs), so that they do not depend on which documents lie side by side.
 */
export function searchRequest(query: Query, page: { from: number; size: number }, facets: FacetSize = largestFacet): estypes.SearchRequest {
  const ranked = query.terms.length > 0;
  return {
    query: queryOf(query),
    sort: ranked ? [{ _score: { order: 'desc' } }, { id: 'asc' }] : [{ id: 'asc' }],
    ...(ranked ? { search_type: 'dfs_query_then_fetch' } : {}),
    from: page.from,
    size: page.size,
    track_total_hits: true,
    _source: summarySource,
    aggs: Object.fromEntries(facetFields.map((name) => [name, facetRequest(name, facets)])),
  };
}

/** One page of what matches and the facets of the whole result. */
export async function search(
  connection: Connection,
  query: Query,
  page: { from: number; size: number },
  facets: FacetSize = largestFacet,
): Promise<SearchPage> {
  const request = searchRequest(query, page, facets);
  const preference = preferenceFor(query);
  if (page.from + page.size > window) return deepPage(connection, query, page, facets);
  const answer = await askPartly(connection, { ...request, index: connection.documents, preference });
  const counted = await facetsOf(answer, facets, query, (more) =>
    askPartly(connection, { ...more, index: connection.documents, preference }),
  );
  return {
    total: totalOf(answer),
    hits: answer.hits.hits.map(hitOf),
    facets: counted.facets,
    partial: isPartial(answer) || counted.partial,
  };
}

/** A page further from the first hit than the server counts: all steps to it see the index as it is now, and none may be answered in part. */
async function deepPage(
  connection: Connection,
  query: Query,
  { from, size }: { from: number; size: number },
  largest: FacetSize,
): Promise<SearchPage> {
  return await withPointInTime(connection, connection.documents, preferenceFor(query), async (then) => {
    const { aggs, ...request } = searchRequest(query, { from: 0, size: 0 }, largest);
    const counted = await then.ask({ ...request, ...(aggs && { aggs }) });
    const { facets } = await facetsOf(counted, largest, query, (more) => then.ask(more));
    const total = totalOf(counted);
    const hits = from < total ? await hitsFrom(then, request, from, size) : [];
    return { total, hits: hits.map(hitOf), facets, partial: false };
  });
}

/** Copies of a shard may count differently what was deleted: the same query always goes to the same copies, so that its pages fit together. */
export function preferenceFor(query: unknown): string {
  return createHash('sha256').update(JSON.stringify(query)).digest('hex').slice(0, 16);
}

const hitOf = (hit: Hit): SearchHit => ({ document: summaryOf(hit), score: typeof hit.sort?.[0] === 'number' ? hit.sort[0] : 0 });
