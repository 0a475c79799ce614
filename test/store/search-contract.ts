import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Failure } from '#ingest/model/failure.ts';
import { fold } from '#services/analysis/folding.ts';
import { parseQuery } from '#services/query/parse.ts';
import type { QueryFilters } from '#services/query/query.ts';
import type { Store } from '#services/store/port.ts';
import { stored } from '../support/record.ts';
import { collection, filterCases, numberCases, phraseCases, wordCases, writtenNumbers } from './cases/search.ts';
import { heldStore, type StorePlace } from './place.ts';

export function testSearch(makePlace: () => Promise<StorePlace>): void {
  describe('searches', () => {
    const held = heldStore(makePlace, collection);

    const find = async (words: string, filters: QueryFilters = {}) =>
      await held().search(parseQuery(words, filters), { from: 0, size: 100 });
    const found = async (words: string, filters: QueryFilters = {}) =>
      (await find(words, filters)).hits.map((hit) => hit.document.id).sort();

    test.each(wordCases)('$name: $words', async ({ words, ids }) => {
      expect(await found(words)).toEqual(ids);
    });

    test.each(phraseCases)('phrases: $name: $words', async ({ words, ids }) => {
      expect(await found(words)).toEqual(ids);
    });

    test.each(writtenNumbers.written)('the number 144-QĐ/TW written %s, its bearer first', async (words) => {
      expect((await find(words)).hits.map((hit) => hit.document.id)).toEqual(writtenNumbers.ids);
    });

    test.each(numberCases)('document number $words', async ({ words, ids }) => {
      expect(await found(words)).toEqual(ids);
    });

    test('a number with other words: both must match', async () => {
      expect(await found('144-QĐ/TW trung ương')).toEqual(['cites-144']);
    });

    test.each([
      '"',
      '("',
      'tỉnh AND',
      'tỉnh*',
      '*',
      'NEAR(tỉnh',
      '"đảng',
      'body_exact:tỉnh',
      '{tỉnh}',
      '-tỉnh',
      '^tỉnh',
      'tỉnh OR',
      "'",
      ';--',
      'tỉnh"""',
      '\u0000',
      '"" ""',
    ])('what looks like an operator never fails: %s', async (words) => {
      const outcome = await find(words).catch((thrown: unknown) => thrown);
      if (outcome instanceof Failure) expect(outcome.code).toBe('bad-query');
      else expect(outcome).toHaveProperty('total');
    });

    test('any string is answered, or refused as a bad query', async () => {
      const pieces = fc.constantFrom(
        '"',
        '(',
        ')',
        'AND',
        'NOT',
        'NEAR',
        '*',
        ':',
        '-',
        '^',
        '144-qd/tw',
        'đảng',
        'bo',
        '/',
        ' ',
        '\\',
        '\u0000',
      );
      const words = fc.oneof(
        fc.string({ unit: 'binary', maxLength: 60 }),
        fc.array(pieces, { maxLength: 12 }).map((all) => all.join('')),
      );
      await fc.assert(
        fc.asyncProperty(words, async (typed) => {
          const outcome = await find(typed).catch((thrown: unknown) => thrown);
          if (outcome instanceof Failure) expect(outcome.code).toBe('bad-query');
          else expect(outcome).toHaveProperty('facets');
        }),
        { numRuns: 300 },
      );
    });

    test('a syllable is found by itself and by its folded form, and never by another tone', async () => {
      const letters = fc.constantFrom('dang', 'tuyên', 'hoa', 'thuy', 'ươc', 'khoan', 'quy', 'giêng', 'đa');
      const tone = fc.constantFrom('', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323');
      const toned = (bare: string, mark: string) => bare.replace(/[aeêioơuy](?=[^aeêioơuy]*$)/u, (vowel) => vowel + mark).normalize('NFC');
      const own = await makePlace();
      const one = await own.open();
      const total = async (typed: string) => (await one.search(parseQuery(typed), { from: 0, size: 1 })).total;
      let revision = 0;
      try {
        await fc.assert(
          fc.asyncProperty(letters, tone, tone, async (bare, mark, other) => {
            revision += 1;
            await one.put([stored('only', `zz ${toned(bare, mark)} zz`, { revision })]);
            expect(await total(toned(bare, mark))).toBe(1);
            expect(await total(fold(bare))).toBe(1);
            expect(await total(`"zz ${fold(bare)} zz"`)).toBe(1);
            const typed = toned(bare, other);
            const binds = typed !== fold(typed);
            // Letters with marks and no tone are half typed; in quotation marks only where a stop ends them, which no level tone does.
            const open = other === '' && (bare !== 'ươc' || mark === '' || mark === '\u0301' || mark === '\u0323');
            const stopped = open && bare === 'ươc';
            expect(await total(typed)).toBe(binds && mark !== other && !open ? 0 : 1);
            expect(await total(`"zz ${typed}"`)).toBe(binds && mark !== other && !stopped ? 0 : 1);
          }),
          { numRuns: 25 },
        );
      } finally {
        await one.close();
        await own.dispose();
      }
    });

    test('a phrase with few tones and many bare words is still matched exactly', async () => {
      const own = await makePlace();
      const one = await own.open();
      try {
        const tones = ['a', 'à', 'á', 'ã', 'ả', 'ạ'];
        const every = ['b', 'c', 'd', 'h', 'l', 'm', 'n', 't'].map((onset) => tones.map((vowel) => onset + vowel));
        await one.put([
          stored('all', every.flat().join(' ')),
          stored('bare', 'ba ca da ha la má na ta'),
          stored('toned', 'bà cá dạ hả lã má nà tá'),
          stored('other', 'bà cá dạ hả lã mà nà tá, má'),
        ]);
        const { hits, total, facets } = await one.search(parseQuery('"ba ca da ha la má na ta"'), { from: 0, size: 10 });
        expect(hits.map((hit) => hit.document.id).sort()).toEqual(['bare', 'toned']);
        expect(total).toBe(2);
        expect(facets.type).toEqual([]);
      } finally {
        await one.close();
        await own.dispose();
      }
    });

    test('a phrase with more readings than can be asked for is still matched exactly', async () => {
      const own = await makePlace();
      const one = await own.open();
      try {
        const tones = ['a', 'à', 'á', 'ã', 'ả', 'ạ'];
        const pairs = ['b', 'c', 'd', 'h'].flatMap((left, at) => {
          const right = ['c', 'd', 'h'][at];
          return right === undefined ? [] : tones.flatMap((a) => tones.map((b) => `${left}${a} ${right}${b}`));
        });
        await one.put([
          stored('dense', `${pairs.join(', ')}, ${tones.map((a) => `lá b${a}`).join(', ')}`),
          stored('hit', 'lá bà cá dạ hả'),
          stored('title', 'không có gì', { title: 'lá ba cả da hả' }),
          stored('near', 'là bà cá dạ hả, lá'),
        ]);
        const { hits, total } = await one.search(parseQuery('"lá ba ca da ha"'), { from: 0, size: 10 });
        expect(hits.map((hit) => hit.document.id).sort()).toEqual(['hit', 'title']);
        expect(total).toBe(2);
      } finally {
        await one.close();
        await own.dispose();
      }
    });

    test('words of the title weigh more than words of the body', async () => {
      expect((await find('nêu gương')).hits.map((hit) => hit.document.id)).toEqual(['title-word', 'quy-dinh']);
    });

    test('scores fall along the hits, and equal ones go by id', async () => {
      const { hits } = await find('khoa hop hoa giai');
      expect(hits.map((hit) => hit.document.id)).toEqual(['hoa-cu', 'hoa-moi']);
      expect(hits[0]?.score).toBe(hits[1]?.score);
      const scores = (await find('to chuc')).hits.map((hit) => hit.score);
      expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    });

    test('pages follow each other without gap, and facets count the whole result', async () => {
      const query = parseQuery('to chuc');
      const whole = await held().search(query, { from: 0, size: 10 });
      expect(whole.total).toBe(3);
      for (const from of [0, 1, 2, 3]) {
        const part = await held().search(query, { from, size: 1 });
        expect(part.total).toBe(3);
        expect(part.facets).toEqual(whole.facets);
        expect(part.hits.map((hit) => hit.document.id)).toEqual(whole.hits.slice(from, from + 1).map((hit) => hit.document.id));
      }
      expect((await held().search(query, { from: 0, size: 0 })).hits).toEqual([]);
    });

    test('facets are ordered by count, then by value', async () => {
      const { facets } = await find('to chuc');
      expect(facets).toEqual({
        type: [
          { value: 'BC', count: 2 },
          { value: 'KH', count: 1 },
        ],
        issuer: [{ value: 'Ban Thường vụ Tỉnh ủy', count: 1 }],
        place: [
          { value: 'Tiền Giang', count: 2 },
          { value: 'Lâm Đồng', count: 1 },
        ],
        year: [
          { value: '2021', count: 1 },
          { value: '2022', count: 1 },
          { value: '2023', count: 1 },
        ],
        scope: [{ value: 'Tiền Giang', count: 1 }],
        level: [{ value: 'province', count: 1 }],
        signer: [],
        cites: [],
        relation: [],
      });
    });

    test.each(filterCases)('filters by $name', async ({ words, filters, ids }) => {
      expect(await found(words, filters)).toEqual(ids);
    });

    test('a query without terms gives all that passes the filters, by id', async () => {
      const { hits, total } = await held().search({ terms: [], filters: { type: 'KH' } }, { from: 0, size: 10 });
      expect(total).toBe(2);
      expect(hits.map((hit) => hit.document.id)).toEqual(['dang-bo', 'dang-lam']);
    });

    test('a scan gives all that matches, by id', async () => {
      const scanned = async (query: Parameters<Store['scan']>[0]) =>
        (await Array.fromAsync(held().scan(query))).map((summary) => summary.id);
      expect(await scanned(parseQuery('to chuc'))).toEqual(['dang-bo', 'hoa-cu', 'hoa-moi']);
      expect(await scanned(parseQuery('to chuc', { type: 'BC' }))).toEqual(['hoa-cu', 'hoa-moi']);
      expect(await scanned({ terms: [], filters: {} })).toEqual(collection.map((document) => document.id).sort());
      expect(await scanned(parseQuery('xyz'))).toEqual([]);
      const [first] = await Array.fromAsync(held().scan(parseQuery('nêu gương')));
      expect(first).toEqual((await held().summaries(['quy-dinh']))[0]);
    });

    test('a scan does not see what is written while it runs', async () => {
      const own = await makePlace();
      const one = await own.open();
      try {
        await one.put(Array.from({ length: 1200 }, (_, at) => stored(`d${String(at).padStart(4, '0')}`, 'chữ')));
        const seen: string[] = [];
        for await (const { id } of one.scan(parseQuery('chữ'))) {
          if (seen.length === 0) {
            await one.put([stored('d9999', 'chữ')]);
            await one.remove('d1100');
          }
          seen.push(id);
        }
        expect(seen).toEqual(Array.from({ length: 1200 }, (_, at) => `d${String(at).padStart(4, '0')}`));
      } finally {
        await one.close();
        await own.dispose();
      }
    });

    test.each([
      { from: -1, size: 10 },
      { from: 0, size: 100_000 },
      { from: 0.5, size: 1 },
    ])('a page of $from, $size is refused', async (page) => {
      await expect(held().search(parseQuery('tỉnh'), page)).rejects.toMatchObject({ code: 'bad-request' });
    });
  });
}
