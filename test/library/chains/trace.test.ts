import { beforeAll, describe, expect, test } from 'vitest';
import { trace } from '#services/library/chains/trace.ts';
import type { Graph } from '#services/library/shapes.ts';
import type { Store } from '#services/store/port.ts';
import { noEngine } from '../../support/engine.ts';
import { identity } from '../../support/record.ts';
import { central, document, holding, holdingHere, idOf, local, says } from './collection.ts';

/**
 * Three generations: a directive of the centre that nobody holds, a plan of a province, plans of two districts, a report on one of them;
 * and the plan of another province under the same number. a → b: a acts on b.
 */
const directive = identity('12-CT/TW', { type: 'CT', scope: 'TW', term: 'XIII' });
const plan = identity('20-KH/TU', { type: 'KH', scope: 'Bến Tre', term: '2020-2025' });
const otherPlan = identity('20-KH/TU', { type: 'KH', scope: 'Cà Mau', term: '2020-2025' });
const district = identity('7-KH/HU', { type: 'KH', scope: 'Bến Tre/Ba Tri', term: '2020-2025' });
const report = identity('88-BC/HU', { type: 'BC', scope: 'Bến Tre/Ba Tri', term: '2020-2025' });

const collection = [
  document('00000000000000a1', plan, [says(directive, 'implements')]),
  document('00000000000000a2', otherPlan, [says(directive, 'implements')]),
  document('00000000000000b1', district, [says(plan, 'implements'), says(directive, 'cites')]),
  document('00000000000000c1', report, [says(district, 'reviews'), says(plan, 'cites')]),
  document('00000000000000d1', null, [says(directive, 'implements', plan), says(report, 'cites')]),
  document('00000000000000e1', identity('3-QĐ/TU', { scope: 'Bến Tre', term: '2020-2025' }), [
    says(identity('4-QĐ/TU', { scope: 'Bến Tre', term: '2020-2025' }), 'amends'),
  ]),
  document('00000000000000f3', identity('60-QĐ/TU', { scope: 'Bến Tre', term: '2020-2025' }), [
    says(identity('50-QC/TU', { scope: 'Bến Tre', term: '2020-2025' }), 'repeals'),
    says(identity('50-QC/TU', { scope: 'Bến Tre', term: '2020-2025' }), 'basis'),
  ]),
  document('00000000000000f4', null, [
    says(
      identity('50-QC/TU', { scope: 'Bến Tre', term: '2020-2025' }),
      'cites',
      identity('60-QĐ/TU', { scope: 'Bến Tre', term: '2020-2025' }),
    ),
  ]),
  document('00000000000000e2', identity('4-QĐ/TU', { scope: 'Bến Tre', term: '2020-2025' }), [
    says(identity('3-QĐ/TU', { scope: 'Bến Tre', term: '2020-2025' }), 'amends'),
  ]),
];

let index: Store;
beforeAll(async () => {
  index = await holding(collection);
});

const depths = (graph: Graph) => Object.fromEntries(graph.nodes.map(({ id, depth }) => [id, depth]));
const links = (graph: Graph) => graph.edges.map(({ from, relation, to }) => `${from} ${relation} ${to}`);

const planWork = '20-KH/TU@Bến Tre@2020-2025';
const otherWork = '20-KH/TU@Cà Mau@2020-2025';
const directiveWork = '12-CT/TW@TW@XIII';
const districtWork = '7-KH/HU@Bến Tre/Ba Tri@2020-2025';
const reportWork = '88-BC/HU@Bến Tre/Ba Tri@2020-2025';

