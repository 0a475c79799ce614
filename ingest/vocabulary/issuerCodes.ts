import { phraseList } from './phrases.ts';

/**
 * The codes of issuing bodies: from 36-HD/VPTW and 05-HD/VPTW for the Party, Nghị định 30/2020/NĐ-CP for the State, and from the numbers
 * of published documents. Codes that are made by rule (an office of a committee, a department of a sector) are made by that rule here.
 * A code that central and local bodies share (BHXH) is the local one: its scope is then read from the text and not said by the code.
 */
export interface IssuerCode {
  readonly code: string;
  readonly side: 'party' | 'state' | 'front';
  /** Whose number series it is: the centre's, or that of some province, district, base unit. */
  readonly level: 'central' | 'province' | 'district' | 'base';
  readonly name: string;
}

type Side = IssuerCode['side'];
type Level = IssuerCode['level'];

/** Rows "CODE name; CODE name" of one side and level. */
function rows(side: Side, level: Level, lines: string): IssuerCode[] {
  return phraseList(lines).map((row) => {
    const [code = '', ...name] = row.split(' ');
    return { code, side, level, name: name.join(' ') };
  });
}

/** Committees of the Party, top down; until 30/6/2025 with the district level (HU, ThU, QU), after it province and xã, phường, đặc khu (ĐU). */
const committees = [
  { code: 'TW', level: 'central', name: 'Trung ương' },
  { code: 'TU', level: 'province', name: 'Tỉnh ủy' },
  { code: 'HU', level: 'district', name: 'Huyện ủy' },
  { code: 'ThU', level: 'district', name: 'Thị ủy' },
  { code: 'TXU', level: 'district', name: 'Thị ủy' },
  { code: 'TPU', level: 'district', name: 'Thành ủy' },
  { code: 'ThàU', level: 'district', name: 'Thành ủy' },
  { code: 'QU', level: 'district', name: 'Quận ủy' },
  { code: 'ĐUK', level: 'district', name: 'Đảng ủy Khối' },
  { code: 'ĐU', level: 'base', name: 'Đảng ủy' },
] as const;

/** Offices that advise and help a committee (cơ quan tham mưu, giúp việc): their code goes before the committee's. */
const offices = phraseList(`
    BTG Ban Tuyên giáo; BTGDV Ban Tuyên giáo và Dân vận; BTC Ban Tổ chức; BDV Ban Dân vận; BNC Ban Nội chính; BKT Ban Kinh tế;
    BCSCL Ban Chính sách, chiến lược; BĐN Ban Đối ngoại; BXDĐ Ban Xây dựng Đảng; VP Văn phòng; UBKT Ủy ban Kiểm tra; BCĐ Ban Chỉ đạo;
    BBV Ban Bảo vệ, chăm sóc sức khỏe cán bộ; BBVCSSKCB Ban Bảo vệ, chăm sóc sức khỏe cán bộ; HĐLL Hội đồng Lý luận; TB Tiểu ban;
    BCS Ban cán sự đảng; ĐĐ Đảng đoàn; TTCT Trung tâm Chính trị; TCT Trường Chính trị
  `).map((row) => ({ code: row.slice(0, row.indexOf(' ')), name: row.slice(row.indexOf(' ') + 1) }));

