import { describe, expect, test } from 'vitest';
import { facetNames } from '#mappings/fields.ts';
import type { Query, SearchOrder } from '#services/query/query.ts';
import { searchOrders } from '#services/query/query.ts';
import { mostInFacet } from '#services/store/bounds.ts';
import type { FacetName, SearchHit, SearchRequest } from '#services/store/port.ts';
import { citation, stored } from '../support/record.ts';
import { any, prefix, termCollection, word } from './cases/terms.ts';
import { heldStore, type StorePlace } from './place.ts';

const many = mostInFacet + 7;
const numbered = (at: number) => String(at).padStart(3, '0');
/** Many documents with few days and few lengths of text, so that every order has ties. */
const manyDocuments = Array.from({ length: many }, (_, at) =>
  stored(`d${numbered(at)}`, `chữ ${'thêm '.repeat(at % 5)}`, {
    ...(at % 4 === 0 ? {} : { date: `2024-0${1 + (at % 3)}-01` }),
    ...(at % 10 === 0 ? { title: 'một chữ' } : {}),
    ...(at % 13 === 0 ? { headings: ['nhiều chữ'] } : {}),
    type: at % 2 === 0 ? 'KH' : 'BC',
    place: `Nơi ${numbered(at)}`,
    signers: [`Người ${numbered(at % 3)}`],
    citations: [citation(`${at + 1}-KL/TW`), citation('500-KL/TW')],
    revision: 1 + (at % 3),
  }),
);

const queries: readonly (readonly [string, Query])[] = [
  ['words', { terms: [word('chữ')], filters: {} }],
  ['a choice of words', { terms: [any(word('thêm'), word('một'), prefix('nhi'))], filters: {} }],
  ['words and a filter', { terms: [word('chữ')], filters: { type: 'KH' } }],
  ['a filter alone', { terms: [], filters: { type: 'KH' } }],
  ['nothing', { terms: [], filters: {} }],
];

