import { asFailure, type Failure } from '#ingest/model/failure.ts';
import type { PutOptions, Store, StoredDocument, Unfit } from '#services/store/port.ts';
import type { Decision } from '#services/works/decision.ts';
import { catchUp, type Sources } from './catchUp.ts';
import type { Readers } from './readers.ts';

/** What the one writer does to the current index, for as long as it holds the lock. The index may be away meanwhile. */
export interface Writing {
  /** How many documents that the index lacked were brought in so far. */
  readonly caughtUp: number;
  /** The index, opened again where that failed before; throws the failure with which it cannot be opened. */
  index(): Promise<Store>;
  /** Puts documents of the ledger into the index. Where the index cannot take them now it lags behind, and the failure is the answer. */
  put(documents: readonly StoredDocument[], options: PutOptions): Promise<readonly Unfit[] | Failure>;
  /** Tells the index all decisions that stand. Where it cannot be told now it lags behind. */
  decide(decisions: readonly Decision[]): Promise<void>;
  /** Makes visible what was put. Where the index is away it does nothing: what it lacks is brought in later. */
  refresh(): Promise<void>;
  /** True where the index is known to lack what the ledger has. */
  isBehind(): boolean;
  /** Brings the index level with the ledger. Throws where the index is away. */
  level(): Promise<void>;
  /** Runs `work` alone: nothing else of this process writes meanwhile. */
  alone<T>(work: () => Promise<T>): Promise<T>;
  /** Runs `change` on the roles of the indexes, and lets all who write and read here go over to what is then current, which is or is not level with the ledger. */
  changeOver(change: () => Promise<void>, outcome: 'level' | 'behind'): Promise<void>;
  close(): Promise<void>;
}

export function writingTo(sources: Sources, readers: Readers): Writing {
  const { ledger, indexes } = sources;
  let store: Store | null = null;
  let queue: Promise<unknown> = Promise.resolve();
  let behind = !ledger.isSettled();
  let failedPuts = 0;
  let caughtUp = 0;

  /** A writer that died while it made the index leaves it empty: like a missing one it is made, and filled from the ledger. */
  async function index(): Promise<Store> {
    if (store !== null) return store;
    const opened = await indexes.open('current', { create: true });
    try {
      if ((await opened.list(null, 1)).length === 0) behind = true;
    } catch (thrown) {
      await opened.close();
      throw thrown;
    }
    store = opened;
    return opened;
  }

  async function close(): Promise<void> {
    const open = store;
    store = null;
    await open?.close();
  }

  return {
    get caughtUp() {
      return caughtUp;
    },
    index,
    async put(documents, options) {
      try {
        return await (await index()).put(documents, options);
      } catch (thrown) {
        failedPuts += 1;
        behind = true;
        return asFailure(thrown);
      }
    },
    async decide(decisions) {
      try {
        await (await index()).decide(decisions);
      } catch {
        failedPuts += 1;
        behind = true;
      }
    },
    async refresh() {
      await store?.refresh().catch(() => undefined);
    },
    isBehind: () => behind,
    async level() {
      const current = await index();
      const before = failedPuts;
      behind = true;
      caughtUp += await catchUp(sources, current);
      // Another put may have failed meanwhile: then the index lags behind still.
      behind = failedPuts !== before;
    },
    alone(work) {
      const turn = queue.then(work);
      queue = turn.catch(() => undefined);
      return turn;
    },
    async changeOver(change, outcome) {
      await change();
      behind = outcome === 'behind';
      await close();
      await readers.retire();
    },
    close,
  };
}
