import { beforeAll, describe, expect, test } from 'vitest';
import { matrix } from '#services/library/chains/matrix.ts';
import type { Matrix, MatrixCell } from '#services/library/shapes.ts';
import type { Store } from '#services/store/port.ts';
import { noEngine } from '../../support/engine.ts';
import { identity } from '../../support/record.ts';
import { central, document, holding, holdingHere, idOf, local, says } from './collection.ts';

const directive = central('12-CT/TW', '2021-03-01');
const other = central('34-KL/TW', '2022-06-01');
const undated = central('56-NQ/TW');
const planBenTre = local('20-KH/TU', 'Bến Tre', '2021-05-06');
const reportBenTre = local('88-BC/TU', 'Bến Tre', '2023-03-01');
const planBaTri = local('7-KH/HU', 'Bến Tre/Ba Tri', '2021-06-09');
const planAnGiang = local('33-KH/TU', 'An Giang');
const early = local('40-KH/TU', 'Cà Mau', '2021-02-01');

const collection = [
  document(idOf(1), directive, []),
  document(idOf(2), other, [says(directive, 'continues')]),
  document(idOf(3), planBenTre, [says(directive, 'implements', null, 'để thực hiện Chỉ thị số 12-CT/TW')]),
  document(idOf(4), reportBenTre, [says(planBenTre, 'reports-on')]),
  document(idOf(5), planBaTri, [says(planBenTre, 'implements', null, 'triển khai Kế hoạch số 20-KH/TU')]),
  // What a third document says of a plan that nobody holds.
  document(idOf(6), local('50-CV/TU', 'Cà Mau', '2021-12-12'), [
    says(directive, 'implements', planAnGiang, 'An Giang đã có Kế hoạch số 33-KH/TU'),
    says(directive, 'cites'),
  ]),
  document(idOf(7), early, [says(other, 'implements')]),
  document(idOf(8), local('9-KH/TU', 'Long An', '2021-09-09'), [says(undated, 'implements')]),
  // A plan of a province that nothing tells.
  document(idOf(9), identity('61-KH/TU', { type: 'KH', term: '2020-2025' }), [says(directive, 'implements')]),
];

let index: Store;
beforeAll(async () => {
  index = await holding(collection);
  return () => index.close();
});

const all = ['12-CT/TW', '34-KL/TW', '56-NQ/TW'];

function cell({ rows, columns }: Matrix, name: string, key: string): MatrixCell {
  const row = rows.find(({ unit }) => unit.name === name);
  const at = columns.findIndex(({ work }) => work.key === key);
  if (row === undefined || at < 0) throw new Error(`there is no cell of ${name} and ${key}`);
  return row.cells[at]!;
}

