import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { all, allByName } from '../api/documents.ts';
import { noEngine } from '../support/engine.ts';
import { emptyFolder, holdingFiles, vankien } from './world.ts';

const { data, path } = holdingFiles(allByName);

describe.skipIf(noEngine)('answers about chains as files', () => {
  test.each([
    ['a.graphml', '<?xml'],
    ['a.gexf', '<?xml'],
    ['a.svg', '<?xml'],
    ['a.dot', '// '],
    ['a.jsonld', '{\n  "@context"'],
    ['a.json', '{"root"'],
    ['a.csv', '\u00ef\u00bb\u00bf'],
    ['a.xlsx', 'PK'],
    ['a.docx', 'PK'],
  ])('%s is of the kind that its name tells', async (name, start) => {
    const file = join(await emptyFolder(), name);
    expect(await vankien(data, 'graph', '21-KL/TW', '-o', file)).toMatchObject({ code: 0, out: `Written: ${file}.`, err: '' });
    expect((await readFile(file, 'latin1')).slice(0, start.length)).toBe(start);
  });

  test('goes to standard output where only the format is told', async () => {
    const { code, out, data: bytes } = await vankien(data, 'cascade', '21-KL/TW', '--format', 'graphml');
    expect([code, out, Buffer.from(bytes).toString('utf8').includes('<graphml')]).toEqual([0, '', true]);
    for (const command of [['matrix', '21-KL/TW'], ['audit']]) {
      const { code, data: bytes } = await vankien(data, ...command, '--format', 'xlsx');
      expect([code, Buffer.from(bytes).toString('latin1').slice(0, 2)]).toEqual([0, 'PK']);
    }
    const list = await vankien(data, 'missing', '--format', 'csv');
    expect([list.code, Buffer.from(list.data).toString('utf8')]).toEqual([0, expect.stringContaining('Số lần được nhắc')]);
  });

  test('chains between two works, told as JSON what was written; what is cut is said', async () => {
    const file = join(await emptyFolder(), 'a.xlsx');
    const path = await vankien(data, 'path', '35-KH/TU@Bến Tre@2020-2025', '21-KL/TW', '-o', file, '--json');
    expect(path.json()).toEqual({ file, format: 'xlsx', truncated: false });
    const cut = await vankien(data, 'graph', '21-KL/TW', '--limit', '2', '-o', file, '--force');
    expect(cut).toMatchObject({ code: 0, err: expect.stringContaining('There is more') });
  });

  test('the report on a draft as a document', async () => {
    const file = join(await emptyFolder(), 'a.docx');
    const draft = path(all[1]!.name);
    expect(await vankien(data, 'audit', draft, '-o', file)).toMatchObject({ code: 0, out: `Written: ${file}.` });
    expect((await readFile(file, 'latin1')).slice(0, 2)).toBe('PK');
    expect(await vankien(data, 'audit', draft, '-o', file)).toMatchObject({ code: 2, err: expect.stringContaining('exists') });
    expect((await vankien(data, 'audit', '--format', 'docx')).code).toBe(2);
  });

  test('a number that several works bear lists them and writes nothing', async () => {
    const folder = await emptyFolder();
    const { code, out, err } = await vankien(data, 'graph', '35-KH/TU', '-o', join(folder, 'a.csv'));
    expect([code, out, err]).toEqual([2, '', expect.stringContaining('Ask again with an id')]);
    expect(await readdir(folder)).toEqual([]);
  });

  test.each([
    [['graph', '21-KL/TW', '-o', 'a.pdf'], 2, /tells no kind of file/],
    [['graph', '21-KL/TW', '--format', 'pdf'], 2, /graphml/],
    [['missing', '--format', 'svg'], 2, /json, csv, xlsx/],
    [['graph', '99-XX/TW', '--format', 'csv'], 1, /not-found/],
    [['graph', '21-KL/TW', '-o', join('no', 'such', 'a.csv')], 1, /unwritable-file/],
  ])('%j is refused', async (args, code, message) => {
    const ran = await vankien(data, ...args);
    expect(ran.code).toBe(code);
    expect(ran.err).toMatch(message);
  });

  test('does not overwrite a file unless told to', async () => {
    const file = join(await emptyFolder(), 'a.csv');
    await writeFile(file, 'mine');
    expect(await vankien(data, 'graph', '21-KL/TW', '-o', file)).toMatchObject({ code: 2, err: expect.stringContaining('exists') });
    expect(await readFile(file, 'utf8')).toBe('mine');
  });
});

describe.skipIf(noEngine)('addresses', () => {
  test('are told of a number, lead back to it, and are taken by other commands', async () => {
    const told = await vankien(data, 'address', '21', 'kl', 'tw');
    expect(told.out).toMatch(/^\/vb\/tw\/kl\/21-kl-tw\/2022-04-12 {3}21-KL\/TW /u);
    const [{ work }] = (await vankien(data, 'address', '/vb/tw/kl/21-kl-tw/xiii', '--json')).json() as [{ work: { id: string } }];
    expect(work.id).toBe('21-KL/TW@TW@XIII');
    expect((await vankien(data, 'show', '/vb/ben-tre/kh/35-kh-tu/2022-06-20')).out).toContain('35-KH/TU');
    expect((await vankien(data, 'address', '35-KH/TU')).out.split('\n')).toHaveLength(2);
    expect((await vankien(data, 'address', '/vb/tw/kl/1-kl-tw')).code).toBe(1);
  });
});
