import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { plan } from '../library/library.ts';
import { noEngine } from '../support/engine.ts';
import { emptyFolder, vankien } from './world.ts';

let data: Record<string, string>;
let sources: string;
beforeEach(async () => {
  sources = await emptyFolder();
  data = { VANKIEN_DATA: await emptyFolder() };
  await ingest('1', duty('150'));
});

const duty = (amount: string) =>
  `Ủy ban nhân dân các xã rà soát hệ thống kênh mương nội đồng, lập danh sách đoạn kênh bồi lắng và bố trí ${amount} triệu đồng từ ngân sách xã để nạo vét trước mùa mưa bão.`;

async function ingest(number: string, body: string): Promise<void> {
  const path = join(sources, `${number}.txt`);
  await writeFile(path, plan({ number: `${number}-KH/TU`, body }));
  expect((await vankien(data, 'ingest', path)).code).toBe(0);
}

describe.skipIf(noEngine)('saved', () => {
  test('keeps searches, lists them, shows what is new until it was seen, and forgets them', async () => {
    const kept = await vankien(data, 'saved', 'add', 'Kênh mương', 'kênh', 'mương', '--type', 'KH');
    expect([kept.code, kept.out]).toEqual([0, expect.stringMatching(/^Saved: Kênh mương: kênh mương, type KH \(id [0-9a-f-]{36}\)$/)]);
    expect((await vankien(data, 'saved')).out.split('\n')[0]).toBe('1 saved search');
    expect((await vankien(data, 'saved', 'show')).out).toBe('Kênh mương: 0 new documents');
    await ingest('2', duty('200'));
    const { out } = await vankien(data, 'saved', 'show', 'Kênh mương', '--seen');
    expect(out).toMatch(/^Kênh mương: 1 new document\n {2}\d{4}-\d{2}-\d{2} 2-KH\/TU/);
    expect((await vankien(data, 'saved', 'show', '--json')).json()).toMatchObject([{ saved: { name: 'Kênh mương' }, news: { total: 0 } }]);
    expect((await vankien(data, 'saved', 'remove', 'Kênh mương')).out).toBe('Removed: Kênh mương');
    expect((await vankien(data, 'saved', 'list', '--json')).json()).toEqual([]);
  });

  test.each([
    ['words that cannot be used', ['add', 'a', '…'], 'bad-query', 2],
    ['neither words nor filters', ['add', 'a'], 'bad-query', 2],
    ['a name that is taken', ['add', 'Kênh', 'mương'], 'bad-request', 2],
    ['to forget what nothing bears', ['remove', 'Giếng'], 'not-found', 1],
    ['to show what nothing bears', ['show', 'Giếng'], 'not-found', 1],
  ])('refuses %s', async (_what, args, code, exit) => {
    await vankien(data, 'saved', 'add', 'Kênh', 'kênh');
    const ran = await vankien(data, 'saved', ...args);
    expect([ran.code, ran.err]).toEqual([exit, expect.stringContaining(`(${code})`)]);
  });

  test('changes nothing where the process only reads', async () => {
    const ran = await vankien({ ...data, VANKIEN_READ_ONLY: '1' }, 'saved', 'add', 'Kênh', 'kênh');
    expect([ran.code, ran.err]).toEqual([1, expect.stringMatching(/^Error \((?:read-only|saved-elsewhere)\)/)]);
  });
});

describe.skipIf(noEngine)('repeats and similar', () => {
  test('show the document elsewhere, what differs, and what makes it similar', async () => {
    await ingest('2', duty('200'));
    await ingest('3', 'Sở Y tế khám sức khỏe miễn phí cho người cao tuổi tại các trạm y tế phường.');
    const repeats = await vankien(data, 'repeats', '1', 'kh', 'tu');
    expect(repeats.out).toContain('1 passage found elsewhere too');
    expect(repeats.out).toMatch(/ {2}\d\d% 2-KH\/TU/);
    expect(repeats.out).toContain('    “150” → “200”');
    const similar = await vankien(data, 'similar', '1-KH/TU', '--limit', '1');
    expect(similar.out).toMatch(/^1 similar document\n\n1\. 2-KH\/TU/);
    expect(similar.out).toMatch(/both speak of: .*(?:kênh|mương|nạo vét)/);
    expect((await vankien(data, 'similar', '1-KH/TU', '--json')).json()).toMatchObject({ partial: false });
    expect((await vankien(data, 'repeats', '99-KH/TU')).code).toBe(1);
  });
});
