import type { estypes } from '@elastic/elasticsearch';
import { asFailure } from '#ingest/model/failure.ts';
import type { IndexFault } from '#services/store/port.ts';
import { sameCopies } from './answers.ts';
import { type Connection, indicesOf } from './connection.ts';
import { compareBytes, type Differences, told, wrongTwice } from './faults.ts';
import { faultsOfGraph } from './graph/check.ts';
import { namingFor, roles } from './naming.ts';
import { allHits, type PointInTime, withPointInTime } from './pointInTime.ts';
import { packets, recordOf } from './record.ts';

/** How many records are unpacked at a time, and how many counts are compared. */
const recordsPage = 200;
const countsPage = 5000;

/** Looks at the health and the names of the index, reads every record, compares the tasks of every document with those it counts, and its entry in the graph with it. */
export async function check(connection: Connection): Promise<IndexFault[]> {
  const faults: IndexFault[] = [];
  const attempt = async (what: string, look: () => Promise<readonly IndexFault[]>) => {
    try {
      faults.push(...(await look()));
    } catch (thrown) {
      const { detail, message } = asFailure(thrown);
      faults.push({ message: `${what} cannot be checked: ${detail ?? message}`, documents: [] });
    }
  };
  await attempt('The health of the index', () => faultsOfHealth(connection));
  await attempt('The names of the index', () => faultsOfNames(connection));
  await attempt('The records', () => faultsOfRecords(connection));
  await attempt('The tasks', () => faultsOfTasks(connection));
  await attempt('The graph', () => faultsOfGraph(connection));
  return faults;
}

async function faultsOfHealth(connection: Connection): Promise<IndexFault[]> {
  const { status, unassigned_shards: unassigned } = await connection.ask((client) =>
    client.cluster.health({ index: indicesOf(connection) }),
  );
  const state = status.toLowerCase();
  if (state === 'red') {
    return [
      {
        message: `The index is red: parts of it (${unassigned} shards) are on no node, and what lies in them cannot be found.`,
        documents: [],
      },
    ];
  }
  if (state === 'yellow') {
    const message = `The index is yellow: it is whole, but ${unassigned} copies of its shards are on no node; a node that is lost now may take documents with it.`;
    return [{ message, documents: [] }];
  }
  return [];
}

async function faultsOfNames(connection: Connection): Promise<IndexFault[]> {
  const { ask, documents, options } = connection;
  const naming = namingFor(options.prefix);
  const role = roles.find((each) => naming.aliasOf('documents', each) === documents);
  const found = await ask((client) =>
    client.indices.get({ index: indicesOf(connection), features: ['aliases', 'mappings'], ignore_unavailable: true }),
  );
  try {
    naming.verify(found, role ?? 'current');
    return [];
  } catch (thrown) {
    const { detail, message } = asFailure(thrown);
    return [{ message: detail ?? message, documents: [] }];
  }
}

async function faultsOfRecords(connection: Connection): Promise<IndexFault[]> {
  const unreadable: string[] = [];
  await withPointInTime(connection, connection.documents, sameCopies, async (then) => {
    const request = { query: { match_all: {} }, sort: ['id'], _source: false, stored_fields: [...packets] };
    for await (const hits of allHits(then, request, recordsPage)) {
      for (const hit of hits) if (!isReadable(hit)) unreadable.push(String(hit._id));
    }
  });
  return told(unreadable, (count) => `${count} documents have a record that cannot be read.`);
}

/** Whether the record can be read, with the claims and tasks that are packed beside it. */
function isReadable(hit: estypes.SearchHit<unknown>): boolean {
  try {
    recordOf(hit);
    return true;
  } catch {
    return false;
  }
}

/** The tasks of one document, as it counts them or as they lie in their index. */
interface Count {
  readonly tasks: number;
  readonly revision: number;
}

async function faultsOfTasks(connection: Connection): Promise<IndexFault[]> {
  const wrong = await wrongTwice(connection, differences);
  return [
    ...told(wrong.lost, (count) => `Tasks of ${count} documents are listed that are not there.`),
    ...told(wrong.other, (count) => `${count} documents have other tasks listed than their record counts.`),
  ];
}

/** Of the tasks, by what their documents count; both indices are read side by side in order of id. */
async function differences(connection: Connection): Promise<Differences> {
  const found: Differences = new Map();
  await withPointInTime(connection, connection.documents, sameCopies, async (documents) => {
    await withPointInTime(connection, connection.tasks, sameCopies, async (tasks) => {
      const listed = listedCounts(tasks);
      let next = await listed.next();
      const lostBefore = async (id: string | null) => {
        while (!next.done && (id === null || compareBytes(next.value[0], id) < 0)) {
          found.set(next.value[0], 'lost');
          next = await listed.next();
        }
      };
      for await (const [id, count] of ownCounts(documents)) {
        await lostBefore(id);
        const here = !next.done && next.value[0] === id ? next.value[1] : null;
        if (here !== null) next = await listed.next();
        if ((here?.tasks ?? 0) !== count.tasks || (here !== null && here.revision !== count.revision)) found.set(id, 'other');
      }
      await lostBefore(null);
    });
  });
  return found;
}

/** What each document counts, in order of id. */
async function* ownCounts(documents: PointInTime): AsyncGenerator<readonly [string, Count]> {
  const request = { query: { match_all: {} }, sort: ['id'], _source: ['id', 'tasks', 'revision'] };
  for await (const hits of allHits(documents, request, countsPage)) {
    for (const { _source } of hits) {
      const { id, tasks, revision } = _source as Count & { id: string };
      yield [id, { tasks, revision }];
    }
  }
}

/** The tasks that lie in their index, by document, in order of its id. Of tasks of several revisions the revision is told as none. */
async function* listedCounts(tasks: PointInTime): AsyncGenerator<readonly [string, Count]> {
  type Bucket = { key: { document: string }; doc_count: number } & Record<'least' | 'most', { value: number }>;
  for (let after: { document: string } | undefined; ; ) {
    const composite = { size: countsPage, sources: [{ document: { terms: { field: 'document' } } }], ...(after && { after }) };
    const aggs = { least: { min: { field: 'revision' } }, most: { max: { field: 'revision' } } };
    const answer = await tasks.ask({ size: 0, track_total_hits: false, aggs: { byDocument: { composite, aggs } } });
    const { buckets = [], after_key } = (answer.aggregations?.byDocument ?? {}) as { buckets?: Bucket[]; after_key?: { document: string } };
    for (const { key, doc_count, least, most } of buckets) {
      yield [key.document, { tasks: doc_count, revision: least.value === most.value ? most.value : Number.NaN }];
    }
    if (buckets.length < countsPage || after_key === undefined) return;
    after = after_key;
  }
}