/** Orders, pages that follow each other, and facets that are asked for. */
export function testPages(makePlace: () => Promise<StorePlace>): void {
  describe('pages', () => {
    const held = heldStore(makePlace, manyDocuments);
    const small = heldStore(makePlace, termCollection);
    const ids = async (query: Query, request: SearchRequest) =>
      (await held().search(query, request)).hits.map(({ document }) => document.id);

    test.each(queries)('%s: hits that are told before the rest is counted are those of the answer, told once', async (_, query) => {
      const told: (readonly SearchHit[])[] = [];
      const page = await held().search(query, { size: 7 }, (hits) => told.push(hits));
      expect(told.length).toBeLessThanOrEqual(1);
      for (const hits of told) expect(hits).toEqual(page.hits);
    });

    test.each(queries.flatMap(([name, query]) => searchOrders.map((order) => ({ name, query, order }))))(
      '$name by $order: going on from page to page gives every hit once, in the order of one large page',
      async ({ query, order }) => {
        const whole = await held().search(query, { size: 1000, order });
        expect(whole.next).toBeNull();
        expect(whole.hits).toHaveLength(whole.total);
        for (const size of [7, 50]) {
          const found = [];
          let after: string | null = null;
          do {
            const page = await held().search(query, { size, order, ...(after === null ? {} : { after }), facets: [] });
            expect(page.total).toBe(whole.total);
            found.push(...page.hits);
            after = page.next;
            if (after !== null) expect(page.hits).toHaveLength(size);
          } while (after !== null && found.length <= whole.total);
          expect(found.map(({ document, rule }) => [document.id, rule])).toEqual(
            whole.hits.map(({ document, rule }) => [document.id, rule]),
          );
        }
        expect(await ids(query, { size: 5, from: 11, order })).toEqual(whole.hits.slice(11, 16).map(({ document }) => document.id));
      },
    );

    test('a page that begins behind `from` can be gone on from', async () => {
      const query = { terms: [word('chữ')], filters: {} };
      const whole = await ids(query, { size: 30 });
      const { hits, next } = await held().search(query, { size: 10, from: 10 });
      expect(hits.map(({ document }) => document.id)).toEqual(whole.slice(10, 20));
      expect(await ids(query, { size: 10, after: next ?? '' })).toEqual(whole.slice(20));
    });

    test('by day the newest or the oldest first, those without a day last, equal ones by id', async () => {
      const query = { terms: [], filters: {} };
      const dated = manyDocuments.map(({ id, record }) => ({ id, date: record.document.date ?? '' }));
      const expected = (order: SearchOrder) =>
        dated
          .toSorted((a, b) => {
            if (a.date === b.date) return a.id < b.id ? -1 : 1;
            if (a.date === '' || b.date === '') return a.date === '' ? 1 : -1;
            return a.date < b.date === (order === 'oldest') ? -1 : 1;
          })
          .map(({ id }) => id);
      for (const order of ['newest', 'oldest'] as const) expect(await ids(query, { size: 1000, order })).toEqual(expected(order));
    });

    test('what was taken in last first', async () => {
      const expected = manyDocuments.toSorted((a, b) => b.revision - a.revision || (a.id < b.id ? -1 : 1)).map(({ id }) => id);
      expect(await ids({ terms: [word('chữ')], filters: {} }, { size: 1000, order: 'added' })).toEqual(expected);
    });

    test.each(['', 'x', '{}', 'bnVsbA', 'W10', 'eyJvcmRlciI6InJlbGV2YW5jZSJ9', '\u0000', 'ư'.repeat(5000)])(
      'a cursor that no answer gave is refused: %s',
      async (after) => {
        for (const order of searchOrders) {
          await expect(held().search({ terms: [word('chữ')], filters: {} }, { size: 1, order, after })).rejects.toMatchObject({
            code: 'bad-request',
          });
        }
      },
    );

    test('a cursor of another order is refused, and one beside a number of hits to pass over', async () => {
      const query = { terms: [word('chữ')], filters: {} };
      for (const order of searchOrders) {
        const after = (await held().search(query, { size: 1, order })).next ?? '';
        expect(after).toMatch(/^[\w-]+$/);
        for (const other of searchOrders) {
          const asked = held().search(query, { size: 1, order: other, after });
          if (other === order) await asked;
          else await expect(asked).rejects.toMatchObject({ code: 'bad-request' });
        }
        await expect(held().search(query, { size: 1, order, after, from: 1 })).rejects.toMatchObject({ code: 'bad-request' });
      }
    });

    test('all facets are counted where none is named, else those named; a cut one says so', async () => {
      const query = { terms: [word('chữ')], filters: {} };
      const whole = await held().search(query, { size: 0 });
      expect(Object.keys(whole.facets).sort()).toEqual([...facetNames].sort());
      expect([...whole.cut].sort()).toEqual(['cites', 'place']);
      expect(whole.facets.place.map(({ value, count }) => [value, count])).toEqual(
        Array.from({ length: mostInFacet }, (_, at) => [`Nơi ${numbered(at)}`, 1]),
      );
      expect(whole.facets.cites).toHaveLength(mostInFacet);
      expect(whole.facets.cites[0]).toEqual({ value: '500-KL/TW', count: many });
      expect(whole.facets.signer.map(({ value }) => value)).toEqual(['Người 000', 'Người 001', 'Người 002']);
      const named = ['type', 'place'] as const satisfies readonly FacetName[];
      const some = await held().search(query, { size: 0, facets: named });
      expect(some.cut).toEqual(['place']);
      for (const name of facetNames)
        expect(some.facets[name]).toEqual((named as readonly string[]).includes(name) ? whole.facets[name] : []);
      const none = await held().search(query, { size: 0, facets: [] });
      expect({ cut: none.cut, counted: Object.values(none.facets).flat(), total: none.total }).toEqual({
        cut: [],
        counted: [],
        total: many,
      });
    });

    test('facets with several values of one document count each', async () => {
      const { facets } = await small().search({ terms: [word('nâng')], filters: {} }, { size: 0 });
      expect(facets.signer).toEqual([
        { value: 'Lê Văn An', count: 1 },
        { value: 'Nguyễn Văn An', count: 1 },
        { value: 'Nguyễn Văn Danh', count: 1 },
      ]);
      expect(facets.level).toEqual([{ value: 'province', count: 2 }]);
      expect(facets.cites).toEqual([{ value: '01-KL/TW', count: 1 }]);
      expect(facets.relation).toEqual([{ value: 'implements', count: 1 }]);
    });
  });
}
