import { setImmediate as turn } from 'node:timers/promises';
import { asFailure, Failure } from '#ingest/model/failure.ts';
import type { DocumentRecord } from '#ingest/model/record.ts';
import type { Collection, Parts } from './collection.ts';
import { recognize } from './decide.ts';
import type { IncomingFile } from './library.ts';
import { hashOf } from './originals.ts';

/** A file that was read: with its record, or known already (no record), or refused. */
export type Prepared = Loaded | Refused;

export interface Loaded {
  readonly name: string;
  readonly source: string;
  readonly hash: string;
  readonly bytes: Uint8Array;
  readonly record: DocumentRecord | null;
  readonly failure?: never;
}

export interface Refused {
  readonly name: string;
  readonly source: string;
  readonly failure: Failure;
}

/**
 * Files whose records are under way at one time: enough to keep all processes busy while a batch goes to disk, within what memory bears.
 * A single file may be larger than the limit of bytes; it is then alone.
 */
const ahead = { files: 192, bytes: 16 * 1024 * 1024 } as const;

/** Reads files and makes their records, several at a time, and gives them in the order in which they came. */
export async function* prepareAll(
  collection: Collection,
  files: Iterable<IncomingFile> | AsyncIterable<IncomingFile>,
): AsyncGenerator<Prepared> {
  const underWay: { readonly size: number; readonly prepared: Promise<Prepared> }[] = [];
  let bytes = 0;
  for await (const file of files) {
    const loaded = await load(collection.parts, file);
    const size = loaded.failure === undefined ? loaded.bytes.length : 0;
    while (underWay.length > 0 && (underWay.length >= ahead.files || bytes + size > ahead.bytes)) {
      const first = underWay.shift()!;
      bytes -= first.size;
      yield await first.prepared;
    }
    underWay.push({ size, prepared: withRecord(collection, loaded) });
    bytes += size;
    // Reading may be work of this thread: requests, and originals on their way to disk, get their turn after each file.
    await turn();
  }
  for (const { prepared } of underWay) yield await prepared;
}

/** The bytes of a file with their hash; what is wrong with it is part of the answer. */
export async function load({ maxFileBytes }: Pick<Parts, 'maxFileBytes'>, { name, source, read }: IncomingFile): Promise<Prepared> {
  try {
    checkName(name);
    const bytes = await read().catch((thrown) => {
      throw asFailure(thrown, 'unreadable-file');
    });
    if (bytes.length > maxFileBytes) {
      throw new Failure('file-too-large', `${bytes.length} bytes; the limit is ${maxFileBytes}.`);
    }
    return { name, source, hash: hashOf(bytes), bytes, record: null };
  } catch (thrown) {
    return { name, source, failure: asFailure(thrown) };
  }
}

/** The same with its record, unless it is known or refused already. */
async function withRecord({ ledger, parts }: Collection, loaded: Prepared): Promise<Prepared> {
  if (loaded.failure !== undefined) return loaded;
  const { name, source, bytes } = loaded;
  try {
    if (recognize(loaded, ledger) !== null) return loaded;
    return { ...loaded, record: await parts.extract({ name, bytes }) };
  } catch (thrown) {
    return { name, source, failure: asFailure(thrown, 'extraction-failed') };
  }
}

/** A name is a label that is shown and offered for saving: one without a path, control letters or letters that turn the direction of writing. */
function checkName(name: string): void {
  const spoilt = /[\p{Cc}/\\\u200e\u200f\u202a-\u202e\u2066-\u2069]/u.test(name);
  if (name.trim() === '' || name === '.' || name === '..' || Buffer.byteLength(name) > 255 || spoilt) throw new Failure('bad-name');
}
