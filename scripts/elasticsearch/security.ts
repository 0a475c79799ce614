import { execFile } from 'node:child_process';
import { pbkdf2Sync, randomBytes } from 'node:crypto';
import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { ServerFolders, Setting } from './folders.ts';
import type { Jdk } from './jdk.ts';

/**
 * A server with security on. The zip has users and roles in files only: its index of users and API keys needs an analysis
 * module that it lacks, so that API keys are for the container or a full server.
 */
export interface SecurityOptions {
  readonly users: Readonly<Record<string, { readonly password: string; readonly roles: readonly string[] }>>;
  /** Roles beyond the built-in ones (`superuser`, `viewer`, …), as the role API takes them. */
  readonly roles?: Readonly<Record<string, { readonly cluster?: readonly string[]; readonly indices?: readonly IndexRights[] }>>;
  /** Speak HTTPS, with a certificate that signs itself, for 127.0.0.1 and localhost. */
  readonly tls?: boolean;
}

interface IndexRights {
  readonly names: readonly string[];
  readonly privileges: readonly string[];
}

/** Our own user, who asks for the health. */
export interface Watcher {
  readonly name: string;
  readonly password: string;
}
export const makeWatcher = (): Watcher => ({ name: 'vankien-start', password: randomBytes(16).toString('hex') });

const STORE = 'http.p12';
/** It guards a certificate that is made for one run of a test. */
const STORE_PASSWORD = 'for-tests-only';

export const certificateFile = (folders: ServerFolders): string => join(folders.root, 'ca.pem');

export const securitySettings = ({ tls = false }: SecurityOptions): Record<string, Setting> => ({
  'xpack.security.enabled': true,
  ...(tls
    ? {
        'xpack.security.http.ssl.enabled': true,
        'xpack.security.http.ssl.keystore.path': STORE,
        'xpack.security.http.ssl.keystore.password': STORE_PASSWORD,
      }
    : {}),
});

/** Writes users, roles and the certificate beside elasticsearch.yml. */
export async function writeSecurity(folders: ServerFolders, jdk: Jdk, security: SecurityOptions, watcher: Watcher): Promise<void> {
  const users = { ...security.users, [watcher.name]: { password: watcher.password, roles: ['superuser'] } };
  const roles = new Map<string, string[]>();
  for (const [name, user] of Object.entries(users)) {
    for (const role of user.roles) roles.set(role, [...(roles.get(role) ?? []), name]);
  }
  const lines = (entries: Iterable<string>): string => [...entries, ''].join('\n');
  await writeFile(join(folders.config, 'users'), lines(Object.entries(users).map(([name, { password }]) => `${name}:${hashed(password)}`)));
  await writeFile(join(folders.config, 'users_roles'), lines([...roles].map(([role, names]) => `${role}:${names.join(',')}`)));
  // JSON is YAML. A line for each role: the server parts the file by lines that are not indented.
  const rights = Object.entries(security.roles ?? {}).map(([name, role]) => `${JSON.stringify(name)}: ${JSON.stringify(role)}`);
  await writeFile(join(folders.config, 'roles.yml'), lines(rights));
  if (security.tls) await writeCertificate(folders, jdk);
}

/** As Elasticsearch's hash `pbkdf2` is written: https://www.elastic.co/docs/reference/elasticsearch/configuration-reference/security-settings */
function hashed(password: string): string {
  const rounds = 10_000;
  const salt = randomBytes(32);
  return `{PBKDF2}${rounds}$${salt.toString('base64')}$${pbkdf2Sync(password, salt, rounds, 32, 'sha512').toString('base64')}`;
}

async function writeCertificate(folders: ServerFolders, jdk: Jdk): Promise<void> {
  const keytool = (...args: string[]) =>
    promisify(execFile)(join(jdk.home, 'bin', 'keytool'), [
      ...args,
      ...['-alias', 'http', '-storetype', 'PKCS12', '-storepass', STORE_PASSWORD, '-keystore', join(folders.config, STORE)],
    ]);
  const names = ['-ext', 'san=ip:127.0.0.1,dns:localhost', '-ext', 'bc=ca:true'];
  await keytool('-genkeypair', '-keyalg', 'EC', '-dname', 'CN=vankien-test', '-validity', '3650', ...names);
  await keytool('-exportcert', '-rfc', '-file', certificateFile(folders));
  await chmod(certificateFile(folders), 0o644);
}
