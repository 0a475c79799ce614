import { describe, expect, it } from 'vitest';
import { noElasticsearch } from '../support/elasticsearch.ts';
import * as faults from '../support/faultProxy/faults.ts';
import { expectFailure, expectHeld, heldCollection, whole } from './faultyElasticsearch.ts';

const cde = ['c', 'd', 'e'].map((id) => whole(id));

/** The answer to a question for documents by their ids, with an error in the place of the last of them: such an error bears no status. */
const withoutLast = (type: string, reason: string) =>
  faults.change((body) => {
    const { docs } = body as { docs: { _index: string; _id: string }[] };
    const { _index, _id } = docs.at(-1)!;
    return { docs: docs.with(-1, { _index, _id, error: { root_cause: [{ type, reason }], type, reason } } as never) };
  });

describe.skipIf(noElasticsearch)('single documents that fail in the answer to a question by ids', () => {
  it.each([
    ['a shard that has not started yet', 'no_shard_available_action_exception', 'No shard available for [MultiGetShardRequest]'],
    ['too much at once', 'es_rejected_execution_exception', 'rejected execution of get'],
  ])('%s: asked again until it is over, and the put is whole', async (_, type, reason) => {
    const { cluster, store } = await heldCollection();
    const met = cluster.proxy.fault(/_mget/, withoutLast(type, reason), { times: 5 });
    expect(await store.put([whole('a', 2), ...cde])).toEqual([]);
    expect(met.met).toBe(5);
    await expectHeld(store, [whole('a', 2), whole('b'), ...cde]);
  });

  it.each([
    ['no right', 'security_exception', 'action [indices:data/read/mget] is unauthorized', 'index-refused'],
    ['an index that is gone', 'index_not_found_exception', 'no such index [x]', 'collection-damaged'],
    ['an error nobody knows', 'illegal_state_exception', 'odd', 'internal'],
  ] as const)('%s: the put fails at once and says why, and putting again completes it', async (_, type, reason, code) => {
    const { cluster, store } = await heldCollection();
    const told = cluster.proxy.fault(/_mget/, withoutLast(type, reason));
    await expectFailure(store.put([whole('a', 2), ...cde]), code);
    expect(told.met).toBe(1);
    told.end();
    expect(await store.put([whole('a', 2), ...cde])).toEqual([]);
    await expectHeld(store, [whole('a', 2), whole('b'), ...cde]);
  });
});
