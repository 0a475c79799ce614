import { beforeAll, describe, expect, test } from 'vitest';
import { cascade } from '#services/library/chains/cascade.ts';
import type { Cascade } from '#services/library/shapes.ts';
import type { Store } from '#services/store/port.ts';
import { noEngine } from '../../support/engine.ts';
import { central, document, holding, holdingHere, idOf, local, says } from './collection.ts';

const directive = central('12-CT/TW', '2021-03-01');
const guide = central('5-HD/TW', '2021-03-31');
const plan = local('20-KH/TU', 'Bến Tre', '2021-05-06');
const otherPlan = local('21-KH/TU', 'Cà Mau', '2021-04-30');
const district = local('7-KH/HU', 'Bến Tre/Ba Tri', '2021-05-06');
const commune = local('9-KH/ĐU', 'Bến Tre/Ba Tri');
const report = local('88-BC/HU', 'Bến Tre/Ba Tri', '2021-02-01');

const collection = [
  document(idOf(1), directive, []),
  document(idOf(2), guide, [says(directive, 'guides')]),
  document(idOf(3), plan, [says(directive, 'implements'), says(guide, 'basis')]),
  document(idOf(4), otherPlan, [says(directive, 'implements')]),
  document(idOf(5), district, [says(directive, 'implements'), says(plan, 'implements')]),
  document(idOf(6), commune, [says(district, 'implements')]),
  document(idOf(7), report, [says(plan, 'reports-on')]),
  document(idOf(8), local('50-CV/TU', 'Cà Mau', '2021-12-12'), [says(directive, 'cites')]),
  // What a third document says of a plan that nobody holds.
  document(idOf(9), null, [says(directive, 'implements', local('33-KH/TU', 'An Giang'))]),
];

let index: Store;
beforeAll(async () => {
  index = await holding(collection);
  return () => index.close();
});

const tree = ({ entries }: Cascade) => entries.map(({ key, depth, timing, days }) => [key, depth, timing, days]);

