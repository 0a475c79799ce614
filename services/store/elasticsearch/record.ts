import { Failure } from '#ingest/model/failure.ts';
import type { Identity } from '#ingest/model/identity.ts';
import type { DocumentRecord } from '#ingest/model/record.ts';
import { summaryFields } from '#mappings/fields.ts';
import { unpack } from '#services/store/packing.ts';
import type { DocumentSummary, StoredClaim, StoredTask } from '#services/store/port.ts';
import { summaryFrom } from '#services/store/summary.ts';
import type { Hit } from './answers.ts';

/** A claim and a task as they are kept, in JSON, with their documents. */
export type KeptClaim = Pick<StoredClaim, 'claim' | 'page'>;
export type KeptTask = Pick<StoredTask, 'task' | 'page'>;

/**
 * What a hit holds in a stored field of the kind `binary`: a packed value in base64.
 * @throws Failure `collection-damaged` where it is missing or broken.
 */
export function unpackField<T>(hit: Pick<Hit, 'fields'>, name: string): T {
  return unpack<T>(Buffer.from(storedText(hit, name), 'base64'));
}

/**
 * What a hit holds in a stored field as plain JSON.
 * @throws Failure `collection-damaged` where it is missing or broken.
 */
export function readField<T>(hit: Pick<Hit, 'fields'>, name: string): T {
  try {
    return JSON.parse(storedText(hit, name)) as T;
  } catch (cause) {
    if (cause instanceof Failure) throw cause;
    throw new Failure('collection-damaged', `The field ${name} of an entry of the index cannot be read.`, { cause });
  }
}

function storedText({ fields }: Pick<Hit, 'fields'>, name: string): string {
  const values: unknown = fields?.[name];
  const [text] = Array.isArray(values) ? values : [];
  if (typeof text === 'string') return text;
  throw new Failure('collection-damaged', `An entry of the index is without its field ${name}.`);
}

/** The record of a document, with the claims that are kept beside it. */
export function recordOf(hit: Pick<Hit, 'fields'>): DocumentRecord {
  const claims = readField<KeptClaim[]>(hit, 'claims').map(({ claim }) => claim);
  return { ...unpackField<DocumentRecord>(hit, 'record'), claims };
}

/** Fields of the source that make a summary. */
export const summarySource: string[] = [...summaryFields];

/** The source of a hit as a summary. */
export function summaryOf({ _source }: Pick<Hit, '_source'>): DocumentSummary {
  const source = _source as Readonly<Record<string, unknown>>;
  return summaryFrom(source, source.identity as Identity);
}
