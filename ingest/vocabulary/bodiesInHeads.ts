import { remembered } from './remembered.ts';
import { singleSpaced } from './spacing.ts';

/**
 * How the names of bodies lie in a head: which words begin a name, which go on with it over a line's end, what stands above whom.
 * Words in capitals, tone marks on the modern place ("ỦY").
 */

/** Words that begin a body's name. */
const begins =
  /^(?:ỦY BAN|BAN|BỘ|SỞ|CỤC|CHI CỤC|TỔNG CỤC|VỤ|VIỆN|VĂN PHÒNG|PHÒNG|TRƯỜNG|ĐẠI HỌC|HỌC VIỆN|TRUNG TÂM|TÒA ÁN|THANH TRA|KIỂM TOÁN|NGÂN HÀNG|BẢO HIỂM|KHO BẠC|CÔNG AN|QUÂN KHU|QUÂN CHỦNG|MẶT TRẬN|LIÊN ĐOÀN|TỔNG LIÊN ĐOÀN|CÔNG ĐOÀN|HỘI|HIỆP HỘI|LIÊN HIỆP|LIÊN MINH|ĐOÀN|TỈNH ĐOÀN|THÀNH ĐOÀN|HUYỆN ĐOÀN|QUỐC HỘI|CHÍNH PHỦ|THỦ TƯỚNG|CHỦ TỊCH|CÔNG TY|TỔNG CÔNG TY|TẬP ĐOÀN|UBND|HĐND|TỈNH ỦY|THÀNH ỦY|HUYỆN ỦY|THỊ ỦY|QUẬN ỦY|ĐẢNG ỦY|ĐẢNG BỘ|ĐẢNG ĐOÀN|CHI BỘ|QUÂN ỦY|TRUNG ƯƠNG (?:ĐOÀN|HỘI|ĐẢNG)|BÁO|ĐÀI|TẠP CHÍ|BỆNH VIỆN|HẠT|TỔ|TIỂU BAN|THƯỜNG TRỰC|ĐẠI HỘI|CHI NHÁNH)(?![\p{L}])/u;
/** Words that begin a line and go on with the name above: its territory, its second half. */
const goesOn =
  /^(?:TỈNH|THÀNH PHỐ|TP\.?|HUYỆN|QUẬN|THỊ XÃ|THỊ TRẤN|XÃ|PHƯỜNG|ĐẶC KHU|KHỐI|CÁC|VÀ|TRUNG ƯƠNG|NHÂN DÂN|VIỆT NAM|CỦA|TỐI CAO|NHÀ NƯỚC|QUỐC GIA|BAN NHÂN DÂN|KHU VỰC|CẤP CAO|-)(?![\p{L}])/u;
const committee = /^(?:TỈNH|THÀNH|HUYỆN|THỊ|QUẬN|ĐẢNG) ỦY(?![\p{L}])/u;
/** A committee and one of its offices on one line, as the two left lines of a head come out joined. */
const joined =
  /^(?<above>(?:(?:TỈNH|THÀNH|HUYỆN|THỊ|QUẬN|ĐẢNG) ỦY|BAN CHẤP HÀNH TRUNG ƯƠNG|UBND|ỦY BAN NHÂN DÂN|BỘ (?!CHÍNH TRỊ))[^|]{0,60}?)\s(?<below>(?:BAN (?:TUYÊN GIÁO|TỔ CHỨC|DÂN VẬN|NỘI CHÍNH|KINH TẾ|CHÍNH SÁCH|XÂY DỰNG|ĐỐI NGOẠI|CHỈ ĐẠO)|ỦY BAN KIỂM TRA|(?:HUYỆN|THỊ|THÀNH|QUẬN|ĐẢNG) ỦY|VĂN PHÒNG|ĐẢNG ĐOÀN|BAN CÁN SỰ|SỞ|TỔNG CỤC|CỤC|THANH TRA|TRƯỜNG|TRUNG TÂM)(?![\p{L}]).*)$/u;

/** First letters that scans lose: "Y BAN NHÂN DÂN", "ỘI ĐỒNG NHÂN DÂN". */
const beheaded: readonly (readonly [RegExp, string])[] = [
  [/^[YỶ] BAN(?![\p{L}])/u, 'ỦY BAN'],
  [/^ỘI ĐỒNG(?![\p{L}])/u, 'HỘI ĐỒNG'],
  [/^ỈNH (?=ỦY|ĐOÀN)/u, 'TỈNH '],
  [/^UYỆN ỦY/u, 'HUYỆN ỦY'],
  [/^ẢNG (?=ỦY|BỘ|ĐOÀN)/u, 'ĐẢNG '],
  [/^HÀNH ỦY/u, 'THÀNH ỦY'],
  [/^Ộ (?=NỘI VỤ|TÀI CHÍNH|Y TẾ|TƯ PHÁP|CÔNG|XÂY DỰNG|GIÁO DỤC|QUỐC PHÒNG|NGOẠI|VĂN HÓA|KHOA HỌC|NÔNG NGHIỆP)/u, 'BỘ '],
];

