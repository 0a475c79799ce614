import { foldTone, phraseList } from './phrases.ts';

/**
 * Persons' names as they stand under signatures: family names (họ) of the Vietnamese and of the peoples of the country, by which a name in capitals
 * is told from an office in capitals, and titles before a name (học hàm, học vị, quân hàm).
 */
const familyNames: ReadonlySet<string> = new Set(
  phraseList(`
    nguyễn; trần; lê; phạm; hoàng; huỳnh; phan; vũ; võ; đặng; bùi; đỗ; hồ; ngô; dương; lý; đào; đoàn; vương; trịnh; trương; đinh; lâm; phùng; mai; tô; hà; tạ; lưu;
    chu; châu; thái; cao; la; lương; lò; lường; quách; giàng; thào; vàng; sùng; mùa; hạng; cầm; bàn; triệu; nông; hứa; ma; bế; hoàn; đàm; lục; lăng; tống; từ; kiều;
    khuất; khổng; nghiêm; ninh; thân; giáp; vi; lù; lỳ; chang; tẩn; lầu; cứ; ly; xa; khà; hờ; và; vì; tòng; quàng; bạc; điêu; sa; bạch; bùi; đới; tăng; thạch; sơn;
    kim; danh; lữ; diệp; doãn; mạc; mạch; nhan; ông; phó; phí; quản; thiều; tiêu; trà; trang; tôn; viên; văn; y; k; rơ; ksor; rmah; siu; nay; kpă; h; a; đinh; blúp;
    đồng; lại; uông; âu; bá; cấn; cù; giang; hán; hàn; khúc; lạc; liêu; lỗ; mẫn; mông; mã; ngọ; nhữ; ngụy; ong; phù; quan; sử; tào; thi; thẩm; thượng; ung; vạn; vưu; lai;
    cung; an; ngân; hùng; lang; chảo; tráng; phàn; chẻo; lèng; ngải; sần; vừ; thò; cháng; hầu; lồ; sèo
  `).map(foldTone),
);

/** True for a word that is a family name; any case. */
export function isFamilyName(word: string): boolean {
  return familyNames.has(foldTone(word));
}

/** Titles before a person's name: GS., PGS.TS., BS CKII, Đại tướng … */
export const personTitle =
  /^(?:(?:GS|PGS|TS|TSKH|Th\.?S|ThS|BS|BSCKI{0,2}|BSCK[12]|CKI{1,2}|CK\s?[12]|DS|KTS|KS|CN|LS|NGƯT|NGND|NSƯT|NSND|TTƯT|TTND|Giáo sư|Phó Giáo sư|Tiến sĩ|Tiến sỹ|Thạc sĩ|Thạc sỹ|Bác sĩ|Bác sỹ|Kỹ sư|Luật sư|Linh mục|Hòa thượng|Đồng chí|Đ\/c|Ông|Bà|(?:Đại|Thượng|Trung|Thiếu)\s(?:tướng|tá|úy|uý)|(?:ĐẠI|THƯỢNG|TRUNG|THIẾU)\s(?:TƯỚNG|TÁ|ÚY|UÝ)|Chuẩn Đô đốc|Phó Đô đốc|Đô đốc)(?![\p{L}])[.,:]?\s*)+/u;

/** One word of a name: capital and small letters, or one of the marks of the highlands' languages ("H’Bơ", "Kpă"). */
const nameWord = "\\p{Lu}(?:[\\p{Ll}’'`]{1,9}|[’'`]\\p{Lu}?\\p{Ll}{1,8}|(?=\\s))";
/** A person's name in small letters: two to six words. */
export const personName = new RegExp(`^${nameWord}(?:[\\s-]+\\p{Lu}[\\p{Ll}’'\`]{0,9}(?:[’'\`]\\p{Lu}?\\p{Ll}{1,8})?){1,5}$`, 'u');

/** Family names that begin words of offices and bodies too: in capitals they tell nothing. */
const ambiguous = new Set(
  phraseList(
    'văn; đoàn; phó; kim; sơn; quản; an; thi; viên; trang; y; k; a; h; cung; lang; đồng; trà; tiêu; vì; từ; danh; ông; quan; hội; nay; ban',
  ).map(foldTone),
);
const middleNames = new Set(
  phraseList(
    'văn; thị; hà; mai; lâm; sơn; kim; an; thái; châu; giang; ngân; hùng; dương; thi; viên; quan; đồng; cao; trang; danh; thạch',
  ).map(foldTone),
);

/** A name whose syllables came apart ("Đặ ng Văn Minh"): no word of a name begins small, so a small one belongs to the one before it. */
export function wholeName(words: string): string {
  return words.replace(/(?<=\p{Lu}\p{Ll}{0,6})\s(?=\p{Ll}{1,4}(?:\s\p{Lu}|$))/gu, '');
}

/** True for a name in capitals ("NGUYỄN VĂN AN"): two to five words, the first a family name that is no other word. */
export function isNameInCapitals(words: string): boolean {
  const list = words.split(/\s+/u);
  const first = foldTone(list[0]!);
  return (
    list.length >= 2 &&
    list.length <= 5 &&
    familyNames.has(first) &&
    !ambiguous.has(first) &&
    list.every((word) => /^\p{Lu}{1,8}$/u.test(word))
  );
}

/** Two names in one row ("Lê Văn Tám Trần Thị Chín"): the index of the word at which the second begins; -1 where that is not plain. */
export function secondName(words: readonly string[]): number {
  return words.findIndex(
    (word, index) => index >= 2 && index <= words.length - 2 && isFamilyName(word) && !middleNames.has(foldTone(word)),
  );
}
