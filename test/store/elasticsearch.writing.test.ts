import { describe, expect, test } from 'vitest';
import type { StoredDocument } from '#services/store/port.ts';
import { noElasticsearch } from '../support/elasticsearch.ts';
import { elasticError } from '../support/faultProxy/answers.ts';
import { bulkOperations } from '../support/faultProxy/bulk.ts';
import * as faults from '../support/faultProxy/faults.ts';
import { stored, task } from '../support/record.ts';
import { expectFailure, expectHeld, type FaultyCluster, faultyCluster, heldCollection, page, whole } from './faultyElasticsearch.ts';

const existing = { create: false } as const;
const tasksOf = (count: number) => Array.from({ length: count }, (_, at) => task(`việc ${at + 1}`));

/** A document with so many tasks. */
const busy = (id: string, count: number, revision = 1) => stored(id, `quyết định ${id}`, { revision, tasks: tasksOf(count) });

/** Longer than a keyword of Elasticsearch may be (32,766 bytes). */
const endless = 'x'.repeat(40_000);
const requests = (cluster: FaultyCluster, from = 0) => cluster.proxy.seen.slice(from);
const bulks = (cluster: FaultyCluster, from = 0) => requests(cluster, from).filter(({ path }) => path.includes('_bulk'));
const isOf = (kind: 'documents' | 'tasks') => (request: { path: string }) => request.path.includes(`-${kind}/_bulk`);

describe.skipIf(noElasticsearch)('a document that Elasticsearch cannot hold', () => {
  test.each<[string, StoredDocument]>([
    ['for a value of its own', stored('z', 'quyết định', { issuer: endless, tasks: tasksOf(2) })],
    [
      'for a value of one of its tasks',
      stored('z', 'quyết định', { tasks: [...tasksOf(2), task('x', { deadlines: [{ end: endless }] }), task('y')] }),
    ],
    ['for its id', stored('z'.repeat(501), 'quyết định', { tasks: tasksOf(1) })],
    ['for the lack of an id', stored('', 'quyết định')],
  ])('is named (%s), and all others are in', async (_, unfit) => {
    const { store } = await heldCollection();
    const refused = await store.put([whole('c'), unfit, whole('d')]);
    expect(refused).toEqual([{ id: unfit.id, failure: expect.objectContaining({ name: 'Failure' }) }]);
    await expectHeld(
      store,
      ['a', 'b', 'c', 'd'].map((id) => whole(id)),
    );
  });

  test('is none that is merely long, in all that is free text', async () => {
    const { store } = await heldCollection();
    const long = stored('z', `quyết định ${endless}`, { title: endless, number: endless, name: endless, tasks: [task(endless)] });
    const [refused] = await store.put([{ ...long, record: { ...long.record, identity: { ...long.record.identity, key: null } } }]);
    expect(refused?.failure.detail).toMatch(/symbols/);
    const fitting = stored('z', `quyết định ${endless}`, {
      title: endless,
      name: endless,
      tasks: [task(endless, { assignees: [endless] })],
    });
    expect(await store.put([fitting])).toEqual([]);
    expect(await store.get('z')).toEqual(fitting);
    expect((await store.tasks({ document: 'z' }, page)).tasks[0]?.task).toEqual(fitting.record.tasks[0]);
  });

  test('takes an older version of it away, which would else be shown as the present one', async () => {
    const { store } = await heldCollection();
    const [refused] = await store.put([{ ...stored('a', 'quyết định', { issuer: endless, tasks: tasksOf(5), revision: 2 }) }]);
    expect(refused?.id).toBe('a');
    await expectHeld(store, [whole('b')]);
    await store.put([whole('a', 3)]);
    await expectHeld(store, [whole('a', 3), whole('b')]);
  });

  test('since no request of its size is let through: named, and the others are in', async () => {
    const { cluster, store } = await heldCollection();
    const tooLarge = faults.answer(elasticError(413, 'content_too_long_exception', 'too long'));
    cluster.proxy.fault(({ path, body }) => path.includes('_bulk') && body.length > 20_000, tooLarge);
    const long = stored('z', Array.from({ length: 3000 }, (_, at) => `chữ${at}`).join(' '), { tasks: tasksOf(2) });
    const others = Array.from({ length: 12 }, (_, at) => whole(`d${at}`));
    const refused = await store.put([...others, long]);
    expect(refused).toEqual([{ id: 'z', failure: expect.objectContaining({ code: 'file-too-large' }) }]);
    await expectHeld(store, [whole('a'), whole('b'), ...others]);
  });
});

