import { sectors } from '#ingest/vocabulary/sectors.ts';

/** Patterns of bodies' names as they stand beside a document that they issued. */

/** Second syllables of the compounds that names begin with: "Ban Tổ chức", "Ủy ban Kiểm tra", "Chính phủ". */
const second =
  'ban|phố|ủy|uỷ|vụ|hành|trị|ương|thư|đảng|sự|giáo|tra|vận|chính|chức|tế|ngoại|đạo|an|pháp|sát|án|trận|đoàn|động|phòng|hiểm|phủ|tướng|tịch|hội|trưởng|nghiệp|binh|niên|nữ|dân|đồng|quốc|nghị|viên|bộ|nước|trực|quan';
/** Words in small letters that go on inside a body's name; a name ends at the first other one. */
const inner =
  'nhân dân|thường vụ|chấp hành|giám sát|đảng|cán sự|đảng viên|các cơ quan|tỉnh|huyện|thị xã|xã|thành phố|phường|quận|thị trấn|khối|lần thứ (?:nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười(?: \\p{L}+)?|\\d{1,2})|viên chức|doanh nghiệp|trực thuộc|tối cao';
const joint =
  '(?:Đào tạo|Đầu tư|Du lịch|Truyền thông|Môi trường|Phát triển nông thôn|Xã hội|Công nghệ|Thể thao|Dân vận|Gia đình|doanh nghiệp|tương đương)';
/** Sectors as people write them: small letters inside, commas and "và" left out ("Sở Văn hóa thể thao du lịch"). */
const loosely = (name: string) =>
  name
    .split(/,? và |, | - | /u)
    .map((word) => `[${word[0]!.toLowerCase()}${word[0]!.toUpperCase()}]${word.slice(1)}`)
    .join(',?\\s(?:(?:và|&|-|–)\\s)?')
    .replaceAll('hóa', 'h(?:óa|oá)')
    .replaceAll('ủy', '(?:ủy|uỷ)');
const sector = sectors
  .toSorted((a, b) => b.length - a.length)
  .map(loosely)
  .join('|');
/** Two bodies that decide together, and heads of an office with two titles. */
const together = '(?:Bộ Chính trị, Ban Bí thư|Bộ trưởng, Chủ nhiệm(?: Văn phòng Chính phủ|(?: Ủy| Uỷ) ban Dân tộc)?)(?![\\p{L}])';
const office = `(?:(?:Giám đốc|Bộ trưởng|Chánh Văn phòng|Trưởng phòng|Ban cán sự đảng) )?(?:Bộ|Sở|Phòng) (?:${sector})(?![\\p{L}])(?:\\s(?:tỉnh|thành phố|huyện|quận|thị xã)(?:\\s\\p{Lu}\\p{L}*){0,3})?`;
const stop =
  '(?:Quy định|Quyết định|Kết luận|Kế hoạch|Chỉ thị|Nghị quyết|Nghị định|Hướng dẫn|Báo cáo|Thông báo|Công văn|Chương trình|Đề án|Quy chế|Thông tư|Tờ trình|Về)(?![\\p{L}])';
/** A plenum as the body that issued: "Hội nghị lần thứ tư Ban Chấp hành Trung ương Đảng", "Hội nghị Trung ương 8". */
export const plenum =
  'Hội nghị (?:(?:Ban Chấp hành |BCH )?Trung ương(?: Đảng)? (?:lần thứ )?(?:\\d{1,2}|nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười(?: (?:một|hai|ba|bốn|lăm))?)(?![\\p{L}\\d])|(?:lần thứ (?:\\d{1,2}|\\p{L}{2,4}(?: (?:một|hai|ba|bốn|lăm))?),? )(?:Ban Chấp hành|BCH) (?:Trung ương|TW)(?: Đảng)?)';
const capitalised = `\\p{Lu}[\\p{L}]*(?:\\s(?:${second})(?![\\p{L}]))?`;
export const bodyName = `(?:${together}|${office}|${plenum}|(?!${stop})(?!\\p{Lu}{1,2}\\d)${capitalised}(?:\\s(?:-\\s)?(?:(?!${stop})(?!\\(|[IVX]+(?![\\p{L}]))${capitalised}|và ${joint}|(?:${inner})(?![\\p{L}]))){0,14})`;

