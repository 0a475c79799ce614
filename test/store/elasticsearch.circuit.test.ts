import { describe, expect, it } from 'vitest';
import { noElasticsearch } from '../support/elasticsearch.ts';
import { elasticError, unavailable } from '../support/faultProxy/answers.ts';
import * as faults from '../support/faultProxy/faults.ts';
import { eventually, everyCall, everything, expectFailure, expectHeld, heldCollection, page, whole } from './faultyElasticsearch.ts';

const ab = [whole('a'), whole('b')];

describe.skipIf(noElasticsearch)('the circuit', { timeout: 180_000 }, () => {
  it.each([
    ['does not answer', faults.hang],
    ['breaks connections', faults.cut],
    ['is not available', faults.answer(unavailable())],
  ] as const)('opens when the cluster %s again and again: no request goes out; and closes when it is back', async (_, fault) => {
    const { cluster, store } = await heldCollection();
    const own = cluster.indexes({ timeout: 1000 });
    const impatient = await eventually(() => own.open('current', { create: false }));
    const told = cluster.proxy.fault(/./, fault);
    const refused = () => expectFailure(impatient.search(everything, page), 'index-unavailable');
    let sent = cluster.proxy.seen.length;
    const sentAnew = async () => {
      const before = sent;
      await refused();
      sent = cluster.proxy.seen.length;
      return sent - before;
    };
    await expect.poll(sentAnew, { timeout: 30_000 }).toBe(0);

    // Many at once, and each kind of call: while the circuit is open nothing is sent but, now and then, one request that tries.
    const before = cluster.proxy.seen.length;
    const calls = Array.from({ length: 20 }, () => everyCall).flat();
    await Promise.all(calls.map(([, call]) => expectFailure(call(impatient), 'index-unavailable', /has not been answering since/)));
    expect(cluster.proxy.seen.length - before).toBeLessThanOrEqual(1);

    // Another client has a circuit of its own.
    told.end();
    expect((await store.search(everything, page)).total).toBe(2);
    await eventually(() => impatient.get('a'));
    await expectHeld(store, ab);
    expect(await eventually(() => impatient.put([whole('c')]))).toEqual([]);
    await expectHeld(store, [...ab, whole('c')]);
  });

  it('stays closed for requests that are wrong themselves, and for a cluster that only forbids writing', async () => {
    const { cluster, store } = await heldCollection();
    const flood =
      'index [x] blocked by: [TOO_MANY_REQUESTS/12/disk usage exceeded flood-stage watermark, index has read-only-allow-delete block];';
    cluster.proxy.fault(/_bulk/, faults.answer(elasticError(429, 'cluster_block_exception', flood)));
    for (let tries = 0; tries < 12; tries += 1) {
      await expectFailure(store.put([whole('c')]), 'index-unavailable', /disk .*full/);
      const wrong = cluster.proxy.fault(/_search/, faults.answer(elasticError(400, 'parsing_exception', 'unknown query [x]')));
      await expectFailure(store.search(everything, page), 'internal', /parsing_exception/);
      wrong.end();
    }
    expect((await store.search(everything, page)).total).toBe(2);
  });

  it('lets a write that waits for the cluster go through when it is back', async () => {
    const { cluster, store } = await heldCollection();
    cluster.proxy.fault(/_bulk/, faults.answer(unavailable()), { times: 3 });
    expect(await store.put([whole('c')])).toEqual([]);
    await expectHeld(store, [...ab, whole('c')]);
  });
});
