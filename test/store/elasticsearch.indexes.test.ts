import { describe, expect, test } from 'vitest';
import layout from '#mappings/elasticsearch.json' with { type: 'json' };
import { facetNames, mappingVersion } from '#mappings/fields.ts';
import { parseQuery } from '#services/query/parse.ts';
import { noElasticsearch } from '../support/elasticsearch.ts';
import * as faults from '../support/faultProxy/faults.ts';
import { expectFailure, expectHeld, type FaultyCluster, faultyCluster, page, whole } from './faultyElasticsearch.ts';

const create = { create: true } as const;
const existing = { create: false } as const;
const kinds = ['documents', 'tasks', 'graph'] as const;

/** The names of the indices under the prefix, or what else matches. */
async function indices(cluster: FaultyCluster, pattern = `${cluster.prefix}-*`): Promise<string[]> {
  const { body } = await cluster.server('GET', `/${pattern}?expand_wildcards=all`);
  return Object.keys(body).sort();
}

/** The names of the indices with this number. */
const numbered = ({ prefix }: FaultyCluster, number: number) => kinds.map((kind) => `${prefix}-${kind}-v${mappingVersion}-00000${number}`);

const wordNames = [
  ...(['own_number', 'numbers', 'pairs'] as const),
  ...(['title', 'parts', 'all'] as const).flatMap((name) => [`${name}_exact`, `${name}_folded`] as const),
];

describe('the layout of the indices', () => {
  test('has the fields of the list of fields', () => {
    const fields = layout.documents.mappings.properties;
    expect(Object.keys(fields)).toEqual(expect.arrayContaining([...facetNames]));
    for (const name of wordNames) expect(fields[name]).toMatchObject({ type: 'text', analyzer: 'whitespace' });
    for (const name of facetNames) expect(fields[name]).toMatchObject({ type: 'keyword' });
  });

  test('keeps neither words nor records in the source', () => {
    const excluded: readonly string[] = layout.documents.mappings._source.excludes;
    expect(excluded).toEqual(expect.arrayContaining([...wordNames, 'record', 'claims', 'task_list', 'summary']));
  });
});