/** Bodies whose names go on in small letters to their end: associations, institutes, courts, companies, the police and insurance. */
const running =
  '(?:(?:Viện trưởng |Chánh án |Giám đốc |Chủ tịch |Tổng Giám đốc |Cục trưởng )?(?:Hội(?! nghị| đồng)|Hiệp hội|Liên hiệp|Liên đoàn|Viện|Bảo hiểm|Tòa án|Toà án|Công an|Tổng cục|Tổng công ty|Công ty|Tập đoàn|Trung tâm|Trường|Quỹ|Ngân hàng|Kho bạc|Cục|Chi cục|Đoàn giám sát|Đoàn kiểm tra|Thanh tra|Kiểm toán))';
/** What a name never holds: the sentence goes on there. */
const goesOn =
  'về|và|đã|được|ban hành|quy định|hướng dẫn|phê duyệt|công bố|sửa đổi|bổ sung|triển khai|thực hiện|gắn|để|nhằm|trong|đến|từ|thì|là|có|cần|phải|theo|cho|yêu cầu|giao|đạt|tiếp tục|nêu|với|cùng|tại|khi|năm|ngày|tháng|số|như|sau|trước|trên|do|nay|này|nên|vào|quyết định|thay thế|bãi bỏ|báo cáo|xin|trình|đề nghị|kính|thông báo|cụ thể hóa|cụ thể hoá|quán triệt|sơ kết|tổng kết|chỉ đạo|lãnh đạo|xây dựng|phối hợp|hết hiệu lực|có hiệu lực|đang|sẽ|chưa|không|nhưng|mà|hoặc|rồi|vừa|ký|gửi';
const runningWords = `${running}(?![\\p{L}])(?:\\s(?!(?:${goesOn})(?![\\p{L}]))(?:[\\p{L}][\\p{L}&]*|[-–])){0,12}`;
/** A running name to its end: a mark, or words that go on. */
export const runningName = new RegExp(
  `\\s?,?\\s?(?:của|do)\\s(?<issuer>${runningWords})(?=[,;:.()\\n]|$|\\s)(?:\\s(?:đã\\s)?ban hành)?`,
  'uy',
);

/** First words of bodies' names and of the posts that speak for them. */
const heads =
  'Ban|Bộ|Bảo hiểm|Bí thư|Cục|Chi cục|Chi bộ|Chi nhánh|Chính phủ|Chủ tịch|Công an|Công đoàn|Công ty|Giám đốc|Hiệp hội|Hội|HĐND|Huyện (?:ủy|uỷ)|Kho bạc|Kiểm toán|Liên|Mặt trận|Ngân hàng|Phòng|Quân (?:ủy|uỷ)|Quỹ|Quốc hội|Sở|Tập đoàn|Thanh tra|Thành (?:ủy|uỷ)|Thị (?:ủy|uỷ)|Thủ tướng|Thường trực|Tỉnh (?:ủy|uỷ)|Tòa án|Toà án|Tổng|Trung tâm|Trường|Trưởng|Ủy ban|Uỷ ban|UBND|Văn phòng|Viện|Đảng|Đoàn|Đài';
/** A body as the subject of a sentence: its name begins with such a word. */
export const actingBody = `(?:${runningWords}|(?=(?:${heads})(?![\\p{L}]))${bodyName})`;
/** A body's name as it stands right before a bracket, to its last word: names of associations and companies have small letters inside. */
export const bodyBeforeBracket = new RegExp(
  `(?:^|(?<=(?:của|nghe|theo|và|xét|[,;:])\\s))(?<issuer>(?:${heads})(?![\\p{L}])(?:\\s(?!(?:về|tại|đã|có|báo|trình|trong|ban|của|số|và)\\s)(?:\\p{L}[\\p{L}&]*|[-–])){0,14})\\s?\\((?:\\p{L}+\\s){0,2}$`,
  'iu',
);
