import { Worker } from 'node:worker_threads';
import { Failure, type FailureCode } from '#ingest/model/failure.ts';
import type { DocumentRecord } from '#ingest/model/record.ts';
import type { SourceFile } from '#ingest/model/source.ts';

/**
 * What a thread answers: the record as JSON (which crosses between threads at half the price of the objects), or why there is none
 * (a failure by its parts, as a class does not survive the way).
 */
export type Answer = { readonly record: string } | { readonly code: FailureCode; readonly detail: string | null };

/** Threads that make records of files: reading takes long enough to keep a thread from all else. */
export interface ExtractionPool {
  /** As `ingest`; `time-out` for a file that takes longer than allowed, `extraction-failed` where the thread dies over it. */
  extract(file: SourceFile): Promise<DocumentRecord>;
  close(): Promise<void>;
}

interface Job {
  readonly file: SourceFile;
  readonly resolve: (record: DocumentRecord) => void;
  readonly reject: (failure: Failure) => void;
}

export interface PoolOptions {
  /** Most threads; they are started as they are needed. */
  readonly threads: number;
  /** Milliseconds that one file may take. */
  readonly patience: number;
  /** Memory that one thread may take, in megabytes. */
  readonly memory: number;
}

export function openPool({ threads, patience, memory }: PoolOptions): ExtractionPool {
  const idle: Worker[] = [];
  const all = new Set<Worker>();
  const waiting: Job[] = [];

  function start(): Worker {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: memory } });
    all.add(worker);
    worker.on('error', () => undefined);
    worker.on('exit', () => {
      all.delete(worker);
      const at = idle.indexOf(worker);
      if (at >= 0) idle.splice(at, 1);
    });
    return worker;
  }

  function next(): void {
    while (waiting.length > 0) {
      const worker = idle.pop() ?? (all.size < threads ? start() : undefined);
      if (worker === undefined) return;
      run(worker, waiting.shift()!);
    }
  }

  function run(worker: Worker, job: Job): void {
    const settle = () => {
      clearTimeout(timer);
      worker.off('message', answered).off('error', broke).off('exit', ended);
    };
    // A thread that ran out of time or memory is given up; the next file gets a new one.
    const giveUp = (failure: Failure) => {
      settle();
      all.delete(worker);
      void worker.terminate();
      job.reject(failure);
      next();
    };
    const answered = (answer: Answer) => {
      settle();
      // An idle thread does not keep the process alive.
      worker.unref();
      idle.push(worker);
      if ('record' in answer) job.resolve(JSON.parse(answer.record) as DocumentRecord);
      else job.reject(new Failure(answer.code, answer.detail));
      next();
    };
    const broke = (cause: Error) =>
      giveUp(new Failure('extraction-failed', 'The file takes more memory than allowed, or breaks the program.', { cause }));
    const ended = () => giveUp(new Failure('extraction-failed', 'The thread that read the file has ended.'));
    const timer = setTimeout(
      () => giveUp(new Failure('time-out', `Reading the file took longer than ${patience / 1000} seconds.`)),
      patience,
    );
    worker.on('message', answered).on('error', broke).on('exit', ended);
    worker.ref();
    worker.postMessage(job.file);
  }

  return {
    extract(file) {
      const { promise, resolve, reject } = Promise.withResolvers<DocumentRecord>();
      waiting.push({ file, resolve, reject });
      next();
      return promise;
    },
    async close() {
      for (const { reject } of waiting.splice(0)) reject(new Failure('extraction-failed', 'The library was closed.'));
      await Promise.all([...all].map((worker) => worker.terminate()));
    },
  };
}
