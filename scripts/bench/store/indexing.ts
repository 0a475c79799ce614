import type { Client } from '@elastic/elasticsearch';
import { bodiesOf } from '#services/store/elasticsearch/document.ts';
import { lanesFor } from '#services/store/lanes.ts';
import type { Store, StoredDocument } from '#services/store/port.ts';

/** So many documents the library puts in together. */
export const batch = 256;

/** One line of a bulk request with the line before it. */
interface Operation {
  readonly index: string;
  readonly id: string;
  readonly version: number;
  readonly body: string;
}

/** The aliases of one index. */
export interface Aliases {
  readonly documents: string;
  readonly tasks: string;
  readonly graph: string;
}

/** Milliseconds that the adapter takes to put documents in, batch after batch, two of them under way at a time, as the library does in a rebuild. */
export async function throughAdapter(store: Store, documents: readonly StoredDocument[]): Promise<number> {
  const begun = performance.now();
  const puts = lanesFor(2);
  for (let from = 0; from < documents.length; from += batch) {
    await puts.begin(async () => {
      const unfit = await store.put(documents.slice(from, from + batch), { visible: 'later' });
      if (unfit.length > 0) throw new Error(`${unfit.length} documents do not fit: ${unfit[0]?.failure.message}`);
    });
  }
  await puts.ended();
  return performance.now() - begun;
}

/** The bodies that the adapter would send, in its order, made beforehand; and their bytes. */
export function operationsOf(documents: readonly StoredDocument[], aliases: Aliases): { operations: Operation[]; bytes: number } {
  let bytes = 0;
  const operations = documents.flatMap((stored) => {
    const { id, revision: version } = stored;
    const { document, tasks, graph } = bodiesOf(stored);
    const made = [
      ...tasks.map((body, position) => ({ index: aliases.tasks, id: `${id}:${position}`, version, body })),
      { index: aliases.graph, id, version, body: graph },
      { index: aliases.documents, id, version, body: document },
    ];
    for (const { body } of made) bytes += Buffer.byteLength(body);
    return made;
  });
  return { operations, bytes };
}

/** Milliseconds that the client's own helper takes for the same bodies, with as many bytes in a request as a batch has and else as it comes. */
export async function throughHelper(client: Client, operations: readonly Operation[], flushBytes: number): Promise<number> {
  let next = 0;
  const begun = performance.now();
  const { failed, successful } = await client.helpers.bulk<string>({
    datasource: operations.map(({ body }) => body),
    // It asks in the order of the bodies.
    onDocument() {
      const { index, id, version } = operations[next++]!;
      return { index: { _index: index, _id: id, version, version_type: 'external_gte' } };
    },
    flushBytes,
  });
  const elapsed = performance.now() - begun;
  if (failed > 0 || successful !== operations.length)
    throw new Error(`${failed} operations failed, ${successful} of ${operations.length} were done.`);
  return elapsed;
}
