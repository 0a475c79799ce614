import { describe, expect, it } from 'vitest';
import { conditionIn } from '#ingest/extract/duties/condition.ts';
import { wordsIn } from '#ingest/extract/words.ts';

function conditionOf(sentence: string): string | null {
  const span = conditionIn(wordsIn(sentence, 0, sentence.length));
  return span === null ? null : sentence.slice(span.start, span.end);
}

const rows: readonly [sentence: string, condition: string | null][] = [
  ['Nếu có khó khăn, vướng mắc, các chi bộ kịp thời báo cáo Huyện ủy.', 'Nếu có khó khăn, vướng mắc'],
  ['Trong quá trình thực hiện, nếu có vướng mắc, đề nghị các đơn vị phản ánh về Sở Nội vụ.', 'nếu có vướng mắc'],
  ['Trong quá trình thực hiện nếu có phát sinh đề nghị phản ánh về Sở Nội vụ.', 'nếu có phát sinh'],
  ['Sở Tài chính xem xét, nếu vượt thẩm quyền thì báo cáo Ủy ban nhân dân tỉnh.', 'nếu vượt thẩm quyền'],
  ['Văn phòng cập nhật danh mục khi có thay đổi.', 'khi có thay đổi'],
  ['Khi có những vấn đề mới phát sinh, Ban Tổ chức tham mưu điều chỉnh.', 'Khi có những vấn đề mới phát sinh'],
  ['Báo cáo đột xuất khi cần thiết.', 'khi cần thiết'],
  ['Trường hợp không đủ kinh phí, Sở Tài chính cân đối bổ sung.', 'Trường hợp không đủ kinh phí'],
  ['Trong trường hợp hồ sơ chưa đầy đủ, cơ quan tiếp nhận hướng dẫn bổ sung.', 'Trong trường hợp hồ sơ chưa đầy đủ'],
  [
    'Các đơn vị tự cân đối; trường hợp thiếu (sau khi đã tiết kiệm), lập dự toán gửi Sở Tài chính.',
    'trường hợp thiếu (sau khi đã tiết kiệm)',
  ],
  // No conditions.
  ['Báo cáo kết quả và đề xuất khen thưởng (nếu có).', null],
  ['Gửi kèm biên bản nếu có.', null],
  ['Xử lý nghiêm các trường hợp vi phạm.', null],
  ['Trong trường hợp này, chi bộ họp lại.', null],
  ['Hoàn thành trước khi có ý kiến của Ban Thường vụ.', null],
  ['Tổ chức hội nghị sau khi có hướng dẫn của cấp trên.', null],
  ['Khi có lãnh đạo mới, đơn vị bàn giao hồ sơ.', null],
];

describe('the condition of a duty', () => {
  it.each(rows)('in “%s”', (sentence, condition) => {
    expect(conditionOf(sentence)).toBe(condition);
  });
});
