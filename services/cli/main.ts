import { extract, openLibrary, serve } from '#services/compose.ts';
import { configFrom } from '#services/config.ts';
import { failureLine } from './format.ts';
import { run } from './program.ts';
import type { Terminal } from './world.ts';

// Whoever reads the output may have enough of it (`| head`): that is no error.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
}

const terminal: Terminal = {
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
  data: (bytes) => new Promise((resolve, reject) => process.stdout.write(bytes, (error) => (error ? reject(error) : resolve()))),
  live: process.stderr.isTTY === true && process.stdout.isTTY === true,
};

try {
  const config = configFrom(process.env);
  const log = { level: config.log, hosts: config.hosts };
  process.exitCode = await run(process.argv.slice(2), {
    config,
    terminal,
    openLibrary,
    extract,
    serve: (library, at, ready) => serve(library, { ...at, ...log }, ready),
  });
} catch (thrown) {
  const { line, exit } = failureLine(thrown, false);
  terminal.err(line);
  process.exitCode = exit;
}
