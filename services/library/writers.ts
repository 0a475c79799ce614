import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from '#ingest/model/failure.ts';
import type { Sources } from './catchUp.ts';
import { isHeld, type Lock, rebuildLock, takeLock } from './lock.ts';
import type { Readers } from './readers.ts';
import { type Writing, writingTo } from './writing.ts';

/** Who may write: one process at a time, and in it any number of tasks together. */
export interface Writers {
  /** Takes part in writing: the first to enter takes the lock and repairs what a dead writer left; the last to leave lets it go. Where another process waits, it gets its turn before those who come now. Waits `patience` milliseconds for another process, then throws `collection-busy`. */
  enter(patience?: number): Promise<Writing>;
  leave(outcome: 'done' | 'failed'): Promise<void>;
  /** For who has entered and is between two steps of a long work: leaves where another process waits, and enters again after it. Where that throws he has left. */
  takeTurns(): Promise<Writing>;
  close(): Promise<void>;
}

/** So long whoever comes waits for those who write already to leave, where another process waits for the lock, in milliseconds. */
const givingWay = 60_000;
/** How long somebody in the middle of his work waits for the lock that he let another process have, in milliseconds. */
const turnOfOthers = 120_000;

interface Session {
  readonly lock: Lock;
  readonly writing: Writing;
  users: number;
  failed: boolean;
}

export function writersOf(folder: string, sources: Sources, readers: Readers): Writers {
  const { ledger, originals, indexes } = sources;
  let session: Session | null = null;
  let entering: Promise<void> = Promise.resolve();

  async function begin(patience: number | undefined): Promise<Session> {
    const lock = await takeLock(join(folder, 'lock.sqlite'), patience);
    try {
      await originals.sweep();
      const writing = writingTo(sources, readers);
      try {
        // What a rebuild in another process has just made may not have its role yet.
        if (!isHeld(rebuildLock(folder))) await indexes.sweep();
        await writing.index();
        if (writing.isBehind()) await writing.level();
      } catch (thrown) {
        // Documents are accepted all the same: the index is brought level when it is there again.
        if (!(thrown instanceof Failure)) throw thrown;
      }
      return { lock, writing, users: 0, failed: false };
    } catch (thrown) {
      lock.release();
      throw thrown;
    }
  }

  async function end({ lock, writing, failed }: Session): Promise<void> {
    try {
      const settled = !failed && !writing.isBehind();
      if (settled !== ledger.isSettled()) ledger.commit((to) => to.setSettled(settled));
      await writing.close();
    } finally {
      lock.release();
    }
  }

  /** One after the other: whoever comes while the lock is being taken or let go waits for that. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = entering.then(work);
    entering = turn.then(
      () => undefined,
      () => undefined,
    );
    return turn;
  }

  /** Tasks that follow each other closely would never all have left, and keep another process out for ever. */
  async function giveWay(): Promise<void> {
    const until = performance.now() + givingWay;
    while (session?.lock.isWanted() && performance.now() < until) await sleep(10);
  }

  async function enter(patience?: number): Promise<Writing> {
    await giveWay();
    return await inTurn(async () => {
      session ??= await begin(patience);
      session.users += 1;
      return session.writing;
    });
  }

  function leave(outcome: 'done' | 'failed'): Promise<void> {
    return inTurn(async () => {
      if (session === null) throw new Failure('internal', 'A writer left that had not entered.');
      session.users -= 1;
      session.failed ||= outcome === 'failed';
      if (session.users > 0) return;
      const ended = session;
      session = null;
      await end(ended);
    });
  }

  return {
    enter,
    leave,
    async takeTurns() {
      if (session !== null && !session.lock.isWanted()) return session.writing;
      await leave('done');
      return await enter(turnOfOthers);
    },
    close: () =>
      inTurn(async () => {
        const interrupted = session;
        session = null;
        await interrupted?.writing.close();
        interrupted?.lock.release();
      }),
  };
}
