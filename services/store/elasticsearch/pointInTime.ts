import type { estypes } from '@elastic/elasticsearch';
import { type Answer, askWhole, type Hit } from './answers.ts';
import type { Connection } from './connection.ts';

/** How long the server keeps a point in time after the last question to it: a reader who stays away longer gets a failure, not a gap. */
const kept = '5m';
/** Most hits that Elasticsearch gives at once, and the furthest from the first that it counts (index.max_result_window). */
export const window = 10_000;

/** An index as it was when this was opened: what is written meanwhile is not seen. */
export interface PointInTime {
  ask(request: estypes.SearchRequest): Promise<Answer>;
}

/** Opens a point in time for `work`, and gives it back whatever happens. */
export async function withPointInTime<T>(
  connection: Connection,
  index: string,
  preference: string,
  work: (then: PointInTime) => Promise<T>,
): Promise<T> {
  const then = await openPointInTime(connection, index, preference);
  try {
    return await work(then);
  } finally {
    await then.close();
  }
}

export async function openPointInTime(
  connection: Connection,
  index: string,
  preference: string,
): Promise<PointInTime & { close(): Promise<void> }> {
  const opened = await connection.ask((client) => client.openPointInTime({ index, keep_alive: kept, preference }));
  let id = opened.id;
  return {
    async ask(request) {
      const answer = await askWhole(connection, { ...request, pit: { id, keep_alive: kept } });
      id = answer.pit_id ?? id;
      return answer;
    },
    // The server gives it up by itself in time: nothing is lost where this fails.
    close: () =>
      connection
        .ask((client) => client.closePointInTime({ id }))
        .then(
          () => undefined,
          () => undefined,
        ),
  };
}

/** All hits of a search in its order, `size` at a time. */
export async function* allHits(then: PointInTime, request: estypes.SearchRequest, size: number): AsyncGenerator<Hit[]> {
  let after: estypes.SortResults | undefined;
  for (;;) {
    const { hits } = (await then.ask({ ...request, size, track_total_hits: false, ...(after && { search_after: after }) })).hits;
    if (hits.length > 0) yield hits;
    after = hits.at(-1)?.sort;
    if (hits.length < size || after === undefined) return;
  }
}

/** The hits from place `from` on, `size` of them: goes there step by step, since the server counts only so far. */
export async function hitsFrom(then: PointInTime, request: estypes.SearchRequest, from: number, size: number): Promise<Hit[]> {
  let after: estypes.SortResults | undefined;
  for (let left = from; left > 0; ) {
    const step = Math.min(left, window);
    const passed: estypes.SearchRequest = {
      ...request,
      from: 0,
      size: step,
      track_total_hits: false,
      _source: false,
      stored_fields: '_none_',
      docvalue_fields: [],
    };
    const { hits } = (await then.ask({ ...passed, ...(after && { search_after: after }) })).hits;
    after = hits.at(-1)?.sort;
    if (hits.length < step) return [];
    left -= step;
  }
  return (await then.ask({ ...request, from: 0, size, track_total_hits: false, ...(after && { search_after: after }) })).hits.hits;
}
