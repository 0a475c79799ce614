import { createRequire } from 'node:module';
import { parentPort } from 'node:worker_threads';
import type { Diagnostics } from 'recheck';
import type { Pattern } from './collect.ts';

/** One pattern of a worker's post: what recheck says of it, within `timeout` milliseconds. */
export interface Asked {
  readonly pattern: Pattern;
  readonly timeout: number;
}

// The checker in plain JavaScript: no Java, no native binary. It is chosen when the module is loaded.
process.env.RECHECK_BACKEND = 'pure';
const { checkSync } = createRequire(import.meta.url)('recheck') as typeof import('recheck');

parentPort?.on('message', ({ pattern, timeout }: Asked) => {
  // recheck does not know the flags d and v: d changes no match, and where v is used for its sets the pattern is told as unknown.
  const flags = pattern.flags.replace('d', '').replace('v', 'u');
  // Few generations: what the fuzzing has not found in these, it seldom finds in a minute. The trial by strings of the pattern itself comes on top.
  const answer: Diagnostics = checkSync(pattern.source, flags, { timeout, randomSeed: 1, maxIteration: 3 });
  parentPort?.postMessage(answer);
});
