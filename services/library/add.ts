import { setImmediate as turn } from 'node:timers/promises';
import { asFailure, Failure } from '#ingest/model/failure.ts';
import type { DocumentRecord } from '#ingest/model/record.ts';
import type { StoredDocument } from '#services/store/port.ts';
import type { Collection, Writing } from './collection.ts';
import { type Decision, decide, recognize } from './decide.ts';
import type { IncomingFile } from './library.ts';
import { hashOf } from './originals.ts';
import type { AddOutcome } from './shapes.ts';

/** A file that was read: with its record, or known already, or refused. */
type Prepared = {
  readonly name: string;
  readonly source: string;
} & (
  | { readonly hash: string; readonly bytes: Uint8Array; readonly record: DocumentRecord | null; readonly failure?: never }
  | { readonly failure: Failure }
);

/** Files are made durable together: one flush costs more than reading a document. A batch ends at whichever comes first. */
const batchLimits = { files: 32, bytes: 8 * 1024 * 1024, milliseconds: 500 } as const;

/** Files read together, with their originals on the way to disk. */
interface Batch {
  readonly files: readonly Prepared[];
  readonly kept: Promise<void>;
}

/**
 * Takes files in. Each batch goes to disk in this order: originals, ledger, index; its outcomes are reported after that.
 * A crash between ledger and index is repaired by the next writer, one before the ledger leaves nothing accepted.
 * While the disk takes the originals of one batch, the next one is read.
 */
export async function* add(
  collection: Collection,
  files: Iterable<IncomingFile> | AsyncIterable<IncomingFile>,
): AsyncGenerator<AddOutcome> {
  const writing = await collection.enter();
  let outcome: 'done' | 'failed' = 'done';
  try {
    let waiting: Batch | null = null;
    for await (const batch of batches(collection, files)) {
      if (waiting !== null) yield* await commit(collection, writing, waiting);
      waiting = batch;
    }
    if (waiting !== null) yield* await commit(collection, writing, waiting);
  } catch (thrown) {
    outcome = 'failed';
    throw thrown;
  } finally {
    // A consumer that stops early ends the generator here: what was not reported was not accepted, and nothing is left half done.
    await collection.leave(writing, outcome);
  }
}

async function* batches(collection: Collection, files: Iterable<IncomingFile> | AsyncIterable<IncomingFile>): AsyncGenerator<Batch> {
  let batch: Prepared[] = [];
  let bytes = 0;
  let begun = performance.now();
  const close = (): Batch => {
    const closed = batch;
    batch = [];
    bytes = 0;
    const kept = collection.originals.keep(closed.filter((prepared) => prepared.failure === undefined));
    // A failure is told where the batch is committed; until then nobody listens.
    kept.catch(() => undefined);
    return { files: closed, kept };
  };
  for await (const file of files) {
    if (batch.length === 0) begun = performance.now();
    const prepared = await prepare(collection, file);
    // Reading is work of this thread: requests, and originals on their way to disk, get their turn after each file.
    await turn();
    batch.push(prepared);
    bytes += prepared.failure === undefined ? prepared.bytes.length : 0;
    if (batch.length >= batchLimits.files || bytes >= batchLimits.bytes || performance.now() - begun >= batchLimits.milliseconds)
      yield close();
  }
  if (batch.length > 0) yield close();
}

async function prepare({ ledger, parts }: Collection, file: IncomingFile): Promise<Prepared> {
  const { name, source } = file;
  try {
    checkName(name);
    const bytes = await file.read().catch((thrown) => {
      throw asFailure(thrown, 'unreadable-file');
    });
    if (bytes.length > parts.maxFileBytes)
      throw new Failure('file-too-large', `${bytes.length} bytes; the limit is ${parts.maxFileBytes}.`);
    const hash = hashOf(bytes);
    if (recognize({ source, hash }, ledger) !== null) return { name, source, hash, bytes, record: null };
    const record = await parts.extract({ name, bytes }).catch((thrown) => {
      throw asFailure(thrown, 'extraction-failed');
    });
    return { name, source, hash, bytes, record };
  } catch (thrown) {
    return { name, source, failure: asFailure(thrown) };
  }
}

/** A name is a label that is shown and offered for saving: one without a path, control letters or letters that turn the direction of writing. */
function checkName(name: string): void {
  const spoilt = /[\p{Cc}/\\\u200e\u200f\u202a-\u202e\u2066-\u2069]/u.test(name);
  if (name.trim() === '' || name === '.' || name === '..' || Buffer.byteLength(name) > 255 || spoilt) throw new Failure('bad-name');
}

async function commit(collection: Collection, writing: Writing, batch: Batch): Promise<AddOutcome[]> {
  const { ledger, parts } = collection;
  return await writing.alone(async () => {
    await batch.kept;
    const accepted = parts.now().toISOString();
    const fresh = new Map<string, StoredDocument>();
    const outcomes = ledger.commit((to) => {
      let wrote = false;
      const made = batch.files.map((prepared) => {
        if (prepared.failure !== undefined) return refused(prepared.name, prepared.source, prepared.failure);
        const { name, source, hash, bytes, record } = prepared;
        const decision = record === null ? recognize({ source, hash }, ledger) : decide({ source, hash }, record.identity, ledger);
        if (decision === null) return refused(name, source, new Failure('internal', 'The file was known and is so no longer.'));
        const { document, revision } = decision;
        if (record !== null && decision.kind !== 'known') {
          const { pipeline, identity, file } = record;
          to.accept({
            document,
            revision,
            source,
            name,
            hash,
            mediaType: file.mediaType,
            bytes: bytes.length,
            accepted,
            pipeline,
            identity,
          });
          fresh.set(document, { id: document, revision, source, record });
          wrote = true;
        }
        const place = ledger.at(source).find((other) => other.document === document);
        if (place?.hash !== hash) to.place(source, document, hash);
        return taken(name, source, decision, record);
      });
      if (wrote) to.setState({ ...ledger.state(), settled: false });
      return made;
    });
    if (fresh.size > 0) await writing.index.put([...fresh.values()]);
    return outcomes;
  });
}

function taken(name: string, source: string, { kind, document, revision }: Decision, record: DocumentRecord | null): AddOutcome {
  const outcome = kind === 'known' ? 'known' : kind === 'version' ? 'updated' : 'added';
  return {
    name,
    source,
    outcome,
    document,
    revision,
    citations: record?.citations.length ?? 0,
    tasks: record?.tasks.length ?? 0,
    findings: record?.findings.length ?? 0,
    failure: null,
  };
}

function refused(name: string, source: string, failure: Failure): AddOutcome {
  const { code, message } = failure;
  return {
    name,
    source,
    outcome: 'refused',
    document: null,
    revision: null,
    citations: 0,
    tasks: 0,
    findings: 0,
    failure: { code, message },
  };
}
