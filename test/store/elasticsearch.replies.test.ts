import { describe, expect, it } from 'vitest';
import type { Store } from '#services/store/port.ts';
import { noElasticsearch } from '../support/elasticsearch.ts';
import { elasticAnswer, elasticError, overloaded, unavailable } from '../support/faultProxy/answers.ts';
import { type BulkError, type BulkOperation, bulkErrors, bulkOperations, dropItems, failItems } from '../support/faultProxy/bulk.ts';
import type { Fault } from '../support/faultProxy/exchange.ts';
import * as faults from '../support/faultProxy/faults.ts';
import {
  eventually,
  everyAnswer,
  everything,
  expectFailure,
  expectHeld,
  type FaultyCluster,
  heldCollection,
  page,
  whole,
} from './faultyElasticsearch.ts';

const ab = [whole('a'), whole('b')];
const cde = ['c', 'd', 'e'].map((id) => whole(id));

/** An error for the entries of this document: it itself, its links and its tasks. */
const only =
  (id: string, error: BulkError) =>
  (operation: BulkOperation): BulkError | null =>
    operation.id === id || operation.id.startsWith(`${id}:`) ? error : null;

/** How often each entry was sent since `from`, by its id and its index. */
function timesSent(cluster: FaultyCluster, from: number): ReadonlyMap<string, number> {
  const bulks = cluster.proxy.seen.slice(from).filter(({ path }) => path.includes('_bulk'));
  const times = new Map<string, number>();
  for (const request of bulks) {
    for (const { id } of bulkOperations(request)) {
      const entry = `${id} ${request.path}`;
      times.set(entry, (times.get(entry) ?? 0) + 1);
    }
  }
  return times;
}

describe.skipIf(noElasticsearch)('errors of single items in an answer of status 200', () => {
  it.each([
    ['429', bulkErrors.rejected, false],
    ['503', bulkErrors.unavailable, false],
    ['503, though it was done', bulkErrors.unavailable, true],
  ] as const)('that pass (%s): sent again until they are in, and they alone', async (_, error, applied) => {
    const { cluster, store } = await heldCollection();
    const from = cluster.proxy.seen.length;
    const told = cluster.proxy.fault(/_bulk/, failItems(only('d', error), { applied }), { times: 3 });
    expect(await store.put([whole('a', 2), ...cde])).toEqual([]);
    expect(told.met).toBe(3);
    const times = [...timesSent(cluster, from)];
    expect(times.filter(([id, count]) => count > 1 && !id.startsWith('d'))).toEqual([]);
    expect(Math.max(...times.map(([, count]) => count))).toBeGreaterThan(1);
    await expectHeld(store, [whole('a', 2), whole('b'), ...cde]);
  });

  it.each([
    ['a value that does not fit', bulkErrors.parsing],
    ['a field that is not known', bulkErrors.strict],
  ])('that do not pass (%s): the document is named, and the others are in', async (_, error) => {
    const { cluster, store } = await heldCollection();
    cluster.proxy.fault(/_bulk/, failItems(only('d', error)));
    const unfit = await store.put([whole('a', 2), ...cde]);
    expect(unfit.map(({ id }) => id)).toEqual(['d']);
    expect(unfit[0]!.failure).toMatchObject({ name: 'Failure', message: expect.stringContaining(error.type) });
    await expectHeld(store, [whole('a', 2), whole('b'), whole('c'), whole('e')]);
  });

  it('an older version: done, and the newer one stays', async () => {
    const { cluster, store } = await heldCollection();
    await store.put([whole('a', 3)]);
    expect(await store.put([whole('a', 2), whole('c')])).toEqual([]);
    await expectHeld(store, [whole('a', 3), whole('b'), whole('c')]);
    expect(cluster.proxy.seen.filter(({ path }) => path.includes('_bulk')).length).toBeLessThan(10);
  });

  it.each([
    [
      'no account',
      { status: 403, type: 'security_exception', reason: 'action [indices:data/write/index] is unauthorized' },
      'index-refused',
    ],
    ['a full disk', bulkErrors.blocked, 'index-unavailable'],
    ['a closed index', { status: 400, type: 'index_closed_exception', reason: 'closed' }, 'collection-damaged'],
    ['a deleted index', { status: 404, type: 'index_not_found_exception', reason: 'no such index [x]' }, 'collection-damaged'],
    ['an error nobody knows', { status: 500, type: 'illegal_state_exception', reason: 'odd' }, 'internal'],
  ] as const)('that are of the index (%s): no document is blamed, and putting again completes it', async (_, error, code) => {
    const { cluster, store } = await heldCollection();
    const told = cluster.proxy.fault(/_bulk/, failItems(only('d', error)));
    await expectFailure(store.put([whole('a', 2), ...cde]), code);
    told.end();
    expect(await store.put([whole('a', 2), ...cde])).toEqual([]);
    await expectHeld(store, [whole('a', 2), whole('b'), ...cde]);
  });
});

