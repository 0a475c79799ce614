import type { Query } from '#services/query/query.ts';
import type { DocumentSummary } from '#services/store/port.ts';
import type { Connection } from './connection.ts';
import { chosenBy } from './match.ts';
import { allHits, openPointInTime } from './pointInTime.ts';
import { asSummary, summaryOf } from './record.ts';
import { preferenceFor } from './search.ts';

/** How many documents are read at a time. */
const step = 1000;

/** Every document that matches, by id, as they were at the first step. */
export async function* scan(connection: Connection, query: Query): AsyncGenerator<DocumentSummary> {
  const then = await openPointInTime(connection, connection.documents, preferenceFor(query));
  try {
    const request = { query: chosenBy(query), sort: ['id'], ...asSummary };
    for await (const hits of allHits(then, request, step)) yield* hits.map(summaryOf);
  } finally {
    await then.close();
  }
}
