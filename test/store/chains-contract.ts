import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Store, StoredDocument } from '#services/store/port.ts';
import type { Decision } from '#services/works/decision.ts';
import { everyLink, type LinkFilter, type Statement, type StatementsRequest, type WalkRequest } from '#services/works/link.ts';
import type { UnheldRequest } from '#services/works/unheld.ts';
import { worksOf } from '#services/works/worksOf.ts';
import { type Change, chainCases, changes, speaking } from './cases/chains.ts';
import { graphModel } from './graphModel.ts';
import type { StorePlace } from './place.ts';

type Model = ReturnType<typeof graphModel>;

const filters: readonly LinkFilter[] = [
  everyLink,
  { kinds: ['implements'], from: null, to: null },
  { kinds: ['repeals', 'cites', 'basis'], from: null, to: '2021-09-01' },
  { kinds: null, from: '2021-05-18', to: '2021-09-01' },
];

/** What is asked of a graph in which these works stand. */
function walksFrom(works: readonly string[]): WalkRequest[] {
  const [first = 'nothing', second = first] = [works[0], works[Math.floor(works.length / 2)]];
  const all = { depth: 3, filter: everyLink, limit: 1000, witnesses: 2 } as const;
  return [
    ...works.map((root): WalkRequest => ({ ...all, roots: [root], direction: 'both' })),
    ...filters.map((filter, at): WalkRequest => ({ ...all, filter, roots: [first, second], direction: at % 2 === 0 ? 'down' : 'up' })),
    ...[1, 2, 3, 5].map((limit): WalkRequest => ({ ...all, limit, roots: [second], direction: 'both', witnesses: 1 })),
    ...[2, 7].map((limit): WalkRequest => ({ ...all, limit, roots: works.slice(0, 3), direction: 'down', filter: filters[3]! })),
    { ...all, roots: ['unknown@TW@XIII', first], depth: 0, direction: 'both', witnesses: 0 },
    { ...all, roots: works, depth: 1, direction: 'up', witnesses: 10 },
    { ...all, roots: [], direction: 'down' },
  ];
}

const allUnheld: UnheldRequest = { level: null, type: null, within: null, least: 1, from: 0, size: 1000 };
const unheldAsked: readonly UnheldRequest[] = [
  allUnheld,
  ...[0, 1, 3].map((from): UnheldRequest => ({ ...allUnheld, from, size: 2 })),
  { ...allUnheld, least: 2 },
  { ...allUnheld, level: 'province' },
  { ...allUnheld, type: 'kh', size: 1 },
  { ...allUnheld, within: 'tien giang' },
  { ...allUnheld, size: 0 },
];

/** All statements of a request, page by page. */
async function everyStatement(store: Pick<Store, 'statements'>, request: Omit<StatementsRequest, 'size' | 'after'>, size: number) {
  const found: Statement[] = [];
  for (let after: string | null | undefined; after !== null; ) {
    const page = await store.statements({ ...request, size, ...(after === undefined ? {} : { after }) });
    found.push(...page.statements);
    expect(page.statements.length).toBeLessThanOrEqual(size);
    after = page.next;
  }
  return found;
}

/** Holds all answers of a store to those of the model. */
export async function expectSame(store: Store, model: Model): Promise<void> {
  const symbols = await model.symbols(null, 1000);
  expect(await store.symbols(null, 1000)).toEqual(symbols);
  expect(await store.symbols(symbols[0] ?? null, 2)).toEqual(symbols.slice(1, 3));
  expect(await store.series()).toEqual(await model.series());
  for (const shown of [0, 2, 1000]) expect(await store.rings(shown)).toEqual(await model.rings(shown));
  for (const request of unheldAsked) expect(await store.unheld(request), JSON.stringify(request)).toEqual(await model.unheld(request));
  const asked = [...symbols, 'NOBODY'];
  const named = await model.named(asked);
  expect(await store.named(asked)).toEqual(named);
  const namings = [...named.flatMap((symbol) => symbol.named.map(({ id }) => id)), '0123456789abcdef'];
  for (const each of [0, 2, 100])
    expect(byNaming(await store.speakers(namings, each))).toEqual(byNaming(await model.speakers(namings, each)));
  const works = named.flatMap((symbol) => worksOf(symbol).works.map(({ id }) => id)).sort();
  for (const request of walksFrom(works)) {
    expect(await store.walk(request), JSON.stringify(request)).toEqual(await model.walk(request));
    expect(await store.walkBriefly(request), JSON.stringify(request)).toEqual(await model.walkBriefly(request));
  }
  for (const work of works) {
    for (const direction of ['up', 'down'] as const) {
      for (const filter of filters.slice(0, 2)) {
        const request = { work, direction, filter };
        const expected = await model.statements({ ...request, size: 1000 });
        expect(await store.statements({ ...request, size: 1000 })).toEqual(expected);
        if (expected.total < 2) continue;
        expect(await everyStatement(store, request, 2)).toEqual(expected.statements);
        const other = expected.works[0]!.id;
        expect(await store.statements({ ...request, other, size: 1000 })).toEqual(
          await model.statements({ ...request, other, size: 1000 }),
        );
      }
    }
  }
}

