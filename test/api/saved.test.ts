import { load } from 'cheerio/slim';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildApi } from '#services/api/app.ts';
import { atomOf, type Feed } from '#services/api/atom.ts';
import { noEngine } from '../support/engine.ts';
import { conclusion, plan } from './documents.ts';
import { ask, openService, query, type Service, upload } from './service.ts';

let service: Service;
beforeAll(async () => {
  if (noEngine === null) service = await openService();
});
afterAll(() => service?.close());

const save = (payload: object) => service.ask({ method: 'POST', url: '/api/v1/saved', payload });
const later = () => new Promise((resolve) => setTimeout(resolve, 5));
let named = 0;
async function saved(search: { words?: string; filters?: object }): Promise<string> {
  const answer = await save({ name: `Tìm kiếm ${++named}`, ...search });
  expect(answer.status).toBe(200);
  return answer.json.id;
}

/** A feed as XML, held to what RFC 4287 asks of every feed. */
function readFeed(xml: string) {
  const $ = load(xml, { xml: true });
  expect($('feed').attr('xmlns')).toBe('http://www.w3.org/2005/Atom');
  const text = (of: string) => $(of).text();
  for (const name of ['id', 'title', 'updated']) expect($(`feed > ${name}`)).toHaveLength(1);
  expect($('feed > author > name')).toHaveLength(1);
  expect($('feed > link[rel=self]')).toHaveLength(1);
  const entries = $('feed > entry')
    .toArray()
    .map((entry) => {
      for (const name of ['id', 'title', 'updated']) expect($(entry).children(name)).toHaveLength(1);
      expect($(entry).children('link[rel=alternate]')).toHaveLength(1);
      const of = (name: string) => $(entry).children(name).text();
      const link = new URL($(entry).children('link').attr('href') ?? '');
      return { id: of('id'), title: of('title'), updated: of('updated'), link, summary: of('summary') };
    });
  const ids = [text('feed > id'), ...entries.map(({ id }) => id)];
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[45][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  const times = entries.map(({ updated }) => updated);
  for (const time of [text('feed > updated'), ...times]) expect(new Date(time).toISOString()).toBe(time);
  expect(times).toEqual([...times].sort().reverse());
  if (times.length > 0) expect(text('feed > updated')).toBe(times[0]);
  return { id: text('feed > id'), title: text('feed > title'), updated: text('feed > updated'), entries };
}

describe.skipIf(noEngine)('saved searches over HTTP', () => {
  test('are saved, listed, looked at and forgotten', async () => {
    const answer = await save({ name: 'Nguồn nước', words: 'nguồn nước', filters: { type: 'KH' } });
    expect(answer.json).toMatchObject({ name: 'Nguồn nước', words: 'nguồn nước', filters: { type: 'KH' } });
    const { id } = answer.json;
    expect((await service.ask('/api/v1/saved')).json.saved).toContainEqual(answer.json);
    expect((await service.ask(`/api/v1/saved/${id}`)).json).toMatchObject({ saved: answer.json, news: { total: 0, documents: [] } });
    await later();
    await service.ask(upload({ name: 'mới.txt', content: plan.text.replaceAll('35-KH/TU', '77-KH/TU') }));
    const look = await service.ask(`/api/v1/saved/${id}`);
    expect(look.json.news.documents.map(({ document }: { document: { number: string } }) => document.number)).toEqual(['77-KH/TU']);
    const seen = await service.ask({ method: 'POST', url: `/api/v1/saved/${id}/seen` });
    expect([seen.status, seen.json.news]).toEqual([200, look.json.news]);
    expect((await service.ask(`/api/v1/saved/${id}`)).json.news.total).toBe(0);
    const gone = await service.ask({ method: 'DELETE', url: `/api/v1/saved/${id}` });
    expect([gone.status, gone.json]).toEqual([200, { removed: id }]);
    for (const url of [`/api/v1/saved/${id}`, `/api/v1/saved/${id}/feed`, '/api/v1/saved/nothing'])
      expect((await service.ask(url)).status).toBe(404);
  });

  test.each([
    ['no name', { words: 'nước' }, 'bad-request'],
    ['an unknown field', { name: 'a', words: 'nước', color: 'red' }, 'bad-request'],
    ['an unknown filter', { name: 'a', words: 'nước', filters: { color: 'red' } }, 'bad-request'],
    ['a filter of another kind', { name: 'a', words: 'nước', filters: { year: 2022 } }, 'bad-request'],
    ['a period that ends before it begins', { name: 'a', filters: { from: '2022-02-01', to: '2022-01-01' } }, 'bad-request'],
    ['neither words nor filters', { name: 'a' }, 'bad-query'],
    ['words without a letter', { name: 'a', words: '…' }, 'bad-query'],
  ])('are refused with %s', async (_what, payload, code) => {
    const answer = await save(payload);
    expect([answer.status, answer.json.error.code]).toEqual([400, code]);
  });

  test.each([
    ['a name that is taken', { name: 'Đã có', words: 'nước' }, 'name'],
    ['a name of blanks', { name: '  ', words: 'nước' }, 'name'],
    ['a name with control characters', { name: 'a\u0000b', words: 'nước' }, 'name'],
    ['a list for an object', [], 'body'],
  ])('are refused with %s, and told where that is', async (_what, payload, path) => {
    await save({ name: 'Đã có', words: 'nước' });
    const { status, json } = await save(payload);
    expect([status, json.error.code]).toEqual([400, 'bad-request']);
    expect(json.error.details).toEqual([{ path, message: expect.stringMatching(/../) }]);
    expect(json.error.message).toContain(json.error.details[0].message);
    expect((await service.ask('/api/v1/saved')).json.saved.filter(({ name }: { name: string }) => name.includes('\0'))).toEqual([]);
  });

  test.each(['null', '[]', '"a"', '1'])('are refused with the body %s, which is told as a whole', async (payload) => {
    const headers = { 'content-type': 'application/json' };
    const { status, json } = await service.ask({ method: 'POST', url: '/api/v1/saved', payload, headers });
    expect(status).toBe(400);
    expect(json.error.details).toEqual([{ path: 'body', message: 'must be an object' }]);
    expect(json.error.message).toMatch(/^body: must be an object\./);
  });

  test('are refused in another form than JSON, and by readers', async () => {
    const form = await service.ask({ method: 'POST', url: '/api/v1/saved', payload: 'name=a', headers: { 'content-type': 'text/plain' } });
    expect([form.status, form.json.error.code]).toEqual([415, 'wrong-media-type']);
    const id = await saved({ words: 'nước' });
    const app = await buildApi(service.library, { roles: ['reader'] });
    for (const [method, url] of [
      ['POST', '/api/v1/saved'],
      ['POST', `/api/v1/saved/${id}/seen`],
      ['DELETE', `/api/v1/saved/${id}`],
    ] as const)
      expect((await ask(app, { method, url })).status).toBe(403);
    expect((await ask(app, `/api/v1/saved/${id}/feed`)).status).toBe(200);
    await app.close();
  });
});

describe.skipIf(noEngine)('the feed of a search', () => {
  test('holds its documents, what was taken in last first, each with its address and passage', async () => {
    const id = await saved({ words: 'bảo vệ nguồn nước' });
    const answer = await service.ask(`/api/v1/saved/${id}/feed`);
    expect([answer.status, answer.headers['content-type']]).toEqual([200, 'application/atom+xml; charset=utf-8']);
    const feed = readFeed(answer.body);
    expect(feed.id).toBe(`urn:uuid:${id}`);
    expect(feed.entries.length).toBeGreaterThan(1);
    const entry = feed.entries.find(({ title }) => title.startsWith(conclusion.number));
    expect(entry?.summary).toContain('nguồn nước');
    const document = await service.ask(`${entry?.link.pathname}`);
    expect(document.json).toMatchObject({ number: conclusion.number, versions: [{ accepted: entry?.updated }] });
    const unsaved = readFeed((await service.ask(query('/api/v1/search/feed', { q: 'bảo vệ nguồn nước' }))).body);
    expect(unsaved.entries).toEqual(feed.entries);
    expect(unsaved.id).not.toBe(feed.id);
  });

  test('is valid without entries, and the same whenever it is asked for', async () => {
    const id = await saved({ words: 'tàu vũ trụ' });
    const { json } = await service.ask(`/api/v1/saved/${id}`);
    const feed = readFeed((await service.ask(`/api/v1/saved/${id}/feed`)).body);
    expect([feed.entries, feed.updated]).toEqual([[], json.saved.created]);
    const url = query('/api/v1/search/feed', { q: 'tàu vũ trụ', type: 'KH' });
    expect((await service.ask(url)).body).toBe((await service.ask(url)).body);
  });

  test('is not sent again to a reader who has it', async () => {
    const id = await saved({ words: 'nguồn nước' });
    const url = `/api/v1/saved/${id}/feed`;
    const first = await service.ask(url);
    const { etag, 'last-modified': modified } = first.headers as Record<string, string>;
    const with304 = [
      { 'if-none-match': etag },
      { 'if-none-match': `"other", W/${etag}` },
      { 'if-none-match': '*' },
      { 'if-modified-since': modified },
    ] as Record<string, string>[];
    for (const headers of with304) {
      const answer = await service.ask({ url, headers });
      expect([answer.status, answer.body, answer.headers.etag]).toEqual([304, '', etag]);
    }
    const before = new Date(Date.parse(modified ?? '') - 1000).toUTCString();
    const with200 = [
      { 'if-none-match': '"other"', 'if-modified-since': modified },
      { 'if-modified-since': before },
      { 'if-modified-since': 'yesterday' },
    ] as Record<string, string>[];
    for (const headers of with200) expect((await service.ask({ url, headers })).body).toBe(first.body);
    await later();
    await service.ask(upload({ name: 'sau.txt', content: plan.text.replaceAll('35-KH/TU', '78-KH/TU') }));
    const changed = await service.ask({ url, headers: { 'if-none-match': etag ?? '' } });
    expect(changed.status).toBe(200);
    expect(readFeed(changed.body).entries[0]?.title).toContain('78-KH/TU');
  });

  test('of words that cannot be used is refused', async () => {
    for (const q of ['…', 'a'.repeat(501)]) {
      const answer = await service.ask(query('/api/v1/search/feed', { q }));
      expect([answer.status, answer.json.error.code]).toEqual([400, 'bad-query']);
    }
  });
});

describe('a feed as XML', () => {
  test('gives back every text as it is, whatever stands in it, but what XML cannot hold', () => {
    const entry = { link: 'http://localhost/a?b=c&d="e"', updated: '2024-01-01T00:00:00.000Z', category: 'KH & "NQ"' };
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (given) => {
        const title = `<b>&amp;]]>${given}`;
        const feed: Feed = {
          id: 'urn:uuid:a',
          title,
          subtitle: null,
          self: entry.link,
          updated: entry.updated,
          entries: [{ ...entry, id: 'urn:uuid:b', title, author: title, summary: title }],
        };
        const $ = load(atomOf(feed), { xml: true });
        const read = title.toWellFormed().replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/gu, '\ufffd');
        for (const place of ['feed > title', 'entry > title', 'entry > summary', 'entry > author > name'])
          expect($(place).text()).toBe(read);
        expect($('entry > link').attr('href')).toBe(entry.link);
        expect($('entry > category').attr('term')).toBe(entry.category);
        expect($('entry')).toHaveLength(1);
      }),
    );
  });
});
