import { describe, expect, it } from 'vitest';
import { findDeadlines } from '#ingest/extract/deadlines.ts';
import { wordsIn } from '#ingest/extract/words.ts';
import { lastDay } from '#ingest/model/calendar.ts';
import type { Span } from '#ingest/model/span.ts';

const found = (text: string, span: Span) => findDeadlines(text, span, wordsIn(text, span.start, span.end));

/** What the sentence's deadlines come to in a document of 2023: last days and rhythms, `event` for one that has neither. */
function deadlinesOf(sentence: string): string[] {
  return found(sentence, { start: 0, end: sentence.length }).map(
    ({ when, recurs }) => recurs ?? (when === null ? 'event' : (lastDay(when, 2023) ?? 'unknown')),
  );
}

const rows: readonly [sentence: string, deadlines: string[]][] = [
  // One day, month, quarter, year.
  ['Gửi báo cáo về Văn phòng trước ngày 22/3/2023.', ['2023-03-22']],
  ['Hoàn thành chậm nhất 15/12.', ['2023-12-15']],
  ['Gửi về Ban Tổ chức trước 17 giờ 00 ngày 20/4/2023.', ['2023-04-20']],
  ['Tổ chức hội nghị trong tháng 02.', ['2023-02-28']],
  ['Hoàn thành trong quý I và quý III năm 2024.', ['2024-03-31', '2024-09-30']],
  ['Từ ngày 01/3/2023 đến ngày 30/4/2023, các chi bộ tổ chức học tập.', ['2023-04-30']],
  ['Rà soát xong trong 6 tháng đầu năm 2024.', ['2024-06-30']],
  ['Từ nay đến cuối năm 2023 tập trung kiểm tra.', ['2023-12-31']],
  ['Quý II/2023: Tổ chức hội thi.', ['2023-06-30']],
  ['Thời gian hoàn thành: Tháng 6/2023.', ['2023-06-30']],
  ['Xây dựng sổ tay (quý III/2023).', ['2023-09-30']],
  ['Hoàn thành trong 9 tháng đầu năm 2024.', ['2024-09-30']],
  ['Niêm yết danh sách sau khi được Ủy ban nhân dân tỉnh phê duyệt Đề án.', ['event']],
  ['Sau khi được phê duyệt, các đơn vị triển khai.', []],
  ['Dừng chi trả khi có văn bản đề nghị của Phòng Nội vụ huyện.', ['event']],
  ['Cung cấp hồ sơ khi có yêu cầu.', []],
  ['Báo cáo tiến độ trong năm 2024 và khi kết thúc Chương trình về Bộ Xây dựng.', ['2024-12-31', 'event']],
  ['Vận động để tỷ lệ khám sức khỏe trước khi kết hôn đạt 90%.', []],
  ['Giải trình nhu cầu chi trong các năm 2024-2026.', []],
  ['Phấn đấu hoàn thành các mục tiêu đề ra trong năm 2024.', []],
  // Rhythms.
  ['Gửi quyết toán quý chậm nhất sau khi kết thúc quý 15 ngày.', ['quarterly']],
  ['Nộp báo cáo chậm nhất 10 ngày sau khi kết thúc tháng.', ['monthly']],
  ['Cuối tháng đối chiếu số dư với Kho bạc.', ['monthly']],
  ['Cuối tháng này họp tổng kết.', []],
  ['In danh sách chi trả trợ cấp hàng tháng cho các phường.', []],
  ['Lập danh sách báo giảm hàng tháng.', ['monthly']],
  ['Tổng hợp báo cáo hàng tháng của các đơn vị.', []],
  ['Tuyên truyền phương châm “đọc sách thường xuyên, không bỏ phí ngày nào”.', []],
  ['Báo cáo định kỳ hằng quý, trước ngày 20 của tháng cuối quý.', ['quarterly']],
  ['Báo cáo trước ngày 05/12 hằng năm.', ['yearly']],
  ['Kế hoạch tuyên truyền hoàn thành vào quý I hằng năm (tính từ năm 2022).', ['yearly']],
  ['Xây dựng xong vào tháng 12 của năm trước đó.', ['yearly']],
  ['Định kỳ: 6 tháng, năm đánh giá kết quả.', ['half-yearly', 'yearly']],
  ['Báo cáo định kỳ 6 tháng (trước ngày 05/6), năm (trước ngày 05/11).', ['half-yearly', 'yearly']],
  ['Họp giao ban mỗi tháng một lần.', ['monthly']],
  ['Gửi báo cáo nhanh vào thứ Sáu hằng tuần.', ['weekly']],
  ['Hằng tuần tổng hợp tiến độ.', ['weekly']],
  ['Cứ 2 năm một lần tổ chức hội thi.', ['periodic']],
  ['Gửi số liệu trước ngày 05 hằng tháng.', ['monthly']],
  ['Báo cáo hằng quý, 6 tháng và năm.', ['quarterly', 'half-yearly', 'yearly']],
  ['Báo cáo trước ngày 20 của tháng cuối quý.', ['quarterly']],
  ['Sở Y tế thường xuyên cập nhật số liệu, định kỳ báo cáo.', ['continuous', 'periodic']],
  ['Đăng ký từ đầu năm, kiểm điểm vào dịp tổng kết cuối năm.', ['yearly', 'yearly']],
  ['Lấy ý kiến Sở Tư pháp trước khi trình Ủy ban nhân dân.', ['event']],
  ['Cuối năm, các chi bộ kiểm điểm.', ['yearly']],
  ['Hằng năm, đảng viên nộp bản cam kết trước ngày 31/01.', ['yearly']],
  ['Kiểm tra ít nhất 02 lần/năm.', ['yearly']],
  ['Trực báo định kỳ vào ngày 25 hằng tháng.', ['monthly']],
  ['Tổ chức khai giảng: Ngày 05/9/2024 (thứ Năm).', ['2024-09-05']],
  ['Thực hiện trong hai năm 2022 - 2023.', ['2023-12-31']],
  ['Thời gian thực hiện: Từ tháng 11/2023 trở đi.', ['event']],
  ['Khen thưởng nhân dịp Ngày Sách Việt Nam (21/4/2025).', ['2025-04-21']],
  ['Thời gian: 2022 - 2023.', ['2023-12-31']],
  ['Sơ kết: năm 2023; tổng kết: năm 2025.', ['2023-12-31', '2025-12-31']],
  // Words that limit nothing.
  ['Từ quý IV năm 2021 thực hiện chế độ mới.', []],
  ['Dự án thực hiện trong giai đoạn 2023 - 2025.', []],
  ['Bảo đảm thông tin thường xuyên, liên tục.', []],
  ['Mở chuyên mục mỗi tuần một cuốn sách.', []],
  ['Trực cơ quan hằng ngày.', []],
  ['Thực hiện Kế hoạch số 12-KH/TU, ngày 06/9/2021.', []],
  ['Ngày 14/12/2022, Ban Thường vụ họp.', []],
  ['Quyết định này có hiệu lực từ ngày 01/01/2023.', []],
  ['Xây dựng kế hoạch công tác hằng năm.', []],
  ['Đưa vào chương trình kiểm tra, giám sát hằng năm.', []],
  ['Việc học tập được thực hiện thường xuyên.', []],
  ['Trở thành việc làm tự giác, thường xuyên của đảng viên.', []],
  ['Thực hiện Chiến lược phát triển ngành đến năm 2030, tầm nhìn đến năm 2045.', []],
  ['Số liệu tính đến 31/12/2022.', []],
  ['Nội dung sinh hoạt định kỳ của chi bộ.', []],
  ['Giải quyết trong thời hạn 90 ngày kể từ ngày nhận hồ sơ.', []],
];

describe('deadlines in a sentence', () => {
  it.each(rows)('reads “%s”', (sentence, deadlines) => {
    expect(deadlinesOf(sentence)).toEqual(deadlines);
  });

  it('keeps to the sentences that it is given', () => {
    const text = 'Nộp trước ngày 10/5/2023. Họp hằng tháng.';
    const wordsOf = (span: Span) => found(text, span).map(({ span: { start, end } }) => text.slice(start, end));
    expect(wordsOf({ start: 0, end: 25 })).toEqual(['trước ngày 10/5/2023']);
    expect(wordsOf({ start: 26, end: text.length })).toEqual(['hằng tháng']);
  });
});
