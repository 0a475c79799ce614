import { searchTime } from '#services/store/bounds.ts';

/** The time that one search has. Whoever works through many documents asks from step to step whether it is over, and then says how far it came. */
export interface Clock {
  over(): boolean;
}

/** @param now milliseconds, from any moment on */
export function startClock(limit: number = searchTime, now: () => number = () => performance.now()): Clock {
  const end = now() + limit;
  return { over: () => now() >= end };
}
