import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Diagnostics } from 'recheck';
import type { Pattern } from './collect.ts';
import type { Asked } from './worker.ts';

/** What recheck says of each pattern, in their order. `workers` threads share the work; none spends more than `timeout` milliseconds on a pattern. */
export async function recheckAll(
  patterns: readonly Pattern[],
  { workers, timeout }: { workers: number; timeout: number },
): Promise<Diagnostics[]> {
  const answers: Diagnostics[] = new Array(patterns.length);
  let next = 0;
  const work = async () => {
    const worker = new Worker(join(import.meta.dirname, 'worker.ts'));
    try {
      for (let at = next++; at < patterns.length; at = next++) {
        answers[at] = await new Promise<Diagnostics>((resolve, reject) => {
          worker.once('message', (answer: Diagnostics) => {
            worker.off('error', reject);
            resolve(answer);
          });
          worker.once('error', reject);
          worker.postMessage({ pattern: patterns[at]!, timeout } satisfies Asked);
        });
      }
    } finally {
      await worker.terminate();
    }
  };
  await Promise.all(Array.from({ length: workers }, work));
  return answers;
}
