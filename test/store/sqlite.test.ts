import { mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { mappingVersion, summaryFields } from '#mappings/fields.ts';
import { parseQuery } from '#services/query/parse.ts';
import { openSqliteStore } from '#services/store/sqlite/open.ts';
import { stored } from '../support/record.ts';
import { chainsContract } from './chains-contract.ts';
import { storeContract } from './contract.ts';

const makePlace = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'vankien-store-'));
  return {
    open: async () => openSqliteStore({ file: join(folder, 'index.db'), mode: 'create' }),
    dispose: () => rm(folder, { recursive: true }),
  };
};
storeContract('SQLite', makePlace);
chainsContract('SQLite', makePlace, { runs: 60 });

describe('the file of the SQLite store', () => {
  let folder: string;
  let file: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'vankien-file-'));
    file = join(folder, 'index.db');
  });
  afterEach(() => rm(folder, { recursive: true }));

  const attempt = (mode: 'create' | 'write' | 'read') => {
    try {
      openSqliteStore({ file, mode }).close();
      return 'opened';
    } catch (thrown) {
      return (thrown as { code?: unknown }).code;
    }
  };

  async function made(texts: readonly string[] = []) {
    const store = openSqliteStore({ file, mode: 'create' });
    await store.put(texts.map((text, at) => stored(`d${at}`, text)));
    await store.close();
  }

  test('is made only where that was asked for', () => {
    expect(attempt('write')).toBe('no-collection');
    expect(attempt('read')).toBe('no-collection');
    expect(attempt('create')).toBe('opened');
    expect(attempt('write')).toBe('opened');
    expect(attempt('read')).toBe('opened');
  });

  test('is refused where it is no database, or not ours', async () => {
    await writeFile(file, 'This is a letter to a friend, not a database. '.repeat(100));
    expect(attempt('create')).toBe('collection-damaged');
    await rm(file);
    const other = new DatabaseSync(file);
    other.exec('CREATE TABLE theirs (a)');
    other.close();
    expect(attempt('create')).toBe('collection-damaged');
    expect(attempt('read')).toBe('collection-damaged');
  });

  test('is refused where it is of another version', async () => {
    await made();
    const database = new DatabaseSync(file);
    database.exec(`PRAGMA user_version = ${mappingVersion + 1}`);
    database.close();
    for (const mode of ['create', 'write', 'read'] as const) expect(attempt(mode)).toBe('collection-damaged');
  });

  test('opened for reading answers but does not change', async () => {
    await made(['nghị quyết']);
    const store = openSqliteStore({ file, mode: 'read' });
    expect((await store.search(parseQuery('nghi quyet'), { from: 0, size: 1 })).total).toBe(1);
    await expect(store.put([stored('x', 'chữ')])).rejects.toMatchObject({ name: 'Failure' });
    expect(await store.check()).toEqual([]);
    await store.close();
  });

  test('can be read while another writes, and shows what was committed', async () => {
    await made(['một']);
    const writer = openSqliteStore({ file, mode: 'write' });
    const reader = openSqliteStore({ file, mode: 'read' });
    await writer.put([stored('x', 'hai')]);
    expect((await reader.stats()).documents).toBe(2);
    await writer.close();
    await reader.close();
  });

  test('held by another writer answers collection-busy and stays usable', async () => {
    await made();
    const store = openSqliteStore({ file, mode: 'write', busyTimeout: 10 });
    const other = new DatabaseSync(file);
    other.exec('BEGIN IMMEDIATE');
    await expect(store.put([stored('x', 'chữ')])).rejects.toMatchObject({ code: 'collection-busy' });
    other.exec('ROLLBACK');
    other.close();
    await store.put([stored('x', 'chữ')]);
    expect((await store.stats()).documents).toBe(1);
    await store.close();
  });

  test('with damaged pages is found out by check', async () => {
    await made(Array.from({ length: 200 }, (_, at) => `chữ số ${at} ${'từ '.repeat(50)}`));
    const bytes = (await readFile(file)).length;
    const handle = await open(file, 'r+');
    // Several whole pages: half of one may be room that nothing takes up.
    const page = 16_384;
    await handle.write(Buffer.alloc(4 * page, 0x5a), 0, 4 * page, Math.floor(bytes / 2 / page) * page);
    await handle.close();
    const store = openSqliteStore({ file, mode: 'read' });
    expect(await store.check()).not.toEqual([]);
    await store.close();
  });

  test('with a record overwritten answers collection-damaged for it', async () => {
    await made(['chữ']);
    const database = new DatabaseSync(file);
    database.exec("UPDATE content SET record = x'0102030405'");
    database.close();
    const store = openSqliteStore({ file, mode: 'read' });
    await expect(store.get('d0')).rejects.toMatchObject({ code: 'collection-damaged' });
    await store.close();
  });

  test('whose word index lost a document is found out by check', async () => {
    await made(['một', 'hai']);
    const database = new DatabaseSync(file);
    database.exec('DELETE FROM feature WHERE row = 1');
    database.close();
    const store = openSqliteStore({ file, mode: 'read' });
    expect(await store.check()).toEqual([{ message: '1 documents are missing from the word index.', documents: ['d0'] }]);
    await store.close();
  });

  test('answers a phrase typed half with and half without tones, however many documents hold its words', async () => {
    const tones = ['a', 'à', 'á', 'ã', 'ả', 'ạ'];
    const texts = Array.from({ length: 2100 }, (_, at) => {
      const [b, c, d, h] = [at % 6, Math.floor(at / 6) % 6, Math.floor(at / 36) % 6, Math.floor(at / 216) % 6].map((tone) => tones[tone]);
      return `${at % 700 === 0 ? 'lá' : 'lá, là'} b${b} c${c} d${d} h${h}, lá b${b}`;
    });
    await made(texts);
    const store = openSqliteStore({ file, mode: 'read' });
    expect((await store.search(parseQuery('"lá ba ca da ha"'), { from: 0, size: 1 })).total).toBe(3);
    expect((await store.search(parseQuery('"la ba ca da ha"'), { from: 0, size: 1 })).total).toBe(2100);
    await store.close();
  });

  test('has the columns of the list of fields', async () => {
    await made();
    const database = new DatabaseSync(file, { readOnly: true });
    const columns = (table: string) =>
      database
        .prepare('SELECT name FROM pragma_table_info(?)')
        .all(table)
        .map((row) => row.name);
    expect(columns('document')).toEqual(expect.arrayContaining([...summaryFields]));
    database.close();
  });
});
