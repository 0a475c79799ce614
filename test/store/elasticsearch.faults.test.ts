import { describe, expect, it } from 'vitest';
import { Failure } from '#ingest/model/failure.ts';
import { noElasticsearch } from '../support/elasticsearch.ts';
import {
  eventually,
  everyAnswer,
  everyCall,
  everyCallOfDocuments,
  everything,
  expectFailure,
  expectHeld,
  faultyCluster,
  heldCollection,
  page,
  whole,
} from './faultyElasticsearch.ts';

const create = { create: true } as const;
const existing = { create: false } as const;
const kinds = ['documents', 'tasks', 'graph'] as const;
const ab = [whole('a'), whole('b')];

describe.skipIf(noElasticsearch)('a cluster that is down', () => {
  it('at the start: opening says that it cannot be reached, and works when it is back', async () => {
    const { cluster } = await heldCollection();
    await cluster.proxy.down();
    const indexes = cluster.indexes();
    await expectFailure(indexes.open('current', create), 'index-unavailable', /cannot be reached.*ECONNREFUSED/);
    await expectFailure(indexes.has('current'), 'index-unavailable');
    await cluster.proxy.up();
    await expectHeld(await eventually(() => indexes.open('current', existing)), ab);
  });

  it('later: every call says so, and the same store works when it is back', async () => {
    const { cluster, store } = await heldCollection();
    await cluster.proxy.down();
    for (const [, call] of everyCall) await expectFailure(call(store), 'index-unavailable', /cannot be reached/);
    await cluster.proxy.up();
    await eventually(() => store.get('a'));
    await expectHeld(store, ab);
    await store.put([whole('c')]);
    await expectHeld(store, [...ab, whole('c')]);
  });
});

describe.skipIf(noElasticsearch)('an index that is not as it should be', () => {
  it('red, since no node may hold it: neither asked nor written, and written when one may', async () => {
    const { cluster, store } = await heldCollection();
    const indices = await Promise.all(kinds.map((kind) => cluster.indexBehind(kind)));
    const holder = (name: string | null) =>
      cluster.server('PUT', `/${indices.join(',')}/_settings`, { 'index.routing.allocation.require._name': name });
    // A shard with something in it is put on a node against all rules: it must be new, as after a node was lost with all it held.
    for (const index of indices) {
      const { aliases, mappings } = (await cluster.server('GET', `/${index}`)).body[index] as { aliases: unknown; mappings: unknown };
      await cluster.server('DELETE', `/${index}`);
      const settings = { 'index.number_of_replicas': 0, 'index.routing.allocation.require._name': 'nobody' };
      await cluster.server('PUT', `/${index}?wait_for_active_shards=0`, { aliases, mappings, settings });
    }
    expect((await cluster.server('GET', `/_cluster/health/${indices.join(',')}`)).body).toMatchObject({ status: 'red' });

    const own = cluster.indexes({ timeout: 1000 });
    const impatient = await eventually(() => own.open('current', existing));
    expect((await impatient.check()).map(({ message }) => message).join(' ')).toMatch(/red/);
    for (const [, call] of everyAnswer) await expectFailure(call(store), 'index-unavailable', /not whole|has not been answering/);
    await expectFailure(impatient.put(ab), 'index-unavailable');
    await expectFailure(impatient.remove('a'), 'index-unavailable');

    await holder(null);
    await eventually(() => store.get('a'));
    expect(await store.put(ab)).toEqual([]);
    await expectHeld(store, ab);
  });

  it('closed: no document is blamed for it', async () => {
    const { cluster, store } = await heldCollection();
    const index = await cluster.indexBehind('documents');
    await cluster.server('POST', `/${index}/_close`);
    await expectFailure(store.put([whole('c')]), 'collection-damaged', /closed/);
    await expectFailure(store.search(everything, page), 'collection-damaged', /closed/);
    await cluster.server('POST', `/${index}/_open`);
    await expectHeld(store, ab);
  });

  it('read-only, since the disk is full: asked, but not written, until there is room', async () => {
    const { cluster, store } = await heldCollection();
    // The documents last, as they are written last: a removal that fails has taken out what it could.
    for (const kind of kinds.toReversed()) {
      const settings = `/${await cluster.indexBehind(kind)}/_settings`;
      await cluster.server('PUT', settings, { 'index.blocks.read_only_allow_delete': true });
      await expectFailure(store.put([whole('a', 2), whole('c')]), 'index-unavailable', /disk .*full/);
      await expectFailure(store.remove('b'), 'index-unavailable', /disk .*full/);
      expect((await store.search(everything, page)).total).toBe(2);
      expect(await store.get('a')).toEqual(whole('a'));
      await cluster.server('PUT', settings, { 'index.blocks.read_only_allow_delete': null });
    }
    expect(await store.put([whole('a', 2), whole('c')])).toEqual([]);
    await store.remove('b');
    await expectHeld(store, [whole('a', 2), whole('c')]);
  });

  it.each(kinds)('deleted (%s): said to be damaged, and not made again by chance', async (kind) => {
    const { cluster, store } = await heldCollection();
    const index = await cluster.indexBehind(kind);
    await cluster.server('DELETE', `/${index}`);
    await expectFailure(store.put([whole('c')]), 'collection-damaged', /gone/);
    const asked = { documents: () => store.get('a'), tasks: () => store.tasks({}, page), graph: () => store.named(['1-KL/TW']) };
    await expectFailure(asked[kind](), 'collection-damaged');
    if (kind === 'documents') for (const [, call] of everyCallOfDocuments) await expectFailure(call(store), 'collection-damaged');
    expect((await cluster.server('GET', `/${cluster.prefix}-${kind}`)).status).toBe(404);
    expect((await cluster.server('GET', `/${index}`)).status).toBe(404);
    await expectFailure(cluster.indexes().open('current', existing), 'collection-damaged', /gone/);
  });

  it('deleted wholly: there is no collection, and a new one is made only when asked for', async () => {
    const { cluster } = await heldCollection();
    for (const kind of kinds) await cluster.server('DELETE', `/${await cluster.indexBehind(kind)}`);
    await expectFailure(cluster.indexes().open('current', existing), 'no-collection');
    await expectHeld(await cluster.indexes().open('current', create), []);
  });
});

