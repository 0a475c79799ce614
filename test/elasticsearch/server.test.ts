import { describe, expect, test } from 'vitest';
import { clearPrefix } from '../support/elasticsearch/prefix.ts';
import { elasticsearchUrl, freshPrefix, noElasticsearch, ownServer } from '../support/elasticsearch.ts';

async function ask(url: string, method: string, path: string, body?: unknown): Promise<{ status: number; body: Record<string, unknown> }> {
  const answer = await fetch(`${url}${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe.skipIf(noElasticsearch)('the server of the run', () => {
  test('keeps what is written to it, and clears a prefix without touching its neighbours', async () => {
    const url = elasticsearchUrl();
    const [mine, other] = [freshPrefix(), freshPrefix()];
    await ask(url, 'PUT', `/_index_template/${mine}-documents`, { index_patterns: [`${mine}-*`] });
    for (const prefix of [mine, other]) {
      await ask(url, 'PUT', `/${prefix}-documents-000001`, { aliases: { [`${prefix}-documents`]: {} } });
      const put = await ask(url, 'PUT', `/${prefix}-documents/_doc/1?refresh=true`, { title: 'Kế hoạch' });
      expect(put.status).toBe(201);
    }
    await ask(url, 'PUT', `/${mine}-documents-000001/_settings`, { 'index.blocks.read_only': true });

    await clearPrefix(url, mine);

    expect((await ask(url, 'GET', `/${mine}-documents/_doc/1`)).status).toBe(404);
    expect((await ask(url, 'GET', `/_index_template/${mine}-documents`)).status).toBe(404);
    expect((await ask(url, 'GET', `/${other}-documents/_doc/1`)).body['_source']).toEqual({ title: 'Kế hoạch' });
  });
});

describe('a server of the test alone', () => {
  test('comes back on its port with what it acknowledged, after SIGKILL and after an orderly stop', {
    timeout: 300_000,
  }, async (context) => {
    const server = await ownServer(context);
    const { url, pid } = server;
    expect((await ask(url, 'PUT', '/documents/_doc/1', { title: 'Kế hoạch' })).status).toBe(201);

    await server.kill();
    expect(server.pid).toBeNull();
    expect(isAlive(pid ?? 0)).toBe(false);
    await expect(fetch(`${url}/_cluster/health`)).rejects.toThrow();

    await server.restart();
    expect(server.url).toBe(url);
    expect(server.pid).not.toBe(pid);
    expect((await ask(url, 'GET', '/documents/_doc/1')).body['_source']).toEqual({ title: 'Kế hoạch' });
    expect((await ask(url, 'PUT', '/documents/_doc/2', { title: 'Kết luận' })).status).toBe(201);

    await server.stop();
    await expect(fetch(`${url}/_cluster/health`)).rejects.toThrow();
    await server.restart();
    expect((await ask(url, 'GET', '/documents/_doc/2')).body['_source']).toEqual({ title: 'Kết luận' });
  });
});
