import { randomBytes } from 'node:crypto';
import { get } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, inject } from 'vitest';
import type { ElasticsearchAnswer } from './elasticsearch/answer.ts';
import { clearPrefix } from './elasticsearch/prefix.ts';
import { whenTestIsOver } from './elasticsearch/whenTestIsOver.ts';

export { noOwnServer, ownServer } from './ownElasticsearch.ts';

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

/** A prefix of index names that nobody else uses, for as long as the file runs. */
export function prefixOfFile(url: string = elasticsearchUrl()): string {
  const prefix = `test-${randomBytes(6).toString('hex')}`;
  prefixes.add({ url, prefix });
  return prefix;
}

/**
 * A prefix of index names that nobody else uses. All that bears it is removed when the test that asked is over, or, asked
 * outside of a test (in a hook, while tests are collected), when its file is. A server of a test alone needs none.
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
