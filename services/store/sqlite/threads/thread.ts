import { Worker } from 'node:worker_threads';
import { Failure } from '#ingest/model/failure.ts';
import { type Answer, answered, type Opening, type Question } from './messages.ts';

/** A thread that holds an index open. */
export interface Thread {
  /** Questions that are asked and not yet answered. */
  readonly waiting: () => number;
  /** The value of the answer; a thread that dies fails all that it was asked with `internal`. */
  ask(question: Question): Promise<unknown>;
  end(): Promise<void>;
}

/** Megabytes of objects that a thread may hold; its lists of the word index lie outside of this and have a bound of their own. */
const memory = 1024;

/** Starts a thread; `ended` is called once, when it has ended by itself or by `end`. */
export function startThread(opening: Opening, ended: () => void): Thread {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: opening,
    resourceLimits: { maxOldGenerationSizeMb: memory },
  });
  const asked: { resolve: (value: unknown) => void; reject: (failure: Failure) => void }[] = [];
  let dead: Failure | null = null;

  worker.on('message', (answer: Answer) => {
    const job = asked.shift();
    // An idle thread does not keep the process alive.
    if (asked.length === 0) worker.unref();
    try {
      job?.resolve(answered(answer));
    } catch (thrown) {
      job?.reject(thrown as Failure);
    }
  });
  worker.on('error', (cause) => die(new Failure('internal', 'The thread that reads the index has failed.', { cause })));
  worker.on('exit', () => die(new Failure('internal', 'The thread that reads the index has ended.')));
  worker.unref();

  function die(failure: Failure): void {
    if (dead !== null) return;
    dead = failure;
    for (const { reject } of asked.splice(0)) reject(failure);
    ended();
  }

  return {
    waiting: () => asked.length,
    ask(question) {
      const { promise, resolve, reject } = Promise.withResolvers<unknown>();
      if (dead !== null) reject(dead);
      else {
        asked.push({ resolve, reject });
        worker.ref();
        try {
          worker.postMessage(question);
        } catch (cause) {
          asked.pop();
          reject(new Failure('internal', 'The question cannot be sent to the thread that reads the index.', { cause }));
        }
      }
      return promise;
    },
    async end() {
      await worker.terminate();
    },
  };
}
