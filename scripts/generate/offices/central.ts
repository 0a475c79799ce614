import { bureauCodes } from './codes.ts';
import type { Office } from './office.ts';
import { chief, stateChief } from './signings.ts';

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

/** Bodies of the centre. */
export function central(): Office[] {
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
    chief: `Bộ trưởng ${named}`,
    under: ['Vụ Pháp chế', 'Vụ Tổ chức cán bộ', 'Thanh tra Bộ', 'Văn phòng Bộ', 'Cục Công nghệ thông tin'],
    above: ['Thủ tướng Chính phủ (để b/c)'],
  });
  return [
    {
      ...party,
      head: ['BAN CHẤP HÀNH TRUNG ƯƠNG'],
      code: 'TW',
      named: 'Ban Chấp hành Trung ương Đảng',
      codes: ['NQ', 'KL'],
      signings: [{ capacity: 'T/M BAN CHẤP HÀNH TRUNG ƯƠNG', position: 'TỔNG BÍ THƯ', speaker: 'Ban Chấp hành Trung ương Đảng' }],
      under: centralParty,
      above: ['Các đồng chí Ủy viên Ban Chấp hành Trung ương Đảng'],
    },
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
      code: 'UBTVQH',
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
      chief: 'Chánh án Tòa án nhân dân tối cao',
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
      chief: 'Viện trưởng Viện kiểm sát nhân dân tối cao',
      under: ['Thanh tra', 'Văn phòng', 'Viện kiểm sát nhân dân các tỉnh, thành phố trực thuộc Trung ương'],
      above: ['Ủy ban Tư pháp của Quốc hội'],
    },
  ];
}
