/**
 * Who decides, resolves, concludes: the bodies and offices that documents name as their makers on a line in capitals before the grounds or before
 * "QUYẾT ĐỊNH:", and in the sentence with which a document introduces itself.
 */
const bodiesInCapitals = [
  'BAN (?:THƯỜNG VỤ|CHẤP HÀNH|BÍ THƯ|CHỈ ĐẠO|THƯỜNG TRỰC|TỔ CHỨC|TUYÊN GIÁO|DÂN VẬN|NỘI CHÍNH|KINH TẾ|CÁN SỰ|QUẢN LÝ|DÂN TỘC|GIÁM ĐỐC)',
  'BỘ CHÍNH TRỊ',
  'THƯỜNG TRỰC',
  '(?:TỈNH|THÀNH|HUYỆN|THỊ|QUẬN|ĐẢNG|QUÂN) (?:ỦY|UỶ)',
  '(?:ỦY|UỶ) BAN',
  'UBND',
  'HỘI ĐỒNG',
  'HĐND',
  'HỘI NGHỊ',
  'ĐẠI HỘI',
  'CHÍNH PHỦ',
  'QUỐC HỘI',
  'ĐOÀN CHỦ TỊCH',
  'THANH TRA',
  'VĂN PHÒNG',
  'SỞ',
];
const officesInCapitals = [
  '(?:PHÓ )?CHỦ TỊCH',
  '(?:PHÓ )?THỦ TƯỚNG',
  'BỘ TRƯỞNG',
  '(?:TỔNG |PHÓ )?GIÁM ĐỐC',
  '(?:PHÓ )?TRƯỞNG (?:BAN|PHÒNG|ĐOÀN|TIỂU BAN)',
  'CHÁNH (?:ÁN|VĂN PHÒNG|THANH TRA)',
  'VIỆN TRƯỞNG',
  'TỔNG (?:KIỂM TOÁN|THANH TRA|BIÊN TẬP|CỤC TRƯỞNG|THƯ KÝ)',
  '(?:CỤC|VỤ|CHI CỤC) TRƯỞNG',
  'THỐNG ĐỐC',
  'HIỆU TRƯỞNG',
  'CHỦ NHIỆM',
  'BÍ THƯ',
  'TƯ LỆNH',
  'THỦ TRƯỞNG',
];

/** A line that begins with a deciding body or office in capitals: "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH …", "BỘ TRƯỞNG BỘ …". */
export const authority = new RegExp(`^(?:${[...bodiesInCapitals, ...officesInCapitals].join('|')})(?![\\p{L}])`, 'u');

export const authorityExamples: readonly string[] = [
  'CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH SƠN LA',
  'HỘI ĐỒNG NHÂN DÂN TỈNH LÀO CAI',
  'BỘ TRƯỞNG BỘ TÀI CHÍNH',
  'BAN THƯỜNG VỤ HUYỆN ỦY',
  'THỐNG ĐỐC NGÂN HÀNG NHÀ NƯỚC VIỆT NAM',
  'CHÁNH ÁN TÒA ÁN NHÂN DÂN TỐI CAO',
];
