import { Failure } from '#ingest/model/failure.ts';
import { costOf } from './costs.ts';
import type { Method, Opening } from './messages.ts';
import { startThread, type Thread } from './thread.ts';

/**
 * Threads that read one index. Each takes one question at a time; to the first that is free goes the cheapest that waits, so that short questions do not stand
 * behind long ones; every few turns the one that has waited longest, so that none waits for ever.
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
  /** Milliseconds in which no thread becomes free for the questions that wait, before a further one starts: long questions hold up no short ones. */
  readonly patience: number;
  /** Milliseconds after which a further thread without work ends. */
  readonly leisure: number;
}

interface Job {
  readonly method: Method;
  readonly given: readonly unknown[];
  readonly cost: number;
  readonly resolve: (value: unknown) => void;
  readonly reject: (thrown: unknown) => void;
}

/** Of so many turns one goes to the question that has waited longest, whatever it costs. */
const turnsOfTheCheapest = 5;

/** The place of the question that costs least, of equal ones the first. */
function cheapest(queue: readonly Job[]): number {
  let best = 0;
  for (const [at, { cost }] of queue.entries()) if (cost < (queue[best] as Job).cost) best = at;
  return best;
}

export function openReaders(index: Opening, { threads, most, patience, leisure }: ReadersOptions): Readers {
  const idle: Thread[] = [];
  const all = new Set<Thread>();
  const queue: Job[] = [];
  let hurry: NodeJS.Timeout | null = null;
  let turns = 0;
  /** A further thread that opens the index: it is given no question before it can answer at once. */
  let opening = false;
  let closed = false;

  function start(): Thread {
    const thread = startThread(index, () => {
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
      turns = (turns + 1) % turnsOfTheCheapest;
      const [job] = queue.splice(turns === 0 ? 0 : cheapest(queue), 1);
      if (job === undefined) break;
      stopHurry();
      void run(thread, job);
    }
    if (queue.length > 0) hurry ??= setTimeout(startFurther, patience);
    else stopHurry();
  }

  function stopHurry(): void {
    if (hurry !== null) clearTimeout(hurry);
    hurry = null;
  }

  function startFurther(): void {
    hurry = null;
    if (queue.length > 0 && all.size < most && !opening) void open();
    serve();
  }

  async function open(): Promise<void> {
    opening = true;
    const thread = start();
    try {
      // Loads what every search needs, which takes longer than most of them.
      await thread.ask({ kind: 'ask', method: 'frequencies', given: [[]] });
    } catch {
      // A thread that cannot open the index tells the question that it is given.
    }
    opening = false;
    if (all.has(thread)) release(thread);
  }

  async function run(thread: Thread, { method, given, resolve, reject }: Job): Promise<void> {
    try {
      resolve(await thread.ask({ kind: 'ask', method, given }));
    } catch (thrown) {
      reject(thrown);
    }
    if (all.has(thread)) release(thread);
  }

  function release(thread: Thread): void {
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
        queue.push({ method, given, cost: costOf(method, given), resolve, reject });
        serve();
      }
      return promise;
    },
    async close() {
      closed = true;
      stopHurry();
      for (const { reject } of queue.splice(0)) reject(new Failure('internal', 'The index is closed.'));
      await Promise.all([...all].map((thread) => thread.end()));
    },
  };
}