describe.skipIf(noElasticsearch)('putting many documents', () => {
  test('goes in requests of bounded size, three at a time at most, the tasks of each document before it', async () => {
    const cluster = await faultyCluster();
    const store = await cluster.indexes({ timeout: 20_000 }).open('current', { create: true });
    let [running, most] = [0, 0];
    cluster.proxy.fault(/_bulk/, async (exchange) => {
      running += 1;
      most = Math.max(most, running);
      const reply = await exchange.passOn();
      running -= 1;
      exchange.reply(reply);
    });
    const text = Array.from({ length: 12_000 }, (_, at) => `chữ${at}`).join(' ');
    const documents = Array.from({ length: 60 }, (_, at) => stored(`d${at}`, text, { tasks: tasksOf(at === 0 ? 2500 : 3) }));
    const from = cluster.proxy.seen.length;
    expect(await store.put(documents, { visible: 'later' })).toEqual([]);
    const sent = bulks(cluster, from);
    expect(sent.reduce((bytes, { raw }) => bytes + raw.length, 0)).toBeGreaterThan(10_000_000);
    for (const request of sent) {
      expect(request.raw.length).toBeLessThan(8_500_000);
      expect(bulkOperations(request).length).toBeLessThanOrEqual(1000);
    }
    expect(most).toBe(3);
    const seen = new Set<string>();
    for (const request of sent) {
      for (const { id } of bulkOperations(request)) {
        if (!id.includes(':')) for (let at = 0; at < (id === 'd0' ? 2500 : 3); at += 1) expect(seen).toContain(`${id}:${at}`);
        seen.add(id);
      }
    }
    await store.refresh();
    expect(await store.stats()).toMatchObject({ documents: 60, tasks: 2500 + 59 * 3 });
    expect(await store.check()).toEqual([]);
  });

  test('to be seen later asks for nothing to be made visible, and one to be seen at once needs no request for it', async () => {
    const { cluster, store } = await heldCollection();
    const asked = (from: number) => requests(cluster, from).filter(({ path }) => /_refresh|refresh=true/.test(path)).length;
    const from = cluster.proxy.seen.length;
    await store.put([whole('c')], { visible: 'later' });
    expect(asked(from)).toBe(0);
    await store.put([whole('d')]);
    expect(requests(cluster, from).filter(({ path }) => path.includes('_refresh'))).toEqual([]);
    expect((await store.tasks({ document: 'd' }, page)).total).toBe(whole('d').record.tasks.length);
  });

  test('never makes an index that was deleted', async () => {
    const { cluster, store } = await heldCollection();
    for (const { path } of bulks(cluster)) expect(path).toContain('require_alias=true');
    for (const kind of ['documents', 'tasks', 'graph'] as const) await cluster.server('DELETE', `/${await cluster.indexBehind(kind)}`);
    await expectFailure(store.put([whole('c')]), 'collection-damaged');
    expect((await cluster.server('GET', `/${cluster.prefix}-*`)).body).toEqual({});
  });
});

