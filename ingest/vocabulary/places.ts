import { remembered } from './remembered.ts';
import { singleSpaced } from './spacing.ts';

/**
 * Provinces and centrally run cities (tỉnh, thành phố trực thuộc Trung ương): the 63 up to 30/6/2025; the 34 since then
 * (Nghị quyết 202/2025/QH15) bear names among these. Used to know whose number series a number is.
 */
export const provinces: readonly string[] = [
  'An Giang',
  'Bà Rịa - Vũng Tàu',
  'Bạc Liêu',
  'Bắc Giang',
  'Bắc Kạn',
  'Bắc Ninh',
  'Bến Tre',
  'Bình Dương',
  'Bình Định',
  'Bình Phước',
  'Bình Thuận',
  'Cà Mau',
  'Cao Bằng',
  'Cần Thơ',
  'Đà Nẵng',
  'Đắk Lắk',
  'Đắk Nông',
  'Điện Biên',
  'Đồng Nai',
  'Đồng Tháp',
  'Gia Lai',
  'Hà Giang',
  'Hà Nam',
  'Hà Nội',
  'Hà Tĩnh',
  'Hải Dương',
  'Hải Phòng',
  'Hậu Giang',
  'Hòa Bình',
  'Hồ Chí Minh',
  'Huế',
  'Hưng Yên',
  'Khánh Hòa',
  'Kiên Giang',
  'Kon Tum',
  'Lai Châu',
  'Lạng Sơn',
  'Lào Cai',
  'Lâm Đồng',
  'Long An',
  'Nam Định',
  'Nghệ An',
  'Ninh Bình',
  'Ninh Thuận',
  'Phú Thọ',
  'Phú Yên',
  'Quảng Bình',
  'Quảng Nam',
  'Quảng Ngãi',
  'Quảng Ninh',
  'Quảng Trị',
  'Sóc Trăng',
  'Sơn La',
  'Tây Ninh',
  'Thái Bình',
  'Thái Nguyên',
  'Thanh Hóa',
  'Thừa Thiên Huế',
  'Tiền Giang',
  'Trà Vinh',
  'Tuyên Quang',
  'Vĩnh Long',
  'Vĩnh Phúc',
  'Yên Bái',
];

/**
 * Other spellings of provinces' names: of printed heads, of older maps, of keyboards.
 */
const spellings: Readonly<Record<string, string>> = {
  'Bà Rịa-Vũng Tàu': 'Bà Rịa - Vũng Tàu',
  'Bà Rịa – Vũng Tàu': 'Bà Rịa - Vũng Tàu',
  'Bắc Cạn': 'Bắc Kạn',
  'Đăk Lăk': 'Đắk Lắk',
  'Đắc Lắc': 'Đắk Lắk',
  'Đắk Lăk': 'Đắk Lắk',
  'Đăk Nông': 'Đắk Nông',
  'Đắc Nông': 'Đắk Nông',
  'Thừa Thiên - Huế': 'Huế',
  'Thừa Thiên – Huế': 'Huế',
};

/** The day on which provinces merged and the district level ended (Nghị quyết 202/2025/QH15; Luật Tổ chức chính quyền địa phương 2025). */
export const mergedOn = '2025-07-01';

/** Of the 34 provinces since 01/7/2025 those that were merged, with the provinces that went up in them; the other eleven went on unchanged. */
const merged: Readonly<Record<string, readonly string[]>> = {
  'Tuyên Quang': ['Hà Giang'],
  'Lào Cai': ['Yên Bái'],
  'Thái Nguyên': ['Bắc Kạn'],
  'Phú Thọ': ['Vĩnh Phúc', 'Hòa Bình'],
  'Bắc Ninh': ['Bắc Giang'],
  'Hưng Yên': ['Thái Bình'],
  'Hải Phòng': ['Hải Dương'],
  'Ninh Bình': ['Hà Nam', 'Nam Định'],
  'Quảng Trị': ['Quảng Bình'],
  'Đà Nẵng': ['Quảng Nam'],
  'Quảng Ngãi': ['Kon Tum'],
  'Gia Lai': ['Bình Định'],
  'Khánh Hòa': ['Ninh Thuận'],
  'Lâm Đồng': ['Đắk Nông', 'Bình Thuận'],
  'Đắk Lắk': ['Phú Yên'],
  'Hồ Chí Minh': ['Bà Rịa - Vũng Tàu', 'Bình Dương'],
  'Đồng Nai': ['Bình Phước'],
  'Tây Ninh': ['Long An'],
  'Cần Thơ': ['Sóc Trăng', 'Hậu Giang'],
  'Vĩnh Long': ['Bến Tre', 'Trà Vinh'],
  'Đồng Tháp': ['Tiền Giang'],
  'Cà Mau': ['Bạc Liêu'],
  'An Giang': ['Kiên Giang'],
};
const successors = new Map(Object.entries(merged).flatMap(([name, parts]) => parts.map((part) => [part, name] as const)));

