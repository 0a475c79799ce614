import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { Failure } from '#ingest/model/failure.ts';
import type { Identity } from '#ingest/model/identity.ts';
import type { DocumentRecord } from '#ingest/model/record.ts';
import { summaryFields } from '#mappings/fields.ts';
import type { DocumentSummary } from '#services/store/port.ts';

/** Level 1 takes about as long as writing the JSON plain would and a third of the room (18 KB become 5 KB); the checksum tells damage from data. */
const settings = { params: { [constants.ZSTD_c_compressionLevel]: 1, [constants.ZSTD_c_checksumFlag]: 1 } };

export function packRecord(record: DocumentRecord): Uint8Array {
  return zstdCompressSync(JSON.stringify(record), settings);
}

export function unpackRecord(bytes: Uint8Array): DocumentRecord {
  try {
    return JSON.parse(zstdDecompressSync(bytes).toString('utf8')) as DocumentRecord;
  } catch (cause) {
    throw new Failure('collection-damaged', 'A record in the index cannot be read.', { cause });
  }
}

/** Columns of `document` that make a summary, for SELECT; the table goes by the name d. */
export const summaryColumns = summaryFields.map((name) => `d.${name}`).join(', ');

/** A row of `summaryColumns` as a summary. */
export function summaryOf(row: Readonly<Record<string, unknown>>): DocumentSummary {
  const text = (name: string) => (row[name] ?? null) as string | null;
  return {
    id: String(row.id),
    revision: Number(row.revision),
    name: String(row.name),
    type: text('type'),
    number: text('number'),
    issuer: text('issuer'),
    place: text('place'),
    date: text('date'),
    title: text('title'),
    identity: JSON.parse(String(row.identity)) as Identity,
  };
}
