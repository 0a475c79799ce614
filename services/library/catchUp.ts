import type { DocumentRecord } from '#ingest/model/record.ts';
import type { SourceFile } from '#ingest/model/source.ts';
import type { Store, StoredDocument } from '#services/store/port.ts';
import { type Ledger, type LedgerEntry, versionsIn } from './ledger.ts';
import type { Originals } from './originals.ts';

/** Makes the record of a file; throws `Failure`. */
export type Extract = (file: SourceFile) => Promise<DocumentRecord>;

/** What a record is made again from. */
export interface Sources {
  readonly ledger: Ledger;
  readonly originals: Originals;
  readonly parts: { readonly extract: Extract };
}

/**
 * Brings documents into the index that the ledger has accepted and the index lacks or holds in another version: what a writer that died
 * between the two left undone. Takes out what the ledger does not know. Returns how many documents were put in. One whose original
 * cannot be read is passed over, so that it does not stand in the way of all others: the doctor finds that it is missing.
 */
export async function catchUp(sources: Sources, index: Store): Promise<number> {
  const held = await revisionsIn(index);
  const behind: LedgerEntry[] = [];
  for (const entry of sources.ledger.currents()) {
    if (held.get(entry.document) !== entry.revision) behind.push(entry);
    held.delete(entry.document);
  }
  for (const extra of held.keys()) await index.remove(extra);
  let put = 0;
  for (const entry of behind) {
    const document = await readAgain(sources, entry).catch(() => null);
    if (document === null) continue;
    await index.put([document]);
    put += 1;
  }
  return put;
}

/** Reads an accepted file again from its original. */
export async function readAgain({ ledger, originals, parts }: Sources, entry: LedgerEntry): Promise<StoredDocument> {
  const bytes = await originals.read(entry.hash);
  const record = await parts.extract({ name: entry.name, bytes });
  const { document: id, revision, source } = entry;
  return { id, revision, source, versions: versionsIn(ledger, id, revision), record };
}

/** Every document that the index holds, with its revision. */
export async function revisionsIn(index: Store): Promise<Map<string, number>> {
  const held = new Map<string, number>();
  const size = 1000;
  for (let after: string | null = null; ; ) {
    const page: readonly { id: string; revision: number }[] = await index.list(after, size);
    for (const { id, revision } of page) held.set(id, revision);
    const last = page.at(-1);
    if (last === undefined || page.length < size) return held;
    after = last.id;
  }
}
