import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, onTestFinished, test } from 'vitest';
import { whatIsWrong } from '../../scripts/elasticsearch/health.ts';
import { noOwnServer } from '../support/ownElasticsearch.ts';

const SCRIPT = join(import.meta.dirname, '..', '..', 'scripts', 'elasticsearch.ts');

const start = (args: readonly string[]) => {
  const child = spawn(process.execPath, [SCRIPT, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return child;
};

async function firstLine(child: ReturnType<typeof start>): Promise<string> {
  let told = '';
  child.stderr.on('data', (chunk) => {
    told += chunk;
  });
  for await (const line of createInterface(child.stdout)) return line;
  throw new Error(`It printed no address, but: ${told}`);
}

describe.skipIf(await noOwnServer())('npm run elasticsearch', () => {
  test('keeps data where it is told, ends with Ctrl-C, and leaves no server behind when it is killed', { timeout: 300_000 }, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'vankien-data-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    // Where we are root, another user runs the server.
    await chmod(folder, 0o755);

    const first = start(['--data', join(folder, 'data'), '--heap', '400m']);
    const url = await firstLine(first);
    const put = await fetch(`${url}/documents/_doc/1`, { method: 'PUT', headers: { 'content-type': 'application/json' }, body: '{"n":1}' });
    expect(put.status).toBe(201);
    first.kill('SIGINT');
    expect(await once(first, 'exit')).toEqual([0, null]);
    expect(await whatIsWrong(url)).toMatch(/^it does not answer/);

    const second = start(['--data', join(folder, 'data'), '--port', new URL(url).port]);
    expect(await firstLine(second)).toBe(url);
    expect(await (await fetch(`${url}/documents/_doc/1`)).json()).toMatchObject({ _source: { n: 1 } });
    second.kill('SIGKILL');
    await expect.poll(() => whatIsWrong(url), { timeout: 20_000 }).toMatch(/^it does not answer/);
  });
});

describe('npm run elasticsearch, called wrongly,', () => {
  test.each([
    { args: ['--port', '0'], says: /from 1 to 65535/ },
    { args: ['--heap', 'much'], says: /512m or 2g/ },
    { args: ['--unknown'], says: /unknown option/ },
  ])('says so: $args', async ({ args, says }) => {
    const child = start(args);
    let told = '';
    child.stderr.on('data', (chunk) => {
      told += chunk;
    });
    const [code] = await once(child, 'close');
    expect(code).not.toBe(0);
    expect(told).toMatch(says);
  });
});
