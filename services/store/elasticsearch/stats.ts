import type { estypes } from '@elastic/elasticsearch';
import { type Relation, relations } from '#ingest/model/relation.ts';
import type { StoreStats } from '#services/store/port.ts';
import { askWhole, totalOf } from './answers.ts';
import type { Connection } from './connection.ts';
import { everyValue, type FacetSize, termsOf } from './facets.ts';

/** How many types are counted at the first go. */
const mostTypes: FacetSize = 10_000;
const counted = ['citations', 'tasks', 'findings'] as const;

function statsRequest(size: FacetSize): estypes.SearchRequest {
  const sums = [...counted, ...relations.map(countOf)].map((field) => [field, { sum: { field } }] as const);
  return { size: 0, track_total_hits: true, aggs: { ...Object.fromEntries(sums), type: { terms: { field: 'type', size } } } };
}

const countOf = (relation: Relation) => `relation_counts.${relation}`;

export async function stats(connection: Connection, size: FacetSize = mostTypes): Promise<StoreStats> {
  const ask = (request: estypes.SearchRequest) => askWhole(connection, { ...request, index: connection.documents });
  const answer = await ask(statsRequest(size));
  const sum = (field: string) => (answer.aggregations?.[field] as estypes.AggregationsSumAggregate | undefined)?.value ?? 0;
  const types = termsOf(answer, 'type');
  const byRelation = relations.map((relation) => ({ relation, count: sum(countOf(relation)) })).filter(({ count }) => count > 0);
  return {
    documents: totalOf(answer),
    citations: sum('citations'),
    relations: byRelation.reduce((total, { count }) => total + count, 0),
    tasks: sum('tasks'),
    findings: sum('findings'),
    byType: types.rest === 0 ? types.values : (await everyValue('type', size, { match_all: {} }, ask)).values,
    byRelation: byRelation.sort((a, b) => b.count - a.count || (a.relation < b.relation ? -1 : 1)),
  };
}
