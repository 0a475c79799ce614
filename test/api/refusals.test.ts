import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openService, type Service } from './service.ts';

let service: Service;
beforeAll(async () => {
  service = await openService();
});
afterAll(() => service.close());

/** Requests that are wrong, and the fields that the answer must name. */
const wrong: readonly [url: string, fields: readonly string[]][] = [
  ['/api/v1/search', ['q']],
  ['/api/v1/search?q=', ['q']],
  ['/api/v1/search?q=a&q=b', ['q']],
  ['/api/v1/search?q=n%C6%B0%E1%BB%9Bc&colour=blue', ['colour']],
  ['/api/v1/search?q=a&colour=blue&shape=round', ['colour', 'shape']],
  ['/api/v1/search?q=a&__proto__=1', ['__proto__']],
  ['/api/v1/search?q=a&type=', ['type']],
  ['/api/v1/search?q=a&year=22', ['year']],
  ['/api/v1/search?q=a&from=2023-02-30', ['from']],
  ['/api/v1/search?q=a&from=2023-2-3', ['from']],
  ['/api/v1/search?q=a&to=2022-13-01', ['to']],
  ['/api/v1/search?q=a&from=2023-01-02&to=2023-01-01', ['to']],
  ['/api/v1/search?q=a&limit=0', ['limit']],
  ['/api/v1/search?q=a&limit=101', ['limit']],
  ['/api/v1/search?q=a&limit=12abc', ['limit']],
  ['/api/v1/search?q=a&limit=1e1', ['limit']],
  ['/api/v1/search?q=a&limit=', ['limit']],
  ['/api/v1/search?q=a&limit=1.5', ['limit']],
  ['/api/v1/search?q=a&limit=+5', ['limit']],
  ['/api/v1/search?q=a&limit=05', ['limit']],
  ['/api/v1/search?q=a&limit=5&limit=6', ['limit']],
  ['/api/v1/search?q=a&offset=-1', ['offset']],
  ['/api/v1/search?q=a&offset=10001', ['offset']],
  ['/api/v1/search?q=a&offset=99999999999999999999', ['offset']],
  ['/api/v1/search?q=a&offset=5&after=x', ['offset']],
  ['/api/v1/search?q=a&after=', ['after']],
  ['/api/v1/search?q=a&after=x', ['after']],
  ['/api/v1/search?q=a&after=x&after=y', ['after']],
  ['/api/v1/search?q=a&order=best', ['order']],
  ['/api/v1/search?q=a&order=newest&order=oldest', ['order']],
  ['/api/v1/search?q=a&level=village', ['level']],
  ['/api/v1/search?q=a&relation=likes', ['relation']],
  ['/api/v1/search?q=a&signer=', ['signer']],
  ['/api/v1/search?q=a&facets=colour', ['facets.0']],
  ['/api/v1/search?q=a&facets=type&facets=none', ['facets']],
  ['/api/v1/suggest', ['q']],
  ['/api/v1/suggest?q=', ['q']],
  ['/api/v1/suggest?q=a&q=b', ['q']],
  ['/api/v1/suggest?q=a&limit=21', ['limit']],
  ['/api/v1/suggest?q=a&limit=-1', ['limit']],
  ['/api/v1/search?q=%FF', ['q']],
  ['/api/v1/search?q=a&place=%E1%BA', ['place']],
  ['/api/v1/documents', ['number']],
  ['/api/v1/documents?number=1&id=2', ['id']],
  ['/api/v1/documents/x?verbose=1', ['verbose']],
  ['/api/v1/documents/x/text?page=1', ['page']],
  ['/api/v1/documents/x/original?revision=0', ['revision']],
  ['/api/v1/documents/x/original?revision=one', ['revision']],
  ['/api/v1/graph', ['of']],
  ['/api/v1/graph?of=a&depth=0', ['depth']],
  ['/api/v1/graph?of=a&depth=101', ['depth']],
  ['/api/v1/graph?of=a&from=2021-02-30', ['from']],
  ['/api/v1/graph?of=a&from=2021-02-03&to=2021-02-02', ['to']],
  ['/api/v1/graph?of=a&witnesses=11', ['witnesses']],
  ['/api/v1/graph/statements?of=a', ['direction']],
  ['/api/v1/graph/statements?of=a&direction=both', ['direction']],
  ['/api/v1/graph/paths?first=a', ['second']],
  ['/api/v1/graph/paths?first=a&second=b&steps=31', ['steps']],
  ['/api/v1/graph/cascade?of=a&relation=obeys', ['relation.0']],
  ['/api/v1/graph/cascade?of=a&limit=1001', ['limit']],
  ['/api/v1/graph/effect?of=a&day=1/1/2024', ['day']],
  ['/api/v1/graph/missing?level=ward', ['level']],
  ['/api/v1/graph/missing?offset=10001', ['offset']],
  ['/api/v1/matrix', ['directive']],
  ['/api/v1/matrix?directive=a&level=ward', ['level.0']],
  ['/api/v1/matrix?directive=a&order=name', ['order']],
  ['/api/v1/matrix?directive=a&from=2021-02-03&to=2021-02-02', ['to']],
  ['/api/v1/graph?of=a&direction=sideways', ['direction']],
  ['/api/v1/graph?of=a&relation=loves', ['relation.0']],
  ['/api/v1/graph?of=a&relation=amends&relation=loves', ['relation.1']],
  ['/api/v1/graph?of=a&limit=1001', ['limit']],
  ['/api/v1/tasks?recurs=daily', ['recurs']],
  ['/api/v1/tasks?from=tomorrow', ['from']],
  ['/api/v1/tasks?who=me', ['who']],
  ['/api/v1/stats?x=1', ['x']],
  ['/health?x=1', ['x']],
];

