/** Days asked for, ISO, both inclusive; null where a side is open. */
export interface Days {
  readonly from: string | null;
  readonly to: string | null;
}

const relation = /^(?<sign>>=|<=|>|<|=|≥|≤|từ(?=\s)|tu(?=\s)|đến(?=\s)|den(?=\s)|tới(?=\s))?\s*(?<rest>.*)$/isu;
/** Two periods with a word or a dash apart between them. */
const apart = / (?:đến|den|tới|toi|-) /iu;
const opening = /^(?:từ|tu) /iu;
const iso = /^(?<year>\d{4})[-/.](?<month>\d{1,2})(?:[-/.](?<day>\d{1,2}))?$/u;
const local = /^(?:(?<day>\d{1,2})[-/.])?(?<month>\d{1,2})[-/.](?<year>\d{4})$/u;
const yearAlone = /^\d{4}$/u;

/** A day, month or year in words as in figures: "ngày 9 tháng 5 năm 2023" as "9/5/2023", "tháng 5/2023" as "5/2023". */
function inFigures(text: string): string {
  const figures = text.replace(/^(?:ngày|ngay) /iu, '').replace(/ ?(?:tháng|thang|năm|nam) ?/giu, '/');
  return figures.startsWith('/') ? figures.slice(1) : figures;
}

/** The first and the last day of "2023", "2023-05", "5/2023", "2023-05-09", "9/5/2023", "9 tháng 5 năm 2023", or null for what is no day of the calendar. */
function period(written: string): { readonly from: string; readonly to: string } | null {
  const text = inFigures(written);
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
 * Days as a reader writes them: a day, a month or a year, a range of them ("2021..2023", "..2020", "1/1/2023 - 31/5/2023", "từ 2021 đến 2023"; without
 * spaces where no dash stands in either: "2021-2023"), or one with >=, <=, >, <.
 * Null for what is none, and for a range that ends before it begins.
 */
export function readDays(typed: string): Days | null {
  const text = typed.trim().normalize('NFC').replace(/\s+/gu, ' ').replace(/[–—]/gu, '-');
  const dots = /\.\.\.?|…/u.exec(text);
  if (dots !== null) return between(text.slice(0, dots.index).trim(), text.slice(dots.index + dots[0].length).trim());
  const parting = apart.exec(text);
  if (parting !== null) return between(text.slice(0, parting.index).replace(opening, ''), text.slice(parting.index + parting[0].length));
  const { left, right } = /^(?<left>[\d/.]+)\s?-\s?(?<right>[\d/.]+)$/u.exec(text)?.groups ?? {};
  const range = left === undefined || right === undefined ? null : between(left, right);
  if (range !== null) return range;
  const { sign = '', rest = '' } = relation.exec(text)?.groups ?? {};
  const found = period(rest);
  if (found === null) return null;
  switch (sign.toLowerCase()) {
    case '>=':
    case '≥':
    case 'từ':
    case 'tu':
      return { from: found.from, to: null };
    case '<=':
    case '≤':
    case 'đến':
    case 'den':
    case 'tới':
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
