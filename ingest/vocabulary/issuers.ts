/**
 * Codes of issuing bodies as they stand in numbers (ký hiệu cơ quan ban hành), from 36-HD/VPTW and 05-HD/VPTW for the Party,
 * Nghị định 30/2020/NĐ-CP for the State, and from the numbers of published documents.
 */
export interface IssuerCode {
  readonly code: string;
  readonly side: 'party' | 'state' | 'front';
  /** Whose number series it is: the centre's, or that of some province, district, unit. */
  readonly level: 'central' | 'province' | 'district' | 'base';
  readonly name: string;
}

const rows: readonly (readonly [code: string, side: IssuerCode['side'], level: IssuerCode['level'], name: string])[] = [
  ['TW', 'party', 'central', 'Trung ương'],
  ['BTGTW', 'party', 'central', 'Ban Tuyên giáo Trung ương'],
  ['BTGDVTW', 'party', 'central', 'Ban Tuyên giáo và Dân vận Trung ương'],
  ['BTCTW', 'party', 'central', 'Ban Tổ chức Trung ương'],
  ['BDVTW', 'party', 'central', 'Ban Dân vận Trung ương'],
  ['BNCTW', 'party', 'central', 'Ban Nội chính Trung ương'],
  ['BKTTW', 'party', 'central', 'Ban Kinh tế Trung ương'],
  ['BCSTW', 'party', 'central', 'Ban Chính sách, chiến lược Trung ương'],
  ['BĐNTW', 'party', 'central', 'Ban Đối ngoại Trung ương'],
  ['UBKTTW', 'party', 'central', 'Ủy ban Kiểm tra Trung ương'],
  ['VPTW', 'party', 'central', 'Văn phòng Trung ương Đảng'],
  ['BCĐTW', 'party', 'central', 'Ban Chỉ đạo Trung ương'],
  ['ĐUKTW', 'party', 'central', 'Đảng ủy Khối các cơ quan Trung ương'],
  ['QUTW', 'party', 'central', 'Quân ủy Trung ương'],
  ['ĐUCA', 'party', 'central', 'Đảng ủy Công an Trung ương'],
  ['ĐUCATW', 'party', 'central', 'Đảng ủy Công an Trung ương'],
  ['HVCTQG', 'party', 'central', 'Học viện Chính trị quốc gia Hồ Chí Minh'],
  ['TU', 'party', 'province', 'Tỉnh ủy, Thành ủy'],
  ['BTGTU', 'party', 'province', 'Ban Tuyên giáo Tỉnh ủy'],
  ['BTGDVTU', 'party', 'province', 'Ban Tuyên giáo và Dân vận Tỉnh ủy'],
  ['BTCTU', 'party', 'province', 'Ban Tổ chức Tỉnh ủy'],
  ['BDVTU', 'party', 'province', 'Ban Dân vận Tỉnh ủy'],
  ['BNCTU', 'party', 'province', 'Ban Nội chính Tỉnh ủy'],
  ['UBKTTU', 'party', 'province', 'Ủy ban Kiểm tra Tỉnh ủy'],
  ['VPTU', 'party', 'province', 'Văn phòng Tỉnh ủy'],
  ['ĐUK', 'party', 'district', 'Đảng ủy Khối'],
  ['ĐUKCQ', 'party', 'district', 'Đảng ủy Khối các cơ quan'],
  ['ĐUKDN', 'party', 'district', 'Đảng ủy Khối doanh nghiệp'],
  ['HU', 'party', 'district', 'Huyện ủy'],
  ['THU', 'party', 'district', 'Thị ủy'],
  ['TXU', 'party', 'district', 'Thị ủy'],
  ['TPU', 'party', 'district', 'Thành ủy'],
  ['QU', 'party', 'district', 'Quận ủy'],
  ['BTGHU', 'party', 'district', 'Ban Tuyên giáo Huyện ủy'],
  ['BTGTHU', 'party', 'district', 'Ban Tuyên giáo Thị ủy'],
  ['BTCHU', 'party', 'district', 'Ban Tổ chức Huyện ủy'],
  ['BDVHU', 'party', 'district', 'Ban Dân vận Huyện ủy'],
  ['UBKTHU', 'party', 'district', 'Ủy ban Kiểm tra Huyện ủy'],
  ['VPHU', 'party', 'district', 'Văn phòng Huyện ủy'],
  ['ĐU', 'party', 'base', 'Đảng ủy'],
  ['CB', 'party', 'base', 'Chi bộ'],
  ['BCSĐ', 'party', 'province', 'Ban cán sự đảng'],
  ['BCS', 'party', 'province', 'Ban cán sự đảng'],
  ['ĐĐ', 'party', 'province', 'Đảng đoàn'],
  ['CP', 'state', 'central', 'Chính phủ'],
  ['TTG', 'state', 'central', 'Thủ tướng Chính phủ'],
  ['CTN', 'state', 'central', 'Chủ tịch nước'],
  ['VPCP', 'state', 'central', 'Văn phòng Chính phủ'],
  ['UBTVQH', 'state', 'central', 'Ủy ban Thường vụ Quốc hội'],
  ['QH', 'state', 'central', 'Quốc hội'],
  ['VPQH', 'state', 'central', 'Văn phòng Quốc hội'],
  ['BNV', 'state', 'central', 'Bộ Nội vụ'],
  ['BTC', 'state', 'central', 'Bộ Tài chính'],
  ['BCA', 'state', 'central', 'Bộ Công an'],
  ['BQP', 'state', 'central', 'Bộ Quốc phòng'],
  ['BNG', 'state', 'central', 'Bộ Ngoại giao'],
  ['BTP', 'state', 'central', 'Bộ Tư pháp'],
  ['BKHĐT', 'state', 'central', 'Bộ Kế hoạch và Đầu tư'],
  ['BCT', 'state', 'central', 'Bộ Công Thương'],
  ['BGDĐT', 'state', 'central', 'Bộ Giáo dục và Đào tạo'],
  ['BYT', 'state', 'central', 'Bộ Y tế'],
  ['BTTTT', 'state', 'central', 'Bộ Thông tin và Truyền thông'],
  ['BKHCN', 'state', 'central', 'Bộ Khoa học và Công nghệ'],
  ['BVHTTDL', 'state', 'central', 'Bộ Văn hóa, Thể thao và Du lịch'],
  ['BTNMT', 'state', 'central', 'Bộ Tài nguyên và Môi trường'],
  ['BNNMT', 'state', 'central', 'Bộ Nông nghiệp và Môi trường'],
  ['BNNPTNT', 'state', 'central', 'Bộ Nông nghiệp và Phát triển nông thôn'],
  ['BLĐTBXH', 'state', 'central', 'Bộ Lao động - Thương binh và Xã hội'],
  ['BXD', 'state', 'central', 'Bộ Xây dựng'],
  ['BGTVT', 'state', 'central', 'Bộ Giao thông vận tải'],
  ['NHNN', 'state', 'central', 'Ngân hàng Nhà nước'],
  ['TTCP', 'state', 'central', 'Thanh tra Chính phủ'],
  ['TANDTC', 'state', 'central', 'Tòa án nhân dân tối cao'],
  ['VKSTC', 'state', 'central', 'Viện kiểm sát nhân dân tối cao'],
  ['KTNN', 'state', 'central', 'Kiểm toán nhà nước'],
  ['HĐTĐKT', 'state', 'central', 'Hội đồng Thi đua - Khen thưởng'],
  ['UBND', 'state', 'province', 'Ủy ban nhân dân'],
  ['HĐND', 'state', 'province', 'Hội đồng nhân dân'],
  ['VPUBND', 'state', 'province', 'Văn phòng Ủy ban nhân dân'],
  ['SNV', 'state', 'province', 'Sở Nội vụ'],
  ['STC', 'state', 'province', 'Sở Tài chính'],
  ['STTTT', 'state', 'province', 'Sở Thông tin và Truyền thông'],
  ['SKHCN', 'state', 'province', 'Sở Khoa học và Công nghệ'],
  ['SGDĐT', 'state', 'province', 'Sở Giáo dục và Đào tạo'],
  ['SYT', 'state', 'province', 'Sở Y tế'],
  ['SVHTTDL', 'state', 'province', 'Sở Văn hóa, Thể thao và Du lịch'],
  ['STNMT', 'state', 'province', 'Sở Tài nguyên và Môi trường'],
  ['SNNMT', 'state', 'province', 'Sở Nông nghiệp và Môi trường'],
  ['STP', 'state', 'province', 'Sở Tư pháp'],
  ['SXD', 'state', 'province', 'Sở Xây dựng'],
  ['SCT', 'state', 'province', 'Sở Công Thương'],
  ['MTTQ', 'front', 'province', 'Mặt trận Tổ quốc'],
  ['MTTW', 'front', 'central', 'Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam'],
  ['TLĐ', 'front', 'central', 'Tổng Liên đoàn Lao động Việt Nam'],
  ['TWĐTN', 'front', 'central', 'Trung ương Đoàn TNCS Hồ Chí Minh'],
  ['TĐTN', 'front', 'province', 'Tỉnh đoàn'],
  ['ĐTN', 'front', 'province', 'Đoàn TNCS Hồ Chí Minh'],
  ['LĐLĐ', 'front', 'province', 'Liên đoàn Lao động'],
  ['BCĐ', 'party', 'province', 'Ban Chỉ đạo'],
];

const byCode = new Map(rows.map(([code, side, level, name]) => [code, { code, side, level, name } satisfies IssuerCode]));

/** "TƯ" is an older writing of TW; legislature numbers (QH15, UBTVQH15) are parts of the number, not of the body. */
export function canonicalIssuer(printed: string): string {
  return printed.replace(/T\.?Ư(?=$|-)/u, 'TW');
}

/** The body behind a code as printed ("TW", "BTGTU", "QH15", "ThU"; a joint "BTGTW-VPTW" by its first), or null for an unknown one. */
export function issuerOf(printed: string): IssuerCode | null {
  const code = canonicalIssuer(printed).toUpperCase();
  return byCode.get(code) ?? byCode.get(code.split('-')[0]!.replace(/\d+$/u, '')) ?? null;
}

/** True for a code of the Party's side: a known one, or one that ends as they all do (…TW, …TU, …HU). */
export function isPartyIssuer(printed: string): boolean {
  const known = issuerOf(printed);
  if (known !== null) return known.side === 'party';
  return /(?:TW|TU|HU|ĐU|ĐUK)$/u.test(canonicalIssuer(printed).toUpperCase());
}
