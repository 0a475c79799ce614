import { describe, expect, it } from 'vitest';
import { findDeadlines } from '#ingest/extract/deadlines.ts';
import { type Cycle, everyFew, everyMonths, onDays } from '#ingest/extract/rhythms/cycle.ts';
import { ruleOf } from '#ingest/extract/rhythms/rule.ts';
import { wordsIn } from '#ingest/extract/words.ts';
import type { Bound } from '#ingest/model/task.ts';
import { isRecurrenceRule } from '../support/recurrence.ts';

const found = (sentence: string) =>
  findDeadlines(sentence, { start: 0, end: sentence.length }, wordsIn(sentence, 0, sentence.length)).map(({ rule, bound }) => [
    rule,
    bound,
  ]);

/** Rules of the deadlines that come back, each with how its day is meant. */
const rows: readonly [sentence: string, rules: [string | null, Bound | null][]][] = [
  ['Các chi bộ họp hằng tháng.', [['FREQ=MONTHLY', null]]],
  ['Các chi bộ báo cáo hằng năm.', [['FREQ=YEARLY', null]]],
  ['Tổng hợp tiến độ hằng tuần.', [['FREQ=WEEKLY', null]]],
  ['Gửi báo cáo định kỳ hằng quý.', [['FREQ=MONTHLY;INTERVAL=3', null]]],
  ['Gửi báo cáo định kỳ 6 tháng.', [['FREQ=MONTHLY;INTERVAL=6', null]]],
  ['Cứ 2 năm một lần tổ chức hội thi.', [['FREQ=YEARLY;INTERVAL=2', null]]],
  [
    'Định kỳ: 6 tháng, năm đánh giá kết quả.',
    [
      ['FREQ=MONTHLY;INTERVAL=6', null],
      ['FREQ=YEARLY', null],
    ],
  ],
  // A named day stands in the rule as named; the bound tells whether it is the last one or the first one too late.
  ['Nộp kế hoạch trong quý I hằng năm.', [['FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=-1', 'by']]],
  ['Xây dựng xong vào tháng 12 của năm trước đó.', [['FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1', 'by']]],
  ['Báo cáo trước ngày 05/12 hằng năm.', [['FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=5', 'before']]],
  ['Gửi chậm nhất ngày 05/12 hằng năm.', [['FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=5', 'by']]],
  ['Gửi số liệu trước ngày 15 hằng tháng.', [['FREQ=MONTHLY;BYMONTHDAY=15', 'before']]],
  ['Trực báo định kỳ vào ngày 25 hằng tháng.', [['FREQ=MONTHLY;BYMONTHDAY=25', 'by']]],
  ['Báo cáo trước ngày 20/6 và 20/12 hằng năm.', [['FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=20', 'before']]],
  ['Báo cáo trước ngày 20 của tháng cuối quý.', [['FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=20', 'before']]],
  ['Gửi vào ngày 05 tháng đầu quý sau.', [['FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=5', 'by']]],
  [
    'Báo cáo định kỳ 6 tháng (trước ngày 05/6), năm (trước ngày 05/11).',
    [
      ['FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=5', 'before'],
      ['FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=5', 'before'],
    ],
  ],
  ['Hằng năm, đảng viên nộp bản cam kết trước ngày 31/01.', [['FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=31', 'before']]],
  ['Gửi báo cáo nhanh vào thứ Sáu hằng tuần.', [['FREQ=WEEKLY;BYDAY=FR', 'by']]],
  ['Sinh hoạt vào Chủ nhật cuối cùng của mỗi tháng.', [['FREQ=MONTHLY;BYDAY=-1SU', 'by']]],
  ['Cuối năm, các chi bộ kiểm điểm.', [['FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1', 'by']]],
  // A day that some months lack is their last.
  ['Chốt số liệu vào ngày 30 hằng tháng.', [['FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1', 'by']]],
  ['Chốt số liệu vào ngày 29/02 hằng năm.', [['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=28,29;BYSETPOS=-1', 'by']]],
  // What no single rule says.
  ['Báo cáo trước ngày 15/6 và 20/12 hằng năm.', [[null, 'before']]],
  ['Kiểm tra ít nhất 02 lần/năm.', [[null, null]]],
  [
    'Sở Y tế thường xuyên cập nhật số liệu, định kỳ báo cáo.',
    [
      [null, null],
      [null, null],
    ],
  ],
  // One-off deadlines have no rule.
  ['Gửi báo cáo về Văn phòng trước ngày 22/3/2023.', [[null, 'before']]],
  ['Hoàn thành chậm nhất 15/12.', [[null, 'by']]],
  ['Rà soát xong trong quý II năm 2023.', [[null, 'by']]],
  ['Lấy ý kiến Sở Tư pháp trước khi trình Ủy ban nhân dân.', [[null, 'before']]],
];

describe('rules of deadlines that come back', () => {
  it.each(rows)('in “%s”', (sentence, rules) => {
    expect(found(sentence)).toEqual(rules);
  });

  it.each(rows.flatMap(([, rules]) => rules.flatMap(([rule]) => rule ?? [])))('are as RFC 5545 has them: %s', (rule) => {
    expect(isRecurrenceRule(rule)).toBe(true);
  });

  const bases: readonly Cycle[] = [
    ...[1, 2, 3, 4, 6, 12, 18].map(everyMonths),
    everyFew('week', 1),
    everyFew('week', 2),
    everyFew('year', 5),
  ];
  it.each(bases)('hold to the grammar with any day: every $every.count $every.unit', (cycle) => {
    for (let day = -1; day <= 31; day += day === -1 ? 2 : 1)
      for (const months of [null, [2], [6, 12], [3, 6, 9, 12]]) {
        const rule = ruleOf(onDays(cycle, [{ months, day }], 'day'));
        if (rule !== null) expect(rule).toSatisfy(isRecurrenceRule);
      }
    for (const nth of [null, 1, -1]) expect(ruleOf(onDays(cycle, [{ weekday: 'MO', nth }], 'day'))).toSatisfy(isRecurrenceRule);
  });
});
