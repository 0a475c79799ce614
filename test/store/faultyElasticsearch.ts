import { expect, onTestFinished } from 'vitest';
import type { Failure, FailureCode } from '#ingest/model/failure.ts';
import { parseQuery } from '#services/query/parse.ts';
import { elasticsearchIndexes } from '#services/store/elasticsearch/indexes.ts';
import type { ElasticsearchOptions } from '#services/store/elasticsearch/options.ts';
import type { Indexes, Store, StoredDocument } from '#services/store/port.ts';
import { everyLink } from '#services/works/link.ts';
import { namingId } from '#services/works/naming.ts';
import { statedIn } from '#services/works/stated.ts';
import { elasticsearchUrl, freshPrefix } from '../support/elasticsearch.ts';
import { type FaultProxy, type FaultProxyOptions, faultProxy } from '../support/faultProxy.ts';
import { claim, stored, task } from '../support/record.ts';
import { graphModel } from './graphModel.ts';

/** A collection on the run's server, reached through a fault proxy of its own. All of it ends with the test. */
export interface FaultyCluster {
  readonly proxy: FaultProxy;
  readonly prefix: string;
  /** A client of its own for this collection. */
  indexes(options?: Partial<ElasticsearchOptions>): Indexes;
  /** Asks the server itself, past the proxy and the adapter. */
  server(method: string, path: string, body?: unknown): Promise<{ status: number; body: Record<string, unknown> }>;
  /** The name of the index behind an alias. */
  indexBehind(kind: 'documents' | 'tasks' | 'graph'): Promise<string>;
}

