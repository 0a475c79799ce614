import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openLibrary } from '#services/compose.ts';
import type { Library } from '#services/library/library.ts';
import { engineFor, noEngine } from '../support/engine.ts';
import { add, emptyFolder, fileOf, freshLibrary, graphsAround, plan } from './library.ts';

const file = (number: number) => fileOf(`${number}.txt`, plan({ number: `${number}-KH/TU`, body: 'Thực hiện Kết luận số 33-KL/TW.' }));

async function answers(library: Library) {
  return {
    stats: await library.stats(),
    found: await library.search('thực hiện', {}, { from: 0, size: 10 }),
    shown: await library.show('2-KH/TU'),
    graph: await graphsAround(library, ['33-KL/TW']),
    tasks: await library.tasks({}, { from: 0, size: 10 }),
    all: await Array.fromAsync(library.all('kế hoạch', {})),
  };
}

// The embedded store is read through its folder; a cluster by any process that reaches it.
describe.skipIf(noEngine ?? engineFor('').elasticsearch === null)('a process that only reads', () => {
  async function withReader(): Promise<{ writer: Library; reader: Library }> {
    const data = await emptyFolder();
    const engine = engineFor(data);
    const writer = await freshLibrary(data);
    const reader = await openLibrary({ data: join(data, 'nothing-here'), mode: 'read', readOnly: true, ...engine });
    onTestFinished(() => reader.close());
    return { writer, reader };
  }

  test('answers as the one that writes does, without its folder', async () => {
    const { writer, reader } = await withReader();
    await add(writer, file(1), file(2), file(3));
    expect(await answers(reader)).toEqual(await answers(writer));
    expect((await reader.show('2-KH/TU'))[0]?.versions).toHaveLength(1);
    expect(await reader.ready()).toBe(true);
  });

  test('sees what is written, and goes over to an index that is made anew', async () => {
    const { writer, reader } = await withReader();
    await add(writer, file(1), file(2));
    expect((await reader.stats()).documents).toBe(2);
    await writer.rebuild();
    await add(writer, file(3));
    expect((await reader.stats()).documents).toBe(3);
    expect(await answers(reader)).toEqual(await answers(writer));
  });

  test('refuses what only the writing one can do', async () => {
    const { writer, reader } = await withReader();
    const [outcome] = await add(writer, file(1));
    await expect(add(reader, file(2))).rejects.toMatchObject({ code: 'read-only' });
    await expect(reader.rebuild()).rejects.toMatchObject({ code: 'read-only' });
    await expect(reader.doctor()).rejects.toMatchObject({ code: 'read-only' });
    await expect(reader.original(outcome?.document ?? '')).rejects.toMatchObject({ code: 'original-elsewhere' });
  });

  test('tells that there is no collection yet, and answers once there is', async () => {
    const data = await emptyFolder();
    const reader = await openLibrary({ data: join(data, 'nothing-here'), mode: 'read', readOnly: true, ...engineFor(data) });
    onTestFinished(() => reader.close());
    await expect(reader.stats()).rejects.toMatchObject({ code: 'no-collection' });
    await add(await freshLibrary(data), file(1));
    expect((await reader.stats()).documents).toBe(1);
  });
});