describe.skipIf(noEngine)('the graph around a document', () => {
  test('leads down through the generations, level by level', async () => {
    const graph = await trace(index, { of: '12-CT/TW', direction: 'down', depth: 3 });
    expect(graph.root).toBe(directiveWork);
    expect(depths(graph)).toEqual({
      [directiveWork]: 0,
      [planWork]: 1,
      [otherWork]: 1,
      [districtWork]: 1,
      [reportWork]: 2,
      'doc:00000000000000d1': 3,
    });
  });

  test('ends at the depth asked for', async () => {
    const graph = await trace(index, { of: '12-CT/TW', direction: 'down', depth: 1 });
    expect(Object.keys(depths(graph)).sort()).toEqual([directiveWork, otherWork, planWork, districtWork].sort());
    expect(links(graph)).toContain(`${districtWork} implements ${planWork}`);
  });

  test('leads up to what a document rests on, in negative steps', async () => {
    const graph = await trace(index, { of: '00000000000000c1', direction: 'up', depth: 2 });
    expect(depths(graph)).toEqual({ [reportWork]: 0, [districtWork]: -1, [planWork]: -1, [directiveWork]: -2 });
  });

  test('leads both ways at once', async () => {
    const graph = await trace(index, { of: districtWork, direction: 'both', depth: 1 });
    expect(depths(graph)).toEqual({ [planWork]: -1, [directiveWork]: -1, [districtWork]: 0, [reportWork]: 1 });
  });

  test('follows and shows only the relations asked for', async () => {
    const graph = await trace(index, { of: '12-CT/TW', direction: 'down', depth: 5, relations: ['implements'] });
    expect(depths(graph)).toEqual({ [directiveWork]: 0, [planWork]: 1, [otherWork]: 1, [districtWork]: 2 });
    expect(new Set(graph.edges.map(({ relation }) => relation))).toEqual(new Set(['implements']));
  });

  test('has one link for a pair, led by the strongest relation, with all others and the words of each', async () => {
    const { edges } = await trace(index, { of: '50-QC/TU', direction: 'down', depth: 1 });
    expect(edges).toHaveLength(1);
    expect([edges[0]?.relation, edges[0]?.kind, edges[0]?.kinds]).toEqual([
      'replaces',
      'repeals',
      [
        { relation: 'replaces', kind: 'repeals', confidence: 'stated' },
        { relation: 'basis', kind: 'basis', confidence: 'stated' },
      ],
    ]);
    expect(edges[0]?.witnesses.map(({ kind, attested, document: said }) => [kind, attested, said])).toEqual([
      ['repeals', false, '00000000000000f3'],
      ['basis', false, '00000000000000f3'],
      ['cites', true, '00000000000000f4'],
    ]);
  });

  test.each([
    ['replaces', ['repeals']],
    ['repeals', ['repeals']],
    ['basis', ['basis']],
    ['cites', ['cites']],
    ['suspends', []],
  ] as const)('follows %s with the kinds under it and none besides', async (relation, kinds) => {
    const { edges } = await trace(index, { of: '50-QC/TU', direction: 'down', depth: 1, relations: [relation] });
    expect(edges.map(({ kind }) => kind)).toEqual(kinds);
    expect(edges.flatMap((edge) => edge.kinds.map(({ kind }) => kind))).toEqual(kinds);
  });

  test('shows documents that nobody holds, and who holds the others', async () => {
    const { nodes } = await trace(index, { of: '12-CT/TW', direction: 'down', depth: 1 });
    expect(nodes.map(({ id, held }) => [id, held.map((summary) => summary.name)])).toContainEqual([directiveWork, []]);
    expect(nodes.map(({ id, held }) => [id, held.map((summary) => summary.name)])).toContainEqual([planWork, ['00000000000000a1.txt']]);
  });

  test('names the words of every edge, their page, and whether a third document says it', async () => {
    const { edges } = await trace(index, { of: '12-CT/TW', direction: 'down', depth: 1 });
    const edge = edges.find(({ from, to }) => from === planWork && to === directiveWork);
    expect(edge?.witnesses.map(({ name, attested }) => [name, attested])).toEqual([
      ['00000000000000a1.txt', false],
      ['00000000000000d1.txt', true],
    ]);
    expect(edge?.witnesses[0]).toMatchObject({ quote: 'lời văn làm chứng', span: { start: 3, end: 9 }, page: 2, identified: 'said' });
  });

  test('ends where it comes back to itself', async () => {
    const graph = await trace(index, { of: '3-QĐ/TU', direction: 'down', depth: 10 });
    expect(depths(graph)).toEqual({ '3-QĐ/TU@Bến Tre@2020-2025': 0, '4-QĐ/TU@Bến Tre@2020-2025': 1 });
    expect(graph.edges).toHaveLength(2);
  });

  test('keeps the strongest links where the limit cuts it, and says so', async () => {
    const whole = await trace(index, { of: '12-CT/TW', direction: 'down', depth: 1 });
    expect(whole.truncated).toBe(false);
    const graph = await trace(index, { of: '12-CT/TW', direction: 'down', depth: 1, limit: 3 });
    expect(graph.truncated).toBe(true);
    expect(Object.keys(depths(graph)).sort()).toEqual([directiveWork, otherWork, planWork].sort());
  });
});

