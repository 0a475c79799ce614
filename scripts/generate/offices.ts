import { before, type Day } from './calendar.ts';
import type { Random } from './random.ts';
import { type Province, provinces } from './vocabulary/names.ts';
import type { Code } from './vocabulary/types.ts';

/** In what capacity and position somebody signs, and who speaks by it. */
export interface Signing {
  readonly capacity: string | null;
  readonly position: string | null;
  readonly speaker: string;
}

/** A body that issues documents, as its documents show it. */
export interface Office {
  readonly side: 'party' | 'state' | 'front' | 'youth';
  readonly level: 'central' | 'province' | 'district' | 'commune';
  /** Lines of the left head, in capitals. */
  readonly head: readonly string[];
  readonly place: string;
  /** The code at the end of its numbers. */
  readonly code: string;
  /** What a letter's number ends in, where it is not `-CV/CODE`: `UBND-KGVX`. */
  readonly letter: string | null;
  /** As others name it when they cite it. */
  readonly named: string;
  readonly codes: readonly Code[];
  readonly signings: readonly Signing[];
  /** Those on whom it lays duties. */
  readonly under: readonly string[];
  /** Those to whom it sends its documents first. */
  readonly above: readonly string[];
  readonly archive: string;
}

const committeeCodes: readonly Code[] = ['KL', 'BC', 'KH', 'NQ', 'CT', 'QĐ', 'QĐi', 'QC', 'HD', 'CV', 'TB', 'CTr', 'TTr', 'ĐA', 'CTHĐ'];
const bureauCodes: readonly Code[] = ['BC', 'KH', 'HD', 'CV', 'TB', 'TTr', 'QĐ'];
const administrationCodes: readonly Code[] = ['KH', 'QĐ', 'CT', 'BC', 'CV', 'TB', 'TTr', 'ĐA', 'CTr'];

const committee = (speaker: string): Signing[] => [
  { capacity: 'T/M BAN THƯỜNG VỤ', position: 'BÍ THƯ', speaker },
  { capacity: 'T/M BAN THƯỜNG VỤ', position: 'PHÓ BÍ THƯ', speaker },
  { capacity: 'T/M BAN THƯỜNG VỤ', position: 'PHÓ BÍ THƯ THƯỜNG TRỰC', speaker },
  { capacity: 'T/L BAN THƯỜNG VỤ', position: 'CHÁNH VĂN PHÒNG', speaker },
];
const chief = (position: string, speaker: string): Signing[] => [
  { capacity: null, position, speaker },
  { capacity: `K/T ${position}`, position: `PHÓ ${position}`, speaker },
];
const stateChief = (position: string, deputy: string, speaker: string): Signing[] => [
  { capacity: null, position, speaker },
  { capacity: `KT. ${position}`, position: deputy, speaker },
];
const council = (speaker: string, chairman: string): Signing[] => [
  { capacity: 'TM. ỦY BAN NHÂN DÂN', position: 'CHỦ TỊCH', speaker },
  { capacity: 'TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH', position: 'PHÓ CHỦ TỊCH', speaker },
  { capacity: 'KT. CHỦ TỊCH', position: 'PHÓ CHỦ TỊCH', speaker: chairman },
  { capacity: 'TUQ. CHỦ TỊCH', position: 'CHÁNH VĂN PHÒNG', speaker: chairman },
];

const centralParty = [
  'Ban thường vụ các tỉnh ủy, thành ủy',
  'Văn phòng Trung ương Đảng',
  'Ban Tổ chức Trung ương',
  'Ủy ban Kiểm tra Trung ương',
  'Ban Tuyên giáo Trung ương',
  'Đảng đoàn Quốc hội',
  'Ban cán sự đảng Chính phủ',
];
const ministries = [
  'Bộ Nội vụ',
  'Bộ Tài chính',
  'Bộ Y tế',
  'Bộ Công Thương',
  'Văn phòng Chính phủ',
  'Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương',
  'Thanh tra Chính phủ',
];
const departments = [
  'Sở Nội vụ',
  'Sở Tài chính',
  'Sở Y tế',
  'Sở Giáo dục và Đào tạo',
  'Sở Khoa học và Công nghệ',
  'Thanh tra tỉnh',
  'Công an tỉnh',
];

