import { before, type Day } from '../calendar.ts';
import type { Random } from '../random.ts';
import { type Province, provinces } from '../vocabulary/names.ts';
import { central } from './central.ts';
import { ofCommune, ofDistrict } from './local.ts';
import type { Office } from './office.ts';
import { ofProvince } from './province.ts';

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
