import { setTimeout as pause } from 'node:timers/promises';
import type { Connection } from './connection.ts';
import { isTrouble } from './failures.ts';

/** How long trouble of the cluster is waited out while something is written, in milliseconds, and the pauses between two tries. */
const longest = 30_000;
const firstPause = 100;
const longestPause = 5000;

/**
 * Does `attempt` again and again until it does not fail by trouble of the cluster: it must be such that doing it twice does no harm.
 * @throws Failure of the last attempt, where patience ends or the circuit is open; every other failure at once.
 */
export async function patiently<T>(connection: Connection, attempt: () => Promise<T>): Promise<T> {
  const start = performance.now();
  for (let wait = firstPause; ; wait = Math.min(wait * 2, longestPause)) {
    try {
      return await attempt();
    } catch (thrown) {
      const nextPause = wait * (0.5 + Math.random() / 2);
      if (!isTrouble(thrown) || connection.isAway() || performance.now() + nextPause - start > longest) throw thrown;
      await pause(nextPause);
    }
  }
}
