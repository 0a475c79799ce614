import type { estypes } from '@elastic/elasticsearch';
import { Failure } from '#ingest/model/failure.ts';
import { type Answer, askWhole, sameCopies } from '../answers.ts';
import type { Clause } from '../clauses.ts';
import type { Connection } from '../connection.ts';

/** Asks one search of the index of the graph. */
export type Ask = (request: estypes.SearchRequest) => Promise<Answer>;

export function askingNow(connection: Connection): Ask {
  return (request) => askWhole(connection, { ...request, index: connection.graph, preference: sameCopies });
}

/** Most values that are told in one answer: the server gives 65,536. */
export const mostTold = 50_000;

type Aggregation = estypes.AggregationsAggregationContainer;

/** Counts the nested entries under `path` that fulfil all conditions, of documents that have such. */
export function countingNested(path: string, conditions: readonly Clause[], each: Aggregation): estypes.SearchRequest {
  const bool = { filter: [...conditions] };
  const of = { filter: { bool }, aggs: { each } };
  return {
    size: 0,
    track_total_hits: false,
    query: { bool: { filter: [{ nested: { path, query: { bool } } }] } },
    aggs: { nested: { nested: { path }, aggs: { of } } },
  };
}

/** What an answer to `countingNested` tells: how many entries there are, and its buckets. */
export interface Counted<Bucket> {
  readonly total: number;
  readonly buckets: readonly Bucket[];
  /** How many entries have values that are not among the buckets (`terms` only). */
  readonly rest: number;
}

/** @throws Failure `index-unavailable` where the answer is not of the form asked for: what is missing is not read as nothing found. */
export function countedIn<Bucket>(answer: Answer): Counted<Bucket> {
  const found = answer.aggregations?.nested as { readonly of?: { readonly doc_count?: unknown; readonly each?: unknown } } | undefined;
  const { doc_count: total, each } = found?.of ?? {};
  const buckets = bucketsOf<Bucket>(each);
  if (typeof total !== 'number') throw garbled();
  return { total, buckets, rest: (each as { readonly sum_other_doc_count?: number }).sum_other_doc_count ?? 0 };
}

/** The buckets of an aggregation. */
export function bucketsOf<Bucket>(aggregation: unknown): readonly Bucket[] {
  const { buckets } = (aggregation ?? {}) as { buckets?: unknown };
  if (Array.isArray(buckets)) return buckets;
  throw garbled();
}

function garbled(): Failure {
  return new Failure(
    'index-unavailable',
    'The answer of Elasticsearch lacks a part of what was asked; it may have been garbled on the way.',
  );
}