const party: readonly IssuerCode[] = [
  ...committees.flatMap((committee): IssuerCode[] => [
    { ...committee, side: 'party' },
    ...offices.map(
      (office): IssuerCode => ({
        code: `${office.code}${committee.code}`,
        side: 'party',
        level: committee.level,
        name: `${office.name} ${committee.name}`,
      }),
    ),
  ]),
  ...rows(
    'party',
    'central',
    `
    BCSTW Ban Chính sách, chiến lược Trung ương; ĐUKTW Đảng ủy Khối các cơ quan Trung ương; ĐUKDNTW Đảng ủy Khối Doanh nghiệp Trung
    ương; ĐĐQH Đảng đoàn Quốc hội; BCSĐCP Ban cán sự đảng Chính phủ; ĐUNN Đảng ủy Ngoài nước; QUTW Quân ủy Trung ương; ĐUCA Đảng ủy Công an Trung ương; ĐUCATW Đảng ủy Công an Trung ương; ĐUCP
    Đảng ủy Chính phủ; ĐUQH Đảng ủy Quốc hội; ĐUMTTW Đảng ủy Mặt trận Tổ quốc, các đoàn thể Trung ương; ĐUMTTQTW Đảng ủy Mặt trận Tổ
    quốc, các đoàn thể Trung ương; ĐUCQĐTW Đảng ủy các cơ quan Đảng Trung ương; HVCTQG Học viện Chính trị quốc gia Hồ Chí Minh; HVCTQGHCM
    Học viện Chính trị quốc gia Hồ Chí Minh; TCCS Tạp chí Cộng sản; NXBCTQG Nhà xuất bản Chính trị quốc gia Sự thật; BND Báo Nhân dân
  `,
  ),
  ...rows(
    'party',
    'district',
    'ĐUKCQ Đảng ủy Khối các cơ quan; ĐUKDN Đảng ủy Khối doanh nghiệp; ĐUKCQDN Đảng ủy Khối các cơ quan và doanh nghiệp',
  ),
  ...rows(
    'party',
    'province',
    `
    ĐUUBND Đảng ủy Ủy ban nhân dân tỉnh; ĐUCQĐ Đảng ủy các cơ quan Đảng tỉnh; ĐUCQ Đảng ủy các cơ quan tỉnh; ĐĐHĐND Đảng đoàn Hội đồng nhân dân; ĐUCAT Đảng ủy Công an
    tỉnh; ĐUQS Đảng ủy Quân sự tỉnh; ĐUQST Đảng ủy Quân sự tỉnh; ĐUBP Đảng ủy Bộ đội Biên phòng; BCSĐ Ban cán sự đảng; BCS Ban cán sự
    đảng; ĐĐ Đảng đoàn; BCĐ Ban Chỉ đạo; BCĐ35 Ban Chỉ đạo 35
  `,
  ),
  ...rows('party', 'base', 'CB Chi bộ; CU Chi ủy; ĐBBP Đảng bộ bộ phận; ĐUX Đảng ủy xã; ĐUP Đảng ủy phường; ĐUĐK Đảng ủy đặc khu'),
];

/** The National Assembly and its bodies; their codes go with the number of the legislature (QH15, UBTVQH15, UBPL15). */
export const assembly: readonly IssuerCode[] = rows(
  'state',
  'central',
  `
    QH Quốc hội; UBTVQH Ủy ban Thường vụ Quốc hội; HĐDT Hội đồng Dân tộc; UBPL Ủy ban Pháp luật; UBPLTP Ủy ban Pháp luật và Tư pháp; UBTP
    Ủy ban Tư pháp; UBKT Ủy ban Kinh tế; UBKTTC Ủy ban Kinh tế và Tài chính; UBTCNS Ủy ban Tài chính, Ngân sách; UBQPAN Ủy ban Quốc
    phòng, An ninh; UBQPANĐN Ủy ban Quốc phòng, An ninh và Đối ngoại; UBVHGD Ủy ban Văn hóa, Giáo dục; UBVHXH Ủy ban Văn hóa và Xã hội;
    UBXH Ủy ban Xã hội; UBVĐXH Ủy ban Về các vấn đề xã hội; UBKHCNMT Ủy ban Khoa học, Công nghệ và Môi trường; UBĐN Ủy ban Đối ngoại;
    UBDNGS Ủy ban Dân nguyện và Giám sát; BDN Ban Dân nguyện; BCTĐB Ban Công tác đại biểu; UBCTĐB Ủy ban Công tác đại biểu; VPQH Văn phòng
    Quốc hội; TTKQH Tổng Thư ký Quốc hội; TTKQHVPQH Tổng Thư ký Quốc hội; HĐBCQG Hội đồng Bầu cử quốc gia; VNCLP Viện Nghiên cứu lập pháp;
    ĐGS Đoàn giám sát của Quốc hội; CTQH Chủ tịch Quốc hội
  `,
);

