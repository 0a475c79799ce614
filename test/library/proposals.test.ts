import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openLibrary } from '#services/compose.ts';
import type { Library } from '#services/library/library.ts';
import { engineFor, noEngine } from '../support/engine.ts';
import { fileOf, plan } from './library.ts';

/** What every plan says: words that are like rarer ones, and stand in many times as many documents. */
const common = [
  'Phát triển nguồn nước sạch như kế hoạch số hai; rút chất thải, giữ cây xanh ở ấp; các ban của ấp làm lịch trực, mỗi năm một lần.',
  'Nói về cách cai thuốc tại trụ sở hành chính, nghiệp vụ đã đủ, theo quy định lao động.',
  'Hộ có vườn được chia cây giống tràm, trừ hộ đã nhận.',
].join(' ');
/** What only one says, each. */
const rare = [
  'Xử lý vi phạm theo phương án phòng chống tham nhũng.',
  'Đóng kệ sách cho lớp học của phụ nữ; việc này sẽ xong sớm, xe taxi của xã.',
  'Trồng rừng ven biển và quan trắc mực nước theo Chỉ thị số 62-CT/TW.',
  'Nguồn nứoc ở ấp Chùa, theo Chỉ thị số 06-CT/TW.',
];
const documents = Array.from({ length: 24 }, (_, at) =>
  fileOf(`${at}.txt`, plan({ number: `${at + 1}-KH/TU`, body: `1. Đợt ${at}: ${common} ${rare[at] ?? ''}` })),
);

let folder: string;
let library: Library;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vankien-proposals-'));
  library = await openLibrary({ data: folder, mode: 'write', ...engineFor(folder) });
  for await (const { outcome } of library.add(documents)) expect(outcome).toBe('added');
});
afterAll(async () => {
  await library.close();
  await rm(folder, { recursive: true, force: true });
});

const proposed = async (typed: string) => {
  const { total, suggestion } = await library.search(typed, {}, { size: 1, facets: [] });
  return { total, proposed: suggestion?.query ?? null };
};

describe.skipIf(noEngine)('right words that find few documents', () => {
  test.each(['vi phạm', 'phương án', 'phuong an', 'kệ sách', 'nữ', 'sẽ', 'taxi'])('%s is not contradicted', async (typed) => {
    expect(await proposed(typed)).toEqual({ total: 1, proposed: null });
  });

  test('what is no syllable is, though it stands in a document as well', async () => {
    expect(await proposed('nứoc')).toEqual({ total: 1, proposed: 'nước' });
  });
});

describe.skipIf(noEngine)('right words that no document holds together', () => {
  test.each([
    ['numbers that are known', '62-CT/TW 06-CT/TW'],
    ['a known abbreviation', 'LLCT'],
    ['a known abbreviation of few letters', 'NTM'],
    ['other consonants', 'TCN'],
    ['the full form of an abbreviation', 'cải cách hành chính'],
    ['a word that asks', 'ai làm lịch trực'],
    ['another that asks', 'Quy định nào nói về lao động'],
    ['an address', 'ông Trần Văn Rừng'],
    ['a compound that no document holds', 'lâm nghiệp'],
    ['a compound without its accents', 'nong nghiep'],
  ])('%s: %s', async (_, typed) => {
    expect((await proposed(typed)).proposed).toBeNull();
  });

  test('a wrong number is still read as one that is known', async () => {
    expect(await proposed('62-CT/TV')).toEqual({ total: 0, proposed: '62-CT/TW' });
  });
});

describe.skipIf(noEngine)('of corrections that are as near', () => {
  test.each([
    ['what makes a compound', 'tham nhũg', 'tham nhũng'],
    ['what makes a compound, sounds confused', 'quan chắc', 'quan trắc'],
    ['what makes a compound, without accents', 'quan chac', 'quan trac'],
    ['what has lost a letter at its end', 'loại:KH rừg', 'loại:KH rừng'],
  ])('%s comes first: %s', async (_, typed, wanted) => {
    expect((await proposed(typed)).proposed).toBe(wanted);
  });
});
