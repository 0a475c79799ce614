import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { load } from 'cheerio';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { begun, type ExportFormat, exported, exportFormats, exportName } from '#services/library/export/formats.ts';
import { harmless, harmlessInColumns } from '#services/library/export/table.ts';
import type { DocumentSummary } from '#services/library/shapes.ts';
import { findProgram } from '../../scripts/make-samples/programs.ts';
import { identity } from '../support/record.ts';

function summary(given: Partial<DocumentSummary> = {}): DocumentSummary {
  return {
    ...{ id: '0123456789abcdef', revision: 1, name: 'ket-luan.txt', type: 'KL', number: '21-KL/TW', issuer: 'Bộ Chính trị' },
    ...{ place: 'Hà Nội', date: '2022-04-12', title: 'về tăng cường bảo vệ nguồn nước ở nông thôn' },
    identity: identity('21-KL/TW', { type: 'KL', scope: 'TW', term: 'XIII', date: '2022-04-12' }),
    ...given,
  };
}

const bare = summary({ type: null, number: null, issuer: null, place: null, date: null, title: null, identity: identity(null) });

async function* each<T>(items: Iterable<T>): AsyncGenerator<T> {
  yield* items;
}

async function bytesOf(format: ExportFormat, documents: readonly DocumentSummary[]): Promise<Buffer> {
  return Buffer.concat(await Array.fromAsync(exported(format, each(documents))));
}

const textOf = async (format: ExportFormat, documents: readonly DocumentSummary[]) => (await bytesOf(format, documents)).toString('utf8');

async function csvRows(documents: readonly DocumentSummary[]): Promise<Record<string, string>[]> {
  return parse(await bytesOf('csv', documents), { bom: true, columns: true, record_delimiter: '\r\n' });
}

/** Titles as hostile files have them: signs of formulas, quotation marks, line ends, separators and blanks of all kinds among the letters. */
const title = fc
  .array(
    fc.oneof(
      fc.constantFrom(...'=+-@\t\r\n;,"\' |', '＝', '＠', '\u00a0', '\u200b', '\0', '\u0007', 'ế', '_x000D_', '&<>'),
      fc.string({ unit: 'grapheme' }),
    ),
    {
      maxLength: 12,
    },
  )
  .map((pieces) => pieces.join(''));

/** Takes the apostrophes away again that `harmless` puts, as its documentation says. */
const passed = String.raw`[\p{White_Space}\p{Cf}\p{Cc}']`;
function plain(text: string): string {
  const from = new RegExp(`^'(?=${passed}*[=+@＝＋－＠﹦﹢﹣﹫-]|'*[\\t\\r\\n\\0])`, 'u');
  return text.replace(from, '');
}

describe('texts that begin like formulas', () => {
  test.each([
    ['=HYPERLINK("x")', `'=HYPERLINK("x")`],
    ['+84', "'+84"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\r\n=1', "'\r\n=1"],
    ['  =1', "'  =1"],
    ['\u00a0\u200b@x', "'\u00a0\u200b@x"],
    ['\u200b\t=x', "'\u200b\t=x"],
    ["'\u200b\n=x", "''\u200b\n=x"],
    ['＝1', "'＝1"],
    ['－1', "'－1"],
    ['\0=1', "'\0=1"],
    ["'=1", "''=1"],
  ])('%j becomes %j', (text, safe) => {
    expect(harmless(text)).toBe(safe);
  });

  test.each(['01-KL/TW', '144-QĐ/TW', "'nháy'", 'a=b', '', 'về việc – sắp xếp', '2020-2025'])('%j stays as it is', (text) => {
    expect(harmless(text)).toBe(text);
    expect(harmlessInColumns(text)).toBe(text);
  });

  test('nor can a cell begin so where a program parts columns at semicolons, tabs or line breaks', () => {
    expect(harmlessInColumns('a;=1;b\n @x')).toBe("a;'=1;b\n' @x");
    fc.assert(
      fc.property(title, (text) => {
        for (const cell of harmlessInColumns(text).split(/[;\t\r\n]/u))
          expect(cell).not.toMatch(/^[\p{White_Space}\p{Cf}\p{Cc}]*[=+\-@＝＋－＠]/u);
      }),
    );
  });
});

describe('CSV', () => {
  test('begins with the byte order mark and Vietnamese headings, ends lines with CRLF, and tells what is known', async () => {
    const text = await textOf('csv', [summary(), bare]);
    expect(text.startsWith('\ufeffMã văn bản,"Số, ký hiệu",Mã loại,Loại văn bản,Trích yếu,')).toBe(true);
    expect(text.split('\r\n')).toHaveLength(4);
    expect(await csvRows([summary(), bare])).toEqual([
      {
        'Mã văn bản': '0123456789abcdef',
        'Số, ký hiệu': '21-KL/TW',
        'Mã loại': 'KL',
        'Loại văn bản': 'Kết luận',
        'Trích yếu': 'về tăng cường bảo vệ nguồn nước ở nông thôn',
        'Cơ quan ban hành': 'Bộ Chính trị',
        'Cấp ban hành': 'Trung ương',
        'Địa danh': 'Hà Nội',
        'Ngày ban hành': '2022-04-12',
        'Phạm vi số': 'TW',
        'Nhiệm kỳ hoặc năm': 'XIII',
        'Tên tệp': 'ket-luan.txt',
        'Phiên bản': '1',
      },
      expect.objectContaining({ 'Số, ký hiệu': '', 'Trích yếu': '', 'Ngày ban hành': '', 'Tên tệp': 'ket-luan.txt' }),
    ]);
  });

  test('gives every title back, whatever it holds', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(title, { minLength: 1, maxLength: 5 }), async (titles) => {
        const rows = await csvRows(titles.map((one) => summary({ title: one.replaceAll(/[;\t\r\n]/gu, ' ') })));
        expect(rows.map((row) => plain(row['Trích yếu']!))).toEqual(titles.map((one) => one.replaceAll(/[;\t\r\n]/gu, ' ')));
      }),
    );
  });

  test('keeps rows and columns apart, whatever the titles hold', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(title, { minLength: 1, maxLength: 5 }), async (titles) => {
        const rows = await csvRows(titles.map((one) => summary({ title: one })));
        expect(rows.map((row) => row['Tên tệp'])).toEqual(titles.map(() => 'ket-luan.txt'));
        const letters = (text: string) => text.replaceAll("'", '');
        expect(rows.map((row) => letters(row['Trích yếu']!))).toEqual(titles.map(letters));
      }),
    );
  });

  test('is its headings where nothing is found', async () => {
    expect(await csvRows([])).toEqual([]);
    expect((await textOf('csv', [])).split('\r\n')).toHaveLength(2);
  });
});

