import type { estypes } from '@elastic/elasticsearch';
import { Failure } from '#ingest/model/failure.ts';
import { searchTime } from '#services/store/bounds.ts';
import type { Connection } from './connection.ts';
import { failureOf, serverErrorOf } from './failures.ts';

export type Answer = estypes.SearchResponse<unknown, Record<string, unknown>>;
export type Hit = estypes.SearchHit<unknown>;

/** Always the same copies: one that lags behind the others would else leave out in one answer what it told in the last. */
export const sameCopies = 'vankien';

/** Sends a search whose answer must be whole: with a part of the index away, or out of time, it is a failure. */
export async function askWhole(connection: Connection, request: estypes.SearchRequest): Promise<Answer> {
  const answer = await send(connection, request, false);
  if (isPartial(answer)) throw new Failure('index-unavailable', 'Elasticsearch could not answer wholly in the time allowed.');
  return answer;
}

/** Sends a search that may be answered in part, where time or a part of the index is lacking; `time` are the milliseconds that it may take. */
export async function askPartly(connection: Connection, request: estypes.SearchRequest, time = searchTime): Promise<Answer> {
  return await send(connection, request, true, time);
}

/** Name of the aggregation that tells from which indices the counted documents are. */
const sources = 'indices';

async function send(
  connection: Connection,
  request: estypes.SearchRequest,
  partly: boolean,
  time = Number.POSITIVE_INFINITY,
): Promise<Answer> {
  const asked = { ...withSources(request), timeout: shardTime(connection, time), allow_partial_search_results: partly };
  const answer = await connection.ask((client) => client.search<unknown, Record<string, unknown>>(asked));
  return checked(asked, answer);
}

function withSources(request: estypes.SearchRequest): estypes.SearchRequest {
  const counts = request.size === 0 || request.aggs !== undefined;
  return counts ? { ...request, aggs: { ...request.aggs, [sources]: { terms: { field: '_index', size: 2 } } } } : request;
}

function checked(asked: estypes.SearchRequest, answer: Partial<Answer> | null): Answer {
  if (isAnswerTo(asked, answer)) return fromOneIndex(answer);
  throw new Failure(
    'index-unavailable',
    'The answer of Elasticsearch lacks a part of what was asked; it may have been garbled on the way.',
  );
}

/** Sends several searches of one index in one request; each must be answered whole, as `askWhole`. */
export async function askAllWhole(connection: Connection, index: string, requests: readonly estypes.SearchRequest[]): Promise<Answer[]> {
  const asked = requests.map((request) => ({ ...withSources(request), timeout: shardTime(connection, Number.POSITIVE_INFINITY) }));
  const searches = asked.flatMap((body) => [{ preference: sameCopies, allow_partial_search_results: false }, body]);
  const { responses } = await connection.ask(async (client) => {
    const all = await client.msearch<unknown, Record<string, unknown>>({ index, searches });
    // As if the whole request had been refused, so that it is asked again and counts for the circuit.
    const items: readonly unknown[] = all?.responses ?? [];
    for (const one of items) {
      const error = serverErrorOf((one as { status?: number } | null)?.status ?? 0, one);
      if (error !== null) throw failureOf(error);
    }
    return { responses: items as readonly (Partial<Answer> | null)[] };
  });
  return asked.map((body, at) => {
    const answer = checked(body, responses[at] ?? null);
    if (isPartial(answer)) throw new Failure('index-unavailable', 'Elasticsearch could not answer wholly in the time allowed.');
    return answer;
  });
}

/** Whether an answer has all that was asked for: what is missing must not be read as nothing found. */
function isAnswerTo(request: estypes.SearchRequest, answer: Partial<Answer> | null): answer is Answer {
  const { timed_out: late, _shards: shards, hits, aggregations } = answer ?? {};
  if (typeof late !== 'boolean' || typeof shards?.failed !== 'number' || !Array.isArray(hits?.hits)) return false;
  if (request.track_total_hits === true && typeof totalIn(hits) !== 'number') return false;
  return Object.keys(request.aggs ?? {}).every((name) => aggregations?.[name] !== undefined);
}

export function isPartial(answer: Answer): boolean {
  return answer.timed_out || answer._shards.failed > 0;
}

/** Shards give what they have before the client's patience ends. */
function shardTime({ options }: Connection, most: number): `${number}ms` {
  return `${Math.ceil(Math.min(most, options.timeout * 0.7))}ms`;
}

/** An alias on two indices gives and counts documents twice: nothing of such an answer can be trusted. */
function fromOneIndex(answer: Answer): Answer {
  const counted = (answer.aggregations?.[sources] as { buckets: { key: string }[] } | undefined)?.buckets ?? [];
  const [first, ...others] = new Set([...counted.map(({ key }) => key), ...answer.hits.hits.map((hit) => hit._index)]);
  if (others.length === 0) return answer;
  throw new Failure('collection-damaged', `One alias names more than one index in Elasticsearch: ${[first, ...others].join(', ')}.`);
}

/** How many documents match, where the search asked for all of them to be counted. */
export function totalOf(answer: Answer): number {
  return Number(totalIn(answer.hits));
}

function totalIn({ total }: Answer['hits']): number | undefined {
  return typeof total === 'object' ? total.value : total;
}
