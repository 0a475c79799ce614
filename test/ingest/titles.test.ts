import { describe, expect, it } from 'vitest';
import { titleAt } from '#ingest/extract/titles.ts';

/** What is read behind "Chỉ thị số 05-CT/TU" as its title. */
const titleOf = (after: string) => titleAt(`Chỉ thị số 05-CT/TU${after}`, 'Chỉ thị số 05-CT/TU'.length)?.value ?? null;

describe('the title of a cited document', () => {
  it.each([
    // The sentence ends, or a short name is declared.
    [' về tiết kiệm điện.', 'về tiết kiệm điện'],
    [', V/v tiết kiệm điện;', 'V/v tiết kiệm điện'],
    [' về việc mở lớp bồi dưỡng (sau đây gọi tắt là Chỉ thị 05), các chi bộ', 'về việc mở lớp bồi dưỡng'],
    [' về việc mở lớp bồi dưỡng (viết tắt là Chỉ thị 05)', 'về việc mở lớp bồi dưỡng'],
    // Commas that are the title's own.
    [
      ' về trách nhiệm nêu gương của cán bộ, đảng viên, nhất là cán bộ lãnh đạo chủ chốt các cấp.',
      'về trách nhiệm nêu gương của cán bộ, đảng viên, nhất là cán bộ lãnh đạo chủ chốt các cấp',
    ],
    [
      ' về bảo vệ rừng, tỉnh Hòa Bình giai đoạn 2021 - 2025, định hướng đến năm 2030.',
      'về bảo vệ rừng, tỉnh Hòa Bình giai đoạn 2021 - 2025, định hướng đến năm 2030',
    ],
    // Who acts, what is asked, what was done.
    [' về tiết kiệm điện, Ban Thường vụ Tỉnh ủy yêu cầu:', 'về tiết kiệm điện'],
    [' về tiết kiệm điện, Phó Chủ tịch Ủy ban nhân dân tỉnh đồng ý', 'về tiết kiệm điện'],
    [' về tiết kiệm điện, Phó Thủ tướng Chính phủ có ý kiến như sau:', 'về tiết kiệm điện'],
    [' về tiết kiệm điện, xong trước ngày 30/6/2024.', 'về tiết kiệm điện'],
    [' về tiết kiệm điện, nước, hoàn thành trong quý II.', 'về tiết kiệm điện, nước'],
    [' về tiết kiệm điện, gửi báo cáo trước 30/11/2024.', 'về tiết kiệm điện'],
    [' về tiết kiệm điện, toàn huyện đã thay 120 bóng đèn.', 'về tiết kiệm điện'],
    [' về tiết kiệm điện, các chi bộ, các đoàn thể tiếp tục vận động Nhân dân.', 'về tiết kiệm điện'],
    [' về tiết kiệm điện, sau khi nghe báo cáo và ý kiến thảo luận', 'về tiết kiệm điện'],
    [' về tiết kiệm điện để triển khai trong toàn huyện.', 'về tiết kiệm điện'],
    [' về sửa chữa đường để phục vụ đi lại.', 'về sửa chữa đường để phục vụ đi lại'],
    [
      ' về thực hiện Nghị quyết số 01-NQ/HU, ngày 07/01/2017 của Huyện ủy đã được đón nhận',
      'về thực hiện Nghị quyết số 01-NQ/HU, ngày 07/01/2017 của Huyện ủy',
    ],
    [' về khám bệnh, chữa bệnh ở cơ sở đã được phổ biến', 'về khám bệnh, chữa bệnh ở cơ sở'],
    // Other documents.
    [' về tiết kiệm điện và Kế hoạch số 12-KH/TU của Tỉnh ủy', 'về tiết kiệm điện'],
    [' về tiết kiệm điện, các Quy định về nêu gương', 'về tiết kiệm điện'],
    [' về tiết kiệm điện gắn với Chỉ thị 12', 'về tiết kiệm điện'],
    [' về sửa đổi Quy định số 08-QĐ/TU và Quy định số 37-QĐ/TU.', 'về sửa đổi Quy định số 08-QĐ/TU và Quy định số 37-QĐ/TU'],
    // Quotes hold it together.
    [' “Nói, viết và làm, hoàn thành từng việc” trong năm 2025;', '“Nói, viết và làm, hoàn thành từng việc”'],
    [' “Học “Sửa đổi lối làm việc” trong chi bộ”, chuyên đề năm 2024', '“Học “Sửa đổi lối làm việc” trong chi bộ”'],
    [' “Nói đi đôi với làm, xong trước ngày 30/6.', '“Nói đi đôi với làm'],
  ])('“…%s” is %j', (after, title) => expect(titleOf(after)).toBe(title));

  it.each([
    ['nothing stands there', ', ngày 12/5/2021'],
    ['it is too short to tell anything', ' về ăn.'],
    ['no end can be told', ` về ${'việc này việc kia '.repeat(60)}`],
  ])('is none where %s', (_, after) => expect(titleOf(after)).toBeNull());

  it('has the span of its words', () => {
    const text = 'Kế hoạch số 12-KH/HU về chuyển đổi số, xong trong quý I.';
    const { value, span } = titleAt(text, 'Kế hoạch số 12-KH/HU'.length)!;
    expect(text.slice(span.start, span.end)).toBe(value);
    expect(value).toBe('về chuyển đổi số');
  });
});
