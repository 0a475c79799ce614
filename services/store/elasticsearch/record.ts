import type { estypes } from '@elastic/elasticsearch';
import { Failure } from '#ingest/model/failure.ts';
import type { DocumentRecord } from '#ingest/model/record.ts';
import { unpackRecord } from '#services/store/packing.ts';
import type { DocumentSummary, StoredDocument } from '#services/store/port.ts';
import type { Hit } from './answers.ts';

/** The stored fields of a document that hold its record, as `packRecord` packs it. */
export const packets = ['record', 'claims', 'task_list'] as const;

/**
 * The packet that a hit holds in a field, which the server gives in base64.
 * @throws Failure `collection-damaged` where it is missing.
 */
export function packetOf(hit: Pick<Hit, 'fields'>, name: (typeof packets)[number] | 'summary' | 'decisions'): Uint8Array {
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

/**
 * How a request asks for summaries and nothing else. They lie apart from what is stored of a document, in a column of their own (doc values): a list
 * of hits would else have to unpack the records around each of them.
 */
export const asSummary = { _source: false, stored_fields: '_none_', docvalue_fields: ['summary'] } as const satisfies estypes.SearchRequest;

/** The same with the records, without claims and tasks: for what passages are made of. */
export const withRecords = { ...asSummary, stored_fields: ['record'] } as const satisfies estypes.SearchRequest;

/** The summary as it is kept: JSON, which a page of hits reads many of; unpacking each would take longer than all else that is done with it. */
export function packSummary({ id, revision, record: { document, file, identity } }: StoredDocument): Uint8Array {
  const { type, number, issuer, place, date, title } = document;
  const summary: DocumentSummary = { id, revision, name: file.name, type, number, issuer, place, date, title, identity };
  return Buffer.from(JSON.stringify(summary));
}

/** The summary that a hit holds. @throws Failure `collection-damaged` where it is missing or broken. */
export function summaryOf(hit: Pick<Hit, 'fields'>): DocumentSummary {
  const bytes = packetOf(hit, 'summary');
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8')) as DocumentSummary;
  } catch (cause) {
    throw new Failure('collection-damaged', 'A summary in the index cannot be read.', { cause });
  }
}
