import { chmod, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { writeWhole } from '#services/cli/output.ts';
import { allByName } from '../api/documents.ts';
import { emptyFolder, holdingFiles, vankien } from './world.ts';

const { data } = holdingFiles(allByName);

describe('export', () => {
  test('writes the file whose kind its name tells, and says how many documents are in it', async () => {
    const folder = await emptyFolder();
    const csv = join(folder, 'nước.csv');
    expect(await vankien(data, 'export', 'nguồn', 'nước', '--out', csv)).toMatchObject({ code: 0, out: `2 documents in ${csv}.`, err: '' });
    const rows: Record<string, string>[] = parse(await readFile(csv), { bom: true, columns: true });
    expect(rows.map((row) => row['Số, ký hiệu']).sort()).toEqual(['21-KL/TW', '35-KH/TU']);
    for (const [name, start] of [
      ['a.xlsx', 'PK'],
      ['a.ris', 'TY  - '],
      ['a.json', '[\n{'],
      ['a.jsonl', '{"id"'],
    ] as const) {
      expect((await vankien(data, 'export', '--out', join(folder, name))).code).toBe(0);
      expect((await readFile(join(folder, name), 'latin1')).slice(0, start.length)).toBe(start);
    }
    expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  test('tells as JSON what was written', async () => {
    const file = join(await emptyFolder(), 'a.ris');
    expect((await vankien(data, 'export', '--type', 'KH', '--out', file, '--json')).json()).toEqual({ file, format: 'ris', documents: 3 });
  });

  test('gives bytes out where the file is -, as CSV unless told otherwise', async () => {
    const csv = await vankien(data, 'export', '--type', 'KL', '--out', '-');
    expect([csv.code, csv.out, Buffer.from(csv.data).toString('utf8').split('\r\n').length]).toEqual([0, '', 3]);
    const xlsx = await vankien(data, 'export', '--type', 'KL', '--format', 'xlsx', '--out', '-');
    expect(Buffer.from(xlsx.data).toString('latin1').slice(0, 2)).toBe('PK');
  });

  test('does not overwrite a file unless told to', async () => {
    const file = join(await emptyFolder(), 'a.csv');
    await writeFile(file, 'mine');
    expect(await vankien(data, 'export', '--out', file)).toMatchObject({ code: 2, err: expect.stringContaining('exists') });
    expect(await readFile(file, 'utf8')).toBe('mine');
    expect((await vankien(data, 'export', '--out', file, '--force')).code).toBe(0);
    expect((await readFile(file, 'utf8')).startsWith('\ufeffMã')).toBe(true);
  });

  test.each([
    [['--out', 'list.docx'], 2, /tells no kind of file/],
    [['nước'], 2, /--out/],
    [['--out', '-', '--format', 'pdf'], 2, /csv, jsonl, xlsx, ris, csl/],
    [['???', '--out', '-'], 2, /bad-query/],
    [['--out', join('no', 'such', 'folder', 'a.csv')], 1, /unwritable-file/],
  ])('%j is refused', async (args, code, message) => {
    const ran = await vankien(data, 'export', ...args);
    expect(ran.code).toBe(code);
    expect(ran.err).toMatch(message);
  });
});

describe('a file that is written whole', () => {
  async function* broken() {
    yield new Uint8Array([1]);
    throw new Error('away');
  }

  test('leaves nothing where the bytes fail, and what was there before', async () => {
    const folder = await emptyFolder();
    const file = join(folder, 'a.csv');
    await expect(writeWhole(file, broken(), false)).rejects.toThrow('away');
    expect(await readdir(folder)).toEqual([]);
    await writeFile(file, 'mine');
    await expect(writeWhole(file, broken(), true)).rejects.toThrow('away');
    expect([await readdir(folder), await readFile(file, 'utf8')]).toEqual([['a.csv'], 'mine']);
  });

  test('does not take the place of one that has come meanwhile', async () => {
    const folder = await emptyFolder();
    const file = join(folder, 'a.csv');
    async function* slow() {
      yield new Uint8Array([1]);
      await writeFile(file, 'mine');
    }
    await expect(writeWhole(file, slow(), false)).rejects.toMatchObject({ code: 'unwritable-file' });
    expect([await readdir(folder), await readFile(file, 'utf8')]).toEqual([['a.csv'], 'mine']);
  });

  test.skipIf(process.getuid?.() === 0)('fails by name in a folder that may not be written', async () => {
    const folder = await emptyFolder();
    await chmod(folder, 0o500);
    await expect(writeWhole(join(folder, 'a.csv'), broken(), false)).rejects.toMatchObject({ code: 'unwritable-file' });
  });
});
