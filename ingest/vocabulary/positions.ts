import { matchesOf } from './matches.ts';
import { phraseList } from './phrases.ts';
import { remembered } from './remembered.ts';

/**
 * Offices in which people sign (chức vụ của người ký), in capitals as they stand under documents; longest first. Before each "PHÓ", "Q.", "QUYỀN" may
 * stand, behind it the name of the body ("GIÁM ĐỐC SỞ NỘI VỤ") or "THƯỜNG TRỰC".
 */
const offices = phraseList(`
    TỔNG BÍ THƯ; BÍ THƯ THỨ NHẤT; BÍ THƯ; CHỦ TỊCH; THỦ TƯỚNG; BỘ TRƯỞNG; THỨ TRƯỞNG; TRƯỞNG BAN; TRƯỞNG PHÒNG; TRƯỞNG ĐOÀN; TRƯỞNG TIỂU BAN;
    TRƯỞNG CÔNG AN; TRƯỞNG BỘ PHẬN; TRƯỞNG KHOA; TRƯỞNG; GIÁM ĐỐC; TỔNG GIÁM ĐỐC; CHÁNH VĂN PHÒNG; CHÁNH THANH TRA; CHÁNH ÁN; VIỆN TRƯỞNG; CỤC TRƯỞNG; VỤ TRƯỞNG; CHI CỤC TRƯỞNG;
    TỔNG CỤC TRƯỞNG; CHỦ NHIỆM; TỔNG THƯ KÝ; TỔNG KIỂM TOÁN; TỔNG THANH TRA; TỔNG BIÊN TẬP; THỐNG ĐỐC; HIỆU TRƯỞNG; ỦY VIÊN; UỶ VIÊN; CHỈ HUY TRƯỞNG; CHÍNH ỦY; CHÍNH UỶ; CHÍNH TRỊ VIÊN; TƯ
    LỆNH; ĐỘI TRƯỞNG; TỔ TRƯỞNG; TRẠM TRƯỞNG; KIỂM TOÁN TRƯỞNG; THƯ KÝ; THỦ TRƯỞNG; ĐẠI DIỆN; TUỲ VIÊN; THẨM PHÁN; KIỂM SÁT VIÊN; CHẤP HÀNH VIÊN; CHỦ TỌA; CHỦ TRÌ; NGƯỜI GHI BIÊN BẢN
  `).sort((a, b) => b.length - a.length);

/** Bodies whose names hold an office's words: "BAN BÍ THƯ" is no secretary. */
const bodiesWithOffices = [
  'BAN BÍ THƯ',
  'ĐOÀN CHỦ TỊCH',
  'BAN CHỦ NHIỆM',
  'HỘI ĐỒNG THẨM PHÁN',
  'VĂN PHÒNG CHỦ TỊCH',
  'ỦY BAN KIỂM SÁT',
  'THƯỜNG TRỰC ĐOÀN CHỦ TỊCH',
];

const office = offices.map((name) => name.replaceAll(' ', '\\s')).join('|');
/** An office at the beginning of words in capitals. */
export const officeHere = new RegExp(`^(?:(?:PHÓ|Q\\.|QUYỀN)\\s?){0,2}(?:${office})(?![\\p{L}])`, 'u');
const bodyOrOffice = new RegExp(
  `(?<![\\p{L}])(?:${bodiesWithOffices.join('|')})(?![\\p{L}])|(?:(?<![\\p{L}])|(?<=ĐOÀN|ĐẢNG|ỦY|UỶ|VỤ|HÀNH|DÂN|TRỊ))(?<office>(?:(?:PHÓ|Q\\.|QUYỀN)\\s?){0,2}(?:${office}))(?![\\p{L}])`,
  'gu',
);

/** Where offices begin in words in capitals, those inside a body's name left out; a lost blank before one does not hide it. */
export const officesIn: (words: string) => readonly number[] = remembered((words) =>
  matchesOf(bodyOrOffice, words).flatMap((match) => (match.groups?.office === undefined ? [] : [match.index])),
);

/** Words before which an office is part of what goes before: "CHỦ TỊCH" in "KT. CHỦ TỊCH". */
export const positionExamples: readonly string[] = [
  'PHÓ BÍ THƯ THƯỜNG TRỰC',
  'CHỦ TỊCH',
  'PHÓ CHỦ TỊCH',
  'THỨ TRƯỞNG',
  'PHÓ CHÁNH VĂN PHÒNG',
  'GIÁM ĐỐC SỞ NỘI VỤ',
  'PHÓ TRƯỞNG BAN THƯỜNG TRỰC',
  'Q. GIÁM ĐỐC',
  'ỦY VIÊN THƯỜNG TRỰC',
];
