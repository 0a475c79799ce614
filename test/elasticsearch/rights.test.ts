import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from '@elastic/elasticsearch';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ingest, pipelineVersion } from '#ingest/ingest.ts';
import { makeLibrary, makeReadingLibrary } from '#services/library/open.ts';
import { parseQuery } from '#services/query/parse.ts';
import { elasticsearchIndexes } from '#services/store/elasticsearch/indexes.ts';
import type { ElasticsearchOptions } from '#services/store/elasticsearch/options.ts';
import { everyLink } from '#services/works/link.ts';
import type { ElasticsearchServer } from '../../scripts/elasticsearch/server.ts';
import { add, emptyFolder, fileOf, plan } from '../library/library.ts';
import { storeContract } from '../store/contract.ts';
import { noOwnServer, ownServer } from '../support/ownElasticsearch.ts';
import { stored, task } from '../support/record.ts';

interface Role {
  readonly cluster: readonly string[];
  readonly indices: readonly { readonly names: readonly string[]; readonly privileges: readonly string[] }[];
}

/** The roles of the documentation, as they are given there. */
const documented = async (name: string): Promise<Role> =>
  JSON.parse(await readFile(join(import.meta.dirname, '../../services/store/elasticsearch/roles', `${name}.json`), 'utf8'));
const writer = await documented('writer');
const reader = await documented('reader');

/** Each role that has one privilege less than this one, by what it lacks. */
function lesser(role: Role): [lacks: string, role: Role][] {
  const without = (list: readonly string[], name: string) => list.filter((each) => each !== name);
  return [
    ...role.cluster.map((name): [string, Role] => [`cluster-${name}`, { ...role, cluster: without(role.cluster, name) }]),
    ...[...new Set(role.indices.flatMap(({ privileges }) => privileges))].map((name): [string, Role] => [
      `index-${name}`,
      { ...role, indices: role.indices.map((entry) => ({ ...entry, privileges: without(entry.privileges, name) })) },
    ]),
  ];
}

const roles = new Map<string, Role>([
  ['writer', writer],
  ['reader', reader],
  ...lesser(writer).map(([lacks, role]): [string, Role] => [`writer-without-${lacks}`, role]),
  ...lesser(reader).map(([lacks, role]): [string, Role] => [`reader-without-${lacks}`, role]),
]);
const password = 'mật khẩu: của bài thử';
const missing = await noOwnServer();

