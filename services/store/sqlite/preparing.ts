import { setImmediate } from 'node:timers/promises';
import { type EntryWords, entryWords } from '#services/store/index-entry.ts';
import type { Packer } from '#services/store/packer.ts';
import { type PackedRecord, packRecord } from '#services/store/packing.ts';
import type { StoredDocument } from '#services/store/port.ts';

/** What is made of a document before the transaction that puts it in begins. */
export interface Ready {
  readonly packed: PackedRecord;
  readonly words: EntryWords;
}

export const readyNow = ({ record }: StoredDocument): Ready => ({ packed: packRecord(record), words: entryWords(record) });

/** With fewer documents the packer is not worth its memory. */
const fewest = 8;
/** Records that may wait for the packer. */
const mostWaiting = 32;

/**
 * All of them, in their order: while the records are packed on another thread, their words are read on this one. Between two documents the event loop turns.
 * @throws what making one of them ready throws
 */
export async function prepared(documents: readonly StoredDocument[], packer: Packer): Promise<Ready[]> {
  if (documents.length < fewest) return documents.map(readyNow);
  const packing: Promise<PackedRecord>[] = [];
  const words: EntryWords[] = [];
  try {
    for (const { record } of documents) {
      const packed = packer.pack(record);
      packed.catch(() => undefined);
      packing.push(packed);
      words.push(entryWords(record));
      await (packing[packing.length - mostWaiting] ?? setImmediate());
    }
    const packed = await Promise.all(packing);
    return words.map((one, at) => ({ packed: packed[at] as PackedRecord, words: one }));
  } catch (thrown) {
    await Promise.allSettled(packing);
    throw thrown;
  }
}
