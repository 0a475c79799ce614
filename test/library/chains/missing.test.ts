import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { missing } from '#services/library/chains/missing.ts';
import type { MissingWorks } from '#services/library/shapes.ts';
import { Foremost } from '#services/works/foremost.ts';
import { noEngine } from '../../support/engine.ts';
import { identity } from '../../support/record.ts';
import { central, document, holdingHere, idOf, local, says } from './collection.ts';

const directive = central('12-CT/TW');
const older = central('9-NQ/TW', '2019-09-09', 'XII');
const plan = local('20-KH/TU', 'Bến Tre', '2021-05-06');

const collection = [
  document(idOf(1), plan, [says(central('12-CT/TW', '2021-03-01'), 'implements'), says(older, 'basis')]),
  document(idOf(2), local('21-KH/TU', 'Cà Mau', '2021-04-30'), [says(directive, 'implements')]),
  document(idOf(3), local('7-KH/HU', 'Bến Tre/Ba Tri', '2021-08-01'), [
    says(plan, 'implements'),
    says(central('12-CT/TW', '2021-03-10'), 'cites'),
  ]),
  document(idOf(4), null, [says(directive, 'implements', local('33-KH/TU', 'An Giang'))]),
  document(idOf(5), local('8-KH/HU', 'Bến Tre/Ba Tri', '2021-08-02'), [
    says(identity('20-KH/TU', { type: 'KH', term: '2020-2025' }), 'cites'),
  ]),
];

const all = { from: 0, size: 20 };
const keys = ({ works }: MissingWorks) => works.map(({ id }) => id);

describe.skipIf(noEngine)('the documents to obtain', () => {
  test('are those that are named and not held, the most named first, what could be held already last', async () => {
    const found = await missing(await holdingHere(collection), all);
    expect(keys(found)).toEqual(['12-CT/TW@TW@XIII', '33-KH/TU@An Giang@2020-2025', '9-NQ/TW@TW@XII', `20-KH/TU@?${idOf(5)}@2020-2025`]);
    expect(found.total).toBe(4);
    expect(found.works[3]?.maybe.map(({ work }) => work)).toEqual(['20-KH/TU@Bến Tre@2020-2025']);
  });

  test('are told with what is claimed of them, by whom, and how they are used', async () => {
    const { works } = await missing(await holdingHere(collection), all);
    const [first] = works;
    expect(first?.cited).toBe(4);
    expect(first?.claimed.dates.map(({ value, documents }) => [value, documents])).toEqual([
      ['2021-03-01', 1],
      ['2021-03-10', 1],
    ]);
    expect(first?.said.map(({ date, documents, speakers }) => [date, documents, speakers.map(({ name }) => name)]).sort()).toEqual(
      [
        ['2021-03-01', 1, [`${idOf(1)}.txt`]],
        ['2021-03-10', 1, [`${idOf(3)}.txt`]],
        [null, 2, [`${idOf(2)}.txt`, `${idOf(4)}.txt`]],
      ].sort(),
    );
    expect(first?.use).toEqual({
      ...{ links: 4, grounds: 3, held: 2, truncated: false, placesMore: 0 },
      levels: [
        { level: 'province', works: 3 },
        { level: 'district', works: 1 },
      ],
      places: [
        { place: 'Bến Tre', works: 2 },
        { place: 'An Giang', works: 1 },
        { place: 'Cà Mau', works: 1 },
      ],
    });
  });

  test('are fewer by level, type, place, and how often they are named', async () => {
    const index = await holdingHere(collection);
    const ids = async (filter: Partial<Parameters<typeof missing>[1]>) => keys(await missing(index, { ...all, ...filter }));
    expect(await ids({ level: 'province' })).toEqual(['33-KH/TU@An Giang@2020-2025', `20-KH/TU@?${idOf(5)}@2020-2025`]);
    expect(await ids({ type: 'nq' })).toEqual(['9-NQ/TW@TW@XII']);
    expect(await ids({ within: 'an giang' })).toEqual(['33-KH/TU@An Giang@2020-2025']);
    expect(await ids({ least: 2 })).toEqual(['12-CT/TW@TW@XIII']);
  });

  test('come page by page, each once', async () => {
    const index = await holdingHere(collection);
    const pages = await Promise.all([0, 1, 2, 3, 4].map((from) => missing(index, { from, size: 1 })));
    expect(pages.flatMap(keys)).toEqual(keys(await missing(index, all)));
    expect(pages.map(({ total }) => total)).toEqual([4, 4, 4, 4, 4]);
  });

  test('are none of an empty collection', async () => {
    expect(await missing(await holdingHere([]), all)).toEqual({ total: 0, works: [] });
  });
});

test('the first of many are those of the sorted list', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(50)), fc.nat(20), (numbers, most) => {
      const first = new Foremost<number>(most, (a, b) => a - b);
      for (const number of numbers) first.offer(number);
      expect(first.first()).toEqual(numbers.toSorted((a, b) => a - b).slice(0, most));
      expect(first.offered).toBe(numbers.length);
    }),
  );
});
