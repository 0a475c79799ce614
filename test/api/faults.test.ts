import { connect } from 'node:net';
import { pino } from 'pino';
import Type from 'typebox';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { Failure } from '#ingest/model/failure.ts';
import { buildApi } from '#services/api/app.ts';
import type { ApiOptions } from '#services/api/options.ts';
import { listen } from '#services/api/server.ts';
import type { Library } from '#services/library/library.ts';
import { ask, openService, type Service } from './service.ts';

let service: Service;
beforeAll(async () => {
  service = await openService();
});
afterAll(() => service.close());

async function withApi(
  { library = service.library, options = {} }: { library?: Library; options?: Partial<ApiOptions> },
  work: (app: Awaited<ReturnType<typeof buildApi>>) => Promise<void>,
): Promise<void> {
  const app = await buildApi(library, options);
  try {
    await work(app);
  } finally {
    await app.close();
  }
}

describe('a fault inside', () => {
  const broken = (): Library => ({
    ...service.library,
    stats: async () => {
      throw new TypeError('cannot read /home/somebody/secret');
    },
  });

  test('is told by its request id alone; the log has the rest', async () => {
    const lines: string[] = [];
    const logger = pino({}, { write: (line) => lines.push(line) });
    await withApi({ library: broken(), options: { logger } }, async (app) => {
      const { status, json, body, headers } = await ask(app, '/api/v1/stats');
      expect([status, json.error.code]).toEqual([500, 'internal']);
      expect(body).not.toContain('secret');
      expect(json.error.details).toEqual([{ path: 'request', message: headers['x-request-id'] }]);
      const line = lines.find((one) => one.includes('secret'));
      expect(line).toContain(String(headers['x-request-id']));
    });
  });

  test('is logged with what caused it, but not with what was sent to the index', async () => {
    const lines: string[] = [];
    const logger = pino({}, { write: (line) => lines.push(line) });
    const search = async () => {
      const refused = Object.assign(new Error('too many shards'), { meta: { request: { body: 'cây bằng lăng' } } });
      throw new Failure('index-unavailable', null, {
        cause: Object.assign(new Error('no answer', { cause: refused }), { meta: refused.meta }),
      });
    };
    await withApi({ library: { ...service.library, search }, options: { logger } }, async (app) => {
      expect((await ask(app, '/api/v1/search?q=a')).status).toBe(503);
      const logged = lines.join('');
      expect(logged).toContain('caused by: Error: no answer');
      expect(logged).toContain('caused by: Error: too many shards');
      expect(logged).not.toContain('bằng lăng');
    });
  });

  test('is logged even where something else than an error was thrown', async () => {
    const lines: string[] = [];
    const logger = pino({}, { write: (line) => lines.push(line) });
    const stats = async () => {
      throw 'a bare word';
    };
    await withApi({ library: { ...service.library, stats }, options: { logger } }, async (app) => {
      expect((await ask(app, '/api/v1/stats')).status).toBe(500);
      expect(lines.join('')).toContain('a bare word');
    });
  });

  test('is an answer that breaks its schema, rather than an answer with something left out', async () => {
    const wordy: Library = { ...service.library, stats: async () => ({ ...(await service.library.stats()), secret: 'x' }) };
    await withApi({ library: wordy }, async (app) => {
      const { status, json, body } = await ask(app, '/api/v1/stats');
      expect([status, json.error.code]).toEqual([500, 'internal']);
      expect(body).not.toContain('secret');
    });
  });

  test('of the collection makes the service not ready, but alive', async () => {
    await withApi({ library: { ...service.library, ready: async () => false } }, async (app) => {
      const { status, json } = await ask(app, '/ready');
      expect([status, json.error.code]).toEqual([503, 'not-ready']);
      expect((await ask(app, '/health')).status).toBe(200);
    });
  });
});

