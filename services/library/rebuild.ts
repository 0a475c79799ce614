import { asFailure, type Failure } from '#ingest/model/failure.ts';
import type { StoredDocument } from '#services/store/port.ts';
import { readAgain } from './catchUp.ts';
import type { Collection, Writing } from './collection.ts';
import type { LedgerEntry } from './ledger.ts';

const batchSize = 32;

/**
 * Makes the index anew beside the old one from the ledger and the originals, and changes over when it is whole: until then, and after a
 * crash, the old index answers. A document that can no longer be read keeps the record it had and is counted as a failure.
 */
export async function rebuild(
  collection: Collection,
  progress: (done: number, total: number) => void = () => undefined,
): Promise<{ documents: number; failures: number }> {
  const writing = await collection.enter();
  let outcome: 'done' | 'failed' = 'failed';
  try {
    const result = await writing.alone(() => remake(collection, writing, progress));
    outcome = 'done';
    return result;
  } finally {
    await collection.leave(writing, outcome);
  }
}

async function remake(collection: Collection, writing: Writing, progress: (done: number, total: number) => void) {
  const { ledger, parts, indexPath } = collection;
  const entries = ledger.currents();
  const name = nextName(ledger.state().index);
  const next = await parts.openIndex(indexPath(name), { create: true });
  let failures = 0;
  let documents = 0;
  try {
    for (let from = 0; from < entries.length; from += batchSize) {
      const batch: StoredDocument[] = [];
      for (const entry of entries.slice(from, from + batchSize)) {
        const { document, failure } = await reread(collection, writing, entry);
        if (failure !== null) failures += 1;
        if (document !== null) batch.push(document);
      }
      await next.put(batch);
      documents += batch.length;
      progress(Math.min(from + batchSize, entries.length), entries.length);
    }
  } finally {
    await next.close();
  }
  await writing.changeOver(name);
  return { documents, failures };
}

async function reread(
  collection: Collection,
  writing: Writing,
  entry: LedgerEntry,
): Promise<{ document: StoredDocument | null; failure: Failure | null }> {
  try {
    return { document: await readAgain(collection, entry), failure: null };
  } catch (thrown) {
    return { document: await knownBefore(writing, entry), failure: asFailure(thrown) };
  }
}

async function knownBefore(writing: Writing, entry: LedgerEntry): Promise<StoredDocument | null> {
  try {
    return await writing.index.get(entry.document);
  } catch {
    // The old index is damaged as well: the document stays in the ledger, and the doctor tells that the index lacks it.
    return null;
  }
}

function nextName(current: string): string {
  const number = Number(/\d+/u.exec(current)?.[0] ?? 0);
  return `index-${number + 1}.sqlite`;
}
