import type { Identity } from '#ingest/model/identity.ts';
import type { DocumentRecord } from '#ingest/model/record.ts';
import { summaryFields } from '#mappings/fields.ts';
import { unpack } from '#services/store/packing.ts';
import type { DocumentSummary } from '#services/store/port.ts';
import { summaryFrom } from '#services/store/summary.ts';

/** The record from its column. */
export const unpackRecord = (bytes: Uint8Array) => unpack<DocumentRecord>(bytes);

/** Columns of `document` that make a summary, for SELECT; the table goes by the name d. */
export const summaryColumns = summaryFields.map((name) => `d.${name}`).join(', ');

/** A row of `summaryColumns` as a summary. */
export function summaryOf(row: Readonly<Record<string, unknown>>): DocumentSummary {
  return summaryFrom(row, JSON.parse(String(row.identity)) as Identity);
}
