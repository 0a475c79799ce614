import { randomBytes } from 'node:crypto';
import { get } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, inject, onTestFinished, type TestContext } from 'vitest';
import { type ElasticsearchServer, prepareServer, type ServerOptions, startServer } from '../../scripts/elasticsearch/server.ts';
import { demandOf, type ElasticsearchAnswer } from './elasticsearch/answer.ts';
import { clearPrefix } from './elasticsearch/prefix.ts';

/**
 * The real Elasticsearch of the tests. Importing this file starts the run's one server if none was started yet:
 *
 *     describe.skipIf(noElasticsearch)('…', () => { const store = open(elasticsearchUrl(), freshPrefix()); … })
 */
const answer = await ask();
if ('failure' in answer) throw new Error(answer.failure);

/** Why there is no server; null where there is one. */
export const noElasticsearch: string | null = 'skip' in answer ? answer.skip : null;

/** The address of the server that all tests of the run share. Throws where there is none: ask `noElasticsearch` first. */
export function elasticsearchUrl(): string {
  if ('url' in answer) return answer.url;
  throw new Error(`There is no Elasticsearch: ${noElasticsearch}`);
}

async function ask(): Promise<ElasticsearchAnswer> {
  // Not by fetch, which gives up after five minutes: the first fetch of the server may take longer.
  const response = await new Promise<NodeJS.ReadableStream>((resolve, reject) => get(inject('elasticsearch'), resolve).on('error', reject));
  return JSON.parse(await text(response as never)) as ElasticsearchAnswer;
}

const prefixes = new Set<{ url: string; prefix: string }>();

/**
 * A prefix of index names that nobody else uses. All that bears it is removed when the test that asked is over, or, asked
 * outside of a test (in a hook, while tests are collected), when its file is.
 */
export function freshPrefix(url: string = elasticsearchUrl()): string {
  const entry = { url, prefix: `test-${randomBytes(6).toString('hex')}` };
  prefixes.add(entry);
  whenTestIsOver(async () => {
    prefixes.delete(entry);
    await clearPrefix(entry.url, entry.prefix);
  });
  return entry.prefix;
}

afterAll(async () => {
  for (const { url, prefix } of prefixes) await clearPrefix(url, prefix);
  prefixes.clear();
});

const servers = new Set<ElasticsearchServer>();

/**
 * A server from the zip that is the test's alone, to be killed, stopped and started again. It ends with the test, or with the
 * file where it was asked for in a hook. Where it cannot be run, the test is skipped with the reason, or fails where
 * Elasticsearch is required. In a hook there is no context: ask `noOwnServer` before.
 */
export async function ownServer(context: Pick<TestContext, 'skip'> | null, options: ServerOptions = {}): Promise<ElasticsearchServer> {
  const reason = await noOwnServer();
  if (reason !== null) {
    if (context === null) throw new Error(reason);
    context.skip(reason);
  }
  const server = await startServer(options);
  servers.add(server);
  whenTestIsOver(async () => {
    servers.delete(server);
    await server.close();
  });
  return server;
}

afterAll(async () => {
  for (const server of servers) await server.close();
  servers.clear();
});

/** Why no server from the zip can be run here; null where it can. Throws the reason where Elasticsearch is required. */
export async function noOwnServer(): Promise<string | null> {
  const demand = demandOf(process.env);
  if (demand === 'off') return noElasticsearch;
  try {
    await prepareServer();
    return null;
  } catch (error) {
    if (demand === 'required') throw error;
    return `no server from the zip: ${(error as Error).message}`;
  }
}

/** Does nothing outside of a test; the file's own end is there for that. */
function whenTestIsOver(clean: () => Promise<void>): void {
  try {
    onTestFinished(clean);
  } catch {
    return;
  }
}
