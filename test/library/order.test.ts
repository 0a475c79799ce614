import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findFiles } from '#services/cli/files.ts';
import type { IncomingFile } from '#services/library/library.ts';
import { documentOf, randomFrom } from '../../scripts/bench/documents.ts';
import { noEngine } from '../support/engine.ts';
import { add, fileOf, freshLibrary, graphsAround } from './library.ts';

const samples = join(import.meta.dirname, '../../samples/collection');
const orders = 2;

function shuffled<T>(list: readonly T[], seed: number): T[] {
  const random = randomFrom(seed);
  return list
    .map((value) => ({ value, rank: random() }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ value }) => value);
}

/** All that a collection says: the graph around every number that its documents bear or cite, and its counts. */
async function everything(files: readonly IncomingFile[]) {
  const library = await freshLibrary();
  const outcomes = await add(library, ...files);
  expect(outcomes.filter(({ outcome }) => outcome !== 'added')).toEqual([]);
  const keys = new Set<string>();
  for (const { document } of outcomes) {
    const [view] = await library.show(document ?? '');
    for (const key of [view?.number ?? null, ...(view?.citations ?? []).map((citation) => citation.key)]) if (key !== null) keys.add(key);
  }
  const { hits: _hits, ...found } = await library.search('thực hiện', {}, { from: 0, size: 1 });
  return { graphs: await graphsAround(library, [...keys].sort()), stats: await library.stats(), found };
}

describe.skipIf(noEngine)('the order in which files are taken in', () => {
  test('changes nothing in a collection of generated documents', async () => {
    const files = Array.from({ length: 30 }, (_, index) => documentOf(index)).map(({ name, text }) => fileOf(name, text));
    const expected = await everything(files);
    expect(expected.graphs.flatMap((graph) => graph.edges).length).toBeGreaterThan(30);
    for (let order = 0; order < orders; order++) expect(await everything(shuffled(files, order))).toEqual(expected);
  });

  test.skipIf(!existsSync(samples))('changes nothing in the samples', async () => {
    const { files } = await findFiles([samples], 16 * 1024 * 1024);
    expect(files.length).toBeGreaterThanOrEqual(24);
    const expected = await everything(files);
    for (let order = 0; order < orders; order++) expect(await everything(shuffled(files, order))).toEqual(expected);
  });
});
