import type { Command } from 'commander';
import type { DocumentRecord } from '#ingest/model/record.ts';
import type { SourceFile } from '#ingest/model/source.ts';
import type { LibraryOptions } from '#services/compose.ts';
import type { Config } from '#services/config.ts';
import type { Library } from '#services/library/library.ts';

/** Where output goes. `out` takes results, `err` what is said about the work; both end the line. */
export interface Terminal {
  out(line: string): void;
  err(line: string): void;
  /** Bytes of a result that is no text, as they are; settled when they are on their way. */
  data(bytes: Uint8Array): Promise<void>;
  /** True where a person looks on: colours and a progress bar make sense. */
  readonly live: boolean;
}

/** All that the command line touches: handed in by `main.ts`, and by tests. */
export interface World {
  readonly config: Config;
  readonly terminal: Terminal;
  openLibrary(options: LibraryOptions): Promise<Library>;
  extract(file: SourceFile): Promise<DocumentRecord>;
  /** Serves a library until the process is told to stop; `ready` is called with the address when it answers. */
  serve(library: Library, at: { host: string; port: number }, ready: (address: string) => void): Promise<void>;
}

/** A command: adds itself to the program; its action tells the exit code to `end`. */
export type Attach = (program: Command, world: World, end: (code: number) => void) => void;

/** Options that every command takes. */
export interface GlobalOptions {
  readonly data?: string;
  readonly json?: boolean;
}

/** Opens the library that the options name, runs `work` and closes it, whatever happens. */
export async function withLibrary<T>(
  world: World,
  options: GlobalOptions,
  opening: LibraryOptions['mode'] | Pick<LibraryOptions, 'mode' | 'processesAfter' | 'readingThreads'>,
  work: (library: Library) => Promise<T>,
): Promise<T> {
  const { data, maxFileBytes, elasticsearch, readOnly } = world.config;
  const how = typeof opening === 'string' ? { mode: opening } : opening;
  const library = await world.openLibrary({ data: options.data ?? data, maxFileBytes, elasticsearch, readOnly, ...how });
  try {
    return await work(library);
  } finally {
    await library.close();
  }
}