function central(): Office[] {
  const party = { side: 'party', level: 'central', place: 'Hà Nội', letter: null, archive: 'Lưu Văn phòng Trung ương Đảng' } as const;
  const state = { side: 'state', level: 'central', place: 'Hà Nội', archive: 'Lưu: VT, TH' } as const;
  const bureau = (code: string, named: string, position: string): Office => ({
    ...party,
    head: ['BAN CHẤP HÀNH TRUNG ƯƠNG', named.toUpperCase()],
    code,
    named,
    codes: bureauCodes,
    signings: chief(position, named),
    under: ['Ban tuyên giáo các tỉnh ủy, thành ủy', 'Các đơn vị trực thuộc', 'Văn phòng cơ quan', 'Ban thường vụ các tỉnh ủy, thành ủy'],
    above: ['Bộ Chính trị, Ban Bí thư (b/c)'],
    archive: `Lưu ${named}`,
  });
  const ministry = (code: string, named: string, unit: string): Office => ({
    ...state,
    head: [named.toUpperCase()],
    code,
    letter: `${code}-${unit}`,
    named,
    codes: ['TT', 'QĐ', 'KH', 'CV', 'HD', 'BC', 'CT'],
    signings: stateChief('BỘ TRƯỞNG', 'THỨ TRƯỞNG', named),
    under: ['Vụ Pháp chế', 'Vụ Tổ chức cán bộ', 'Thanh tra Bộ', 'Văn phòng Bộ', 'Cục Công nghệ thông tin'],
    above: ['Thủ tướng Chính phủ (để b/c)'],
  });
  return [
    {
      ...party,
      head: ['BAN CHẤP HÀNH TRUNG ƯƠNG'],
      code: 'TW',
      named: 'Ban Bí thư',
      codes: ['CT', 'KL', 'QĐi', 'QĐ', 'TB', 'QC'],
      signings: [{ capacity: 'T/M BAN BÍ THƯ', position: null, speaker: 'Ban Bí thư' }],
      under: centralParty,
      above: ['Các đồng chí Ủy viên Ban Chấp hành Trung ương Đảng'],
    },
    {
      ...party,
      head: ['BAN CHẤP HÀNH TRUNG ƯƠNG'],
      code: 'TW',
      named: 'Bộ Chính trị',
      codes: ['NQ', 'KL', 'QĐi', 'CT', 'KH'],
      signings: [{ capacity: 'T/M BỘ CHÍNH TRỊ', position: 'TỔNG BÍ THƯ', speaker: 'Bộ Chính trị' }],
      under: centralParty,
      above: ['Các đồng chí Ủy viên Ban Chấp hành Trung ương Đảng'],
    },
    bureau('BTGTW', 'Ban Tuyên giáo Trung ương', 'TRƯỞNG BAN'),
    bureau('BTCTW', 'Ban Tổ chức Trung ương', 'TRƯỞNG BAN'),
    bureau('UBKTTW', 'Ủy ban Kiểm tra Trung ương', 'CHỦ NHIỆM'),
    {
      ...state,
      head: ['CHÍNH PHỦ'],
      code: 'CP',
      letter: null,
      named: 'Chính phủ',
      codes: ['NĐ', 'NQ'],
      signings: [
        { capacity: 'TM. CHÍNH PHỦ KT. THỦ TƯỚNG', position: 'PHÓ THỦ TƯỚNG', speaker: 'Chính phủ' },
        { capacity: 'TM. CHÍNH PHỦ', position: 'THỦ TƯỚNG', speaker: 'Chính phủ' },
      ],
      under: ministries,
      above: ['Ban Bí thư Trung ương Đảng'],
    },
    {
      ...state,
      head: ['THỦ TƯỚNG CHÍNH PHỦ'],
      code: 'TTg',
      letter: null,
      named: 'Thủ tướng Chính phủ',
      codes: ['QĐ', 'CT'],
      signings: stateChief('THỦ TƯỚNG', 'PHÓ THỦ TƯỚNG', 'Thủ tướng Chính phủ'),
      under: ministries,
      above: ['Ban Bí thư Trung ương Đảng'],
    },
    ministry('BNV', 'Bộ Nội vụ', 'TCBC'),
    ministry('BTC', 'Bộ Tài chính', 'QLCS'),
    ministry('BYT', 'Bộ Y tế', 'KCB'),
    ministry('BGDĐT', 'Bộ Giáo dục và Đào tạo', 'GDPT'),
    {
      ...state,
      head: ['ỦY BAN THƯỜNG VỤ QUỐC HỘI'],
      code: 'UBTVQH15',
      letter: null,
      named: 'Ủy ban Thường vụ Quốc hội',
      codes: ['NQ', 'KH', 'BC'],
      signings: [
        { capacity: 'TM. ỦY BAN THƯỜNG VỤ QUỐC HỘI', position: 'CHỦ TỊCH', speaker: 'Ủy ban Thường vụ Quốc hội' },
        { capacity: 'TM. ỦY BAN THƯỜNG VỤ QUỐC HỘI KT. CHỦ TỊCH', position: 'PHÓ CHỦ TỊCH', speaker: 'Ủy ban Thường vụ Quốc hội' },
      ],
      under: ['Văn phòng Quốc hội', 'Hội đồng Dân tộc', 'Kiểm toán nhà nước', 'Chính phủ'],
      above: ['Các vị đại biểu Quốc hội'],
    },
    {
      ...state,
      head: ['TÒA ÁN NHÂN DÂN TỐI CAO'],
      code: 'TANDTC',
      letter: 'TANDTC-PC',
      named: 'Tòa án nhân dân tối cao',
      codes: ['KH', 'CT', 'HD', 'CV', 'QĐ'],
      signings: [
        { capacity: null, position: 'CHÁNH ÁN', speaker: 'Tòa án nhân dân tối cao' },
        { capacity: 'KT. CHÁNH ÁN', position: 'PHÓ CHÁNH ÁN', speaker: 'Tòa án nhân dân tối cao' },
      ],
      under: ['Vụ Giám đốc kiểm tra', 'Học viện Tòa án', 'Tòa án nhân dân các tỉnh, thành phố trực thuộc Trung ương', 'Văn phòng'],
      above: ['Ủy ban Tư pháp của Quốc hội'],
    },
    {
      ...state,
      head: ['VIỆN KIỂM SÁT NHÂN DÂN TỐI CAO'],
      code: 'VKSTC',
      letter: 'VKSTC-V9',
      named: 'Viện kiểm sát nhân dân tối cao',
      codes: ['KH', 'CT', 'HD', 'CV', 'QĐ'],
      signings: [
        { capacity: null, position: 'VIỆN TRƯỞNG', speaker: 'Viện kiểm sát nhân dân tối cao' },
        { capacity: 'KT. VIỆN TRƯỞNG', position: 'PHÓ VIỆN TRƯỞNG', speaker: 'Viện kiểm sát nhân dân tối cao' },
      ],
      under: ['Thanh tra', 'Văn phòng', 'Viện kiểm sát nhân dân các tỉnh, thành phố trực thuộc Trung ương'],
      above: ['Ủy ban Tư pháp của Quốc hội'],
    },
  ];
}

