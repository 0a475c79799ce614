import type { estypes } from '@elastic/elasticsearch';
import { facetFields } from '#mappings/fields.ts';
import type { Query } from '#services/query/query.ts';
import type { Facet, Facets } from '#services/store/port.ts';
import { type Answer, isPartial } from './answers.ts';
import { queryOf } from './match.ts';

/** How many values of a field are counted at the first go; the server allows 65,536 for all fields together. */
export type FacetSize = number;
export const largestFacet: FacetSize = 10_000;

type Terms = estypes.AggregationsTermsAggregateBase<{ key: string; doc_count: number }>;
type Composite = estypes.AggregationsCompositeAggregate;

export function facetRequest(field: string, size: FacetSize): estypes.AggregationsAggregationContainer {
  return { terms: { field, size } };
}

/** The facets of an answer. Where a field has more values than were asked for at the first go, `ask` is used to count them all. */
export async function facetsOf(
  answer: Answer,
  size: FacetSize,
  query: Query,
  ask: (request: estypes.SearchRequest) => Promise<Answer>,
): Promise<{ facets: Facets; partial: boolean }> {
  const counted: [string, readonly Facet[]][] = [];
  let partial = false;
  for (const name of facetFields) {
    const first = termsOf(answer, name);
    const { values, whole } =
      first.rest === 0 ? { values: first.values, whole: true } : await everyValue(name, size, queryOf(query, 'unscored'), ask);
    partial ||= !whole;
    counted.push([name, values]);
  }
  return { facets: Object.fromEntries(counted) as unknown as Facets, partial };
}

/** The values of a terms aggregation, by count and value, and how many documents have others that were left out. */
export function termsOf(answer: Answer, name: string): { values: Facet[]; rest: number } {
  const found = answer.aggregations?.[name] as Terms | undefined;
  const buckets = Array.isArray(found?.buckets) ? found.buckets : [];
  const values = buckets.map(({ key, doc_count }) => ({ value: key, count: doc_count }));
  return { values: values.sort(byCount), rest: found?.sum_other_doc_count ?? 0 };
}

/** Every value of a field among what matches, page by page. */
export async function everyValue(
  field: string,
  size: FacetSize,
  query: NonNullable<estypes.QueryDslQueryContainer>,
  ask: (request: estypes.SearchRequest) => Promise<Answer>,
): Promise<{ values: Facet[]; whole: boolean }> {
  const values: Facet[] = [];
  let whole = true;
  for (let after: estypes.AggregationsCompositeAggregateKey | undefined; ; ) {
    const composite = { size, sources: [{ [field]: { terms: { field } } }], ...(after && { after }) };
    const answer = await ask({ query, size: 0, track_total_hits: false, aggs: { [field]: { composite } } });
    whole &&= !isPartial(answer);
    const found = answer.aggregations?.[field] as Composite | undefined;
    const buckets = Array.isArray(found?.buckets) ? found.buckets : [];
    for (const { key, doc_count } of buckets) values.push({ value: String(key[field]), count: doc_count });
    after = found?.after_key;
    if (buckets.length < size || after === undefined) return { values: values.sort(byCount), whole };
  }
}

const byCount = (a: Facet, b: Facet) => b.count - a.count || (a.value < b.value ? -1 : 1);
