import { mergedOn } from '#ingest/vocabulary/places.ts';
import { damaged, damages } from '../../generate/damage/damages.ts';
import { generate } from '../../generate/generate.ts';
import { layouts } from '../../generate/head.ts';
import { type Random, randomOf } from '../../generate/random.ts';
import type { Reference } from '../../generate/references.ts';
import { kindOf } from '../../generate/vocabulary/types.ts';
import { isBefore, type TrueWork, type World } from './world.ts';

/** A document as it goes through ingest: its text, which work it is, and which works it may name, by number. */
export interface Written {
  readonly name: string;
  readonly text: string;
  readonly work: TrueWork;
  readonly damage: string | null;
  readonly cites: readonly TrueWork[];
}

/** Shares of documents: that date what they name first, with a damage, without a head, with a head that leaves the superior out. */
const shares = { careful: 0.75, damaged: 0.4, headless: 0.06, alone: 0.25 } as const;

/** Documents of the world, each citing older ones: of the centre, of its own province and unit, of the State, now and then of another province. */
export function writeAll(world: World, count: number, seed: number): Written[] {
  const random = randomOf(seed);
  const shelf = shelfOf(world);
  // Laws and decrees of the Government are cited, not held.
  const able = world.works.filter(({ code, iso }) => code !== 'NĐ' && iso > '2012-06-01');
  const local = random.some(
    able.filter(({ level }) => level !== 'centre'),
    Math.round(count * 0.92),
  );
  const centre = random.some(
    able.filter(({ level }) => level === 'centre'),
    count - local.length,
  );
  return [...centre, ...local].map((work, index) => written(work, shelf, randomOf(seed * 100_000 + index), index));
}

type Shelf = ReadonlyMap<string, readonly TrueWork[]>;

function shelfOf({ works }: World): Shelf {
  return Map.groupBy(works, ({ level, place, office }) => seriesName(level, place?.province.name ?? null, office.head.join(' ')));
}

function seriesName(level: string, province: string | null, head: string): string {
  return [level, province ?? '', level === 'district' ? head : ''].join('|');
}

function written(work: TrueWork, shelf: Shelf, random: Random, index: number): Written {
  const cites = citedBy(work, shelf, random);
  const { date, place } = work;
  const alone = work.level === 'district' && random.chance(shares.alone);
  const office = alone
    ? { ...work.office, head: work.office.head.slice(-1), above: [`Thường trực Tỉnh ủy ${place!.province.name} (b/c)`] }
    : work.office;
  const harmed = random.chance(shares.damaged);
  const damage = harmed ? random.pick(damages) : null;
  const document = generate(1 + index, {
    breadth: 1,
    layout: random.chance(shares.headless) ? 'none' : random.pick(layouts.slice(0, -1)),
    ...(damage === null ? {} : { width: 0 }),
    given: {
      ...{ office, date, code: work.code, number: work.number, about: work.about },
      province: place?.province ?? { name: 'Hà Nội', city: true, districts: [], towns: [], communes: [], wards: [] },
      references: cites.map((cited) => referenceTo(cited, work, random)),
      former: referenceTo(cites[0]!, work, random),
      careful: random.chance(shares.careful),
    },
  });
  const { name, text } = damage === null ? document : damaged(document, damage, index);
  return { name, text, work, damage: damage?.name ?? null, cites };
}

/** Older works that the writer has at hand, no two of one noun and number. */
function citedBy(work: TrueWork, shelf: Shelf, random: Random): TrueWork[] {
  const found: TrueWork[] = [];
  const taken = new Set([`${work.code} ${Number(work.number)}`]);
  const add = (series: string, count: number, years: number) => {
    const oldest = `${work.date.year - years}-01-01`;
    const able = (shelf.get(series) ?? []).filter((other) => isBefore(other, work.date) && other.iso >= oldest);
    for (let tries = 0, got = 0; got < count && tries < count * 4 && able.length > 0; tries += 1) {
      const other = random.pick(able);
      const name = `${other.code} ${Number(other.number)}`;
      if (
        taken.has(name) ||
        (other.code === 'QĐi' && taken.has(`QĐ ${Number(other.number)}`)) ||
        (other.code === 'QĐ' && taken.has(`QĐi ${Number(other.number)}`))
      )
        continue;
      taken.add(name);
      found.push(other);
      got += 1;
    }
  };
  const province = work.place?.province.name ?? null;
  add('centre||', 4, random.chance(0.75) ? 4 : 9);
  if (province !== null) {
    add(seriesName('province', province, ''), 4, 5);
    if (work.level === 'district') add(seriesName('district', province, work.office.head.join(' ')), 2, 5);
    add(seriesName('state', province, ''), 2, 2);
    if (random.chance(0.15))
      add(seriesName('province', random.pick([...shelf.keys()].filter((key) => key.startsWith('province'))).split('|')[1]!, ''), 1, 5);
  }
  add('state||', 2, 6);
  return found.length > 0 ? found : [shelf.get('centre||')![0]!];
}

/** How `writer` names a work: its own province's committee without the province, others' with it. */
function referenceTo(work: TrueWork, writer: TrueWork, random: Random): Reference {
  const { key, code, number, date, office, place, term } = work;
  const whole = place === null || work.level === 'district' ? office.named : `${office.named} ${place.province.name}`;
  const foreign = place !== null && place.province.name !== writer.place?.province.name;
  // Since the merger the same words mean another committee: who means the old one says so.
  const old = place !== null && work.iso < mergedOn && writer.iso >= mergedOn;
  const printed = code === 'QĐi' && random.chance(0.4) ? key.replace('-QĐ/', '-QĐi/') : key;
  return {
    ...{ key: printed, code, noun: kindOf(code).noun, printed, number, date, term },
    side: office.side === 'state' ? 'state' : 'party',
    issuer: old ? `${whole} (cũ)` : foreign || random.chance(0.2) ? whole : office.named,
    about: work.about,
    ...(foreign || old ? { foreign: true as const } : {}),
  };
}
