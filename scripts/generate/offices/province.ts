import type { Province } from '../vocabulary/names.ts';
import { administrationCodes, bureauCodes, committeeCodes } from './codes.ts';
import type { Office } from './office.ts';
import { chief, committee, council, stateChief } from './signings.ts';

const departments = [
  'Sở Nội vụ',
  'Sở Tài chính',
  'Sở Y tế',
  'Sở Giáo dục và Đào tạo',
  'Sở Khoa học và Công nghệ',
  'Thanh tra tỉnh',
  'Công an tỉnh',
];

/** Bodies of a province or a city under the centre. */
export function ofProvince(province: Province): Office[] {
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
    chief: `Giám đốc ${departmentName}`,
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
      signings: committee(speaker, `Ban Chấp hành Đảng bộ ${area}`),
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
    {
      ...base,
      side: 'state',
      head: ['TÒA ÁN NHÂN DÂN TỐI CAO', `TÒA ÁN NHÂN DÂN ${AREA} ${PLACE}`],
      code: 'TA',
      letter: 'TA-VP',
      named: `Tòa án nhân dân ${area}`,
      codes: ['KH', 'BC', 'CV', 'TB'],
      signings: stateChief('CHÁNH ÁN', 'PHÓ CHÁNH ÁN', `Tòa án nhân dân ${area}`),
      under: ['Phòng Kiểm tra nghiệp vụ', 'Văn phòng', 'Các tòa chuyên trách'],
      above: ['Tòa án nhân dân tối cao (b/c)'],
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