function ofProvince(province: Province): Office[] {
  const { name, city } = province;
  const [committeeName, area] = city ? ['Thành ủy', 'thành phố'] : ['Tỉnh ủy', 'tỉnh'];
  const AREA = area.toUpperCase();
  const PLACE = name.toUpperCase();
  const base = { level: 'province', place: name } as const;
  const speaker = `Ban Thường vụ ${committeeName}`;
  const people = `Ủy ban nhân dân ${area}`;
  const partyUnder = [
    `Ban Tổ chức ${committeeName}`,
    `Ủy ban Kiểm tra ${committeeName}`,
    `Văn phòng ${committeeName}`,
    `Ban Nội chính ${committeeName}`,
    `Ủy ban Mặt trận Tổ quốc Việt Nam ${area}`,
    `Đảng ủy Ủy ban nhân dân ${area}`,
    `Trường Chính trị ${area}`,
  ];
  const partyBureau = (code: string, bureauName: string, position: string): Office => ({
    ...base,
    side: 'party',
    head: [`${committeeName.toUpperCase()} ${PLACE}`, bureauName.toUpperCase()],
    code: `${code}TU`,
    letter: null,
    named: `${bureauName} ${committeeName}`,
    codes: bureauCodes,
    signings: chief(position, `${bureauName} ${committeeName}`),
    under: ['Các phòng chuyên môn', 'Văn phòng cơ quan', 'Các ban xây dựng đảng cấp dưới', 'Trung tâm Chính trị các địa phương'],
    above: [`Thường trực ${committeeName} (b/c)`],
    archive: `Lưu ${bureauName} ${committeeName}`,
  });
  const department = (code: string, departmentName: string): Office => ({
    ...base,
    side: 'state',
    head: ['ỦY BAN NHÂN DÂN', `${AREA} ${PLACE}`, departmentName.toUpperCase()],
    code,
    letter: `${code}-VP`,
    named: departmentName,
    codes: ['HD', 'KH', 'BC', 'CV', 'TTr', 'TB', 'QĐ'],
    signings: [
      ...stateChief('GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC', departmentName),
      { capacity: 'TL. GIÁM ĐỐC', position: 'CHÁNH VĂN PHÒNG', speaker: departmentName },
    ],
    under: ['Phòng Kế hoạch - Tài chính', 'Thanh tra Sở', 'Văn phòng Sở', 'Các đơn vị sự nghiệp trực thuộc'],
    above: [`UBND ${area} (b/c)`],
    archive: 'Lưu: VT, VP',
  });
  return [
    {
      ...base,
      side: 'party',
      head: [`${committeeName.toUpperCase()} ${PLACE}`],
      code: 'TU',
      letter: null,
      named: speaker,
      codes: committeeCodes,
      signings: committee(speaker),
      under: partyUnder,
      above: ['Bộ Chính trị, Ban Bí thư (b/c)', `Các đồng chí Ủy viên Ban Chấp hành Đảng bộ ${area}`],
      archive: `Lưu Văn phòng ${committeeName}`,
    },
    partyBureau('BTG', 'Ban Tuyên giáo', 'TRƯỞNG BAN'),
    partyBureau('BTC', 'Ban Tổ chức', 'TRƯỞNG BAN'),
    partyBureau('UBKT', 'Ủy ban Kiểm tra', 'CHỦ NHIỆM'),
    partyBureau('BNC', 'Ban Nội chính', 'TRƯỞNG BAN'),
    {
      ...base,
      side: 'state',
      head: ['ỦY BAN NHÂN DÂN', `${AREA} ${PLACE}`],
      code: 'UBND',
      letter: 'UBND-KGVX',
      named: people,
      codes: administrationCodes,
      signings: council(people, `Chủ tịch ${people}`),
      under: [...departments, `Văn phòng ${people}`],
      above: ['Thủ tướng Chính phủ (b/c)', `TT. ${committeeName}, TT. HĐND ${area}`],
      archive: 'Lưu: VT, KGVX',
    },
    {
      ...base,
      side: 'state',
      head: ['HỘI ĐỒNG NHÂN DÂN', `${AREA} ${PLACE}`],
      code: 'HĐND',
      letter: null,
      named: `Hội đồng nhân dân ${area}`,
      codes: ['NQ', 'KH', 'BC', 'TB'],
      signings: [{ capacity: null, position: 'CHỦ TỊCH', speaker: `Hội đồng nhân dân ${area}` }],
      under: [people, `Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân ${area}`, `Tòa án nhân dân ${area}`],
      above: ['Ủy ban Thường vụ Quốc hội', 'Chính phủ'],
      archive: 'Lưu: VT',
    },
    department('SNV', 'Sở Nội vụ'),
    department('STC', 'Sở Tài chính'),
    department('SYT', 'Sở Y tế'),
    department('SGDĐT', 'Sở Giáo dục và Đào tạo'),
    {
      ...base,
      side: 'front',
      head: ['ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM', `${AREA} ${PLACE}`, 'BAN THƯỜNG TRỰC'],
      code: 'MTTQ-BTT',
      letter: 'MTTQ-BTT',
      named: `Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam ${area}`,
      codes: ['KH', 'BC', 'HD', 'CV'],
      signings: [
        { capacity: 'TM. BAN THƯỜNG TRỰC', position: 'CHỦ TỊCH', speaker: `Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam ${area}` },
        { capacity: 'TM. BAN THƯỜNG TRỰC', position: 'PHÓ CHỦ TỊCH', speaker: `Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam ${area}` },
      ],
      under: ['Các tổ chức thành viên', 'Ban Dân chủ - Pháp luật', 'Ban Phong trào'],
      above: [`Thường trực ${committeeName} (b/c)`],
      archive: 'Lưu: VP',
    },
    {
      ...base,
      side: 'front',
      head: ['TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM', `LIÊN ĐOÀN LAO ĐỘNG ${AREA} ${PLACE}`],
      code: 'LĐLĐ',
      letter: null,
      named: `Liên đoàn Lao động ${area}`,
      codes: ['KH', 'BC', 'HD', 'TB'],
      signings: [
        { capacity: 'TM. BAN THƯỜNG VỤ', position: 'CHỦ TỊCH', speaker: `Liên đoàn Lao động ${area}` },
        { capacity: 'TM. BAN THƯỜNG VỤ', position: 'PHÓ CHỦ TỊCH', speaker: `Liên đoàn Lao động ${area}` },
      ],
      under: ['Các công đoàn cấp trên cơ sở', 'Ban Tổ chức - Kiểm tra', 'Văn phòng'],
      above: ['Tổng Liên đoàn Lao động Việt Nam (b/c)'],
      archive: 'Lưu: VT',
    },
    {
      ...base,
      side: 'youth',
      head: ['BAN CHẤP HÀNH ĐOÀN', `${AREA} ${PLACE}`],
      code: 'TĐTN',
      letter: null,
      named: `Ban Thường vụ ${city ? 'Thành đoàn' : 'Tỉnh đoàn'}`,
      codes: ['KH', 'BC', 'HD', 'CV'],
      signings: [
        { capacity: 'TM. BAN THƯỜNG VỤ', position: 'BÍ THƯ', speaker: `Ban Thường vụ ${city ? 'Thành đoàn' : 'Tỉnh đoàn'}` },
        { capacity: 'TM. BAN THƯỜNG VỤ', position: 'PHÓ BÍ THƯ', speaker: `Ban Thường vụ ${city ? 'Thành đoàn' : 'Tỉnh đoàn'}` },
      ],
      under: ['Các cơ sở đoàn trực thuộc', 'Văn phòng', 'Ban Thanh thiếu nhi trường học'],
      above: [`Ban Thường vụ ${committeeName} (b/c)`],
      archive: 'Lưu: VP',
    },
  ];
}

