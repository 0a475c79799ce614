import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { plan } from '../library/library.ts';
import { noEngine } from '../support/engine.ts';
import { emptyFolder, vankien } from './world.ts';

const known = '20-KH/TU@Bến Tre@2020-2025';
let data: Record<string, string>;
beforeEach(async () => {
  const sources = await emptyFolder();
  data = { VANKIEN_DATA: await emptyFolder() };
  await writeFile(join(sources, '20.txt'), plan({ number: '20-KH/TU', body: 'Các xã trồng cây dọc tuyến đường liên xã.' }));
  await writeFile(
    join(sources, 'ghi-chú.txt'),
    'THÔNG BÁO\nvề việc trồng cây\n-----\n\nThực hiện Kế hoạch số 20-KH/TU của Ban Thường vụ Tỉnh ủy, các đơn vị trồng cây trước mùa mưa.\n',
  );
  expect((await vankien(data, 'ingest', sources)).code).toBe(0);
});

describe.skipIf(noEngine)('works that the texts leave open', () => {
  test('are listed, decided with an author, and opened again', async () => {
    const open = (await vankien(data, 'undecided')).out.split('\n');
    expect(open[0]).toBe('1 open work');
    expect(open[2]).toBe('  said by ghi-chú.txt');
    expect(open[3]).toMatch(/^ {2}could be 20-KH\/TU@Bến Tre@2020-2025, held: 20-KH\/TU · .+\(same-number, .*scope-unknown.*\)$/);
    const first = open[1]!;
    const made = await vankien(data, 'decide', first, 'same', known, '--author', 'Hoa', '--note', 'cùng ngày');
    expect([made.code, made.out]).toEqual([
      0,
      expect.stringMatching(
        /^Decided: 20-KH\/TU@\?\S+ is the same as 20-KH\/TU@Bến Tre@2020-2025 · by Hoa, \d{4}-\d\d-\d\d · cùng ngày {2}\[[0-9a-f-]{36}\]$/,
      ),
    ]);
    expect((await vankien(data, 'undecided')).out).toBe('0 open works');
    const id = /\[(.+)\]/.exec(made.out)![1]!;
    expect((await vankien(data, 'decisions', 'undo', id, '--author', 'Bình')).out).toContain('undone by Bình');
    expect((await vankien(data, 'decisions', '--json')).json()).toMatchObject([
      { id, state: 'undone', author: 'Hoa', undone: { author: 'Bình' } },
    ]);
    expect((await vankien(data, 'undecided', '--json')).json()).toMatchObject({ works: [{ work: { id: first } }], next: null });
  });

  test.each([
    ['a word that decides nothing', ['decide', known, 'perhaps', known], 2, '"same" or "different"'],
    ['a work that is not there', ['decide', '20-KH/TU@Cà Mau@2020-2025', 'same', known], 1, '(not-found)'],
    ['to undo what was not decided', ['decisions', 'undo', '7'], 1, '(not-found)'],
  ])('refuses %s', async (_what, args, exit, words) => {
    const ran = await vankien(data, ...args);
    expect([ran.code, ran.err]).toEqual([exit, expect.stringContaining(words)]);
  });
});