describe('JSON bodies', () => {
  const body = Type.Object({ count: Type.Integer(), tags: Type.Optional(Type.Array(Type.String())) }, { additionalProperties: false });

  test.each<[payload: string, fields: readonly string[]]>([
    ['{"count":"1"}', ['count']],
    ['{"count":1.5}', ['count']],
    ['{"count":null}', ['count']],
    ['{"count":1,"tags":"x"}', ['tags']],
    ['{"count":1,"tags":[1]}', ['tags.0']],
    ['{"count":1,"colour":"blue"}', ['colour']],
    ['{}', ['count']],
    ['{', ['request']],
    ['', ['request']],
    ['{"__proto__":{"a":1}}', ['request']],
  ])('are neither coerced nor cut: %s', async (payload, fields) => {
    await withApi({}, async (app) => {
      app.post('/echo', { config: { role: 'reader' }, schema: { body } }, async (request) => request.body);
      const { status, json } = await ask(app, { method: 'POST', url: '/echo', payload, headers: { 'content-type': 'application/json' } });
      expect([status, json.error.code]).toEqual([400, 'bad-request']);
      expect(json.error.details.map((detail: { path: string }) => detail.path)).toEqual(fields);
    });
  });

  test('beyond the limit are refused', async () => {
    await withApi({}, async (app) => {
      app.post('/echo', { config: { role: 'reader' }, schema: { body } }, async (request) => request.body);
      const payload = JSON.stringify({ count: 1, tags: ['x'.repeat(2_000_000)] });
      const { status, json } = await ask(app, { method: 'POST', url: '/echo', payload, headers: { 'content-type': 'application/json' } });
      expect([status, json.error.code]).toEqual([413, 'file-too-large']);
    });
  });
});

describe('load', () => {
  test('beyond the requests of a minute is turned away; the watch is not', async () => {
    await withApi({ options: { requestsPerMinute: 2 } }, async (app) => {
      const statuses = [];
      for (let count = 0; count < 3; count += 1) statuses.push((await ask(app, '/api/v1/stats')).status);
      expect(statuses).toEqual([200, 200, 429]);
      const { json, headers } = await ask(app, '/api/v1/stats');
      expect(json.error.code).toBe('too-many-requests');
      expect(Number(headers['retry-after'])).toBeGreaterThan(0);
      expect((await ask(app, '/health')).status).toBe(200);
    });
  });

  test('beyond what the process can carry is turned away; the watch is not', async () => {
    await withApi({ options: { maxHeapShare: 1e-9 } }, async (app) => {
      // The load is sampled once a second.
      const { json, headers } = await vi.waitFor(
        async () => {
          const answer = await ask(app, '/api/v1/stats');
          expect(answer.status).toBe(503);
          return answer;
        },
        { timeout: 20_000, interval: 100 },
      );
      expect([json.error.code, headers['retry-after']]).toEqual(['overloaded', '10']);
      expect((await ask(app, '/health')).status).toBe(200);
    });
  });
});

describe('the server', () => {
  test('names a free port where its own is taken', async () => {
    await withApi({}, async (first) => {
      const port = Number(new URL(await listen(first, { host: '127.0.0.1', port: 0 })).port);
      await withApi({}, async (second) => {
        await expect(listen(second, { host: '127.0.0.1', port })).rejects.toMatchObject({
          code: 'port-busy',
          message: expect.stringMatching(new RegExp(`^Port ${port} is taken; \\d+ is free\\.`)),
        });
      });
    });
  });

  test.each<[what: string, sent: string, status: number, code: string]>([
    ['what is not HTTP', 'hello\r\n\r\n', 400, 'bad-request'],
    ['endless headers', `GET /health HTTP/1.1\r\nHost: localhost\r\nX: ${'a'.repeat(200_000)}\r\n\r\n`, 431, 'headers-too-large'],
  ])('answers %s in the form of every failure', async (_what, sent, status, code) => {
    await withApi({}, async (app) => {
      const port = Number(new URL(await listen(app, { host: '127.0.0.1', port: 0 })).port);
      const answer = await sendRaw(port, sent);
      expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
      expect(JSON.parse(answer.split('\r\n\r\n')[1] ?? '').error).toMatchObject({ code, status });
    });
  });
});

function sendRaw(port: number, words: string): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>();
  let answer = '';
  const socket = connect(port, '127.0.0.1', () => socket.write(words));
  socket.setEncoding('utf8');
  socket.on('data', (chunk) => {
    answer += chunk;
  });
  socket.on('error', () => undefined);
  socket.on('close', () => resolve(answer));
  return promise;
}