/** The province into which this one went up on 01/7/2025, or null for one that still bears its name. Proper spelling, as `placeNamed` gives it. */
export function successorOf(province: string): string | null {
  return successors.get(province) ?? null;
}

/** True for a province that took others in on 01/7/2025 and kept its own name: since then the name alone means the whole. */
export function isMerged(province: string): boolean {
  return Object.hasOwn(merged, province);
}

/** The 34 provinces and centrally run cities since 01/7/2025. "Thừa Thiên Huế" is the city of Huế since 2025. */
export const presentProvinces: readonly string[] = provinces.filter((name) => !successors.has(name) && name !== 'Thừa Thiên Huế');

const plain = (words: string) => singleSpaced(words.normalize('NFC').toLowerCase().replaceAll('oà', 'òa').replaceAll('oá', 'óa'));
const folded = new Map(
  [...provinces.map((name) => [name, name] as const), ...Object.entries(spellings)].map(([name, proper]) => [plain(name), proper]),
);
// A commune or ward may bear a province's name (xã Phú Thọ in Đồng Tháp); a town that does (thị xã Hà Giang) lies in it.
const anyProvince = new RegExp(
  `(?<![\\p{L}])(?<!(?<!thị )(?:xã|phường|đặc khu) )(?:${[...folded.keys()].sort((a, b) => b.length - a.length).join('|')})(?![\\p{L}])`,
  'u',
);

/** The province that the words name, in its proper spelling, or null. "Hồ Chí Minh" counts only as a city's name. */
export const placeNamed: (words: string) => string | null = remembered((words) => {
  const text = plain(words);
  const match = anyProvince.exec(text);
  if (match === null) return null;
  const name = folded.get(match[0])!;
  if (name === 'Hồ Chí Minh') return /(?:thành phố|tp\.?|tphcm|thành ủy|thành uỷ)\s?hồ chí minh/u.test(text) ? 'Hồ Chí Minh' : null;
  return name === 'Thừa Thiên Huế' ? 'Huế' : name;
});

const unitWords =
  /(?:huyện|thị xã|quận|phường|xã|thị trấn|thành phố|(?:huyện|thị|quận|thành|đảng) (?:ủy|uỷ))\s(?:xã\s|phường\s)?(?<name>(?!Khối)\p{Lu}\p{Ll}*(?:\s\p{Lu}\p{Ll}*){0,3}|\d{1,2}(?!\p{N}))/u;
const blocWords = /khối\s(?<name>(?:các\s)?(?:cơ quan|doanh nghiệp)[^,;.()]{0,40})/iu;

/** The proper name of the unit below a province that the words name ("Huyện ủy Châu Thành" → "Châu Thành"; a bloc by its kind), or null. */
export const unitNamed: (words: string) => string | null = remembered((words) => {
  const bloc = blocWords.exec(words)?.groups?.name;
  if (bloc !== undefined) return `khối ${plain(bloc).trim()}`;
  const match = unitWords.exec(
    words.charAt(0).toLowerCase() + words.slice(1).replace(/(?:Huyện|Thị|Quận|Thành|Đảng) (?:ủy|uỷ)/gu, (found) => found.toLowerCase()),
  );
  return match?.groups?.name ?? null;
});