export async function faultyCluster(options: FaultProxyOptions = {}): Promise<FaultyCluster> {
  const url = elasticsearchUrl();
  const prefix = freshPrefix();
  const proxy = await faultProxy(url, options);
  const opened: Indexes[] = [];
  onTestFinished(async () => {
    for (const indexes of opened) await indexes.close();
    await proxy.close();
  });
  const server: FaultyCluster['server'] = async (method, path, body) => {
    const { origin, username, password } = new URL(url);
    const account = Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString('base64');
    const answer = await fetch(`${origin}${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...(username === '' ? {} : { authorization: `Basic ${account}` }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  };
  return {
    proxy,
    prefix,
    server,
    indexes(given = {}) {
      const standard = { nodes: [proxy.url], auth: { kind: 'none' }, ca: proxy.ca, prefix, shards: 1, replicas: 0, timeout: 5000 } as const;
      const made = elasticsearchIndexes({ ...standard, ...given });
      opened.push(made);
      return made;
    },
    async indexBehind(kind) {
      const names = Object.keys((await server('GET', `/_alias/${prefix}-${kind}`)).body);
      expect(names).toHaveLength(1);
      return names[0]!;
    },
  };
}

export const page = { from: 0, size: 100 } as const;
export const everything = parseQuery('quyết định');

/** A cluster whose collection holds the documents a and b, and the store that put them there. */
export async function heldCollection(options: FaultProxyOptions = {}): Promise<{ cluster: FaultyCluster; store: Store }> {
  const cluster = await faultyCluster(options);
  const store = await cluster.indexes().open('current', { create: true });
  expect(await store.put([whole('a'), whole('b')])).toEqual([]);
  return { cluster, store };
}

/** A document with a claim and some tasks, more or fewer by its revision, so that each would be missed, seen twice or left behind. */
export function whole(id: string, revision = 1): StoredDocument {
  const tasks = Array.from({ length: [2, 1, 3, 0][(revision - 1) % 4]! }, (_, at) => task(`báo cáo ${id} lần ${revision}, việc ${at + 1}`));
  const number = `${id}-QĐ/TU`;
  return stored(id, `quyết định ${id}`, { revision, number, tasks, claims: [claim(null, 'implements', '01-KL/TW')] });
}

/** That the store holds these documents and nothing else: each once, whole, with its tasks, its claim and its links, and visible. */
export async function expectHeld(store: Store, documents: readonly StoredDocument[]): Promise<void> {
  await store.refresh();
  const ids = documents.map(({ id }) => id).sort();
  const revisions = new Map(documents.map(({ id, revision }) => [id, revision]));
  const listed = await store.list(null, 1000);
  expect(listed.map(({ id, revision }) => ({ id, revision }))).toEqual(ids.map((id) => ({ id, revision: revisions.get(id)! })));
  expect((await store.search(everything, page)).total).toBe(ids.length);
  const { tasks } = await store.tasks({}, page);
  const texts = documents.flatMap(({ record }) => record.tasks.map(({ text }) => text));
  expect(tasks.map((found) => found.task.text).sort()).toEqual(texts.sort());
  const model = graphModel(documents, []);
  const symbols = await store.symbols(null, 1000);
  expect(symbols).toEqual(await model.symbols(null, 1000));
  expect(await store.named(symbols)).toEqual(await model.named(symbols));
  for (const document of documents) expect(await store.get(document.id)).toEqual(document);
  expect(await store.check()).toEqual([]);
}

/** That `work` fails with this code, and that its sentence says what was seen. */
export async function expectFailure(work: Promise<unknown>, code: FailureCode, detail?: RegExp): Promise<Failure> {
  const thrown = await work.then(
    () => new Error('It did not fail.'),
    (failure: Failure) => failure,
  );
  expect(thrown).toMatchObject({ name: 'Failure', code });
  if (detail) expect(thrown.message).toMatch(detail);
  return thrown as Failure;
}

/** The result of `work` once it no longer fails: for a cluster that comes back, after the pause of the circuit. */
export async function eventually<T>(work: () => Promise<T>): Promise<T> {
  let result: { value: T } | null = null;
  await expect.poll(async () => (result = { value: await work() }), { timeout: 45_000, interval: 100 }).toBeTruthy();
  return result!.value;
}

type Call = readonly [string, (store: Store) => Promise<unknown>];

/** Every question about documents, by name. */
const everyAnswerOfDocuments: readonly Call[] = [
  ['get', (store) => store.get('a')],
  ['list', (store) => store.list(null, 10)],
  ['search', (store) => store.search(everything, page)],
  ['search for a count', (store) => store.search(everything, { from: 0, size: 0 })],
  ['scan', (store) => Array.fromAsync(store.scan(everything))],
  ['summaries', (store) => store.summaries(['a'])],
  ['keys', (store) => store.keys('0', 10)],
  ['tasks', (store) => store.tasks({}, page)],
  ['stats', (store) => store.stats()],
  ['bodies', (store) => store.bodies(['a'])],
  ['citers', (store) => store.citers(['01-KL/TW'])],
  ['suggest', (store) => store.suggest('01-', 5)],
];

const aWork = 'A-QĐ/TU@?a@?';
const aWalk = { roots: [aWork], direction: 'both', depth: 2, filter: everyLink, limit: 10, witnesses: 1 } as const;

/** Every question that a store answers. */
export const everyAnswer: readonly Call[] = [
  ...everyAnswerOfDocuments,
  ['named', (store) => store.named(['1-KL/TW'])],
  ['symbols', (store) => store.symbols(null, 10)],
  ['series', async (store) => store.series()],
  ['unheld', (store) => store.unheld({ level: null, type: null, within: null, least: 1, from: 0, size: 10 })],
  ['rings', async (store) => store.rings(10)],
  ['speakers', async (store) => store.speakers([namingId(statedIn('a', whole('a').record).own)], 10)],
  ['walk', (store) => store.walk(aWalk)],
  ['walkBriefly', (store) => store.walkBriefly(aWalk)],
  ['statements', (store) => store.statements({ work: aWork, direction: 'up', filter: everyLink, size: 10 })],
];

const everyChange: readonly Call[] = [
  ['put', (store) => store.put([whole('z')])],
  ['remove', (store) => store.remove('a')],
  ['refresh', (store) => store.refresh()],
];

/** Everything that asks for documents or changes them. */
export const everyCallOfDocuments: readonly Call[] = [...everyChange, ...everyAnswerOfDocuments];

/** Every question, and everything that changes what a store holds. */
export const everyCall: readonly Call[] = [...everyChange, ['decide', (store) => store.decide([])], ...everyAnswer];
