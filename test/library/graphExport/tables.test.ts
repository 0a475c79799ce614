import { load } from 'cheerio';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { harmlessInColumns } from '#services/library/export/table.ts';
import { chainFile } from '#services/library/graphExport/chainFile.ts';
import type { ChainQuestion } from '#services/library/graphExport/questions.ts';
import type { Store } from '#services/store/port.ts';
import { noEngine } from '../../support/engine.ts';
import { central, document, holding, holdingHere, idOf, local, says } from '../chains/collection.ts';
import { around, collection, hostile, made, written } from './collection.ts';

let index: Store;
beforeAll(async () => {
  index = await holding(collection);
});
afterAll(() => index.close());

async function csvOf(store: Store, question: ChainQuestion): Promise<Record<string, string>[]> {
  return parse((await written(store, question, 'csv')).bytes, { bom: true, columns: true, record_delimiter: '\r\n' });
}

/** Sheets of a workbook by the names on their tabs: rows of texts, the headings first. */
function sheetsOf(bytes: Uint8Array): Map<string, string[][]> {
  const files = unzipSync(bytes);
  const xml = (path: string) => load(strFromU8(files[path]!), { xml: true });
  const workbook = xml('xl/workbook.xml');
  const targets = xml('xl/_rels/workbook.xml.rels');
  return new Map(
    workbook('sheet')
      .toArray()
      .map(({ attribs }) => {
        const target = targets(`Relationship[Id="${attribs['r:id']}"]`).attr('Target')!;
        const sheet = xml(`xl/${target}`);
        const rows = sheet('row')
          .toArray()
          .map((row) =>
            sheet(row)
              .children('c')
              .toArray()
              .map((cell) => sheet(cell).text()),
          );
        return [attribs.name!, rows];
      }),
  );
}

describe.skipIf(noEngine)('a graph as a table', () => {
  test('has a row for each statement of its links, in Vietnamese, with words, file and page', async () => {
    const rows = await csvOf(index, around);
    expect(rows).toHaveLength(3 + hostile.length);
    expect(rows.find((row) => row['Văn bản'] === '20-KH/TU')).toMatchObject({
      ...{ 'Phạm vi': 'Bến Tre', Ngày: '2021-09-06', 'Quan hệ': 'thực hiện', 'Mã quan hệ': 'implements', 'Với văn bản': '01-KL/TW' },
      ...{ 'Trích dẫn': 'Thực hiện Kết luận 01-KL/TW', 'Tệp nêu': `${idOf(1)}.txt`, Trang: '2', 'Do văn bản thứ ba nêu': 'không' },
    });
    expect(rows.map((row) => row['Trích dẫn']!.toWellFormed())).toEqual(
      expect.arrayContaining(hostile.map((one) => harmlessInColumns(one.toWellFormed()))),
    );
    for (const row of rows) for (const cell of Object.values(row)) expect(cell).not.toMatch(/^\s*[=+@]/u);
  });

  test('does not leave out a work without links', async () => {
    const alone = await holdingHere([document(idOf(1), local('5-KH/TU', 'Bến Tre'), [])]);
    const rows = await csvOf(alone, { about: 'graph', request: { of: '5-KH/TU', direction: 'both', depth: 2 } });
    expect(rows.map((row) => [row['Văn bản'], row['Quan hệ'], row['Với văn bản']])).toEqual([['5-KH/TU', '', '']]);
  });

  test('is a workbook of links, works and notes; the notes tell what was asked, when, by which extraction, and that there is more', async () => {
    const { bytes, cut } = await written(
      index,
      { about: 'graph', request: { of: '20-KH/TU', direction: 'both', depth: 3, limit: 3 } },
      'xlsx',
    );
    const sheets = sheetsOf(bytes);
    expect([...sheets.keys()]).toEqual(['Liên kết', 'Văn bản', 'Ghi chú']);
    expect(sheets.get('Văn bản')).toHaveLength(4);
    const notes = sheets.get('Ghi chú')!.map((row) => row.join(': '));
    expect(cut).toBe(true);
    expect(notes).toEqual(
      expect.arrayContaining([
        ...[expect.stringContaining('Chuỗi văn bản quanh 20-KH/TU'), 'Thời điểm lập (UTC): 2026-03-04T05:06:07.000Z'],
        ...['Phiên bản bóc tách: 9.9.9', expect.stringMatching(/^Chưa đầy đủ: /u)],
      ]),
    );
  });

  test('tells addresses, and whether a work is held', async () => {
    const works = sheetsOf((await written(index, around, 'xlsx')).bytes).get('Văn bản')!;
    const [headings = []] = works;
    const conclusion = works.find((row) => row.includes('01-KL/TW'))!;
    expect(headings).toEqual(expect.arrayContaining(['Trong kho', 'Địa chỉ', 'Các ngày được nêu']));
    expect(conclusion).toEqual(expect.arrayContaining(['không', '/vb/tw/kl/01-kl-tw/2021-05-18']));
  });
});

