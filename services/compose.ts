import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { ingest, pipelineVersion } from '#ingest/ingest.ts';
import type { DocumentRecord } from '#ingest/model/record.ts';
import type { SourceFile } from '#ingest/model/source.ts';
import { openPool } from '#services/extraction/pool.ts';
import { isLight } from '#services/extraction/processes.ts';
import { holdsCollection } from '#services/library/collection.ts';
import type { Library } from '#services/library/library.ts';
import { makeLibrary, makeReadingLibrary, onlyReading } from '#services/library/open.ts';
import type { ElasticsearchOptions } from '#services/store/elasticsearch/options.ts';
import type { Indexes } from '#services/store/port.ts';
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
  /** The cluster that holds the index; null for the embedded store. */
  readonly elasticsearch?: ElasticsearchOptions | null;
  /** True for a library that takes no documents in. */
  readonly readOnly?: boolean;
  /** After this many files, light ones are read in processes of their own, too: starting these costs more than a few files. With 0 none is read in this process. */
  readonly processesAfter?: number;
  /** Threads that read the embedded index, for a service whose requests must not wait for each other; 0, the standard, reads on this thread; `auto`: as many as there are processors, from 2 to 4. */
  readonly readingThreads?: number | 'auto';
}

/** Processes that read files, shared by all libraries of this one: each starts with the first file that needs it, and idle ones keep nothing alive. */
const pool = openPool({ processes: availableParallelism(), patience: 120_000, memory: 1024 });

/**
 * The library as it is shipped: the whole pipeline, over the embedded store or, where one is named, an Elasticsearch. A process that only reads
 * needs the folder of the collection for the embedded store alone.
 */
export async function openLibrary(options: LibraryOptions): Promise<Library> {
  const {
    data,
    mode,
    maxFileBytes = defaultMaxFileBytes,
    processesAfter = 64,
    readingThreads = 0,
    elasticsearch = null,
    readOnly = false,
  } = options;
  const folder = resolve(data);
  const remote = elasticsearch === null ? null : await indexesOn(elasticsearch);
  let files = 0;
  const read = (file: SourceFile) => (files++ < processesAfter ? extract(file) : pool.extract(file));
  if (remote !== null && (readOnly || (mode === 'read' && !holdsCollection(folder))))
    return makeReadingLibrary(remote(), { pipeline: pipelineVersion, extract: read, maxFileBytes });
  const library = await makeLibrary({
    folder,
    create: mode === 'write',
    makeIndexes: remote ?? ((naming) => sqliteIndexes(folder, naming, { threads: threadsOf(readingThreads) })),
    extract: read,
    pipeline: pipelineVersion,
    maxFileBytes,
    now: () => new Date(),
  });
  return readOnly ? onlyReading(library) : library;
}

const threadsOf = (asked: number | 'auto') => (asked === 'auto' ? Math.min(4, Math.max(2, availableParallelism())) : asked);

/** Makes the indexes on a cluster. Only a process that has one pays for loading its client. */
async function indexesOn(options: ElasticsearchOptions): Promise<() => Indexes> {
  const { elasticsearchIndexes } = await import('#services/store/elasticsearch/indexes.ts');
  return () => elasticsearchIndexes(options);
}

/**
 * The record of a file; stores nothing. What a foreign parser must open, or is large, is read in a process of its own: it may take long, much memory, or the
 * process with it. Throws `Failure`.
 */
export async function extract(file: SourceFile): Promise<DocumentRecord> {
  return await (isLight(file) ? ingest(file) : pool.extract(file));
}

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