describe.skipIf(missing !== null)('the documented rights', { timeout: 120_000 }, () => {
  let server: ElasticsearchServer;
  let superuser: Client;
  let places = 0;

  beforeAll(async () => {
    const users = Object.fromEntries([...roles.keys()].map((name) => [name, { password, roles: [name] }]));
    server = await ownServer(null, {
      security: { tls: true, roles: Object.fromEntries(roles), users: { ...users, superuser: { password, roles: ['superuser'] } } },
    });
    superuser = new Client({
      node: server.url,
      auth: { username: 'superuser', password },
      tls: { ca: await readFile(server.ca!, 'utf8') },
    });
  }, 300_000);
  afterAll(() => superuser?.close());

  const freshPrefix = () => {
    places += 1;
    return `vankien-${places}`;
  };
  const as = (user: string, prefix: string): ElasticsearchOptions => ({
    nodes: [server.url],
    auth: { kind: 'basic', user, password },
    ca: server.ca,
    prefix,
    shards: 1,
    replicas: 'auto',
    timeout: 10_000,
  });
  const indexesOf = (user: string, prefix: string) => elasticsearchIndexes(as(user, prefix));

  const document = stored('a', 'Lập kế hoạch trồng cây', { tasks: [task('Báo cáo', { assignees: ['Tỉnh đoàn'] })] });

  /** All that a writing process does to an index from its making to its end. */
  async function write(user: string): Promise<void> {
    const indexes = indexesOf(user, freshPrefix());
    try {
      const store = await indexes.open('current', { create: true });
      expect(await store.put([document])).toEqual([]);
      await store.refresh();
      await store.decide([]);
      await store.remove(document.id);
      const next = await indexes.open('next', { create: true });
      expect(await next.put([document], { visible: 'later' })).toEqual([]);
      await indexes.promote();
      await indexes.goBack();
      await indexes.drop('previous');
      await indexes.sweep();
    } finally {
      await indexes.close();
    }
  }

  /** All that a reading process asks of an index. */
  async function read(user: string, prefix: string): Promise<void> {
    const indexes = indexesOf(user, prefix);
    try {
      const store = await indexes.open('current', { create: false });
      const page = { from: 0, size: 10 };
      expect((await store.search(parseQuery('trồng cây'), page)).total).toBe(1);
      expect(await Array.fromAsync(store.scan(parseQuery('trồng cây')))).toHaveLength(1);
      expect(await store.get(document.id)).toEqual(document);
      expect(await store.list(null, 10)).toHaveLength(1);
      expect(await store.summaries([document.id])).toHaveLength(1);
      expect(await store.keys('', 10)).toEqual([]);
      expect((await store.tasks({ assignee: 'tinh doan' }, page)).total).toBe(1);
      const work = `doc:${document.id}`;
      expect(await store.symbols(null, 10)).toEqual([work]);
      const [named] = await store.named([work]);
      expect(named?.named).toHaveLength(1);
      expect(await store.speakers([named!.named[0]!.id], 1)).toMatchObject([{ documents: [document.id], total: 1 }]);
      const links = { filter: everyLink, direction: 'down' } as const;
      expect((await store.walk({ ...links, roots: [work], depth: 1, limit: 10, witnesses: 1 })).nodes).toHaveLength(1);
      expect((await store.statements({ ...links, work, size: 10 })).total).toBe(0);
      expect((await store.stats()).documents).toBe(1);
      expect(await store.check()).toEqual([]);
    } finally {
      await indexes.close();
    }
  }

  async function held(): Promise<string> {
    const prefix = freshPrefix();
    const indexes = indexesOf('writer', prefix);
    await (await indexes.open('current', { create: true })).put([document]);
    await indexes.close();
    return prefix;
  }

  // What requests there are is asked here, not what they answer to many inputs.
  fc.configureGlobal({ ...fc.readConfigureGlobal(), numRuns: 5 });
  storeContract('Elasticsearch, with the rights of a writer', async () => {
    const prefix = freshPrefix();
    const indexes = indexesOf('writer', prefix);
    return {
      open: () => indexes.open('current', { create: true }),
      async dispose() {
        await indexes.close();
        await superuser.indices.delete({ index: Object.keys(await superuser.indices.get({ index: `${prefix}-*` })) });
      },
    };
  });

  test('suffice for a library that writes: adding, rebuilding, going back, the doctor', async () => {
    const prefix = freshPrefix();
    const library = await makeLibrary({
      folder: await emptyFolder(),
      create: true,
      makeIndexes: () => indexesOf('writer', prefix),
      extract: ingest,
      pipeline: pipelineVersion,
      maxFileBytes: 1024 * 1024,
      now: () => new Date(),
    });
    try {
      const [outcome] = await add(library, fileOf('a.txt', plan({ number: '12-KH/TU', body: 'Trồng cây xanh ven đường.' })));
      expect(outcome).toMatchObject({ outcome: 'added', searchable: true });
      expect(await library.rebuild()).toEqual({ documents: 1, failures: 0 });
      expect(await library.rebuild()).toEqual({ documents: 1, failures: 0 });
      await library.goBack();
      expect(await library.doctor()).toMatchObject({ healthy: true, documents: 1 });
    } finally {
      await library.close();
    }
  });

  test('suffice for a process that reads, which can change nothing', async () => {
    const prefix = await held();
    await read('reader', prefix);
    const indexes = indexesOf('reader', prefix);
    const refused = { code: 'index-refused' };
    const store = await indexes.open('current', { create: false });
    await expect(store.put([stored('b', 'chữ')])).rejects.toMatchObject(refused);
    await expect(store.remove(document.id)).rejects.toMatchObject(refused);
    await expect(store.decide([])).rejects.toMatchObject(refused);
    await expect(indexes.open('next', { create: true })).rejects.toMatchObject(refused);
    await indexes.close();
    await read('reader', prefix);

    const library = makeReadingLibrary(indexesOf('reader', prefix), {
      pipeline: pipelineVersion,
      extract: ingest,
      maxFileBytes: 1024 * 1024,
    });
    expect(await library.ready()).toBe(true);
    expect((await library.search('trong cay', {}, { from: 0, size: 10 })).total).toBe(1);
    await library.close();
  });

  test.each(lesser(writer).map(([lacks]) => lacks))('are no more than a writer needs: not without %s', async (lacks) => {
    await expect(write('writer')).resolves.toBeUndefined();
    await expect(write(`writer-without-${lacks}`)).rejects.toMatchObject({ code: 'index-refused' });
  });

  test.each(lesser(reader).map(([lacks]) => lacks))('are no more than a reader needs: not without %s', async (lacks) => {
    const prefix = await held();
    await expect(read(`reader-without-${lacks}`, prefix)).rejects.toMatchObject({ code: 'index-refused' });
  });

  test('do not reach the indices of others', async () => {
    await superuser.index({ index: 'other-documents', id: '1', document: { a: 1 } });
    await expect(indexesOf('writer', 'other').open('current', { create: true })).rejects.toMatchObject({ code: 'index-refused' });
    await expect(superuser.indices.exists({ index: 'other-documents' })).resolves.toBe(true);
  });
});
