import { provinces } from './places.ts';
import { remembered } from './remembered.ts';
import { sectors } from './sectors.ts';
import { oneLine } from './spacing.ts';

/**
 * Bodies' names are printed in capitals in heads. These are the parts that keep a capital in running text (Nghị định 30/2020, appendix II);
 * all other words go in small letters.
 */
const parts: readonly string[] = [
  'Ban Thường vụ',
  'Ban Chấp hành',
  'Ban Thường trực',
  'Thường trực',
  'Tỉnh ủy',
  'Thành ủy',
  'Huyện ủy',
  'Thị ủy',
  'Quận ủy',
  'Đảng ủy',
  'Đảng bộ',
  'Chi bộ',
  'Quân ủy',
  'Khối',
  'Ban Tuyên giáo và Dân vận',
  'Ban Tuyên giáo',
  'Ban Tổ chức',
  'Ban Dân vận',
  'Ban Nội chính',
  'Ban Kinh tế',
  'Ban Đối ngoại',
  'Ban Xây dựng Đảng',
  'Ban Chính sách, chiến lược',
  'Ban Bảo vệ, chăm sóc sức khỏe cán bộ',
  'Ban Quản lý',
  'Ban Dân tộc',
  'Ban Pháp chế',
  'Ban Giám đốc',
  'Ủy ban Kiểm tra',
  'Văn phòng',
  'Chánh Văn phòng',
  'Trung ương Đảng',
  'Trung ương Đoàn',
  'Trung ương Hội',
  'Trung ương',
  'Bộ Chính trị',
  'Ban Bí thư',
  'Ban Chỉ đạo',
  'Ban cán sự đảng',
  'Đảng đoàn',
  'Đảng Cộng sản Việt Nam',
  'Đại hội',
  'Đảng',
  'Ủy ban nhân dân',
  'Hội đồng nhân dân',
  'Ủy ban Thường vụ Quốc hội',
  'Ủy ban',
  'Hội đồng Dân tộc',
  'Hội đồng Thẩm phán',
  'Hội đồng',
  'Quốc hội',
  'Đoàn đại biểu Quốc hội',
  'Chính phủ',
  'Thủ tướng Chính phủ',
  'Thủ tướng',
  'Chủ tịch nước',
  'Bộ trưởng',
  'Tổng Bí thư',
  'Tòa án nhân dân tối cao',
  'Tòa án nhân dân',
  'Tòa án quân sự',
  'Viện kiểm sát nhân dân tối cao',
  'Viện kiểm sát nhân dân',
  'Kiểm toán nhà nước',
  'Thanh tra Chính phủ',
  'Thanh tra',
  'Ngân hàng Nhà nước Việt Nam',
  'Ngân hàng Chính sách xã hội',
  'Bảo hiểm xã hội Việt Nam',
  'Bảo hiểm xã hội',
  'Kho bạc Nhà nước',
  'Tổng cục',
  'Chi cục',
  'Cục',
  'Trường',
  'Đại học',
  'Học viện',
  'Viện',
  'Trung tâm',
  'Bệnh viện',
  'Công an',
  'Quân khu',
  'Bộ Chỉ huy quân sự',
  'Bộ Tư lệnh',
  'Ủy ban Mặt trận Tổ quốc',
  'Ủy ban Trung ương Mặt trận Tổ quốc',
  'Mặt trận Tổ quốc',
  'Đoàn Chủ tịch',
  'Việt Nam',
  'Tỉnh đoàn',
  'Thành đoàn',
  'Huyện đoàn',
  'Tổng Liên đoàn Lao động',
  'Liên đoàn Lao động',
  'Liên đoàn Thương mại và Công nghiệp',
  'Công đoàn Viên chức',
  'Công đoàn',
  'Đoàn Thanh niên Cộng sản Hồ Chí Minh',
  'Hội Liên hiệp Phụ nữ',
  'Hội Nông dân',
  'Hội Cựu chiến binh',
  'Hội Chữ thập đỏ',
  'Đoàn',
  'Hội',
  'Sở',
  'Bộ',
  'Phòng',
  ...['Sở', 'Bộ', 'Phòng', 'Ban'].flatMap((head) => sectors.map((sector) => `${head} ${sector}`)),
  'Hồ Chí Minh',
];
/** Words after which a proper name comes, all of it in capitals. */
const places = new Set(['tỉnh', 'huyện', 'quận', 'phường', 'xã', 'phố', 'trấn', 'ủy', 'uỷ']);
const plain = (words: string) => words.toLowerCase().replaceAll('uỷ', 'ủy').replaceAll('oà', 'òa');
/** Names by their first word, longest first. */
const table = new Map<string, (readonly [small: string, name: string])[]>();
for (const name of [...parts, ...provinces]) {
  const small = plain(name);
  const first = /^[^\s,]+/u.exec(small)![0];
  table.set(first, [...(table.get(first) ?? []), [small, name]]);
}
for (const names of table.values()) names.sort((a, b) => b[0].length - a[0].length);