describe.skipIf(noEngine)('what is asked for', () => {
  test.each(['12-CT/TW', '12 ct tw', '12-ct/tw', '012-CT/TW', 'Chỉ thị số 12-CT/TW', directiveWork])('can be written %j', async (of) => {
    expect((await trace(index, { of, direction: 'down', depth: 1 })).root).toBe(directiveWork);
  });

  test.each(['00000000000000d1', 'doc:00000000000000d1'])('can be the id of a document without a number: %s', async (of) => {
    const graph = await trace(index, { of, direction: 'up', depth: 1 });
    expect(depths(graph)).toEqual({ 'doc:00000000000000d1': 0, [reportWork]: -1 });
  });

  test('is given as a choice where it could be several documents', async () => {
    const graph = await trace(index, { of: '20-KH/TU', direction: 'both', depth: 2 });
    expect(graph).toMatchObject({ root: null, nodes: [], edges: [], truncated: false });
    expect(graph.choices.map(({ id }) => id)).toEqual([planWork, otherWork]);
    expect((await trace(index, { of: graph.choices[0]?.id ?? '', direction: 'up', depth: 1 })).root).toBe(planWork);
  });

  test('is the only document told by scope and term; mentions that could mean it stay its maybe', async () => {
    const alone = await holdingHere([
      document('00000000000000a1', plan, [says(directive, 'implements')]),
      document('00000000000000f1', null, [says(identity('20-KH/TU', { type: 'KH', term: '2020-2025' }), 'cites')]),
    ]);
    const graph = await trace(alone, { of: '20-KH/TU', direction: 'both', depth: 1 });
    expect(graph.root).toBe(planWork);
    expect(graph.nodes.find(({ id }) => id === planWork)?.maybe).toEqual([
      {
        work: '20-KH/TU@?00000000000000f1@2020-2025',
        ...{ symbol: '20-KH/TU', scope: null, term: '2020-2025' },
        reasons: ['same-number', 'scope-unknown', 'same-term'],
      },
    ]);
    expect(links(graph)).toEqual([`${planWork} implements ${directiveWork}`]);
  });

  test.each(['12-CT/TV', '13-CT/TW', '99-CT/TW'])('is not found with the nearest known numbers: %s', async (of) => {
    await expect(trace(index, { of, direction: 'both', depth: 1 })).rejects.toMatchObject({
      code: 'not-found',
      detail: expect.stringContaining('12-CT/TW'),
    });
  });

  test.each(['', '"', '(', '*', 'AND', '%', '12-CT/TW@', '@', '12-CT/TW@TW@XII', 'doc:', 'x'.repeat(10_000), '0000000000000000'])(
    'is not found, whatever it is: %j',
    async (of) => {
      await expect(trace(index, { of, direction: 'both', depth: 1 })).rejects.toMatchObject({ code: 'not-found' });
    },
  );
});

describe.skipIf(noEngine)('the graph of one place or period', () => {
  test('has only links of documents issued in the period; what has no date lies outside', async () => {
    const dated = await holdingHere([
      document(idOf(1), local('20-KH/TU', 'Bến Tre', '2021-05-06'), [says(directive, 'implements')]),
      document(idOf(2), local('21-KH/TU', 'Cà Mau', '2022-05-06'), [says(directive, 'implements')]),
      document(idOf(3), local('22-KH/TU', 'An Giang'), [says(directive, 'implements')]),
    ]);
    const keys = async (period: { from?: string; to?: string }) =>
      (await trace(dated, { of: '12-CT/TW', direction: 'down', depth: 1, ...period })).nodes.slice(1).map(({ key }) => key);
    expect(await keys({})).toEqual(['20-KH/TU', '21-KH/TU', '22-KH/TU']);
    expect(await keys({ from: '2022-01-01' })).toEqual(['21-KH/TU']);
    expect(await keys({ from: '2021-05-06', to: '2021-05-06' })).toEqual(['20-KH/TU']);
    await expect(keys({ from: '2022-01-01', to: '2021-01-01' })).rejects.toMatchObject({ code: 'bad-request' });
    await expect(keys({ from: '1/1/2022' })).rejects.toMatchObject({ code: 'bad-request' });
  });

  test('has the documents of the place, what leads to them, and no others', async () => {
    const graph = await trace(index, { of: '12-CT/TW', direction: 'down', depth: 5, within: 'ba tri' });
    expect(graph.nodes.map(({ id }) => id)).toEqual([directiveWork, districtWork, reportWork]);
    expect(graph.within).toEqual({ asked: 'ba tri', scopes: ['Bến Tre/Ba Tri'], line: [], works: 2 });
    expect(links(graph)).toContain(`${reportWork} reviews ${districtWork}`);
  });

  test('is not used up by what other places did', async () => {
    const others = Array.from({ length: 60 }, (_, at) =>
      document(idOf(at + 1), local(`${at + 1}-KH/TU`, 'Cà Mau'), [says(directive, 'implements')]),
    );
    const wide = await holdingHere([...others, document(idOf(99), local('99-KH/TU', 'Đồng Tháp'), [says(directive, 'cites')])]);
    const graph = await trace(wide, { of: '12-CT/TW', direction: 'down', depth: 1, limit: 5, within: 'Đồng Tháp' });
    expect([graph.nodes.map(({ key }) => key), graph.truncated]).toEqual([['12-CT/TW', '99-KH/TU'], false]);
    const cut = await trace(wide, { of: '12-CT/TW', direction: 'down', depth: 1, limit: 5, within: 'Cà Mau' });
    expect([cut.nodes.length, cut.truncated, cut.within?.works]).toEqual([5, true, 60]);
  });
});

