import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { asFailure } from '#ingest/model/failure.ts';
import type { Library } from '#services/library/library.ts';
import { findFiles } from '../files.ts';
import { failureLine } from '../format.ts';
import { type Attach, type GlobalOptions, type Terminal, type World, withLibrary } from '../world.ts';
import { countsOf, silent, takeIn } from './ingest.ts';
import { statsLines } from './keep.ts';
import { wholeFrom } from './options.ts';

interface ServeOptions extends GlobalOptions {
  readonly port?: number;
  readonly host?: string;
}

const samples = fileURLToPath(new URL('../../../samples/collection', import.meta.url));

export const serveCommand: Attach = (program, world, end) => {
  withAddress(program.command('serve'))
    .description('Serve the collection over HTTP, until Ctrl-C.')
    .addHelpText(
      'after',
      `
The API is described at /docs. It listens on this machine only, unless --host says otherwise; there is no login yet.

Examples:
  vankien serve
  vankien serve --port 9000 --data ./other`,
    )
    .action(async (_options, command) => {
      const options = command.optsWithGlobals() as ServeOptions;
      await serve(world, options);
      end(0);
    });
};

export const startCommand: Attach = (program, world, end) => {
  withAddress(program.command('start'))
    .description('Read the sample documents into the collection and serve it: what `npm start` does.')
    .addHelpText('after', '\nA second start finds the samples known and does no work over again.\n\nExample:\n  vankien start --port 9000')
    .action(async (_options, command) => {
      const options = command.optsWithGlobals() as ServeOptions;
      const { terminal, config } = world;
      await withLibrary(world, options, 'write', async (library) => {
        if (existsSync(samples)) {
          const { files } = await findFiles([samples], config.maxFileBytes);
          const quiet = options.json === true;
          const outcomes = await takeIn(library, files, quiet ? silent : terminal, { known: false });
          const { added, updated, known, refused } = countsOf(outcomes);
          if (!quiet) terminal.out(`Samples: ${added + updated} read, ${known} known already, ${refused} refused.`);
        } else {
          terminal.err(`There are no samples at ${samples}.`);
        }
        await tellStats(library, terminal, options.json === true);
      });
      await serve(world, options);
      end(0);
    });
};

/** Counts of the collection; where the index is away the service starts all the same, and says so. */
async function tellStats(library: Library, terminal: Terminal, json: boolean): Promise<void> {
  try {
    const stats = await library.stats();
    if (json) terminal.out(JSON.stringify(stats));
    else for (const line of statsLines(stats)) terminal.out(line);
  } catch (thrown) {
    const failure = asFailure(thrown);
    if (failure.code !== 'index-unavailable') throw failure;
    terminal.err(failureLine(failure, json).line);
  }
}

function withAddress(command: Command): Command {
  return command
    .option('--port <port>', 'port to listen on, 0 for any free one (or VANKIEN_PORT)', wholeFrom(0, 65_535))
    .option('--host <host>', 'address to listen on (or VANKIEN_HOST)');
}

async function serve(world: World, options: ServeOptions): Promise<void> {
  const { config, terminal } = world;
  const at = { host: options.host ?? config.host, port: options.port ?? config.port };
  // Files that are sent in are read in processes of their own from the first one on, and the index in threads: requests must not wait for them.
  const opening = { mode: config.readOnly ? 'read' : 'write', processesAfter: 0, readingThreads: config.readingThreads } as const;
  await withLibrary(world, options, opening, (library) =>
    world.serve(library, at, (address) => {
      if (options.json === true) terminal.out(JSON.stringify({ address }));
      else terminal.out(`Serving ${address} (the API is described at ${address}/docs). Ctrl-C ends it.`);
    }),
  );
}
