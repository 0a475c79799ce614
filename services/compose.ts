import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { ingest, pipelineVersion } from '#ingest/ingest.ts';
import { openPool } from '#services/extraction/pool.ts';
import type { Library } from '#services/library/library.ts';
import { makeLibrary } from '#services/library/open.ts';
import { sqliteIndexes } from '#services/store/sqlite/indexes.ts';

/** Largest file taken in where nothing else is set. */
const defaultMaxFileBytes = 32 * 1024 * 1024;

/** Which collection, and whether it may be made where it is missing. */
export interface LibraryOptions {
  /** Folder of the collection. */
  readonly data: string;
  /** `write` makes a missing collection and finishes what an interrupted run left; with `read` a missing one is `no-collection`. */
  readonly mode: 'read' | 'write';
  readonly maxFileBytes?: number;
  /** After this many files, reading goes to threads of its own: starting them costs more than a few files. 0 keeps all reading off this thread. */
  readonly threadsAfter?: number;
}

/** Threads that read files, shared by all libraries of the process: each starts with the first file that needs it, and idle ones keep nothing alive. */
const pool = openPool({ threads: availableParallelism(), patience: 120_000, memory: 1024 });

/** The library as it is shipped: the whole pipeline over the embedded store. */
export async function openLibrary({ data, mode, maxFileBytes = defaultMaxFileBytes, threadsAfter = 64 }: LibraryOptions): Promise<Library> {
  let files = 0;
  return await makeLibrary({
    folder: resolve(data),
    create: mode === 'write',
    makeIndexes: (naming) => sqliteIndexes(resolve(data), naming),
    extract: (file) => (files++ < threadsAfter ? ingest(file) : pool.extract(file)),
    pipeline: pipelineVersion,
    maxFileBytes,
    now: () => new Date(),
  });
}

/** The record of a file; stores nothing. Throws `Failure`. */
export const extract = ingest;

export interface ServeOptions {
  readonly host: string;
  /** 0 for any free one. */
  readonly port: number;
  readonly level: 'silent' | 'error' | 'warn' | 'info' | 'debug';
  /** Host names that are answered beside those of loopback and `host`; null for any. */
  readonly hosts: readonly string[] | null;
}

/** Serves a library over HTTP until the process is told to stop; `ready` is called with the address once it answers. */
export async function serve(library: Library, options: ServeOptions, ready: (address: string) => void): Promise<void> {
  // Only a service pays for loading the HTTP parts.
  const [{ buildApi }, { loopbackHosts }, { listen, untilStopped }, { pino }] = await Promise.all([
    import('#services/api/app.ts'),
    import('#services/api/options.ts'),
    import('#services/api/server.ts'),
    import('pino'),
  ]);
  const { host, port, level, hosts } = options;
  const app = await buildApi(library, {
    logger: level === 'silent' ? false : pino({ level }, pino.destination({ dest: 2, sync: true })),
    hosts: hosts === null ? null : [...loopbackHosts, host, ...hosts],
  });
  try {
    ready(await listen(app, { host, port }));
  } catch (thrown) {
    await app.close();
    throw thrown;
  }
  await untilStopped(app);
}
