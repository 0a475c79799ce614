import { Failure } from '#ingest/model/failure.ts';
import type { DocumentRecord } from '#ingest/model/record.ts';
import type { StoredDocument } from '#services/store/port.ts';
import type { Collection } from './collection.ts';
import { type Decision, decide, recognize } from './decide.ts';
import { versionsIn } from './ledger.ts';
import type { IncomingFile } from './library.ts';
import { type Prepared, prepareAll } from './prepare.ts';
import type { AddOutcome } from './shapes.ts';
import type { Writing } from './writing.ts';

/** Files are made durable together: one flush costs more than reading a document. A batch ends at whichever comes first. */
const batchLimits = { files: 128, bytes: 8 * 1024 * 1024, milliseconds: 500 } as const;

/**
 * Takes files in. Each batch goes to disk in this order: originals, ledger, index; its outcomes are reported after that.
 * A crash between ledger and index is repaired by the next writer, one before the ledger leaves nothing accepted. Where the index cannot
 * take a document now, it is accepted all the same, its outcome says so, and the index is brought level later.
 * While the originals of one batch are being flushed the next one is gathered: the disk and the processor do not wait for each other.
 */
export async function* add(
  collection: Collection,
  files: Iterable<IncomingFile> | AsyncIterable<IncomingFile>,
): AsyncGenerator<AddOutcome> {
  let writing: Writing | null = await collection.writers.enter();
  let outcome: 'done' | 'failed' = 'done';
  let keeping: Keeping | null = null;
  try {
    let batch: Prepared[] = [];
    let bytes = 0;
    let begun = performance.now();
    for await (const prepared of prepareAll(collection, files)) {
      if (batch.length === 0) begun = performance.now();
      batch.push(prepared);
      bytes += prepared.failure === undefined ? prepared.bytes.length : 0;
      const full = batch.length >= batchLimits.files || bytes >= batchLimits.bytes || performance.now() - begun >= batchLimits.milliseconds;
      if (keeping !== null && (full || keeping.done)) {
        const before: Keeping = keeping;
        yield* await commit(collection, writing, before);
        keeping = null;
      }
      if (!full) continue;
      // Nothing of a batch is half done here.
      writing = null;
      writing = await collection.writers.takeTurns();
      keeping = keep(collection, batch);
      batch = [];
      bytes = 0;
    }
    if (keeping !== null) yield* await commit(collection, writing, keeping);
    keeping = keep(collection, batch);
    yield* await commit(collection, writing, keeping, 'now');
  } catch (thrown) {
    outcome = 'failed';
    throw thrown;
  } finally {
    // A consumer that stops early ends the generator here: what was not reported was not accepted, and nothing is left half done.
    await keeping?.kept.catch(() => undefined);
    if (writing !== null) await collection.writers.leave(outcome);
  }
}

/** A batch whose originals are on their way to disk. */
interface Keeping {
  readonly batch: readonly Prepared[];
  /** Settles when they are on disk, or cannot be. */
  readonly kept: Promise<void>;
  done: boolean;
}

function keep({ originals }: Collection, batch: readonly Prepared[]): Keeping {
  const kept = originals.keep(batch.filter((prepared) => prepared.failure === undefined));
  const keeping: Keeping = { batch, kept, done: false };
  // A failure is thrown where the batch is committed; until then it must not count as unhandled.
  const settle = () => {
    keeping.done = true;
  };
  kept.then(settle, settle);
  return keeping;
}

async function commit(
  collection: Collection,
  writing: Writing,
  { batch, kept }: Keeping,
  visible: 'now' | 'later' = 'later',
): Promise<AddOutcome[]> {
  const { ledger, parts } = collection;
  await kept;
  return await writing.alone(async () => {
    const accepted = parts.now().toISOString();
    const fresh = new Map<string, StoredDocument>();
    const outcomes = ledger.commit((to) => {
      let wrote = false;
      const made = batch.map((prepared) => {
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
          fresh.set(document, { id: document, revision, source, versions: versionsIn(ledger, document, revision), record });
          wrote = true;
        }
        const place = ledger.at(source).find((other) => other.document === document);
        if (place?.hash !== hash) to.place(source, document, hash);
        return taken(name, source, decision, record);
      });
      if (wrote) to.setSettled(false);
      return made;
    });
    const missing = await missingOf(writing, [...fresh.values()], visible);
    return outcomes.map((outcome) => ({
      ...outcome,
      searchable: outcome.document !== null && !missing.has(outcome.document) && (fresh.has(outcome.document) || !writing.isBehind()),
    }));
  });
}

/** Puts the documents into the index; gives the ids of those that it does not have now. */
async function missingOf(writing: Writing, documents: readonly StoredDocument[], visible: 'now' | 'later'): Promise<ReadonlySet<string>> {
  // Batches before the last one become visible with it.
  const answer = documents.length === 0 ? [] : await writing.put(documents, { visible: 'later' });
  const missing = answer instanceof Failure ? documents.map(({ id }) => id) : answer.map(({ id }) => id);
  if (visible === 'now') await writing.refresh();
  return new Set(missing);
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
    searchable: true,
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
    searchable: false,
    failure: { code, message },
  };
}
