import { execFile, spawnSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, onTestFinished, test } from 'vitest';
import { prepareServer } from '../../scripts/elasticsearch/server.ts';
import { noOwnServer } from '../support/ownElasticsearch.ts';

const run = promisify(execFile);
const script = join(import.meta.dirname, '../../scripts/compose/certificates.sh');
// As in its container: as root, who alone may give files to root. The tool that makes certificates is Elasticsearch's own.
const missing =
  process.getuid?.() !== 0 || ['bash', 'unzip'].some((tool) => spawnSync(tool, ['-v']).error) || (await noOwnServer()) !== null;

describe.skipIf(missing)('the certificates of Elasticsearch', { timeout: 120_000 }, () => {
  test('are made once, by an authority whose certificate alone the service gets', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'vankien-certificates-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const [own, access] = [join(folder, 'certificates'), join(folder, 'access')];
    await mkdir(own);
    await mkdir(access);
    const { home, jdk } = await prepareServer();
    const make = () =>
      run('bash', [script], {
        env: { PATH: [join(home, 'bin'), process.env['PATH']].join(delimiter), ES_JAVA_HOME: jdk.home, CERTIFICATES: own, ACCESS: access },
      });

    await make();
    expect(await readdir(access)).toEqual(['ca.crt']);
    const authority = new X509Certificate(await readFile(join(access, 'ca.crt')));
    const node = new X509Certificate(await readFile(join(own, 'node/node.crt')));
    expect(node.verify(authority.publicKey)).toBe(true);
    for (const name of ['elasticsearch', 'localhost']) expect(node.checkHost(name)).toBe(name);
    expect(node.checkIP('127.0.0.1')).toBe('127.0.0.1');
    const rights = async (file: string) => ((await stat(join(own, file))).mode & 0o777).toString(8);
    expect([await rights('ca/ca.key'), await rights('node/node.key')]).toEqual(['600', '640']);

    await make();
    expect(new X509Certificate(await readFile(join(own, 'node/node.crt'))).fingerprint256).toBe(node.fingerprint256);

    // A run that was broken off before its end leaves no certificate of the node.
    await rm(join(own, 'node'), { recursive: true });
    await make();
    const anew = new X509Certificate(await readFile(join(access, 'ca.crt')));
    expect(new X509Certificate(await readFile(join(own, 'node/node.crt'))).verify(anew.publicKey)).toBe(true);
  });
});