/** Words that stay small beside a place's name or a body's. */
const smallWords = new Set([
  'thành',
  'thị',
  'các',
  'và',
  'cơ',
  'quan',
  'trực',
  'thuộc',
  'doanh',
  'nghiệp',
  'khối',
  'lần',
  'thứ',
  'của',
  'về',
  'cấp',
  'khu',
  'vực',
  'quốc',
  'gia',
  'nhân',
  'dân',
  'nhà',
  'nước',
  'tối',
  'cao',
]);
/** Small words that are one half of a pair ("cơ quan", "nhà nước"): alone they may begin a place's name (Quan Hóa, Nhà Bè, Cao Lãnh). */
const pairs: readonly (readonly [string, string])[] = [
  ['cơ', 'quan'],
  ['doanh', 'nghiệp'],
  ['khu', 'vực'],
  ['nhà', 'nước'],
  ['nhân', 'dân'],
  ['quốc', 'gia'],
  ['tối', 'cao'],
  ['trực', 'thuộc'],
];
const halves = new Map(pairs.flatMap(([first, second]) => [[first, { first, second }] as const, [second, { first, second }] as const]));
/** Whether the word stands without the one that makes it a small word. */
function standsAlone(word: string, before: string, behind: string): boolean {
  const pair = halves.get(word);
  if (pair === undefined) return false;
  return word === pair.first ? !behind.startsWith(` ${pair.second}`) : !before.toLowerCase().endsWith(`${pair.first} `);
}
/** Abbreviations ("TNCS", "UBND") stay in capitals: words without a vowel, and some with one. */
const abbreviations = new Set(['ubnd', 'ubmttq', 'ubmttqvn', 'ubkt', 'tand', 'ubhc']);
const withoutVowel = /^[^aăâeêioôơuưyàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]{2,}$/u;

/** A body's name printed in capitals, as it is written in running text; a name with small letters is given back as it is. */
export const bodyInRunningText: (name: string) => string = remembered((name) => {
  if (/\p{Ll}/u.test(name)) return name;
  const words = plain(oneLine(name.normalize('NFC')));
  let result = '';
  let at = 0;
  let afterPlace = false;
  // After "Chi cục", "Tổng cục" comes what it is for: its first word has a capital.
  let afterHead = false;
  while (at < words.length) {
    const rest = words.slice(at);
    const first = /^[^\s,]+/u.exec(rest)?.[0] ?? '';
    const known = table
      .get(first)
      ?.find(([small]) => rest.startsWith(small) && !/^[\p{L}]/u.test(rest.slice(small.length, small.length + 1)));
    if (known !== undefined) {
      result += known[1];
      at += known[0].length;
      const last = known[0].split(' ').at(-1)!;
      afterPlace = places.has(last) || last === 'học';
      afterHead = last === 'cục' || last === 'viện';
      continue;
    }
    const word = /^[^\s]+/u.exec(rest)?.[0];
    if (word === undefined) {
      result += ' ';
      at += 1;
      continue;
    }
    // After "huyện", "xã", "Huyện ủy" comes a place's name, which no table needs to know.
    const small = places.has(word) || (smallWords.has(word) && !(afterPlace && standsAlone(word, result, rest.slice(word.length))));
    // "lần thứ XVI", "khóa XIV": Roman numerals.
    if (withoutVowel.test(word) || abbreviations.has(word) || (/^[ivxlc]+$/u.test(word) && /(?:thứ|khóa|khoá) $/u.test(result))) {
      result += word.toUpperCase();
      afterPlace = false;
      at += word.length;
      continue;
    }
    result += (afterPlace || afterHead || result === '') && !small ? `${word[0]!.toUpperCase()}${word.slice(1)}` : word;
    afterPlace = (afterPlace && !small) || places.has(word);
    afterHead = false;
    at += word.length;
  }
  return result;
});
