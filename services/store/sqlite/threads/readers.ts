import { Failure } from '#ingest/model/failure.ts';
import { costOf } from './costs.ts';
import type { Method, Opening } from './messages.ts';
import { startThread, type Thread } from './thread.ts';

/**
 * Threads that read one index. Each takes one question at a time; to the first that is free goes the cheapest that waits, so that short questions do not stand
 * behind long ones. What a question has waited makes it cheaper, so that none waits for ever.
 */
export interface Readers {
  ask(method: Method, given: readonly unknown[]): Promise<unknown>;
  close(): Promise<void>;
}

export interface ReadersOptions {
  /** Threads that are kept; they start as they are needed. */
  readonly threads: number;
  /** Threads at most, where questions keep all others busy. */
  readonly most: number;
  /** Milliseconds that a question waits for a thread before a further one starts: long questions hold up no short ones. */
  readonly patience: number;
  /** Milliseconds after which a further thread without work ends. */
  readonly leisure: number;
}

interface Job {
  readonly method: Method;
  readonly given: readonly unknown[];
  /** Its cost and the time at which it was asked, in milliseconds: waiting as long as it costs makes up for the cost. */
  readonly rank: number;
  readonly resolve: (value: unknown) => void;
  readonly reject: (thrown: unknown) => void;
}

/** How many times its cost a question lets others go before it that cost nothing. */
const turnsPerCost = 10;

/** The place of the question with the least rank, of equal ones the first. */
function cheapest(queue: readonly Job[]): number {
  let best = 0;
  for (const [at, { rank }] of queue.entries()) if (rank < (queue[best] as Job).rank) best = at;
  return best;
}

export function openReaders(opening: Opening, { threads, most, patience, leisure }: ReadersOptions): Readers {
  const idle: Thread[] = [];
  const all = new Set<Thread>();
  const queue: Job[] = [];
  let hurry: NodeJS.Timeout | null = null;
  let closed = false;

  function start(): Thread {
    const thread = startThread(opening, () => {
      all.delete(thread);
      const at = idle.indexOf(thread);
      if (at >= 0) idle.splice(at, 1);
      // What waits was not asked of it and goes to another.
      if (!closed) serve();
    });
    all.add(thread);
    return thread;
  }

  /** Gives waiting questions to free threads, and new ones as far as they may be started at once. */
  function serve(): void {
    while (queue.length > 0) {
      const thread = idle.pop() ?? (all.size < threads ? start() : null);
      if (thread === null) break;
      const [job] = queue.splice(cheapest(queue), 1);
      if (job === undefined) break;
      void run(thread, job);
    }
    if (queue.length > 0) hurry ??= setTimeout(startFurther, patience);
    else if (hurry !== null) {
      clearTimeout(hurry);
      hurry = null;
    }
  }

  function startFurther(): void {
    hurry = null;
    if (queue.length > 0 && all.size < most) idle.push(start());
    serve();
  }

  async function run(thread: Thread, { method, given, resolve, reject }: Job): Promise<void> {
    try {
      resolve(await thread.ask({ kind: 'ask', method, given }));
    } catch (thrown) {
      reject(thrown);
    }
    if (!all.has(thread)) return;
    idle.push(thread);
    if (all.size > threads) setTimeout(() => dismiss(thread), leisure).unref();
    serve();
  }

  function dismiss(thread: Thread): void {
    const at = idle.indexOf(thread);
    if (at < 0 || all.size <= threads) return;
    idle.splice(at, 1);
    all.delete(thread);
    void thread.end();
  }

  return {
    ask(method, given) {
      const { promise, resolve, reject } = Promise.withResolvers<unknown>();
      if (closed) reject(new Failure('internal', 'The index is closed.'));
      else {
        queue.push({ method, given, rank: performance.now() + turnsPerCost * costOf(method, given), resolve, reject });
        serve();
      }
      return promise;
    },
    async close() {
      closed = true;
      if (hurry !== null) clearTimeout(hurry);
      for (const { reject } of queue.splice(0)) reject(new Failure('internal', 'The index is closed.'));
      await Promise.all([...all].map((thread) => thread.end()));
    },
  };
}