describe.skipIf(noEngine)('other answers as tables', () => {
  test('chains: a row a step, in their order', async () => {
    const rows = await csvOf(index, { about: 'paths', request: { first: '88-BC/HU', second: '01-KL/TW' } });
    expect(rows.map((row) => [row.Chuỗi, row.Bước, row['Văn bản'], row['Với văn bản']])).toEqual([
      ['1', '1', '88-BC/HU', '01-KL/TW'],
      ['2', '1', '88-BC/HU', '20-KH/TU'],
      ['2', '2', '20-KH/TU', '01-KL/TW'],
    ]);
  });

  test('two works without a chain: the works, and that there is none', async () => {
    const sheets = sheetsOf((await written(index, { about: 'paths', request: { first: '88-BC/HU', second: '1-KH/HU' } }, 'xlsx')).bytes);
    expect(sheets.get('Chuỗi')).toHaveLength(1);
    expect(sheets.get('Văn bản')).toHaveLength(3);
    expect(JSON.stringify(sheets.get('Ghi chú'))).toContain('Không có chuỗi nào');
  });

  test('a tree: each document under what it carries out, with the days between, and the levels', async () => {
    const question = { about: 'cascade', request: { of: '01-KL/TW' } } as const;
    const rows = await csvOf(index, question);
    expect(rows[0]).toMatchObject({ Bậc: '0', 'Dưới văn bản': '', 'Số, ký hiệu': '01-KL/TW' });
    expect(rows[1]).toMatchObject({
      Bậc: '1',
      'Dưới văn bản': '01-KL/TW',
      'Số, ký hiệu': '20-KH/TU',
      'Thời điểm': 'sau',
      'Số ngày': '111',
    });
    const sheets = sheetsOf((await written(index, question, 'xlsx')).bytes);
    expect(sheets.get('Theo cấp')!.map(([level, documents]) => [level, documents])).toEqual([
      ['Cấp', 'Số văn bản'],
      ['Cấp tỉnh', '1'],
      ['Cấp huyện', String(1 + hostile.length)],
    ]);
  });

  test('missing works: how they are used, what is said of them, and how many more there are', async () => {
    const rows = await csvOf(index, { about: 'missing', request: { from: 0, size: 10 } });
    expect(rows).toMatchObject([{ 'Số, ký hiệu': '01-KL/TW', 'Số văn bản dẫn chiếu': '2', 'Địa chỉ': '/vb/tw/kl/01-kl-tw/2021-05-18' }]);
    const two = await holdingHere([
      document(idOf(1), local('5-KH/TU', 'Bến Tre'), [says(central('1-KL/TW'), 'cites'), says(central('2-KL/TW'), 'cites')]),
    ]);
    const { bytes, cut } = await written(two, { about: 'missing', request: { from: 0, size: 1 } }, 'xlsx');
    expect(cut).toBe(true);
    expect(JSON.stringify(sheetsOf(bytes).get('Ghi chú'))).toContain('Tệp này có 1 trong số 2 văn bản.');
  });

  test('a matrix: a row a unit, a column a directive, every answer with its proof, and what silence means', async () => {
    const question = { about: 'matrix', request: { directives: ['01-KL/TW', '1-KH/HU'], size: 100 } } as const;
    const rows = await csvOf(index, question);
    const province = rows.find((row) => row['Đơn vị']!.includes('Bến Tre'))!;
    const [answered, silent] = Object.keys(province).filter((heading) => /^(?:01-KL|1-KH)/u.test(heading));
    expect(province[answered!]).toMatch(/^20-KH\/TU, sau 111 ngày/u);
    expect(province[silent!]).toBe('không có văn bản trong kho');
    const sheets = sheetsOf((await written(index, question, 'xlsx')).bytes);
    expect([...sheets.keys()]).toEqual(['Ma trận', 'Văn bản trả lời', 'Văn bản chỉ đạo', 'Văn bản', 'Ghi chú']);
    expect(sheets.get('Văn bản trả lời')).toContainEqual(
      expect.arrayContaining(['01-KL/TW', '20-KH/TU', 'thực hiện', 'Thực hiện Kết luận 01-KL/TW', `${idOf(1)}.txt`]),
    );
    expect(JSON.stringify(sheets.get('Ghi chú'))).toContain('không có nghĩa là đơn vị không ban hành');
    const { cut } = await written(index, { about: 'matrix', request: { directives: ['01-KL/TW'], size: 1 } }, 'csv');
    expect(cut).toBe(true);
  });

  test('an audit: each finding once, however many pages it takes, and the words of all sides', async () => {
    const disputed = await holdingHere(
      Array.from({ length: 6 }, (_, at) =>
        document(idOf(at + 1), local(`${at + 1}-KH/HU`, 'Bến Tre/Ba Tri'), [
          says(central(`${at > 2 ? 9 : 8}-KL/TW`, `2022-0${(at % 3) + 1}-10`), 'implements', null, hostile[at]!),
        ]),
      ),
    );
    const request = { codes: ['other-date'], size: 100 } as const;
    const rows = await csvOf(disputed, { about: 'audit', request });
    expect(rows.map((row) => [row.TT, row.Mã])).toEqual([
      ['1', 'other-date'],
      ['2', 'other-date'],
    ]);
    expect(rows[0]!['Các bên']).toContain('2022-01-10 (1 văn bản');
    const sheets = sheetsOf((await written(disputed, { about: 'audit', request }, 'xlsx')).bytes);
    expect(sheets.get('Lời chứng')).toHaveLength(7);
    const first = await written(disputed, { about: 'audit', request: { ...request, size: 1 } }, 'json');
    expect([first.cut, JSON.parse(first.text).findings.length]).toEqual([true, 1]);
  });

  test('chains and trees are graphs, too; a list is none', async () => {
    const paths = { about: 'paths', request: { first: '88-BC/HU', second: '01-KL/TW' } } as const;
    const $ = load((await written(index, paths, 'graphml')).text, { xml: true });
    expect([$('node').length, $('edge').length]).toEqual([3, 3]);
    expect((await written(index, { about: 'cascade', request: { of: '01-KL/TW' } }, 'svg')).text).toContain('Văn bản gốc');
    await expect(written(index, { about: 'missing', request: { from: 0, size: 1 } }, 'svg')).rejects.toMatchObject({ code: 'bad-request' });
  });
});

test.skipIf(noEngine)('a number that several works bear gives the choice and no file', async () => {
  const two = await holdingHere([document(idOf(1), local('5-KH/TU', 'Bến Tre'), []), document(idOf(2), local('5-KH/TU', 'Cà Mau'), [])]);
  const answer = await chainFile(two, { about: 'graph', request: { of: '5-KH/TU', direction: 'up', depth: 1 } }, 'csv', made);
  expect(answer).toMatchObject({ file: null, choices: [{ scope: 'Bến Tre' }, { scope: 'Cà Mau' }], choicesOther: [] });
  const byAddress = await written(two, { about: 'graph', request: { of: '/vb/ca-mau/kh/5-kh-tu', direction: 'up', depth: 1 } }, 'json');
  expect(JSON.parse(byAddress.text).root).toBe('5-KH/TU@Cà Mau@2020-2025');
});
