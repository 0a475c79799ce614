import { Worker } from 'node:worker_threads';
import { Failure, type FailureCode } from '#ingest/model/failure.ts';
import type { DocumentRecord } from '#ingest/model/record.ts';
import type { SourceFile } from '#ingest/model/source.ts';
import { threadsFor } from './threads.ts';

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

/** A thread with the files it has been sent and not yet answered, in order: it reads on while the thread that asks is at other work. */
interface Reader {
  readonly worker: Worker;
  readonly jobs: Job[];
  timer: NodeJS.Timeout | undefined;
}

export interface PoolOptions {
  /** Most threads; they are started as they are needed (see `threadsFor`). */
  readonly threads: number;
  /** Milliseconds that one file may take. */
  readonly patience: number;
  /** Memory that one thread may take, in megabytes. */
  readonly memory: number;
}

export function openPool({ threads, patience, memory }: PoolOptions): ExtractionPool {
  const readers = new Set<Reader>();

  function start(): Reader {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: memory } });
    const reader: Reader = { worker, jobs: [], timer: undefined };
    readers.add(reader);
    worker.on('message', (answer: Answer) => answered(reader, answer));
    worker.on('error', (cause) => giveUp(reader, new Failure('extraction-failed', 'The file takes more memory than allowed.', { cause })));
    worker.on('exit', () => giveUp(reader, new Failure('extraction-failed', 'The thread that read the file has ended.')));
    return reader;
  }

  /** The thread with the least to do; a new one where all are busy and fewer than `most` are there. */
  function leastBusy(most: number): Reader {
    let least: Reader | undefined;
    for (const reader of readers) if (least === undefined || reader.jobs.length < least.jobs.length) least = reader;
    return least === undefined || (least.jobs.length > 0 && readers.size < most) ? start() : least;
  }

  function send(job: Job): void {
    const reader = leastBusy(threadsFor(job.file, threads));
    reader.jobs.push(job);
    reader.worker.ref();
    reader.worker.postMessage(job.file);
    if (reader.jobs.length === 1) watch(reader);
  }

  /** Gives the file that the thread reads now its time. */
  function watch(reader: Reader): void {
    clearTimeout(reader.timer);
    const late = () => giveUp(reader, new Failure('time-out', `Reading the file took longer than ${patience / 1000} seconds.`));
    reader.timer = reader.jobs.length === 0 ? undefined : setTimeout(late, patience);
    // An idle thread does not keep the process alive.
    if (reader.jobs.length === 0) reader.worker.unref();
  }

  function answered(reader: Reader, answer: Answer): void {
    const job = reader.jobs.shift();
    watch(reader);
    if ('record' in answer) job?.resolve(JSON.parse(answer.record) as DocumentRecord);
    else job?.reject(new Failure(answer.code, answer.detail));
  }

  /** A thread that died or ran out of time is given up: the file it was at fails, those behind it go to others. */
  function giveUp(reader: Reader, failure: Failure): void {
    if (!readers.delete(reader)) return;
    clearTimeout(reader.timer);
    void reader.worker.terminate();
    const [failed, ...others] = reader.jobs.splice(0);
    failed?.reject(failure);
    for (const job of others) send(job);
  }

  return {
    extract(file) {
      const { promise, resolve, reject } = Promise.withResolvers<DocumentRecord>();
      send({ file, resolve, reject });
      return promise;
    },
    async close() {
      const ending = [...readers];
      readers.clear();
      for (const { jobs, timer } of ending) {
        clearTimeout(timer);
        for (const { reject } of jobs) reject(new Failure('extraction-failed', 'The program is ending.'));
      }
      await Promise.all(ending.map(({ worker }) => worker.terminate()));
    },
  };
}
