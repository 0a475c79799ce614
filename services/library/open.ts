import { existsSync } from 'node:fs';
import { asFailure } from '#ingest/model/failure.ts';
import { add } from './add.ts';
import { type Collection, openCollection, type Parts } from './collection.ts';
import { doctor } from './doctor.ts';
import type { Library } from './library.ts';
import { rebuild } from './rebuild.ts';
import { search } from './search.ts';
import { original, show, text } from './show.ts';
import { tasks } from './tasks.ts';
import { trace } from './trace.ts';

/** The library on a folder. Reading needs no lock; writing takes it for as long as it lasts. */
export async function makeLibrary(parts: Parts): Promise<Library> {
  const collection = await failing(() => openCollection(parts));
  const { ledger, originals, reading } = collection;
  if (parts.create) await failing(() => settle(collection));

  return {
    async *add(files) {
      try {
        yield* add(collection, files);
      } catch (thrown) {
        throw asFailure(thrown);
      }
    },
    search: (words, filters, page) => failing(() => reading((index) => search(index, words, filters, page))),
    show: (ref) => failing(() => reading((index) => show(index, ledger, ref))),
    text: (id) => failing(() => reading((index) => text(index, id))),
    original: (id, revision) => failing(() => original(ledger, originals, id, revision)),
    trace: (request) => failing(() => reading((index) => trace(index, request))),
    tasks: (filter, page) => failing(() => reading((index) => tasks(index, filter, page))),
    stats: () =>
      failing(() =>
        reading(async (index) => {
          const { byType, byRelation, ...counts } = await index.stats();
          return { ...counts, byType: [...byType], byRelation: [...byRelation], pipeline: parts.pipeline };
        }),
      ),
    doctor: () => failing(() => doctor(collection)),
    rebuild: (progress) => failing(() => rebuild(collection, progress)),
    async ready() {
      try {
        await reading((index) => index.keys('', 1));
        return true;
      } catch {
        return false;
      }
    },
    close: () => failing(() => collection.close()),
  };
}

/**
 * A new collection gets its index, and an interrupted one is repaired, before the first question is asked of it.
 * Where a writer is at work it leaves things unsettled for good reason: readers go on with what is there.
 */
async function settle(collection: Collection): Promise<void> {
  const { ledger, indexPath } = collection;
  const { index, settled } = ledger.state();
  const missing = !existsSync(indexPath(index));
  if (settled && !missing) return;
  try {
    await collection.leave(await collection.enter(), 'done');
  } catch (thrown) {
    if (missing || asFailure(thrown).code !== 'collection-busy') throw thrown;
  }
}

async function failing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    throw asFailure(thrown);
  }
}