function ofDistrict(province: Province, random: Random): Office[] {
  const town = province.towns.length > 0 && random.chance(0.4);
  const place = random.pick(town ? province.towns : province.districts);
  const [name, area, code] = town ? ['Thị ủy', 'thị xã', 'ThU'] : ['Huyện ủy', 'huyện', 'HU'];
  const above = province.city ? ['Thành ủy', 'thành phố'] : ['Tỉnh ủy', 'tỉnh'];
  const base = { level: 'district', place } as const;
  const speaker = `Ban Thường vụ ${name}`;
  const people = `Ủy ban nhân dân ${area}`;
  return [
    {
      ...base,
      side: 'party',
      head: [`${above[0]!.toUpperCase()} ${province.name.toUpperCase()}`, `${name.toUpperCase()} ${place.toUpperCase()}`],
      code,
      letter: null,
      named: speaker,
      codes: committeeCodes,
      signings: committee(speaker),
      under: [
        `Ban Tuyên giáo ${name}`,
        `Ban Tổ chức ${name}`,
        `Ủy ban Kiểm tra ${name}`,
        `Văn phòng ${name}`,
        'Các chi, đảng bộ cơ sở',
        `Ban Dân vận ${name}`,
      ],
      above: [`Thường trực ${above[0]} (b/c)`, `Các đồng chí ${name === 'Thị ủy' ? 'Thị ủy viên' : 'Huyện ủy viên'}`],
      archive: `Lưu Văn phòng ${name}`,
    },
    {
      ...base,
      side: 'state',
      head: ['ỦY BAN NHÂN DÂN', `${area.toUpperCase()} ${place.toUpperCase()}`],
      code: 'UBND',
      letter: 'UBND-VP',
      named: people,
      codes: administrationCodes,
      signings: council(people, `Chủ tịch ${people}`),
      under: [
        'Phòng Nội vụ',
        'Phòng Tài chính - Kế hoạch',
        'Phòng Giáo dục và Đào tạo',
        `Văn phòng ${people}`,
        'Ủy ban nhân dân các xã, thị trấn',
      ],
      above: [`UBND ${above[1]} (b/c)`],
      archive: 'Lưu: VT',
    },
  ];
}

