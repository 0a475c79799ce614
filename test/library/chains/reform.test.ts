import { beforeAll, describe, expect, test } from 'vitest';
import { cascade } from '#services/library/chains/cascade.ts';
import { matrix } from '#services/library/chains/matrix.ts';
import { statements } from '#services/library/chains/statements.ts';
import { trace } from '#services/library/chains/trace.ts';
import type { Matrix } from '#services/library/shapes.ts';
import type { Store } from '#services/store/port.ts';
import { noEngine } from '../../support/engine.ts';
import { recordFrom } from '../../support/pipeline.ts';
import { storeHolding } from '../../support/storeHolding.ts';
import { plan } from '../library.ts';
import { idOf } from './collection.ts';

/** Offices before and after the reform of 2025, as they write: a province that merged, a district of it, the province of today and a commune of it. */
const directive = 'Chỉ thị số 12-CT/TW, ngày 14/01/2022 của Ban Bí thư';
const later = 'Chỉ thị số 48-CT/TW, ngày 20/8/2025 của Ban Bí thư';

const unit = (options: { head: readonly [string, string]; number: string; at: string; date: string; words: string }) => `${options.head[0]}
${options.head[1]}                                ĐẢNG CỘNG SẢN VIỆT NAM
Số ${options.number}                              ${options.at}, ngày ${options.date}

KẾ HOẠCH
${options.words}
-----

${options.words[0]!.toUpperCase()}${options.words.slice(1)}, cấp ủy đề ra các việc sau.

T/M BAN THƯỜNG VỤ
BÍ THƯ
Phạm Văn Giếng
`;

const texts = [
  plan({ number: '20-KH/TU', place: 'Tiền Giang', date: '05 tháng 3 năm 2022', body: `Thực hiện ${directive}, các chi bộ trồng cây.` }),
  unit({
    ...{ head: ['ĐẢNG BỘ TỈNH TIỀN GIANG', 'HUYỆN ỦY CAI LẬY'], number: '7-KH/HU', at: 'Cai Lậy', date: '15 tháng 8 năm 2022' },
    words: 'thực hiện Kế hoạch số 20-KH/TU, ngày 05/3/2022 của Ban Thường vụ Tỉnh ủy Tiền Giang',
  }),
  plan({
    ...{ number: '3-KH/TU', place: 'Đồng Tháp', date: '05 tháng 9 năm 2025' },
    body: `Thực hiện ${directive} và ${later}, các chi bộ trồng cây.`,
  }),
  unit({
    ...{ head: ['ĐẢNG BỘ TỈNH ĐỒNG THÁP', 'ĐẢNG ỦY XÃ BÌNH PHÚ'], number: '4-KH/ĐU', at: 'Bình Phú', date: '15 tháng 10 năm 2025' },
    words: `thực hiện ${later}`,
  }),
  // The province of this name as it was before, and one that has nothing to do with it.
  plan({ number: '9-KH/TU', place: 'Đồng Tháp', date: '07 tháng 4 năm 2022', body: `Thực hiện ${directive}, các chi bộ trồng tre.` }),
  plan({ number: '11-KH/TU', place: 'Cà Mau', date: '09 tháng 4 năm 2022', body: `Thực hiện ${directive}, các chi bộ trồng đước.` }),
];

let index: Store;
beforeAll(async () => {
  const records = await Promise.all(texts.map((text, at) => recordFrom(text, `van-ban-${at + 1}.txt`)));
  index = await storeHolding(records.map((record, at) => ({ id: idOf(at + 1), revision: 1, source: `test:${at}`, versions: [], record })));
  return () => index.close();
});

const line = ['12-CT/TW', '20-KH/TU', '7-KH/HU', '3-KH/TU'];

describe.skipIf(noEngine)('a chain over the reform of 2025', () => {
  test('of the old province and of the new one holds what the district did, what it rests on, and what came after', async () => {
    for (const [within, more] of [
      ['Tiền Giang', []],
      ['Đồng Tháp', ['9-KH/TU']],
    ] as const) {
      const graph = await trace(index, { of: '12-CT/TW', direction: 'down', depth: 5, within });
      expect(graph.nodes.map(({ key }) => key).sort()).toEqual([...line, ...more].sort());
      expect(graph.findings).toEqual([]);
      const { entries } = await cascade(index, { of: '12-CT/TW', within });
      expect(entries.map(({ key }) => key).sort()).toEqual([...line, ...more].sort());
      expect(entries.find(({ key }) => key === '7-KH/HU')).toMatchObject({
        scope: 'Tiền Giang/Cai Lậy',
        parent: '20-KH/TU@Tiền Giang@2020-2025',
      });
    }
  });

  test('tells by which change and act the other province is counted in', async () => {
    const { within } = await trace(index, { of: '12-CT/TW', direction: 'down', depth: 5, within: 'dong thap' });
    expect(within?.scopes).toEqual(['Tiền Giang', 'Tiền Giang/Cai Lậy', 'Đồng Tháp']);
    expect(within?.line).toEqual([{ scope: 'Tiền Giang', side: 'before', on: '2025-07-01', source: 'Nghị quyết số 202/2025/QH15' }]);
  });

  test('of the district alone ends with it, and says what is not followed and where to look', async () => {
    const graph = await trace(index, { of: '12-CT/TW', direction: 'down', depth: 5, within: 'Cai Lậy' });
    expect(graph.nodes.map(({ key }) => key)).toEqual(['12-CT/TW', '20-KH/TU', '7-KH/HU']);
    expect(graph.findings.map(({ code }) => code)).toEqual(['not-followed']);
    expect(graph.findings[0]?.message).toMatch(/Cai Lậy.*2025-07-01.*72\/2025\/QH15.*under Đồng Tháp\.$/u);
    expect(graph.findings[0]?.messageVi).toMatch(/Cai Lậy.*01\/07\/2025.*xã, phường.*Đồng Tháp\.$/u);
    expect((await cascade(index, { of: '12-CT/TW', within: 'Cai Lậy' })).findings.map(({ code }) => code)).toContain('not-followed');
  });
});

