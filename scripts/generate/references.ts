import { type Day, isoOf, lastOf } from './calendar.ts';
import type { Office } from './offices/office.ts';
import { citable } from './offices/offices.ts';
import type { Random } from './random.ts';
import type { Province } from './vocabulary/names.ts';
import { topics } from './vocabulary/topics.ts';
import { type Code, kindOf } from './vocabulary/types.ts';

/** A document that others cite, as the world knows it; what a text states of it is another matter. */
export interface Reference {
  readonly key: string;
  readonly code: Code;
  readonly noun: string;
  /** As most write it; may differ from the key (`07/QĐ/TU`). */
  readonly printed: string;
  readonly number: string;
  readonly side: 'party' | 'state';
  readonly date: Day;
  readonly issuer: string;
  /** Party term, for the centre's documents. */
  readonly term: string | null;
  readonly about: string;
  /** A number of a series that is not the nearest at hand (another province's): who cites it says whose it is. */
  readonly foreign?: true;
}

/** The number and symbol of a document: by the Party's form for the Party and the youth union, by the State's for all others. */
export function symbolOf(office: Office, code: Code, number: string, day: Day): string {
  if (office.side === 'party' || office.side === 'youth') return `${number}-${code === 'QĐi' ? 'QĐ' : code}/${office.code}`;
  if (code === 'CV') return `${number}/${office.letter}`;
  const body = office.code === 'UBTVQH' ? `UBTVQH${legislatureAt(day)}` : office.code;
  if (office.code === 'UBTVQH' && code === 'NQ') return `${number}/${day.year}/${body}`;
  const norm = code === 'NĐ' || code === 'TT' || (code === 'NQ' && office.code === 'HĐND');
  return norm ? `${number}/${day.year}/${code}-${body}` : `${number}/${code}-${body}`;
}

/** Terms of the Central Committee, from the last day of the congress that elected it. */
const terms = [
  ['XIII', '2021-02-01'],
  ['XII', '2016-01-28'],
  ['XI', '2011-01-19'],
] as const;

export function termAt(day: Day): string | null {
  return terms.find(([, from]) => isoOf(day) >= from)?.[0] ?? null;
}

/** Legislatures of the National Assembly (khóa Quốc hội), from their first session on. */
const legislatures = [
  [15, '2021-07-20'],
  [14, '2016-07-20'],
  [13, '2011-07-21'],
] as const;

function legislatureAt(day: Day): number {
  return legislatures.find(([, from]) => isoOf(day) >= from)?.[0] ?? 12;
}

function dayBefore(day: Day, random: Random, years: number): Day {
  const year = Math.max(2011, day.year - random.int(0, years));
  const month = year === day.year ? random.int(1, Math.max(1, day.month - 1)) : random.int(1, 12);
  const last = year === day.year && month === day.month ? Math.max(1, day.day - 1) : lastOf(month, year);
  return { day: random.int(1, last), month, year };
}

const laws = [
  'Luật Lưu trữ',
  'Luật Tiếp công dân',
  'Luật Lâm nghiệp',
  'Luật Phòng, chống thiên tai',
  'Luật Khám bệnh, chữa bệnh',
  'Luật Thanh tra',
] as const;

/** Documents older than `day` that a document of this province may cite, each with another key and another noun and number; never `own`. */
export function referencesFor(day: Day, province: Province, own: { key: string; code: Code; number: string }, random: Random): Reference[] {
  const offices = citable(province).filter(({ codes }) => codes.some((code) => code !== 'CV'));
  const found: Reference[] = [];
  const taken = new Set([own.key.toUpperCase(), `${own.code} ${Number(own.number)}`]);
  const add = (reference: Reference) => {
    const name = `${reference.code} ${Number(reference.number)}`;
    if (taken.has(reference.key.toUpperCase()) || taken.has(name)) return;
    taken.add(reference.key.toUpperCase());
    taken.add(name);
    found.push(reference);
  };
  for (let count = 0; count < 24; count += 1) {
    const office = random.chance(0.4)
      ? random.pick(offices.filter(({ level, side }) => level === 'central' && side === 'party'))
      : random.pick(offices);
    const code = random.pick(office.codes);
    const date = dayBefore(day, random, 6);
    const number = String(office.level === 'central' && office.side === 'party' ? random.int(1, 180) : random.int(1, 2400)).padStart(
      2,
      '0',
    );
    const proper = symbolOf(office, code, number, date);
    const key = code === 'QĐi' && random.chance(0.4) ? proper.replace('-QĐ/', '-QĐi/') : proper;
    const printed = office.side === 'party' && random.chance(0.06) ? key.replace('-', '/') : key;
    add({
      key,
      code,
      noun: kindOf(code).noun,
      printed,
      number,
      date,
      side: office.side === 'party' || office.side === 'youth' ? 'party' : 'state',
      issuer: office.chief !== undefined && (code === 'TT' || code === 'QĐ') ? office.chief : office.named,
      term: office.code === 'TW' ? termAt(date) : null,
      about: random.pick(random.pick(topics).about),
    });
  }
  const date = dayBefore(day, random, 5);
  const number = String(random.int(10, 90));
  const law = random.pick(laws);
  const legislature = legislatureAt(date);
  add({
    key: `${number}/${date.year}/QH${legislature}`,
    code: 'L',
    noun: law,
    printed: `${number}/${date.year}/QH${legislature}`,
    number,
    side: 'state',
    date,
    issuer: 'Quốc hội',
    term: null,
    about: '',
  });
  return found;
}
