import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { pipelineVersion } from '#ingest/ingest.ts';
import { extract, openLibrary } from '#services/compose.ts';
import { makeLibrary } from '#services/library/open.ts';
import { sqliteIndexes } from '#services/store/sqlite/indexes.ts';
import { openSqliteStore } from '#services/store/sqlite/open.ts';
import { documentOf } from '../../scripts/bench/documents.ts';
import { add, emptyFolder, fileOf, freshLibrary, graphsAround, plan } from './library.ts';

const first = plan({ number: '31-KH/TU', body: 'Thực hiện Kết luận số 33-KL/TW của Bộ Chính trị, các huyện ủy trồng dặm cây xanh.' });
const second = plan({ number: '31-KH/TU', body: 'Thực hiện Kết luận số 33-KL/TW của Bộ Chính trị, các huyện ủy tỉa cành cây xanh.' });

async function filled(): Promise<{ data: string; ids: string[] }> {
  const data = await emptyFolder();
  const library = await openLibrary({ data, mode: 'write' });
  const generated = Array.from({ length: 4 }, (_, index) => documentOf(index)).map(({ name, text }) => fileOf(name, text));
  const outcomes = await add(library, fileOf('a.txt', first), fileOf('a.txt', second), ...generated);
  await library.close();
  return { data, ids: [...new Set(outcomes.map(({ document }) => document ?? ''))] };
}

async function indexIn(data: string): Promise<string> {
  const ledger = new DatabaseSync(join(data, 'ledger.sqlite'), { readOnly: true });
  const name = ledger.prepare('SELECT index_name FROM state').get()?.index_name;
  ledger.close();
  return join(data, String(name));
}

/** Path of the file that was the first version of a document: its hash begins with the id. */
async function originalOf(data: string, id: string): Promise<string> {
  const folder = join(data, 'originals', id.slice(0, 1));
  return join(folder, (await readdir(folder)).find((name) => name.startsWith(id)) ?? '');
}

describe('rebuilding', () => {
  test('mends an index that is damaged', async () => {
    const { data, ids } = await filled();
    await writeFile(await indexIn(data), 'this is no database');
    for (const ending of ['-wal', '-shm']) await rm(`${await indexIn(data)}${ending}`, { force: true });
    const library = await freshLibrary(data);
    await expect(library.stats()).rejects.toMatchObject({ code: 'collection-damaged' });
    expect(await library.ready()).toBe(false);
    expect((await library.doctor()).faults.map(({ code }) => code)).toEqual(['index-damaged']);
    expect(await library.rebuild()).toEqual({ documents: ids.length, failures: 0 });
    expect((await library.stats()).documents).toBe(ids.length);
    expect((await library.doctor()).faults).toEqual([]);
  });

  test('is asked for, and brings everything back, where an older program made the index', async () => {
    const { data, ids } = await filled();
    const index = new DatabaseSync(await indexIn(data));
    index.exec('ALTER TABLE stating DROP COLUMN count; PRAGMA user_version = 1');
    index.close();
    const library = await freshLibrary(data);
    const asked = {
      code: 'collection-damaged',
      message: expect.stringContaining('vankien rebuild'),
      detail: expect.stringContaining('version 1'),
    };
    await expect(library.stats()).rejects.toMatchObject(asked);
    await expect(library.trace({ of: '33-KL/TW', direction: 'both', depth: 1 })).rejects.toMatchObject(asked);
    expect((await library.doctor()).faults).toEqual([{ code: 'index-damaged', message: expect.stringContaining('version 1') }]);
    expect(await library.rebuild()).toEqual({ documents: ids.length, failures: 0 });
    expect((await library.doctor()).healthy).toBe(true);
    const { edges } = await library.trace({ of: '33-KL/TW', direction: 'down', depth: 1 });
    expect(edges.map(({ kind }) => kind)).toContain('implements');
    expect((await library.show('31-KH/TU'))[0]?.versions).toHaveLength(2);
  });

  test('is not disturbed by a writer who takes away what belongs to no index', async () => {
    const { data, ids } = await filled();
    const { promise: gate, resolve: goOn } = Promise.withResolvers<void>();
    let sweeps = 0;
    const parts = { folder: data, create: false, extract, pipeline: pipelineVersion, maxFileBytes: 1024 * 1024, now: () => new Date(0) };
    const rebuilder = await makeLibrary({
      ...parts,
      makeIndexes: (naming) => sqliteIndexes(data, naming),
      extract: (file) => gate.then(() => extract(file)),
    });
    const writer = await makeLibrary({
      ...parts,
      makeIndexes(naming) {
        const indexes = sqliteIndexes(data, naming);
        return { ...indexes, sweep: () => indexes.sweep().finally(() => sweeps++) };
      },
    });
    try {
      const rebuilding = rebuilder.rebuild();
      await add(writer, fileOf('b.txt', plan({ number: '58-KH/TU', body: 'Văn phòng thống kê cây gãy đổ.' })));
      expect(sweeps).toBe(0);
      goOn();
      expect(await rebuilding).toMatchObject({ documents: ids.length + 1 });
      await add(writer, fileOf('c.txt', plan({ number: '59-KH/TU', body: 'Văn phòng thống kê cây gãy đổ.' })));
      expect(sweeps).toBe(1);
    } finally {
      await rebuilder.close();
      await writer.close();
    }
  });

  test('tells which documents an older extraction has read', async () => {
    const { data, ids } = await filled();
    const library = await makeLibrary({
      folder: data,
      create: false,
      makeIndexes: (naming) => sqliteIndexes(data, naming),
      extract: async (file) => ({ ...(await extract(file)), pipeline: 'newer' }),
      pipeline: 'newer',
      maxFileBytes: 1024 * 1024,
      now: () => new Date(0),
    });
    try {
      expect((await library.doctor()).notes.join()).toMatch(new RegExp(`${ids.length} documents were read by another version`, 'u'));
      await library.rebuild();
      expect(await library.doctor()).toEqual({ healthy: true, documents: ids.length, faults: [], mended: [], notes: [] });
    } finally {
      await library.close();
    }
  });
});

