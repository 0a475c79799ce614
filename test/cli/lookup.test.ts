import { readFile, writeFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, test } from 'vitest';
import { allByName } from '../api/documents.ts';
import { holdingFiles, vankien } from './world.ts';

const { data, path } = holdingFiles(allByName);
let list: string;

beforeAll(async () => {
  list = path('list.txt');
  await writeFile(list, '21-KL/TW\n35-KH/TU\n35-KH/TU ngày 01/01/2021, Bến Tre\n99-KH/TU\nnguồn nước\n???\n');
});

describe('lookup', () => {
  test('tells the answer to each line, and counts them', async () => {
    const { code, out, err } = await vankien(data, 'lookup', list);
    expect([code, err]).toEqual([0, '']);
    const lines = out.split('\n');
    expect(lines.filter((line) => /^\d+\./.test(line))).toEqual([
      '1. 21-KL/TW: found',
      '2. 35-KH/TU: ambiguous',
      '3. 35-KH/TU ngày 01/01/2021, Bến Tre: found',
      '4. 99-KH/TU: absent',
      '5. nguồn nước: found, 2 documents, the best one:',
      '6. ???: invalid',
    ]);
    expect(lines.filter((line) => line.includes('35-KH/TU · '))).toHaveLength(3);
    expect(out).toContain('   ! to be checked: another date');
    expect(out).toMatch(/ {3}near it: .*35-KH\/TU/);
    expect(lines.at(-1)).toBe('6 lines: 3 found, 1 ambiguous, 1 absent, 1 invalid.');
  });

  test('tells them as JSON', async () => {
    const { json } = await vankien(data, 'lookup', list, '--json');
    expect(json()).toMatchObject({ lines: 6, outcomes: { found: 3, ambiguous: 1, absent: 1, invalid: 1 } });
    expect((json() as { entries: unknown[] }).entries).toHaveLength(6);
  });

  test('reads CSV by the name of the file, or when told so', async () => {
    const csv = path('list.csv');
    await writeFile(csv, 'STT,Số hiệu\n1,21-KL/TW\n');
    expect((await vankien(data, 'lookup', csv)).out).toMatch(/^2\. 21-KL\/TW: found/);
    expect((await vankien(data, 'lookup', csv, '--as', 'text')).out).toMatch(/^1\. STT,Số hiệu: /);
  });

  test('writes a table', async () => {
    const out = path('answers.csv');
    const ran = await vankien(data, 'lookup', list, '--out', out);
    expect(ran).toMatchObject({ code: 0, out: `6 lines: 3 found, 1 ambiguous, 1 absent, 1 invalid. Written to ${out}.` });
    const rows: Record<string, string>[] = parse(await readFile(out), { bom: true, columns: true });
    expect(rows).toHaveLength(7);
    expect(rows[3]).toMatchObject({ Dòng: '3', 'Địa danh': 'Bến Tre', 'Ghi chú': 'Cần kiểm tra: khác ngày' });
    expect((await vankien(data, 'lookup', list, '--out', out)).code).toBe(2);
    expect((await vankien(data, 'lookup', list, '--out', out, '--force', '--json')).json()).toMatchObject({ file: out, lines: 6 });
  });

  test.each([
    [['no-such-file.txt'], 1, /unreadable-file/],
    [['{list}', '--out', 'a.pdf'], 2, /must end in .csv or .xlsx/],
    [[], 2, /missing required argument/],
  ])('%j is refused', async (args, code, message) => {
    const ran = await vankien(data, 'lookup', ...args.map((arg) => arg.replace('{list}', list)));
    expect(ran.code).toBe(code);
    expect(ran.err).toMatch(message);
  });
});
