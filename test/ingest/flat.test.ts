import { describe, expect, it } from 'vitest';
import { repair } from '#ingest/repair/repair.ts';
import { recordFrom } from '../support/pipeline.ts';

const lines = [
  'HUYỆN ỦY LẠC SƠN',
  'ĐẢNG CỘNG SẢN VIỆT NAM',
  'Lạc Sơn, ngày 05 tháng 4 năm 2023',
  'Số 41-KH/HU',
  'KẾ HOẠCH',
  'thực hiện Chỉ thị số 77-CT/TW của Ban Bí thư về bảo vệ nguồn nước trên địa bàn huyện',
  '-----',
  'Thực hiện Chỉ thị số 77-CT/TW, ngày 12/12/2022 của Ban Bí thư về bảo vệ nguồn nước, Ban Thường vụ Huyện ủy xây dựng Kế hoạch như sau:',
  'I. MỤC ĐÍCH, YÊU CẦU',
  '1. Nâng cao nhận thức của cán bộ, đảng viên và Nhân dân về nguồn nước, rừng đầu nguồn và việc giữ vệ sinh nơi công cộng.',
  'II. NHIỆM VỤ, GIẢI PHÁP',
  '1. Ban Tuyên giáo Huyện ủy mở đợt tuyên truyền về nguồn nước ở tất cả các xã, thị trấn trước ngày 30/6/2023.',
  '2. Các chi bộ, đảng bộ cơ sở báo cáo kết quả trong quý I hằng năm.',
  'Nơi nhận:',
  '- Ban Thường vụ Tỉnh ủy (báo cáo),',
  '- Các chi bộ, đảng bộ cơ sở,',
  '- Lưu Văn phòng Huyện ủy.',
  'T/M BAN THƯỜNG VỤ',
  'BÍ THƯ',
  'Bùi Thị Nương',
];

describe('a text that came as one line', () => {
  it('gets its lines back, each break marked as a guess', async () => {
    const { text, edits } = repair({ mediaType: 'text/html', text: lines.join(' '), pages: [0] });
    expect(text.split('\n')).toEqual(lines);
    expect(edits.filter(({ step }) => step === 'line-breaks').every(({ guess }) => guess)).toBe(true);
  });

  it('is read like the text with its lines', async () => {
    const [whole, flat] = [await recordFrom(lines.join('\n')), await recordFrom(lines.join(' '))];
    expect(flat.document).toMatchObject({ ...whole.document, spans: expect.anything() });
    expect(flat.citations.map(({ key, relation, mentions }) => [key, relation, mentions])).toEqual(
      whole.citations.map(({ key, relation, mentions }) => [key, relation, mentions]),
    );
    expect(flat.tasks.map(({ text }) => text)).toEqual(whole.tasks.map(({ text }) => text));
    expect(flat.signatures.map(({ capacity, position, name }) => [capacity, position, name])).toEqual([
      ['T/M BAN THƯỜNG VỤ', 'BÍ THƯ', 'Bùi Thị Nương'],
    ]);
    expect(flat.recipients.map(({ name }) => name)).toEqual(whole.recipients.map(({ name }) => name));
  });

  it('keeps its long paragraphs where it has lines', () => {
    const paragraph = 'Các cấp ủy đã lãnh đạo thực hiện nghiêm túc - đồng bộ. Điều này cho thấy quyết tâm cao. '.repeat(12).trim();
    const text = ['Căn cứ kế hoạch năm.', paragraph, 'Nhiệm vụ năm sau.', 'Kết quả đạt được.'].join('\n');
    expect(repair({ mediaType: 'text/plain', text, pages: [0] }).text).toBe(text);
  });
});
