import { describe } from 'vitest';
import type { Store } from '#services/store/port.ts';
import { testGraph } from './graph-contract.ts';
import { testKeeping } from './keeping-contract.ts';
import { testSearch } from './search-contract.ts';
import { testTasks } from './tasks-contract.ts';

/**
 * A place where a store can be kept. `open` opens it (making it the first time); opened again after `close` it must hold what it held.
 * An engine that makes what was put visible later than at once must wait for it before `put` and `remove` answer.
 */
export interface StorePlace {
  open(): Promise<Store>;
  dispose(): Promise<void>;
}

/** What every engine must do, with the same hits in each. `makePlace` gives a new, empty place each time. */
export function storeContract(engine: string, makePlace: () => Promise<StorePlace>): void {
  describe(`the store on ${engine}`, () => {
    testKeeping(makePlace);
    testSearch(makePlace);
    testGraph(makePlace);
    testTasks(makePlace);
  });
}

/** Runs `work` on a store in a new place, and clears the place away. */
export async function withStore(
  makePlace: () => Promise<StorePlace>,
  work: (store: Store, place: StorePlace) => Promise<void>,
): Promise<void> {
  const place = await makePlace();
  try {
    const store = await place.open();
    try {
      await work(store, place);
    } finally {
      await store.close();
    }
  } finally {
    await place.dispose();
  }
}