describe.skipIf(noElasticsearch)('what a put leaves behind that failed half-way', () => {
  /** A store whose put of `document` failed when its tasks were in and it was not. */
  async function halfPut(cluster: FaultyCluster, document: StoredDocument) {
    const told = cluster.proxy.fault(isOf('documents'), faults.answer(elasticError(500, 'illegal_state_exception', 'odd')));
    const store = await cluster.indexes().open('current', { create: true });
    await expectFailure(store.put([document]), 'internal');
    told.end();
    return store;
  }

  test('goes when the document comes in again with fewer tasks, by the same process', async () => {
    const cluster = await faultyCluster();
    const store = await halfPut(cluster, busy('a', 4));
    await store.put([busy('a', 1, 2)]);
    expect((await store.tasks({}, page)).tasks.map(({ index }) => index)).toEqual([0]);
    expect(await store.check()).toEqual([]);
  });

  test('goes when it comes in again by another process', async () => {
    const cluster = await faultyCluster();
    await halfPut(cluster, busy('a', 4));
    const store = await cluster.indexes().open('current', existing);
    await store.put([busy('a', 1, 2)]);
    expect((await store.tasks({}, page)).tasks.map(({ index }) => index)).toEqual([0]);
    expect(await store.check()).toEqual([]);
  });

  test('goes though the document was held before in another version', async () => {
    const cluster = await faultyCluster();
    const first = await cluster.indexes().open('current', { create: true });
    await first.put([busy('a', 2)]);
    const store = await halfPut(cluster, busy('a', 6, 2));
    await store.put([busy('a', 3, 3)]);
    expect((await store.tasks({}, page)).tasks.map(({ index }) => index)).toEqual([0, 1, 2]);
    expect(await store.check()).toEqual([]);
  });

  test('goes when the document comes in with a lower version, as after the ledger was made anew', async () => {
    const cluster = await faultyCluster();
    const store = await halfPut(cluster, busy('a', 4, 7));
    await store.put([busy('a', 2, 1)]);
    expect((await store.tasks({}, page)).tasks.map(({ index, document }) => [document.revision, index])).toEqual([
      [1, 0],
      [1, 1],
    ]);
    expect(await store.check()).toEqual([]);
  });

  test('goes when a version of it that is held is put again, or removed', async () => {
    const cluster = await faultyCluster();
    const first = await cluster.indexes().open('current', { create: true });
    await first.put([busy('a', 3)]);
    const store = await halfPut(cluster, stored('a', 'quyết định a', { revision: 2, tasks: [task('khác'), task('khác')] }));
    await store.put([busy('a', 3)]);
    expect((await store.tasks({}, page)).tasks.map((found) => found.task.text)).toEqual(['việc 1', 'việc 2', 'việc 3']);
    await halfPut(cluster, busy('a', 5, 2));
    const other = await cluster.indexes().open('current', existing);
    await other.remove('a');
    expect((await other.tasks({}, page)).total).toBe(0);
    expect(await other.check()).toEqual([]);
  });

  test('goes when the document is removed, and one of another id stays', async () => {
    const cluster = await faultyCluster();
    const store = await halfPut(cluster, busy('a', 4));
    await store.put([busy('a1', 2)]);
    await store.remove('a');
    expect((await store.tasks({}, page)).tasks.map(({ document }) => document.id)).toEqual(['a1', 'a1']);
    expect(await store.check()).toEqual([]);
  });
});

describe.skipIf(noElasticsearch)('a newer version that another process puts in meanwhile', () => {
  test('stays, with its tasks and no others', async () => {
    const { cluster, store } = await heldCollection();
    const other = await cluster.indexes().open('current', existing);
    let met = 0;
    cluster.proxy.fault(
      (request) => isOf('tasks')(request) && met++ === 0,
      async (exchange) => {
        await other.put([busy('c', 2, 9)]);
        exchange.reply(await exchange.passOn());
      },
    );
    expect(await store.put([busy('c', 5, 8)])).toEqual([]);
    expect((await store.list(null, 10)).map(({ id, revision }) => [id, revision])).toContainEqual(['c', 9]);
    await store.refresh();
    expect((await store.tasks({ document: 'c' }, page)).tasks.map(({ index }) => index)).toEqual([0, 1]);
    expect(await store.check()).toEqual([]);
  });
});
