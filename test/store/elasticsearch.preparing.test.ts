import { afterAll, expect, test } from 'vitest';
import { bodiesOf } from '#services/store/elasticsearch/document.ts';
import { type Prepared, slicesOf, taskId } from '#services/store/elasticsearch/preparing.ts';
import { openPacker } from '#services/store/packer.ts';
import type { StoredDocument } from '#services/store/port.ts';
import { citation, stored, task } from '../support/record.ts';

const packer = openPacker();
afterAll(() => packer.rest());

const documentOf = (at: number, length: number) =>
  stored(`d${at}`, `Kết luận số ${at}. ${'công tác cán bộ '.repeat(length)}`, {
    revision: 1 + (at % 3),
    citations: [citation(`${at}-KL/TW`)],
    tasks: Array.from({ length: at % 3 }, () => task('báo cáo')),
  });

async function prepared(documents: readonly StoredDocument[]): Promise<Prepared[][]> {
  return await Array.fromAsync(slicesOf(documents, packer));
}

test.each([1, 7, 8, 60])('of %s documents each has the bodies that it has alone, in their order', async (count) => {
  const documents = Array.from({ length: count }, (_, at) => documentOf(at, at));
  const given = (await prepared(documents)).flat();
  expect(given.map(({ document }) => document.id)).toEqual(documents.map(({ id }) => id));
  for (const { document, put, graph, tasks } of given) {
    const { id, revision: version } = document;
    const alone = bodiesOf(document);
    expect(put).toEqual({ id, version, body: Buffer.from(alone.document) });
    expect(graph).toEqual({ id, version, body: Buffer.from(alone.graph) });
    expect(tasks).toEqual(alone.tasks.map((body, at) => ({ id: taskId(id, at), version, body: Buffer.from(body) })));
  }
});

test('long documents are sent in several parts', async () => {
  const slices = await prepared(Array.from({ length: 12 }, (_, at) => documentOf(at, 6000)));
  expect(slices.length).toBeGreaterThan(1);
  expect(slices.every((slice) => slice.length > 0)).toBe(true);
});

test('a record that is not of its form throws before anything of its part is given', async () => {
  const documents = Array.from({ length: 20 }, (_, at) => documentOf(at, 1));
  const broken = { ...documents[12]!, record: { ...documents[12]!.record, claims: null as never } };
  const given: Prepared[][] = [];
  const preparing = async () => {
    for await (const slice of slicesOf(documents.with(12, broken), packer)) given.push(slice);
  };
  await expect(preparing()).rejects.toThrow();
  expect(given).toEqual([]);
});
