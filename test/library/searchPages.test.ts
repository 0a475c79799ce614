import { expect, test } from 'vitest';
import { Failure } from '#ingest/model/failure.ts';
import { pageOf, type Showing } from '#services/library/search/pages.ts';
import type { Query } from '#services/query/query.ts';
import type { SearchHit, SearchPage, Store } from '#services/store/port.ts';

const query: Query = { terms: [], filters: {} };
const hits = ['a', 'b', 'c'].map((id, at) => ({ document: { id, identity: { key: `${at}-KL/TW` }, date: null }, rule: 'text', score: 1 }));
const answer = { total: 3, hits, facets: {}, cut: [], next: null, partial: false } as unknown as SearchPage;
const idOf = ({ document }: SearchHit) => document.id;
/** The last hit is cited by many, so that it comes first. */
const citers = async (keys: readonly string[]) => keys.map((_, at) => (at === keys.length - 1 ? 50 : 0));

type Search = Store['search'];
const ignored: Showing<string> = { ahead: () => undefined, show: async (some) => some.map(idOf) };
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
  const showing: Showing<string> = {
    ...ignored,
    async show(some) {
      shown.push(some.map(idOf));
      return shown.at(-1)!;
    },
  };
  const found = await pageOf(indexOf(search), query, { size: 2 }, null, showing);
  expect(shown).toEqual([['c', 'a']]);
  expect(found.page.hits.map(idOf)).toEqual(['c', 'a']);
  expect(found.shown).toEqual(['c', 'a']);
});

test('hits that are likely on the page are made ready while the engine is asked who cites them, and no longer', async () => {
  const made: string[] = [];
  const { promise: second, resolve: told } = Promise.withResolvers<void>();
  const ahead = (hit: SearchHit) => {
    made.push(idOf(hit));
    if (made.length === 2) told();
  };
  const slow = indexOf(tellingEarly, async (keys) => {
    await second;
    return citers(keys);
  });
  const found = await pageOf(slow, query, { size: 3 }, null, { ...ignored, ahead });
  expect(made).toEqual(['a', 'b']);
  expect(found.shown).toEqual(['c', 'a', 'b']);
});

test('what cannot be made ready is left to be shown', async () => {
  const ahead = () => {
    throw new Failure('collection-damaged', 'unreadable');
  };
  const slow = indexOf(tellingEarly, async (keys) => {
    await new Promise((done) => setTimeout(done, 20));
    return citers(keys);
  });
  expect((await pageOf(slow, query, { size: 2 }, null, { ...ignored, ahead })).shown).toEqual(['c', 'a']);
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
  await expect(pageOf(index, query, { size: 2 }, null, ignored)).rejects.toBe(away);
  await expect(pageOf(index, query, { size: 2, order: 'newest' }, null, ignored)).rejects.toBe(away);
});

test('a failure to show hits is one of the page', async () => {
  const wrong = new Failure('collection-damaged', 'unreadable');
  const show = async () => {
    throw wrong;
  };
  await expect(pageOf(indexOf(tellingEarly), query, { size: 2 }, null, { ...ignored, show })).rejects.toBe(wrong);
});

test('a hit whose whole title was typed stays first, whoever else is cited by many', async () => {
  const [first, ...others] = answer.hits.map((hit): SearchHit => ({ ...hit, rule: 'title' }));
  const whole: SearchHit = { ...first!, whole: true };
  const found = await pageOf(
    indexOf(async () => ({ ...answer, hits: [whole, ...others] })),
    query,
    { size: 3 },
    null,
    ignored,
  );
  expect(found.shown).toEqual(['a', 'c', 'b']);
});
