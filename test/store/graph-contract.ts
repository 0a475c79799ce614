import { describe, expect, test } from 'vitest';
import { claim } from '../support/record.ts';
import { bearerCases, claimCases, collection, keyCases } from './cases/graph.ts';
import { heldStore, type StorePlace } from './place.ts';

export function testGraph(makePlace: () => Promise<StorePlace>): void {
  describe('keeps claims', () => {
    const held = heldStore(makePlace, collection);

    const told = async (about: { readonly keys: readonly string[]; readonly documents: readonly string[] }) =>
      (await held().claims(about)).map(
        ({ document, claim: said }) => `${document}: ${said.subject?.key ?? 'itself'} ${said.relation} ${said.object.key}`,
      );

    test.each(claimCases)('$name', async ({ keys, documents, told: expected }) => {
      expect(await told({ keys, documents })).toEqual(expected);
    });

    test('as they were put', async () => {
      expect(await held().claims({ keys: ['102-QĐ/TW'], documents: [] })).toEqual([
        { document: 'apart', page: 1, claim: claim(null, 'cites', '102-QĐ/TW') },
      ]);
    });

    test('of several kinds for one pair, each with its rule and sureness', async () => {
      const claims = (await held().claims({ keys: ['30-QC/TU'], documents: [] })).map(({ claim: said }) => said);
      expect(claims.map(({ subject, relation, kind, confidence }) => [subject?.key ?? null, relation, kind, confidence])).toEqual([
        [null, 'basis', 'basis', 'stated'],
        [null, 'replaces', 'repeals', 'read'],
        ['8-QĐ/TU', 'amends', 'corrects', 'stated'],
        ['8-QĐ/TU', 'cites', 'cites', 'assumed'],
      ]);
    });

    test('and counts a pair once, under the strongest relation of it', async () => {
      const { relations, byRelation } = await held().stats();
      const pairs = { implements: 3, amends: 1, basis: 1, cites: 1, replaces: 1 };
      expect(Object.fromEntries(byRelation.map(({ relation, count }) => [relation, count]))).toEqual(pairs);
      expect(relations).toBe(7);
    });

    test('none where nothing is asked about', async () => {
      expect(await told({ keys: [], documents: [] })).toEqual([]);
    });

    test.each(bearerCases.written)('finds the bearer of a number written %s', async (key) => {
      expect((await held().bearers([key])).map((summary) => summary.id)).toEqual(bearerCases.ids);
    });

    test('finds every bearer of a number', async () => {
      expect((await held().bearers(['20-KH/TU', '7-BC/HU', '1-XX/YY'])).map((summary) => summary.id).sort()).toEqual([
        'other-plan',
        'plan',
        'witness',
      ]);
    });

    test.each(keyCases)('suggests the keys that begin with $prefix', async ({ prefix, keys }) => {
      expect(await held().keys(prefix, 100)).toEqual(keys);
    });

    test('suggests no more keys than asked for', async () => {
      expect(await held().keys('', 2)).toEqual(['01-KL/TW', '05-CT/TW']);
      expect(await held().keys('', 0)).toEqual([]);
    });
  });
}
