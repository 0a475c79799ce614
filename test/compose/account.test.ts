import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Certificates, certificates, opensslMissing } from '../support/faultProxy/certificates.ts';

const root = join(import.meta.dirname, '../..');
const role = join(root, 'services/store/elasticsearch/roles/writer.json');
const missing = opensslMissing() !== null || ['bash', 'curl'].some((tool) => spawnSync(tool, ['--version']).status !== 0);
const superuser = 'a"b\'c\\ $x:đ`%';
const authorization = `Basic ${Buffer.from(`elastic:${superuser}`).toString('base64')}`;

interface Asked {
  readonly line: string;
  readonly body: unknown;
}

describe.skipIf(missing)('the account of the service', () => {
  let papers: Certificates;
  let access: string;
  let server: https.Server;
  let asked: Asked[];
  /** Requests that are answered 503 before any is taken, as Elasticsearch does while it starts. */
  let starting: number;

  beforeEach(async () => {
    papers = certificates();
    access = await mkdtemp(join(tmpdir(), 'vankien-account-'));
    await writeFile(join(access, 'ca.crt'), await readFile(papers.ca));
    asked = [];
    starting = 0;
    server = https.createServer({ key: papers.key, cert: papers.certificate }, async (request, response) => {
      const body = await text(request);
      const status = starting > 0 ? 503 : request.headers.authorization === authorization ? 200 : 401;
      starting -= 1;
      if (status === 200) asked.push({ line: `${request.method} ${request.url}`, body: JSON.parse(body) });
      response.writeHead(status).end('{"error": "not yet"}');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterEach(async () => {
    server.closeAllConnections();
    server.close();
    papers.remove();
    await rm(access, { recursive: true });
  });

  const make = (password = superuser): Promise<{ code: number | null; said: string }> => {
    const child = spawn('bash', [join(root, 'scripts/compose/account.sh')], {
      env: {
        PATH: process.env['PATH'],
        ELASTICSEARCH: `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
        ELASTIC_PASSWORD: password,
        ROLE: role,
        ACCESS: access,
        OWNER: String(process.getuid?.()),
        TRIES: '3',
        PAUSE: '0',
      },
    });
    let said = '';
    child.stdout.on('data', (data) => (said += data));
    child.stderr.on('data', (data) => (said += data));
    return new Promise((resolve) => child.on('close', (code) => resolve({ code, said })));
  };
  const password = () => readFile(join(access, 'password'), 'utf8');

  test('is made with the role of the documentation and a password that only the service can read', async () => {
    expect(await make()).toMatchObject({ code: 0 });
    const kept = await password();
    expect(kept).toMatch(/^[\da-f]{64}$/u);
    expect((await stat(join(access, 'password'))).mode & 0o777).toBe(0o400);
    expect(asked).toEqual([
      { line: 'PUT /_security/role/vankien', body: JSON.parse(await readFile(role, 'utf8')) },
      { line: 'PUT /_security/user/vankien', body: { roles: ['vankien'], password: kept } },
    ]);
  });

  test('keeps its password when it is made again', async () => {
    await make();
    const kept = await password();
    expect(await make()).toMatchObject({ code: 0 });
    expect(await password()).toBe(kept);
    expect(asked.at(-1)?.body).toMatchObject({ password: kept });
  });

  test('waits for Elasticsearch to be ready', async () => {
    starting = 2;
    expect(await make()).toMatchObject({ code: 0, said: expect.stringContaining('did not take the account (try 2)') });
  });

  test('is not made with a wrong password of the superuser, which is not shown', async () => {
    const { code, said } = await make('not the password');
    expect(code).toBe(1);
    expect(said).toContain('Was ELASTIC_PASSWORD changed');
    expect(said).not.toContain('not the password');
    expect(asked).toEqual([]);
  });

  test('is not sent to a server of another authority', async () => {
    await writeFile(join(access, 'ca.crt'), await readFile(papers.otherCa));
    expect(await make()).toMatchObject({ code: 1, said: expect.stringContaining('certificate') });
    expect(asked).toEqual([]);
  });
});
