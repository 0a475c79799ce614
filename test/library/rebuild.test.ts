import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { documentOf } from '../../scripts/bench/documents.ts';
import { noEngine } from '../support/engine.ts';
import { add, emptyFolder, fileOf, freshLibrary, graphsAround, plan } from './library.ts';

const first = plan({ number: '31-KH/TU', body: 'Thực hiện Kết luận số 33-KL/TW của Bộ Chính trị, các huyện ủy trồng dặm cây xanh.' });
const second = plan({ number: '31-KH/TU', body: 'Thực hiện Kết luận số 33-KL/TW của Bộ Chính trị, các huyện ủy tỉa cành cây xanh.' });

/** A collection of five documents, one of them in its second version. */
async function filled(): Promise<{ data: string; ids: string[] }> {
  const data = await emptyFolder();
  const library = await freshLibrary(data);
  const generated = Array.from({ length: 4 }, (_, index) => documentOf(index)).map(({ name, text }) => fileOf(name, text));
  const outcomes = await add(library, fileOf('a.txt', first), fileOf('a.txt', second), ...generated);
  await library.close();
  return { data, ids: [...new Set(outcomes.map(({ document }) => document ?? ''))] };
}

describe.skipIf(noEngine)('rebuilding', () => {
  test('gives the same answers from a new index and keeps old versions', async () => {
    const { data, ids } = await filled();
    const library = await freshLibrary(data);
    const before = {
      graphs: await graphsAround(library, ['33-KL/TW']),
      stats: await library.stats(),
      views: await library.show('31-KH/TU'),
    };
    const steps: [number, number][] = [];
    expect(await library.rebuild((done, total) => steps.push([done, total]))).toEqual({ documents: ids.length, failures: 0 });
    expect(steps.at(-1)).toEqual([ids.length, ids.length]);
    expect({
      graphs: await graphsAround(library, ['33-KL/TW']),
      stats: await library.stats(),
      views: await library.show('31-KH/TU'),
    }).toEqual(before);
    expect(before.views[0]?.versions).toHaveLength(2);
    expect(await library.rebuild()).toEqual({ documents: ids.length, failures: 0 });
    expect(await library.doctor()).toMatchObject({ healthy: true, documents: ids.length });
  });

  test('is seen by another process that reads, without opening anew', async () => {
    const { data } = await filled();
    const [reader, writer] = [await freshLibrary(data), await freshLibrary(data)];
    const before = await reader.stats();
    await writer.rebuild();
    await writer.rebuild();
    await add(writer, fileOf('b.txt', plan({ number: '58-KH/TU', body: 'Văn phòng thống kê cây gãy đổ.' })));
    expect((await reader.stats()).documents).toBe(before.documents + 1);
  });

  test('keeps what was known of a document whose file can no longer be read', async () => {
    const { data, ids } = await filled();
    const library = await freshLibrary(data);
    const [view] = await library.show('31-KH/TU');
    await rm(join(data, 'originals', (view?.file.hash ?? '').slice(0, 1), view?.file.hash ?? ''));
    expect(await library.rebuild()).toEqual({ documents: ids.length, failures: 1 });
    expect(await library.show('31-KH/TU')).toEqual([view]);
  });

  test('keeps the index before it, to which one can go back', async () => {
    const { data, ids } = await filled();
    const library = await freshLibrary(data);
    await expect(library.goBack()).rejects.toMatchObject({ code: 'not-found' });
    await library.rebuild();
    await add(library, fileOf('b.txt', plan({ number: '58-KH/TU', body: 'Văn phòng thống kê cây gãy đổ.' })));
    const before = await graphsAround(library, ['33-KL/TW']);
    expect(await library.goBack()).toEqual({ caughtUp: 1 });
    expect((await library.stats()).documents).toBe(ids.length + 1);
    expect(await graphsAround(library, ['33-KL/TW'])).toEqual(before);
    expect(await library.goBack()).toEqual({ caughtUp: 0 });
    expect(await library.doctor()).toMatchObject({ healthy: true, mended: [], documents: ids.length + 1 });
  });

  test('takes documents in meanwhile, and none is missing afterwards', async () => {
    const { data, ids } = await filled();
    const library = await freshLibrary(data);
    const writer = await freshLibrary(data);
    const rebuilding = library.rebuild();
    const numbers = [61, 62, 63, 64];
    for (const number of numbers) {
      await add(writer, fileOf(`${number}.txt`, plan({ number: `${number}-KH/TU`, body: 'Thực hiện Kết luận số 33-KL/TW.' })));
    }
    await add(writer, fileOf('a.txt', plan({ number: '31-KH/TU', body: 'Thực hiện Kết luận số 33-KL/TW, thay cây chết.' })));
    await rebuilding;
    expect((await writer.stats()).documents).toBe(ids.length + numbers.length);
    expect((await writer.search('"thay cây chết"', {}, { from: 0, size: 1 })).total).toBe(1);
    expect(await library.doctor()).toMatchObject({ healthy: true, mended: [], documents: ids.length + numbers.length });
  });

  test('goes on where an interrupted one stopped, and a second at the same time is refused', async () => {
    const { data, ids } = await filled();
    const library = await freshLibrary(data);
    const other = await freshLibrary(data);
    const stop = new Error('interrupted');
    const interrupted = library.rebuild(() => {
      throw stop;
    });
    await expect(interrupted).rejects.toMatchObject({ cause: stop });
    const started: number[] = [];
    const again = library.rebuild((done) => started.push(done));
    await expect(other.rebuild()).rejects.toMatchObject({ code: 'collection-busy' });
    expect(await again).toEqual({ documents: ids.length, failures: 0 });
    // All had been put in before the interruption: nothing is read a second time.
    expect(started).toEqual([]);
    expect(await library.doctor()).toMatchObject({ healthy: true, mended: [], documents: ids.length });
  });
});
