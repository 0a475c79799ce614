import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { chooseServer, type Started, type Ways } from '../support/elasticsearch/choose.ts';
import { engineAnswers } from '../support/elasticsearch/docker.ts';

const started = (url: string): Started => ({ url, close: async () => undefined });
const container = started('http://container:9200');
const zip = started('http://127.0.0.1:20001');

/** Ways that tell which of them were gone, in order. */
function ways(given: Partial<Ways>): { ways: Ways; gone: string[] } {
  const gone: string[] = [];
  const open: Ways = {
    env: {},
    whatIsWrong: async () => null,
    dockerAnswers: async () => true,
    startContainer: async () => container,
    startZip: async () => zip,
    ...given,
  };
  const noted = <Args extends unknown[], Result>(way: string, go: (...args: Args) => Result) => {
    return (...args: Args): Result => {
      gone.push([way, ...args].join(' '));
      return go(...args);
    };
  };
  return {
    gone,
    ways: {
      env: open.env,
      whatIsWrong: noted('address', open.whatIsWrong),
      dockerAnswers: noted('docker?', open.dockerAnswers),
      startContainer: noted('container', open.startContainer),
      startZip: noted('zip', open.startZip),
    },
  };
}

const noDocker: Partial<Ways> = { dockerAnswers: async () => false };
const noContainer: Partial<Ways> = { startContainer: () => Promise.reject(new Error('no such image')) };
const noZip: Partial<Ways> = { startZip: () => Promise.reject(new Error('Maven (mvn) is not installed')) };

describe('the server of a run', () => {
  test('is the one whose address was given', async () => {
    const { ways: all, gone } = ways({ env: { ELASTICSEARCH_URL: 'http://es:9200' } });
    expect(await chooseServer(all)).toEqual({ answer: { url: 'http://es:9200' }, started: null });
    expect(gone).toEqual(['address http://es:9200']);
  });

  test('is no other where the given address does not answer', async () => {
    const { ways: all, gone } = ways({
      env: { ELASTICSEARCH_URL: 'http://es:9200' },
      whatIsWrong: async () => 'it does not answer: refused',
    });
    expect(await chooseServer(all)).toEqual({
      answer: { failure: 'ELASTICSEARCH_URL is set, but it does not answer: refused' },
      started: null,
    });
    expect(gone).toEqual(['address http://es:9200']);
  });

  test('is a container where an engine answers', async () => {
    const { ways: all, gone } = ways({});
    expect(await chooseServer(all)).toEqual({ answer: { url: container.url }, started: container });
    expect(gone).toEqual(['docker?', 'container']);
  });

  test.each([
    { where: 'no engine answers', given: noDocker, path: ['docker?', 'zip'] },
    { where: 'the container does not start', given: noContainer, path: ['docker?', 'container', 'zip'] },
  ])('comes from the zip where $where', async ({ given, path }) => {
    const { ways: all, gone } = ways(given);
    expect(await chooseServer(all)).toEqual({ answer: { url: zip.url }, started: zip });
    expect(gone).toEqual(path);
  });

  test('is skipped with every reason on one line where there is none', async () => {
    const { answer } = await chooseServer(ways({ ...noContainer, ...noZip }).ways);
    expect(answer).toEqual({
      skip: 'the container did not start (no such image); Maven (mvn) is not installed. Start Docker, install a JDK and Maven, or set ELASTICSEARCH_URL',
    });
  });

  test('fails where there is none and it is required', async () => {
    const { answer } = await chooseServer(ways({ ...noDocker, ...noZip, env: { VANKIEN_TEST_ELASTICSEARCH: 'required' } }).ways);
    expect(answer).toEqual({
      failure: expect.stringMatching(/^VANKIEN_TEST_ELASTICSEARCH is required, but no Docker engine answers; Maven/),
    });
  });

  test('is not looked for where it is off', async () => {
    const { ways: all, gone } = ways({ env: { VANKIEN_TEST_ELASTICSEARCH: 'off', ELASTICSEARCH_URL: 'http://es:9200' } });
    expect(await chooseServer(all)).toEqual({ answer: { skip: 'VANKIEN_TEST_ELASTICSEARCH is off' }, started: null });
    expect(gone).toEqual([]);
  });

  test('is not guessed from a mistyped demand', async () => {
    await expect(chooseServer(ways({ env: { VANKIEN_TEST_ELASTICSEARCH: 'require' } }).ways)).rejects.toThrow(
      'it may be "required" or "off"',
    );
  });
});

describe('a Docker engine', () => {
  async function engine(answer: RequestListener, where: string | number): Promise<number> {
    const server = createServer(answer);
    server.listen(where);
    await once(server, 'listening');
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
    });
    const address = server.address();
    return typeof address === 'string' ? 0 : (address as AddressInfo).port;
  }
  const pong: RequestListener = (request, response) => response.writeHead(request.url === '/_ping' ? 200 : 404).end('OK');

  test('answers on its socket', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'vankien-docker-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const socket = join(folder, 'docker.sock');
    expect(await engineAnswers(`unix://${socket}`)).toBe(false);
    await engine(pong, socket);
    expect(await engineAnswers(`unix://${socket}`)).toBe(true);
  });

  test('answers on its port, also where TLS hides what it says', async () => {
    const port = await engine(pong, 0);
    expect(await engineAnswers(`tcp://127.0.0.1:${port}`)).toBe(true);
    expect(await engineAnswers(`tcp://127.0.0.1:${port}`, { DOCKER_TLS_VERIFY: '1' })).toBe(true);
  });

  test('is not one that says something else, hangs, or has an address of another kind', async () => {
    const other = await engine((_request, response) => response.writeHead(503).end(), 0);
    const hanging = await engine(() => undefined, 0);
    expect(await engineAnswers(`tcp://127.0.0.1:${other}`)).toBe(false);
    expect(await engineAnswers(`tcp://127.0.0.1:${hanging}`)).toBe(false);
    expect(await engineAnswers('ssh://somebody@10.0.0.5')).toBe(false);
    expect(await engineAnswers('not an address')).toBe(false);
  });
});
