import type { estypes } from '@elastic/elasticsearch';
import { facetNames } from '#mappings/fields.ts';
import { mostInFacet } from '#services/store/bounds.ts';
import type { Facet, FacetName, Facets } from '#services/store/port.ts';
import { type Answer, isPartial } from './answers.ts';
import type { Clause } from './clauses.ts';
import type { Connection } from './connection.ts';

/** How many values of a field each shard tells at the first go. */
export type FacetSize = number;
export const largestFacet: FacetSize = 1000;
/** One shard keeps nothing back that counts, and need not tell more than is shown. An index that was made with another setting is only slower. */
export const facetSizeFor = ({ options }: Connection): FacetSize => (options.shards === 1 ? mostInFacet + 1 : largestFacet);
/** How many values are told at a time where all must be looked at. */
const step = 10_000;

type Terms = estypes.AggregationsTermsAggregateBase<{ key: string; doc_count: number; doc_count_error_upper_bound?: number }>;
type Composite = estypes.AggregationsCompositeAggregate;

/** The most frequent values of a field, one more than is told: whether there are more is told, too. */
export function facetRequest(field: string, size: FacetSize): estypes.AggregationsAggregationContainer {
  const most = mostInFacet + 1;
  return { terms: { field, size: most, shard_size: Math.max(size, most), ...(size > most ? { show_term_doc_count_error: true } : {}) } };
}

/** The facets of an answer, and which of them are cut. Where shards may have kept back what counts, `ask` is used to count all values. */
export async function facetsOf(
  answer: Answer,
  names: readonly FacetName[],
  chosen: Clause,
  ask: (request: estypes.SearchRequest) => Promise<Answer>,
): Promise<{ facets: Facets; cut: readonly FacetName[]; partial: boolean }> {
  const facets: Record<string, readonly Facet[]> = Object.fromEntries(facetNames.map((name) => [name, []]));
  const cut: FacetName[] = [];
  let partial = false;
  for (const name of facetNames.filter((each) => names.includes(each))) {
    const found = answer.aggregations?.[name] as Terms | undefined;
    const { values, whole } = isSure(found) ? { values: valuesOf(found), whole: true } : await everyValue(name, step, chosen, ask);
    partial ||= !whole;
    facets[name] = values.slice(0, mostInFacet);
    if (values.length > mostInFacet) cut.push(name);
  }
  return { facets: facets as Facets, cut, partial };
}

/**
 * Whether the values told are the most frequent ones of all shards together, and their counts true: every shard told of each of them, and one that none
 * told of is rarer than the last. Where errors are not told of each, there is one shard, or nothing is sure.
 */
function isSure(found: Terms | undefined): boolean {
  const unseen = found?.doc_count_error_upper_bound ?? 0;
  const buckets = bucketsOf(found);
  if (unseen === 0) return true;
  return buckets.every(({ doc_count_error_upper_bound: error }) => error === 0) && (buckets.at(-1)?.doc_count ?? 0) > unseen;
}

const bucketsOf = (found: Terms | undefined) => (Array.isArray(found?.buckets) ? found.buckets : []);
const valuesOf = (found: Terms | undefined): Facet[] =>
  bucketsOf(found)
    .map(({ key, doc_count }) => ({ value: key, count: doc_count }))
    .sort(byCount);

/** The values of a terms aggregation, by count and value, and how many documents have others that were left out. */
export function termsOf(answer: Answer, name: string): { values: Facet[]; rest: number } {
  const found = answer.aggregations?.[name] as Terms | undefined;
  return { values: valuesOf(found), rest: found?.sum_other_doc_count ?? 0 };
}

/** Every value of a field among what matches, page by page. */
export async function everyValue(
  field: string,
  size: number,
  query: Clause,
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
    if (buckets.length < size || after === undefined || !whole) return { values: values.sort(byCount), whole };
  }
}

const byCount = (a: Facet, b: Facet) => b.count - a.count || (a.value < b.value ? -1 : 1);
