import { createHash } from 'node:crypto';
import type { estypes } from '@elastic/elasticsearch';
import { Failure } from '#ingest/model/failure.ts';
import { facetNames } from '#mappings/fields.ts';
import type { Query, SearchOrder } from '#services/query/query.ts';
import { searchTime } from '#services/store/bounds.ts';
import { unpackBody } from '#services/store/packing.ts';
import type { FacetName, SearchHit, SearchPage, SearchRequest } from '#services/store/port.ts';
import { type Answer, askPartly, type Hit, isPartial, totalOf } from './answers.ts';
import type { Connection } from './connection.ts';
import { cursorBehind, placeOf, sortOf } from './cursor.ts';
import { type FacetSize, facetRequest, facetSizeFor, facetsOf, largestFacet } from './facets.ts';
import { chosenBy } from './match.ts';
import { hitsFrom, window, withPointInTime } from './pointInTime.ts';
import { asSummary, packetOf, summaryOf, withRecords } from './record.ts';
import { ranked, ruleOf } from './rules.ts';

/** A page as it is asked for, with what was left open filled in. */
interface Wanted {
  readonly from: number;
  readonly size: number;
  readonly after: estypes.SortResults | null;
  readonly order: SearchOrder;
  readonly facets: readonly FacetName[];
}

/** @throws Failure `bad-request` for a cursor that no answer in this order gave. */
function wantedOf({ from = 0, size, after, order = 'relevance', facets = facetNames }: SearchRequest, scores: boolean): Wanted {
  if (after !== undefined && from > 0) throw new Failure('bad-request', 'A page begins behind a hit or a number of hits, not both.');
  return { from, size, after: after === undefined ? null : placeOf(after, order, scores), order, facets };
}

/**
 * One page of what matches as Elasticsearch is asked for it. Scores take the words of all shards together (dfs), so that they do not depend on which
 * documents lie side by side. One hit more than the page holds tells whether there is a next one.
 */
export function searchRequest(query: Query, page: SearchRequest, size: FacetSize = largestFacet): estypes.SearchRequest {
  const { clause, lift } = ranked(query);
  const wanted = wantedOf(page, lift !== null);
  return {
    query: clause,
    sort: sortOf(wanted.order, lift !== null),
    ...(lift === null
      ? {}
      : { search_type: 'dfs_query_then_fetch' as const, ...(wanted.order === 'relevance' ? {} : { track_scores: true }) }),
    ...(wanted.after === null ? { from: wanted.from } : { search_after: wanted.after }),
    size: wanted.size === 0 ? 0 : wanted.size + 1,
    track_total_hits: true,
    ...(page.bodies === true ? withRecords : asSummary),
    ...(wanted.facets.length === 0 ? {} : { aggs: Object.fromEntries(wanted.facets.map((name) => [name, facetRequest(name, size)])) }),
  };
}

/** One page of what matches and the facets of the whole result; what is found in time, where that is short. The hits are told to `early` where they come before the facets. */
export async function search(
  connection: Connection,
  query: Query,
  page: SearchRequest,
  facets: FacetSize = facetSizeFor(connection),
  early: (hits: readonly SearchHit[]) => void = () => undefined,
): Promise<SearchPage> {
  const request = searchRequest(query, page, facets);
  const { from = 0, size } = page;
  if (from + size >= window) return deepPage(connection, query, page, request);
  const until = performance.now() + searchTime;
  const preference = preferenceFor(query);
  const ask = (more: estypes.SearchRequest) =>
    askPartly(connection, { ...more, index: connection.documents, preference }, Math.max(1, until - performance.now()));
  const { aggs, ...hits } = request;
  if (aggs === undefined || size === 0) {
    const answer = await ask(request);
    return await pageOf(query, page, answer, hitsOf(query, page, answer.hits.hits), ask);
  }
  const finding = ask({ ...hits, track_total_hits: false }).then((found) => {
    const first = hitsOf(query, page, found.hits.hits);
    early(first.hits);
    return { found, first };
  });
  const [{ found, first }, ...answers] = await Promise.all([finding, ...countsRequests(query, aggs).map(ask)] as const);
  const told = await pageOf(query, page, together(answers), first, ask);
  // Between the two the index may have moved on.
  return { ...told, total: Math.max(told.total, told.hits.length), partial: told.partial || isPartial(found) };
}