describe.skipIf(noEngine)('a cell of the matrix', () => {
  test('names what the unit issued, after how many days, with the words that state it', async () => {
    const found = cell(await matrix(index, { directives: all }), 'Tỉnh ủy Bến Tre', '12-CT/TW');
    expect(found).toMatchObject({ state: 'held', timing: 'after', days: 66, documents: 2, message: null });
    expect(found.answers[0]).toMatchObject({
      ...{ work: '20-KH/TU@Bến Tre@2020-2025', held: true, kind: 'implements', through: [], days: 66 },
      witness: { quote: 'để thực hiện Chỉ thị số 12-CT/TW', document: idOf(3), page: 2, attested: false },
    });
  });

  test('tells that it was reviewed, also where the report speaks of the plan', async () => {
    const answer = await matrix(index, { directives: all });
    const found = cell(answer, 'Tỉnh ủy Bến Tre', '12-CT/TW');
    expect(found.reviewed).toBe(true);
    expect(found.answers[1]).toMatchObject({ work: '88-BC/TU@Bến Tre@2020-2025', kind: 'reports-on', reviews: true, days: 730 });
    expect(cell(answer, 'Huyện ủy Ba Tri (Bến Tre)', '12-CT/TW').reviewed).toBe(false);
  });

  test('is filled by a document that carries out another one, and names what stands between', async () => {
    const found = cell(await matrix(index, { directives: ['12-CT/TW'] }), 'Huyện ủy Ba Tri (Bến Tre)', '12-CT/TW');
    expect(found).toMatchObject({ state: 'held', days: 100 });
    expect(found.answers).toMatchObject([
      {
        ...{ work: '7-KH/HU@Bến Tre/Ba Tri@2020-2025', to: '20-KH/TU@Bến Tre@2020-2025', through: ['20-KH/TU@Bến Tre@2020-2025'] },
        witness: { quote: 'triển khai Kế hoạch số 20-KH/TU' },
      },
    ]);
    expect(cell(await matrix(index, { directives: ['12-CT/TW'], depth: 1 }), 'Huyện ủy Ba Tri (Bến Tre)', '12-CT/TW').state).toBe('silent');
  });

  test('says where only a third document speaks of the answer, and its date is unknown', async () => {
    const found = cell(await matrix(index, { directives: all }), 'Tỉnh ủy An Giang', '12-CT/TW');
    expect(found).toMatchObject({ state: 'attested', timing: 'unknown', days: null });
    expect(found.answers).toMatchObject([
      {
        work: '33-KH/TU@An Giang@2020-2025',
        held: false,
        witness: { document: idOf(6), attested: true, quote: 'An Giang đã có Kế hoạch số 33-KH/TU' },
      },
    ]);
  });

  test('is silent where no document held here shows an answer, says so twice, and names what could be one', async () => {
    const found = cell(await matrix(index, { directives: ['12-CT/TW'], units: ['Tỉnh ủy Long An'] }), 'Tỉnh ủy Long An', '12-CT/TW');
    expect(found).toMatchObject({ state: 'silent', days: null, documents: 0, answers: [], possible: { total: 1 } });
    expect(found.possible.works[0]).toMatch(/^61-KH\/TU@/u);
    expect(found.message).toMatch(
      /^No document held here shows that Tỉnh ủy Long An carried out or reviewed 12-CT\/TW .*could be its own\.$/u,
    );
    expect(found.messageVi).toMatch(/^Không văn bản nào đang lưu cho thấy Tỉnh ủy Long An .*12-CT\/TW/u);
  });

  test('tells that a silent unit names the directive in another way', async () => {
    const answer = await matrix(index, { directives: ['12-CT/TW'], relations: ['implements'], depth: 1 });
    expect(cell(answer, 'Tỉnh ủy Cà Mau', '12-CT/TW')).toMatchObject({
      state: 'silent',
      mentions: { total: 1, works: ['50-CV/TU@Cà Mau@2020-2025'] },
    });
  });

  test('is the own one of the body that issued the directive, where it issued nothing further', async () => {
    const answer = await matrix(index, { directives: all });
    expect(cell(answer, 'Trung ương', '34-KL/TW')).toMatchObject({ state: 'own', message: null });
    expect(cell(answer, 'Trung ương', '12-CT/TW')).toMatchObject({ state: 'held', answers: [{ work: '34-KL/TW@TW@XIII' }] });
  });

  test('tells unknown days where the directive has no known date', async () => {
    const answer = await matrix(index, { directives: all });
    expect(cell(answer, 'Tỉnh ủy Long An', '56-NQ/TW')).toMatchObject({ state: 'held', timing: 'unknown', days: null });
    expect(answer.findings).toContainEqual(expect.objectContaining({ code: 'date-unknown', works: ['56-NQ/TW@TW@XIII'] }));
  });

  test('tells an answer older than its directive as a finding, and counts no days for it', async () => {
    const answer = await matrix(index, { directives: ['34-KL/TW'], units: ['Tỉnh ủy Cà Mau'] });
    expect(cell(answer, 'Tỉnh ủy Cà Mau', '34-KL/TW')).toMatchObject({ state: 'held', timing: 'before', days: 485 });
    expect(answer.findings).toContainEqual(
      expect.objectContaining({ code: 'before-what-it-acts-on', works: ['40-KH/TU@Cà Mau@2020-2025', '34-KL/TW@TW@XIII'] }),
    );
    expect(answer.rows[0]?.totals.days).toBeNull();
  });

  test('counts only answers of the period, whatever stands between', async () => {
    const answer = await matrix(index, { directives: ['12-CT/TW'], from: '2021-06-01', to: '2021-12-31' });
    expect(cell(answer, 'Huyện ủy Ba Tri (Bến Tre)', '12-CT/TW').state).toBe('held');
    expect(cell(answer, 'Tỉnh ủy Bến Tre', '12-CT/TW').state).toBe('silent');
    expect(cell(answer, 'Tỉnh ủy An Giang', '12-CT/TW').state).toBe('silent');
  });
});

