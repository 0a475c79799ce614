import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { parseQuery } from '#services/query/parse.ts';
import type { IndexNaming, Store } from '#services/store/port.ts';
import { sqliteIndexes } from '#services/store/sqlite/indexes.ts';
import { p50, p99, print, told } from './figures.ts';
import type { Question } from './questions.ts';

const searchers = 20;
const threads = 2;
const seconds = 10;

/**
 * Twenty who search at the same time on the store as the service runs it, beside two threads that ask a bare table without a pause; then how long
 * short questions wait beside long ones.
 */
export async function atOnce(folder: string, naming: IndexNaming, questions: readonly Question[]): Promise<void> {
  const bare = await bareThroughput(join(folder, 'bare.sqlite'), questions);
  const indexes = sqliteIndexes(folder, naming, { threads });
  const store = await indexes.open('current', { create: false });
  try {
    await throughput(store, questions, 2);
    const ours = await throughput(store, questions, seconds);
    print();
    told(`${searchers} searchers, ${threads} threads: answers a second`, ours.toFixed(1), '');
    told(`bare table in ${threads} threads: answers a second`, bare.toFixed(1), '');
    told('throughput beside the bare one', (ours / bare).toFixed(2), '0.50 or more');
    await waiting(store, questions);
  } finally {
    await store.close();
    await indexes.close();
  }
}

async function throughput(store: Store, questions: readonly Question[], time: number): Promise<number> {
  let answered = 0;
  const until = performance.now() + time * 1000;
  await Promise.all(
    Array.from({ length: searchers }, async (_, searcher) => {
      for (let at = searcher * 17; performance.now() < until; at++) {
        await ask(store, questions[at % questions.length]!);
        answered += 1;
      }
    }),
  );
  return answered / time;
}

/** Numbers are asked for by one reader, first alone and then beside readers who ask for frequent words. */
async function waiting(store: Store, questions: readonly Question[]): Promise<void> {
  const short = questions.filter(({ kind }) => kind === 'numbers');
  const long = questions.filter(({ kind }) => kind === 'four frequent words' || kind === 'phrases');
  const alone = await times(store, short, 3);
  const until = performance.now() + seconds * 1000;
  const others = Array.from({ length: searchers - 1 }, async (_, searcher) => {
    for (let at = searcher; performance.now() < until; at++) await ask(store, long[at % long.length]!);
  });
  const beside = await times(store, short, seconds - 1);
  await Promise.all(others);
  print(`short questions alone: p50 ${p50(alone).toFixed(2)}, p99 ${p99(alone).toFixed(2)} ms`);
  print(`short questions beside ${searchers - 1} who ask long ones: p50 ${p50(beside).toFixed(2)}, p99 ${p99(beside).toFixed(2)} ms`);
}

async function times(store: Store, questions: readonly Question[], time: number): Promise<number[]> {
  const taken: number[] = [];
  const until = performance.now() + time * 1000;
  for (let at = 0; performance.now() < until && questions.length > 0; at++) {
    const begun = performance.now();
    await ask(store, questions[at % questions.length]!);
    taken.push(performance.now() - begun);
  }
  return taken;
}

function ask(store: Store, { typed, filters }: Question): Promise<unknown> {
  return store.search(parseQuery(typed, filters), { from: 0, size: 10, facets: [] });
}

async function bareThroughput(path: string, questions: readonly Question[]): Promise<number> {
  const counts = await Promise.all(
    Array.from({ length: threads }, async (_, thread) => {
      const worker = new Worker(new URL('./bareWorker.ts', import.meta.url), {
        workerData: { path, questions, seconds, from: thread * 101 },
      });
      const [count] = (await once(worker, 'message')) as [number];
      await worker.terminate();
      return count;
    }),
  );
  return counts.reduce((sum, count) => sum + count, 0) / seconds;
}