/** The President, the Government and its offices, the courts, procuracies and the audit. */
const centre = rows(
  'state',
  'central',
  `
    CTN Chủ tịch nước; VPCTN Văn phòng Chủ tịch nước; CP Chính phủ; TTg Thủ tướng Chính phủ; HĐBT Hội đồng Bộ trưởng; HĐCP Hội đồng Chính
    phủ; HĐNN Hội đồng Nhà nước; VPCP Văn phòng Chính phủ; NHNN Ngân hàng Nhà nước; TTCP Thanh tra Chính phủ; UBDT Ủy ban Dân tộc; TTXVN
    Thông tấn xã Việt Nam; LĐTBXH Bộ Lao động - Thương binh và Xã hội; GTVT Bộ Giao thông vận tải; TNMT Bộ Tài nguyên và Môi trường; KHĐT Bộ Kế hoạch và Đầu tư; VHTTDL Bộ Văn
    hóa, Thể thao và Du lịch; THVN Đài Truyền hình Việt Nam; TNVN Đài Tiếng nói Việt Nam; BHXHVN Bảo hiểm xã hội Việt
    Nam; KHXH Viện Hàn lâm Khoa học xã hội Việt Nam; VHLKHXH Viện Hàn lâm Khoa học xã hội Việt Nam; VHL Viện Hàn lâm Khoa học và Công nghệ
    Việt Nam; HVHCQG Học viện Hành chính Quốc gia; UBQLV Ủy ban Quản lý vốn nhà nước tại doanh nghiệp; UBCKNN Ủy ban Chứng khoán Nhà nước;
    UBCK Ủy ban Chứng khoán Nhà nước; UBATGTQG Ủy ban An toàn giao thông Quốc gia; BQLLCTHCM Ban Quản lý Lăng Chủ tịch Hồ Chí Minh; TCT
    Tổng cục Thuế; TCHQ Tổng cục Hải quan; TCTK Tổng cục Thống kê; TCTHADS Tổng cục Thi hành án dân sự; TCDT Tổng cục Dự trữ Nhà nước; NHPT Ngân hàng Phát triển Việt Nam; VPQGGN Văn
    phòng Quốc gia về giảm nghèo; TANDTC Tòa án nhân dân tối cao; TATC Tòa án nhân dân tối cao; HĐTP Hội đồng Thẩm phán Tòa án nhân dân
    tối cao; HĐTPTANDTC Hội đồng Thẩm phán Tòa án nhân dân tối cao; VKSTC Viện kiểm sát nhân dân tối cao; VKSNDTC Viện kiểm sát nhân dân tối
    cao; VKSQSTW Viện kiểm sát quân sự Trung ương; KTNN Kiểm toán nhà nước; HĐTĐKT Hội đồng Thi đua - Khen thưởng; HĐTĐKTTW Hội đồng Thi đua -
    Khen thưởng Trung ương; BTĐKTTW Ban Thi đua - Khen thưởng Trung ương; BTGCP Ban Tôn giáo Chính phủ; BCYCP Ban Cơ yếu Chính phủ; HĐPH Hội
    đồng phối hợp phổ biến, giáo dục pháp luật; TCTTTg Tổ công tác của Thủ tướng Chính phủ; ĐHQGHN Đại học Quốc gia Hà Nội; ĐHQG Đại học Quốc gia;
    ĐHQGHCM Đại học Quốc gia Thành phố Hồ Chí Minh; ĐHĐN Đại học Đà Nẵng; ĐHH Đại học Huế; ĐHTN Đại học Thái Nguyên; ĐHBK Đại học Bách khoa
    Hà Nội; EVN Tập đoàn Điện lực Việt Nam; DKVN Tập đoàn Dầu khí Việt Nam; TKV Tập đoàn Công nghiệp Than - Khoáng sản Việt Nam; VNPT Tập đoàn
    Bưu chính Viễn thông Việt Nam; VNR Tổng công ty Đường sắt Việt Nam
  `,
);

