import { foldedSymbol } from '#services/analysis/symbols.ts';
import type { QueryWord } from '#services/query/query.ts';
import { askWhole } from './answers.ts';
import { type Clause, wordIn } from './clauses.ts';
import type { Connection } from './connection.ts';
import { texts } from './texts.ts';

/** Most that are counted in one request. */
const batch = 1000;

/** In how many documents each word stands, in what it goes by or in its text. */
export async function frequencies(connection: Connection, words: readonly QueryWord[]): Promise<number[]> {
  return await countsOf(
    connection,
    words.map((word) => wordIn(texts.all, word)),
  );
}

/** How many documents cite each number. */
export async function citers(connection: Connection, keys: readonly string[]): Promise<number[]> {
  return await countsOf(
    connection,
    keys.map((key) => ({ term: { cited: foldedSymbol(key) } })),
  );
}

/** How many documents each of these clauses matches, in their order. */
async function countsOf(connection: Connection, clauses: readonly Clause[]): Promise<number[]> {
  const counts: number[] = [];
  for (let from = 0; from < clauses.length; from += batch) {
    const part = clauses.slice(from, from + batch);
    const aggs = { counts: { filters: { filters: part } } };
    const answer = await askWhole(connection, { index: connection.documents, size: 0, track_total_hits: false, aggs });
    const { buckets } = (answer.aggregations?.counts ?? {}) as { buckets?: readonly { readonly doc_count: number }[] };
    counts.push(...(buckets ?? []).map(({ doc_count }) => doc_count));
  }
  return counts;
}
