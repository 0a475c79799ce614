import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { Failure } from '#ingest/model/failure.ts';
import type { Identity } from '#ingest/model/identity.ts';
import { summaryFields } from '#mappings/fields.ts';
import type { DocumentSummary } from '#services/store/port.ts';
import type { Hit } from './answers.ts';

/** The checksum tells damage from data. */
const settings = { params: { [constants.ZSTD_c_compressionLevel]: 1, [constants.ZSTD_c_checksumFlag]: 1 } };

/** A value as a field of the kind `binary` takes it: its JSON, compressed, in base64. */
export function pack(value: unknown): string {
  return zstdCompressSync(JSON.stringify(value), settings).toString('base64');
}

/** @throws Failure `collection-damaged` where it is nothing that `pack` gave. */
export function unpack<T>(packed: unknown): T {
  try {
    if (typeof packed !== 'string') throw new TypeError('The field is missing.');
    return JSON.parse(zstdDecompressSync(Buffer.from(packed, 'base64')).toString('utf8')) as T;
  } catch (cause) {
    throw new Failure('collection-damaged', 'A record in the index cannot be read.', { cause });
  }
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