/** The army and the police. */
const arms = [
  ...rows(
    'state',
    'central',
    `
    BTTM Bộ Tổng Tham mưu; TCCT Tổng cục Chính trị; TCHC Tổng cục Hậu cần; BTLBĐBP Bộ Tư lệnh Bộ đội Biên phòng; BTLTĐHN
    Bộ Tư lệnh Thủ đô Hà Nội; BTL Bộ Tư lệnh; BTLQK Bộ Tư lệnh Quân khu; QK Quân khu; QCHQ Quân chủng Hải quân; BTLCSB Bộ Tư lệnh Cảnh sát biển
  `,
  ),
  ...rows(
    'state',
    'province',
    `
    CAT Công an tỉnh; CATP Công an thành phố; CAH Công an huyện; CATX Công an thị xã; CAQ Công an quận; CAX Công an xã; CAP Công an phường;
    BCHQS Bộ Chỉ huy quân sự; BCH Ban Chỉ huy; BĐBP Bộ đội Biên phòng; BCHBĐBP Bộ Chỉ huy Bộ đội Biên phòng; PCCC Phòng Cảnh sát phòng cháy, chữa
    cháy và cứu nạn, cứu hộ
  `,
  ),
];

/** Sectors by their codes, of ministries (B), departments (S, sở) and offices (P, phòng), before and after the mergers of 2025. */
const sectorCodes: readonly { readonly prefix: string; readonly name: string; readonly level: Level; readonly sectors: string }[] = [
  {
    prefix: 'B',
    name: 'Bộ',
    level: 'central',
    sectors: `
    NV Nội vụ; TC Tài chính; CA Công an; QP Quốc phòng; NG Ngoại giao; TP Tư pháp; KHĐT Kế hoạch và Đầu tư; KH Kế hoạch và Đầu tư; CT Công
    Thương; GDĐT Giáo dục và Đào tạo; GD&ĐT Giáo dục và Đào tạo; YT Y tế; TTTT Thông tin và Truyền thông; KHCN Khoa học và Công nghệ; KHCNMT Khoa
    học, Công nghệ và Môi trường; VHTTDL Văn hóa, Thể thao và Du lịch; VHTT Văn hóa - Thông tin; TNMT Tài nguyên và Môi trường; NNMT Nông nghiệp
    và Môi trường; NN&MT Nông nghiệp và Môi trường; NNPTNT Nông nghiệp và Phát triển nông thôn; NN Nông nghiệp và Phát triển nông thôn; NN&PTNT
    Nông nghiệp và Phát triển nông thôn; LĐTBXH Lao động - Thương binh và Xã hội; LĐTB&XH Lao động - Thương binh và Xã hội; XD Xây dựng; GTVT Giao
    thông vận tải; DTTG Dân tộc và Tôn giáo; DT&TG Dân tộc và Tôn giáo; TM Thương mại; CN Công nghiệp; TS Thủy sản; BCVT Bưu chính, Viễn thông
  `,
  },
  {
    prefix: 'S',
    name: 'Sở',
    level: 'province',
    sectors: `
    NV Nội vụ; TC Tài chính; TP Tư pháp; KHĐT Kế hoạch và Đầu tư; KH&ĐT Kế hoạch và Đầu tư; CT Công Thương; GDĐT Giáo dục và Đào tạo; GD&ĐT Giáo
    dục và Đào tạo; YT Y tế; TTTT Thông tin và Truyền thông; TT&TT Thông tin và Truyền thông; KHCN Khoa học và Công nghệ; KH&CN Khoa học và Công
    nghệ; VHTTDL Văn hóa, Thể thao và Du lịch; VHTT&DL Văn hóa, Thể thao và Du lịch; VHTT Văn hóa và Thể thao; VHTTTT Văn hóa, Thông tin và Thể
    thao; DL Du lịch; TNMT Tài nguyên và Môi trường; TN&MT Tài nguyên và Môi trường; NNMT Nông nghiệp và Môi trường; NN&MT Nông nghiệp và Môi
    trường; NNPTNT Nông nghiệp và Phát triển nông thôn; NN Nông nghiệp và Phát triển nông thôn; NN&PTNT Nông nghiệp và Phát triển nông thôn; LĐTBXH
    Lao động - Thương binh và Xã hội; LĐTB&XH Lao động - Thương binh và Xã hội; XD Xây dựng; GTVT Giao thông vận tải; GTCC Giao thông công chánh;
    NgV Ngoại vụ; NG Ngoại vụ; QHKT Quy hoạch - Kiến trúc; DTTG Dân tộc và Tôn giáo; DT&TG Dân tộc và Tôn giáo; ATTP An toàn thực phẩm
  `,
  },
  {
    prefix: 'P',
    name: 'Phòng',
    level: 'district',
    sectors: `
    NV Nội vụ; TCKH Tài chính - Kế hoạch; TC-KH Tài chính - Kế hoạch; TP Tư pháp; GDĐT Giáo dục và Đào tạo; GD&ĐT Giáo dục và Đào tạo; YT Y tế; KT
    Kinh tế; KTHT Kinh tế và Hạ tầng; KTHTĐT Kinh tế, Hạ tầng và Đô thị; QLĐT Quản lý đô thị; VHTT Văn hóa và Thông tin; VHXH Văn hóa - Xã hội;
    TNMT Tài nguyên và Môi trường; NNPTNT Nông nghiệp và Phát triển nông thôn; NN Nông nghiệp; NNMT Nông nghiệp và Môi trường; LĐTBXH Lao động -
    Thương binh và Xã hội; DT Dân tộc; TĐKT Thi đua - Khen thưởng
  `,
  },
];