/** True for words in capitals that begin as the name of a body does. */
export function beginsBody(name: string): boolean {
  return begins.test(name);
}

/** A line of a head in today's writing, with the first letter that it lost. */
const plain = remembered((line) => beheaded.reduce((words, [lost, whole]) => words.replace(lost, whole), modern(line)));
const modern = (words: string) => singleSpaced(words).replaceAll('UỶ', 'ỦY').replaceAll('HOÀ', 'HÒA').replaceAll('TOÀ ', 'TÒA ').trim();

/** Names of bodies, one each, from a head's lines in capitals, in order: lines that go on are joined, joined lines parted. */
export function bodiesOf(lines: readonly string[]): string[] {
  const names: string[] = [];
  for (const line of lines) {
    const words = plain(line);
    const last = names.at(-1);
    const whole = last === undefined ? words : `${last} ${words}`;
    if (last !== undefined && continues(last, words)) names[names.length - 1] = whole;
    else names.push(words);
  }
  return names.flatMap(parted);
}

/** "ỦY" / "BAN NHÂN DÂN" / "TỈNH QUẢNG NAM": the line goes on with the name above it. */
function continues(above: string, words: string): boolean {
  if (
    /(?:^|\s)(?:ỦY|HỘI|VÀ|CỦA|-|CÁC|BAN|BỘ|SỞ|VIỆN|VĂN|PHÒNG|TRUNG|LIÊN|TỔNG|ĐẢNG|TỈNH|THÀNH|HUYỆN|NHÂN|TÒA|PHỐ|DU|CHÍNH|BẢO|KHO|NGÂN|CÔNG)$/u.test(
      above,
    ) &&
    !committee.test(above)
  )
    return true;
  if (committee.test(words)) return false;
  if (goesOn.test(words)) return true;
  return !begins.test(words);
}

const parted: (name: string) => readonly string[] = remembered((name) => {
  // Ministries side by side on one line: "BỘ NỘI VỤ - BỘ TÀI CHÍNH".
  const ministries = name.split(/\s?[-–]\s?(?=BỘ(?![\p{L}]))/u);
  if (ministries.length > 1) return ministries;
  const groups = joined.exec(name)?.groups;
  if (groups === undefined) return [name];
  return [groups.above!, groups.below!];
});

/** Where a body stands that is only a place or a kind of the one above, the name of the one above belongs to it: offices of committees and of the centre. */
const officeName =
  /^(?:BAN (?:TUYÊN GIÁO|TỔ CHỨC|DÂN VẬN|NỘI CHÍNH|KINH TẾ|CHÍNH SÁCH|XÂY DỰNG|ĐỐI NGOẠI|BẢO VỆ)|ỦY BAN KIỂM TRA|VĂN PHÒNG$|TRUNG TÂM CHÍNH TRỊ$)/u;
const centre = /^(?:BAN CHẤP HÀNH TRUNG ƯƠNG|TRUNG ƯƠNG ĐẢNG)/u;

/** What a body is to the one above it in its head: an office of a Party committee, an office of the centre, or a body of its own. */
export function standing(below: string, above: string | null): 'office' | 'central office' | 'own' {
  if (above === null || !officeName.test(below)) return 'own';
  if (centre.test(above)) return /TRUNG ƯƠNG/u.test(below) ? 'own' : 'central office';
  return committee.test(above) ? 'office' : 'own';
}

/** True for two bodies of one rank, which issue a document together: two ministries, a court and a procuracy. */
export function equals(first: string, second: string): boolean {
  const rank = (name: string) =>
    /^(?:BỘ(?! CHÍNH TRỊ)|THANH TRA CHÍNH PHỦ|NGÂN HÀNG NHÀ NƯỚC|TÒA ÁN NHÂN DÂN TỐI CAO|VIỆN KIỂM SÁT NHÂN DÂN TỐI CAO|ỦY BAN DÂN TỘC|TỔNG LIÊN ĐOÀN)/u.test(
      name,
    )
      ? 'ministry'
      : /^SỞ/u.test(name)
        ? 'department'
        : null;
  return rank(first) !== null && rank(first) === rank(second);
}