describe.skipIf(noElasticsearch)('the indices of a collection', () => {
  test('are made with the fields and settings that are laid down, as the server understands them', async () => {
    const cluster = await faultyCluster();
    await cluster.indexes({ shards: 2, replicas: 0 }).open('current', create);
    for (const kind of kinds) {
      const index = await cluster.indexBehind(kind);
      const { body } = await cluster.server('GET', `/${index}`);
      const { mappings, settings } = body[index] as { mappings: object; settings: { index: object } };
      expect(mappings).toEqual({ ...layout[kind].mappings, _meta: { vankien: { mapping: mappingVersion, kind } } });
      expect(settings.index).toMatchObject({ ...layout[kind].settings.index, number_of_shards: '2', number_of_replicas: '0' });
    }
  });

  test('have strict fields, by whatever way they are made', async () => {
    const cluster = await faultyCluster();
    await cluster.indexes().open('current', create);
    for (const [at, kind] of kinds.entries()) {
      const byHand = numbered(cluster, 9)[at]!;
      await cluster.server('PUT', `/${byHand}`, {});
      for (const index of [byHand, `${cluster.prefix}-${kind}`]) {
        const answer = await cluster.server('PUT', `/${index}/_doc/x`, { nobody_knows: 1 });
        expect(answer.body).toMatchObject({ status: 400, error: { type: 'strict_dynamic_mapping_exception' } });
      }
    }
  });

  test('are there only where somebody asked for them to be made', async () => {
    const cluster = await faultyCluster();
    const indexes = cluster.indexes();
    expect(await indexes.has('current')).toBe(false);
    await expectFailure(indexes.open('current', existing), 'no-collection');
    await indexes.open('current', create);
    await indexes.open('current', existing);
    expect([await indexes.has('current'), await indexes.has('next'), await indexes.has('previous')]).toEqual([true, false, false]);
  });

  test('are made once where several processes make them at the same time', async () => {
    const cluster = await faultyCluster();
    const stores = await Promise.all(Array.from({ length: 5 }, () => cluster.indexes().open('current', create)));
    for (const [at, store] of stores.entries()) await store.put([whole(`d${at}`)]);
    for (const kind of kinds) await cluster.indexBehind(kind);
    await expectHeld(
      stores[0]!,
      stores.map((_, at) => whole(`d${at}`)),
    );
    await cluster.indexes().sweep();
    expect(await indices(cluster)).toHaveLength(kinds.length);
  });

  test('take the place of each other in one step, seen by stores that were open before', async () => {
    const cluster = await faultyCluster();
    const indexes = cluster.indexes();
    const before = indexes.generation();
    const store = await indexes.open('current', create);
    await store.put([whole('a')]);
    const next = await indexes.open('next', create);
    await next.put([whole('b')]);
    await expectHeld(store, [whole('a')]);

    await indexes.promote();
    expect(indexes.generation()).toBe(before);
    await expectHeld(store, [whole('b')]);
    expect([await indexes.has('next'), await indexes.has('previous')]).toEqual([false, true]);
    await expectHeld(await indexes.open('previous', existing), [whole('a')]);

    await indexes.goBack();
    await expectHeld(store, [whole('a')]);
    await expectHeld(await indexes.open('previous', existing), [whole('b')]);
    expect(await indices(cluster)).toEqual([...numbered(cluster, 1), ...numbered(cluster, 2)].sort());
  });

  test('are taken away when a third one takes the place, and when they are dropped', async () => {
    const cluster = await faultyCluster();
    const indexes = cluster.indexes();
    await indexes.open('current', create);
    for (let times = 0; times < 2; times += 1) {
      await indexes.open('next', create);
      await indexes.promote();
    }
    expect(await indices(cluster)).toEqual([...numbered(cluster, 2), ...numbered(cluster, 3)].sort());
    await indexes.drop('previous');
    await indexes.drop('previous');
    await indexes.drop('next');
    expect(await indices(cluster)).toEqual(numbered(cluster, 3).sort());
    await expectFailure(indexes.goBack(), 'not-found');
    await expectFailure(indexes.promote(), 'internal');
    await indexes.open('current', existing);
  });

  test('are changed over though the answer to it is lost', async () => {
    const cluster = await faultyCluster();
    const indexes = cluster.indexes();
    await (await indexes.open('current', create)).put([whole('a')]);
    const next = await indexes.open('next', create);
    await next.put([whole('b')]);
    cluster.proxy.fault(/_aliases/, faults.loseReply, { times: 1 });
    await indexes.promote();
    await expectHeld(await indexes.open('current', existing), [whole('b')]);
  });

  test('that a run left behind which died are passed over and swept away, and nothing else is', async () => {
    const cluster = await faultyCluster();
    const indexes = cluster.indexes();
    // It died after the first of its indices.
    await cluster.server('PUT', `/${numbered(cluster, 4)[0]}`, {});
    const store = await indexes.open('current', create);
    await store.put([whole('a')]);
    const others = [
      `${cluster.prefix}-documents-v${mappingVersion}-backup`,
      `${cluster.prefix}-documents-v`,
      `${cluster.prefix}-letters-v1-000001`,
      `${cluster.prefix}x-tasks-v1-000001`,
    ];
    for (const other of others) await cluster.server('PUT', `/${other}`, {});
    await indexes.sweep();
    await indexes.sweep();
    expect(await indices(cluster, `${cluster.prefix}*`)).toEqual([...numbered(cluster, 5), ...others].sort());
    await expectHeld(store, [whole('a')]);
    await cluster.server('DELETE', `/${others.at(-1)}`);
  });

  test('that were damaged give way to new ones', async () => {
    const cluster = await faultyCluster();
    const indexes = cluster.indexes();
    await (await indexes.open('current', create)).put([whole('a')]);
    await cluster.server('DELETE', `/${await cluster.indexBehind('tasks')}`);
    await expectFailure(indexes.open('current', create), 'collection-damaged', /tasks is gone/);
    await (await indexes.open('next', create)).put([whole('b')]);
    await indexes.promote();
    await expectHeld(await indexes.open('current', existing), [whole('b')]);
    expect(await indexes.has('previous')).toBe(false);
    await indexes.sweep();
    expect(await indices(cluster)).toEqual(numbered(cluster, 2).sort());
  });

  test('of somebody else that bear our names lose the name and nothing more', async () => {
    const cluster = await faultyCluster();
    const indexes = cluster.indexes();
    await indexes.open('current', create);
    await indexes.open('next', create);
    const theirs = `${cluster.prefix}x-theirs`;
    await cluster.server('PUT', `/${theirs}`, {});
    await cluster.server('PUT', `/${theirs}/_doc/1?refresh=true`, { theirs: true });
    for (const kind of kinds) {
      await cluster.server('POST', '/_aliases', { actions: [{ add: { index: theirs, alias: `${cluster.prefix}-${kind}-previous` } }] });
    }
    await indexes.promote();
    expect((await cluster.server('GET', `/${theirs}/_doc/1`)).body).toMatchObject({ found: true });
    expect((await cluster.server('GET', `/${theirs}`)).body).toMatchObject({ [theirs]: { aliases: {} } });
    expect(await indices(cluster)).toEqual([...numbered(cluster, 1), ...numbered(cluster, 2)].sort());
    await cluster.server('DELETE', `/${theirs}`);
  });

  test('answer no more once they are closed', async () => {
    const cluster = await faultyCluster();
    const indexes = cluster.indexes();
    const store = await indexes.open('current', create);
    await indexes.close();
    await expectFailure(indexes.has('current'), 'internal');
    await expect(store.search(parseQuery('quyết'), page)).rejects.toMatchObject({ name: 'Failure' });
  });
});
