import { chown, copyFile, mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Account, closedFolder } from './account.ts';

export interface ServerFolders {
  /** Holds the others, unless data is kept elsewhere; made anew for each server. */
  readonly root: string;
  readonly config: string;
  readonly data: string;
  readonly logs: string;
  readonly temporary: string;
}

/** Makes the folders that a server writes to, in the hands of its account. `data` is kept by the caller where it is given. */
export async function makeFolders(account: Account | null, data?: string): Promise<ServerFolders> {
  const root = await mkdtemp(join(tmpdir(), 'vankien-elasticsearch-server-'));
  const folders = {
    root,
    config: join(root, 'config'),
    data: data === undefined ? join(root, 'data') : resolve(data),
    logs: join(root, 'logs'),
    temporary: join(root, 'tmp'),
  };
  try {
    for (const folder of Object.values(folders)) await handOver(folder, account);
  } catch (error) {
    await rm(root, { recursive: true, force: true });
    throw error;
  }
  return folders;
}

async function handOver(folder: string, account: Account | null): Promise<void> {
  await mkdir(folder, { recursive: true });
  if (account === null) return;
  const { uid } = await stat(folder);
  if (uid !== account.uid) {
    // Somebody's files are not given away: only a folder that is still empty changes hands.
    if ((await readdir(folder)).length > 0) throw new Error(`${folder} belongs to another user than ${account.name}, who runs the server`);
    await chown(folder, account.uid, account.gid);
  }
  const closed = await closedFolder(folder);
  if (closed !== null && (await stat(closed)).uid !== account.uid) {
    throw new Error(`${account.name}, who runs the server, may not pass ${closed} on the way to ${folder}`);
  }
}

export type Setting = string | number | boolean;

/** Writes the server's configuration. Written before each start: the port differs from the first to the next. */
export async function writeConfig(
  home: string,
  folders: ServerFolders,
  account: Account | null,
  settings: Readonly<Record<string, Setting>>,
  jvm: readonly string[],
): Promise<void> {
  await mkdir(join(folders.config, 'jvm.options.d'), { recursive: true });
  for (const name of ['jvm.options', 'log4j2.properties']) await copyFile(join(home, 'config', name), join(folders.config, name));
  await writeFile(join(folders.config, 'jvm.options.d', 'own.options'), `${jvm.join('\n')}\n`);
  // JSON is YAML.
  await writeFile(join(folders.config, 'elasticsearch.yml'), JSON.stringify(settings, null, 2));
  if (account === null) return;
  for (const entry of await readdir(folders.config, { recursive: true })) {
    await chown(join(folders.config, entry), account.uid, account.gid);
  }
}