describe.skipIf(noEngine)('columns', () => {
  test('ask back where a number could be several works, and are empty then', async () => {
    const here = await holdingHere([...collection, document(idOf(20), central('12-CT/TW', '2016-03-03', 'XII'), [])]);
    const answer = await matrix(here, { directives: ['34-KL/TW', '12-CT/TW'] });
    expect(answer).toMatchObject({ columns: [], rows: [], total: 0 });
    expect(answer.choices).toMatchObject([{ asked: '12-CT/TW', choices: [{ id: '12-CT/TW@TW@XII' }, { id: '12-CT/TW@TW@XIII' }] }]);
    const chosen = await matrix(here, { directives: ['34-KL/TW', '12-CT/TW@TW@XIII'] });
    expect(chosen.columns.map(({ work }) => work.id)).toEqual(['34-KL/TW@TW@XIII', '12-CT/TW@TW@XIII']);
  });

  test('are as many as works are asked for, a work once', async () => {
    const answer = await matrix(index, { directives: ['12-CT/TW', '12 ct tw', idOf(1)] });
    expect(answer.columns.map(({ work }) => work.id)).toEqual(['12-CT/TW@TW@XIII']);
  });

  test('tell what they come to over all rows, and answers of nobody known', async () => {
    const { columns, total } = await matrix(index, { directives: ['12-CT/TW'], size: 1 });
    expect(columns[0]).toMatchObject({
      // The centre's own conclusion, which continues the directive; Bến Tre and Ba Tri; Cà Mau by way of the conclusion.
      totals: { issued: 5, held: 4, attested: 1, own: 0, silent: total - 5, reviewed: 1 },
      unplaced: { total: 1 },
    });
    // 66 Bến Tre, 100 Ba Tri, 457 the centre; of Cà Mau and An Giang none is told.
    expect(columns[0]?.totals.days).toEqual({ least: 66, median: 100, most: 457, cells: 3 });
  });

  test('must be known and not too many', async () => {
    await expect(matrix(index, { directives: ['999-CT/TW'] })).rejects.toMatchObject({ code: 'not-found' });
    await expect(matrix(index, { directives: [] })).rejects.toMatchObject({ code: 'bad-request' });
    await expect(matrix(index, { directives: Array.from({ length: 51 }, () => '12-CT/TW') })).rejects.toMatchObject({
      code: 'bad-request',
    });
  });
});

describe.skipIf(noEngine)('rows', () => {
  const names = ({ rows }: Matrix) => rows.map(({ unit }) => unit.name);

  test('are all units that issued a document held or named here, from the centre down', async () => {
    expect(names(await matrix(index, { directives: all }))).toEqual([
      'Trung ương',
      'Tỉnh ủy An Giang',
      'Tỉnh ủy Bến Tre',
      'Tỉnh ủy Cà Mau',
      'Tỉnh ủy Long An',
      'Huyện ủy Ba Tri (Bến Tre)',
    ]);
  });

  test('can be those of levels or of a place', async () => {
    expect(names(await matrix(index, { directives: all, levels: ['district'] }))).toEqual(['Huyện ủy Ba Tri (Bến Tre)']);
    expect(names(await matrix(index, { directives: all, within: 'ben tre' }))).toEqual(['Tỉnh ủy Bến Tre', 'Huyện ủy Ba Tri (Bến Tre)']);
  });

  test('can be given by name without accents, also of units that nobody has a document of', async () => {
    const answer = await matrix(index, {
      directives: ['12-CT/TW'],
      units: ['tinh uy ben tre', 'Tinh uy Tra Vinh', 'Huyện ủy Ba Tri', 'một xóm nào đó'],
    });
    expect(answer.rows.map(({ unit }) => [unit.id, unit.known])).toEqual([
      ['Tỉnh ủy@Bến Tre', true],
      ['Tỉnh ủy@Trà Vinh', false],
      ['Huyện ủy@Bến Tre/Ba Tri', true],
    ]);
    expect(cell(answer, 'Tỉnh ủy Trà Vinh', '12-CT/TW').state).toBe('silent');
    expect(answer.asked.map(({ asked, units, message }) => [asked, units.length, message === null])).toEqual([
      ['tinh uy ben tre', 1, true],
      ['Tinh uy Tra Vinh', 1, true],
      ['Huyện ủy Ba Tri', 1, true],
      ['một xóm nào đó', 0, false],
    ]);
  });

  test('are paged, and ordered by unit, by days or silent ones first', async () => {
    const request = { directives: ['12-CT/TW'], levels: ['province', 'district'] as const };
    const whole = await matrix(index, { ...request });
    const pages = await Promise.all([0, 2, 4].map((offset) => matrix(index, { ...request, offset, size: 2 })));
    expect(pages.flatMap(names)).toEqual(names(whole));
    expect(pages.map(({ total }) => total)).toEqual([5, 5, 5]);
    expect(names(await matrix(index, { ...request, order: 'days', size: 2 }))).toEqual(['Tỉnh ủy Bến Tre', 'Huyện ủy Ba Tri (Bến Tre)']);
    expect(names(await matrix(index, { ...request, order: 'silent', size: 1 }))).toEqual(['Tỉnh ủy Long An']);
  });
});

