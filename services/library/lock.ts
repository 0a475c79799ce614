import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from '#ingest/model/failure.ts';

/** Right to write, held until released. */
export interface Lock {
  /** Whether another process waits for it. */
  isWanted(): boolean;
  release(): void;
}

/**
 * Takes the right to write to a collection. The lock is an exclusive transaction on a database of its own: the operating system
 * lets go of it when the process dies, however it dies, so that no stale file is ever left to be removed by hand.
 *
 * Tries again for `patience` milliseconds, then throws `collection-busy`. Who waits holds a second lock meanwhile: by it the owner knows that
 * somebody waits, and does not come first again when it has let go.
 */
export async function takeLock(path: string, patience = 5_000): Promise<Lock> {
  const until = performance.now() + patience;
  const queue = path.replace(/(?:\.sqlite)?$/u, '-queue.sqlite');
  const place = patience > 0 ? await held(queue, until) : null;
  try {
    const database = await held(path, until);
    return { isWanted: () => isHeld(queue), release: () => database.close() };
  } finally {
    place?.close();
  }
}

/** The database with an exclusive transaction on it. */
async function held(path: string, until: number): Promise<DatabaseSync> {
  const database = new DatabaseSync(path);
  try {
    database.exec('PRAGMA busy_timeout = 0');
    while (!isTaken(database)) {
      if (performance.now() >= until) throw new Failure('collection-busy');
      await sleep(50);
    }
    return database;
  } catch (thrown) {
    database.close();
    throw thrown;
  }
}

/** Whether somebody holds this lock now. */
export function isHeld(path: string): boolean {
  const database = new DatabaseSync(path);
  try {
    database.exec('PRAGMA busy_timeout = 0');
    return !isTaken(database);
  } finally {
    database.close();
  }
}

/** Begins an exclusive transaction; false where another holds one. */
function isTaken(database: DatabaseSync): boolean {
  try {
    database.exec('BEGIN EXCLUSIVE');
    return true;
  } catch (thrown) {
    if (isBusy(thrown)) return false;
    throw thrown;
  }
}

/** What a rebuild holds as long as it lasts. It writes to an index of its own, and does not keep writers out. */
export const rebuildLock = (folder: string) => join(folder, 'rebuild.sqlite');

const SQLITE_BUSY = 5;

/** Whether SQLite gave up waiting for another's lock. */
export function isBusy(thrown: unknown): boolean {
  // The low byte is the primary code; extended codes carry more above it.
  return thrown instanceof Error && 'errcode' in thrown && typeof thrown.errcode === 'number' && (thrown.errcode & 0xff) === SQLITE_BUSY;
}
