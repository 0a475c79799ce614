import type { Indexes, Store } from '#services/store/port.ts';

/** Questions to the index that is current when they begin; a changing over meanwhile does not disturb them. */
export interface Readers {
  reading<T>(work: (index: Store) => Promise<T>): Promise<T>;
  /** Lets go of the index that is open: the next question opens the current one anew. */
  retire(): Promise<void>;
}

interface Opened {
  readonly generation: string;
  readonly store: Store;
  users: number;
  retired: boolean;
}

export function readersOf(indexes: Indexes): Readers {
  let opened: Opened | null = null;
  let opening: Promise<Opened> | null = null;

  async function open(generation: string): Promise<Opened> {
    const store = await indexes.open('current', { create: false });
    await retire();
    opened = { generation, store, users: 0, retired: false };
    return opened;
  }

  async function acquire(): Promise<Opened> {
    for (;;) {
      const generation = indexes.generation();
      if (opened?.generation === generation) {
        opened.users += 1;
        return opened;
      }
      // Several questions that come together wait for one opening.
      opening ??= open(generation).finally(() => {
        opening = null;
      });
      await opening;
    }
  }

  async function release(index: Opened): Promise<void> {
    index.users -= 1;
    if (index.users === 0 && index.retired) await index.store.close();
  }

  async function retire(): Promise<void> {
    const old = opened;
    opened = null;
    if (old === null) return;
    old.retired = true;
    if (old.users === 0) await old.store.close();
  }

  return {
    async reading(work) {
      const index = await acquire();
      try {
        return await work(index.store);
      } finally {
        await release(index);
      }
    },
    retire,
  };
}
