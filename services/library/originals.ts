import { createHash } from 'node:crypto';
import { closeSync, fsync, mkdirSync, openSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { asFailure, Failure } from '#ingest/model/failure.ts';

/** SHA-256 of the bytes, lower-case hex: the name under which an original is kept. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/**
 * The files as they came, each under the hash of its bytes: `a/abcdef…`. Nothing here is ever changed or overwritten.
 * Sixteen folders, because each folder that a batch touches costs a flush of its own.
 */
export interface Originals {
  /**
   * Puts files on disk; done when file, name and folder are flushed. Bytes that are kept already cost nothing.
   * Writing is done on the calling thread (the pages only go to memory), waiting for the disk on others, several files at a time.
   */
  keep(files: readonly { readonly hash: string; readonly bytes: Uint8Array }[]): Promise<void>;
  /** The bytes under this hash; `collection-damaged` where they are missing or no longer have this hash. */
  read(hash: string): Promise<Uint8Array>;
  /** Hashes of all kept files, in order. */
  list(): Promise<readonly string[]>;
  /** Takes away what a crash left half written. Only for the one process that may write. */
  sweep(): Promise<void>;
}

export function openOriginals(folder: string): Originals {
  const half = join(folder, '.half');
  const pathOf = (hash: string) => join(folder, hash.slice(0, 1), hash);
  const made = new Set<string>();
  /** Batches go one after the other: two that hold the same bytes would use the same name of passage. */
  let queue: Promise<unknown> = Promise.resolve();

  function make(path: string): void {
    if (made.has(path)) return;
    mkdirSync(path, { recursive: true });
    made.add(path);
  }

  /** Writes the bytes under a name of passage, not yet flushed; null where they are kept already. */
  function begin(hash: string, bytes: Uint8Array): Half | null {
    const path = pathOf(hash);
    if (statSync(path, { throwIfNoEntry: false })?.size === bytes.length) return null;
    make(dirname(path));
    make(half);
    const passage = join(half, hash);
    const file = openSync(passage, 'w');
    try {
      writeFileSync(file, bytes);
    } catch (thrown) {
      closeSync(file);
      throw thrown;
    }
    return { file, passage, path };
  }

  async function keepNow(files: readonly { readonly hash: string; readonly bytes: Uint8Array }[]): Promise<void> {
    const begun: Half[] = [];
    try {
      try {
        for (const [hash, bytes] of new Map(files.map((file) => [file.hash, file.bytes]))) {
          const one = begin(hash, bytes);
          if (one !== null) begun.push(one);
        }
        await allDone(begun.map(({ file }) => flush(file)));
      } finally {
        for (const { file } of begun) closeSync(file);
      }
      // The rename makes a file appear whole or not at all.
      for (const { passage, path } of begun) renameSync(passage, path);
      const touched = new Set(begun.map(({ path }) => dirname(path)));
      // A folder made just now is an entry of the folder above, which has to reach the disk as well.
      if (touched.size > 0) touched.add(folder);
      await allDone([...touched].map(flushFolder));
    } catch (thrown) {
      throw asFailure(thrown);
    }
  }

  return {
    keep(files) {
      const turn = queue.then(() => keepNow(files));
      queue = turn.catch(() => undefined);
      return turn;
    },
    async read(hash) {
      let bytes: Uint8Array;
      try {
        bytes = await readFile(pathOf(hash));
      } catch (cause) {
        throw new Failure('collection-damaged', `The original file ${hash} cannot be read.`, { cause });
      }
      if (hashOf(bytes) !== hash)
        throw new Failure('collection-damaged', `The original file ${hash} no longer has the bytes it was taken in with.`);
      return bytes;
    },
    async list() {
      const hashes: string[] = [];
      for (const name of await entriesOf(folder)) {
        if (/^[0-9a-f]$/u.test(name)) hashes.push(...(await entriesOf(join(folder, name))));
      }
      return hashes.sort();
    },
    async sweep() {
      await rm(half, { recursive: true, force: true });
      made.delete(half);
    },
  };
}

/** A file on its way: open, under its name of passage and the one it will have. */
interface Half {
  readonly file: number;
  readonly passage: string;
  readonly path: string;
}

const flush = promisify(fsync);

/** Waits for all, also where one fails, so that no file is closed while another thread flushes it; then throws what failed first. */
async function allDone(works: readonly Promise<void>[]): Promise<void> {
  await Promise.allSettled(works);
  await Promise.all(works);
}

async function flushFolder(path: string): Promise<void> {
  // Windows cannot open a folder; its rename is durable by itself.
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  try {
    await flush(folder);
  } finally {
    closeSync(folder);
  }
}

async function entriesOf(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (thrown) {
    if (isMissing(thrown)) return [];
    throw thrown;
  }
}

function isMissing(thrown: unknown): boolean {
  return thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT';
}
