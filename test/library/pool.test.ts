import { afterEach, describe, expect, test } from 'vitest';
import { ingest } from '#ingest/ingest.ts';
import { type ExtractionPool, openPool, type PoolOptions } from '#services/extraction/pool.ts';
import { processesFor } from '#services/extraction/processes.ts';
import { documentOf } from '../../scripts/bench/documents.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const fileAt = (index: number) => ({ name: documentOf(index).name, bytes: bytesOf(documentOf(index).text) });

let pool: ExtractionPool | undefined;
function open(options: Partial<PoolOptions> = {}): ExtractionPool {
  pool = openPool({ processes: 2, patience: 60_000, memory: 512, ...options });
  return pool;
}
afterEach(() => pool?.close());

describe('reading in processes', () => {
  test('gives each file the record that it has in this process', async () => {
    const { extract: read } = open();
    const files = Array.from({ length: 20 }, (_, index) => fileAt(index));
    const records = await Promise.all(files.map(read));
    for (const [at, file] of files.entries()) expect(records[at]).toEqual(await ingest(file));
  });

  test('tells failures by their code, and goes on', async () => {
    const { extract: read } = open({ processes: 1 });
    const [empty, broken, good] = await Promise.allSettled([
      read({ name: 'a.txt', bytes: new Uint8Array() }),
      read({ name: 'b.pdf', bytes: bytesOf('%PDF-1.7 and nothing else') }),
      read(fileAt(0)),
    ]);
    expect(empty).toMatchObject({ status: 'rejected', reason: { code: 'empty-file' } });
    expect(broken).toMatchObject({ status: 'rejected', reason: { code: 'damaged-file' } });
    expect(good).toMatchObject({ status: 'fulfilled', value: { document: { number: '10-KH/TU' } } });
  });

  test('gives up a file that takes too long', async () => {
    const { extract: read } = open({ processes: 1, patience: 1 });
    // Starting the process takes longer than the millisecond that is allowed.
    await expect(read(fileAt(0))).rejects.toMatchObject({ code: 'time-out' });
    await pool?.close();
    const patient = open({ processes: 1, patience: 60_000 });
    expect((await patient.extract(fileAt(1))).file.name).toBe(documentOf(1).name);
  });

  test('survives a process that runs out of memory', async () => {
    const { extract: read } = open({ processes: 1, memory: 80 });
    const outcomes = await Promise.allSettled([read({ name: 'a.txt', bytes: bytesOf(documentOf(0).text.repeat(4000)) }), read(fileAt(1))]);
    expect(outcomes[0]).toMatchObject({
      status: 'rejected',
      reason: { code: 'extraction-failed', detail: expect.stringContaining('memory') },
    });
    expect(outcomes[1]).toMatchObject({ status: 'fulfilled', value: { file: { name: documentOf(1).name } } });
  });

  test.each([
    ['a.txt', 'Kế hoạch', 4, 3],
    ['a.md', '# Kế hoạch', 2, 1],
    ['a.txt', 'Kế hoạch', 1, 1],
    ['a.pdf', '%PDF-1.7', 4, 4],
    ['a.html', '<html><body>Kế hoạch</body></html>', 4, 4],
    ['a.txt', 'Kế hoạch '.repeat(10_000), 4, 4],
  ])('keeps a process back for files that may take long (%s)', (name, text, processes, most) => {
    expect(processesFor({ name, bytes: bytesOf(text) }, processes)).toBe(most);
  });

  test('refuses what waits when it is closed', async () => {
    const { extract: read, close } = open({ processes: 1 });
    const waiting = read(fileAt(0));
    const refused = expect(waiting).rejects.toMatchObject({ code: 'extraction-failed' });
    await close();
    await refused;
  });
});

describe('many files', () => {
  test('are reported in their order when processes read them', async () => {
    const { add, emptyFolder, fileOf } = await import('./library.ts');
    const { openLibrary } = await import('#services/compose.ts');
    const library = await openLibrary({ data: await emptyFolder(), mode: 'write', processesAfter: 2 });
    try {
      const files = Array.from({ length: 100 }, (_, index) => documentOf(index)).map(({ name, text }) => fileOf(name, text));
      files.splice(10, 0, fileOf('empty.txt', ''));
      const outcomes = await add(library, ...files);
      expect(outcomes.map(({ name }) => name)).toEqual(files.map(({ name }) => name));
      expect(outcomes.filter(({ outcome }) => outcome === 'added')).toHaveLength(100);
      expect((await library.doctor()).faults).toEqual([]);
    } finally {
      await library.close();
    }
  });
});
