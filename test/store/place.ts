import type { Store } from '#services/store/port.ts';

/**
 * A place where a store can be kept. `open` opens it (making it the first time); opened again after `close` it must hold what it held.
 * An engine that makes what was put visible later than at once must wait for it before `put` and `remove` answer.
 */
export interface StorePlace {
  open(): Promise<Store>;
  dispose(): Promise<void>;
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
