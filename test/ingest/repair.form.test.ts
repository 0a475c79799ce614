import { describe, expect, it } from 'vitest';
import { repair } from '#ingest/repair/repair.ts';
import { recordFrom } from '../support/pipeline.ts';

function repaired(text: string) {
  return repair({ mediaType: 'text/plain', text, pages: [0] });
}

describe('misread lines of form', () => {
  it.each([
    ['a type name', 'QUYÊT ĐỊNH', 'QUYẾT ĐỊNH'],
    ['a motto', 'ĐẢNG CÔNG SẢN VIỆT NAM', 'ĐẢNG CỘNG SẢN VIỆT NAM'],
    ['an office', 'PHÓ BI THƯ', 'PHÓ BÍ THƯ'],
    ['a capacity', 'T/M BAN THUỜNG VỤ', 'T/M BAN THƯỜNG VỤ'],
    ['the label of the recipients', 'Nơi nhân:', 'Nơi nhận:'],
    ['the label of the addressees', 'Kính gừi: các xã', 'Kính gửi: các xã'],
  ])('are put right, as a guess: %s', (_, read, meant) => {
    const result = repaired(read);
    expect(result.text).toBe(meant);
    expect(result.edits.map(({ step, guess }) => [step, guess])).toEqual([['misread-word', true]]);
  });

  it('are put right in a column of the head', () => {
    expect(repaired('TỈNH UỶ LONG AN        ĐẢNG CÔNG SẢN VIỆT NAM\nKẾ HOACH').text.split('\n')).toEqual([
      'TỈNH UỶ LONG AN',
      'ĐẢNG CỘNG SẢN VIỆT NAM',
      'KẾ HOẠCH',
    ]);
  });

  it.each([
    'CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'GIẤY UỶ QUYỀN',
    'UỶ BAN NHÂN DÂN',
    'Nơi ở: ấp 2',
    'BAN BI THU',
    'KẾ HOẠCH HOÁ',
    'Kinh gửi các xã',
  ])('are not seen in other lines: %s', (line) => {
    expect(repaired(line).text).toBe(line);
  });

  it('lets a misread document be divided like the clean one', async () => {
    const clean = `HUYỆN ỦY AN PHÚ
*
Số 12-KH/HU
ĐẢNG CỘNG SẢN VIỆT NAM
An Phú, ngày 03 tháng 4 năm 2021
KẾ HOẠCH
nạo vét kênh mương nội đồng
-----
Thực hiện Kết luận số 15-KL/TU, ngày 06/01/2021 của Ban Thường vụ Tỉnh ủy, Huyện ủy giao Văn phòng Huyện ủy theo dõi.
Nơi nhận:
- Ban Thường vụ Tỉnh ủy,
- Lưu Văn phòng Huyện ủy.
T/M BAN THƯỜNG VỤ
PHÓ BÍ THƯ
Đỗ Văn Lành`;
    const misread = clean
      .replace('12-KH/HU', 'l2-KH/HU')
      .replace('ngày 03', 'ngàv O3')
      .replace('KẾ HOẠCH', 'KẾ HOACH')
      .replace('Kết luận số 15-KL/TU', 'Kêt luân sô 15-KLJTU')
      .replace('06/01/2021', 'O6/01/2O21')
      .replace('Nơi nhận', 'Nơi nhân')
      .replace('PHÓ BÍ THƯ', 'PHO BÍ THƯ');
    const [wanted, found] = [await recordFrom(clean), await recordFrom(misread)];
    expect(found.text).toBe(wanted.text);
    expect(found.identity).toEqual(wanted.identity);
    expect(found.citations).toEqual(wanted.citations);
  });
});

describe('a name with a dash that a line break falls into', () => {
  it.each([
    ['Giao Phòng Kế hoạch\n- Tài chính theo dõi', 'Giao Phòng Kế hoạch - Tài chính theo dõi'],
    ['theo chủ nghĩa Mác\n- Lênin', 'theo chủ nghĩa Mác - Lênin'],
    ['tỉnh Bà Rịa\n– Vũng Tàu', 'tỉnh Bà Rịa – Vũng Tàu'],
  ])('is joined, as a guess: %j', (broken, whole) => {
    const result = repaired(broken);
    expect(result.text).toBe(whole);
    expect(result.edits.map(({ step, guess }) => [step, guess])).toEqual([['join-lines', true]]);
  });

  it.each(['Các phòng:\n- Tài chính', 'Nội dung kế hoạch\n- Tài chính', 'Mác\n- Tài chính', 'Kế hoạch\n-Tài chính'])(
    'is not seen elsewhere: %j',
    (text) => {
      expect(repaired(text).text).toBe(text);
    },
  );
});
