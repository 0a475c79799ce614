import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest';
import { run } from '#services/cli/program.ts';
import { extract, openLibrary } from '#services/compose.ts';
import { configFrom } from '#services/config.ts';
import { engineEnvironment } from '../support/engine.ts';

/** What a run of the command line left behind. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** What was given out as bytes. */
  readonly data: Uint8Array;
  /** The output as JSON. */
  readonly json: () => unknown;
}

export async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'vankien-cli-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A collection that the tests of one file ask. */
export interface HeldFiles {
  /** The environment under which it is asked, from before the first test on. */
  readonly data: Record<string, string>;
  /** Where a file of this name lies, or would lie, beside those that it was made of. */
  readonly path: (name: string) => string;
}

/** A collection made of these texts by the names of their files, taken in before the tests and taken away after them. */
export function holdingFiles(files: Readonly<Record<string, string>>): HeldFiles {
  let root = '';
  const data: Record<string, string> = {};
  const path = (name: string) => join(root, name);
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'vankien-cli-'));
    data.VANKIEN_DATA = path('data');
    for (const [name, text] of Object.entries(files)) await writeFile(path(name), text);
    expect(await vankien(data, 'ingest', ...Object.keys(files).map(path))).toMatchObject({ code: 0, err: '' });
  });
  afterAll(() => rm(root, { recursive: true, force: true }));
  return { data, path };
}

/** Runs `vankien` in this process, over the library as shipped. */
export async function vankien(environment: Record<string, string>, ...args: readonly string[]): Promise<Ran> {
  const out: string[] = [];
  const err: string[] = [];
  const data: Uint8Array[] = [];
  const code = await run(args, {
    config: configFrom({ ...(environment.VANKIEN_DATA === undefined ? {} : engineEnvironment(environment.VANKIEN_DATA)), ...environment }),
    terminal: { out: (line) => out.push(line), err: (line) => err.push(line), data: async (bytes) => void data.push(bytes), live: false },
    openLibrary,
    extract,
    serve: async (_library, { host, port }, ready) => ready(`http://${host}:${port}`),
  });
  return { code, out: out.join('\n'), err: err.join('\n'), data: Buffer.concat(data), json: () => JSON.parse(out.join('\n')) };
}
