import { describe, expect, test } from 'vitest';
import { everyLink } from '#services/works/link.ts';
import { collection, keyCases } from './cases/graph.ts';
import { heldStore, type StorePlace } from './place.ts';

export function testGraph(makePlace: () => Promise<StorePlace>): void {
  describe('keeps claims', () => {
    const held = heldStore(makePlace, collection);

    const statedBy = async (work: string) =>
      (await held().statements({ work, direction: 'up', filter: everyLink, size: 10 })).statements.map(
        ({ to, witness: { document, relation, kind, confidence } }) => [document, relation, kind, confidence, to],
      );

    test('of several kinds for one pair, each with its sureness', async () => {
      const [own, other, rules] = ['9-QĐ/TU', '8-QĐ/TU', '30-QC/TU'].map((symbol) => `${symbol}@?several@?`);
      expect(await statedBy(own!)).toEqual([
        ['several', 'replaces', 'repeals', 'read', rules],
        ['several', 'basis', 'basis', 'stated', rules],
      ]);
      expect(await statedBy(other!)).toEqual([
        ['several', 'amends', 'corrects', 'stated', rules],
        ['several', 'cites', 'cites', 'assumed', rules],
      ]);
    });

    test('and counts a pair once, under the strongest relation of it', async () => {
      const { relations, byRelation } = await held().stats();
      const pairs = { implements: 3, amends: 1, basis: 1, cites: 1, replaces: 1 };
      expect(Object.fromEntries(byRelation.map(({ relation, count }) => [relation, count]))).toEqual(pairs);
      expect(relations).toBe(7);
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
