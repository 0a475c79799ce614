import { mergedOn } from '#ingest/vocabulary/places.ts';
import { type Day, isoOf } from '../../generate/calendar.ts';
import { central } from '../../generate/offices/central.ts';
import { ofDistrict } from '../../generate/offices/local.ts';
import type { Office } from '../../generate/offices/office.ts';
import type { Random } from '../../generate/random.ts';
import { symbolOf } from '../../generate/references.ts';
import { topics } from '../../generate/vocabulary/topics.ts';
import type { Code } from '../../generate/vocabulary/types.ts';
import { type Place, placesOf, provincial } from './bodies.ts';

export const levels = ['centre', 'province', 'district', 'state'] as const;
export type Level = (typeof levels)[number];

/** A document of the generated world. */
export interface TrueWork {
  /** Unlike that of any other work. */
  readonly id: string;
  readonly key: string;
  readonly code: Code;
  readonly number: string;
  readonly level: Level;
  readonly office: Office;
  /** Null for the centre. */
  readonly place: Place | null;
  readonly date: Day;
  readonly iso: string;
  /** Central term; null at other levels. */
  readonly term: string | null;
  readonly about: string;
}

export interface World {
  readonly places: readonly Place[];
  readonly works: readonly TrueWork[];
}

/** The last day of the world. */
const today = '2026-10-30';
const centralTerms = [
  ['XI', '2011-01-20', '2016-01-27'],
  ['XII', '2016-01-29', '2021-01-31'],
  ['XIII', '2021-02-02', '2026-01-22'],
  ['XIV', '2026-01-24', today],
] as const;
/** Four terms of the local bodies, by the year in which they begin. */
const localTerms = [2010, 2015, 2020, 2025] as const;

const dayCount = (iso: string) => Date.parse(`${iso}T00:00:00Z`) / 86_400_000;
const isoOn = (count: number) => new Date(count * 86_400_000).toISOString().slice(0, 10);
const dayOf = (iso: string): Day => ({ year: Number(iso.slice(0, 4)), month: Number(iso.slice(5, 7)), day: Number(iso.slice(8, 10)) });

/**
 * Documents of the centre, of all provinces, of districts and of people's committees over four terms: every body numbers its documents from 1 in every term (those of
 * the State in every year), so that one number has many bearers.
 */
export function worldOf(random: Random, { numbers }: { readonly numbers: number }): World {
  const places = placesOf(random);
  const works: TrueWork[] = [];
  const series = (
    office: Office,
    code: Code,
    {
      level,
      place,
      term,
      from,
      to,
      count,
      begins,
    }: Pick<TrueWork, 'level' | 'place' | 'term'> & {
      readonly from: string;
      readonly to: string;
      readonly count: number;
      readonly begins?: number;
    },
  ) => {
    const [first, last] = [dayCount(from), dayCount(to)];
    const begin = begins ?? random.int(1, 4);
    for (let index = 0; index < count; index += 1) {
      const iso = isoOn(Math.floor(first + ((index + random.next()) / count) * (last - first)));
      const date = dayOf(iso);
      const number = String(begin + index).padStart(2, '0');
      const key = symbolOf(office, code, number, date);
      const about = random.pick(random.pick(topics).about);
      const id = `${key} ${place?.province.name ?? ''} ${office.head.join(' ')} ${code} ${iso}`;
      works.push({ id, key, code, number, level, office, place, date, iso, term, about });
    }
  };
  const centre = central();
  const named = (name: string) => centre.find((office) => office.named === name)!;
  for (const [term, from, to] of centralTerms) {
    const at = { level: 'centre', place: null, term, from, to, count: numbers * 2 } as const;
    // Regulations (quy định) bear "QĐ" as decisions do; the numbers of both overlap here and there.
    for (const [name, codes] of [
      ['Bộ Chính trị', ['NQ', 'KL', 'QĐi']],
      ['Ban Bí thư', ['CT', 'QĐ']],
    ] as const)
      for (const code of codes) series(named(name), code, code === 'QĐi' ? { ...at, begins: numbers * 2 } : at);
  }
  for (let year = 2012; year <= 2026; year += 1)
    series(named('Chính phủ'), 'NĐ', {
      ...{ level: 'state', place: null, term: null, count: numbers * 4 },
      ...{ from: `${year}-01-05`, to: year === 2026 ? today : `${year}-12-28` },
    });
  for (const place of places) {
    const { party, people } = provincial(place.province);
    const districts = place.province.districts.map((name) => {
      const alone = { ...place.province, districts: [name], wards: [name] };
      return ofDistrict(alone, random)[0]!;
    });
    for (const year of localTerms) {
      const merging = year === 2025;
      if (merging && place.isMerged) continue;
      // Congresses of provinces are held from September to the beginning of November, those of districts before them.
      const from = merging ? mergedOn : isoOn(dayCount(`${year}-09-20`) + random.int(0, 40));
      const to = year === 2025 ? today : year === 2020 ? '2025-06-29' : `${year + 5}-09-01`;
      for (const code of ['KH', 'NQ', 'CTr', 'CT'] as const)
        series(party, code, { level: 'province', place, term: null, from, to, count: numbers });
      if (merging) continue;
      for (const office of districts)
        for (const code of ['KH', 'NQ'] as const)
          series(office, code, {
            ...{ level: 'district', place, term: null, count: Math.ceil(numbers / 2) },
            ...{ from: isoOn(dayCount(`${year}-06-15`) + random.int(0, 60)), to: year === 2020 ? '2025-06-29' : `${year + 5}-06-01` },
          });
    }
    for (let year = 2012; year <= 2026; year += 1) {
      if (place.isMerged && year > 2025) continue;
      const to = year === 2026 ? today : place.isMerged && year === 2025 ? '2025-06-29' : `${year}-12-28`;
      for (const code of ['KH', 'QĐ'] as const)
        series(people, code, { level: 'state', place, term: null, from: `${year}-01-05`, to, count: Math.ceil(numbers / 2) });
    }
  }
  return { places, works };
}

/** Whether a body that issued this still existed on this day, and whether the day is not before it. */
export function isBefore(work: TrueWork, day: Day): boolean {
  return work.iso < isoOf(day);
}
