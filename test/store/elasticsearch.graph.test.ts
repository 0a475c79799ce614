import { describe, expect, test } from 'vitest';
import { askingNow } from '#services/store/elasticsearch/graph/answer.ts';
import { named } from '#services/store/elasticsearch/graph/named.ts';
import { walk } from '#services/store/elasticsearch/graph/walk.ts';
import type { StoredDocument } from '#services/store/port.ts';
import { everyLink, type WalkRequest } from '#services/works/link.ts';
import { noElasticsearch } from '../support/elasticsearch.ts';
import * as faults from '../support/faultProxy/faults.ts';
import { chainCases, speaking } from './cases/chains.ts';
import { openTestIndex } from './elasticsearchIndex.ts';
import { expectFailure, faultyCluster } from './faultyElasticsearch.ts';
import { graphModel } from './graphModel.ts';

const root = { key: '01-KL/TW', scope: 'TW', term: 'XIII', date: '2021-05-18' };
const rootWork = '1-KL/TW@TW@XIII';
const numbered = (number: number) => ({ key: `${number}-KH/TU`, scope: 'Tiền Giang', term: '2020-2025', date: '2022-01-01' });

/** A tree of directives: each of `wide` documents below the root has as many below it, and so on. */
function tree(wide: number, levels: number): StoredDocument[] {
  const documents = [speaking('root', root, [])];
  let above = [root];
  let count = 0;
  for (let level = 0; level < levels; level++) {
    const below = above.flatMap((object) =>
      Array.from({ length: wide }, () => {
        const own = numbered(++count);
        documents.push(speaking(`d${count}`, own, [{ kind: 'implements', object }]));
        return own;
      }),
    );
    above = below;
  }
  return documents;
}

const down: WalkRequest = { roots: [rootWork], direction: 'down', depth: 10, filter: everyLink, limit: 1000, witnesses: 1 };

describe.skipIf(noElasticsearch)('a walk on Elasticsearch', { timeout: 120_000 }, () => {
  test('takes two requests a hop at most, whatever it meets, and three for its root, its links and their words', async () => {
    const cluster = await faultyCluster();
    const store = await cluster.indexes().open('current', { create: true });
    const documents = tree(4, 3);
    await store.put(documents);
    for (const depth of [0, 1, 2, 3]) {
      const from = cluster.proxy.seen.length;
      const request = { ...down, depth };
      const found = await store.walk(request);
      expect(cluster.proxy.seen.length - from).toBeLessThanOrEqual(2 * depth + 3);
      expect(found).toEqual(await graphModel(documents, []).walk(request));
      expect(found.nodes).toHaveLength([1, 5, 21, 85][depth]!);
    }
  });

  test('misses no work for the size of a page, on several shards', async () => {
    const index = await openTestIndex({ shards: 3 });
    try {
      const documents = Object.values(chainCases).flat().slice(-61).concat(tree(3, 2));
      await index.store.put(documents);
      const model = graphModel(documents, []);
      const symbols = await model.symbols(null, 1000);
      expect(await index.store.symbols(null, 1000)).toEqual(symbols);
      for (const most of [1, 2, 7]) {
        expect(await named(askingNow(index.connection), symbols, most)).toEqual(await model.named(symbols));
        for (const limit of [2, 20, 1000]) {
          const request = { ...down, limit };
          expect(await walk(index.connection, request, most)).toEqual(await model.walk(request));
        }
      }
      const namings = (await model.named(symbols)).flatMap((each) => each.named.map(({ id }) => id));
      expect(await index.store.speakers(namings, 2)).toEqual(await model.speakers(namings, 2));
    } finally {
      await index.close();
    }
  });

  test('fails where a shard does not answer in one of its requests, and is never shorter for it', async () => {
    const cluster = await faultyCluster();
    const store = await cluster.indexes().open('current', { create: true });
    await store.put(tree(2, 2));
    const from = cluster.proxy.seen.length;
    await store.walk(down);
    const requests = cluster.proxy.seen.length - from;
    expect(requests).toBeGreaterThan(5);
    const lacking = faults.change((body) => ({ ...(body as object), _shards: { total: 2, successful: 1, skipped: 0, failed: 1 } }));
    for (let nth = 0; nth < requests; nth++) {
      let met = 0;
      const told = cluster.proxy.fault(() => met++ === nth, lacking);
      await expectFailure(store.walk(down), 'index-unavailable', /wholly/);
      expect(told.met).toBe(1);
      told.end();
    }
  });
});

test.skipIf(noElasticsearch)('decisions are seen at once by stores that were open before, and go over to no other index', async () => {
  const cluster = await faultyCluster();
  const indexes = cluster.indexes();
  const store = await indexes.open('current', { create: true });
  const other = await cluster.indexes().open('current', { create: false });
  const decision = {
    ...({ id: 'one', symbol: '1-KL/TW', first: rootWork, second: '1-KL/TW@TW@XII', says: 'same' } as const),
    ...{ author: 'Người rà soát', made: '2024-01-01T00:00:00.000Z', note: null },
  };
  const decided = async () => (await other.named(['1-KL/TW', '2-KL/TW'])).map(({ decisions }) => decisions);
  expect(await decided()).toEqual([[], []]);
  await store.decide([decision]);
  expect(await decided()).toEqual([[decision], []]);
  const next = await indexes.open('next', { create: true });
  expect((await next.named(['1-KL/TW']))[0]?.decisions).toEqual([]);
  await store.decide([]);
  expect(await decided()).toEqual([[], []]);
  expect(await store.check()).toEqual([]);
});
