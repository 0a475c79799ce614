import type { estypes } from '@elastic/elasticsearch';
import { Failure } from '#ingest/model/failure.ts';
import type { Connection } from './connection.ts';

export type Answer = estypes.SearchResponse<unknown, Record<string, unknown>>;
export type Hit = estypes.SearchHit<unknown>;

/** Sends a search whose answer must be whole: with a part of the index away, or out of time, it is a failure. */
export async function askWhole(connection: Connection, request: estypes.SearchRequest): Promise<Answer> {
  const answer = await connection.ask((client) =>
    client.search<unknown, Record<string, unknown>>({ ...request, timeout: shardTime(connection), allow_partial_search_results: false }),
  );
  if (isPartial(answer)) throw new Failure('index-unavailable', 'Elasticsearch could not answer wholly in the time allowed.');
  return fromOneIndex(answer);
}

/** Sends a search that may be answered in part, where time or a part of the index is lacking. */
export async function askPartly(connection: Connection, request: estypes.SearchRequest): Promise<Answer> {
  const answer = await connection.ask((client) =>
    client.search<unknown, Record<string, unknown>>({ ...request, timeout: shardTime(connection), allow_partial_search_results: true }),
  );
  return fromOneIndex(answer);
}

export function isPartial(answer: Answer): boolean {
  return answer.timed_out || answer._shards.failed > 0;
}

/** Shards give what they have before the client's patience ends. */
function shardTime({ options }: Connection): `${number}ms` {
  return `${Math.ceil(options.timeout * 0.7)}ms`;
}

/** An alias on two indices gives documents twice: nothing of such an answer can be trusted. */
function fromOneIndex(answer: Answer): Answer {
  const [first] = answer.hits.hits;
  const other = answer.hits.hits.find((hit) => hit._index !== first?._index);
  if (first === undefined || other === undefined) return answer;
  throw new Failure('collection-damaged', `One alias names two indices in Elasticsearch: ${first._index} and ${other._index}.`);
}

/** How many documents match, where the search asked for all of them to be counted. */
export function totalOf(answer: Answer): number {
  const { total } = answer.hits;
  return typeof total === 'object' ? total.value : Number(total);
}