describe('the doctor', () => {
  async function faultsAfter(harm: (data: string, ids: readonly string[]) => Promise<void>): Promise<string[]> {
    const { data, ids } = await filled();
    await harm(data, ids);
    const library = await freshLibrary(data);
    const { healthy, faults } = await library.doctor();
    expect(healthy).toBe(faults.length === 0);
    return faults.map(({ code }) => code);
  }
  const change = async (data: string, sql: string, ...values: string[]) => {
    const database = new DatabaseSync(await indexIn(data));
    expect(database.prepare(sql).run(...values).changes).toBe(1);
    database.close();
  };

  test('finds nothing wrong with a collection that nobody has touched', async () => {
    expect(await faultsAfter(async () => undefined)).toEqual([]);
  });

  test('finds an original that is missing', async () => {
    expect(await faultsAfter(async (data, [id = '']) => rm(await originalOf(data, id)))).toEqual(['original-damaged']);
  });

  test('finds an original whose bytes have changed', async () => {
    const codes = await faultsAfter(async (data, [id = '']) => writeFile(await originalOf(data, id), 'x'.repeat(first.length)));
    expect(codes).toEqual(['original-damaged']);
  });

  async function mendedAfter(harm: (data: string, ids: readonly string[]) => Promise<void>): Promise<string[]> {
    const { data, ids } = await filled();
    const before = await graphsAround(await freshLibrary(data), ['33-KL/TW']);
    await harm(data, ids);
    const library = await freshLibrary(data);
    const report = await library.doctor();
    expect(report).toMatchObject({ healthy: true, documents: ids.length, faults: [] });
    expect(await library.doctor()).toMatchObject({ healthy: true, mended: [] });
    expect(await graphsAround(library, ['33-KL/TW'])).toEqual(before);
    return report.mended.map(({ code }) => code);
  }

  test('finds a document that the index has lost, and puts it in again', async () => {
    const codes = await mendedAfter(async (data, ids) => {
      const store = openSqliteStore({ file: await indexIn(data), mode: 'write' });
      await store.remove(ids[0] ?? '');
      await store.close();
    });
    expect(codes).toEqual(['missing-in-index']);
  });

  test('finds and mends a document in the index that nobody has accepted, or in another version', async () => {
    expect(await mendedAfter((data, [id = '']) => change(data, 'UPDATE document SET revision = 7 WHERE id = ?', id))).toEqual([
      'stale-in-index',
    ]);
    expect(await mendedAfter((data, [id = '']) => change(data, "UPDATE document SET id = 'ffffffffffffffff' WHERE id = ?", id))).toEqual([
      // The graph knows it by the id that it came with: its statements, and its works.
      'index-damaged',
      'index-damaged',
      'missing-in-index',
      'unknown-in-index',
    ]);
  });

  test('mends a record that was overwritten, and a document whose tasks are not all there', async () => {
    const [code] = await mendedAfter((data, [id = '']) =>
      change(data, "UPDATE content SET record = x'01' WHERE row = (SELECT row FROM document WHERE id = ?)", id),
    );
    expect(code).toBe('index-damaged');
    const codes = await mendedAfter((data, [id = '']) => change(data, 'UPDATE document SET tasks = tasks + 1 WHERE id = ?', id));
    expect(codes).toEqual(['index-damaged']);
  });
});