describe.skipIf(noEngine)('a merged province', () => {
  const late = local('3-KH/TU', 'Vĩnh Long', '2025-09-01');
  const before = local('4-KH/TU', 'Vĩnh Long', '2021-09-01');
  const later = central('78-KL/TW', '2025-08-02', 'XIII');

  test('is counted with what went up in it, and it in what came of it, each on its side of the change', async () => {
    const here = await holdingHere([
      ...collection,
      document(idOf(30), late, [says(later, 'implements')]),
      document(idOf(31), before, [says(undated, 'implements')]),
    ]);
    const answer = await matrix(here, {
      directives: ['12-CT/TW', '56-NQ/TW', '78-KL/TW'],
      units: ['Tỉnh ủy Bến Tre', 'Tỉnh ủy Vĩnh Long'],
    });
    expect(cell(answer, 'Tỉnh ủy Vĩnh Long', '12-CT/TW')).toMatchObject({
      state: 'held',
      answers: [{ scope: 'Bến Tre' }, { scope: 'Bến Tre' }],
    });
    expect(cell(answer, 'Tỉnh ủy Bến Tre', '78-KL/TW')).toMatchObject({ state: 'held', days: 30, answers: [{ scope: 'Vĩnh Long' }] });
    expect(cell(answer, 'Tỉnh ủy Bến Tre', '56-NQ/TW').state).toBe('silent');
    expect(answer.rows.find(({ unit }) => unit.name === 'Tỉnh ủy Bến Tre')?.unit.line).toEqual([
      { scope: 'Vĩnh Long', on: '2025-07-01', how: 'after' },
    ]);
  });
});

describe.skipIf(noEngine)('the units of a province', () => {
  test('are also those of the provinces that went up in it, each with a row of its own', async () => {
    const answer = await matrix(index, { directives: ['12-CT/TW'], within: 'tay ninh' });
    expect(answer.rows.map(({ unit }) => unit.name)).toEqual(['Tỉnh ủy Long An']);
    expect((await matrix(index, { directives: ['12-CT/TW'], within: 'long an' })).total).toBe(1);
  });
});

describe.skipIf(noEngine)('bad collections', () => {
  test('a ring of documents ends, and a directive that cites itself answers nothing', async () => {
    const [a, b] = [local('1-KH/TU', 'Bến Tre', '2021-04-01'), local('2-KH/HU', 'Bến Tre/Ba Tri', '2021-05-01')];
    const here = await holdingHere([
      document(idOf(1), directive, [says(directive, 'implements'), says(b, 'implements')]),
      document(idOf(2), a, [says(directive, 'implements')]),
      document(idOf(3), b, [says(a, 'implements')]),
    ]);
    const answer = await matrix(here, { directives: ['12-CT/TW', '2-KH/HU'] });
    expect(cell(answer, 'Trung ương', '12-CT/TW').state).toBe('own');
    expect(cell(answer, 'Trung ương', '2-KH/HU')).toMatchObject({ state: 'held', timing: 'before' });
    expect(cell(answer, 'Huyện ủy Ba Tri (Bến Tre)', '12-CT/TW')).toMatchObject({ state: 'held', days: 61 });
  });
});