/** Cells of the sheet by their place, as their text or number, with what the file says of their form. */
function cellsOf(workbook: Uint8Array) {
  const files = unzipSync(workbook);
  const sheet = load(strFromU8(files['xl/worksheets/sheet1.xml']!), { xml: { decodeEntities: true } });
  const formats = load(strFromU8(files['xl/styles.xml']!), { xml: true })('cellXfs > xf').toArray();
  const cells = sheet('c').toArray();
  return {
    files,
    sheet,
    cells: new Map(
      cells.map((cell) => [
        cell.attribs.r!,
        {
          value: sheet(cell).find('v').text() || unwritten(sheet(cell).find('t').text()),
          type: cell.attribs.t ?? 'n',
          format: formats[Number(cell.attribs.s ?? 0)]!.attribs.numFmtId,
        },
      ]),
    ),
  };
}

const unwritten = (text: string) => text.replace(/_x([\dA-F]{4})_/gu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** A file in `folder` converted by LibreOffice Calc; null where there is none, or where it cannot read the file. */
async function convertedByCalc(folder: string, name: string, to: string): Promise<Buffer | null> {
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
  const out = join(folder, name.replace(/[^.]+$/u, to.split(':', 1)[0]!));
  try {
    await promisify(execFile)(findProgram('LibreOffice'), [
      profile,
      '--headless',
      '--convert-to',
      to,
      '--outdir',
      folder,
      join(folder, name),
    ]);
    return await readFile(out);
  } catch {
    return null;
  }
}

describe('XLSX', () => {
  test('holds days as dates, numbers as text, headings in sight, and a filter over all rows', async () => {
    const { cells, sheet, files } = cellsOf(await bytesOf('xlsx', [summary(), summary({ number: '8/5' }), bare]));
    expect(Object.keys(files)).toContain('[Content_Types].xml');
    expect(cells.get('B1')).toMatchObject({ value: 'Số, ký hiệu', type: 'inlineStr' });
    expect(cells.get('B2')).toEqual({ value: '21-KL/TW', type: 'inlineStr', format: '49' });
    expect(cells.get('B3')).toEqual({ value: '8/5', type: 'inlineStr', format: '49' });
    // 2022-04-12 is the 44663rd day of the format's calendar.
    expect(cells.get('I2')).toEqual({ value: '44663', type: 'n', format: '164' });
    expect(cells.get('M2')).toMatchObject({ value: '1', type: 'n' });
    expect(cells.has('I4')).toBe(false);
    expect(sheet('pane').attr('state')).toBe('frozen');
    expect(sheet('autoFilter').attr('ref')).toBe('A1:M4');
  });

  test('gives every title back, whatever it holds', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(title, { minLength: 1, maxLength: 5 }), async (titles) => {
        const { cells } = cellsOf(
          await bytesOf(
            'xlsx',
            titles.map((one) => summary({ title: one })),
          ),
        );
        const read = titles.map((_, index) => plain(cells.get(`E${index + 2}`)?.value ?? ''));
        expect(read).toEqual(titles);
      }),
      { numRuns: 50 },
    );
  });

  test('shortens what no cell can hold, and shows it', async () => {
    const { cells } = cellsOf(await bytesOf('xlsx', [summary({ title: 'a'.repeat(40_000) })]));
    expect(cells.get('E2')!.value).toBe(`${'a'.repeat(32_766)}…`);
  });

  test('is read by LibreOffice', { timeout: 120_000 }, async ({ skip }) => {
    const folder = await mkdtemp(join(tmpdir(), 'vankien-xlsx-'));
    try {
      const titles = ['"Nước" & <rừng>', '=1+1', 'hai\ndòng', '_x000D_', 'constructor', '__proto__'];
      const documents = titles.map((one) => summary({ title: one }));
      await writeFile(join(folder, 'list.xlsx'), await bytesOf('xlsx', documents));
      await writeFile(join(folder, 'trial.csv'), 'a,b\n1,2\n');
      const readable = await convertedByCalc(folder, 'trial.csv', 'xlsx');
      skip(readable === null, 'LibreOffice Calc is not installed');
      const bytes = await convertedByCalc(folder, 'list.xlsx', 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true');
      const rows: Record<string, string>[] = parse(bytes!, { columns: true, bom: true });
      expect(rows.map((row) => row['Trích yếu'])).toEqual(titles.map(harmless));
      expect(rows[0]).toMatchObject({
        'Ngày ban hành': '12/04/2022',
        'Số, ký hiệu': '21-KL/TW',
        'Loại văn bản': 'Kết luận',
        'Phiên bản': '1',
      });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});

/** Reads RIS by its rules: every line is a tag, two blanks, a hyphen, a blank and a value; TY opens a reference and ER closes it. */
function readRis(text: string): Record<string, string>[] {
  const references: Record<string, string>[] = [];
  let open: Record<string, string> | null = null;
  for (const line of text.split('\r\n').slice(0, -1)) {
    const [, tag = '', value = ''] = /^([A-Z][A-Z0-9]) {2}- (.*)$/u.exec(line) ?? [];
    expect(tag, `no line of RIS: ${JSON.stringify(line)}`).not.toBe('');
    expect(open === null).toBe(tag === 'TY');
    if (tag === 'ER') {
      references.push(open!);
      open = null;
    } else {
      open ??= {};
      expect(open).not.toHaveProperty(tag);
      open[tag] = value;
    }
  }
  expect(open).toBeNull();
  return references;
}

const decree = summary({
  ...{ id: 'fedcba9876543210', type: 'NĐ', number: '30/2020/NĐ-CP', issuer: 'Chính phủ', date: '2020-03-05', title: 'về công tác văn thư' },
  identity: identity('30/2020/NĐ-CP', { type: 'NĐ', scope: 'TW', term: '2020' }),
});

describe('references', () => {
  test('RIS: norms are statutes, all else government documents and reports, with body, number, day and place', async () => {
    expect(readRis(await textOf('ris', [summary(), decree, summary({ type: 'BC', number: '77-BC/TU' })]))).toEqual([
      {
        ...{
          TY: 'GOVDOC',
          TI: 'Kết luận về tăng cường bảo vệ nguồn nước ở nông thôn',
          AU: 'Bộ Chính trị,',
          PB: 'Bộ Chính trị',
          CY: 'Hà Nội',
        },
        ...{ PY: '2022', DA: '2022/04/12', SN: '21-KL/TW', M3: 'Kết luận', LA: 'vi', DB: 'Vankien', AN: '0123456789abcdef' },
      },
      {
        ...{ TY: 'STAT', TI: 'Nghị định về công tác văn thư', AU: 'Chính phủ,', PY: '2020', DA: '2020/03/05', M1: '30/2020/NĐ-CP' },
        ...{ LA: 'vi', DB: 'Vankien', AN: 'fedcba9876543210' },
      },
      expect.objectContaining({ TY: 'RPRT', SN: '77-BC/TU', M3: 'Báo cáo' }),
    ]);
  });

  test('RIS: the body stays one name, whatever commas are in it; the type stands before the title as in a sentence', async () => {
    const [reference] = readRis(
      await textOf('ris', [summary({ issuer: 'Sở Văn hóa, Thể thao và Du lịch', title: 'Về giữ gìn đình làng' })]),
    );
    expect(reference).toMatchObject({ PB: 'Sở Văn hóa, Thể thao và Du lịch', TI: 'Kết luận về giữ gìn đình làng' });
    expect(reference!.AU!.split(',')).toEqual([expect.stringMatching(/^Sở Văn hóa.*Thể thao và Du lịch$/u), '']);
  });

  test('CSL-JSON: the same, with the body as one name', async () => {
    expect(JSON.parse(await textOf('csl', [summary(), decree]))).toEqual([
      {
        ...{ id: '0123456789abcdef', type: 'report', title: 'Kết luận về tăng cường bảo vệ nguồn nước ở nông thôn' },
        ...{
          author: [{ literal: 'Bộ Chính trị' }],
          publisher: 'Bộ Chính trị',
          'publisher-place': 'Hà Nội',
          number: '21-KL/TW',
          genre: 'Kết luận',
        },
        ...{ issued: { 'date-parts': [[2022, 4, 12]] }, language: 'vi', archive: 'Vankien', archive_location: '0123456789abcdef' },
      },
      {
        ...{ id: 'fedcba9876543210', type: 'legislation', title: 'Nghị định về công tác văn thư', author: [{ literal: 'Chính phủ' }] },
        ...{ authority: 'Chính phủ', number: '30/2020/NĐ-CP', genre: 'Nghị định', issued: { 'date-parts': [[2020, 3, 5]] } },
        ...{ language: 'vi', archive: 'Vankien', archive_location: 'fedcba9876543210' },
      },
    ]);
  });

  test('a document of which little is known goes by its number or the name of its file', async () => {
    expect(readRis(await textOf('ris', [bare, summary({ title: null })])).map(({ TI }) => TI)).toEqual([
      'ket-luan.txt',
      'Kết luận 21-KL/TW',
    ]);
    expect(JSON.parse(await textOf('csl', [bare]))[0]).toEqual({
      ...{ id: bare.id, type: 'report', title: 'ket-luan.txt', language: 'vi', archive: 'Vankien', archive_location: bare.id },
    });
  });

  test('every title stands on its line, whatever it holds', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(title, { maxLength: 4 }), async (titles) => {
        const documents = titles.map((one) => summary({ title: `Kết luận ${one}` }));
        const line = (text: string) => text.replace(/[\p{White_Space}\p{Cc}]+/gu, ' ').trim();
        expect(readRis(await textOf('ris', documents)).map(({ TI }) => TI)).toEqual(documents.map((one) => line(one.title!)));
        const items: { title: string }[] = JSON.parse(await textOf('csl', documents));
        expect(items.map((item) => item.title)).toEqual(documents.map((one) => line(one.title!)));
      }),
    );
  });
});