describe.skipIf(noElasticsearch)('names that somebody else has a hand in', () => {
  it.each(kinds)('an alias (%s) on two indices: nothing is read twice, and nothing written', async (kind) => {
    const { cluster, store } = await heldCollection();
    const { cluster: twin } = await heldCollection();
    const index = await cluster.indexBehind(kind);
    const second = await twin.indexBehind(kind);
    const alias = `${cluster.prefix}-${kind}`;
    const name = (named: string, writes: boolean) =>
      cluster.server('POST', '/_aliases', { actions: [{ add: { index: named, alias, is_write_index: writes } }] });
    const answers = () => Promise.all(everyAnswer.map(([, call]) => call(store)));
    const before = await answers();
    await name(second, false);

    await expectFailure(cluster.indexes().open('current', existing), 'collection-damaged', /more than one/);
    expect((await store.check()).map(({ message }) => message).join(' ')).toMatch(/more than one/);
    for (const [at, [called, call]] of everyAnswer.entries()) {
      const answer = await call(store).catch((thrown: unknown) => thrown);
      if (answer instanceof Failure) expect([called, answer.code]).toEqual([called, 'collection-damaged']);
      else expect([called, answer]).toEqual([called, before[at]]);
    }

    await name(index, false);
    await expectFailure(store.put([whole('c')]), 'collection-damaged', /no longer names one index/);
    await cluster.server('POST', '/_aliases', { actions: [{ remove: { index: second, alias } }] });
    await name(index, true);
    await expectHeld(await cluster.indexes().open('current', existing), ab);
  });

  it("an index of somebody else's under the name of our alias: refused, and left as it is", async () => {
    const cluster = await faultyCluster();
    const name = `${cluster.prefix}-documents`;
    await cluster.server('PUT', `/${name}`, { mappings: { properties: { colour: { type: 'keyword' } } } });
    await cluster.server('PUT', `/${name}/_doc/1?refresh=true`, { colour: 'xanh' });
    await expectFailure(cluster.indexes().open('current', create), 'collection-damaged', /somebody else/);
    await expectFailure(cluster.indexes().open('current', existing), 'collection-damaged', /somebody else/);
    await cluster.indexes().sweep();
    expect((await cluster.server('GET', `/${name}/_doc/1`)).body).toMatchObject({ _source: { colour: 'xanh' } });
  });

  it("our alias on an index of somebody else's: refused, and left as it is", async () => {
    const cluster = await faultyCluster();
    const index = `${cluster.prefix}-theirs`;
    await cluster.server('PUT', `/${index}`, { aliases: { [`${cluster.prefix}-documents`]: { is_write_index: true } } });
    await cluster.server('PUT', `/${index}/_doc/1?refresh=true`, { colour: 'xanh' });
    await expectFailure(cluster.indexes().open('current', create), 'collection-damaged');
    await cluster.indexes().sweep();
    expect((await cluster.server('GET', `/${index}/_doc/1`)).body).toMatchObject({ _source: { colour: 'xanh' } });
  });

  it('fields that somebody added to our index: refused, by name', async () => {
    const { cluster } = await heldCollection();
    const index = await cluster.indexBehind('documents');
    await cluster.server('PUT', `/${index}/_mapping`, { properties: { colour: { type: 'keyword' } } });
    await expectFailure(cluster.indexes().open('current', existing), 'collection-damaged', new RegExp(`fields of the index ${index}`));
  });

  it('an index of another version of the program: refused, and told which', async () => {
    const { cluster } = await heldCollection();
    const index = await cluster.indexBehind('tasks');
    await cluster.server('PUT', `/${index}/_mapping`, { _meta: { vankien: { mapping: 999, kind: 'tasks' } } });
    await expectFailure(cluster.indexes().open('current', existing), 'collection-damaged', /version 999/);
  });
});
