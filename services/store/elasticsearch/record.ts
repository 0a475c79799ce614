import { Failure } from '#ingest/model/failure.ts';
import type { Identity } from '#ingest/model/identity.ts';
import { summaryFields } from '#mappings/fields.ts';
import { unpack } from '#services/store/packing.ts';
import type { DocumentSummary } from '#services/store/port.ts';
import type { Hit } from './answers.ts';

/**
 * What a hit holds in a stored field of the kind `binary`: a packed value in base64.
 * @throws Failure `collection-damaged` where it is missing or broken.
 */
export function unpackField<T>({ fields }: Pick<Hit, 'fields'>, name: string): T {
  const values: unknown = fields?.[name];
  const [packed] = Array.isArray(values) ? values : [];
  if (typeof packed !== 'string') throw new Failure('collection-damaged', `An entry of the index is without its field ${name}.`);
  return unpack<T>(Buffer.from(packed, 'base64'));
}

/** Fields of the source that make a summary. */
export const summarySource: string[] = [...summaryFields];

/** The source of a hit as a summary. */
export function summaryOf({ _source }: Pick<Hit, '_source'>): DocumentSummary {
  const source = _source as Readonly<Record<string, unknown>>;
  const text = (name: string) => (source[name] ?? null) as string | null;
  return {
    id: String(source.id),
    revision: Number(source.revision),
    name: String(source.name),
    type: text('type'),
    number: text('number'),
    issuer: text('issuer'),
    place: text('place'),
    date: text('date'),
    title: text('title'),
    identity: source.identity as Identity,
  };
}
