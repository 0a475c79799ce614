import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@elastic/elasticsearch';
import { elasticsearchIndexes } from '#services/store/elasticsearch/indexes.ts';
import type { ElasticsearchOptions } from '#services/store/elasticsearch/options.ts';
import type { Store } from '#services/store/port.ts';
import { type ElasticsearchServer, startServer } from '../elasticsearch/server.ts';
import { openReader, type Ready } from './store/documents.ts';
import { type Aliases, batch, operationsOf, throughAdapter, throughHelper } from './store/indexing.ts';
import { type Asked, questions } from './store/queries.ts';
import { type Compiled, compile, throughCurl, throughStore } from './store/searching.ts';

const heap = '1g';
const segments = 10;
/** No more documents are held in memory at one time. */
const mostInSegment = 5_000;
const searchRounds = 20;

/**
 * The adapter of Elasticsearch beside the bare server, which is started for this, in one run and in turns: putting documents in beside the client's
 * own bulk helper with the same bodies made beforehand, into an index of the same fields and settings; searching beside curl with the same requests.
 */
export async function benchStore([given = '100000']: readonly string[]): Promise<void> {
  const count = Number(given);
  if (!Number.isInteger(count) || count < batch)
    throw new Error(`The number of documents must be a whole number from ${batch}, not ${given}.`);
  const folder = await mkdtemp(join(tmpdir(), 'vankien-bench-'));
  const server = await startServer({ heap });
  try {
    await measure(server, folder, count);
  } finally {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(server: ElasticsearchServer, folder: string, count: number): Promise<void> {
  const options: ElasticsearchOptions = {
    nodes: [server.url],
    auth: { kind: 'none' },
    ca: null,
    prefix: 'adapter',
    shards: 1,
    replicas: 0,
    timeout: 30_000,
  };
  const client = new Client({ node: server.url });
  const indexes = elasticsearchIndexes(options);
  const bareIndexes = elasticsearchIndexes({ ...options, prefix: 'bare' });
  try {
    const store = await indexes.open('current', { create: true });
    await (await bareIndexes.open('current', { create: true })).close();
    const asked = await index(client, store, { documents: 'bare-documents', tasks: 'bare-tasks', graph: 'bare-graph' }, count);
    await store.refresh();
    await client.indices.refresh({ index: 'bare-*' });
    await tellSizes(client);
    await search(store, server.url, folder, asked);
    await store.close();
  } finally {
    await indexes.close();
    await bareIndexes.close();
    await client.close();
  }
}

/** Puts all documents in both ways and prints the rates; gives questions that suit them. */
async function index(client: Client, store: Store, bare: Aliases, count: number): Promise<Asked[]> {
  const reader = openReader();
  let [put, bulk, bytes, sent, tasks] = [0, 0, 0, 0, 0];
  const ratios: number[] = [];
  const resident: number[] = [];
  let asked: Asked[] = [];
  try {
    // Not counted: programs run slowly before they are warm.
    await inTurn(client, store, bare, await reader.read(count + 1, 8 * batch), false);
    const size = Math.min(mostInSegment, Math.ceil(count / segments));
    for (let from = 0; from < count; from += size) {
      const ready = await reader.read(from + 1, Math.min(size, count - from));
      if (from === 0) asked = questions(ready.documents);
      const turn = await inTurn(client, store, bare, ready, ratios.length % 2 === 1);
      put += turn.put;
      bulk += turn.bulk;
      bytes += ready.bytes;
      sent += turn.sent;
      tasks += ready.documents.reduce((sum, { record }) => sum + record.tasks.length, 0);
      ratios.push(turn.bulk / turn.put);
      resident.push(process.memoryUsage().rss);
    }
  } finally {
    await reader.close();
  }
  const sorted = ratios.toSorted((a, b) => a - b);
  print(`${count} documents with ${tasks} tasks, ${megabytes(bytes)} MB of text, ${megabytes(sent)} MB of bodies; batches of ${batch}`);
  print(`put by the adapter                       ${rate(count, put)} documents/s`);
  print(`the same bodies by helpers.bulk          ${rate(count, bulk)} documents/s`);
  print(
    `ratio (wanted: 0.80 or more)             ${(bulk / put).toFixed(2).padStart(8)}   by segment ${fixed(sorted[0]!)} to ${fixed(sorted.at(-1)!)}`,
  );
  print(
    `memory of this process                   ${megabytes(resident[0]!)} MB after the first segment, ${megabytes(resident.at(-1)!)} MB after the last, ${megabytes(Math.max(...resident))} MB at most`,
  );
  return asked;
}

/** One segment both ways, one after the other: what disturbs the machine for a while disturbs both. */
async function inTurn(
  client: Client,
  store: Store,
  bare: Aliases,
  { documents }: Ready,
  bareFirst: boolean,
): Promise<{ put: number; bulk: number; sent: number }> {
  const { operations, bytes } = operationsOf(documents, bare);
  const flushBytes = Math.ceil((bytes * batch) / documents.length);
  const helper = () => throughHelper(client, operations, flushBytes);
  const first = bareFirst ? await helper() : null;
  const put = await throughAdapter(store, documents);
  return { put, bulk: first ?? (await helper()), sent: bytes };
}

async function search(store: Store, url: string, folder: string, asked: readonly Asked[]): Promise<void> {
  const compiled = await compile(store, asked);
  // The first round warms up both and is not counted.
  const rows: { question: Compiled; through: number[]; curl: number[] }[] = compiled.map((question) => ({
    question,
    through: [],
    curl: [],
  }));
  for (let round = 0; round <= searchRounds; round++) {
    const bareFirst = round % 2 === 1;
    const first = bareFirst ? await throughCurl(url, folder, compiled) : null;
    const through = await throughStore(store, compiled);
    const curl = first ?? (await throughCurl(url, folder, compiled));
    if (round === 0) continue;
    for (const [at, row] of rows.entries()) {
      row.through.push(through[at]!);
      row.curl.push(curl[at]!);
    }
  }
  print('');
  print(
    `${compiled.length} questions ${searchRounds} times each, ms    adapter: median   p99      curl: median   p99     ratio of medians`,
  );
  const groups = Map.groupBy(rows, ({ question }) => question.asked.kind);
  for (const [kind, some] of [...groups, ['all', rows] as const]) {
    const through = some.flatMap((row) => row.through);
    const curl = some.flatMap((row) => row.curl);
    const ratio = at(through, 0.5) / at(curl, 0.5);
    const cells = [at(through, 0.5), at(through, 0.99), at(curl, 0.5), at(curl, 0.99)].map((time) => time.toFixed(2).padStart(8));
    print(
      `${`${kind} (${some.length})`.padEnd(40)} ${cells[0]} ${cells[1]}          ${cells[2]} ${cells[3]}     ${fixed(ratio)}${kind === 'all' ? ' (wanted: 1.20 or less)' : ''}`,
    );
  }
}

async function tellSizes(client: Client): Promise<void> {
  const { indices = {} } = await client.indices.stats({ index: 'adapter-*', metric: ['store', 'segments'] });
  for (const [name, { primaries }] of Object.entries(indices)) {
    print(`${name.padEnd(40)} ${megabytes(primaries?.store?.size_in_bytes ?? 0)} MB on disk, ${primaries?.segments?.count} segments`);
  }
  const { nodes } = await client.nodes.stats({ metric: 'jvm' });
  const memory = Object.values(nodes)[0]?.jvm?.mem;
  print(
    `heap of the server                       ${megabytes(memory?.heap_used_in_bytes ?? 0)} of ${megabytes(memory?.heap_max_in_bytes ?? 0)} MB`,
  );
}

/** The value below which this part of the values lies. */
function at(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? Number.NaN;
}

const print = (line: string) => process.stdout.write(`${line}\n`);
const megabytes = (bytes: number) => (bytes / 1_000_000).toFixed(1);
const rate = (count: number, milliseconds: number) => ((count * 1000) / milliseconds).toFixed(0).padStart(8);
const fixed = (ratio: number) => ratio.toFixed(2);
