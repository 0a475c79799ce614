import { typeNames as namesInText, typeHeadings } from './documentTypes.ts';

/**
 * Words that tell what a line is in the layout (thể thức) of Party and State documents,
 * after Hướng dẫn 36-HD/VPTW (Party) and Nghị định 30/2020/NĐ-CP (State).
 */

/** Words that head a document and are too common in capitals elsewhere (a heading "THƯ VIỆN", "HỢP ĐỒNG") to tell a head by their line's beginning. */
const common = new Set(['THƯ', 'LỆNH', 'HỢP ĐỒNG', 'THỎA THUẬN', 'THOẢ THUẬN', 'DỰ ÁN']);

/** Type names as they stand alone over the title (tên loại). */
export const typeNames: readonly string[] = typeHeadings.filter((name) => !common.has(name));

const properNames = namesInText.map((name) => `${name[0]!.toUpperCase()}${name.slice(1)}`);

/** Capacities that open a signature (thể thức đề ký): on behalf of, for the head, by order, by authority. */
export const capacityMark = /^(?:T\s?\/\s?M|K\s?\/\s?T|T\s?\/\s?L|TM|KT|TL|TUQ|Q)(?:\.|(?=[\s/])|$)/u;

/** The line that opens the recipients' list (nơi nhận). */
export const recipientsMark = /^(?:Nơi\s+(?:nhận|gửi)|NƠI\s+NHẬN)\s*:?/u;

/** Labels that open a line of their own: notes, years of a schedule, addressees. */
export const labelMark =
  /^(?:Lưu ý|Ghi chú|Chú thích|Kính gửi|Năm \d{4}|Giai đoạn \d{4}\s?[-–]\s?\d{4}|Quý [IVX]{1,3}\/\d{4}|Tháng \d{1,2}\/\d{4})\s*:/u;

/** Named divisions of a norm (chương, mục, điều) and annexes, alone or with their title. */
export const divisionMark =
  /^(?:(?:Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC|Điều|ĐIỀU)\s+(?:\d{1,3}|[IVXLC]{1,6}|thứ\s+\p{L}+|THỨ\s+\p{L}+)\s*(?:[.:]|$)|(?:PHỤ LỤC|Phụ lục)(?:\s+(?:\d{1,3}|[IVXLC]{1,6}|số\s+\d{1,3}))?\s*(?:[.:]|$))/u;

/** Opening words of the legal grounds (căn cứ ban hành), each on a line of its own. */
export const groundMark = /^(?:Căn cứ|Xét|Theo đề nghị|Thực hiện|Trên cơ sở)(?=\s)/u;

/** Opening words of a paragraph that closes a document or hands out its work: never the middle of the paragraph before. */
export const closingMark =
  /^(?:Trong quá trình (?:tổ chức )?(?:triển khai )?thực hiện|Nhận được|Yêu cầu các|Đề nghị các|(?:Nghị quyết|Chỉ thị|Kết luận|Quy định|Quy chế|Quyết định|Hướng dẫn|Kế hoạch|Chương trình|Thông báo|Đề án) này)(?=[\s,])/u;

/**
 * Numbering and bullets that open a block: "I.", "I-", "1.", "1.1.", "1.1 ", "a)", "đ)", "-", "+", "*", "•".
 * A number counts only with its mark, so that "5 năm" or "01-KL/TW" at the beginning of a line is none.
 */
export const blockMarker =
  /^(?:[IVXLC]{1,7}\s?[-.)/–](?=\s|\p{Lu})|\d{1,3}(?:\.\d{1,3}){0,4}[.)](?=\s|\p{L}|$)|\d{1,3}(?:\.\d{1,3}){1,4}\s+(?=\p{Lu})|\d{1,2}\s?[-–]\s(?=\p{Lu})|[a-zđ]\d?\)|[a-zđ]\.(?=\s\p{Lu})|[-–—+*•●○▪■◦‣∙·]{1,2}(?=\s|\p{L}|“)|\([a-zđ\d]{1,2}\)(?=\s))/u;

/** A line that rules off (gạch ngang, dấu sao) and holds no word. */
export const ruleLine = /^[-_=*~–—.\u2500-\u257f\s]+$/u;