const sectors = sectorCodes.flatMap(({ prefix, name, level, sectors: lines }) =>
  rows('state', level, lines).map((row) => ({ ...row, code: `${prefix}${row.code}`, name: `${name} ${row.name}` })),
);

/** The local State: people's councils and committees with their boards, courts and procuracies, and what the centre keeps in the provinces. */
const local = rows(
  'state',
  'province',
  `
    UBND Ủy ban nhân dân; UB Ủy ban nhân dân; UBHC Ủy ban hành chính; CTUBND Chủ tịch Ủy ban nhân dân; HĐND Hội đồng nhân dân; TTHĐND Thường trực
    Hội đồng nhân dân; BPC Ban Pháp chế; BKTNS Ban Kinh tế - Ngân sách; BVHXH Ban Văn hóa - Xã hội; BĐT Ban Đô thị; BDT Ban Dân tộc; ĐĐBQH Đoàn đại
    biểu Quốc hội; VPUBND Văn phòng Ủy ban nhân dân; VPUB Văn phòng Ủy ban nhân dân; VPHĐND Văn phòng Hội đồng nhân dân; VPHĐNDUBND Văn phòng Hội đồng
    nhân dân và Ủy ban nhân dân; VPĐĐBQH Văn phòng Đoàn đại biểu Quốc hội; VPĐĐBQHHĐND Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân; TTT
    Thanh tra tỉnh; TTTP Thanh tra thành phố; TTr Thanh tra; BTG Ban Tôn giáo; BTĐKT Ban Thi đua - Khen thưởng; HĐTĐKT Hội đồng Thi đua - Khen thưởng;
    BQL Ban Quản lý; BQLKKT Ban Quản lý Khu kinh tế; BQLKCN Ban Quản lý các khu công nghiệp; BQLDA Ban Quản lý dự án; BATGT Ban An toàn giao thông; CTK
    Cục Thống kê; CCT Chi cục Thuế; CTHADS Cục Thi hành án dân sự; CCTHADS Chi cục Thi hành án dân sự; THADS Thi hành án dân sự; CHQ Cục Hải quan; TAND
    Tòa án nhân dân; TA Tòa án nhân dân; VKS Viện kiểm sát nhân dân; VKSND Viện kiểm sát nhân dân; TTPVHCC Trung tâm Phục vụ hành chính công; ĐPTTH Đài
    Phát thanh - Truyền hình; PTTH Phát thanh - Truyền hình; TTKSBT Trung tâm Kiểm soát bệnh tật; CCKL Chi cục Kiểm lâm; QLTT Quản lý thị trường; CQLTT Cục
    Quản lý thị trường; ĐH Đại học; CĐ Cao đẳng; TCĐ Trường Cao đẳng; ĐHSP Đại học Sư phạm; VP Văn phòng; TCKH Tài chính - Kế hoạch; GDĐT Giáo dục và Đào tạo; BHXH Bảo hiểm xã hội; KBNN Kho bạc Nhà nước; NHCS Ngân hàng Chính
    sách xã hội; NHCSXH Ngân hàng Chính sách xã hội
  `,
);

