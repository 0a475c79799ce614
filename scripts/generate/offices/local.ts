import type { Random } from '../random.ts';
import type { Province } from '../vocabulary/names.ts';
import { administrationCodes, committeeCodes } from './codes.ts';
import type { Office } from './office.ts';
import { committee, council } from './signings.ts';

/** Bodies of a district or town (before July 2025). */
export function ofDistrict(province: Province, random: Random): Office[] {
  const town = province.towns.length > 0 && random.chance(0.4);
  const quarter = province.city && random.chance(0.5);
  const place = random.pick(town ? province.towns : quarter ? province.wards : province.districts);
  const [name, area, code] = town ? ['Thị ủy', 'thị xã', 'ThU'] : quarter ? ['Quận ủy', 'quận', 'QU'] : ['Huyện ủy', 'huyện', 'HU'];
  const bloc = 'Đảng ủy Khối các cơ quan và doanh nghiệp tỉnh';
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
      signings: committee(speaker, `Ban Chấp hành Đảng bộ ${area}`),
      under: [
        `Ban Tuyên giáo ${name}`,
        `Ban Tổ chức ${name}`,
        `Ủy ban Kiểm tra ${name}`,
        `Văn phòng ${name}`,
        'Các chi, đảng bộ cơ sở',
        `Ban Dân vận ${name}`,
      ],
      above: [`Thường trực ${above[0]} (b/c)`, `Các đồng chí ${name} viên`],
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
        quarter ? 'Ủy ban nhân dân các phường' : 'Ủy ban nhân dân các xã, thị trấn',
      ],
      above: [`UBND ${above[1]} (b/c)`],
      archive: 'Lưu: VT',
    },
    ...(province.city
      ? []
      : [
          {
            ...base,
            place: province.name,
            side: 'party',
            head: [`TỈNH ỦY ${province.name.toUpperCase()}`, bloc.toUpperCase()],
            code: 'ĐUK',
            letter: null,
            named: `Ban Thường vụ ${bloc}`,
            codes: ['KH', 'BC', 'KL', 'HD', 'CV', 'TB'],
            signings: committee(`Ban Thường vụ ${bloc}`, `Ban Chấp hành Đảng bộ Khối`).slice(1),
            under: [
              'Ban Tuyên giáo Đảng ủy Khối',
              'Văn phòng Đảng ủy Khối',
              'Các chi, đảng bộ cơ sở',
              'Đoàn Khối các cơ quan và doanh nghiệp tỉnh',
            ],
            above: ['Thường trực Tỉnh ủy (b/c)'],
            archive: 'Lưu Văn phòng Đảng ủy Khối',
          } as const,
        ]),
  ];
}

/** Bodies of a commune or ward. */
export function ofCommune(province: Province, random: Random): Office[] {
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
      signings: committee(speaker, `Ban Chấp hành Đảng bộ ${area}`),
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
