import { exactForm, fold } from './folding.ts';
import { canMean } from './pairs.ts';
import { wordsIn } from './words.ts';

/** A short form of the field, and what it stands for, in the order of how often. */
export interface Abbreviation {
  readonly short: string;
  readonly full: readonly string[];
  /** True where the short form is an ordinary syllable as well: it is read as short in capitals and with its own marks only. */
  readonly syllable?: true;
  /** As it is printed with signs between its letters, where that is customary: its parts, with spaces. */
  readonly parted?: string;
}

/** Bodies, offices and set terms of Party and State prose, as offices shorten them. Titles of types of documents are not here: a number tells them. */
export const abbreviations: readonly Abbreviation[] = [
  // The Party
  { short: 'TW', full: ['trung ương'] },
  { short: 'TƯ', full: ['trung ương'], syllable: true },
  { short: 'TU', full: ['tỉnh ủy', 'thành ủy'], syllable: true },
  { short: 'HU', full: ['huyện ủy'], syllable: true },
  { short: 'ĐU', full: ['đảng ủy'], syllable: true },
  { short: 'BCT', full: ['bộ chính trị'] },
  { short: 'BBT', full: ['ban bí thư', 'ban biên tập'] },
  { short: 'BCH', full: ['ban chấp hành', 'ban chỉ huy'] },
  { short: 'BTV', full: ['ban thường vụ'] },
  { short: 'BCHTW', full: ['ban chấp hành trung ương'] },
  { short: 'BTG', full: ['ban tuyên giáo', 'ban tôn giáo'] },
  { short: 'BTGDV', full: ['ban tuyên giáo và dân vận'] },
  { short: 'BTC', full: ['ban tổ chức', 'bộ tài chính'] },
  { short: 'BDV', full: ['ban dân vận'] },
  { short: 'BNC', full: ['ban nội chính'] },
  { short: 'BCĐ', full: ['ban chỉ đạo'] },
  { short: 'BCSĐ', full: ['ban cán sự đảng'] },
  { short: 'UBKT', full: ['ủy ban kiểm tra'] },
  { short: 'XDĐ', full: ['xây dựng đảng'] },
  { short: 'ĐCSVN', full: ['đảng cộng sản việt nam'] },
  { short: 'TCCSĐ', full: ['tổ chức cơ sở đảng'] },
  { short: 'TCĐ', full: ['tổ chức đảng'] },
  { short: 'CTĐ', full: ['công tác đảng'] },
  { short: 'KTGS', full: ['kiểm tra giám sát'] },
  { short: 'BVCTNB', full: ['bảo vệ chính trị nội bộ'] },
  { short: 'LLCT', full: ['lý luận chính trị'] },
  { short: 'TTCT', full: ['trung tâm chính trị'] },
  { short: 'HCM', full: ['hồ chí minh'] },
  { short: 'CTHCM', full: ['chủ tịch hồ chí minh'] },
  // The State
  { short: 'QH', full: ['quốc hội'] },
  { short: 'UBTVQH', full: ['ủy ban thường vụ quốc hội'] },
  { short: 'ĐBQH', full: ['đại biểu quốc hội'] },
  { short: 'HĐND', full: ['hội đồng nhân dân'] },
  { short: 'UBND', full: ['ủy ban nhân dân'] },
  { short: 'TTg', full: ['thủ tướng chính phủ', 'thủ tướng'] },
  { short: 'VPCP', full: ['văn phòng chính phủ'] },
  { short: 'TAND', full: ['tòa án nhân dân'] },
  { short: 'VKSND', full: ['viện kiểm sát nhân dân'] },
  { short: 'KTNN', full: ['kiểm toán nhà nước'] },
  { short: 'NHNN', full: ['ngân hàng nhà nước'] },
  { short: 'KBNN', full: ['kho bạc nhà nước'] },
  { short: 'NSNN', full: ['ngân sách nhà nước'] },
  { short: 'QLNN', full: ['quản lý nhà nước'] },
  { short: 'DNNN', full: ['doanh nghiệp nhà nước'] },
  { short: 'CBCC', full: ['cán bộ công chức'] },
  { short: 'CBCCVC', full: ['cán bộ công chức viên chức'] },
  { short: 'CCVC', full: ['công chức viên chức'] },
  { short: 'CBĐV', full: ['cán bộ đảng viên'] },
  { short: 'BNV', full: ['bộ nội vụ'] },
  { short: 'BQP', full: ['bộ quốc phòng'] },
  { short: 'BCA', full: ['bộ công an'], syllable: true },
  { short: 'BYT', full: ['bộ y tế'] },
  { short: 'GDĐT', parted: 'GD ĐT', full: ['giáo dục và đào tạo', 'giáo dục đào tạo'] },
  { short: 'KHCN', parted: 'KH CN', full: ['khoa học công nghệ', 'khoa học và công nghệ'] },
  { short: 'KHĐT', parted: 'KH ĐT', full: ['kế hoạch và đầu tư'] },
  { short: 'LĐTBXH', parted: 'LĐ TB XH', full: ['lao động thương binh và xã hội'] },
  { short: 'NNPTNT', parted: 'NN PTNT', full: ['nông nghiệp và phát triển nông thôn'] },
  { short: 'TNMT', parted: 'TN MT', full: ['tài nguyên và môi trường', 'tài nguyên môi trường'] },
  { short: 'TTTT', parted: 'TT TT', full: ['thông tin và truyền thông', 'thông tin truyền thông'] },
  { short: 'VHTTDL', parted: 'VHTT DL', full: ['văn hóa thể thao và du lịch'] },
  { short: 'GTVT', full: ['giao thông vận tải'] },
  { short: 'PCCC', full: ['phòng cháy chữa cháy'] },
  { short: 'PCTN', full: ['phòng chống tham nhũng'] },
  { short: 'PCTNTC', full: ['phòng chống tham nhũng tiêu cực'] },
  { short: 'TTHC', full: ['thủ tục hành chính'] },
  { short: 'CCHC', full: ['cải cách hành chính'] },
  { short: 'VBQPPL', full: ['văn bản quy phạm pháp luật'] },
  { short: 'QPPL', full: ['quy phạm pháp luật'] },
  { short: 'PBGDPL', full: ['phổ biến giáo dục pháp luật'] },
  { short: 'CNTT', full: ['công nghệ thông tin'] },
  { short: 'CĐS', full: ['chuyển đổi số'] },
  { short: 'BHXH', full: ['bảo hiểm xã hội'] },
  { short: 'BHYT', full: ['bảo hiểm y tế'] },
  { short: 'BHTN', full: ['bảo hiểm thất nghiệp'] },
  { short: 'NTM', full: ['nông thôn mới'] },
  { short: 'OCOP', full: ['mỗi xã một sản phẩm'], syllable: true },
  { short: 'ANTT', parted: 'AN TT', full: ['an ninh trật tự'] },
  { short: 'ANQP', parted: 'AN QP', full: ['an ninh quốc phòng'] },
  { short: 'QPAN', parted: 'QP AN', full: ['quốc phòng an ninh'] },
  { short: 'ATGT', full: ['an toàn giao thông'] },
  { short: 'ATTP', full: ['an toàn thực phẩm'] },
  { short: 'GPMB', full: ['giải phóng mặt bằng'] },
  { short: 'GCNQSDĐ', full: ['giấy chứng nhận quyền sử dụng đất'] },
  { short: 'QSDĐ', full: ['quyền sử dụng đất'] },
  { short: 'DTTS', full: ['dân tộc thiểu số'] },
  { short: 'XHCN', full: ['xã hội chủ nghĩa'] },
  { short: 'CNXH', full: ['chủ nghĩa xã hội'] },
  { short: 'CNH', full: ['công nghiệp hóa'] },
  { short: 'HĐH', full: ['hiện đại hóa'] },
  { short: 'KTXH', parted: 'KT XH', full: ['kinh tế xã hội'] },
  { short: 'THPT', full: ['trung học phổ thông'] },
  { short: 'THCS', full: ['trung học cơ sở'] },
  { short: 'HTX', full: ['hợp tác xã'] },
  { short: 'TNHH', full: ['trách nhiệm hữu hạn'] },
  { short: 'TDTT', full: ['thể dục thể thao'] },
  { short: 'TĐKT', full: ['thi đua khen thưởng'] },
  // The Front and the unions
  { short: 'MTTQ', full: ['mặt trận tổ quốc'] },
  { short: 'MTTQVN', full: ['mặt trận tổ quốc việt nam'] },
  { short: 'UBMTTQ', full: ['ủy ban mặt trận tổ quốc'] },
  { short: 'ĐTN', full: ['đoàn thanh niên'] },
  { short: 'TNCS', full: ['thanh niên cộng sản'] },
  { short: 'LĐLĐ', full: ['liên đoàn lao động'] },
  { short: 'LHPN', full: ['liên hiệp phụ nữ'] },
  { short: 'HND', full: ['hội nông dân'] },
  { short: 'CCB', full: ['cựu chiến binh'] },
  { short: 'CTXH', parted: 'CT XH', full: ['chính trị xã hội'] },
  { short: 'LLVT', full: ['lực lượng vũ trang'] },
];

