import { expect, test } from 'vitest';
import { oneWriting } from '#services/store/oneWriting.ts';

test.each([
  ['Hoà Bình', 'Hòa Bình'],
  ['Hòa Bình', 'Hòa Bình'],
  ['TỈNH UỶ HOÀ BÌNH', 'TỈNH ỦY HÒA BÌNH'],
  ['Tỉnh uỷ Khánh Hoà'.normalize('NFD'), 'Tỉnh ủy Khánh Hòa'],
  ['Uỷ ban nhân dân', 'Ủy ban nhân dân'],
  ['Sở Văn hoá,\n  Thể thao ', 'Sở Văn hóa, Thể thao'],
  ['Nguyễn Quí Thuỵ', 'Nguyễn Quý Thụy'],
  ['Đắk Lắk', 'Đắk Lắk'],
  ["Krông Pắc/Ea H'leo", "Krông Pắc/Ea H'leo"],
  ['Toàn quốc', 'Toàn quốc'],
  ['Khối 91 (Straße)', 'Khối 91 (Straße)'],
  ['', ''],
])('%j is written %j', (printed, written) => {
  expect(oneWriting(printed)).toBe(written);
  expect(oneWriting(written)).toBe(written);
});
