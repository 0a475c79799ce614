import type { AddressInfo } from 'node:net';
import { parse as readDisposition } from 'content-disposition';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildApi } from '#services/api/app.ts';
import { exportForm, exportFormats } from '#services/library/export/formats.ts';
import type { Library } from '#services/library/library.ts';
import { noEngine } from '../support/engine.ts';
import { conclusion, districtPlan, plan } from './documents.ts';
import { openService, query, type Service } from './service.ts';

let service: Service;
beforeAll(async () => {
  service = await openService();
});
afterAll(() => service.close());

const exportOf = (parameters: Record<string, string>) => service.ask(query('/api/v1/export', parameters));

describe.skipIf(noEngine)('export', () => {
  test('CSV holds every document that a search finds', async () => {
    const answer = await exportOf({ format: 'csv', q: 'nguồn nước', from: '2022-01-01' });
    const rows: Record<string, string>[] = parse(answer.bytes, { bom: true, columns: true, record_delimiter: '\r\n' });
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8; header=present');
    expect(readDisposition(String(answer.headers['content-disposition']))).toMatchObject({
      type: 'attachment',
      parameters: { filename: 'vankien nguồn nước.csv' },
    });
    const { hits } = await service.library.search('nguồn nước', { from: '2022-01-01' }, { from: 0, size: 10 });
    const ids = hits.map(({ document }) => document.id);
    expect(rows.map((row) => row['Mã văn bản'])).toEqual(ids.sort());
    expect(rows.map((row) => row['Tên tệp']).sort()).toEqual([plan.name, conclusion.name].sort());
    expect(rows.find((row) => row['Tên tệp'] === conclusion.name)).toMatchObject({
      ...{ 'Số, ký hiệu': '21-KL/TW', 'Loại văn bản': 'Kết luận', 'Cấp ban hành': 'Trung ương', 'Ngày ban hành': '2022-04-12' },
    });
  });

  test('filters narrow it, with words and without; with neither it is the whole collection', async () => {
    const names = async (parameters: Record<string, string>) =>
      (await exportOf({ format: 'jsonl', ...parameters })).body
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line).name);
    expect(await names({ type: 'KL' })).toEqual([conclusion.name]);
    expect(await names({ place: 'Ba Tri', q: 'giếng' })).toEqual([districtPlan.name]);
    expect(await names({})).toHaveLength(4);
    expect(await names({ q: 'chữ không có' })).toEqual([]);
  });

  test.each(exportFormats)('%s is answered as what it is, to be saved under a name of that kind', async (format) => {
    const { status, headers, bytes } = await exportOf({ format });
    expect([status, headers['content-type']]).toEqual([200, exportForm(format).mediaType]);
    expect(String(headers['content-disposition'])).toContain(`vankien${exportForm(format).ending}`);
    expect(bytes.length).toBeGreaterThan(500);
  });

  test.each([
    [{ format: 'pdf' }, 'format', 'must be one of csv, jsonl, xlsx, ris, csl'],
    [{}, 'format', 'is required'],
    [{ format: 'csv', limit: '5' }, 'limit', /^is not known here/],
    [{ format: 'csv', q: '' }, 'q', 'must not be empty'],
    [{ format: 'csv', from: '2022-02-01', to: '2022-01-01' }, 'to', 'must not be before from'],
  ])('%j is refused by name', async (parameters, path, message) => {
    const { status, json } = await exportOf(parameters as Record<string, string>);
    expect(status).toBe(400);
    expect(json.error.details).toEqual([{ path, message: typeof message === 'string' ? message : expect.stringMatching(message) }]);
  });

  test('words that cannot be used are an answer, not half a file', async () => {
    const { status, headers, json } = await exportOf({ format: 'csv', q: '???' });
    expect([status, json.error.code]).toEqual([400, 'bad-query']);
    expect(headers).not.toHaveProperty('content-disposition');
  });

  test.each(exportFormats)('a failure on the way cuts the connection: %s does not look whole', async (format) => {
    const [document] = await Array.fromAsync(service.library.all(null, {}));
    const library: Library = {
      ...service.library,
      async *all() {
        for (let index = 0; index < 20_000; index++) yield document!;
        throw new Error('the index is away');
      },
    };
    const app = await buildApi(library);
    await app.listen({ host: '127.0.0.1', port: 0 });
    try {
      const answer = await fetch(`http://127.0.0.1:${(app.server.address() as AddressInfo).port}/api/v1/export?format=${format}`);
      expect(answer.status).toBe(200);
      await expect(answer.bytes()).rejects.toThrow();
    } finally {
      await app.close();
    }
  });

  test('who goes away before the end is not served on', async () => {
    const [document] = await Array.fromAsync(service.library.all(null, {}));
    let left: () => void = () => undefined;
    const gone = new Promise<void>((resolve) => {
      left = resolve;
    });
    const library: Library = {
      ...service.library,
      async *all() {
        try {
          for (;;) yield document!;
        } finally {
          left();
        }
      },
    };
    const app = await buildApi(library);
    await app.listen({ host: '127.0.0.1', port: 0 });
    try {
      const leaving = new AbortController();
      const url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}/api/v1/export?format=csv`;
      const answer = await fetch(url, { signal: leaving.signal });
      await answer.body!.getReader().read();
      leaving.abort();
      await gone;
    } finally {
      await app.close();
    }
  });
});