describe('a wrong request', () => {
  test.each(wrong)('%s is refused with the name of the field', async (url, fields) => {
    const { status, json } = await service.ask(url);
    expect([status, json.error.code]).toEqual([400, 'bad-request']);
    expect(json.error.details.map((detail: { path: string }) => detail.path)).toEqual(fields);
    for (const field of fields) expect(json.error.message).toContain(field);
    expect(json.error.messageVi).toMatch(/[ạảãàáâậầấẩẫăắằặẳẵóòọõỏôộổỗồốơờớợởỡéèẻẹẽêếềệểễúùụủũưựữửừứíìịỉĩýỳỷỵỹđ]/);
  });

  test.each([
    ['/api/v1/search?q=n%C6%B0%E1%BB%9Bc&limit=5&offset=0'],
    ['/api/v1/search?q=n%C6%B0%E1%BB%9Bc&from=2024-02-29'],
    ['/api/v1/search?q=n%C6%B0%E1%BB%9Bc+s%E1%BA%A1ch'],
    ['/api/v1/tasks?limit=100&offset=10000'],
    ['/api/v1/graph?of=21-KL%2FTW&relation=amends'],
    ['/api/v1/graph?of=21-KL%2FTW&relation=amends&relation=implements&depth=100&limit=1000'],
  ])('but %s is not wrong', async (url) => {
    expect((await service.ask(url)).status).toBe(200);
  });

  test('says which fields there are where one is not known', async () => {
    const { json } = await service.ask('/api/v1/tasks?who=me');
    expect(json.error.details[0].message).toContain('assignee');
  });

  test('for an unknown address is not-found', async () => {
    for (const url of ['/nothing', '/api/v1', '/api/v1/documents/x/nothing', '/api/v2/search?q=a', '/docs/static/nothing.js']) {
      const { status, json } = await service.ask(url);
      expect([status, json.error.code], url).toEqual([404, 'not-found']);
    }
  });

  test('with a wrong method learns the right ones', async () => {
    const { status, headers, json } = await service.ask({ method: 'DELETE', url: '/api/v1/documents' });
    expect([status, json.error.code, headers.allow]).toEqual([405, 'method-not-allowed', 'GET, HEAD, POST']);
    const put = await service.ask({
      method: 'PUT',
      url: '/api/v1/documents/x/text',
      payload: '{',
      headers: { 'content-type': 'application/json' },
    });
    expect([put.status, put.headers.allow]).toEqual([405, 'GET, HEAD']);
  });

  test('with an address that cannot be decoded is refused', async () => {
    for (const url of ['/api/v1/documents/%FF', '/api/v1/documents/%E1%BA/text', `/api/v1/documents/${'a'.repeat(3000)}`]) {
      const { status, json } = await service.ask(url);
      expect([status, json.error.code], url.slice(0, 40)).toEqual([400, 'bad-request']);
    }
  });

  test('may not come through a foreign name or from a page of another site', async () => {
    const rebound = await service.ask({ url: '/api/v1/stats', headers: { host: 'attacker.example' } });
    expect([rebound.status, rebound.json.error.code]).toEqual([403, 'forbidden']);
    const foreign = await service.ask({
      method: 'POST',
      url: '/api/v1/documents',
      headers: { host: '127.0.0.1:8080', origin: 'https://attacker.example' },
    });
    expect([foreign.status, foreign.json.error.code]).toEqual([403, 'forbidden']);
    const own = await service.ask({
      method: 'POST',
      url: '/api/v1/documents',
      headers: { host: '127.0.0.1:8080', origin: 'http://127.0.0.1:8080' },
    });
    expect(own.json.error.code).toBe('wrong-media-type');
  });
});
