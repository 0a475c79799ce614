import { expect, test } from 'vitest';
import { lineOf, scopesOfLine } from '#services/works/lineage.ts';

test.each([
  ['Tiền Giang', undefined, [], [['Đồng Tháp', '2025-07-01']]],
  ['Đồng Tháp', '2026-01-01', [['Tiền Giang', '2025-07-01']], []],
  ['Đồng Tháp', '2020-01-01', [], []],
  ['Hà Tây', undefined, [], [['Hà Nội', '2008-08-01']]],
  ['Điện Biên', undefined, [['Lai Châu', '2004-01-01']], []],
  ['Hậu Giang', '2010-01-01', [['Cần Thơ', '2004-01-01']], [['Cần Thơ', '2025-07-01']]],
  ['TW', undefined, [], []],
  [
    'Tiền Giang/Cai Lậy',
    '2020-01-01',
    [],
    [
      ['Tiền Giang', '2025-07-01'],
      ['Đồng Tháp', '2025-07-01'],
    ],
  ],
  [
    'Tiền Giang/Cai Lậy',
    undefined,
    [],
    [
      ['Tiền Giang', '2025-07-01'],
      ['Đồng Tháp', '2025-07-01'],
    ],
  ],
  ['Tiền Giang/Cai Lậy', '2025-07-01', [], []],
  ['Hà Nội/Ba Vì', undefined, [], [['Hà Nội', '2025-07-01']]],
  ['Hà Tây/Ba Vì', undefined, [], [['Hà Nội', '2008-08-01']]],
] as const)('%s on %s', (scope, date, before, after) => {
  const line = lineOf(scope, date);
  const short = (steps: typeof line.before) => steps.map((step) => [step.scope, step.on]);
  expect([short(line.before), short(line.after)]).toEqual([before, after]);
  for (const { source } of [...line.before, ...line.after]) expect(source).toMatch(/^(?:Nghị quyết|Luật) /u);
});

test('the line of a province of today holds all that it was', () => {
  expect([...scopesOfLine('Lâm Đồng', '2026-01-01')].sort()).toEqual(['Bình Thuận', 'Lâm Đồng', 'Đắk Lắk', 'Đắk Nông'].sort());
});