describe.skipIf(noEngine)('statements that lead to documents of a place', () => {
  const keys = async (within: string, of = '12-CT/TW') => {
    const page = await statements(index, { of, direction: 'down', within, size: 10 });
    expect(page.total).toBe(page.statements.length);
    return page.works.map(({ key }) => key);
  };

  test('are those of its predecessors and successors too', async () => {
    expect(await keys('Tiền Giang')).toEqual(['20-KH/TU', '3-KH/TU']);
    expect(await keys('Đồng Tháp')).toEqual(['20-KH/TU', '3-KH/TU', '9-KH/TU']);
    expect(await keys('Cà Mau')).toEqual(['11-KH/TU']);
    expect(await keys('Đồng Tháp', '20-KH/TU@Tiền Giang@2020-2025')).toEqual(['7-KH/HU']);
    expect(await keys('Hà Giang')).toEqual([]);
  });

  test('come page by page, each once', async () => {
    const whole = await statements(index, { of: '12-CT/TW', direction: 'down', within: 'Đồng Tháp', size: 10 });
    const paged: string[] = [];
    for (let after: string | undefined, turn = 0; turn < 10; turn++) {
      const page = await statements(index, { of: '12-CT/TW', direction: 'down', within: 'Đồng Tháp', size: 1, after });
      expect(page.total).toBe(whole.total);
      paged.push(...page.statements.map(({ from }) => from));
      if (page.next === null) break;
      after = page.next;
    }
    expect(paged).toEqual(whole.statements.map(({ from }) => from));
    expect(whole.next).toBeNull();
  });

  test('say what is not followed of a district', async () => {
    const page = await statements(index, { of: '20-KH/TU', direction: 'down', within: 'Cai Lậy', size: 10 });
    expect([page.total, page.within?.scopes, page.findings.map(({ code }) => code)]).toEqual([1, ['Tiền Giang/Cai Lậy'], ['not-followed']]);
  });
});

describe.skipIf(noEngine)('the matrix over the reform', () => {
  const row = ({ rows }: Matrix, name: string) => rows.find(({ unit }) => unit.name === name)!;
  const answers = (found: Matrix, name: string, at: number) =>
    row(found, name).cells[at]!.answers.map(({ work, scope }) => [work.split('@')[0], scope]);

  test('relates the rows of the old province and of the new one, and says so in both', async () => {
    const found = await matrix(index, { directives: ['12-CT/TW', '48-CT/TW'], within: 'Đồng Tháp' });
    expect(found.rows.map(({ unit: { name } }) => name)).toEqual([
      ...['Tỉnh ủy Đồng Tháp', 'Tỉnh ủy Tiền Giang', 'Huyện ủy Cai Lậy (Tiền Giang)', 'Đảng ủy Bình Phú (Đồng Tháp)'],
    ]);
    expect(answers(found, 'Tỉnh ủy Đồng Tháp', 0)).toEqual([
      ['20-KH/TU', 'Tiền Giang'],
      ['9-KH/TU', null],
      ['3-KH/TU', null],
    ]);
    // What bore the name before belongs to the province of that name alone.
    expect(answers(found, 'Tỉnh ủy Tiền Giang', 0)).toEqual([
      ['20-KH/TU', null],
      ['3-KH/TU', 'Đồng Tháp'],
    ]);
    expect(answers(found, 'Tỉnh ủy Tiền Giang', 1)).toEqual([['3-KH/TU', 'Đồng Tháp']]);
    expect(row(found, 'Tỉnh ủy Đồng Tháp').unit.line).toEqual([{ scope: 'Tiền Giang', on: '2025-07-01', how: 'before' }]);
    expect(row(found, 'Tỉnh ủy Tiền Giang').unit.line).toEqual([{ scope: 'Đồng Tháp', on: '2025-07-01', how: 'after' }]);
  });

  test('joins no rows below a province, and says so: once, and in each silent cell that the reform stands before', async () => {
    const found = await matrix(index, { directives: ['12-CT/TW', '48-CT/TW'], within: 'Đồng Tháp' });
    const [note] = found.findings.filter(({ code }) => code === 'not-followed');
    expect(note?.message).toMatch(/72\/2025\/QH15.*Huyện ủy Cai Lậy \(Tiền Giang\), Đảng ủy Bình Phú \(Đồng Tháp\)\.$/u);
    const [early, late] = [row(found, 'Đảng ủy Bình Phú (Đồng Tháp)').cells[0]!, row(found, 'Huyện ủy Cai Lậy (Tiền Giang)').cells[1]!];
    expect([early.state, late.state]).toEqual(['silent', 'silent']);
    expect(early.message).toMatch(/Communes were formed anew on 2025-07-01/u);
    expect(early.messageVi).toMatch(/sắp xếp lại từ ngày 01\/07\/2025/u);
    expect(late.message).toMatch(/The district level had ended on 2025-07-01, before this directive/u);
    expect(late.messageVi).toMatch(/Cấp huyện đã kết thúc hoạt động/u);
  });

  test('says nothing of the reform where all lies before it', async () => {
    const found = await matrix(index, { directives: ['12-CT/TW'], units: ['Huyện ủy Cai Lậy', 'Huyện ủy Ba Tri'] });
    expect(found.findings).toEqual([]);
    expect(row(found, 'Huyện ủy Cai Lậy (Tiền Giang)').cells[0]?.message ?? '').not.toMatch(/2025/u);
  });
});