/** The answer to several searches in one request, the item at `at` of which is put in the place of what was answered. */
const withItem = (at: number, item: unknown) =>
  faults.change((body) => {
    const { responses, ...rest } = body as { responses: unknown[] };
    return { ...rest, responses: responses.with(at, item) };
  });

describe.skipIf(noElasticsearch)('single items that fail in the answer to several searches', () => {
  const told = (status: number, type: string, reason: string) => ({ error: { type, reason, root_cause: [{ type, reason }] }, status });
  const empty = { took: 1, _shards: { total: 1, successful: 1, skipped: 0, failed: 0 }, hits: { hits: [] } };

  it.each([
    ['shards away', told(503, 'search_phase_execution_exception', 'all shards failed'), 'index-unavailable'],
    ['too much at once', told(429, 'es_rejected_execution_exception', 'rejected execution of search'), 'index-unavailable'],
    ['an index that is gone', told(404, 'index_not_found_exception', 'no such index [x]'), 'collection-damaged'],
    ['no right', told(403, 'security_exception', 'action [indices:data/read/search] is unauthorized'), 'index-refused'],
    ['an answer out of time', { ...empty, timed_out: true, aggregations: {} }, 'index-unavailable'],
    ['shards missing', { ...empty, timed_out: false, _shards: { total: 2, successful: 1, skipped: 0, failed: 1 } }, 'index-unavailable'],
    ['nothing', null, 'index-unavailable'],
    ['no item at all', {}, 'index-unavailable'],
  ] as const)('%s: suggestions fail, whichever of them it was, and none is told as nothing found', async (_, item, code) => {
    for (const at of [0, 1, 2, 3]) {
      const { cluster, store } = await heldCollection();
      expect(await store.suggest('01-', 5)).not.toEqual([]);
      const met = cluster.proxy.fault(/_msearch/, withItem(at, item));
      await expectFailure(store.suggest('01-', 5), code);
      expect(met.met).toBeGreaterThan(0);
      met.end();
      expect(await eventually(() => store.suggest('01-', 5))).not.toEqual([]);
    }
  });

  it('one that passes is asked again, and the reader sees nothing of it', async () => {
    const { cluster, store } = await heldCollection();
    const whole = await store.suggest('01-', 5);
    const met = cluster.proxy.fault(/_msearch/, withItem(1, told(503, 'search_phase_execution_exception', 'all shards failed')), {
      times: 1,
    });
    expect(await store.suggest('01-', 5)).toEqual(whole);
    expect(met.met).toBe(1);
  });

  it('fewer items than were asked for are a failure', async () => {
    const { cluster, store } = await heldCollection();
    cluster.proxy.fault(
      /_msearch/,
      faults.change((body) => ({ responses: (body as { responses: unknown[] }).responses.slice(0, 3) })),
    );
    await expectFailure(store.suggest('01-', 5), 'index-unavailable');
  });
});