describe('a ledger that an older program made', () => {
  test('is brought up to date on opening, with all that it holds', async () => {
    const { data, ids } = await filled();
    const ledger = new DatabaseSync(join(data, 'ledger.sqlite'));
    ledger.exec('ALTER TABLE state DROP COLUMN next_name; ALTER TABLE state DROP COLUMN previous_name; PRAGMA user_version = 1');
    ledger.close();
    const library = await openLibrary({ data, mode: 'read' });
    expect((await library.stats()).documents).toBe(ids.length);
    await library.close();
    const writer = await freshLibrary(data);
    expect(await writer.rebuild()).toEqual({ documents: ids.length, failures: 0 });
    expect(await writer.doctor()).toMatchObject({ healthy: true });
  });
});

describe('an index that is missing', () => {
  test('is made anew on opening', async () => {
    const { data, ids } = await filled();
    await rm(await indexIn(data));
    const library = await freshLibrary(data);
    expect((await library.stats()).documents).toBe(ids.length);
    expect((await library.doctor()).faults).toEqual([]);
  });

  test('is filled from the ledger where its maker died before it was whole', async () => {
    const { data, ids } = await filled();
    const index = await indexIn(data);
    for (const suffix of ['', '-wal', '-shm']) await rm(`${index}${suffix}`, { force: true });
    await writeFile(index, '');
    const library = await freshLibrary(data);
    expect(await library.doctor()).toMatchObject({ healthy: true, documents: ids.length });
    expect((await library.stats()).documents).toBe(ids.length);
  });

  test('is made anew without the documents whose files are gone, which the doctor then tells', async () => {
    const { data, ids } = await filled();
    await rm(await indexIn(data));
    const [gone = ''] = ids.slice(1);
    await rm(await originalOf(data, gone));
    const library = await freshLibrary(data);
    expect((await library.stats()).documents).toBe(ids.length - 1);
    expect((await library.doctor()).faults.map(({ code }) => code).sort()).toEqual(['missing-in-index', 'original-damaged']);
  });
});

describe('a run that died between ledger and index', () => {
  test('is finished by the next one that opens the collection', async () => {
    const { data, ids } = await filled();
    const store = openSqliteStore({ file: await indexIn(data), mode: 'write' });
    await store.remove(ids[0] ?? '');
    await store.close();
    const ledger = new DatabaseSync(join(data, 'ledger.sqlite'));
    ledger.exec('UPDATE state SET settled = 0');
    ledger.close();
    const library = await freshLibrary(data);
    expect((await library.stats()).documents).toBe(ids.length);
    expect((await library.doctor()).faults).toEqual([]);
  });

  test('leaves bytes that were never accepted behind, which are told and do no harm', async () => {
    const { data } = await filled();
    const stray = 'e'.repeat(64);
    await writeFile(
      join(data, 'originals', (await readdir(join(data, 'originals'))).find((name) => /^[0-9a-f]$/u.test(name)) ?? '', stray),
      'left',
    );
    const library = await freshLibrary(data);
    const report = await library.doctor();
    expect(report.healthy).toBe(true);
    expect(report.notes.join()).toMatch(/1 files? were kept but never accepted/u);
  });
});

describe('a library that is closed', () => {
  test('may be closed once more', async () => {
    const library = await freshLibrary(await emptyFolder());
    await library.close();
    await expect(library.close()).resolves.toBeUndefined();
  });
});

describe('a collection that is not there', () => {
  test('is not made by reading', async () => {
    const data = join(await emptyFolder(), 'none');
    await expect(openLibrary({ data, mode: 'read' })).rejects.toMatchObject({ code: 'no-collection' });
    await expect(readdir(data)).rejects.toThrow();
  });
});