/** The Fatherland Front, the unions and the associations (Mặt trận Tổ quốc, các tổ chức chính trị - xã hội, các hội). */
const front = [
  ...rows(
    'front',
    'central',
    `
    MTTW Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam; UBTWMTTQVN Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam; MTTQVN Mặt trận Tổ quốc Việt Nam; ĐCT Đoàn
    Chủ tịch; ĐCTUBTWMTTQVN Đoàn Chủ tịch Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam; TLĐ Tổng Liên đoàn Lao động Việt Nam; TWĐTN Trung ương Đoàn Thanh niên
    Cộng sản Hồ Chí Minh; TWĐ Trung ương Đoàn Thanh niên Cộng sản Hồ Chí Minh; TWHND Trung ương Hội Nông dân Việt Nam; HNDTW Trung ương Hội Nông dân Việt Nam;
    TWHLHPN Trung ương Hội Liên hiệp Phụ nữ Việt Nam; ĐCTHLHPN Đoàn Chủ tịch Trung ương Hội Liên hiệp Phụ nữ Việt Nam; TWHCCB Trung ương Hội Cựu chiến binh Việt
    Nam; CCBVN Hội Cựu chiến binh Việt Nam; TWHSV Trung ương Hội Sinh viên Việt Nam; TWHLHTN Trung ương Hội Liên hiệp Thanh niên Việt Nam; HĐĐTW Hội đồng Đội
    Trung ương; LHHVN Liên hiệp các Hội Khoa học và Kỹ thuật Việt Nam; LHH Liên hiệp các Hội Khoa học và Kỹ thuật; LMHTXVN Liên minh Hợp tác xã Việt Nam; PTM Liên
    đoàn Thương mại và Công nghiệp Việt Nam; LĐTM Liên đoàn Thương mại và Công nghiệp Việt Nam; VCCI Liên đoàn Thương mại và Công nghiệp Việt Nam; HNBVN Hội Nhà
    báo Việt Nam; HLGVN Hội Luật gia Việt Nam; TWHCTĐ Trung ương Hội Chữ thập đỏ Việt Nam; TWHNCT Trung ương Hội Người cao tuổi Việt Nam; HKHVN Hội Khuyến học Việt Nam
  `,
  ),
  ...rows(
    'front',
    'province',
    `
    MTTQ Mặt trận Tổ quốc; MT Mặt trận Tổ quốc; BTT Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam; MTTQ-BTT Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam;
    UBMTTQ Ủy ban Mặt trận Tổ quốc; UBMTTQVN Ủy ban Mặt trận Tổ quốc Việt Nam; UBMT Ủy ban Mặt trận Tổ quốc; TĐTN Tỉnh đoàn; TĐ Tỉnh đoàn; ĐTN Đoàn Thanh niên Cộng
    sản Hồ Chí Minh; ĐTNCS Đoàn Thanh niên Cộng sản Hồ Chí Minh; ĐK Đoàn khối; LĐLĐ Liên đoàn Lao động; CĐVC Công đoàn Viên chức; CĐN Công đoàn ngành; CĐCS Công đoàn
    cơ sở; HND Hội Nông dân; HLHPN Hội Liên hiệp Phụ nữ; HPN Hội Liên hiệp Phụ nữ; BTV Ban Thường vụ; BCH Ban Chấp hành; CCB Hội Cựu chiến binh; HCCB Hội Cựu chiến binh;
    LMHTX Liên minh Hợp tác xã; HCTĐ Hội Chữ thập đỏ; HNCT Hội Người cao tuổi; HKH Hội Khuyến học; HLG Hội Luật gia; HNB Hội Nhà báo; HVHNT Hội Văn học Nghệ thuật; HCTNXP
    Hội Cựu thanh niên xung phong; HNNCĐDC Hội Nạn nhân chất độc da cam; HSV Hội Sinh viên; LHTN Hội Liên hiệp Thanh niên
  `,
  ),
];

/** All known codes; where a code stands for two bodies the later row holds, so that the usual one comes last. */
export const bodyCodes: readonly IssuerCode[] = [...arms, ...front, ...local, ...assembly, ...sectors, ...centre, ...party];
