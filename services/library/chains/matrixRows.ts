import { compareText } from '#services/analysis/compareText.ts';
import { fold } from '#services/analysis/folding.ts';
import { type Level, levels } from '#services/analysis/level.ts';
import type { Store } from '#services/store/port.ts';
import { parted } from '#services/works/lineage.ts';
import { placeOf, placeTest } from '#services/works/place.ts';
import type { UnitAsked } from '../shapes.ts';
import { bodyNamed, issuing, plainWords, provinceNamed, type Unit, unitOf } from './matrixUnits.ts';

/** Which units have a row. */
export interface RowsAsked {
  /** Names of units, accents optional; a place alone stands for all of its units. */
  readonly units?: readonly string[] | undefined;
  readonly levels?: readonly Level[] | undefined;
  /** A province or unit; of a province also the units of those that went up in it. */
  readonly within?: string | undefined;
}

export interface Rows {
  readonly units: readonly Unit[];
  /** Ids of those that the collection knows by a document. */
  readonly known: ReadonlySet<string>;
  readonly asked: readonly UnitAsked[];
}

/** Every body of a place that the collection knows: by the numbers of all works there are, and by what was met on the way (documents without a number). */
export async function knownUnits(index: Pick<Store, 'series'>, met: Iterable<Unit>): Promise<ReadonlyMap<string, Unit>> {
  const units = new Map<string, Unit>();
  for (const unit of met) units.set(unit.id, unit);
  for (const { code, scope } of await index.series()) {
    const { unit } = issuing({ key: `1/${code}`, scope, issuer: null });
    if (unit !== null && !units.has(unit.id)) units.set(unit.id, unit);
  }
  return units;
}

/** The units of the rows: those asked for by name, else all that are known; of them those of the levels and the place. */
export function rowsOf(all: ReadonlyMap<string, Unit>, { units: names, levels: wanted, within }: RowsAsked): Rows {
  const known = new Set(all.keys());
  const asked: UnitAsked[] = [];
  const rows = new Map<string, Unit>(names === undefined ? all : []);
  for (const name of names ?? []) {
    const found = unitsNamed(name, all);
    for (const unit of found) rows.set(unit.id, unit);
    asked.push(told(name, found));
  }
  const isThere = within === undefined ? null : isWithin(within);
  const units = [...rows.values()].filter(
    ({ level, scope }) => (wanted === undefined || (level !== null && wanted.includes(level))) && (isThere === null || isThere(scope)),
  );
  return { units: units.sort(byUnit), known, asked };
}

/** From the centre down, by place, then by name. */
export function byUnit(a: Unit, b: Unit): number {
  return compareText(placeInOrder(a), placeInOrder(b));
}

const keys = new WeakMap<Unit, string>();

function placeInOrder(unit: Unit): string {
  const known = keys.get(unit);
  if (known !== undefined) return known;
  const { level, scope, name, id } = unit;
  const key = [level === null ? levels.length : levels.indexOf(level), fold(scope), fold(name), id].join('\t');
  keys.set(unit, key);
  return key;
}

/** Whether a scope is the place or lies in it, or in a province that went up in it: its units are those that had to answer before. */
function isWithin(asked: string): (scope: string) => boolean {
  const isThere = placeTest(asked);
  const before = new Set(placeOf(asked).line.flatMap(({ scope, side }) => (side === 'before' ? [scope] : [])));
  return (scope) => isThere(scope) || before.has(parted(scope)[0]);
}

function unitsNamed(asked: string, all: ReadonlyMap<string, Unit>): readonly Unit[] {
  const exact = all.get(asked.trim());
  if (exact !== undefined) return [exact];
  const words = plainWords(asked);
  const called = [...all.values()].filter(({ name }) => plainWords(name) === words);
  if (called.length > 0) return called;
  const named = bodyNamed(asked);
  const placed = provinceNamed(named?.rest ?? asked);
  const province = placed?.province ?? null;
  const unit = placeWords(placed?.rest ?? named?.rest ?? asked);
  if (named === null && province === null && unit === '') return [];
  const fits = (one: Unit) => {
    const at = one.scope.indexOf('/');
    const [of, below] = at < 0 ? [one.scope, null] : [one.scope.slice(0, at), one.scope.slice(at + 1)];
    const isBody = named === null || one.body === unitOf(named.body.name, of, null).body;
    return isBody && (province === null || of === province) && (unit === '' || (below !== null && placeWords(below) === unit));
  };
  const found = [...all.values()].filter(fits);
  if (found.length > 0 || named === null) return found;
  const { name, level } = named.body;
  if (level === 'central') return [unitOf(name, 'TW', level)];
  const isOfProvince = level === 'province' || unitOf(name, province ?? '', level).body === 'Tỉnh ủy';
  if (province === null || (isOfProvince ? unit !== '' : unit === '')) return [];
  return [isOfProvince ? unitOf(name, province, 'province') : unitOf(name, `${province}/${capitals(asked, unit)}`, level)];
}

/** Words of a place without the kind of unit that it is. */
function placeWords(words: string): string {
  return plainWords(words)
    .replace(/ (?:tinh|thanh pho|tp|huyen|thi xa|quan|phuong|xa|thi tran)(?= )/gu, ' ')
    .trim();
}

/** The words of `asked` that fold to `place`, as they were written; where none do, `place` itself. */
function capitals(asked: string, place: string): string {
  const words = asked.split(/[\s,()]+/u).filter((word) => word !== '');
  const length = place.split(' ').length;
  for (let at = 0; at + length <= words.length; at++) {
    const written = words.slice(at, at + length).join(' ');
    if (placeWords(written) === place) return written;
  }
  return place;
}

function told(asked: string, units: readonly Unit[]): UnitAsked {
  const ids = units.map(({ id }) => id);
  if (units.length === 1) return { asked, units: ids, message: null, messageVi: null };
  if (units.length === 0)
    return {
      ...{ asked, units: ids },
      message: `${JSON.stringify(asked)} names no body of a place: it has no row.`,
      messageVi: `${JSON.stringify(asked)} không cho biết cơ quan của địa phương nào: không có hàng trong bảng.`,
    };
  return {
    ...{ asked, units: ids },
    message: `${JSON.stringify(asked)} stands for ${units.length} units.`,
    messageVi: `${JSON.stringify(asked)} ứng với ${units.length} đơn vị.`,
  };
}
