import { describe, expect, it } from 'vitest';
import type { Indexes } from '#services/store/port.ts';
import { noElasticsearch } from '../support/elasticsearch.ts';
import { unavailable } from '../support/faultProxy/answers.ts';
import type { Fault } from '../support/faultProxy/exchange.ts';
import * as faults from '../support/faultProxy/faults.ts';
import { eventually, expectHeld, type FaultyCluster, faultyCluster, whole } from './faultyElasticsearch.ts';

const create = { create: true } as const;
const existing = { create: false } as const;
const [old, fresh] = [
  [whole('a'), whole('b')],
  [whole('a', 2), whole('c')],
];

const harms: readonly (readonly [string, Fault])[] = [
  ['lost before it was applied', faults.cut],
  ['lost after it was applied', faults.loseReply],
  ['refused by a gateway, though it was applied', faults.answerAfter(unavailable('html'))],
];

/** A collection whose present index holds `old`, and whose next one, ready to take its place, holds `fresh`. */
async function rebuilt(): Promise<{ cluster: FaultyCluster; indexes: Indexes }> {
  const cluster = await faultyCluster();
  const indexes = cluster.indexes();
  await (await indexes.open('current', create)).put(old);
  await (await indexes.open('next', create)).put(fresh);
  return { cluster, indexes };
}

/** Does `work` again and again, each of its requests going wrong in its turn, until none is left; `after` looks at what it came to. */
async function eachWrong(
  fault: Fault,
  make: () => Promise<{ cluster: FaultyCluster; indexes: Indexes }>,
  work: (indexes: Indexes) => Promise<unknown>,
  after: (indexes: Indexes, failed: boolean) => Promise<void>,
): Promise<void> {
  for (let nth = 0; ; nth += 1) {
    const { cluster, indexes } = await make();
    let met = 0;
    const told = cluster.proxy.fault(() => met++ === nth, fault);
    const failed = await work(indexes).then(
      () => false,
      (thrown: unknown) => {
        expect(thrown).toMatchObject({ name: 'Failure', code: 'index-unavailable' });
        return true;
      },
    );
    const isOver = told.met === 0;
    told.end();
    await after(indexes, failed);
    if (isOver) {
      expect(nth).toBeGreaterThan(0);
      return;
    }
  }
}

describe.skipIf(noElasticsearch)('whichever request goes wrong', { timeout: 180_000 }, () => {
  it.each(harms.slice(0, 2))('while an index is made (%s): made again it is whole, and nothing is left over', async (_, fault) => {
    let cluster: FaultyCluster;
    await eachWrong(
      fault,
      async () => {
        cluster = await faultyCluster();
        return { cluster, indexes: cluster.indexes() };
      },
      (indexes) => indexes.open('current', create),
      async (indexes) => {
        const store = await eventually(() => indexes.open('current', create));
        await store.put(old);
        await expectHeld(store, old);
        await indexes.sweep();
        const { body } = await cluster.server('GET', `/${cluster.prefix}-*`);
        const behind = await Promise.all((['documents', 'tasks', 'graph'] as const).map((kind) => cluster.indexBehind(kind)));
        expect(Object.keys(body).sort()).toEqual(behind.sort());
        await expectHeld(store, old);
      },
    );
  });

  it.each(harms)('while the next index becomes the current one (%s): before or after, never between', async (_, fault) => {
    await eachWrong(
      fault,
      rebuilt,
      (indexes) => indexes.promote(),
      async (indexes, failed) => {
        const done = await eventually(async () => !(await indexes.has('next')));
        if (!failed) expect(done).toBe(true);
        await expectHeld(await indexes.open('current', existing), done ? fresh : old);
        if (!done) await indexes.promote();
        await expectHeld(await indexes.open('current', existing), fresh);
        await expectHeld(await indexes.open('previous', existing), old);
      },
    );
  });

  it.each(harms)('while the previous index becomes the current one again (%s): before or after, never between', async (_, fault) => {
    await eachWrong(
      fault,
      async () => {
        const made = await rebuilt();
        await made.indexes.promote();
        return made;
      },
      (indexes) => indexes.goBack(),
      async (indexes, failed) => {
        const current = await eventually(() => indexes.open('current', existing));
        const done = (await current.get('b')) !== null;
        if (!failed) expect(done).toBe(true);
        await expectHeld(current, done ? old : fresh);
        await expectHeld(await indexes.open('previous', existing), done ? fresh : old);
      },
    );
  });

  it.each(harms)('while an index is dropped (%s): dropped again it is gone, and the current one is as it was', async (_, fault) => {
    await eachWrong(
      fault,
      rebuilt,
      (indexes) => indexes.drop('next'),
      async (indexes) => {
        await eventually(() => indexes.drop('next'));
        await indexes.sweep();
        expect(await indexes.has('next')).toBe(false);
        await expectHeld(await indexes.open('current', existing), old);
      },
    );
  });
});
