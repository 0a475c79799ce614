import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { originOf } from '#ingest/model/origin.ts';
import { wordsOf } from '#ingest/model/span.ts';
import { repair } from '#ingest/repair/repair.ts';

function repaired(text: string) {
  return repair({ mediaType: 'text/plain', text, pages: [0] });
}

describe('torn words', () => {
  it.each([
    ['họp với xã Qu ả ng Lưu', 'họp với xã Quảng Lưu'],
    ['đồng chí Đặ ng Thị Hòa', 'đồng chí Đặng Thị Hòa'],
    ['B Ộ GIAO THÔNG V À V Ậ N TẢI', 'BỘ GIAO THÔNG VÀ VẬN TẢI'],
    ['- Nh ư tr ê n;', '- Như trên;'],
    ['gửi các t ỉ nh miền núi', 'gửi các tỉnh miền núi'],
    ['các Phòng: NC, KG V X, TH', 'các Phòng: NC, KGVX, TH'],
    ['đăng trên C ổng thông tin', 'đăng trên Cổng thông tin'],
    ['T hủ tướ ng C h í nh ph ủ ;', 'Thủ tướng Chính phủ;'],
    ['KT. CHỦ TỊ CH P HÓ CHỦ T Ị CH Ngu y ễn Văn Tám', 'KT. CHỦ TỊCH PHÓ CHỦ TỊCH Nguyễn Văn Tám'],
    ['vốn của trung ươ n g giao', 'vốn của trung ương giao'],
    ['Q U Y Ế T Đ Ị N H', 'QUYẾT ĐỊNH'],
    ['K Ế   H O Ạ C H', 'KẾ HOẠCH'],
    ['- H ộ i L iên h i ệ p P hụ nữ T P ;', '- Hội Liên hiệp Phụ nữ TP;'],
    ['- L ư u : V T , v ă n p h ò n g', '- Lưu: VT, văn phòng'],
    ['U B N D huyện, H Đ N D h u yệ n', 'UBND huyện, HĐND huyện'],
  ])('joins "%s" to "%s"', (torn, whole) => {
    expect(repaired(torn).text).toBe(whole);
  });

  it.each([
    ['marks of points', 'theo điểm c hoặc điểm d khoản 2; các điểm a, b và c ở trên'],
    ['marks of lists', 'a) b) c) d)'],
    ['Roman numbers', 'I. II và mục I V'],
    ['letters in a row', 'A, B, C'],
    ['names of kinds', 'viêm gan B ở trẻ em, dự án nhóm C ở xã'],
    ['initials', 'ông Nguyễn V A và bà Trần T B'],
    ['formulas', 'khi có n biến và m là số, h là chiều cao, t ở giữa'],
    ['units', 'dài 5 m ở đầu, nặng 3 t ở cuối'],
    ['what lost a letter elsewhere', 'yêu cầu đ t ra'],
    ['whole words', 'ý chí, u ám, ở nhà, ô tô, y tế, lo an ninh, cơ ấy'],
  ])('leaves %s', (_, text) => {
    expect(repaired(text).text).toBe(text);
  });

  it.each(['ngày T h ườ ng t r ự c T h à nh ủ y', 'Hội L iên h i ệ p', 'x ã hội'])('puts no letter into "%s"', (torn) => {
    expect(repaired(torn).text.replaceAll(' ', '')).toBe(torn.replaceAll(' ', ''));
  });

  it('tells of every join as a guess, and where its letters stood', () => {
    const text = 'UBND các t ỉ nh miền núi';
    const result = repaired(text);
    expect(result.edits.map(({ step, was, guess, span }) => [step, was, wordsOf(result.text, span), guess])).toEqual([
      ['letter-gap', 't ỉ nh', 'tỉnh', true],
    ]);
    const start = result.text.indexOf('nh miền');
    expect(wordsOf(text, originOf(result.origin, { start, end: start + 2 }).raw)).toBe('nh');
  });

  it('takes away spaces only', () => {
    const piece = fc.constantFrom('t', 'ỉ', 'nh', 'h', 'ộ', 'i', 'C', 'Ủ', 'y', 'ban', 'ng', 'ườ', 'B', 'A', ',', ';', '\n', 'xã');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join(' ');
        const mended = repaired(text);
        fc.pre(mended.edits.every((edit) => edit.step === 'letter-gap'));
        expect(mended.text.replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
      }),
    );
  });
});
