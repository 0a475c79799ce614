import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { lstat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { Failure } from '#ingest/model/failure.ts';
import type { IncomingFile } from '#services/library/library.ts';

/** What the given paths lead to. Nothing is left out without being told: hidden entries are counted, what cannot be looked into is among the files and fails there. */
export interface FoundFiles {
  readonly files: readonly IncomingFile[];
  /** Hidden files and folders (with a dot in front) that were passed over inside folders. */
  readonly hidden: number;
}

/**
 * Files under paths, folders and glob patterns, each once, in order of name within its folder. Links are followed; one that leads back to
 * a folder above it, or to a file seen before, is not followed again. A path that leads nowhere is `unreadable-file` when it is read.
 */
export async function findFiles(paths: readonly string[], maxFileBytes: number): Promise<FoundFiles> {
  const files: IncomingFile[] = [];
  const seen = new Set<string>();
  let hidden = 0;

  // Asked on this thread: going through promises takes longer than the answers do, by far.
  function visit(path: string): void {
    try {
      const real = realpathSync.native(path);
      if (seen.has(real)) return;
      seen.add(real);
      const found = statSync(real);
      if (!found.isDirectory()) {
        files.push(fileAt(path, real, maxFileBytes));
        return;
      }
      for (const name of readdirSync(real).sort()) {
        if (name.startsWith('.')) hidden += 1;
        else visit(join(path, name));
      }
    } catch (thrown) {
      files.push(unreadable(path, thrown));
    }
  }

  for (const path of paths) {
    if (isDynamicPattern(path) && !(await exists(path))) {
      const matches = await glob(path, { onlyFiles: false, expandDirectories: false, followSymbolicLinks: false, absolute: true });
      if (matches.length === 0) files.push(unreadable(path, new Error('nothing matches this pattern')));
      for (const match of matches.sort()) visit(match);
    } else {
      visit(resolve(path));
    }
  }
  return { files, hidden };
}

function fileAt(path: string, real: string, maxFileBytes: number): IncomingFile {
  return {
    name: basename(path),
    source: real,
    read: async () => {
      try {
        // Read on this thread: the threads for files are busy flushing originals, and a page that is in memory comes at once.
        const found = statSync(real);
        if (!found.isFile()) throw new Failure('unreadable-file', 'It is no ordinary file.');
        if (found.size > maxFileBytes) throw new Failure('file-too-large', `${found.size} bytes; the limit is ${maxFileBytes}.`);
        return readFileSync(real);
      } catch (thrown) {
        throw asUnreadable(thrown);
      }
    },
  };
}

function unreadable(path: string, thrown: unknown): IncomingFile {
  return {
    name: basename(path) || path,
    source: path,
    read: async () => {
      throw asUnreadable(thrown);
    },
  };
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'It does not exist.',
  EACCES: 'It may not be read.',
  EPERM: 'It may not be read.',
  ELOOP: 'It is a link that leads back to itself.',
};

function asUnreadable(thrown: unknown): Failure {
  if (thrown instanceof Failure) return thrown;
  const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '';
  const told = thrown instanceof Error ? `${thrown.message}.` : null;
  return new Failure('unreadable-file', reasons[code] ?? told, { cause: thrown });
}

async function exists(path: string): Promise<boolean> {
  return await lstat(path).then(
    () => true,
    () => false,
  );
}
