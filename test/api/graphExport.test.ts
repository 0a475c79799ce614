import { load } from 'cheerio';
import { parse as readDisposition } from 'content-disposition';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { draftFormats } from '#services/library/graphExport/draftFile.ts';
import { graphForm, graphFormats, tableFormats } from '#services/library/graphExport/formats.ts';
import { noEngine } from '../support/engine.ts';
import { plan } from './documents.ts';
import { openService, query, type Service } from './service.ts';

let service: Service;
beforeAll(async () => {
  service = await openService();
});
afterAll(() => service.close());

const fileOf = (path: string, parameters: Record<string, string>) => service.ask(query(`/api/v1/${path}`, parameters));

describe.skipIf(noEngine)('answers about chains as files', () => {
  test.each(graphFormats)('a graph as %s, under a name of that kind', async (format) => {
    const { status, headers, bytes } = await fileOf('graph/export', { of: '21-KL/TW', format });
    expect([status, headers['content-type']]).toEqual([200, graphForm(format).mediaType]);
    expect(readDisposition(String(headers['content-disposition']))).toMatchObject({
      type: 'attachment',
      parameters: { filename: `vankien chuỗi 21-KL TW${graphForm(format).ending}` },
    });
    expect(headers['x-truncated']).toBeUndefined();
    expect(bytes.length).toBeGreaterThan(500);
  });

  test('takes what the graph takes, and tells that there is more', async () => {
    const { body, headers } = await fileOf('graph/export', {
      of: '21-KL/TW',
      direction: 'down',
      depth: '2',
      limit: '2',
      format: 'graphml',
    });
    expect(load(body, { xml: true })('node')).toHaveLength(2);
    expect(headers['x-truncated']).toBe('true');
  });

  test.each([
    ['graph/paths/export', { first: '35-KH/TU@Bến Tre@2020-2025', second: '21-KL/TW' }, graphFormats],
    ['graph/cascade/export', { of: '21-KL/TW' }, graphFormats],
    ['graph/missing/export', {}, tableFormats],
    ['matrix/export', { directive: '21-KL/TW' }, tableFormats],
    ['audit/export', {}, tableFormats],
  ] as const)('%s has its formats', async (path, parameters, formats) => {
    for (const format of formats) {
      const { status, headers } = await fileOf(path, { ...parameters, format });
      expect([status, headers['content-type']]).toEqual([200, graphForm(format).mediaType]);
    }
  });

  test('what a number could mean is answered with the choice', async () => {
    const { status, json } = await fileOf('graph/export', { of: '35-KH/TU', format: 'svg' });
    expect(status).toBe(300);
    expect(json.choices.map((work: { scope: string }) => work.scope).sort()).toEqual(['An Giang', 'Bến Tre']);
    const two = await fileOf('graph/paths/export', { first: '21-KL/TW', second: '35-KH/TU', format: 'csv' });
    expect([two.status, two.json.choices.length, two.json.choicesOther.length]).toEqual([300, 0, 2]);
  });

  test.each([
    ['graph/export', { of: '21-KL/TW', format: 'pdf' }, 400],
    ['graph/export', { of: '21-KL/TW' }, 400],
    ['graph/export', { of: '99-XX/TW', format: 'csv' }, 404],
    ['graph/missing/export', { format: 'svg' }, 400],
    ['graph/cascade/export', { of: '21-KL/TW', format: 'csv', from: '2022-02-01', to: '2022-01-01' }, 400],
  ] as const)('%s refuses %j', async (path, parameters, status) => {
    expect((await fileOf(path, parameters)).status).toBe(status);
  });
});

describe.skipIf(noEngine)('the report on a draft', () => {
  const upload = (format: string) => {
    const name = 'Content-Disposition: form-data; name="file"; filename="du-thao.txt"';
    const payload = `--edge\r\n${name}\r\nContent-Type: text/plain\r\n\r\n${plan.text}\r\n--edge--\r\n`;
    const headers = { 'content-type': 'multipart/form-data; boundary=edge' };
    return service.ask({ method: 'POST', url: `/api/v1/audit/export?format=${format}`, headers, payload });
  };

  test.each(draftFormats)('is a file of kind %s', async (format) => {
    const { status, headers, bytes } = await upload(format);
    expect([status, headers['content-type']]).toEqual([200, graphForm(format).mediaType]);
    expect(bytes.length).toBeGreaterThan(100);
  });

  test('is of no other kind', async () => {
    expect((await upload('svg')).status).toBe(400);
  });
});

describe.skipIf(noEngine)('addresses of works', () => {
  test('answer the work, by its date or its term, and name the address that it has now', async () => {
    for (const when of ['/2022-04-12', '/xiii', '']) {
      const { status, json, headers } = await service.ask(`/vb/tw/kl/21-kl-tw${when}`);
      expect([status, json.address, json.work.key]).toEqual([200, '/vb/tw/kl/21-kl-tw/2022-04-12', '21-KL/TW']);
      expect(headers.link).toBe('</vb/tw/kl/21-kl-tw/2022-04-12>; rel="canonical"');
    }
  });

  test('lead on: each link of the answer is answered', async () => {
    const { json } = await service.ask('/vb/tw/kl/21-kl-tw/2022-04-12');
    for (const link of Object.values<string>(json.links)) expect([link, (await service.ask(link)).status]).toEqual([link, 200]);
    expect((await service.ask(json.links.graph)).json.root).toBe(json.work.id);
  });

  test('are taken wherever a number is', async () => {
    const address = '/vb/ben-tre/kh/35-kh-tu/2022-06-20';
    const { json } = await service.ask(query('/api/v1/graph/cascade', { of: address }));
    expect(json.root).toBe('35-KH/TU@Bến Tre@2020-2025');
    const document = await service.ask(`/api/v1/documents/${encodeURIComponent(address)}`);
    expect([document.status, document.body.slice(0, 200)]).toEqual([200, expect.stringContaining('Kế hoạch 35 Bến Tre.txt')]);
  });

  test.each([
    ['/vb/tw/kl/21-kl-tw/1999-01-01', 404],
    ['/vb/tw/kl/99-kl-tw', 404],
    ['/vb/tw/kl', 404],
    ['/vb/tw/kl/21-kl-tw?x=1', 400],
  ])('%s is answered with %i', async (address, status) => {
    expect((await service.ask(address)).status).toBe(status);
  });
});
