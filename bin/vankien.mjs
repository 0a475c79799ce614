#!/usr/bin/env node
// Starts the command line. The programs are TypeScript and run as they are, which takes Node 26: where the Node that runs this file is
// older, the one that npm installed with the project is started in its place.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const needed = 26;
const main = new URL('../services/cli/main.ts', import.meta.url);

if (Number.parseInt(process.versions.node, 10) >= needed && process.features.typescript) {
  await import(main.href);
} else {
  startAnew(installedNode());
}

/** The Node of the npm package `node`; null where its install script has not run. */
function installedNode() {
  try {
    const folder = join(dirname(createRequire(import.meta.url).resolve('node/package.json')), 'bin');
    return ['node', 'node.exe'].map((name) => join(folder, name)).find((path) => existsSync(path)) ?? null;
  } catch {
    return null;
  }
}

function startAnew(node) {
  if (node === null) {
    process.stderr.write(`This is Node ${process.versions.node}; Vankien needs Node ${needed}. Run \`npm ci\` in its folder, which installs it beside the rest.\n`);
    process.exitCode = 1;
    return;
  }
  const child = spawn(node, [fileURLToPath(main), ...process.argv.slice(2)], { stdio: 'inherit' });
  // Ctrl-C reaches the child by itself; this process stays until the child has ended in order.
  process.on('SIGINT', () => undefined);
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    process.stderr.write(`Node ${needed} could not be started: ${error.message}. Run \`npm ci\` again.\n`);
    process.exitCode = 1;
  });
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 1);
  });
}
