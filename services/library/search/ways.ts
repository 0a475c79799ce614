import { readQuery } from '#services/query/parse.ts';
import type { AskedQuery, Query, QueryFilters } from '#services/query/query.ts';
import { relaxedQuery, shares } from '#services/query/relax.ts';
import { siblingQuery } from '#services/query/siblings.ts';
import type { Store } from '#services/store/port.ts';
import { resolved } from './cited.ts';

/** A question in the words of a store. `loosened`: at least so many of so many words must hold; null where all must. */
export interface Way {
  readonly query: AskedQuery;
  readonly kind: 'asked' | 'sibling' | 'loosened';
  readonly loosened: { readonly least: number; readonly of: number } | null;
}

/**
 * The ways in which a question is put, the first that finds anything being its answer: as asked; with numbers as they are printed elsewhere
 * (08-QĐi/TW for 08-QĐ/TW); with most of its words, then with some,
 * where it may be put loosely.
 */
export function waysOf(asked: AskedQuery, how: 'strict' | 'loose' = 'loose'): [Way, ...Way[]] {
  const sibling = siblingQuery(asked);
  const looser = (how === 'strict' ? [] : shares).map((share) => relaxedQuery(asked, share)).filter((relaxed) => relaxed !== null);
  return [
    { query: asked, kind: 'asked', loosened: null },
    ...(sibling === null ? [] : [{ query: sibling, kind: 'sibling', loosened: null } as const]),
    ...looser.map(({ query, least, of }) => ({ query, kind: 'loosened', loosened: { least, of } }) as const),
  ];
}

/**
 * What a store is asked for all that matches, where `search` shows a page of it: the same documents, whatever way they are gone through. All there are
 * that pass the filters, where `words` is null. Asked strictly, nothing is found where no document holds all words: for what is looked up in passing or
 * kept watch over, nobody sees that it is only near.
 */
export async function queryFor(index: Store, words: string | null, filters: QueryFilters, how: 'strict' | 'loose'): Promise<Query> {
  if (words === null) return { terms: [], filters };
  const [way, ...others] = waysOf(readQuery(words, filters).query, how);
  const { query } = await resolved(index, way.query);
  if (others.length === 0 || (await finds(index, query))) return query;
  for (const other of others) {
    const instead = await resolved(index, other.query);
    if (await finds(index, instead.query)) return instead.query;
  }
  return query;
}

const finds = async (index: Store, query: Query) => (await index.search(query, { size: 0, facets: [] })).total > 0;
