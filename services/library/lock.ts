import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from '#ingest/model/failure.ts';

/** Right to write, held until released. */
export interface Lock {
  release(): void;
}

/**
 * Takes the right to write to a collection. The lock is an exclusive transaction on a database of its own: the operating system
 * lets go of it when the process dies, however it dies, so that no stale file is ever left to be removed by hand.
 *
 * Tries again for `patience` milliseconds, then throws `collection-busy`.
 */
export async function takeLock(path: string, patience = 5_000): Promise<Lock> {
  const until = performance.now() + patience;
  const database = new DatabaseSync(path);
  database.exec('PRAGMA busy_timeout = 0');
  for (;;) {
    try {
      database.exec('BEGIN EXCLUSIVE');
      return {
        release() {
          database.close();
        },
      };
    } catch (thrown) {
      if (!isBusy(thrown)) {
        database.close();
        throw thrown;
      }
    }
    if (performance.now() >= until) {
      database.close();
      throw new Failure('collection-busy');
    }
    await sleep(50);
  }
}

const SQLITE_BUSY = 5;

function isBusy(thrown: unknown): boolean {
  // The low byte is the primary code; extended codes carry more above it.
  return thrown instanceof Error && 'errcode' in thrown && typeof thrown.errcode === 'number' && (thrown.errcode & 0xff) === SQLITE_BUSY;
}
