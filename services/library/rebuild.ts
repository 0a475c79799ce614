import { Failure } from '#ingest/model/failure.ts';
import { lanesFor } from '#services/store/lanes.ts';
import type { Held, Store, StoredDocument } from '#services/store/port.ts';
import type { Decision } from '#services/works/decision.ts';
import { chunks, heldIn, putsAtOnce, readAgain } from './catchUp.ts';
import type { Collection } from './collection.ts';
import type { LedgerEntry } from './ledger.ts';
import { rebuildLock, takeLock } from './lock.ts';

/** After so many rounds over what was accepted meanwhile, the last one is done while writers wait, however much there is. */
const mostRounds = 10;
/** How long another process may be writing before the changing over gives up, in milliseconds; what was made is kept for the next trial. */
const patience = 60_000;
/** So few documents are put in while writers wait. */
const few = 32;

export interface Rebuilt {
  readonly documents: number;
  readonly failures: number;
}

/**
 * Makes the index anew beside the old one from the ledger and the originals, and changes over when it is whole: until then, and after a
 * crash, the old index answers, and documents are taken in as ever. What was accepted meanwhile is put in round by round; only for the last
 * few, and the changing over, writers wait. A rebuild that was interrupted goes on where it stopped. The old index is kept, to go back to.
 * A document that can no longer be read keeps the record it had and is counted as a failure.
 *
 * @throws Failure `collection-busy` where another rebuild is at work.
 */
export async function rebuild(collection: Collection, progress: (done: number, total: number) => void = () => undefined): Promise<Rebuilt> {
  const lock = await takeLock(rebuildLock(collection.parts.folder), 0);
  try {
    return await remake(collection, progress);
  } finally {
    lock.release();
  }
}

async function remake(collection: Collection, progress: (done: number, total: number) => void): Promise<Rebuilt> {
  const { ledger, writers, indexes } = collection;
  const work = await begun(collection);
  let entered = false;
  try {
    const first = ledger.currents();
    let reached = lastOf(first);
    await work.dropUnknown(first);
    await work.fill(first, progress);
    for (let round = 0; round < mostRounds; round++) {
      const fresh = ledger.since(reached);
      if (fresh.length <= few) break;
      reached = lastOf(fresh);
      await work.fill(newest(fresh));
    }
    const writing = await writers.enter(patience);
    entered = true;
    await writing.alone(async () => {
      await work.fill(newest(ledger.since(reached)));
      await work.decide(ledger.decisions.standing());
      await work.close();
      await writing.changeOver(() => indexes.promote(), 'level');
    });
    await dropUseless(collection);
  } finally {
    await work.close();
    if (entered) await writers.leave('done');
  }
  return work.result();
}

interface Work {
  /** Puts in what the new index does not have of these entries. */
  fill(entries: readonly LedgerEntry[], progress?: (done: number, total: number) => void): Promise<void>;
  dropUnknown(currents: readonly LedgerEntry[]): Promise<void>;
  decide(decisions: readonly Decision[]): Promise<void>;
  result(): Rebuilt;
  close(): Promise<void>;
}

async function begun(collection: Collection): Promise<Work> {
  const { next, held } = await nextIndex(collection);
  const failed = new Set<string>();
  let open = true;
  return {
    async fill(entries, progress) {
      const missing = entries.filter(({ document, revision }) => held.get(document)?.revision !== revision);
      let done = entries.length - missing.length;
      const puts = lanesFor(putsAtOnce);
      for (const some of chunks(missing)) {
        const documents: StoredDocument[] = [];
        for (const { document, failure } of await Promise.all(some.map((entry) => reread(collection, entry)))) {
          if (failure !== null) failed.add(failure);
          if (document !== null) documents.push(document);
        }
        await puts.begin(async () => {
          const unfit = new Set((await next.put(documents, { visible: 'later' })).map(({ id }) => id));
          for (const id of unfit) failed.add(id);
          for (const { id, revision, record } of documents) {
            if (!unfit.has(id)) held.set(id, { id, revision, hash: record.file.hash, pipeline: record.pipeline });
          }
          done += some.length;
          progress?.(done, entries.length);
        });
      }
      await puts.ended();
      await next.refresh();
    },
    async dropUnknown(currents) {
      const unknown = new Set(held.keys()).difference(new Set(currents.map(({ document }) => document)));
      for (const id of unknown) {
        await next.remove(id);
        held.delete(id);
      }
    },
    decide: (decisions) => next.decide(decisions),
    result: () => ({ documents: held.size, failures: failed.size }),
    async close() {
      if (!open) return;
      open = false;
      await next.close();
    },
  };
}

/** The index that is being made: the one of an interrupted rebuild where the same extraction had read all that it holds, else a new one. */
async function nextIndex(collection: Collection): Promise<{ next: Store; held: Map<string, Held> }> {
  const begun = await asWriter(collection, () => openedOrNew(collection));
  try {
    await begun.refresh();
    const held = await heldIn(begun);
    if ([...held.values()].every(({ pipeline }) => pipeline === collection.parts.pipeline)) return { next: begun, held };
  } catch (thrown) {
    await begun.close();
    throw thrown;
  }
  await begun.close();
  return { next: await asWriter(collection, () => newIndex(collection)), held: new Map() };
}

async function openedOrNew(collection: Collection): Promise<Store> {
  try {
    return await collection.indexes.open('next', { create: true });
  } catch (thrown) {
    if (thrown instanceof Failure && thrown.code === 'collection-damaged') return await newIndex(collection);
    throw thrown;
  }
}

async function newIndex({ indexes }: Collection): Promise<Store> {
  await indexes.drop('next');
  return await indexes.open('next', { create: true });
}

/** Runs `work` while no other process writes: a writer sweeps away what belongs to no role, as an index does that is being made. */
async function asWriter<T>({ writers }: Collection, work: () => Promise<T>): Promise<T> {
  await writers.enter(patience);
  try {
    return await work();
  } finally {
    await writers.leave('done');
  }
}

/** An index before this one that cannot be opened by this program is nothing to go back to. */
async function dropUseless({ indexes }: Collection): Promise<void> {
  try {
    const previous = await indexes.open('previous', { create: false });
    await previous.close();
  } catch (thrown) {
    if (thrown instanceof Failure && thrown.code === 'collection-damaged') await indexes.drop('previous');
  }
}

const lastOf = (entries: readonly LedgerEntry[]) => entries.reduce((last, { seq }) => Math.max(last, seq), 0);

/** The newest version of each document among entries in order of acceptance. */
function newest(entries: readonly LedgerEntry[]): LedgerEntry[] {
  return [...new Map(entries.map((entry) => [entry.document, entry])).values()];
}

/** `failure` is the id of a document that can no longer be read. */
async function reread(collection: Collection, entry: LedgerEntry): Promise<{ document: StoredDocument | null; failure: string | null }> {
  try {
    return { document: await readAgain(collection, entry), failure: null };
  } catch {
    return { document: await knownBefore(collection, entry), failure: entry.document };
  }
}

async function knownBefore({ readers }: Collection, entry: LedgerEntry): Promise<StoredDocument | null> {
  try {
    return await readers.reading((index) => index.get(entry.document));
  } catch {
    // The old index is damaged as well: the document stays in the ledger, and the doctor tells that the index lacks it.
    return null;
  }
}
