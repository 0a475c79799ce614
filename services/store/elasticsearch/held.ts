import type { estypes } from '@elastic/elasticsearch';
import { Failure } from '#ingest/model/failure.ts';
import type { Connection } from './connection.ts';
import { errorWithoutStatus, failureOf } from './failures.ts';

/** What the index holds of a document: which version, and how many tasks that has. */
export interface HeldEntry {
  readonly revision: number;
  readonly tasks: number;
}

/** The documents of these ids as they were put last, whether searches see them yet or not; those that are not there are left out. */
export async function heldEntries(connection: Connection, ids: readonly string[]): Promise<ReadonlyMap<string, HeldEntry>> {
  const held = new Map<string, HeldEntry>();
  for (const { _id, _source } of await lookUp(connection, connection.documents, ids, ['revision', 'tasks'])) {
    held.set(_id, _source as HeldEntry);
  }
  return held;
}

/** The present version of each entry by id, as it was put last; those that are not there are left out. */
export async function versionsOf(connection: Connection, index: string, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const found = await lookUp(connection, index, ids, []);
  return new Map(found.map(({ _id, _version }) => [_id, Number(_version)]));
}

async function lookUp(connection: Connection, index: string, ids: readonly string[], fields: string[]): Promise<estypes.GetGetResult[]> {
  if (ids.length === 0) return [];
  const source = fields.length === 0 ? { _source: false } : { _source_includes: fields };
  return await connection.ask(async (client) => {
    const { docs } = await client.mget({ index, ids: [...ids], ...source });
    if (!Array.isArray(docs) || docs.length !== ids.length)
      throw new Failure('index-unavailable', 'The answer of Elasticsearch is not whole.');
    // An error of one document is as if the whole request had been refused, so that it is asked again and counts for the circuit.
    return docs.flatMap((entry) => {
      if ('error' in entry) throw failureOf(errorWithoutStatus(entry.error));
      return entry.found ? [entry] : [];
    });
  });
}

/** A task in the index that does not belong to its document as that is held: what a put that failed left there. */
export interface Leftover {
  readonly id: string;
  readonly document: string;
  readonly position: number;
  readonly version: number;
}

const page = 1000;

/** The tasks of these documents that lie beyond what is held of each, or are of a newer version. Only those are found that searches see. */
export async function leftoversOf(
  connection: Connection,
  ids: readonly string[],
  held: ReadonlyMap<string, HeldEntry>,
): Promise<readonly Leftover[]> {
  const found: Leftover[] = [];
  for (let after: estypes.SortResults | undefined; ; ) {
    const {
      hits,
      timed_out: isLate,
      _shards: shards,
    } = await connection.ask((client) =>
      client.search({
        index: connection.tasks,
        query: { bool: { filter: [{ bool: { should: beyond(ids, held) } }] } },
        sort: ['document', 'position'],
        size: page,
        track_total_hits: false,
        version: true,
        _source: ['document', 'position'],
        allow_partial_search_results: false,
        ...(after === undefined ? {} : { search_after: after }),
      }),
    );
    if (isLate || shards.failed > 0) throw new Failure('index-unavailable', 'Elasticsearch could not answer wholly.');
    for (const hit of hits.hits) {
      const { document, position } = hit._source as { document: string; position: number };
      found.push({ id: String(hit._id), document, position, version: Number(hit._version) });
    }
    after = hits.hits.at(-1)?.sort;
    if (hits.hits.length < page || after === undefined) return found;
  }
}

/** One condition for all documents of one version and number of tasks. */
function beyond(ids: readonly string[], held: ReadonlyMap<string, HeldEntry>): estypes.QueryDslQueryContainer[] {
  const alike = Map.groupBy(ids, (id) => `${held.get(id)?.tasks} ${held.get(id)?.revision}`);
  return Array.from(alike.values(), (documents) => {
    const entry = held.get(documents[0] ?? '');
    const newer = { range: { revision: { gt: entry?.revision ?? 0 } } };
    const more = { range: { position: { gte: entry?.tasks ?? 0 } } };
    return { bool: { filter: [{ terms: { document: documents } }, { bool: { should: [more, newer] } }] } };
  });
}
