/** Days asked for, ISO, both inclusive; null where a side is open. */
export interface Days {
  readonly from: string | null;
  readonly to: string | null;
}

const relation = /^(?<sign>>=|<=|>|<|=|≥|≤|từ|đến)?\s*(?<rest>.*)$/su;
const iso = /^(?<year>\d{4})[-/.](?<month>\d{1,2})(?:[-/.](?<day>\d{1,2}))?$/u;
const local = /^(?:(?<day>\d{1,2})[-/.])?(?<month>\d{1,2})[-/.](?<year>\d{4})$/u;
const yearAlone = /^\d{4}$/u;

/** The first and the last day of "2023", "2023-05", "5/2023", "2023-05-09", "9/5/2023", or null for what is no day of the calendar. */
function period(text: string): { readonly from: string; readonly to: string } | null {
  if (yearAlone.test(text)) return Number(text) === 0 || text === '9999' ? null : { from: `${text}-01-01`, to: `${text}-12-31` };
  const groups = iso.exec(text)?.groups ?? local.exec(text)?.groups;
  if (groups === undefined) return null;
  const { year = '', month = '', day } = groups;
  const from = isoDay(year, month, day ?? '1');
  if (from === null) return null;
  return { from, to: day === undefined ? lastDay(year, month) : from };
}

function isoDay(year: string, month: string, day: string): string | null {
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = Date.parse(`${written}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== written ? null : written;
}

function lastDay(year: string, month: string): string {
  return new Date(Date.UTC(Number(year), Number(month), 0)).toISOString().slice(0, 10);
}

function moved(day: string, by: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10);
}

/**
 * Days as a reader writes them: a day, a month or a year, a range of them ("2021..2023", "..2020", of years also "2021-2023"), or one with >=, <=, >, <.
 * Null for what is none, and for a range that ends before it begins.
 */
export function readDays(typed: string): Days | null {
  const text = typed.trim().replace(/[–—]/gu, '-');
  const dots = /\.\.\.?|…/u.exec(text);
  if (dots !== null) return between(text.slice(0, dots.index).trim(), text.slice(dots.index + dots[0].length).trim());
  const years = /^(?<left>\d{4})\s*-\s*(?<right>\d{4})$/u.exec(text)?.groups;
  if (years !== undefined) return between(years['left'] ?? '', years['right'] ?? '');
  const { sign = '', rest = '' } = relation.exec(text)?.groups ?? {};
  const found = period(rest);
  if (found === null) return null;
  switch (sign) {
    case '>=':
    case '≥':
    case 'từ':
      return { from: found.from, to: null };
    case '<=':
    case '≤':
    case 'đến':
      return { from: null, to: found.to };
    case '>':
      return { from: moved(found.to, 1), to: null };
    case '<':
      return { from: null, to: moved(found.from, -1) };
    default:
      return found;
  }
}

function between(left: string, right: string): Days | null {
  const from = left === '' ? null : period(left);
  const to = right === '' ? null : period(right);
  if ((left !== '' && from === null) || (right !== '' && to === null) || (left === '' && right === '')) return null;
  if (from !== null && to !== null && from.from > to.to) return null;
  return { from: from?.from ?? null, to: to?.to ?? null };
}
