import { afterAll, beforeAll } from 'vitest';
import type { Store, StoredDocument } from '#services/store/port.ts';

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

/** For a suite that only asks: a store in a new place that holds `documents`, opened before its tests and cleared away after them. */
export function heldStore(makePlace: () => Promise<StorePlace>, documents: readonly StoredDocument[]): () => Store {
  let place: StorePlace | undefined;
  let store: Store | undefined;
  beforeAll(async () => {
    place = await makePlace();
    store = await place.open();
    await store.put(documents);
  });
  afterAll(async () => {
    await store?.close();
    await place?.dispose();
  });
  return () => store!;
}
