import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '#ingest/model/failure.ts';
import type { Store } from '#services/store/port.ts';
import { catchUp, type Extract } from './catchUp.ts';
import { type Ledger, openLedger } from './ledger.ts';
import { type Lock, takeLock } from './lock.ts';
import { type Originals, openOriginals } from './originals.ts';

/** Opens an index; a missing file is a failure unless `create` asks for a new one. */
export type OpenIndex = (path: string, options: { readonly create: boolean }) => Promise<Store>;

/** What a library is made of. */
export interface Parts {
  /** Folder of the collection. */
  readonly folder: string;
  /** True where the folder may be made; else a missing collection is `no-collection`. */
  readonly create: boolean;
  readonly openIndex: OpenIndex;
  readonly extract: Extract;
  /** Version of the extraction; records of another version are read anew by a rebuild. */
  readonly pipeline: string;
  readonly maxFileBytes: number;
  readonly now: () => Date;
}

/** The writer's side, for as long as it holds the lock. */
export interface Writing {
  /** The index; throws the failure with which it could not be opened (a rebuild goes on without it). */
  readonly index: Store;
  /** How many documents of an interrupted run were brought into the index on entering. */
  readonly caughtUp: number;
  /** Runs `work` alone: nothing else of this process writes meanwhile. */
  alone<T>(work: () => Promise<T>): Promise<T>;
  /** Lets readers, of this process and of others, change over to the index under this file name. */
  changeOver(name: string): Promise<void>;
  close(): Promise<void>;
}

/** A collection on disk: originals and ledger (the record), and the index made from them. */
export interface Collection {
  readonly parts: Parts;
  readonly ledger: Ledger;
  readonly originals: Originals;
  /** Runs `work` on the index that is current when it begins; a changing over meanwhile does not disturb it. */
  reading<T>(work: (index: Store) => Promise<T>): Promise<T>;
  /** Takes part in writing: the first to enter takes the lock and repairs what a dead writer left; the last to leave lets it go. */
  enter(): Promise<Writing>;
  leave(writing: Writing, outcome: 'done' | 'failed'): Promise<void>;
  indexPath(name: string): string;
  close(): Promise<void>;
}

interface OpenedIndex {
  readonly name: string;
  readonly store: Store;
  users: number;
  retired: boolean;
}

export async function openCollection(parts: Parts): Promise<Collection> {
  if (parts.create) await mkdir(parts.folder, { recursive: true });
  const ledger = openLedger(join(parts.folder, 'ledger.sqlite'), { create: parts.create });
  const originals = openOriginals(join(parts.folder, 'originals'));
  const indexPath = (name: string) => join(parts.folder, name);
  let opened: OpenedIndex | null = null;
  let session: { lock: Lock; writing: Writing; users: number; failed: boolean } | null = null;
  let entering: Promise<void> = Promise.resolve();

  async function release(index: OpenedIndex): Promise<void> {
    index.users -= 1;
    if (index.users === 0 && index.retired) await index.store.close();
  }

  async function acquire(): Promise<OpenedIndex> {
    const { index: name } = ledger.state();
    if (opened?.name !== name) {
      const store = await parts.openIndex(indexPath(name), { create: false });
      await retire();
      opened = { name, store, users: 0, retired: false };
    }
    opened.users += 1;
    return opened;
  }

  async function retire(): Promise<void> {
    const old = opened;
    opened = null;
    if (old === null) return;
    old.retired = true;
    if (old.users === 0) await old.store.close();
  }

  async function begin(): Promise<NonNullable<typeof session>> {
    const lock = await takeLock(join(parts.folder, 'lock.sqlite'));
    try {
      const state = ledger.state();
      await originals.sweep();
      await removeOtherIndexes(parts.folder, state.index);
      // A writer that died while it made the index leaves an empty file: like a missing one it is made, and filled from the ledger.
      const index = await openedOr(() => parts.openIndex(indexPath(state.index), { create: true }));
      const behind = !(index instanceof Failure) && (!state.settled || (await index.list(null, 1)).length === 0);
      const caughtUp = behind ? await catchUp({ ledger, originals, parts }, index) : 0;
      return { lock, writing: writingOn(index, caughtUp), users: 0, failed: false };
    } catch (thrown) {
      lock.release();
      throw thrown;
    }
  }

  function writingOn(first: Store | Failure, caughtUp: number): Writing {
    let index = first;
    let queue: Promise<unknown> = Promise.resolve();
    return {
      get index() {
        if (index instanceof Failure) throw index;
        return index;
      },
      caughtUp,
      alone(work) {
        const turn = queue.then(work);
        queue = turn.catch(() => undefined);
        return turn;
      },
      async changeOver(name) {
        const next = await parts.openIndex(indexPath(name), { create: false });
        ledger.commit((to) => to.setState({ index: name, settled: true }));
        await this.close();
        index = next;
        await retire();
        await removeOtherIndexes(parts.folder, name);
      },
      async close() {
        if (!(index instanceof Failure)) await index.close();
      },
    };
  }

  /** One after the other: whoever comes while the lock is being taken or let go waits for that. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = entering.then(work);
    entering = turn.then(
      () => undefined,
      () => undefined,
    );
    return turn;
  }

  return {
    parts,
    ledger,
    originals,
    indexPath,
    async reading(work) {
      const index = await acquire();
      try {
        return await work(index.store);
      } finally {
        await release(index);
      }
    },
    enter: () =>
      inTurn(async () => {
        session ??= await begin();
        session.users += 1;
        return session.writing;
      }),
    leave: (_writing, outcome) =>
      inTurn(async () => {
        if (session === null) throw new Failure('internal', 'A writer left that had not entered.');
        session.users -= 1;
        session.failed ||= outcome === 'failed';
        if (session.users > 0) return;
        const { lock, writing, failed } = session;
        session = null;
        try {
          const state = ledger.state();
          if (!failed && !state.settled) ledger.commit((to) => to.setState({ ...state, settled: true }));
          await writing.close();
        } finally {
          lock.release();
        }
      }),
    async close() {
      await inTurn(async () => {
        await retire();
        const interrupted = session;
        session = null;
        await interrupted?.writing.close();
        interrupted?.lock.release();
      });
      ledger.close();
    },
  };
}

/** A damaged index must not keep a writer from making a new one; what else goes wrong is thrown. */
async function openedOr(open: () => Promise<Store>): Promise<Store | Failure> {
  try {
    return await open();
  } catch (thrown) {
    if (thrown instanceof Failure && thrown.code === 'collection-damaged') return thrown;
    throw thrown;
  }
}

/** Indexes that a rebuild left behind, whole or half made. Where a reader still holds one open and the system forbids it, it stays until next time. */
async function removeOtherIndexes(folder: string, current: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const base = /^(index-\d+\.sqlite)(?:-wal|-shm|-journal)?$/u.exec(name)?.[1];
    if (base === undefined || base === current) continue;
    await rm(join(folder, name), { force: true }).catch(() => undefined);
  }
}