describe.skipIf(noEngine)('what contradicts itself', () => {
  const codes = ({ findings }: Graph) => findings.map(({ code }) => code);

  test('is told of a document that cites itself, with the words; it has no link to itself', async () => {
    const own = central('7-QĐ/TW', '2021-01-01');
    const alone = await holdingHere([document(idOf(1), own, [says(own, 'amends', null, 'Sửa đổi Quyết định số 7-QĐ/TW')])]);
    const graph = await trace(alone, { of: '7-QĐ/TW', direction: 'both', depth: 3 });
    expect([graph.nodes.length, graph.edges]).toEqual([1, []]);
    expect(graph.findings).toMatchObject([{ code: 'self-citation', message: expect.stringContaining('“Sửa đổi Quyết định số 7-QĐ/TW”') }]);
  });

  test('is told of documents that rest on one another in a ring', async () => {
    const graph = await trace(index, { of: '3-QĐ/TU', direction: 'down', depth: 10 });
    expect(graph.findings).toMatchObject([{ code: 'cycle', works: ['3-QĐ/TU@Bến Tre@2020-2025', '4-QĐ/TU@Bến Tre@2020-2025'] }]);
  });

  test('is told of a date that would have a document come before what it acts on, and of dates that disagree', async () => {
    const wrong = await holdingHere([
      document(idOf(1), local('20-KH/TU', 'Bến Tre', '2021-05-06'), [says(central('12-CT/TW', '2021-07-06'), 'implements')]),
      document(idOf(2), local('21-KH/TU', 'Cà Mau', '2021-08-08'), [says(local('20-KH/TU', 'Bến Tre', '2021-06-05'), 'cites')]),
    ]);
    const graph = await trace(wrong, { of: '21-KH/TU', direction: 'up', depth: 3 });
    expect(codes(graph)).toEqual(['before-what-it-acts-on', 'dates-disagree']);
    expect(graph.findings[0]?.messageVi).toContain('06/05/2021');
    expect(graph.findings[1]?.message).toContain('2021-05-06 (its own head), 2021-06-05 (1 document)');
    const plan = graph.nodes.find(({ key }) => key === '20-KH/TU');
    expect(plan?.claimed.dates).toEqual([
      { value: '2021-05-06', documents: 1, own: true },
      { value: '2021-06-05', documents: 1, own: false },
    ]);
  });

  test('is refused where it is a relation that there is not, naming those that there are', async () => {
    const asked = trace(index, { of: '12-CT/TW', direction: 'down', depth: 1, relations: ['obeys' as 'cites'] });
    await expect(asked).rejects.toMatchObject({ code: 'bad-request', detail: expect.stringMatching(/"obeys".*amends, .*answers/u) });
  });
});

describe.skipIf(noEngine)('decisions of persons', () => {
  test('bring works together; the id of one that became a part leads to the whole', async () => {
    const vague = `20-KH/TU@?${idOf(2)}@2020-2025`;
    const documents = [
      document(idOf(1), plan, [says(directive, 'implements')]),
      document(idOf(2), null, [says(identity('20-KH/TU', { type: 'KH', term: '2020-2025' }), 'cites')]),
    ];
    const decision = {
      id: 'd1',
      symbol: '20-KH/TU',
      first: planWork,
      second: vague,
      says: 'same',
      author: 'An',
      made: '2026-01-01T00:00:00Z',
      note: null,
    };
    const decided = await holdingHere(documents, [{ ...decision, says: 'same' }]);
    const graph = await trace(decided, { of: vague, direction: 'down', depth: 1 });
    expect(graph.root).toBe(planWork);
    expect(graph.nodes.map(({ id, decisions }) => [id, decisions])).toEqual([
      [planWork, ['d1']],
      [`doc:${idOf(2)}`, []],
    ]);
  });
});
