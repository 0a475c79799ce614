import type { Writers } from './writers.ts';

/** Brings the index level with the ledger as soon as that can be done, where a writer had to leave it behind. */
export interface Keeper {
  /** Tells that the index lags behind; it is tried again in a little while, then at growing intervals, until it is level. */
  wake(): void;
  /** Stops trying; waits for a trial that is under way. */
  close(): Promise<void>;
}

/** Milliseconds between two trials: the first, and the longest. */
const pause = { first: 500, longest: 5_000 } as const;

export function keeperOf(writers: Writers): Keeper {
  let timer: NodeJS.Timeout | null = null;
  let trial: Promise<void> | null = null;
  let wait: number = pause.first;
  let closed = false;

  function plan(): void {
    if (closed || timer !== null || trial !== null) return;
    timer = setTimeout(() => {
      timer = null;
      trial = attempt().then((level) => {
        trial = null;
        if (level) return;
        wait = Math.min(wait * 2, pause.longest);
        plan();
      });
    }, wait);
    // A command that has done its work ends; the next writer goes on.
    timer.unref();
  }

  /** True where nothing is left to do. Another process may be writing, and the index still be away: then it is tried again. */
  async function attempt(): Promise<boolean> {
    let level = false;
    try {
      const writing = await writers.enter();
      try {
        if (writing.isBehind()) await writing.level();
        level = !writing.isBehind();
      } finally {
        await writers.leave('done');
      }
    } catch {
      return false;
    }
    return level;
  }

  return {
    wake() {
      // Whoever is told again while trials fail does not make them more frequent.
      if (timer === null && trial === null) wait = pause.first;
      plan();
    },
    async close() {
      closed = true;
      if (timer !== null) clearTimeout(timer);
      timer = null;
      await trial;
    },
  };
}
