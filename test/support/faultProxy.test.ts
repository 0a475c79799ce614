import http from 'node:http';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { elasticError, greeting, otherProduct, overloaded, unauthorized, unavailable } from './faultProxy/answers.ts';
import { opensslMissing } from './faultProxy/certificates.ts';
import * as faults from './faultProxy/faults.ts';
import { ask, bulk, bulkBody, json, type Upstream, upstreamServer } from './faultProxy/upstream.ts';
import { type FaultProxy, type FaultProxyOptions, faultProxy } from './faultProxy.ts';

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

describe('an upstream with an account in its address', () => {
  it('is asked under that account, whatever the request came with', async () => {
    proxy = await faultProxy(upstream.url.replace('//', '//user:p%40ss@'), { requireAuthorization: ['ApiKey good'] });
    expect((await ask(`${proxy.url}/echo`, { headers: { authorization: 'ApiKey good' } })).status).toBe(200);
    expect(upstream.requests[0]!.headers.authorization).toBe(`Basic ${Buffer.from('user:p@ss').toString('base64')}`);
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