describe.skipIf(noEngine)('the tree of a directive', () => {
  test('has each document once under what it carries out, with the days between', async () => {
    expect(tree(await cascade(index, { of: '12-CT/TW' }))).toEqual([
      ['12-CT/TW', 0, 'unknown', null],
      ['5-HD/TW', 1, 'after', 30],
      ['21-KH/TU', 1, 'after', 60],
      ['20-KH/TU', 1, 'after', 66],
      ['88-BC/HU', 2, 'before', 94],
      ['7-KH/HU', 2, 'same-day', 0],
      ['9-KH/ĐU', 3, 'unknown', null],
      ['33-KH/TU', 1, 'unknown', null],
    ]);
  });

  test('names the other documents of the tree that one acts on, each with its own days', async () => {
    const { entries } = await cascade(index, { of: '12-CT/TW' });
    expect(entries.find(({ key }) => key === '7-KH/HU')?.further).toEqual([
      { work: '12-CT/TW@TW@XIII', relation: 'implements', kind: 'implements', timing: 'after', days: 66 },
    ]);
    expect(entries.find(({ key }) => key === '20-KH/TU')).toMatchObject({
      parent: '12-CT/TW@TW@XIII',
      below: 3,
      further: [{ work: '5-HD/TW@TW@XIII', kind: 'basis' }],
      link: { kind: 'implements', witnesses: [{ quote: 'lời văn làm chứng', attested: false }] },
    });
  });

  test('is summed up by level, with the days of those that came after', async () => {
    const { levels } = await cascade(index, { of: '12-CT/TW' });
    expect(levels).toEqual([
      { level: 'central', documents: 1, held: 1, scopes: 1, days: { least: 30, median: 30, most: 30, documents: 1 } },
      { level: 'province', documents: 3, held: 2, scopes: 3, days: { least: 60, median: 63, most: 66, documents: 2 } },
      { level: 'district', documents: 2, held: 2, scopes: 1, days: { least: 0, median: 0, most: 0, documents: 1 } },
      { level: 'base', documents: 1, held: 1, scopes: 1, days: null },
    ]);
  });

  test('tells a document that is older than what it carries out, and one whose date nobody tells', async () => {
    const { findings } = await cascade(index, { of: '12-CT/TW' });
    expect(findings.map(({ code, works }) => [code, works])).toEqual([
      ['before-what-it-acts-on', ['88-BC/HU@Bến Tre/Ba Tri@2020-2025', '20-KH/TU@Bến Tre@2020-2025']],
      ['date-unknown', ['9-KH/ĐU@Bến Tre/Ba Tri@2020-2025']],
      ['date-unknown', ['33-KH/TU@An Giang@2020-2025']],
    ]);
    for (const { message, messageVi } of findings)
      expect([message, messageVi]).toEqual([expect.stringMatching(/\.$/u), expect.stringMatching(/\.$/u)]);
  });

  test('leaves out what only names it, unless that is asked for', async () => {
    expect(tree(await cascade(index, { of: '12-CT/TW' })).map(([key]) => key)).not.toContain('50-CV/TU');
    expect(tree(await cascade(index, { of: '12-CT/TW', relations: ['cites'] })).map(([key]) => key)).toEqual(['12-CT/TW', '50-CV/TU']);
  });

  test('of one province has its documents alone, and those that lead to them', async () => {
    const found = await cascade(index, { of: '12-CT/TW', within: 'ben tre' });
    expect(tree(found).map(([key]) => key)).toEqual(['12-CT/TW', '20-KH/TU', '88-BC/HU', '7-KH/HU', '9-KH/ĐU']);
    expect(found.within).toMatchObject({ asked: 'ben tre', scopes: ['Bến Tre', 'Bến Tre/Ba Tri'], works: 4 });
    const unit = await cascade(index, { of: '12-CT/TW', within: 'Ba Tri', relations: ['reviews', 'implements'] });
    expect(tree(unit).map(([key]) => key)).toEqual(['12-CT/TW', '20-KH/TU', '88-BC/HU', '7-KH/HU', '9-KH/ĐU']);
    expect((await cascade(index, { of: '12-CT/TW', within: 'Hà Giang' })).within).toMatchObject({
      asked: 'Hà Giang',
      scopes: [],
      works: 0,
    });
  });

  test('of one province goes on in what it became, and begins in what it came from', async () => {
    const merged = await holdingHere([
      document(idOf(1), plan, [says(directive, 'implements')]),
      document(idOf(2), local('21-KH/TU', 'Trà Vinh', '2021-07-07'), [says(directive, 'implements')]),
      document(idOf(3), local('22-KH/TU', 'Vĩnh Long', '2021-08-08'), [says(directive, 'implements')]),
      document(idOf(4), local('23-KH/TU', 'Vĩnh Long', '2025-09-09'), [says(directive, 'implements')]),
      document(idOf(5), local('24-KH/TU', 'Cà Mau', '2025-09-09'), [says(directive, 'implements')]),
    ]);
    const of = async (within: string) => tree(await cascade(merged, { of: '12-CT/TW', within })).map(([key]) => key);
    expect(await of('Bến Tre')).toEqual(['12-CT/TW', '20-KH/TU', '23-KH/TU']);
    expect(await of('Vĩnh Long')).toEqual(['12-CT/TW', '20-KH/TU', '21-KH/TU', '22-KH/TU', '23-KH/TU']);
    const { within } = await cascade(merged, { of: '12-CT/TW', within: 'Bến Tre' });
    expect(within?.line).toMatchObject([{ scope: 'Vĩnh Long', side: 'after', on: '2025-07-01' }]);
  });

  test('says where the limit cut it', async () => {
    const found = await cascade(index, { of: '12-CT/TW', limit: 3 });
    expect([found.entries.length, found.truncated]).toEqual([3, true]);
  });

  test('has a directive alone that nobody carries out', async () => {
    const found = await cascade(index, { of: '9-KH/ĐU' });
    expect([tree(found), found.levels]).toEqual([[['9-KH/ĐU', 0, 'unknown', null]], []]);
  });
});

test.skipIf(noEngine)('documents that carry one another out in a ring stand in the tree once, and the ring is told', async () => {
  const [a, b, c] = ['1-KH/TU', '2-KH/TU', '3-KH/TU'].map((key) => local(key, 'Bến Tre', '2021-01-01'));
  const ring = await holdingHere([
    document(idOf(1), a!, [says(c!, 'implements')]),
    document(idOf(2), b!, [says(a!, 'implements')]),
    document(idOf(3), c!, [says(b!, 'implements'), says(c!, 'implements')]),
  ]);
  const found = await cascade(ring, { of: '1-KH/TU' });
  expect(found.entries.map(({ key, depth }) => [key, depth])).toEqual([
    ['1-KH/TU', 0],
    ['2-KH/TU', 1],
    ['3-KH/TU', 2],
  ]);
  expect(found.findings.map(({ code }) => code)).toEqual(['cycle']);
  expect((await cascade(ring, { of: '3-KH/TU' })).findings.map(({ code }) => code)).toEqual(['self-citation', 'cycle']);
});
