import { type ChildProcess, fork } from 'node:child_process';
import type { Socket } from 'node:net';
import { Failure, type FailureCode } from '#ingest/model/failure.ts';
import type { DocumentRecord } from '#ingest/model/record.ts';
import type { SourceFile } from '#ingest/model/source.ts';
import { processesFor } from './processes.ts';

/** What a process answers: the record as JSON in UTF-8 (half of what a string takes on the way), or why there is none (a failure by its parts, as a class does not survive the way). */
export type Answer = { readonly record: Uint8Array } | { readonly code: FailureCode; readonly detail: string | null };

/**
 * Processes that make records of files. Reading takes long enough to keep a thread from all else, and a thread would not do: where one runs out of memory
 * the engine (V8) now and then ends the whole process, and with it the service.
 */
export interface ExtractionPool {
  /** As `ingest`; `time-out` for a file that takes longer than allowed, `extraction-failed` where the process dies over it. */
  extract(file: SourceFile): Promise<DocumentRecord>;
  close(): Promise<void>;
}

interface Job {
  readonly file: SourceFile;
  readonly resolve: (record: DocumentRecord) => void;
  readonly reject: (failure: Failure) => void;
}

/** A process with the files it has been sent and not yet answered, in order: it reads on while the one that asks is at other work. */
interface Reader {
  readonly process: ChildProcess;
  readonly jobs: Job[];
  timer: NodeJS.Timeout | undefined;
  /** The last that it printed as an error. */
  printed: string;
}

/** What is kept of what a process prints, in UTF-16 code units: an engine that dies prints its state. */
const mostPrinted = 4096;

export interface PoolOptions {
  /** Most processes; they are started as they are needed (see `processesFor`). */
  readonly processes: number;
  /** Milliseconds that one file may take. */
  readonly patience: number;
  /** Memory that one process may take for what it reads, in megabytes. */
  readonly memory: number;
}

const utf8 = new TextDecoder();

export function openPool({ processes, patience, memory }: PoolOptions): ExtractionPool {
  const readers = new Set<Reader>();

  function start(): Reader {
    const child = fork(new URL('./reader.ts', import.meta.url), {
      execArgv: [`--max-old-space-size=${memory}`],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    const reader: Reader = { process: child, jobs: [], timer: undefined, printed: '' };
    readers.add(reader);
    child.stderr?.setEncoding('utf8').on('data', (printed: string) => {
      reader.printed = (reader.printed + printed).slice(-mostPrinted);
    });
    child.on('message', (answer: Answer) => answered(reader, answer));
    child.on('error', (cause) =>
      giveUp(reader, new Failure('extraction-failed', 'The process that reads files did not start.', { cause })),
    );
    child.on('exit', (code, signal) => giveUp(reader, endedWith(reader, signal ?? code)));
    return reader;
  }

  /** The process with the least to do; a new one where all are busy and fewer than `most` are there. */
  function leastBusy(most: number): Reader {
    let least: Reader | undefined;
    for (const reader of readers) if (least === undefined || reader.jobs.length < least.jobs.length) least = reader;
    return least === undefined || (least.jobs.length > 0 && readers.size < most) ? start() : least;
  }

  function send(job: Job): void {
    const reader = leastBusy(processesFor(job.file, processes));
    reader.jobs.push(job);
    keepsAlive(reader, true);
    // Where it cannot be sent the process has ended, which is told apart.
    reader.process.send(job.file, () => undefined);
    if (reader.jobs.length === 1) watch(reader);
  }

  /** Gives the file that the process reads now its time. */
  function watch(reader: Reader): void {
    clearTimeout(reader.timer);
    const late = () => giveUp(reader, new Failure('time-out', `Reading the file took longer than ${patience / 1000} seconds.`));
    reader.timer = reader.jobs.length === 0 ? undefined : setTimeout(late, patience);
    if (reader.jobs.length === 0) keepsAlive(reader, false);
  }

  function answered(reader: Reader, answer: Answer): void {
    const job = reader.jobs.shift();
    watch(reader);
    if ('record' in answer) job?.resolve(JSON.parse(utf8.decode(answer.record)) as DocumentRecord);
    else job?.reject(new Failure(answer.code, answer.detail));
  }

  /** A process that died or ran out of time is given up: the file it was at fails, those behind it go to others. */
  function giveUp(reader: Reader, failure: Failure): void {
    if (!readers.delete(reader)) return;
    clearTimeout(reader.timer);
    reader.process.kill('SIGKILL');
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
      await Promise.all(ending.map(ended));
    },
  };
}

/** Whether this process stays for what the other one says; for an idle one it does not. */
function keepsAlive({ process: child }: Reader, stays: boolean): void {
  for (const handle of [child, child.channel, child.stderr as Socket | null]) {
    if (stays) handle?.ref();
    else handle?.unref();
  }
}

/** An engine that runs out of memory ends itself by one of these signals, or with a number of its own; it hardly does so for another reason. */
const broken = new Set<string | number>(['SIGABRT', 'SIGTRAP', 'SIGILL', 'SIGSEGV', 134]);

function endedWith({ printed }: Reader, how: string | number | null): Failure {
  const cause = new Error(`It ended with ${how}.${printed === '' ? '' : `\n${printed}`}`);
  const why = how !== null && broken.has(how) ? ', most likely for want of memory' : '';
  const told = `The process that read the file has ended (${how})${why}.`;
  return new Failure('extraction-failed', told, { cause });
}

async function ended({ process: child }: Reader): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.once('exit', () => resolve());
  child.ref();
  child.kill('SIGKILL');
  await promise;
}