describe('all formats', () => {
  test('JSON Lines holds each document with the keys of the API, whatever its title holds', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(title, { maxLength: 4 }), async (titles) => {
        const documents = titles.map((one) => summary({ title: one }));
        const lines = (await textOf('jsonl', documents)).split('\n').slice(0, -1);
        expect(lines.map((line) => JSON.parse(line))).toEqual(documents.map((one) => ({ ...one, typeName: 'Kết luận', level: 'central' })));
      }),
    );
  });

  test.each(exportFormats)(
    '%s takes documents as they are wanted, not all at once, and lets go of them when it is left',
    async (format) => {
      let taken = 0;
      let left = false;
      async function* endless() {
        try {
          for (;;) {
            taken += 1;
            yield summary({ id: String(taken).padStart(16, '0') });
          }
        } finally {
          left = true;
        }
      }
      const file = exported(format, endless());
      for (let step = 0; step < 3 || taken === 0; step++) expect((await file.next()).done).toBe(false);
      expect(taken).toBeLessThan(20_000);
      await file.return(undefined);
      expect(left).toBe(true);
    },
  );

  test.each(exportFormats)('%s fails where the documents fail, and does not end', async (format) => {
    async function* failing() {
      for (let index = 0; index < 500; index++) yield summary();
      throw new Error('the index is away');
    }
    await expect(Array.fromAsync(exported(format, failing()))).rejects.toThrow('the index is away');
  });

  test('what fails at the beginning fails before the first byte is promised', async () => {
    async function* broken(): AsyncGenerator<DocumentSummary> {
      yield* [];
      throw new Error('no such words');
    }
    await expect(begun(broken())).rejects.toThrow('no such words');
    expect(await Array.fromAsync(await begun(each([1, 2, 3])))).toEqual([1, 2, 3]);
    expect(await Array.fromAsync(await begun(each([])))).toEqual([]);
  });

  test.each([
    [null, 'csv', 'vankien.csv'],
    ['kế hoạch "nước sạch"', 'xlsx', 'vankien kế hoạch nước sạch.xlsx'],
    ['../../etc/passwd', 'csl', 'vankien etc passwd.json'],
    ['20-KH/TU', 'ris', 'vankien 20-KH TU.ris'],
    ['a'.repeat(300), 'jsonl', `vankien ${'a'.repeat(60)}.jsonl`],
  ] as const)('the file of %j as %s is called %s', (words, format, name) => {
    expect(exportName(words, format)).toBe(name);
  });
});