describe.skipIf(noElasticsearch)('a whole answer that goes wrong', { timeout: 180_000 }, () => {
  const once: readonly (readonly [string, Fault])[] = [
    ['is lost after it was applied', faults.loseReply],
    ['is lost before it was applied', faults.cut],
    ['is cut in its midst', faults.cutReply],
    ['is no text', faults.garble('bytes')],
    ['is no JSON', faults.garble('text')],
    ['is half of its JSON', faults.garble('half')],
    ['is that of a load balancer', faults.answer(unavailable('html'))],
    ['is that of a load balancer, though it was applied', faults.answerAfter(unavailable('html'))],
    [
      'is a page with status 200',
      faults.answerAfter(elasticAnswer(200, '<html></html>', { 'content-type': 'text/html', 'x-elastic-product': null })),
    ],
    ['is an empty object', faults.change(() => ({}))],
    ['lacks what was not done', dropItems(({ at }) => at === 0)],
    ['tells of too much at once', faults.answer(overloaded(0))],
    ['tells of a cluster without a master', faults.answer(unavailable())],
  ];

  it.each(once)('when writing: one that %s is made good by sending again', async (_, fault) => {
    const { cluster, store } = await heldCollection();
    for (const at of [0, 1, 2]) {
      let met = 0;
      // Each of the requests that a put consists of goes wrong in its turn.
      const nth = cluster.proxy.fault(({ path }) => path.includes('_bulk') && met++ === at, fault);
      expect(await store.put([whole('a', at + 2), ...cde])).toEqual([]);
      nth.end();
      await expectHeld(store, [whole('a', at + 2), whole('b'), ...cde]);
    }
  });

  it.each(once.slice(0, 2))('when removing: one that %s is made good by sending again', async (_, fault) => {
    const { cluster, store } = await heldCollection();
    const told = cluster.proxy.fault(/_bulk/, fault, { times: 1 });
    await store.remove('a');
    expect(told.met).toBe(1);
    await expectHeld(store, [whole('b')]);
    await store.put([whole('a')]);
    await expectHeld(store, ab);
  });

  it('one that never comes, though it was applied, is made good by sending again', async () => {
    const { cluster } = await heldCollection();
    const impatient = cluster.indexes({ timeout: 1000 });
    const store = await eventually(() => impatient.open('current', { create: false }));
    const told = cluster.proxy.fault(/_bulk/, faults.hangAfter, { times: 1 });
    expect(await store.put([whole('a', 2), ...cde])).toEqual([]);
    expect(told.met).toBe(1);
    cluster.proxy.fault(/_bulk/, faults.hangAfter, { times: 1 });
    await store.remove('b');
    await expectHeld(store, [whole('a', 2), ...cde]);
  });

  /** One store with a circuit of its own for each question. */
  async function asked(cluster: FaultyCluster, timeout: number): Promise<readonly (readonly [string, () => Promise<unknown>])[]> {
    const questions = [...everyAnswer, ['refresh', (store: Store) => store.refresh()] as const];
    return await Promise.all(
      questions.map(async ([name, call]) => {
        const indexes = cluster.indexes({ timeout });
        const store = await eventually(() => indexes.open('current', { create: false }));
        return [name, () => call(store)] as const;
      }),
    );
  }

  it.each(once.filter(([name]) => !/lacks what|empty object|applied/.test(name)))(
    'when asking, always: an answer that %s makes a failure of every question',
    async (_, fault) => {
      const { cluster } = await heldCollection();
      const questions = await asked(cluster, 5000);
      cluster.proxy.fault(/./, fault);
      for (const [, question] of questions) await expectFailure(question(), 'index-unavailable');
    },
  );

  it('when asking, always: an answer that never comes is a failure in the time allowed', async () => {
    const { cluster } = await heldCollection();
    const questions = await asked(cluster, 1000);
    cluster.proxy.fault(/./, faults.hang);
    await Promise.all(questions.map(([, question]) => expectFailure(question(), 'index-unavailable', /time allowed/)));
  });

  it('when asking, once: nobody notices', async () => {
    const { cluster, store } = await heldCollection();
    for (const fault of [faults.cut, faults.loseReply, faults.answer(unavailable()), faults.answer(unavailable('html'))]) {
      cluster.proxy.fault(/_search/, fault, { times: 1 });
      expect((await store.search(everything, page)).total).toBe(2);
    }
  });

  it('JSON of another form is a failure, never an empty answer', async () => {
    const { cluster } = await heldCollection();
    for (const shape of [{}, { hits: {} }, [], { timed_out: false, _shards: { failed: 0 }, hits: {} }]) {
      const questions = await asked(cluster, 5000);
      const told = cluster.proxy.fault(
        /_m?search|_doc|_mget|_pit/,
        faults.change(() => shape),
      );
      for (const [name, question] of questions) {
        if (name === 'refresh') continue;
        const failed = await question().then(
          (value) => `answered ${JSON.stringify(value)}`,
          (thrown) => `${thrown.name} ${thrown.code}`,
        );
        expect([name, shape, failed]).toEqual([name, shape, expect.stringMatching(/^Failure /)]);
      }
      told.end();
    }
  });
});

describe.skipIf(noElasticsearch)('an answer in part', () => {
  const late = (body: unknown): unknown => ({ ...(body as object), timed_out: true });
  const lacking = (body: unknown): unknown => ({ ...(body as object), _shards: { total: 2, successful: 1, skipped: 0, failed: 1 } });

  it.each([
    ['time was lacking', late],
    ['a part of the index was lacking', lacking],
  ] as const)('where %s: a search says so, and what must be whole is a failure', async (_, rewrite) => {
    const { cluster, store } = await heldCollection();
    expect((await store.search(everything, page)).partial).toBe(false);
    cluster.proxy.fault(/_search/, faults.change(rewrite));
    expect(await store.search(everything, page)).toMatchObject({ partial: true, total: 2 });
    for (const [name, call] of everyAnswer) {
      if (!['scan', 'named', 'walk', 'statements', 'summaries', 'list', 'stats'].includes(name)) continue;
      await expectFailure(call(store), 'index-unavailable');
    }
  });

  it('an export that loses its point in time on the way fails, and does not end early', async () => {
    const { cluster, store } = await heldCollection();
    cluster.proxy.fault(
      /_search/,
      faults.answer(elasticError(404, 'search_context_missing_exception', 'No search context found for id [1]')),
    );
    const failure = await Array.fromAsync(store.scan(everything)).then(
      () => null,
      (thrown: unknown) => thrown,
    );
    expect(failure).toMatchObject({ name: 'Failure' });
  });
});
