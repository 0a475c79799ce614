import { expect, test } from 'vitest';
import { oneWriting, oneWritingOfPerson } from '#services/store/oneWriting.ts';

test.each([
  ['Hoà Bình', 'Hòa Bình'],
  ['Hòa Bình', 'Hòa Bình'],
  ['TỈNH UỶ HOÀ BÌNH', 'TỈNH ỦY HÒA BÌNH'],
  ['Tỉnh uỷ Khánh Hoà'.normalize('NFD'), 'Tỉnh ủy Khánh Hòa'],
  ['Uỷ ban nhân dân', 'Ủy ban nhân dân'],
  ['Sở Văn hoá,\n  Thể thao ', 'Sở Văn hóa, Thể thao'],
  ['Kì Sơn', 'Kỳ Sơn'],
  ['Đắk Lắk', 'Đắk Lắk'],
  ["Krông Pắc/Ea H'leo", "Krông Pắc/Ea H'leo"],
  ['Toàn quốc', 'Toàn quốc'],
  ['Khối 91 (Straße)', 'Khối 91 (Straße)'],
  ['', ''],
])('%j is written %j', (printed, written) => {
  expect(oneWriting(printed)).toBe(written);
  expect(oneWriting(written)).toBe(written);
});

test.each([
  ['Nguyễn Quí  Thuỵ', 'Nguyễn Quí Thụy'],
  ['Trần Sỹ', 'Trần Sỹ'],
  ['Trần Sĩ', 'Trần Sĩ'],
])('%j, a person, is written %j', (printed, written) => {
  expect(oneWritingOfPerson(printed)).toBe(written);
});
