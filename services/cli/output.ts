import { randomUUID } from 'node:crypto';
import { link, lstat, open, rename, rm } from 'node:fs/promises';
import type { Command } from 'commander';
import { Failure } from '#ingest/model/failure.ts';
import { safe } from './format.ts';
import type { GlobalOptions, World } from './world.ts';

/** Prints the answer of a command: as JSON in one line where that is asked for, else in lines for people. */
export function tell({ terminal }: World, { json }: GlobalOptions, answer: unknown, lines: () => Iterable<string>): void {
  if (json === true) terminal.out(JSON.stringify(answer));
  else for (const line of lines()) terminal.out(line);
}

/** Ends the command where a file that it may not overwrite stands in the place of the one to be written. */
export async function refuseTaken(command: Command, path: string, force: boolean): Promise<void> {
  if (!force && (await exists(path))) command.error(`error: ${safe(path)} exists; take another name, or --force to overwrite it`);
}

async function exists(path: string): Promise<boolean> {
  return await lstat(path).then(
    () => true,
    () => false,
  );
}

/**
 * Writes a file that appears under its name when it is whole and on disk; where the bytes or the writing fail, nothing is left. What stands there is
 * replaced only where `force` says so.
 *
 * @throws Failure `unwritable-file`, and whatever the bytes throw.
 */
export async function writeWhole(path: string, bytes: AsyncIterable<Uint8Array>, force: boolean): Promise<void> {
  const unfinished = `${path}.${randomUUID().slice(0, 8)}.part`;
  const file = await writing(() => open(unfinished, 'wx'));
  try {
    try {
      for await (const some of bytes) await writing(() => file.writeFile(some));
      await writing(() => file.sync());
    } finally {
      await file.close();
    }
    await writing(() => put(unfinished, path, force));
  } finally {
    await rm(unfinished, { force: true });
  }
}

/** Gives a file its name. A second name fails where it is taken, which renaming does not. */
async function put(from: string, to: string, force: boolean): Promise<void> {
  if (force) return await rename(from, to);
  try {
    await link(from, to);
  } catch (thrown) {
    // Some file systems know no second names.
    if (isTaken(thrown) || (await exists(to))) throw thrown;
    await rename(from, to);
  }
}

function isTaken(thrown: unknown): boolean {
  return thrown instanceof Error && 'code' in thrown && thrown.code === 'EEXIST';
}

async function writing<T>(step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (thrown) {
    throw new Failure('unwritable-file', thrown instanceof Error ? `${thrown.message}.` : null, { cause: thrown });
  }
}
