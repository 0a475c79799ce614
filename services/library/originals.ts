import { createHash } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { asFailure, Failure } from '#ingest/model/failure.ts';

/** SHA-256 of the bytes, lower-case hex: the name under which an original is kept. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The files as they came, each under the hash of its bytes: `ab/abcdef…`. Nothing here is ever changed or overwritten. */
export interface Originals {
  /** Puts files on disk and returns when file, name and folder are flushed. Bytes that are kept already cost nothing. */
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
  const pathOf = (hash: string) => join(folder, hash.slice(0, 2), hash);
  const made = new Set<string>();
  const underWay = new Map<string, Promise<void>>();

  async function make(path: string): Promise<void> {
    if (made.has(path)) return;
    await mkdir(path, { recursive: true });
    made.add(path);
  }

  /** Returns the path where it wrote, null where the bytes were kept already. The rename makes the file appear whole or not at all. */
  async function keepOne(hash: string, bytes: Uint8Array): Promise<string | null> {
    const path = pathOf(hash);
    if (await holds(path, bytes.length)) return null;
    await make(dirname(path));
    await make(half);
    const file = await open(join(half, hash), 'w');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(join(half, hash), path);
    return path;
  }

  async function keepAll(files: ReadonlyMap<string, Uint8Array>): Promise<void> {
    const written = await Promise.all([...files].map(([hash, bytes]) => keepOne(hash, bytes)));
    const touched = new Set(written.filter((path) => path !== null).map((path) => dirname(path)));
    // A folder made just now is an entry of the folder above, which has to reach the disk as well.
    if (touched.size > 0) touched.add(folder);
    await Promise.all([...touched].map(flushFolder));
  }

  return {
    async keep(files) {
      // Bytes that another caller is writing at this moment are waited for: they are not on disk before that.
      const others = new Set(files.map(({ hash }) => underWay.get(hash)).filter((other) => other !== undefined));
      const fresh = new Map(files.filter(({ hash }) => !underWay.has(hash)).map(({ hash, bytes }) => [hash, bytes]));
      const work = keepAll(fresh);
      for (const hash of fresh.keys()) underWay.set(hash, work);
      try {
        await Promise.all([work, ...others]);
      } catch (thrown) {
        throw asFailure(thrown, 'internal');
      } finally {
        for (const hash of fresh.keys()) underWay.delete(hash);
      }
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
        if (/^[0-9a-f]{2}$/u.test(name)) hashes.push(...(await entriesOf(join(folder, name))));
      }
      return hashes.sort();
    },
    async sweep() {
      await rm(half, { recursive: true, force: true });
      made.delete(half);
    },
  };
}

async function holds(path: string, length: number): Promise<boolean> {
  try {
    return (await stat(path)).size === length;
  } catch (thrown) {
    if (isMissing(thrown)) return false;
    throw thrown;
  }
}

async function flushFolder(path: string): Promise<void> {
  // Windows cannot open a folder; its rename is durable by itself.
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
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
