import { readFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { elasticError, greeting, otherProduct, overloaded, unauthorized, unavailable } from './faultProxy/answers.ts';
import { type BulkOperation, bulkErrors, failItems } from './faultProxy/bulk.ts';
import { opensslMissing } from './faultProxy/certificates.ts';
import * as faults from './faultProxy/faults.ts';
import { type FaultProxy, type FaultProxyOptions, faultProxy } from './faultProxy.ts';

/** A server that keeps documents in memory, and answers a bulk, a GET and a HEAD as Elasticsearch does. */
interface Upstream {
  readonly url: string;
  readonly documents: Map<string, string>;
  readonly requests: { method: string; path: string; headers: http.IncomingHttpHeaders; body: string }[];
  close(): Promise<void>;
}

async function upstreamServer(): Promise<Upstream> {
  const documents = new Map<string, string>();
  const requests: Upstream['requests'] = [];
  const server = http.createServer(async (incoming, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const raw = Buffer.concat(chunks);
    const body = (incoming.headers['content-encoding'] === 'gzip' ? gunzipSync(raw) : raw).toString();
    const path = incoming.url!;
    requests.push({ method: incoming.method!, path, headers: incoming.headers, body });
    response.setHeader('x-elastic-product', 'Elasticsearch');
    response.setHeader('content-type', 'application/vnd.elasticsearch+json;compatible-with=9');
    if (path.startsWith('/echo')) {
      response.end(JSON.stringify({ length: body.length, body }));
      return;
    }
    if (path.includes('_bulk')) {
      const lines = body.trim().split('\n');
      const items: unknown[] = [];
      for (let at = 0; at < lines.length; at += 1) {
        const [action, { _id }] = Object.entries(JSON.parse(lines[at]!) as Record<string, { _id: string }>)[0]!;
        if (action === 'delete') documents.delete(_id);
        else {
          at += 1;
          documents.set(_id, lines[at]!);
        }
        items.push({ [action]: { _index: 'd', _id, status: 200 } });
      }
      const answer = Buffer.from(JSON.stringify({ took: 3, errors: false, items }));
      const packed = incoming.headers['accept-encoding']?.includes('gzip');
      if (packed) response.setHeader('content-encoding', 'gzip');
      response.end(packed ? gzipSync(answer) : answer);
      return;
    }
    const document = documents.get(path.slice(1));
    response.statusCode = document === undefined ? 404 : 200;
    response.setHeader('content-length', Buffer.byteLength(document ?? '{}'));
    response.end(incoming.method === 'HEAD' ? undefined : (document ?? '{}'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    documents,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface Answer {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: string;
}

interface Asked {
  readonly method?: string;
  readonly headers?: http.OutgoingHttpHeaders;
  readonly body?: string | Buffer;
  readonly signal?: AbortSignal;
  readonly ca?: string;
  readonly agent?: http.Agent;
}

/** One request; rejects where the reply does not come whole. */
function ask(url: string, { method = 'GET', headers = {}, body = '', signal, ca, agent }: Asked = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const trusted = ca === undefined ? {} : { ca: readFileSync(ca) };
    const length = body.length > 0 ? { 'content-length': Buffer.byteLength(body) } : {};
    const options = { method, headers: { ...headers, ...length }, ...trusted, ...(signal ? { signal } : {}), agent: agent ?? false };
    const request = (url.startsWith('https') ? https : http).request(url, options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () =>
        resolve({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(chunks).toString('latin1') }),
      );
    });
    request.on('error', reject);
    request.end(body);
  });
}

const json = (answer: Answer): unknown => JSON.parse(Buffer.from(answer.body, 'latin1').toString());
const bulkBody = (ids: readonly string[]): string =>
  ids.map((id) => `${JSON.stringify({ index: { _index: 'd', _id: id } })}\n{"name":"quyết định ${id}"}\n`).join('');
const bulk = (url: string, ids: readonly string[], headers: http.OutgoingHttpHeaders = {}): Promise<Answer> =>
  ask(`${url}/_bulk`, { method: 'POST', body: bulkBody(ids), headers: { 'content-type': 'application/x-ndjson', ...headers } });
const statuses = (answer: Answer): unknown =>
  (json(answer) as { items: Record<string, { _id: string; status: number }>[] }).items.map((item) => {
    const { _id, status } = Object.values(item)[0]!;
    return [_id, status];
  });

let upstream: Upstream;
let proxy: FaultProxy;
const start = async (options?: FaultProxyOptions): Promise<void> => {
  proxy = await faultProxy(upstream.url, options);
};
beforeEach(async () => {
  upstream = await upstreamServer();
});
afterEach(async () => {
  await proxy.close();
  await upstream.close();
});

describe('without a fault', () => {
  beforeEach(() => start());

  it('passes on method, path, query, headers and body, and the reply with its status and headers', async () => {
    const headers = {
      'content-type': 'application/vnd.elasticsearch+json; compatible-with=9',
      authorization: 'ApiKey abc',
      'x-opaque-id': '7',
    };
    const answer = await ask(`${proxy.url}/echo?a=1&b=%20`, { method: 'PUT', headers, body: '{"tên":"x"}' });
    const [request] = upstream.requests;
    expect([request!.method, request!.path, request!.body]).toEqual(['PUT', '/echo?a=1&b=%20', '{"tên":"x"}']);
    expect(request!.headers).toMatchObject(headers);
    expect(answer.status).toBe(200);
    expect(answer.headers).toMatchObject({
      'x-elastic-product': 'Elasticsearch',
      'content-type': 'application/vnd.elasticsearch+json;compatible-with=9',
    });
    expect(json(answer)).toEqual({ length: 11, body: '{"tên":"x"}' });
    expect(proxy.seen).toMatchObject([{ method: 'PUT', path: '/echo?a=1&b=%20', headers, body: '{"tên":"x"}' }]);
    expect((await ask(`${proxy.url}/nothing`)).status).toBe(404);
  });

  it('answers HEAD with the length of the body and without it', async () => {
    upstream.documents.set('a', '{"x":1}');
    const answer = await ask(`${proxy.url}/a`, { method: 'HEAD' });
    expect([answer.status, answer.headers['content-length'], answer.body]).toEqual([200, '7', '']);
  });

  it('keeps a connection for many requests, with bodies of megabytes both ways', async () => {
    const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
    const ports = new Set<number>();
    agent.on('free', (socket) => ports.add(socket.localPort));
    for (const length of [3_000_000, 1, 2_000_000]) {
      const body = 'đ'.repeat(length);
      const answer = await ask(`${proxy.url}/echo`, { method: 'POST', body, agent });
      expect((json(answer) as { body: string }).body === body).toBe(true);
    }
    expect(ports.size).toBe(1);
    agent.destroy();
  });

  it('passes packed bodies on as they are, and shows their text', async () => {
    const body = gzipSync(bulkBody(['a']));
    const headers = { 'content-encoding': 'gzip', 'accept-encoding': 'gzip' };
    const answer = await ask(`${proxy.url}/_bulk`, { method: 'POST', body, headers });
    expect(answer.headers['content-encoding']).toBe('gzip');
    expect(JSON.parse(gunzipSync(Buffer.from(answer.body, 'latin1')).toString())).toMatchObject({ errors: false });
    expect(proxy.seen[0]!.body).toBe(bulkBody(['a']));
    expect([...upstream.documents.keys()]).toEqual(['a']);
  });

  it('breaks the connection where the upstream is gone', async () => {
    await upstream.close();
    await expect(ask(`${proxy.url}/echo`)).rejects.toMatchObject({ code: 'ECONNRESET' });
  });
});

describe('faults of the connection', () => {
  beforeEach(async () => {
    await start();
    upstream.documents.set('a', '{"name":"hướng dẫn"}');
  });

  it('refuses connections while it is down, and is at the same address again', async () => {
    proxy.fault(/./, faults.hang, { times: 1 });
    const hanging = ask(`${proxy.url}/a`);
    await expect.poll(() => proxy.seen.length).toBe(1);
    await proxy.down();
    await expect(hanging).rejects.toMatchObject({ code: 'ECONNRESET' });
    await expect(ask(`${proxy.url}/a`)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    await proxy.up();
    expect((await ask(`${proxy.url}/a`)).status).toBe(200);
  });

  it.each([
    ['hang', faults.hang, 0],
    ['hangAfter', faults.hangAfter, 1],
  ] as const)('%s: never answers', async (_, fault, passed) => {
    proxy.fault(/./, fault);
    const given = new AbortController();
    const answer = ask(`${proxy.url}/a`, { signal: given.signal });
    await expect.poll(() => [proxy.seen.length, upstream.requests.length]).toEqual([1, passed]);
    expect(await Promise.race([answer, new Promise((resolve) => setTimeout(resolve, 30, 'nothing'))])).toBe('nothing');
    given.abort();
    await expect(answer).rejects.toThrow('aborted');
  });

  it('delay: answers after the time, then as told', async () => {
    proxy.fault(/a$/, faults.delay(60));
    proxy.fault(/b$/, faults.delay(5, faults.answer(greeting('9.3.2'))));
    const before = performance.now();
    expect((await ask(`${proxy.url}/a`)).status).toBe(200);
    expect(performance.now() - before).toBeGreaterThan(55);
    expect(json(await ask(`${proxy.url}/b`))).toMatchObject({ version: { number: '9.3.2' } });
  });

  it('delay: ends with the proxy', async () => {
    proxy.fault(/./, faults.delay(1_000_000));
    const answer = ask(`${proxy.url}/a`);
    await expect.poll(() => proxy.seen.length).toBe(1);
    await proxy.close();
    await expect(answer).rejects.toMatchObject({ code: 'ECONNRESET' });
    await start();
  });

  it('cut: breaks before anything is passed on', async () => {
    proxy.fault(/_bulk/, faults.cut, { times: 1 });
    await expect(bulk(proxy.url, ['x'])).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect(upstream.requests).toEqual([]);
    expect((await bulk(proxy.url, ['x'])).status).toBe(200);
  });

  it('loseReply: what was asked is done, and the connection breaks', async () => {
    proxy.fault(/_bulk/, faults.loseReply);
    await expect(bulk(proxy.url, ['x'])).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect([...upstream.documents.keys()]).toEqual(['a', 'x']);
  });

  it('cutReply: half of the bytes come, under the length of all', async () => {
    proxy.fault(/./, faults.cutReply);
    const got = new Promise<[string, string]>((resolve, reject) => {
      const request = http.get(`${proxy.url}/a`, { agent: false }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', () => resolve([response.headers['content-length']!, Buffer.concat(chunks).toString('latin1')]));
        response.on('end', () => reject(new Error('The reply came whole.')));
      });
      request.on('error', reject);
    });
    const whole = Buffer.from(upstream.documents.get('a')!);
    expect(await got).toEqual([String(whole.length), whole.subarray(0, Math.floor(whole.length / 2)).toString('latin1')]);
  });
});

describe('faults of the reply', () => {
  beforeEach(async () => {
    await start();
    upstream.documents.set('a', '{"name":"hướng dẫn"}');
  });

  it.each(['bytes', 'text', 'half'] as const)('garble %s: the status and headers of a good answer, and no JSON', async (how) => {
    const good = await ask(`${proxy.url}/a`);
    proxy.fault(/./, faults.garble(how));
    const spoilt = await ask(`${proxy.url}/a`);
    expect(spoilt.status).toBe(200);
    expect(spoilt.headers['content-type']).toBe(good.headers['content-type']);
    expect(spoilt.body.length).toBe(how === 'half' ? Math.floor(good.body.length / 2) : good.body.length);
    expect(() => json(spoilt)).toThrow(SyntaxError);
    if (how === 'bytes') expect(() => new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(spoilt.body, 'latin1'))).toThrow();
  });

  it('answers itself, as Elasticsearch, a load balancer or another product would', async () => {
    const given = [
      overloaded(2),
      unavailable(),
      unavailable('html'),
      otherProduct(),
      greeting('7.17.0'),
      unauthorized('indices:data/write/bulk'),
    ];
    for (const reply of given) proxy.fault((request) => request.path === `/${given.indexOf(reply)}`, faults.answer(reply));
    const answers = await Promise.all(given.map((_, at) => ask(`${proxy.url}/${at}`)));
    expect(upstream.requests).toEqual([]);
    expect(answers.map((answer) => answer.status)).toEqual([429, 503, 503, 200, 200, 403]);
    expect(answers.map((answer) => answer.headers['x-elastic-product'] ?? null)).toEqual([
      'Elasticsearch',
      'Elasticsearch',
      null,
      null,
      'Elasticsearch',
      'Elasticsearch',
    ]);
    expect(answers[0]!.headers['retry-after']).toBe('2');
    expect(answers[2]!.headers['content-type']).toBe('text/html');
    expect(json(answers[4]!)).toMatchObject({ version: { number: '7.17.0' } });
    expect(json(answers[5]!)).toMatchObject({ error: { type: 'security_exception' }, status: 403 });
  });

  it('answerAfter: what was asked is done, and an error is answered', async () => {
    proxy.fault(/_bulk/, faults.answerAfter(elasticError(504, 'timeout_exception', 'too late')));
    const answer = await bulk(proxy.url, ['x']);
    expect([answer.status, json(answer)]).toMatchObject([504, { error: { type: 'timeout_exception' } }]);
    expect(upstream.documents.has('x')).toBe(true);
  });

  it('change: rewrites the JSON of a reply, packed or not, and its status', async () => {
    const rewrite = (body: unknown): unknown => ({ ...(body as object), timed_out: true });
    proxy.fault(/_bulk/, faults.change(rewrite));
    proxy.fault(/a$/, faults.change(rewrite, 206));
    for (const headers of [{}, { 'accept-encoding': 'gzip' }]) {
      const answer = await bulk(proxy.url, ['x'], headers);
      expect(json(answer)).toMatchObject({ took: 3, timed_out: true });
      expect(answer.headers['x-elastic-product']).toBe('Elasticsearch');
    }
    const answer = await ask(`${proxy.url}/a`);
    expect([answer.status, json(answer)]).toEqual([206, { name: 'hướng dẫn', timed_out: true }]);
  });
});

describe('which requests a fault meets', () => {
  beforeEach(() => start());

  it('is said by method and path, by a function, by a number of times; the fault told last acts', async () => {
    const first = proxy.fault(/^POST \/echo/, faults.answer(greeting('1.0.0')));
    const second = proxy.fault((request) => request.body.includes('x'), faults.answer(greeting('2.0.0')), { times: 2 });
    const version = async (method: string, body: string): Promise<unknown> =>
      (json(await ask(`${proxy.url}/echo`, { method, body })) as { version?: { number: string } }).version?.number;
    expect(await version('POST', 'x')).toBe('2.0.0');
    expect(await version('POST', 'y')).toBe('1.0.0');
    expect(await version('PUT', 'x')).toBe('2.0.0');
    expect(await version('PUT', 'x')).toBe(undefined);
    expect(await version('POST', 'x')).toBe('1.0.0');
    expect([first.met, second.met]).toEqual([2, 2]);
    first.end();
    expect(await version('POST', 'x')).toBe(undefined);
    proxy.fault(/./, faults.cut);
    proxy.heal();
    expect(await version('POST', 'x')).toBe(undefined);
  });

  it('a fault that breaks is told at the end', async () => {
    proxy.fault(
      /./,
      faults.change(() => {
        throw new Error('no such item');
      }),
    );
    await expect(ask(`${proxy.url}/echo`)).rejects.toMatchObject({ code: 'ECONNRESET' });
    await expect(proxy.close()).rejects.toThrow('no such item');
    await start();
  });
});

describe('errors of single items inside a 200', () => {
  beforeEach(() => start());
  const ids = ['a', 'b', 'c', 'd'];
  const choose = ({ id }: BulkOperation) => ({ b: bulkErrors.rejected, d: bulkErrors.parsing })[id] ?? null;

  it.each([{}, { 'accept-encoding': 'gzip' }])('are not applied, and stand in their places', async (headers) => {
    proxy.fault(/_bulk/, failItems(choose), { times: 1 });
    const answer = await bulk(proxy.url, ids, headers);
    expect(answer.status).toBe(200);
    expect(json(answer)).toMatchObject({ took: 3, errors: true });
    expect(statuses(answer)).toEqual([
      ['a', 200],
      ['b', 429],
      ['c', 200],
      ['d', 400],
    ]);
    expect((json(answer) as { items: unknown[] }).items[1]).toMatchObject({
      index: { _index: 'd', _id: 'b', error: { type: 'es_rejected_execution_exception' } },
    });
    expect([...upstream.documents.keys()]).toEqual(['a', 'c']);
    const again = json(await bulk(proxy.url, ids));
    expect(again).toMatchObject({ errors: false });
  });

  it('are applied where told so', async () => {
    proxy.fault(/_bulk/, failItems(choose, { applied: true }));
    const answer = await bulk(proxy.url, ids);
    expect(statuses(answer)).toEqual([
      ['a', 200],
      ['b', 429],
      ['c', 200],
      ['d', 400],
    ]);
    expect([...upstream.documents.keys()]).toEqual(ids);
  });

  it('may be all: then nothing is passed on', async () => {
    proxy.fault(
      /_bulk/,
      failItems(() => bulkErrors.unavailable),
    );
    const answer = await bulk(proxy.url, ids);
    expect(answer.headers['x-elastic-product']).toBe('Elasticsearch');
    expect(statuses(answer)).toEqual(ids.map((id) => [id, 503]));
    expect(upstream.requests).toEqual([]);
  });

  it('keep operations of one line and of two apart, and take the index from the path', async () => {
    upstream.documents.set('a', '{}');
    upstream.documents.set('b', '{}');
    const met: BulkOperation[] = [];
    proxy.fault(
      /_bulk/,
      failItems((operation) => {
        met.push(operation);
        return operation.id === 'a' ? bulkErrors.conflict : null;
      }),
    );
    const body = '{"delete":{"_id":"a"}}\n{"create":{"_id":"c","_index":"e"}}\n{"delete":{}}\n{"delete":{"_id":"b"}}\n';
    const answer = await ask(`${proxy.url}/t%C3%AAn/_bulk?refresh=true`, { method: 'POST', body });
    expect(met.map(({ action, index, id, at, lines }) => [action, index, id, at, lines.length])).toEqual([
      ['delete', 'tên', 'a', 0, 1],
      ['create', 'e', 'c', 1, 2],
      ['delete', 'tên', 'b', 2, 1],
    ]);
    expect(statuses(answer)).toEqual([
      ['a', 409],
      ['c', 200],
      ['b', 200],
    ]);
    expect([...upstream.documents]).toEqual([
      ['a', '{}'],
      ['c', '{"delete":{}}'],
    ]);
  });
});

describe('credentials', () => {
  it('are asked for, and 401 is answered to all others', async () => {
    await start({ requireAuthorization: ['ApiKey good', 'Basic Z29vZDpnb29k'] });
    const answers = await Promise.all(
      [undefined, 'ApiKey bad', 'ApiKey good', 'Basic Z29vZDpnb29k'].map((authorization) =>
        ask(`${proxy.url}/echo`, { headers: authorization === undefined ? {} : { authorization } }),
      ),
    );
    expect(answers.map((answer) => answer.status)).toEqual([401, 401, 200, 200]);
    expect(answers[0]!.headers['www-authenticate']).toContain('Basic realm="security"');
    expect(json(answers[0]!)).toMatchObject({
      error: { type: 'security_exception', reason: 'missing authentication credentials for REST request [/echo]' },
      status: 401,
    });
    expect(json(answers[1]!)).toMatchObject({ error: { reason: expect.stringContaining('unable to authenticate') } });
    expect(upstream.requests.length).toBe(2);
  });
});

const missing = opensslMissing();
describe.skipIf(missing !== null)(`TLS${missing === null ? '' : ` (skipped: ${missing})`}`, () => {
  it('is spoken under an authority of its own, which no other vouches for', async () => {
    await start({ tls: true });
    upstream.documents.set('a', '{"name":"hướng dẫn"}');
    expect(proxy.url).toMatch(/^https:/);
    expect((await ask(`${proxy.url}/a`, { ca: proxy.ca! })).status).toBe(200);
    await expect(ask(`${proxy.url}/a`, { ca: proxy.otherCa! })).rejects.toMatchObject({ code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' });
    await expect(ask(`${proxy.url}/a`)).rejects.toMatchObject({ code: expect.stringMatching(/VERIFY|SELF_SIGNED/) });
    proxy.fault(/./, faults.cutReply, { times: 1 });
    await expect(ask(`${proxy.url}/a`, { ca: proxy.ca! })).rejects.toMatchObject({ code: 'ECONNRESET' });
    await proxy.down();
    await expect(ask(`${proxy.url}/a`, { ca: proxy.ca! })).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    await proxy.up();
    expect((await ask(`${proxy.url}/a`, { ca: proxy.ca! })).status).toBe(200);
  });
});
