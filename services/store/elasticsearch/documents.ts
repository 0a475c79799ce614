import type { estypes } from '@elastic/elasticsearch';
import { unpackBody } from '#services/store/packing.ts';
import type { DocumentBody, DocumentSummary } from '#services/store/port.ts';
import { askWhole, type Hit, sameCopies } from './answers.ts';
import type { Connection } from './connection.ts';
import { asSummary, packetOf, type packets, summaryOf } from './record.ts';

/** Most values looked up in one request; the server allows 65,536 (index.max_terms_count). */
const batch = 5000;
/** Most documents in one answer: with a packet a few kilobytes each, without some hundred bytes. */
const packetsPage = 2000;
const summariesPage = 10_000;

/** Documents by id; one that is not there is left out. */
export async function summaries(connection: Connection, ids: readonly string[]): Promise<DocumentSummary[]> {
  const found: DocumentSummary[] = [];
  for await (const hit of documentsOf(connection, ids)) found.push(summaryOf(hit));
  return found;
}

/** Records by id, without their claims and tasks; one that is not there is left out. */
export async function bodies(connection: Connection, ids: readonly string[]): Promise<DocumentBody[]> {
  const found: DocumentBody[] = [];
  for await (const hit of documentsOf(connection, ids, ['record'])) {
    found.push({ id: String(hit._id), body: unpackBody(packetOf(hit, 'record')) });
  }
  return found;
}

/** As `summaries`, each as the server gives it, with some of its packets. */
export async function* documentsOf(
  connection: Connection,
  ids: readonly string[],
  wanted: readonly (typeof packets)[number][] = [],
): AsyncGenerator<Hit> {
  for (const part of batches([...new Set(ids)])) {
    const query = { bool: { filter: [{ terms: { id: part } }] } };
    const request = { query, ...asSummary, ...(wanted.length === 0 ? {} : { stored_fields: [...wanted] }) };
    yield* byId(connection, request, wanted.length === 0 ? summariesPage : packetsPage);
  }
}

function batches(values: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(values.length / batch) }, (_, at) => values.slice(at * batch, (at + 1) * batch));
}

/** Every hit in order of id. Ids do not move, so that each document is met once although the index may change between two pages. */
async function* byId(connection: Connection, request: estypes.SearchRequest, size: number): AsyncGenerator<Hit> {
  let after: estypes.SortResults | undefined;
  for (;;) {
    const page = { ...request, index: connection.documents, size, sort: ['id'], track_total_hits: false, preference: sameCopies };
    const { hits } = (await askWhole(connection, { ...page, ...(after && { search_after: after }) })).hits;
    yield* hits;
    after = hits.at(-1)?.sort;
    if (hits.length < size || after === undefined) return;
  }
}
