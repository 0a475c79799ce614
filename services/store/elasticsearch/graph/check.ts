import type { IndexFault } from '#services/store/port.ts';
import { sameCopies } from '../answers.ts';
import type { Connection } from '../connection.ts';
import { compareBytes, type Differences, told, wrongTwice } from '../faults.ts';
import { allHits, type PointInTime, withPointInTime } from '../pointInTime.ts';
import { askingNow } from './answer.ts';
import { named } from './named.ts';

/** How many entries are compared at a time. */
const page = 5000;

/**
 * Compares the graph with the documents: each must have its entry there, of the same revision. The decisions are read, too: one that asks for any symbol is told
 * them.
 */
export async function faultsOfGraph(connection: Connection): Promise<IndexFault[]> {
  await named(askingNow(connection), ['']);
  const wrong = await wrongTwice(connection, differences);
  return [
    ...told(wrong.lost, (count) => `The graph holds what ${count} documents say that are not there.`),
    ...told(wrong.other, (count) => `The graph does not hold what ${count} documents say as they are now.`),
  ];
}

/** Of the entries, which are to be of their documents' revisions. */
async function differences(connection: Connection): Promise<Differences> {
  return await withPointInTime(connection, connection.documents, sameCopies, (documents) =>
    withPointInTime(connection, connection.graph, sameCopies, async (graph) => {
      const found: Differences = new Map();
      const entries = revisionsIn(graph, 'document');
      let next = await entries.next();
      for await (const [id, revision] of revisionsIn(documents, 'id')) {
        for (; !next.done && compareBytes(next.value[0], id) < 0; next = await entries.next()) found.set(next.value[0], 'lost');
        const entry = !next.done && next.value[0] === id ? next.value[1] : null;
        if (entry !== null) next = await entries.next();
        if (entry !== revision) found.set(id, 'other');
      }
      for (; !next.done; next = await entries.next()) found.set(next.value[0], 'lost');
      return found;
    }),
  );
}

/** Ids and revisions of the documents in an index, in order of their ids in `field`. */
async function* revisionsIn(then: PointInTime, field: 'id' | 'document'): AsyncGenerator<readonly [string, number]> {
  for await (const hits of allHits(then, { query: { exists: { field } }, sort: [field], _source: ['revision'] }, page)) {
    for (const { _id, _source } of hits) yield [String(_id), (_source as { revision: number }).revision];
  }
}
