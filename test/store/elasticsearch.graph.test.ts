import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Claim } from '#ingest/model/claim.ts';
import type { Identity } from '#ingest/model/identity.ts';
import { kindNames } from '#ingest/model/relation.ts';
import type { Store, StoredDocument } from '#services/store/port.ts';
import type { Decision } from '#services/works/decision.ts';
import { everyLink } from '#services/works/link.ts';
import { noElasticsearch } from '../support/elasticsearch.ts';
import { claim, identity, stored } from '../support/record.ts';
import { openTestIndex, type TestIndex } from './elasticsearchIndex.ts';
import { graphModel } from './graphModel.ts';

const keys = ['1-KL/TW', '2-CT/TW', '3-KH/TU', '4-QĐ/TU'];
const identities: fc.Arbitrary<Identity> = fc
  .record({
    key: fc.constantFrom(...keys),
    scope: fc.constantFrom(undefined, 'TW', 'Tiền Giang'),
    term: fc.constantFrom(undefined, 'XII', 'XIII'),
    date: fc.constantFrom(undefined, '2018-05-18', '2021-05-18'),
  })
  .map(({ key, ...parts }) => identity(key, Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined))));
const claims: fc.Arbitrary<Claim> = fc
  .record({
    subject: fc.option(identities),
    object: identities,
    kind: fc.constantFrom(...kindNames.slice(0, 9), 'cites' as const),
    confidence: fc.constantFrom('stated' as const, 'read' as const, 'assumed' as const),
  })
  .map(({ subject, object, kind, confidence }) => ({
    ...claim(null, kind, '', confidence),
    subject,
    object,
    quote: `${kind} ${object.key}`,
  }));
const documents = fc
  .array(
    fc.record({
      own: fc.option(identities),
      claims: fc.array(claims, { maxLength: 4 }),
      date: fc.constantFrom('2019-01-01', '2020-02-02'),
    }),
    {
      maxLength: 12,
    },
  )
  .map((all) =>
    all.map(({ own, claims: said, date }, at): StoredDocument => {
      const made = stored(`d${at}`, 'văn bản', { date, claims: said, title: `văn bản ${at}` });
      return own === null ? made : { ...made, record: { ...made.record, identity: own } };
    }),
  );

describe.skipIf(noElasticsearch)('the graph on Elasticsearch', { timeout: 120_000 }, () => {
  let index: TestIndex;
  beforeAll(async () => {
    index = await openTestIndex();
  });
  afterAll(() => index?.close());

  test('answers as the model', async () => {
    await fc.assert(
      fc.asyncProperty(documents, async (held) => {
        const { store } = index;
        for (const { id } of await store.list(null, 1000)) await store.remove(id);
        expect(await store.put(held)).toEqual([]);
        await expectAlike(store, held, []);
        const works = (await graphModel(held, []).named(await store.symbols(null, 1000))).map(({ symbol }) => symbol);
        const decisions = works.slice(0, 2).map(
          (symbol, at): Decision => ({
            ...{ id: `${at}`, symbol, first: `${symbol}@TW@XII`, second: `${symbol}@TW@XIII`, says: at === 0 ? 'same' : 'different' },
            ...{ author: 'a', made: '2024-01-01T00:00:00.000Z', note: null },
          }),
        );
        await store.decide(decisions);
        await expectAlike(store, held, decisions);
        await store.decide([]);
      }),
      { numRuns: 6, endOnFailure: true },
    );
  });
});

async function expectAlike(store: Store, held: readonly StoredDocument[], decisions: readonly Decision[]): Promise<void> {
  const model = graphModel(held, decisions);
  const symbols = await model.symbols(null, 1000);
  expect(await store.symbols(null, 1000)).toEqual(symbols);
  expect(await store.symbols(symbols[0] ?? null, 2)).toEqual(await model.symbols(symbols[0] ?? null, 2));
  const asked = [...symbols, '99-KL/TW'];
  const named = await model.named(asked);
  expect(await store.named(asked)).toEqual(named);
  const namings = [...named.flatMap((each) => each.named.map(({ id }) => id)), 'nobody'];
  for (const each of [0, 1, 100]) expect(await store.speakers(namings, each)).toEqual(await model.speakers(namings, each));
  const everything = { direction: 'both', depth: 10, filter: everyLink, limit: 10_000, witnesses: 3 } as const;
  const works: string[] = [];
  for (const root of symbols)
    works.push(...(await model.walk({ ...everything, roots: possible(root, held) })).nodes.map(({ work }) => work.id));
  const filters = [
    everyLink,
    { ...everyLink, kinds: ['amends' as const, 'cites' as const] },
    { kinds: null, from: '2018-06-01', to: '2021-05-18' },
  ];
  for (const filter of filters)
    for (const direction of ['up', 'down', 'both'] as const)
      for (const [depth, limit] of [
        [1, 3],
        [3, 4],
        [5, 1000],
      ] as const) {
        const request = { roots: [works[0] ?? 'nobody', works[1] ?? 'nobody', 'no@body'], direction, depth, filter, limit, witnesses: 2 };
        expect(await store.walk(request)).toEqual(await model.walk(request));
      }
  for (const work of new Set(works))
    for (const direction of ['up', 'down'] as const) {
      let [after, expectedAfter]: (string | undefined)[] = [];
      for (;;) {
        const request = { work, direction, filter: filters[works.indexOf(work) % 3]!, size: 2 };
        const page = await store.statements({ ...request, ...(after && { after }) });
        const expected = await model.statements({ ...request, ...(expectedAfter && { after: expectedAfter }) });
        expect({ ...page, next: null }).toEqual({ ...expected, next: null });
        expect(page.next === null).toBe(expected.next === null);
        [after, expectedAfter] = [page.next ?? undefined, expected.next ?? undefined];
        if (after === undefined) break;
      }
    }
}

function possible(symbol: string, held: readonly StoredDocument[]): string[] {
  const scopes = ['TW', 'Tiền Giang', ...held.map(({ id }) => `?${id}`)];
  return [symbol, ...scopes.flatMap((scope) => ['XII', 'XIII', '?'].map((term) => `${symbol}@${scope}@${term}`))];
}
