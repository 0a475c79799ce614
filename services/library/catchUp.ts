import type { DocumentRecord } from '#ingest/model/record.ts';
import type { SourceFile } from '#ingest/model/source.ts';
import { lanesFor } from '#services/store/lanes.ts';
import type { Held, Indexes, Store, StoredDocument } from '#services/store/port.ts';
import { type Ledger, type LedgerEntry, versionsIn } from './ledger.ts';
import type { Originals } from './originals.ts';

/** Makes the record of a file; throws `Failure`. */
export type Extract = (file: SourceFile) => Promise<DocumentRecord>;

/** What a record is made again from, and the indexes it goes into. */
export interface Sources {
  readonly ledger: Ledger;
  readonly originals: Originals;
  readonly indexes: Indexes;
  readonly parts: { readonly extract: Extract };
}

/** Documents that are read again together; a chunk ends at whichever comes first. */
const chunk = { documents: 256, bytes: 8 * 1024 * 1024 } as const;
/** Chunks that are on their way into the index while the next one is read. */
export const putsAtOnce = 2;

/**
 * Brings documents into the index that the ledger has accepted and the index lacks or holds in another version: what a writer that died
 * between the two, or that could not reach the index, left undone. Takes out what the ledger does not know. Returns how many documents were
 * put in. One whose original cannot be read, or that the engine cannot hold, is passed over, so that it does not stand in the way of all
 * others: the doctor finds that it is missing. Others may write meanwhile: a newer version in the index stays.
 */
export async function catchUp(sources: Sources, index: Store): Promise<number> {
  await index.refresh();
  // The index is listed before the ledger is read: what is accepted in between is then put twice, and never taken for unknown.
  const held = await heldIn(index);
  const behind: LedgerEntry[] = [];
  for (const entry of sources.ledger.currents()) {
    if (held.get(entry.document)?.revision !== entry.revision) behind.push(entry);
    held.delete(entry.document);
  }
  for (const extra of held.keys()) await index.remove(extra);
  let put = 0;
  const puts = lanesFor(putsAtOnce);
  for await (const documents of readableAgain(sources, behind)) {
    await puts.begin(async () => {
      const unfit = await index.put(documents, { visible: 'later' });
      put += documents.length - unfit.length;
    });
  }
  await puts.ended();
  await index.decide(sources.ledger.decisions.standing());
  if (put > 0) await index.refresh();
  return put;
}

/** Entries in chunks that memory bears: no more at once than are worth reading together. */
export function* chunks(entries: readonly LedgerEntry[]): Generator<readonly LedgerEntry[]> {
  let some: LedgerEntry[] = [];
  let bytes = 0;
  for (const entry of entries) {
    if (some.length >= chunk.documents || (some.length > 0 && bytes + entry.bytes > chunk.bytes)) {
      yield some;
      some = [];
      bytes = 0;
    }
    some.push(entry);
    bytes += entry.bytes;
  }
  if (some.length > 0) yield some;
}

/** Documents of these entries, read again chunk by chunk; those whose originals cannot be read are left out. */
export async function* readableAgain(sources: Omit<Sources, 'indexes'>, entries: readonly LedgerEntry[]): AsyncGenerator<StoredDocument[]> {
  for (const some of chunks(entries)) {
    const read = await Promise.all(some.map((entry) => readAgain(sources, entry).catch(() => null)));
    yield read.filter((document) => document !== null);
  }
}

/** Reads an accepted file again from its original. */
export async function readAgain({ ledger, originals, parts }: Omit<Sources, 'indexes'>, entry: LedgerEntry): Promise<StoredDocument> {
  const bytes = await originals.read(entry.hash);
  const record = await parts.extract({ name: entry.name, bytes });
  const { document: id, revision, source } = entry;
  return { id, revision, source, versions: versionsIn(ledger, id, revision), record };
}

/** Every document that the index holds, by id. */
export async function heldIn(index: Store): Promise<Map<string, Held>> {
  const held = new Map<string, Held>();
  const size = 1000;
  for (let after: string | null = null; ; ) {
    const page: readonly Held[] = await index.list(after, size);
    for (const one of page) held.set(one.id, one);
    const last = page.at(-1);
    if (last === undefined || page.length < size) return held;
    after = last.id;
  }
}