const byShort = new Map<string, Abbreviation[]>();
for (const row of abbreviations) byShort.set(fold(row.short), [...(byShort.get(fold(row.short)) ?? []), row]);

/** Full forms by their first syllable (folded), the longest first. */
interface Full {
  readonly exact: readonly string[];
  readonly folded: readonly string[];
  readonly shorts: readonly string[];
}
const byOpening = new Map<string, Full[]>();
/** Shorter full forms ("trung ương") are words of nearly every text already. */
const shortestFull = 3;
for (const { short, full, syllable, parted } of abbreviations) {
  for (const form of full) {
    const { exact, folded } = wordsIn(form);
    if (syllable === true || exact.length < shortestFull) continue;
    const opening = folded[0] ?? '';
    byOpening.set(opening, [
      ...(byOpening.get(opening) ?? []),
      { exact, folded, shorts: [short, ...(parted === undefined ? [] : [parted])] },
    ]);
  }
}
for (const fulls of byOpening.values()) fulls.sort((a, b) => b.exact.length - a.exact.length);

/** What a word stands for in full, as its syllables in exact form, where it is a short form: `printed` as typed, `exact` in its exact form. Empty where it is none. */
export function fullForms(printed: string, exact: string): readonly (readonly string[])[] {
  const rows = byShort.get(fold(exact)) ?? [];
  return rows
    .filter(({ short, syllable }) =>
      syllable === true ? printed === printed.toUpperCase() && exact === exactForm(short) : canMean(exact, short.toLowerCase()),
    )
    .flatMap(({ full }) => full.map((form) => wordsIn(form).exact));
}

/** The full form that begins at word `at`, accents typed or not: its last word, and its short forms as printed, parted ones with spaces. Null where none begins there. */
export function shortForms(
  exact: readonly string[],
  folded: readonly string[],
  at: number,
): { readonly last: number; readonly shorts: readonly string[] } | null {
  const fits = (byOpening.get(folded[at] ?? '') ?? []).filter((full) =>
    full.exact.every((form, place) => canMean(exact[at + place] ?? '', form)),
  );
  const [longest] = fits;
  if (longest === undefined) return null;
  const shorts = fits.filter((full) => full.exact.length === longest.exact.length).flatMap(({ shorts: own }) => own);
  return { last: at + longest.exact.length - 1, shorts: [...new Set(shorts)] };
}
