import { lstat, readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

/** Whom the server runs as. */
export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/**
 * Elasticsearch refuses to run as root: where we are root, the account to run it as; otherwise null, which means "as we are".
 * Throws where root finds no other account.
 */
export async function serverAccount(): Promise<Account | null> {
  if (process.getuid?.() !== 0) return null;
  const accounts = (await readFile('/etc/passwd', 'utf8'))
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter(({ uid, gid }) => uid > 0 && gid > 0);
  const account =
    accounts.find(({ name }) => name === 'elasticsearch') ??
    accounts.find(({ name }) => name === 'nobody') ??
    accounts.find(({ uid }) => uid >= 1000);
  if (account === undefined) throw new Error('Elasticsearch refuses to run as root, and /etc/passwd names no other user to run it as');
  return account;
}

/** The first folder on the way to `path` that the account may not pass, or null. Only the rights of everybody count. */
export async function closedFolder(path: string): Promise<string | null> {
  for (let folder = dirname(resolve(path)); ; folder = dirname(folder)) {
    if (((await lstat(folder)).mode & 0o001) === 0) return folder;
    if (folder === dirname(folder)) return null;
  }
}
