import { beforeAll, describe, expect, test } from 'vitest';
import { paths } from '#services/library/chains/paths.ts';
import { chainsBetween } from '#services/library/chains/simplePaths.ts';
import type { Paths } from '#services/library/shapes.ts';
import type { Store } from '#services/store/port.ts';
import { noEngine } from '../../support/engine.ts';
import { central, document, holding, holdingHere, idOf, local, says } from './collection.ts';

/** A commune's plan rests on a district's, that on a province's, that on a directive; the commune's names the directive itself too. */
const directive = central('12-CT/TW', '2021-03-01');
const plan = local('20-KH/TU', 'Bến Tre', '2021-05-06');
const programme = local('3-CTr/TU', 'Bến Tre', '2021-06-01');
const district = local('7-KH/HU', 'Bến Tre/Ba Tri', '2021-08-01');
const commune = local('9-KH/ĐU', 'Bến Tre/Ba Tri', '2021-09-09');

const collection = [
  document(idOf(1), plan, [says(directive, 'implements', null, 'Thực hiện Chỉ thị 12')]),
  document(idOf(2), programme, [says(directive, 'concretizes', null, 'Cụ thể hóa Chỉ thị 12')]),
  document(idOf(3), district, [says(plan, 'implements'), says(programme, 'cites')]),
  document(idOf(4), commune, [says(district, 'implements'), says(directive, 'cites', null, 'nêu tại Chỉ thị 12')]),
  document(idOf(5), local('5-KH/TU', 'Cà Mau', '2021-05-06'), [says(central('40-NQ/TW'), 'implements')]),
];

let index: Store;
beforeAll(async () => {
  index = await holding(collection);
  return () => index.close();
});

const id = { directive: '12-CT/TW@TW@XIII', plan: '20-KH/TU@Bến Tre@2020-2025', programme: '3-CTR/TU@Bến Tre@2020-2025' };
const low = { district: '7-KH/HU@Bến Tre/Ba Tri@2020-2025', commune: '9-KH/ĐU@Bến Tre/Ba Tri@2020-2025' };
const ways = ({ chains }: Paths) => chains.map(({ works }) => works);

describe.skipIf(noEngine)('the chains between two documents', () => {
  test('are told from the shortest to the longest, of equal length those of stronger links first', async () => {
    const found = await paths(index, { first: '9-KH/ĐU', second: '12-CT/TW' });
    expect(found).toMatchObject({ from: low.commune, to: id.directive, turned: false, shortest: 1, truncated: false });
    expect(ways(found)).toEqual([
      [low.commune, id.directive],
      [low.commune, low.district, id.plan, id.directive],
      [low.commune, low.district, id.programme, id.directive],
    ]);
  });

  test('have the words of every step', async () => {
    const { chains, edges, works } = await paths(index, { first: '9-KH/ĐU', second: '12-CT/TW' });
    for (const chain of chains) {
      expect(chain.works).toHaveLength(chain.steps + 1);
      for (const [at, to] of chain.works.slice(1).entries()) {
        const edge = edges.find((one) => one.from === chain.works[at] && one.to === to);
        expect(edge?.witnesses[0]?.quote).toMatch(/\S/u);
      }
    }
    expect(works.map((work) => work.id).sort()).toEqual([...new Set(chains.flatMap((chain) => chain.works))].sort());
    expect(edges.find(({ from }) => from === id.plan)?.witnesses[0]).toMatchObject({
      quote: 'Thực hiện Chỉ thị 12',
      name: `${idOf(1)}.txt`,
      page: 2,
    });
  });

  test('are found whichever end is named first, and say that they are turned', async () => {
    const found = await paths(index, { first: '12-CT/TW', second: '20-KH/TU' });
    expect(found).toMatchObject({ from: id.plan, to: id.directive, turned: true, shortest: 1 });
  });

  test('follow only the relations and the period asked for', async () => {
    expect(ways(await paths(index, { first: '9-KH/ĐU', second: '12-CT/TW', relations: ['implements'] }))).toEqual([
      [low.commune, low.district, id.plan, id.directive],
    ]);
    expect(ways(await paths(index, { first: '9-KH/ĐU', second: '12-CT/TW', to: '2021-08-31' }))).toEqual([]);
    expect(ways(await paths(index, { first: '7-KH/HU', second: '12-CT/TW', from: '2021-05-07' }))).toEqual([
      [low.district, id.programme, id.directive],
    ]);
  });

  test('are as many and as long as asked for, and say that there are more', async () => {
    const two = await paths(index, { first: '9-KH/ĐU', second: '12-CT/TW', most: 2 });
    expect([two.chains.length, two.truncated]).toEqual([2, true]);
    const short = await paths(index, { first: '9-KH/ĐU', second: '12-CT/TW', steps: 2 });
    expect(ways(short)).toEqual([[low.commune, id.directive]]);
  });

  test('are none where nothing leads from one to the other: both are told, and no way is made up', async () => {
    const found = await paths(index, { first: '5-KH/TU', second: '12-CT/TW' });
    expect(found).toMatchObject({ from: null, to: null, shortest: null, chains: [], edges: [], truncated: false });
    expect(found.works.map(({ key }) => key)).toEqual(['5-KH/TU', '12-CT/TW']);
  });

  test('are none of a document and itself', async () => {
    expect(await paths(index, { first: '12-CT/TW', second: '12 ct tw' })).toMatchObject({ shortest: 0, chains: [], turned: false });
  });

  test('wait for a choice at the end that could be several documents', async () => {
    const two = await holdingHere([
      ...collection,
      document(idOf(6), local('20-KH/TU', 'Cà Mau', '2021-04-04'), [says(directive, 'implements')]),
    ]);
    const found = await paths(two, { first: '20-KH/TU', second: '12-CT/TW' });
    expect(found.choicesFrom.map(({ scope }) => scope)).toEqual(['Bến Tre', 'Cà Mau']);
    expect([found.chains, found.choicesTo]).toEqual([[], []]);
  });

  test('refuse a relation that there is not with the names of those that there are', async () => {
    await expect(paths(index, { first: '9-KH/ĐU', second: '12-CT/TW', relations: ['loves' as 'cites'] })).rejects.toMatchObject({
      code: 'bad-request',
      detail: expect.stringMatching(/"loves".*implements/u),
    });
  });
});

