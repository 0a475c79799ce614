import { asFailure } from '#ingest/model/failure.ts';
import { revisionsIn } from './catchUp.ts';
import type { Collection, Writing } from './collection.ts';
import type { LedgerEntry } from './ledger.ts';
import type { DoctorReport } from './shapes.ts';

type Fault = DoctorReport['faults'][number];

/**
 * Compares ledger, originals and index with each other, reading every original again. As a writer it first brings in what an interrupted
 * run left undone, and says so; what is wrong after that is a fault.
 */
export async function doctor(collection: Collection): Promise<DoctorReport> {
  const writing = await collection.enter();
  let outcome: 'done' | 'failed' = 'failed';
  try {
    const report = await writing.alone(() => examine(collection, writing));
    outcome = 'done';
    return report;
  } finally {
    await collection.leave(writing, outcome);
  }
}

async function examine(collection: Collection, writing: Writing): Promise<DoctorReport> {
  const { ledger } = collection;
  const entries = ledger.entries();
  const currents = ledger.currents();
  const notes: string[] = [];
  if (writing.caughtUp > 0) {
    notes.push(`An interrupted run had left ${writing.caughtUp} documents out of the index; they have been brought in.`);
  }
  const faults: Fault[] = [
    ...ledger.check().map((message) => ({ code: 'ledger-damaged', message })),
    ...(await faultsOfOriginals(collection, entries)),
    ...(await faultsOfIndex(collection, writing, currents, notes)),
  ];
  const accepted = new Set(entries.map((entry) => entry.hash));
  const strays = (await collection.originals.list()).filter((hash) => !accepted.has(hash)).length;
  if (strays > 0) notes.push(`${strays} files were kept but never accepted (a run was interrupted); they do no harm.`);
  return { healthy: faults.length === 0, documents: currents.length, faults, notes };
}

/** What is wrong with the index, seen from the ledger; adds a note about records of older extractions to `notes`. */
async function faultsOfIndex({ parts }: Collection, writing: Writing, currents: readonly LedgerEntry[], notes: string[]): Promise<Fault[]> {
  const faults: Fault[] = [];
  try {
    const { index } = writing;
    faults.push(...(await index.check()).map(({ message }) => ({ code: 'index-damaged', message })));
    const held = await revisionsIn(index);
    let older = 0;
    for (const { document, revision, name, hash } of currents) {
      const found = held.get(document);
      held.delete(document);
      const record = found === undefined ? undefined : (await index.get(document))?.record;
      if (record === undefined) {
        faults.push({ code: 'missing-in-index', message: `${name} (${document}) was accepted, but the index does not hold it.` });
        continue;
      }
      if (found !== revision || record.file.hash !== hash) {
        faults.push({
          code: 'stale-in-index',
          message: `${name} (${document}): the index holds version ${found}, the ledger ${revision}.`,
        });
      }
      if (record.pipeline !== parts.pipeline) older += 1;
    }
    for (const id of held.keys()) faults.push({ code: 'unknown-in-index', message: `The index holds ${id}, which was never accepted.` });
    if (older > 0) {
      notes.push(
        `${older} documents were read by another version of the extraction; \`vankien rebuild\` reads them again with ${parts.pipeline}.`,
      );
    }
  } catch (thrown) {
    const { detail, message } = asFailure(thrown);
    faults.push({ code: 'index-damaged', message: detail ?? message });
  }
  return faults;
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
