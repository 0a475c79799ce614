import { provinces } from './places.ts';

/**
 * Bodies' names are printed in capitals in heads. These are the parts that keep a capital in running text (Nghị định 30/2020, appendix II);
 * all other words go in small letters.
 */
const parts: readonly string[] = [
  'Ban Thường vụ',
  'Ban Chấp hành',
  'Thường trực',
  'Tỉnh ủy',
  'Thành ủy',
  'Huyện ủy',
  'Thị ủy',
  'Quận ủy',
  'Đảng ủy',
  'Đảng bộ',
  'Chi bộ',
  'Khối',
  'Ban Tuyên giáo và Dân vận',
  'Ban Tuyên giáo',
  'Ban Tổ chức',
  'Ban Dân vận',
  'Ban Nội chính',
  'Ủy ban Kiểm tra',
  'Văn phòng',
  'Trung ương Đảng',
  'Trung ương',
  'Bộ Chính trị',
  'Ban Bí thư',
  'Ban Chỉ đạo',
  'Ban cán sự đảng',
  'Đảng đoàn',
  'Ủy ban nhân dân',
  'Hội đồng nhân dân',
  'Ủy ban Thường vụ Quốc hội',
  'Quốc hội',
  'Chính phủ',
  'Thủ tướng Chính phủ',
  'Chủ tịch nước',
  'Ủy ban Mặt trận Tổ quốc',
  'Mặt trận Tổ quốc',
  'Việt Nam',
  'Tỉnh đoàn',
  'Liên đoàn Lao động',
  'Công đoàn Viên chức',
  'Đoàn',
  'Hội',
  'Sở',
  'Bộ',
  'Sở Nội vụ',
  'Sở Tài chính',
  'Sở Thông tin và Truyền thông',
  'Sở Khoa học và Công nghệ',
  'Sở Giáo dục và Đào tạo',
  'Sở Y tế',
  'Sở Văn hóa, Thể thao và Du lịch',
  'Sở Tài nguyên và Môi trường',
  'Sở Nông nghiệp và Môi trường',
  'Sở Tư pháp',
  'Sở Xây dựng',
  'Sở Công Thương',
  'Bộ Nội vụ',
  'Bộ Tài chính',
  'Bộ Công an',
  'Bộ Quốc phòng',
  'Bộ Thông tin và Truyền thông',
  'Bộ Khoa học và Công nghệ',
  'Bộ Giáo dục và Đào tạo',
  'Bộ Y tế',
  'Bộ Văn hóa, Thể thao và Du lịch',
  'Bộ Tài nguyên và Môi trường',
  'Bộ Nông nghiệp và Môi trường',
  'Bộ Tư pháp',
  'Bộ Xây dựng',
  'Bộ Công Thương',
  'Hồ Chí Minh',
];
const places = new Set(['tỉnh', 'huyện', 'quận', 'phường', 'xã', 'phố', 'trấn', 'ủy', 'uỷ']);
const plain = (words: string) => words.toLowerCase().replaceAll('uỷ', 'ủy').replaceAll('oà', 'òa');
const table = [...parts, ...provinces].map((name) => [plain(name), name] as const).sort((a, b) => b[0].length - a[0].length);

/** A body's name printed in capitals, as it is written in running text; a name with small letters is given back as it is. */
export function bodyInRunningText(name: string): string {
  if (/\p{Ll}/u.test(name)) return name;
  const words = plain(name.normalize('NFC').replace(/\s+/gu, ' ').trim());
  let result = '';
  let at = 0;
  let afterPlace = false;
  while (at < words.length) {
    const rest = words.slice(at);
    const known = table.find(([small]) => rest.startsWith(small) && !/^[\p{L}]/u.test(rest.slice(small.length)));
    if (known !== undefined) {
      result += known[1];
      at += known[0].length;
      afterPlace = places.has(known[0].split(' ').at(-1)!);
      continue;
    }
    const word = /^[^\s]+/u.exec(rest)?.[0];
    if (word === undefined) {
      result += ' ';
      at += 1;
      continue;
    }
    // After "huyện", "xã", "Huyện ủy" comes a place's name, which no table needs to know.
    const small =
      places.has(word) ||
      ['thành', 'thị', 'các', 'và', 'cơ', 'quan', 'trực', 'thuộc', 'doanh', 'nghiệp', 'khối', 'lần', 'thứ'].includes(word);
    result += (afterPlace || result === '') && !small ? `${word[0]!.toUpperCase()}${word.slice(1)}` : word;
    afterPlace = (afterPlace && !small) || places.has(word);
    at += word.length;
  }
  return result;
}
