import { presentProvinces, provinces } from '#ingest/vocabulary/places.ts';
import type { Office } from '../../generate/offices/office.ts';
import { ofProvince } from '../../generate/offices/province.ts';
import type { Random } from '../../generate/random.ts';
import type { Province } from '../../generate/vocabulary/names.ts';

/** Cities under the centre; all others are provinces (tỉnh). */
const cities = new Set(['Hà Nội', 'Hồ Chí Minh', 'Hải Phòng', 'Đà Nẵng', 'Cần Thơ']);

/** Names of districts as they return from province to province. */
const districtNames = [
  ...['Châu Thành', 'Phú Tân', 'Tân Phú', 'Vĩnh Thạnh', 'Phong Điền', 'Kỳ Sơn', 'Tam Nông', 'Mỹ Xuyên', 'Long Hồ', 'An Minh'],
  ...['Bắc Sơn', 'Yên Thế', 'Đông Hải', 'Cẩm Giang', 'Tiên Phước', 'Lạc Thủy', 'Hòa Vang', 'Sơn Động', 'Thanh Ba', 'Quan Hóa'],
] as const;

/** A province with the districts that it had; `until` is the last day of one that went up in another. */
export interface Place {
  readonly province: Province;
  readonly isMerged: boolean;
}

/** The 63 provinces, each with three districts: names of districts return. */
export function placesOf(random: Random): Place[] {
  const present = new Set([...presentProvinces, 'Thừa Thiên Huế']);
  return provinces
    .filter((name) => name !== 'Huế')
    .map((name) => ({
      province: {
        name,
        city: cities.has(name),
        districts: random.some(districtNames, 3),
        towns: [],
        communes: ['Tân Hòa', 'Vĩnh Lợi'],
        wards: ['An Bình', 'Phú Hòa'],
      },
      isMerged: !present.has(name),
    }));
}

/** The committee of a province, and its people's committee. */
export function provincial(province: Province): { readonly party: Office; readonly people: Office } {
  const offices = ofProvince(province);
  const of = (code: string) => offices.find((office) => office.code === code)!;
  return { party: of('TU'), people: of('UBND') };
}
