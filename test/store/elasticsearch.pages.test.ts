import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseQuery } from '#services/query/parse.ts';
import { openPointInTime } from '#services/store/elasticsearch/pointInTime.ts';
import { search } from '#services/store/elasticsearch/search.ts';
import { stats } from '#services/store/elasticsearch/stats.ts';
import type { SearchHit } from '#services/store/port.ts';
import { noElasticsearch } from '../support/elasticsearch.ts';
import { claim, stored, task } from '../support/record.ts';
import { openTestIndex, type TestIndex } from './elasticsearchIndex.ts';

/** More than Elasticsearch gives at once (10,000) of everything. */
const many = 10_040;
const idOf = (at: number) => `d${String(at).padStart(5, '0')}`;
const dayOf = (at: number) => (at % 3 === 0 ? null : `20${20 + (at % 9)}-01-${String(1 + (at % 28)).padStart(2, '0')}`);
const issuerOf = (at: number) => `Ban ${at % 25}`;

const collection = () =>
  Array.from({ length: many }, (_, at) =>
    stored(idOf(at), `chữ ${'khác '.repeat(at % 6)}`, {
      number: '5-KH/TU',
      issuer: issuerOf(at),
      type: `T${at % 13}`,
      claims: [claim(null, 'implements', '01-KL/TW')],
      tasks: [task(`task ${at}`, { deadlines: [{ end: dayOf(at), recurs: dayOf(at) === null ? 'yearly' : null }] })],
    }),
  );
const everyId = () => Array.from({ length: many }, (_, at) => idOf(at));

describe.skipIf(noElasticsearch !== null)('of more than 10,000 documents, Elasticsearch gives', () => {
  let index: TestIndex;
  beforeAll(async () => {
    index = await openTestIndex({ shards: 2 });
    await index.pour(collection());
  });
  afterAll(() => index.close());

  /** Contexts that searches hold open on the server. */
  const openContexts = async () => {
    const { _all } = await index.client.indices.stats({
      index: `${index.connection.documents},${index.connection.tasks}`,
      metric: 'search',
    });
    return _all.total?.search?.open_contexts;
  };

  test('every page of a search, each document once, best first, and equal ones by id', async () => {
    const query = parseQuery('chu');
    const hits = [];
    for (let from = 0; from < many + 1000; from += 1000) {
      const page = await index.store.search(query, { from, size: 1000 });
      expect(page).toMatchObject({ total: many, partial: false });
      expect(page.facets.issuer).toHaveLength(25);
      hits.push(...page.hits);
    }
    const inOrder = hits.toSorted((a, b) => b.score - a.score || (a.document.id < b.document.id ? -1 : 1));
    expect(hits.map(({ document }) => document.id)).toEqual(inOrder.map(({ document }) => document.id));
    expect(hits.map(({ document }) => document.id).sort()).toEqual(everyId());
    expect(new Set(hits.map(({ score }) => score)).size).toBeGreaterThan(1);
    expect(await openContexts()).toBe(0);
  });

  test('the page after the last one, and one far behind it, empty with the total', async () => {
    for (const from of [many, 1_000_000_000]) {
      const { total, hits, facets } = await index.store.search(parseQuery('chu'), { from, size: 10 });
      expect({ total, hits, types: facets.type.length }).toEqual({ total: many, hits: [], types: 13 });
      expect(await index.store.tasks({}, { from, size: 10 })).toEqual({ total: many, tasks: [] });
    }
  });

  test('every page of what merely passes the filters, by id', async () => {
    const page = await index.store.search({ terms: [], filters: {} }, { from: 10_020, size: 100 });
    expect(page.hits.map(({ document }) => document.id)).toEqual(everyId().slice(10_020));
  });

  test('every page of tasks in their order, those without a last day behind', async () => {
    const texts = [];
    for (let from = 0; from < many; from += 1000) {
      const page = await index.store.tasks({}, { from, size: 1000 });
      expect(page.total).toBe(many);
      texts.push(...page.tasks.map((found) => found.task.text));
    }
    const due = (at: number) => dayOf(at) ?? '9999';
    const order = Array.from({ length: many }, (_, at) => at).sort((a, b) => (due(a) < due(b) ? -1 : due(a) > due(b) ? 1 : a - b));
    expect(texts).toEqual(order.map((at) => `task ${at}`));
    expect(await openContexts()).toBe(0);
  });

  test('all in a scan, and holds nothing open after one that was broken off', async () => {
    const ids = await Array.fromAsync(index.store.scan(parseQuery('chữ')));
    expect(ids.map(({ id }) => id)).toEqual(everyId());
    for await (const { id } of index.store.scan(parseQuery('chữ'))) if (id === idOf(3)) break;
    expect(await openContexts()).toBe(0);
  });

  test('a failure where the server has given up what a slow reader goes through', async () => {
    const then = await openPointInTime(index.connection, index.connection.documents, 'one');
    await then.close();
    await expect(then.ask({ query: { match_all: {} } })).rejects.toMatchObject({ code: 'time-out' });
  });

  test('all that is said of a number, all who bear it, and all summaries asked for', async () => {
    const [about, own] = await index.store.named(['1-KL/TW', '5-KH/TU']);
    expect(about?.named.map(({ naming }) => naming.speaker).sort()).toEqual(everyId());
    expect(own?.named.map(({ naming }) => naming.holder).sort()).toEqual(everyId());
    expect((await index.store.summaries(everyId())).map(({ id }) => id).sort()).toEqual(everyId());
  });

  test('hits are told without waiting for what is counted, where facets are wanted', async () => {
    const told: (readonly SearchHit[])[] = [];
    const { hits } = await index.store.search(parseQuery('chu khac'), { size: 5 }, (some) => told.push(some));
    expect(told).toEqual([hits]);
    expect(hits).toHaveLength(5);
  });

  test('all values of a facet, where there are more than are counted at the first go', async () => {
    const query = parseQuery('chu khac');
    const whole = await search(index.connection, query, { from: 0, size: 1 });
    expect(whole.facets.issuer.length).toBe(25);
    expect(await search(index.connection, query, { from: 0, size: 1 }, 4)).toEqual(whole);
    expect(await search(index.connection, query, { from: 9_999, size: 2 }, 4)).toMatchObject({ facets: whole.facets });
    expect(await stats(index.connection, 4)).toEqual(await index.store.stats());
    expect((await index.store.stats()).byType).toHaveLength(13);
  });
});
