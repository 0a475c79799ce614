import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Client, estypes } from '@elastic/elasticsearch';
import { prefix } from './server.ts';

/** What ledger and index hold differently, seen without the library: the ledger as a file, the index by the client alone. */
export interface Comparison {
  readonly ledger: number;
  readonly index: number;
  readonly missing: readonly string[];
  readonly surplus: readonly string[];
  readonly doubled: readonly string[];
  readonly otherRevision: readonly string[];
  /** Documents that have more or fewer tasks in the index than their entry there says. */
  readonly wrongTasks: readonly string[];
  /** Tasks of no document. */
  readonly strayTasks: readonly string[];
  /** Documents whose entry in the graph is missing or of another revision, and entries of no document. */
  readonly wrongLinks: readonly string[];
}

/** The revision of each document that the ledger holds as its newest. */
function ledgerOf(data: string): Map<string, number> {
  const database = new DatabaseSync(join(data, 'ledger.sqlite'), { readOnly: true });
  try {
    const rows = database.prepare('SELECT document, max(revision) AS revision FROM versions GROUP BY document').all();
    return new Map(rows.map(({ document, revision }) => [String(document), Number(revision)]));
  } finally {
    database.close();
  }
}

export async function compare(client: Client, data: string): Promise<Comparison> {
  await client.indices.refresh({ index: `${prefix}-*` });
  const ledger = ledgerOf(data);
  const [documents, tasks, graph] = [`${prefix}-documents`, `${prefix}-tasks`, `${prefix}-graph`];
  const held = new Map<string, { revision: number; tasks: number }>();
  const doubled: string[] = [];
  for await (const { _id, _source } of entriesOf(client, documents, ['id'], ['id', 'revision', 'tasks'])) {
    const { id, revision, tasks: count } = _source as { id: string; revision: number; tasks: number };
    if (held.has(id) || _id !== id) doubled.push(id);
    held.set(id, { revision, tasks: count });
  }
  const places = new Map<string, number[]>();
  const wrongTasks = new Set<string>();
  for await (const { _source } of entriesOf(client, tasks, ['document', 'position'], ['document', 'position', 'revision'])) {
    const { document, position, revision } = _source as { document: string; position: number; revision: number };
    const list = places.get(document) ?? [];
    places.set(document, [...list, position]);
    if (revision !== held.get(document)?.revision) wrongTasks.add(document);
  }
  for (const [id, { tasks: count }] of held) {
    const list = places.get(id) ?? [];
    // In order of position: each place once, from the first to the last.
    if (list.length !== count || list.some((position, at) => position !== at)) wrongTasks.add(id);
  }
  const linked = new Map<string, number>();
  for await (const { _id, _source } of entriesOf(client, graph, ['document'], ['revision'])) {
    // The entry of decisions has no revision.
    const { revision } = _source as { revision?: number };
    if (revision !== undefined) linked.set(String(_id), revision);
  }
  return {
    ledger: ledger.size,
    index: held.size,
    missing: [...ledger.keys()].filter((id) => !held.has(id)),
    surplus: [...held.keys()].filter((id) => !ledger.has(id)),
    doubled,
    otherRevision: [...ledger].filter(([id, revision]) => held.has(id) && held.get(id)?.revision !== revision).map(([id]) => id),
    wrongTasks: [...wrongTasks].filter((id) => held.has(id)),
    strayTasks: [...places.keys()].filter((id) => !held.has(id)),
    wrongLinks: [...new Set([...held.keys(), ...linked.keys()])].filter((id) => held.get(id)?.revision !== linked.get(id)),
  };
}

/** How many of these documents the index does not have, as it would answer for each by itself, refreshed or not. */
export async function lacking(client: Client, ids: readonly string[]): Promise<string[]> {
  const missing: string[] = [];
  const together = 1000;
  for (let from = 0; from < ids.length; from += together) {
    const some = ids.slice(from, from + together);
    const { docs } = await client.mget({ index: `${prefix}-documents`, ids: some, _source: false });
    for (const [at, entry] of docs.entries()) if (!('found' in entry && entry.found)) missing.push(some[at]!);
  }
  return missing;
}

async function* entriesOf(client: Client, index: string, order: string[], fields: string[]): AsyncGenerator<estypes.SearchHit> {
  const size = 5000;
  for (let after: estypes.SortResults | undefined; ; ) {
    const { hits } = await client.search({
      index,
      sort: order,
      size,
      _source: fields,
      track_total_hits: false,
      ...(after && { search_after: after }),
    });
    yield* hits.hits;
    after = hits.hits.at(-1)?.sort;
    if (hits.hits.length < size) return;
  }
}