/** A line that stops at a verb whose object is a document, and one that begins with a document's name: together one sentence. */
export const wantsDocument =
  /(?:^|[\s(“"])(?:(?:thực hiện|triển khai|quán triệt|thi hành|chấp hành|cụ thể hóa|cụ thể hoá|sửa đổi|bổ sung|thay thế|bãi bỏ)(?: (?:tốt|nghiêm|nghiêm túc|có hiệu quả))?|[Cc]ăn cứ|[Tt]heo)$/iu;
export const namesDocument = new RegExp(`^(?:${properNames.join('|')}) (?:số )?\\d{1,5}`, 'u');

/** Words after which a number or a symbol goes on: a line that ends so is never the end of a block. */
export const openWord =
  /(?:^|[\s(“"])(?:số|ngày|tháng|năm|khóa|khoá|quý|Điều|điều|khoản|điểm|mục|lần|thứ|tập|kỳ|là|và|của|về|theo|từ|đến|với|cho|tại|trong|các|những|do|để)$/iu;

/** Names of many words that lines break inside of. */
const brokenNames = [
  'Ban Chấp hành Trung ương',
  'Ban Chấp hành Đảng bộ',
  'Ban Thường vụ',
  'Ban Bí thư',
  'Ban Tuyên giáo',
  'Ban Tổ chức',
  'Ban Dân vận',
  'Ban Nội chính',
  'Ban Kinh tế',
  'Ban Cán sự',
  'Ban Chỉ đạo',
  'Ban Tuyên giáo và Dân vận',
  'Bộ Chính trị',
  'Bộ Nội vụ',
  'Bộ Tài chính',
  'Bộ Tư pháp',
  'Bộ Công an',
  'Bộ Quốc phòng',
  'Bộ Y tế',
  'Ủy ban Kiểm tra',
  'Ủy ban Mặt trận Tổ quốc Việt Nam',
  'Hội đồng nhân dân',
  'Ủy ban nhân dân',
  'Uỷ ban nhân dân',
  'nhân dân Thành phố',
  'Tòa án nhân dân',
  'Viện kiểm sát nhân dân',
  'Bộ Xây dựng',
  'Bộ Khoa học và Công nghệ',
  'Bộ Nông nghiệp và Môi trường',
  'Bộ Dân tộc và Tôn giáo',
  'Bộ Ngoại giao',
  'Bộ Công Thương',
  'Bộ Giáo dục và Đào tạo',
  'Sở Nội vụ',
  'Sở Tài chính',
  'Sở Tư pháp',
  'Liên đoàn Lao động',
  'Tổng Liên đoàn',
  'Hội Liên hiệp Phụ nữ',
  'Hội Cựu chiến binh',
  'Hội Nông dân',
  'Đoàn Thanh niên Cộng sản Hồ Chí Minh',
  'Đảng Cộng sản Việt Nam',
  'Đảng bộ',
  'Đảng ủy',
  'Tỉnh ủy',
  'Thành ủy',
  'Huyện ủy',
  'Thị ủy',
  'Quận ủy',
  'Thường trực Tỉnh ủy',
  'Thường trực Thành ủy',
  'Thường trực Huyện ủy',
  'Chủ tịch Hồ Chí Minh',
  'Tổng Bí thư',
  'Phó Bí thư',
  'Thủ tướng Chính phủ',
  'Văn phòng Chính phủ',
  'Chánh Văn phòng',
  'Chánh Thanh tra',
  'Quốc hội',
  'Mác - Lênin',
  'Việt Nam',
  'Hà Nội',
];

function pairsOf(names: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
  const pairs = new Map<string, Set<string>>();
  for (const name of names) {
    const words = name.match(/\p{L}+/gu) ?? [];
    for (let index = 1; index < words.length; index += 1) {
      const before = words[index - 1] ?? '';
      const next = pairs.get(before) ?? new Set<string>();
      next.add(words[index] ?? '');
      pairs.set(before, next);
    }
  }
  return pairs;
}

/** For a word of such a name, the words that follow it there. */
export const namePairs = pairsOf(brokenNames);

/** Names with a dash in them, which looks like a bullet where a line breaks before it ("Phòng Kế hoạch" / "- Tài chính"). */
const dashedNames = [
  'Kế hoạch - Tài chính',
  'Tài chính - Kế hoạch',
  'Tổ chức - Hành chính',
  'Hành chính - Tổng hợp',
  'Hành chính - Quản trị',
  'Tổng hợp - Hành chính',
  'Kinh tế - Hạ tầng',
  'Kinh tế - Xã hội',
  'Văn hóa - Xã hội',
  'Văn hoá - Xã hội',
  'Văn hóa - Thông tin',
  'Văn hoá - Thông tin',
  'Lao động - Thương binh',
  'Thi đua - Khen thưởng',
  'Tuyên giáo - Dân vận',
  'Dân số - Kế hoạch',
  'Khoa học - Kỹ thuật',
  'Quốc phòng - An ninh',
  'Mác - Lênin',
  'Bà Rịa - Vũng Tàu',
  'Thừa Thiên - Huế',
  'Phan Rang - Tháp Chàm',
];

function afterDash(names: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
  const pairs = new Map<string, Set<string>>();
  for (const name of names) {
    const [before = '', after = ''] = name.split(' - ');
    pairs.set(before, (pairs.get(before) ?? new Set()).add(after));
  }
  return pairs;
}

/** For the words of such a name before its dash, the words that follow it there. */
export const dashedPairs = afterDash(dashedNames);
