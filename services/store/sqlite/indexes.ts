import { existsSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '#ingest/model/failure.ts';
import type { Indexes, IndexNaming, IndexRole } from '#services/store/port.ts';
import { storeFailure } from './failures.ts';
import { openSqliteStore, type SqliteOptions } from './open.ts';
import { openThreadedStore } from './threads/open.ts';

const form = /^(index-(\d+)\.sqlite)(?:-wal|-shm|-journal)?$/u;

/**
 * The indexes of a collection as files `index-NUMBER.sqlite` in its folder; which is which stands in `naming`. With `threads` (for a service) each open one
 * works in threads of its own, this many for reading; with 0 on the thread that calls it.
 */
export function sqliteIndexes(folder: string, naming: IndexNaming, { threads = 0 }: { readonly threads?: number } = {}): Indexes {
  const pathOf = (name: string) => join(folder, name);

  async function files(): Promise<{ file: string; name: string; number: number }[]> {
    const entries = await readdir(folder);
    return entries.flatMap((file) => {
      const match = form.exec(file);
      return match === null ? [] : [{ file, name: match[1]!, number: Number(match[2]) }];
    });
  }

  /** Where a reader still holds a file open and the system forbids taking it away, it stays until the next sweep. */
  async function sweep(): Promise<void> {
    const { current, next, previous } = naming.read();
    for (const { file, name } of await files()) {
      if (name === current || name === next || name === previous) continue;
      await rm(pathOf(file), { force: true }).catch(() => undefined);
    }
  }

  async function freeName(): Promise<string> {
    const numbers = (await files()).map(({ number }) => number);
    return `index-${Math.max(0, ...numbers, Number(form.exec(naming.read().current)?.[2] ?? 0)) + 1}.sqlite`;
  }

  async function nameFor(role: IndexRole, create: boolean): Promise<string> {
    const names = naming.read();
    const name = names[role];
    if (name !== null) return name;
    if (!create) throw new Failure('no-collection', `There is no ${role} index.`);
    const made = await freeName();
    naming.write({ ...names, [role]: made });
    return made;
  }

  return guarded({
    generation: () => naming.read().current,
    async has(role) {
      const name = naming.read()[role];
      return name !== null && existsSync(pathOf(name));
    },
    async open(role, { create }) {
      const name = await nameFor(role, create);
      const options: SqliteOptions = { file: pathOf(name), mode: create ? 'create' : 'write' };
      return threads === 0 ? openSqliteStore(options) : await openThreadedStore(options, threads);
    },
    async promote() {
      const { current, next } = naming.read();
      if (next === null) throw new Failure('internal', 'There is no index to change over to.');
      naming.write({ current: next, previous: current, next: null });
      await sweep();
    },
    async goBack() {
      const { current, next, previous } = naming.read();
      if (previous === null) throw new Failure('not-found', 'No earlier index is kept.');
      naming.write({ current: previous, previous: current, next });
    },
    async drop(role) {
      naming.write({ ...naming.read(), [role]: null });
      await sweep();
    },
    sweep,
    async close() {},
  });
}

function guarded(indexes: Indexes): Indexes {
  const failing =
    <A extends unknown[], R>(work: (...given: A) => Promise<R>) =>
    async (...given: A) => {
      try {
        return await work(...given);
      } catch (thrown) {
        throw storeFailure(thrown);
      }
    };
  const { generation, has, open, promote, goBack, drop, sweep, close } = indexes;
  return {
    generation,
    has: failing(has),
    open: failing(open),
    promote: failing(promote),
    goBack: failing(goBack),
    drop: failing(drop),
    sweep: failing(sweep),
    close: failing(close),
  };
}
