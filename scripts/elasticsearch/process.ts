import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Account } from './account.ts';
import type { ServerFolders } from './folders.ts';
import type { Jdk } from './jdk.ts';

/** A running server: the launcher that we started, and the server's own java process, which the launcher started. */
export interface ServerProcess {
  /** The server's java process; null before it has written down its id. */
  pid(): Promise<number | null>;
  readonly exited: boolean;
  /** Sends a signal to all processes of the server, or to none where they are gone. */
  signal(name: NodeJS.Signals): void;
  /** Resolves when the launcher, and with it the server, has ended. */
  readonly ended: Promise<void>;
}

export const consoleFile = (folders: ServerFolders): string => join(folders.logs, 'console.log');
const pidFile = (folders: ServerFolders): string => join(folders.temporary, 'server.pid');

/**
 * Starts the server's processes in a group of their own, so that Ctrl-C at our terminal is ours to handle, and leaves a watchman
 * who ends the group when we are gone, however that came about.
 */
export async function startProcess(home: string, jdk: Jdk, account: Account | null, folders: ServerFolders): Promise<ServerProcess> {
  await rm(pidFile(folders), { force: true });
  const output = openSync(consoleFile(folders), 'a');
  const launcher = spawn(join(home, 'bin', 'elasticsearch'), ['-p', pidFile(folders)], {
    cwd: folders.root,
    detached: true,
    stdio: ['ignore', output, output],
    env: {
      PATH: process.env['PATH'],
      HOME: folders.root,
      LANG: 'C.UTF-8',
      ES_JAVA_HOME: jdk.home,
      ES_PATH_CONF: folders.config,
      ES_TMPDIR: folders.temporary,
    },
    ...(account === null ? {} : { uid: account.uid, gid: account.gid }),
  });
  closeSync(output);
  const exit = once(launcher, 'exit');
  await once(launcher, 'spawn');
  const group = launcher.pid ?? 0;
  const watchman = startWatchman(group, folders.root);
  let exited = false;
  const ended = exit.then(() => {
    exited = true;
    watchman.stdin?.end('gone\n');
  });
  return {
    ended,
    get exited() {
      return exited;
    },
    async pid() {
      const text = await readFile(pidFile(folders), 'utf8').catch(() => '');
      return exited || text.trim() === '' ? null : Number(text);
    },
    signal(name) {
      if (exited) return;
      try {
        process.kill(-group, name);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
      }
    },
  };
}

/**
 * A shell that reads from us: a line means that the server has ended, the end of the pipe without a line that we died
 * (even by SIGKILL, where no handler of ours runs), and it ends the server and removes its folder.
 */
function startWatchman(group: number, folder: string): ChildProcess {
  const script = 'read -r _ && exit 0; kill -s KILL -- "-$1"; sleep 1; rm -rf -- "$2"';
  const watchman = spawn('/bin/sh', ['-c', script, 'watchman', String(group), folder], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  watchman.unref();
  // The pipe must not keep us alive either.
  (watchman.stdin as unknown as { unref?: () => void } | null)?.unref?.();
  watchman.stdin?.on('error', () => undefined);
  return watchman;
}
