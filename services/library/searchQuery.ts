import { readQuery } from '#services/query/parse.ts';
import type { Query, QueryFilters } from '#services/query/query.ts';
import { siblingQuery } from '#services/query/siblings.ts';
import type { Store } from '#services/store/port.ts';
import { resolved } from './searchCited.ts';

/**
 * What a store is asked for all that matches, where `search` shows a page of it: the same documents, whatever way they are gone through. All there are
 * that pass the filters, where `words` is null.
 */
export async function queryFor(index: Store, words: string | null, filters: QueryFilters): Promise<Query> {
  if (words === null) return { terms: [], filters };
  const asked = readQuery(words, filters).query;
  const { query } = await resolved(index, asked);
  const sibling = siblingQuery(asked);
  if (sibling === null || (await index.search(query, { size: 0, facets: [] })).total > 0) return query;
  return (await resolved(index, sibling)).query;
}