const byNaming = (all: Awaited<ReturnType<Store['speakers']>>) => new Map(all.map((one) => [one.naming, one]));

/** A collection that is changed, beside what the model is made of. */
function collectionOf(store: Store) {
  const held = new Map<string, StoredDocument>();
  let decisions: readonly Decision[] = [];
  return {
    model: () => graphModel([...held.values()], decisions),
    async carryOut(change: Change): Promise<void> {
      if (change.kind === 'put') {
        for (const document of change.documents) held.set(document.id, document);
        // Together and at once, or one by one and seen when all are in.
        if (change.documents.length % 2 === 0) await store.put(change.documents);
        else for (const document of change.documents) await store.put([document], { visible: 'later' });
      } else if (change.kind === 'remove') {
        held.delete(change.id);
        await store.remove(change.id);
      } else {
        decisions = await decisionsOf(this.model(), change.pairs);
        await store.decide(decisions);
      }
      await store.refresh();
    },
    async clear(): Promise<void> {
      for (const id of held.keys()) await store.remove(id);
      await store.decide([]);
      await store.refresh();
    },
  };
}

/** Decisions about works that there are, by number, two of one symbol each. */
async function decisionsOf(model: Model, pairs: Extract<Change, { kind: 'decide' }>['pairs']): Promise<Decision[]> {
  const named = await model.named(await model.symbols(null, 1000));
  const several = named
    .map((symbol) => ({ symbol: symbol.symbol, works: worksOf({ ...symbol, decisions: [] }).works }))
    .filter(({ works }) => works.length > 1);
  return pairs.flatMap(([one, two, says], at): Decision[] => {
    const of = several[one % Math.max(1, several.length)];
    if (of === undefined) return [];
    const [first, second] = [of.works[two % of.works.length]!.id, of.works[(two + 1) % of.works.length]!.id];
    return [
      {
        id: `decision${at}`,
        symbol: of.symbol,
        first,
        second,
        says,
        author: 'Người rà soát',
        made: '2024-01-01T00:00:00.000Z',
        note: null,
      },
    ];
  });
}

