import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { expect, test } from 'vitest';
import { type DraftFormat, draftFile } from '#services/library/graphExport/draftFile.ts';
import type { DraftReport } from '#services/library/shapes.ts';
import { hostile, made } from './collection.ts';
import { faultOf } from './wellFormed.ts';

const span = { start: 0, end: 5 };
const quote = (words: string) => ({ document: null, name: 'dự thảo.docx', page: 2, span, words, quote: words });
const report: DraftReport = {
  file: { name: 'dự thảo.docx', hash: 'ab'.repeat(32), pages: 3 },
  document: { number: null, type: 'KH', issuer: 'Tỉnh ủy Bến Tre', date: '2026-01-02', title: hostile[0] },
  findings: hostile.map((words, at) => ({
    ...{ code: 'other-date', severity: 'warning', message: 'The date differs.', messageVi: `Ngày khác nhau ${at}.`, works: [] },
    sides: [
      {
        value: '2021-05-18',
        own: true,
        documents: 1,
        majority: true,
        quotes: [{ ...quote(words), document: '00000000000000aa', name: 'gốc.txt' }],
      },
    ],
    ...{ citation: '01-KL/TW', at: quote(words), proposal: 'Check it.', proposalVi: 'Hãy kiểm tra lại.' },
  })),
  citations: [
    {
      key: '01-KL/TW',
      type: 'KL',
      mentions: 2,
      at: quote('x'),
      status: 'known',
      held: true,
      works: ['1-KL/TW@TW@XIII'],
      near: [],
      findings: ['other-date'],
    },
    {
      key: '999-KL/TW',
      type: 'KL',
      mentions: 1,
      at: null,
      status: 'never-seen',
      held: false,
      works: [],
      near: ['99-KL/TW'],
      findings: ['never-seen'],
    },
  ],
  clean: 0,
};

async function bytesOf(format: DraftFormat): Promise<Buffer> {
  return Buffer.concat(await Array.fromAsync(draftFile(report, format, made).bytes));
}

test('the report on a draft as a document has all findings with words, page and what to do, and all citations', async () => {
  const docx = await bytesOf('docx');
  for (const [part, bytes] of Object.entries(unzipSync(docx))) expect([part, faultOf(strFromU8(bytes))]).toEqual([part, null]);
  const text = (await mammoth.extractRawText({ buffer: docx })).value;
  for (const words of [
    ...[
      'Báo cáo kiểm tra viện dẫn của dự thảo',
      'ab'.repeat(32),
      '2 văn bản được dẫn, 0 không có vấn đề',
      'Dự thảo, trang 2',
      '2021-05-18: gốc.txt, trang 2',
    ],
    ...['Ngày khác nhau 3.', 'Đề nghị: Hãy kiểm tra lại.', '999-KL/TW', 'chưa văn bản nào nêu', '“@SUM(A1)”'],
  ])
    expect(text).toContain(words);
});

test('as a table it has a row for each finding; as JSON it is itself', async () => {
  const rows: Record<string, string>[] = parse(await bytesOf('csv'), { bom: true, columns: true, record_delimiter: '\r\n' });
  expect(rows).toHaveLength(hostile.length);
  expect(rows[1]).toMatchObject({ Trang: '2', 'Viện dẫn': '01-KL/TW', 'Đề nghị': 'Hãy kiểm tra lại.' });
  for (const row of rows) for (const cell of Object.values(row)) expect(cell).not.toMatch(/^\s*[=+@]/u);
  const wellFormed = JSON.stringify(report, (_, value) => (typeof value === 'string' ? value.toWellFormed() : value));
  expect(JSON.parse((await bytesOf('json')).toString('utf8'))).toEqual(JSON.parse(wellFormed));
  expect(Object.keys(unzipSync(await bytesOf('xlsx'))).filter((name) => name.includes('worksheets/'))).toHaveLength(3);
});
