import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noElasticsearch } from '../support/elasticsearch.ts';
import { overloaded, unauthorized, unavailable } from '../support/faultProxy/answers.ts';
import { bulkErrors, dropItems, failItems } from '../support/faultProxy/bulk.ts';
import type { Fault } from '../support/faultProxy/exchange.ts';
import * as faults from '../support/faultProxy/faults.ts';
import { eventually, expectHeld, faultyCluster, whole } from './faultyElasticsearch.ts';

/** What may befall a request that changes something. */
const harm: Readonly<Record<string, Fault>> = {
  nothing: faults.pass,
  cut: faults.cut,
  loseReply: faults.loseReply,
  cutReply: faults.cutReply,
  garbled: faults.garble('bytes'),
  half: faults.garble('half'),
  gateway: faults.answerAfter(unavailable('html')),
  noMaster: faults.answer(unavailable()),
  overloaded: faults.answer(overloaded()),
  denied: faults.answer(unauthorized('indices:data/write/bulk')),
  deniedThoughDone: faults.answerAfter(unauthorized('indices:data/write/bulk')),
  someDenied: failItems(({ at }) => (at % 3 === 0 ? bulkErrors.denied : null)),
  someDropped: dropItems(({ at }) => at % 2 === 0),
  someRejected: failItems(({ at }) => (at % 2 === 0 ? bulkErrors.rejected : null)),
  someRejectedThoughDone: failItems(({ at }) => (at % 2 === 1 ? bulkErrors.unavailable : null), { applied: true }),
};

const ids = ['a', 'b', 'c', 'd'];
const harms = fc.array(fc.constantFrom(...Object.keys(harm)), { maxLength: 5 });
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('put' as const), ids: fc.subarray(ids, { minLength: 1 }), harms }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('remove' as const), ids: fc.constantFrom(...ids).map((id) => [id]), harms }) },
);

describe.skipIf(noElasticsearch)('whatever befalls the requests', { timeout: 180_000 }, () => {
  it('what was acknowledged is held, once, and what failed is held after it was done again', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
        const cluster = await faultyCluster();
        const indexes = cluster.indexes();
        const store = await indexes.open('current', { create: true });
        const wanted = new Map<string, number>();
        const doubtful = new Set<string>();
        let revision = 0;
        for (const { kind, ids: named, harms: befall } of steps) {
          revision += 1;
          const left = [...befall];
          const told = cluster.proxy.fault(/_bulk|_delete|DELETE/, async (exchange) => harm[left.shift() ?? 'nothing']!(exchange));
          const done = await (kind === 'put' ? store.put(named.map((id) => whole(id, revision))) : store.remove(named[0]!)).then(
            (unfit) => {
              expect(unfit ?? []).toEqual([]);
              return true;
            },
            (thrown: unknown) => {
              expect(thrown).toMatchObject({ name: 'Failure' });
              return false;
            },
          );
          told.end();
          for (const id of named) {
            if (kind === 'put') wanted.set(id, revision);
            else wanted.delete(id);
            if (done) doubtful.delete(id);
            else doubtful.add(id);
          }
          // What was acknowledged is there at once, whatever became of the rest.
          const listed = new Map((await eventually(() => store.list(null, 100))).map((entry) => [entry.id, entry.revision]));
          for (const id of ids) if (!doubtful.has(id)) expect([id, listed.get(id)]).toEqual([id, wanted.get(id)]);
        }
        // As the library does from its ledger.
        for (const id of doubtful) {
          const held = wanted.get(id);
          if (held === undefined) await eventually(() => store.remove(id));
          else await eventually(() => store.put([whole(id, held)]));
        }
        await expectHeld(
          store,
          [...wanted].map(([id, last]) => whole(id, last)),
        );
        await indexes.close();
      }),
      { numRuns: 10 },
    );
  });
});
