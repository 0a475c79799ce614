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

describe('a line that cannot be the last of its block', () => {
  it.each([
    [
      'ends in a small word',
      'Các sở rà soát đối tượng của\nChính phủ và báo cáo kết quả.',
      'Các sở rà soát đối tượng của Chính phủ và báo cáo kết quả.',
    ],
    [
      'stops inside a number',
      'Thực hiện Nghị định số 20/2021/\nNĐ-CP của Chính phủ.',
      'Thực hiện Nghị định số 20/2021/NĐ-CP của Chính phủ.',
    ],
    [
      'stops at the slash of a symbol',
      'Thực hiện Công văn số 987-CV/\nBTGTU của Ban Tuyên giáo.',
      'Thực hiện Công văn số 987-CV/BTGTU của Ban Tuyên giáo.',
    ],
    [
      'but a heading may end in “theo”',
      '3. Đăng ký làm theo\nMỗi cán bộ xây dựng kế hoạch cá nhân.',
      '3. Đăng ký làm theo\nMỗi cán bộ xây dựng kế hoạch cá nhân.',
    ],
  ])('%s', (_case, broken, whole) => {
    expect(repair({ mediaType: 'text/plain', text: broken, pages: [0] }).text).toBe(whole);
  });
});

describe('a first line that is much shorter than the lines after it', () => {
  const filled = Array.from(
    { length: 4 },
    () =>
      'Các sở, ban, ngành thường xuyên theo dõi, kiểm tra việc bảo vệ nguồn nước, rừng đầu\nnguồn và báo cáo kết quả về Sở Nông nghiệp.',
  ).join('\n');

  it.each([
    ['Để tiếp tục thực hiện nghiêm\nChỉ thị số 31-CT/TU ngày 06/6/2023, các xã lập danh sách.', true],
    ['Việc bảo vệ nguồn nước theo\nQuyết định số 215/QĐ-TTg được giao cho xã.', true],
    ['1. Tổ chức thực hiện\nChỉ thị số 31-CT/TU được phổ biến đến các chi bộ.', false],
    ['Tài liệu kèm theo gồm có\nChỉ thị số 31-CT/TU và Quyết định số 215/QĐ-TTg.', false],
  ])('goes on where it stops at a verb that wants a document: %s', (words, joined) => {
    const { text } = repair({ mediaType: 'text/plain', text: `${filled}\n${words}`, pages: [0] });
    expect(text.endsWith(joined ? words.replace('\n', ' ') : words)).toBe(true);
  });
});
