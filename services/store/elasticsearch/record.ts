import { Failure } from '#ingest/model/failure.ts';
import type { Identity } from '#ingest/model/identity.ts';
import type { DocumentRecord } from '#ingest/model/record.ts';
import { summaryFields } from '#mappings/fields.ts';
import { unpackRecord } from '#services/store/packing.ts';
import type { DocumentSummary } from '#services/store/port.ts';
import { summaryFrom } from '#services/store/summary.ts';
import type { Hit } from './answers.ts';

/** The stored fields of a document that hold its record, as `packRecord` packs it. */
export const packets = ['record', 'claims', 'task_list'] as const;

/**
 * The packet that a hit holds in a stored field, which the server gives in base64.
 * @throws Failure `collection-damaged` where it is missing.
 */
export function packetOf(hit: Pick<Hit, 'fields'>, name: (typeof packets)[number]): Uint8Array {
  return Buffer.from(storedText(hit, name), 'base64');
}

function storedText({ fields }: Pick<Hit, 'fields'>, name: string): string {
  const values: unknown = fields?.[name];
  const [text] = Array.isArray(values) ? values : [];
  if (typeof text === 'string') return text;
  throw new Failure('collection-damaged', `An entry of the index is without its field ${name}.`);
}

/** The record of a document. @throws Failure `collection-damaged` where it is missing or broken. */
export function recordOf(hit: Pick<Hit, 'fields'>): DocumentRecord {
  return unpackRecord({ record: packetOf(hit, 'record'), claims: packetOf(hit, 'claims'), tasks: packetOf(hit, 'task_list') });
}

/** Fields of the source that make a summary. */
export const summarySource: string[] = [...summaryFields];

/** The source of a hit as a summary. */
export function summaryOf({ _source }: Pick<Hit, '_source'>): DocumentSummary {
  const source = _source as Readonly<Record<string, unknown>>;
  return summaryFrom(source, source.identity as Identity);
}