function ofCommune(province: Province, random: Random): Office[] {
  const ward = random.chance(0.4);
  const place = random.pick(ward ? province.wards : province.communes);
  const area = ward ? 'phường' : 'xã';
  const base = { level: 'commune', place } as const;
  const speaker = `Ban Thường vụ Đảng ủy ${area}`;
  const people = `Ủy ban nhân dân ${area}`;
  const above = province.city ? 'Thành ủy' : 'Tỉnh ủy';
  return [
    {
      ...base,
      side: 'party',
      head: [`${above.toUpperCase()} ${province.name.toUpperCase()}`, `ĐẢNG ỦY ${area.toUpperCase()} ${place.toUpperCase()}`],
      code: 'ĐU',
      letter: null,
      named: speaker,
      codes: ['KH', 'BC', 'KL', 'NQ', 'CV', 'TB', 'CTHĐ'],
      signings: committee(speaker),
      under: ['Văn phòng Đảng ủy', 'Ban Xây dựng Đảng Đảng ủy', 'Ủy ban Kiểm tra Đảng ủy', 'Các chi bộ trực thuộc'],
      above: [`Ban Thường vụ ${above} (b/c)`],
      archive: 'Lưu Văn phòng Đảng ủy',
    },
    {
      ...base,
      side: 'state',
      head: ['ỦY BAN NHÂN DÂN', `${area.toUpperCase()} ${place.toUpperCase()}`],
      code: 'UBND',
      letter: 'UBND-VHXH',
      named: people,
      codes: ['KH', 'QĐ', 'BC', 'CV', 'TB', 'TTr'],
      signings: council(people, `Chủ tịch ${people}`),
      under: ['Phòng Văn hóa - Xã hội', 'Phòng Kinh tế', 'Trung tâm Phục vụ hành chính công', 'Công an xã'].map((body) =>
        body.replace(/xã$/u, area),
      ),
      above: [`UBND ${province.city ? 'thành phố' : 'tỉnh'} (b/c)`],
      archive: 'Lưu: VT',
    },
  ];
}

/** The day on which the district level ended (cấp huyện kết thúc hoạt động). */
const endOfDistricts: Day = { day: 1, month: 7, year: 2025 };

/** A body that could issue a document on this day, at any level. */
export function officeOn(day: Day, random: Random): { office: Office; province: Province } {
  const province = random.pick(provinces);
  const level = random.pick(['central', 'province', 'province', 'local', 'local'] as const);
  const all =
    level === 'central'
      ? central()
      : level === 'province'
        ? ofProvince(province)
        : before(day, endOfDistricts)
          ? ofDistrict(province, random)
          : ofCommune(province, random);
  return { office: random.pick(all), province };
}

/** Those whose documents a body of this province would cite. */
export function citable(province: Province): readonly Office[] {
  return [...central(), ...ofProvince(province)];
}
