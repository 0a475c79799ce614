import { parse as readDisposition } from 'content-disposition';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { noEngine } from '../support/engine.ts';
import { conclusion } from './documents.ts';
import { openService, type Service } from './service.ts';

let service: Service;
beforeAll(async () => {
  service = await openService();
});
afterAll(() => service.close());

const post = (payload: string | Buffer, type = 'text/plain; charset=utf-8', query = '') =>
  service.ask({ method: 'POST', url: `/api/v1/lists${query}`, payload, headers: { 'content-type': type } });

const list = 'Kết luận số 21-KL/TW\n\n35 kh tu\n99-KH/TU\nnguồn nước\n???\n=1+1';

describe.skipIf(noEngine)('lists', () => {
  test('are answered line by line, with counts', async () => {
    const { status, json } = await post(list);
    expect(status).toBe(200);
    expect(json).toMatchObject({ lines: 6, outcomes: { found: 2, ambiguous: 1, absent: 2, invalid: 1 } });
    expect(json.entries.map(({ line, outcome }: { line: number; outcome: string }) => [line, outcome])).toEqual([
      [1, 'found'],
      [3, 'ambiguous'],
      [4, 'absent'],
      [5, 'found'],
      [6, 'invalid'],
      [7, 'absent'],
    ]);
    expect(json.entries[0]).toMatchObject({
      text: 'Kết luận số 21-KL/TW',
      asked: 'number',
      key: '21-KL/TW',
      documents: [{ name: conclusion.name }],
    });
  });

  test('may be CSV', async () => {
    const { json } = await post('STT;Số, ký hiệu\n1;21-KL/TW\n2;08-KH/HU\n', 'text/csv');
    expect(json.entries.map(({ line, key, outcome }: Record<string, unknown>) => [line, key, outcome])).toEqual([
      [2, '21-KL/TW', 'found'],
      [3, '08-KH/HU', 'found'],
    ]);
  });

  test('are answered as CSV: a row for each document, and one for a line without any', async () => {
    const { headers, bytes } = await post(list, 'text/plain', '?format=csv');
    expect(headers['content-type']).toMatch(/^text\/csv/);
    expect(readDisposition(String(headers['content-disposition'])).parameters.filename).toBe('vankien danh sách.csv');
    const rows: Record<string, string>[] = parse(bytes, { bom: true, columns: true, record_delimiter: '\r\n' });
    expect(rows.map((row) => [row.Dòng, row['Kết quả'], row['Số văn bản tìm được'], row['Số, ký hiệu']])).toEqual([
      ['1', 'Tìm thấy', '1', '21-KL/TW'],
      ['3', 'Nhiều văn bản', '2', '35-KH/TU'],
      ['3', 'Nhiều văn bản', '2', '35-KH/TU'],
      ['4', 'Không có', '0', ''],
      ['5', 'Tìm thấy', '2', expect.any(String)],
      ['6', 'Không đọc được', '0', ''],
      ['7', 'Không có', '0', ''],
    ]);
    expect(rows[3]!['Ghi chú']).toContain('Số gần giống: 35-KH/TU');
    expect(rows[6]!['Nội dung hỏi']).toBe("'=1+1");
  });

  test('are answered as XLSX', async () => {
    const { headers, bytes } = await post(list, 'text/plain', '?format=xlsx');
    expect(headers['content-type']).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
    const sheet = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml']!);
    expect(sheet).toContain('>Nhiều văn bản<');
    expect(sheet.match(/<row /g)).toHaveLength(8);
  });

  test.each([
    ['of too many lines', 'a\n'.repeat(1001), 'text/plain', 400, 'bad-request', /1001 lines; the limit is 1000/],
    ['of blanks', '\n \n', 'text/plain', 400, 'bad-request', /no line/],
    ['of nothing', '', 'text/plain', 400, 'bad-request', /no line/],
    ['with an open quotation mark', 'a,"b', 'text/csv', 400, 'bad-request', /well-formed CSV/],
    ['of no letters', Buffer.from([0x80, 0xff, 0x41]), 'text/plain', 422, 'unknown-encoding', /UTF-8/],
    ['of another type', '["21-KL/TW"]', 'application/json', 415, 'wrong-media-type', /text\/plain/],
    ['of more than a megabyte', 'x'.repeat(1024 * 1024 + 1), 'text/plain', 413, 'file-too-large', /limit/],
  ] as const)('a list %s is refused', async (_, payload, type, status, code, message) => {
    const answer = await post(payload, type);
    expect([answer.status, answer.json.error.code]).toEqual([status, code]);
    expect(answer.json.error.message).toMatch(message);
    // What the sentence of a bad request says of details holds.
    if (code === 'bad-request') expect(answer.json.error.details).toEqual([{ path: 'body', message: expect.stringMatching(message) }]);
  });

  test('a format that there is none of, and what is no field, are refused by name', async () => {
    expect((await post(list, 'text/plain', '?format=ris')).json.error.details).toEqual([
      { path: 'format', message: 'must be one of json, csv, xlsx' },
    ]);
    expect((await post(list, 'text/plain', '?q=x')).json.error.details[0].path).toBe('q');
  });

  test('a body without a type is refused', async () => {
    const answer = await service.ask({ method: 'POST', url: '/api/v1/lists' });
    expect([answer.status, answer.json.error.code]).toEqual([415, 'wrong-media-type']);
  });
});
