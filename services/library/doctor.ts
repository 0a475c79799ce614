import { asFailure } from '#ingest/model/failure.ts';
import type { Store } from '#services/store/port.ts';
import { heldIn, readableAgain } from './catchUp.ts';
import type { Collection } from './collection.ts';
import type { LedgerEntry } from './ledger.ts';
import type { DoctorReport } from './shapes.ts';
import type { Writing } from './writing.ts';

type Fault = DoctorReport['faults'][number];

/** A fault of the index with the documents that mend it when they are put again, or taken out where the ledger has none such. */
interface Mendable extends Fault {
  readonly documents: readonly string[];
}

/**
 * Compares ledger, originals and index with each other, reading every original again, and mends the index: what an interrupted run left
 * undone, documents that are missing, in another version or not whole are put in again, unknown ones taken out. What is wrong after that is a fault.
 */
export async function doctor(collection: Collection): Promise<DoctorReport> {
  const writing = await collection.writers.enter();
  let outcome: 'done' | 'failed' = 'failed';
  try {
    const report = await writing.alone(() => examine(collection, writing));
    outcome = 'done';
    return report;
  } finally {
    await collection.writers.leave(outcome);
  }
}

async function examine(collection: Collection, writing: Writing): Promise<DoctorReport> {
  const { ledger, parts } = collection;
  const entries = ledger.entries();
  const currents = ledger.currents();
  const notes: string[] = [];
  const index = await indexOf(collection, writing, currents);
  if (writing.caughtUp > 0) {
    notes.push(`An interrupted run had left ${writing.caughtUp} documents out of the index; they have been brought in.`);
  }
  const faults: Fault[] = [
    ...ledger.check().map((message) => ({ code: 'ledger-damaged', message })),
    ...(await faultsOfOriginals(collection, entries)),
    ...index.faults,
  ];
  if (index.older > 0) {
    notes.push(
      `${index.older} documents were read by another version of the extraction; \`vankien rebuild\` reads them again with ${parts.pipeline}.`,
    );
  }
  const accepted = new Set(entries.map((entry) => entry.hash));
  const strays = (await collection.originals.list()).filter((hash) => !accepted.has(hash)).length;
  if (strays > 0) notes.push(`${strays} files were kept but never accepted (a run was interrupted); they do no harm.`);
  return { healthy: faults.length === 0, documents: currents.length, faults, mended: index.mended, notes };
}

/** What is wrong with the index still, what was and is mended, and how many documents an older extraction has read. */
async function indexOf(
  collection: Collection,
  writing: Writing,
  currents: readonly LedgerEntry[],
): Promise<{ faults: Fault[]; mended: Fault[]; older: number }> {
  try {
    if (writing.isBehind()) await writing.level();
    const index = await writing.index();
    const before = await faultsOf(collection, index, currents);
    const documents = new Set(before.faults.flatMap((fault) => fault.documents));
    if (documents.size === 0) return { faults: before.faults.map(told), mended: [], older: before.older };
    await mend(collection, index, documents);
    const after = await faultsOf(collection, index, currents);
    const left = new Set(after.faults.map(({ message }) => message));
    const mended = before.faults.filter(({ message }) => !left.has(message));
    return { faults: after.faults.map(told), mended: mended.map(told), older: after.older };
  } catch (thrown) {
    const { detail, message } = asFailure(thrown);
    return { faults: [{ code: 'index-damaged', message: detail ?? message }], mended: [], older: 0 };
  }
}

const told = ({ code, message }: Fault): Fault => ({ code, message });

async function faultsOf(
  { parts }: Collection,
  index: Store,
  currents: readonly LedgerEntry[],
): Promise<{ faults: Mendable[]; older: number }> {
  const faults: Mendable[] = (await index.check()).map(({ message, documents }) => ({ code: 'index-damaged', message, documents }));
  const held = await heldIn(index);
  let older = 0;
  for (const { document, revision, name, hash } of currents) {
    const found = held.get(document);
    held.delete(document);
    const documents = [document];
    if (found === undefined) {
      const message = `${name} (${document}) was accepted, but the index does not hold it.`;
      faults.push({ code: 'missing-in-index', message, documents });
      continue;
    }
    if (found.revision !== revision || found.hash !== hash) {
      const message = `${name} (${document}): the index holds version ${found.revision}, the ledger ${revision}.`;
      faults.push({ code: 'stale-in-index', message, documents });
    }
    if (found.pipeline !== parts.pipeline) older += 1;
  }
  for (const id of held.keys()) {
    faults.push({ code: 'unknown-in-index', message: `The index holds ${id}, which was never accepted.`, documents: [id] });
  }
  return { faults, older };
}

/** Takes these documents out and, as far as the ledger knows them and their originals can be read, puts them in again. */
async function mend(collection: Collection, index: Store, documents: ReadonlySet<string>): Promise<void> {
  const entries: LedgerEntry[] = [];
  for (const id of documents) {
    const entry = collection.ledger.current(id);
    if (entry === null) await index.remove(id);
    else entries.push(entry);
  }
  for await (const documents of readableAgain(collection, entries)) {
    for (const document of documents) {
      // A version in the index that is newer than the ledger's would stand in the way.
      await index.remove(document.id);
      await index.put([document], { visible: 'later' });
    }
  }
  await index.refresh();
}

async function faultsOfOriginals({ originals }: Collection, entries: readonly LedgerEntry[]): Promise<Fault[]> {
  const faults: Fault[] = [];
  const names = new Map(entries.map((entry) => [entry.hash, entry.name]));
  for (const [hash, name] of names) {
    try {
      await originals.read(hash);
    } catch (thrown) {
      faults.push({ code: 'original-damaged', message: `${name}: ${asFailure(thrown).detail ?? asFailure(thrown).message}` });
    }
  }
  return faults;
}
