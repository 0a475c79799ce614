import { Failure } from '#ingest/model/failure.ts';
import type { DocumentRecord } from '#ingest/model/record.ts';
import { summaryFields } from '#mappings/fields.ts';
import { type PackedRecord, unpackRecord } from '#services/store/packing.ts';
import type { DocumentSummary } from '#services/store/port.ts';
import { summaryFrom } from '#services/store/summary.ts';
import { identityFrom, type PackedIdentity } from './identity.ts';

/** The record from the columns of `content`. */
export const recordOf = (row: Readonly<Record<string, unknown>>): DocumentRecord => unpackRecord(row as unknown as PackedRecord);

/** Columns of `document` that make a summary, for SELECT; the table goes by the name d. */
export const summaryColumns = summaryFields.map((name) => `d.${name}`).join(', ');

/** A row of `summaryColumns` as a summary. */
export function summaryOf(row: Readonly<Record<string, unknown>>): DocumentSummary {
  return summaryFrom(row, identityFrom(JSON.parse(String(row.identity)) as PackedIdentity));
}

/** The claim or task that stands in this place of a packet. */
export function entryAt<T>(kept: readonly T[], position: number): T {
  const entry = kept[position];
  if (entry === undefined)
    throw new Failure('collection-damaged', 'The index lists more claims or tasks of a document than its record has.');
  return entry;
}
