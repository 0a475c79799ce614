import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A key and a certificate for 127.0.0.1, the file of the authority that signed it, and that of one that did not. */
export interface Certificates {
  readonly key: string;
  readonly certificate: string;
  readonly ca: string;
  readonly otherCa: string;
  remove(): void;
}

/** Why no certificate can be made here, for a suite to skip with; null where one can. */
export function opensslMissing(): string | null {
  return spawnSync('openssl', ['version']).status === 0 ? null : 'openssl is not on the PATH: TLS is not tested.';
}

/** Makes them new, in a folder of their own; `remove` takes the folder away. */
export function certificates(): Certificates {
  const folder = mkdtempSync(join(tmpdir(), 'vankien-tls-'));
  const file = (name: string): string => join(folder, name);
  const openssl = (...args: string[]): void => {
    execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });
  };
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  for (const name of ['ca', 'other'])
    openssl('req', '-x509', ...key, '-days', '2', '-subj', `/CN=Test authority ${name}`, '-keyout', `${name}.key`, '-out', `${name}.pem`);
  writeFileSync(file('names'), 'subjectAltName=IP:127.0.0.1,DNS:localhost\n');
  openssl('req', ...key, '-subj', '/CN=127.0.0.1', '-keyout', 'server.key', '-out', 'server.csr');
  const authority = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial'];
  openssl('x509', '-req', '-in', 'server.csr', ...authority, '-days', '2', '-extfile', 'names', '-out', 'server.pem');
  return {
    key: readFileSync(file('server.key'), 'utf8'),
    certificate: readFileSync(file('server.pem'), 'utf8'),
    ca: file('ca.pem'),
    otherCa: file('other.pem'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
