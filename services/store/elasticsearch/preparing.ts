import { setImmediate as letOthersWork } from 'node:timers/promises';
import type { Packer } from '#services/store/packer.ts';
import type { PackedRecord } from '#services/store/packing.ts';
import type { StoredDocument } from '#services/store/port.ts';
import { bytesOf, type Operation } from './bulk.ts';
import { bodiesOf } from './document.ts';

/** A document with all its operations. */
export interface Prepared {
  readonly document: StoredDocument;
  readonly put: Operation;
  readonly graph: Operation;
  readonly tasks: readonly Operation[];
}

/** How much is made and sent together, in bytes: little at first, so that the server has work while the rest is made. */
const firstSlice = 1024 * 1024;
const largestSlice = 2 * 1024 * 1024;
/** With fewer documents the packer is not worth its memory. */
const fewest = 8;
/** Records that are packed ahead of the one whose words are read. */
const mostAhead = 16;

/**
 * Documents with their operations, in parts that are sent together. While records are packed on another thread, the words of those before them are read
 * on this one; between two documents the event loop turns. Throws where a record is not of its form, before its part is given.
 */
export async function* slicesOf(documents: readonly StoredDocument[], packer: Packer): AsyncGenerator<Prepared[]> {
  let slice: Prepared[] = [];
  let bytes = 0;
  let most = firstSlice;
  for await (const prepared of preparing(documents, packer)) {
    const size = [prepared.put, prepared.graph, ...prepared.tasks].reduce((sum, operation) => sum + bytesOf(operation), 0);
    if (slice.length > 0 && bytes + size > most) {
      yield slice;
      most = Math.min(2 * most, largestSlice);
      slice = [];
      bytes = 0;
    }
    slice.push(prepared);
    bytes += size;
    await letOthersWork();
  }
  if (slice.length > 0) yield slice;
}

async function* preparing(documents: readonly StoredDocument[], packer: Packer): AsyncGenerator<Prepared> {
  if (documents.length < fewest) {
    for (const document of documents) yield prepare(document);
    return;
  }
  const packing: Promise<PackedRecord>[] = [];
  for (const [at, document] of documents.entries()) {
    for (const { record } of documents.slice(packing.length, at + mostAhead)) {
      const packed = packer.pack(record);
      // Whoever waits for it hears of a failure; what is packed ahead may be waited for by nobody.
      packed.catch(() => undefined);
      packing.push(packed);
    }
    yield prepare(document, await packing[at]);
    delete packing[at];
  }
}

function prepare(document: StoredDocument, packed?: PackedRecord): Prepared {
  const { id, revision: version } = document;
  const bodies = bodiesOf(document, packed);
  return {
    document,
    put: { id, version, body: Buffer.from(bodies.document) },
    graph: { id, version, body: Buffer.from(bodies.graph) },
    tasks: bodies.tasks.map((body, position) => ({ id: taskId(id, position), version, body: Buffer.from(body) })),
  };
}

/** The id of a task in the index of tasks. */
export const taskId = (document: string, position: number) => `${document}:${position}`;