describe.skipIf(noEngine)('cycles', () => {
  test('are passed through once, and told', async () => {
    const [a, b, c] = ['1-QĐ/TU', '2-QĐ/TU', '3-QĐ/TU'].map((key) => local(key, 'Bến Tre')) as [
      ReturnType<typeof local>,
      ReturnType<typeof local>,
      ReturnType<typeof local>,
    ];
    const ring = await holdingHere([
      document(idOf(1), a, [says(b, 'amends')]),
      document(idOf(2), b, [says(c, 'amends'), says(a, 'cites')]),
      document(idOf(3), c, [says(a, 'amends')]),
    ]);
    const found = await paths(ring, { first: '1-QĐ/TU', second: '3-QĐ/TU' });
    expect(found.chains.map(({ works }) => works.map((work) => work.split('@')[0]))).toEqual([['1-QĐ/TU', '2-QĐ/TU', '3-QĐ/TU']]);
    expect((await paths(ring, { first: '3-QĐ/TU', second: '2-QĐ/TU' })).findings).toEqual([]);
  });

  test('in great number end the search at its bound, and say so', () => {
    // Everything leads to everything: more ways than can be told.
    const ids = Array.from({ length: 40 }, (_, at) => `w${at}`);
    const kinds = [{ relation: 'cites', kind: 'cites', confidence: 'stated' }] as const;
    const links = ids.flatMap((from) => ids.filter((to) => to !== from).map((to) => ({ from, to, kinds })));
    const found = chainsBetween(links, 'w0', 'w39', { steps: 30, most: 100 });
    expect([found.chains.length, found.truncated, found.chains[0]]).toEqual([100, true, ['w0', 'w39']]);
    const dead = [...links.filter(({ to }) => to !== 'w39'), { from: 'w38', to: 'w39', kinds }];
    const none = chainsBetween(dead, 'w0', 'w39', { steps: 30, most: 1_000_000 });
    expect(none.truncated).toBe(true);
    expect(none.chains[0]).toEqual(['w0', 'w38', 'w39']);
    for (const chain of none.chains.slice(0, 500)) expect(new Set(chain).size).toBe(chain.length);
  });
});
