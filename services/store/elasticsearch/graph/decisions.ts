import type { estypes } from '@elastic/elasticsearch';
import { pack, unpack } from '#services/store/packing.ts';
import type { Decision } from '#services/works/decision.ts';
import type { Answer } from '../answers.ts';
import type { Connection } from '../connection.ts';
import { patiently } from '../patience.ts';
import { packetOf } from '../record.ts';

/** Under this id lie all decisions together, in the index of the graph: so they are told with the namings. It is longer than that of any document may be. */
const entry = 'decisions'.padEnd(510, '.');

/** Makes these all the decisions there are. */
export async function decide(connection: Connection, decisions: readonly Decision[]): Promise<void> {
  const document = { decisions: pack(decisions).toString('base64') };
  await patiently(connection, () =>
    connection.tell((client) => client.index({ index: connection.graph, id: entry, document, refresh: true, require_alias: true })),
  );
}

/** Has a request that counts give the entry of decisions as its only hit. */
export function withDecisions({ query, ...request }: estypes.SearchRequest): estypes.SearchRequest {
  const ids = { ids: { values: [entry] } };
  const either = { bool: { should: [...(query === undefined ? [] : [query]), ids] } };
  return { ...request, query: { bool: { filter: [either] } }, post_filter: ids, size: 1, _source: false, stored_fields: ['decisions'] };
}

/** The decisions in an answer to such a request. @throws Failure `collection-damaged` where they cannot be read. */
export function decisionsIn(answer: Answer): readonly Decision[] {
  const [hit] = answer.hits.hits;
  return hit === undefined ? [] : unpack<Decision[]>(packetOf(hit, 'decisions'));
}
