import { resolve } from 'node:path';
import { ingest, pipelineVersion } from '#ingest/ingest.ts';
import type { Library } from '#services/library/library.ts';
import { makeLibrary } from '#services/library/open.ts';
import { openSqliteStore } from '#services/store/sqlite/open.ts';

/** Largest file taken in where nothing else is set. */
const defaultMaxFileBytes = 32 * 1024 * 1024;

/** Which collection, and whether it may be made and written to where it is missing. */
export interface LibraryOptions {
  /** Folder of the collection. */
  readonly data: string;
  /** `write` makes a missing collection and finishes what an interrupted run left; with `read` a missing one is `no-collection`. */
  readonly mode: 'read' | 'write';
  readonly maxFileBytes?: number;
}

/** The library as it is shipped: the whole pipeline over the embedded store. */
export async function openLibrary({ data, mode, maxFileBytes = defaultMaxFileBytes }: LibraryOptions): Promise<Library> {
  return await makeLibrary({
    folder: resolve(data),
    create: mode === 'write',
    openIndex: async (file, { create }) => openSqliteStore({ file, mode: create ? 'create' : 'write' }),
    extract: ingest,
    pipeline: pipelineVersion,
    maxFileBytes,
    now: () => new Date(),
  });
}
