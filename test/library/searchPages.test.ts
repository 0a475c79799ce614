import { expect, test } from 'vitest';
import { Failure } from '#ingest/model/failure.ts';
import { pageOf } from '#services/library/search/pages.ts';
import type { Query } from '#services/query/query.ts';
import type { SearchHit, SearchPage, Store } from '#services/store/port.ts';

const query: Query = { terms: [], filters: {} };
const hits = ['a', 'b', 'c'].map((id, at) => ({ document: { id, identity: { key: `${at}-KL/TW` }, date: null }, rule: 'text', score: 1 }));
const answer = { total: 3, hits, facets: {}, cut: [], next: null, partial: false } as unknown as SearchPage;
/** The last hit is cited by many, so that it comes first. */
const citers = async (keys: readonly string[]) => keys.map((_, at) => (at === keys.length - 1 ? 50 : 0));

type Search = Store['search'];
const indexOf = (search: Search, counting: Store['citers'] = citers) => ({ search, citers: counting }) as Store;
const tellingEarly: Search = async (_query, _page, early) => {
  early?.(answer.hits);
  return answer;
};

test.each<readonly [string, Search]>([
  ['with all else', async () => answer],
  ['before the rest is counted', tellingEarly],
])('hits that come %s are shown once, in their order', async (_, search) => {
  const shown: string[][] = [];
  const show = async (some: readonly SearchHit[]) => {
    shown.push(some.map(({ document }) => document.id));
    return some.length;
  };
  const found = await pageOf(indexOf(search), query, { size: 2 }, null, show);
  expect(shown).toEqual([['c', 'a']]);
  expect(found.page.hits.map(({ document }) => document.id)).toEqual(['c', 'a']);
  expect(found.shown).toBe(2);
});

test('a page whose counts fail is a failure, whatever becomes of the hits that were told before', async () => {
  const away = new Failure('index-unavailable', 'away');
  const failing: Search = async (given, page, early) => {
    await tellingEarly(given, page, early);
    throw away;
  };
  const index = indexOf(failing, async () => {
    throw new Failure('internal', 'also away');
  });
  await expect(pageOf(index, query, { size: 2 }, null, async () => 0)).rejects.toBe(away);
  await expect(pageOf(index, query, { size: 2, order: 'newest' }, null, async () => 0)).rejects.toBe(away);
});

test('a failure to show hits is one of the page', async () => {
  const wrong = new Failure('collection-damaged', 'unreadable');
  const showing = pageOf(indexOf(tellingEarly), query, { size: 2 }, null, async () => {
    throw wrong;
  });
  await expect(showing).rejects.toBe(wrong);
});