/** What every engine must answer of works and links, whatever came and went before: that which the model answers of the same documents. `runs`: collections drawn. */
export function chainsContract(engine: string, makePlace: () => Promise<StorePlace>, { runs }: { readonly runs: number }): void {
  describe(`works and links on ${engine}`, () => {
    let place: StorePlace;
    let store: Store;
    beforeAll(async () => {
      place = await makePlace();
      store = await place.open();
    });
    afterAll(async () => {
      await store?.close();
      await place?.dispose();
    });

    test('an empty collection has none', () => expectSame(store, graphModel([], [])));

    test.each(Object.entries(chainCases))('%s: put at once, one by one, and taken out again', async (_name, documents) => {
      const collection = collectionOf(store);
      await collection.carryOut({ kind: 'put', documents });
      await expectSame(store, collection.model());
      await collection.clear();
      for (const document of documents.toReversed()) await collection.carryOut({ kind: 'put', documents: [document] });
      await expectSame(store, collection.model());
      const [first] = documents;
      await collection.carryOut({ kind: 'remove', id: first!.id });
      await expectSame(store, collection.model());
      await collection.clear();
      await expectSame(store, graphModel([], []));
    });

    test('after every change the answers are those of a collection made from nothing', async () => {
      await fc.assert(
        fc.asyncProperty(changes, async (all) => {
          const collection = collectionOf(store);
          try {
            for (const change of all) {
              await collection.carryOut(change);
              await expectSame(store, collection.model());
            }
          } finally {
            await collection.clear();
          }
        }),
        { numRuns: runs },
      );
    });

    test('a decision holds after the documents went and came again', async () => {
      const documents = chainCases['one number of two provinces, and of an unknown one']!;
      const collection = collectionOf(store);
      await collection.carryOut({ kind: 'put', documents });
      await collection.carryOut({
        kind: 'decide',
        pairs: [
          [0, 0, 'same'],
          [0, 1, 'different'],
        ],
      });
      await expectSame(store, collection.model());
      for (const { id } of documents) await collection.carryOut({ kind: 'remove', id });
      await expectSame(store, collection.model());
      await collection.carryOut({ kind: 'put', documents });
      await expectSame(store, collection.model());
      await collection.carryOut({ kind: 'decide', pairs: [] });
      await expectSame(store, collection.model());
      await collection.clear();
    });

    test('pages go on behind what came and went between them', async () => {
      const collection = collectionOf(store);
      const object = { key: '01-KL/TW', scope: 'TW', term: 'XIII' };
      const citer = (id: string) =>
        speaking(id, { key: `${id.charCodeAt(0)}-KH/TU`, scope: 'Tiền Giang', term: '2020-2025', date: '2022-01-01' }, [
          { kind: 'implements', object },
          { kind: 'cites', object },
        ]);
      await collection.carryOut({ kind: 'put', documents: ['b', 'd', 'f', 'h'].map(citer) });
      const request = { work: '1-KL/TW@TW@XIII', direction: 'down', filter: everyLink } as const;
      const first = await store.statements({ ...request, size: 2 });
      expect(first.statements.map(({ witness }) => witness.document)).toEqual(['b', 'd']);
      await collection.carryOut({ kind: 'remove', id: 'd' });
      await collection.carryOut({ kind: 'put', documents: ['a', 'e'].map(citer) });
      const second = await store.statements({ ...request, size: 3, after: first.next! });
      expect(second.statements.map(({ witness }) => witness.document)).toEqual(['e', 'f', 'h']);
      expect(second.total).toBe(10);
      const third = await store.statements({ ...request, size: 10, after: second.next! });
      expect(third.statements.map(({ witness }) => `${witness.kind} ${witness.document}`)).toEqual(
        ['a', 'b', 'e', 'f', 'h'].map((id) => `cites ${id}`),
      );
      expect(third.next).toBeNull();
      await collection.clear();
    });

    test('a page of no statement counts them, and the next one begins where it stands', async () => {
      const collection = collectionOf(store);
      await collection.carryOut({ kind: 'put', documents: chainCases['a hub with many that cite it']! });
      for (const work of ['1-KL/TW@TW@XIII', 'nothing@TW@XIII']) {
        const request = { work, direction: 'down', filter: everyLink } as const;
        const model = collection.model();
        const of = async (asked: Pick<Store, 'statements'>) => {
          const none = await asked.statements({ ...request, size: 0 });
          const all = none.next === null ? null : await asked.statements({ ...request, size: 1000, after: none.next });
          const two = none.next === null ? null : await asked.statements({ ...request, size: 2, after: none.next });
          const still = two === null ? null : await asked.statements({ ...request, size: 0, after: two.next! });
          const rest = still === null ? null : await asked.statements({ ...request, size: 1000, after: still.next! });
          return { ...none, next: none.next !== null, all, still: still?.statements, rest };
        };
        expect(await of(store)).toEqual(await of(model));
      }
      await collection.clear();
    });

    test.each(['', 'x', 'W10', '[]', Buffer.from('[1,2]').toString('base64url'), Buffer.from('["a","b","c","d"]').toString('base64url')])(
      'refuses the cursor "%s"',
      async (after) => {
        const request = { work: '1-KL/TW@TW@XIII', direction: 'down', filter: everyLink, size: 1, after } as const;
        await expect(store.statements(request)).rejects.toMatchObject({ code: 'bad-request' });
      },
    );

    test.each([
      { limit: 0 },
      { limit: 1e9 },
      { limit: 1.5 },
      { depth: -1 },
      { witnesses: 11 },
      { filter: { ...everyLink, from: 'gestern' } },
    ])('refuses a walk with %o', async (wrong) => {
      const request = { roots: ['a'], direction: 'down', depth: 1, filter: everyLink, limit: 10, witnesses: 1, ...wrong } as const;
      await expect(store.walk(request)).rejects.toMatchObject({ code: 'bad-request' });
    });
  });
}
