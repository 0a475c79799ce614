import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Indexes, IndexNaming } from '#services/store/port.ts';
import type { Extract } from './catchUp.ts';
import { type Ledger, openLedger } from './ledger.ts';
import { type Originals, openOriginals } from './originals.ts';
import { type Readers, readersOf } from './readers.ts';
import { type Writers, writersOf } from './writers.ts';

/** What a library is made of. */
export interface Parts {
  /** Folder of the collection. */
  readonly folder: string;
  /** True where the folder may be made; else a missing collection is `no-collection`. */
  readonly create: boolean;
  /** The indexes of the collection; `naming` is where an engine may keep which is which. */
  readonly makeIndexes: (naming: IndexNaming) => Indexes;
  readonly extract: Extract;
  /** Version of the extraction; records of another version are read anew by a rebuild. */
  readonly pipeline: string;
  readonly maxFileBytes: number;
  readonly now: () => Date;
}

/** A collection: originals and ledger on disk (the record), and the indexes made from them. */
export interface Collection {
  readonly parts: Parts;
  readonly ledger: Ledger;
  readonly originals: Originals;
  readonly indexes: Indexes;
  readonly readers: Readers;
  readonly writers: Writers;
  close(): Promise<void>;
}

const ledgerIn = (folder: string) => join(folder, 'ledger.sqlite');

/** True where there is a collection in this folder, whatever its state. */
export function holdsCollection(folder: string): boolean {
  return existsSync(ledgerIn(folder));
}

export async function openCollection(parts: Parts): Promise<Collection> {
  if (parts.create) await mkdir(parts.folder, { recursive: true });
  const ledger = openLedger(ledgerIn(parts.folder), { create: parts.create });
  const originals = openOriginals(join(parts.folder, 'originals'));
  const indexes = parts.makeIndexes(ledger.naming);
  const readers = readersOf(indexes);
  const writers = writersOf(parts.folder, { ledger, originals, indexes, parts }, readers);
  return {
    parts,
    ledger,
    originals,
    indexes,
    readers,
    writers,
    async close() {
      await readers.retire();
      await writers.close();
      await indexes.close();
      ledger.close();
    },
  };
}
