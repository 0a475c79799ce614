import { describe, expect, test } from 'vitest';
import { searchOrders } from '#services/query/query.ts';
import { ruleCases, termCases, termCollection } from './cases/terms.ts';
import { heldStore, type StorePlace } from './place.ts';

/** What each kind of term finds, and what a hit is found by. */
export function testTerms(makePlace: () => Promise<StorePlace>): void {
  describe('terms', () => {
    const held = heldStore(makePlace, termCollection);

    test.each(termCases)('$name', async ({ terms, filters = {}, ids }) => {
      const { hits, total, partial, next } = await held().search({ terms, filters }, { size: 100 });
      expect(hits.map(({ document }) => document.id).sort()).toEqual(ids);
      expect({ total, partial, next }).toEqual({ total: ids.length, partial: false, next: null });
      expect((await Array.fromAsync(held().scan({ terms, filters }))).map(({ id }) => id)).toEqual(ids);
    });

    test.each(ruleCases)('rules: $name', async ({ terms, hits }) => {
      const found = (await held().search({ terms, filters: {} }, { size: 100 })).hits.map(({ document, rule }) => [document.id, rule]);
      const rules = (all: readonly (readonly [string, string])[]) => all.map(([, rule]) => rule);
      expect(rules(found as [string, string][])).toEqual(rules(hits));
      expect(found.toSorted()).toEqual(hits.toSorted());
    });

    test.each(ruleCases)('rules are told in every order: $name', async ({ terms, hits }) => {
      for (const order of searchOrders) {
        const found = (await held().search({ terms, filters: {} }, { size: 100, order })).hits.map(({ document, rule }) => [
          document.id,
          rule,
        ]);
        expect(found.toSorted()).toEqual(hits.toSorted());
      }
    });
  });
}