type Counts = NonNullable<estypes.SearchRequest['aggs']>;

/**
 * What is counted of all that matches. It is asked for apart from the hits, at the same time: the server then need not score what it counts, and may pass
 * over what cannot come among the hits. Cited numbers take about as long as all other facets together (they have by far the most values, several a document),
 * and go by themselves.
 */
function countsRequests(query: Query, { cites, ...others }: Counts): estypes.SearchRequest[] {
  const parts = [others, ...(cites === undefined ? [] : [{ cites }])].filter((part) => Object.keys(part).length > 0);
  return parts.map((aggs) => ({ query: chosenBy(query), size: 0, track_total_hits: true, aggs }));
}

/** Answers to parts of one question as one: partial where one of them is, and with the smallest total, since the index may have moved on between them. */
function together(answers: readonly Answer[]): Answer {
  const least = answers.find(isPartial) ?? answers.reduce((all, one) => (totalOf(one) < totalOf(all) ? one : all));
  return { ...least, aggregations: Object.assign({}, ...answers.map(({ aggregations }) => aggregations)) };
}

/** A page further from the first hit than the server counts: all steps to it see the index as it is now, and none may be answered in part. */
async function deepPage(connection: Connection, query: Query, page: SearchRequest, request: estypes.SearchRequest): Promise<SearchPage> {
  return await withPointInTime(connection, connection.documents, preferenceFor(query), async (then) => {
    const { aggs, ...rest } = request;
    const { from = 0, size } = page;
    const counted = await then.ask({ ...rest, from: 0, size: 0, ...(aggs && { aggs }) });
    const hits = from < totalOf(counted) ? await hitsFrom(then, rest, from, size + 1) : [];
    return await pageOf(query, page, counted, hitsOf(query, page, hits), (more) => then.ask(more));
  });
}

/** The hits of a page, of which those found hold one more where there is a next page. */
function hitsOf(
  query: Query,
  { size, order = 'relevance', bodies = false }: SearchRequest,
  found: readonly Hit[],
): Pick<SearchPage, 'hits' | 'next'> {
  const { lift } = ranked(query);
  const hits = found.slice(0, size);
  const last = found.length > size ? hits.at(-1)?.sort : undefined;
  return {
    hits: hits.map((hit) => (bodies ? { ...hitOf(hit, lift), body: () => unpackBody(packetOf(hit, 'record')) } : hitOf(hit, lift))),
    next: last === undefined ? null : cursorBehind(order, last),
  };
}

/** The page of these hits, with what an answer counts. */
async function pageOf(
  query: Query,
  { facets: names = facetNames }: SearchRequest,
  answer: Answer,
  hits: Pick<SearchPage, 'hits' | 'next'>,
  ask: (request: estypes.SearchRequest) => Promise<Answer>,
): Promise<SearchPage> {
  const { facets, cut, partial } = await facetsOf(answer, names, chosenBy(query), ask);
  return { total: totalOf(answer), ...hits, facets, cut, partial: partial || isPartial(answer) };
}

/** Copies of a shard may count differently what was deleted: the same query always goes to the same copies, so that its pages fit together. */
export function preferenceFor(query: unknown): string {
  return createHash('sha256').update(JSON.stringify(query)).digest('hex').slice(0, 16);
}

function hitOf(hit: Hit, lift: number | null): SearchHit {
  return { document: summaryOf(hit), ...ruleOf(hit._score ?? 0, lift) };
}
