import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from '@elastic/elasticsearch';
import { expect, onTestFinished, test } from 'vitest';
import { openLibrary } from '#services/compose.ts';
import type { Library } from '#services/library/library.ts';
import type { AddOutcome } from '#services/library/shapes.ts';
import { documentOf, randomFrom } from '../../scripts/bench/documents.ts';
import { ownServer } from '../support/ownElasticsearch.ts';
import { add, emptyFolder, fileOf, freshLibrary, graphsAround } from './library.ts';

const prefix = 'killed';
const rounds = 3;
const documents = 150;

/** Ids of the documents that the cluster holds, each as often as it holds it: asked of it directly. */
async function idsIn(client: Client): Promise<string[]> {
  const alias = `${prefix}-documents`;
  await client.indices.refresh({ index: alias });
  const { hits } = await client.search<{ id: string }>({ index: alias, size: 10_000, _source: ['id'] });
  return hits.hits.map((hit) => hit._source?.id ?? '').sort();
}

async function untilLevel(client: Client, ids: readonly string[]): Promise<void> {
  for (let trial = 0; trial < 300; trial++) {
    const held = await idsIn(client).catch(() => []);
    if (held.length >= ids.length) return;
    await sleep(200);
  }
  expect.unreachable('the index was not brought level within a minute');
}

/** Takes files in while `disturb` runs; gives what became of each. */
async function addWhile(library: Library, from: number, disturb: () => Promise<void>): Promise<AddOutcome[]> {
  const files = Array.from({ length: documents }, (_, index) => documentOf(from + index)).map(({ name, text }) =>
    fileOf(`${from}-${name}`, `${text}\n`),
  );
  const [outcomes] = await Promise.all([add(library, ...files), disturb()]);
  return outcomes;
}

test('a server killed in the midst of writing loses no document that was accepted, and doubles none', {
  timeout: 300_000,
}, async (context) => {
  const server = await ownServer(context);
  const client = new Client({ node: server.url });
  onTestFinished(() => client.close());
  const library = await openLibrary({
    data: await emptyFolder(),
    mode: 'write',
    elasticsearch: { nodes: [server.url], auth: { kind: 'none' }, ca: null, prefix, shards: 1, replicas: 0, timeout: 5000 },
  });
  onTestFinished(() => library.close());
  const random = randomFrom(Date.now());
  const accepted = new Map<string, string>();
  for (let round = 0; round < rounds; round++) {
    const outcomes = await addWhile(library, round * documents, async () => {
      await sleep(1000 * random());
      await server.kill();
      await sleep(1500 * random());
      await server.restart();
    });
    expect(outcomes.filter(({ failure }) => failure !== null)).toEqual([]);
    for (const { document, name } of outcomes) accepted.set(document ?? '', name);
  }
  const ids = [...accepted.keys()].sort();
  await untilLevel(client, ids);
  expect(await idsIn(client)).toEqual(ids);
  expect(await library.doctor()).toMatchObject({ healthy: true, documents: ids.length, mended: [] });

  // The graph is the one of a collection that nothing ever happened to.
  const undisturbed = await freshLibrary();
  for (let round = 0; round < rounds; round++) await addWhile(undisturbed, round * documents, async () => undefined);
  const keys = ['12-CT/TW', '33-KL/TW', '47-QĐ/TW', '19-NQ/TW'];
  expect(await graphsAround(library, keys)).toEqual(await graphsAround(undisturbed, keys));
});
