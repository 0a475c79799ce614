/** A day, as documents write it. */
export interface Day {
  readonly day: number;
  readonly month: number;
  readonly year: number;
}

export const two = (number: number): string => String(number).padStart(2, '0');

export function isoOf({ day, month, year }: Day): string {
  return `${year}-${two(month)}-${two(day)}`;
}

/** `05/02/2021`, `18/5/2021`: a nought before days to 9 and the months 1 and 2, by the rules of form of both sides. */
export function short({ day, month, year }: Day): string {
  return `${two(day)}/${month < 3 ? two(month) : month}/${year}`;
}

/** Ways in which a day is written with signs between its numbers, other than the rules of form have it: `5/3/2021`, `18.5.2021`, `18-5-2021`. */
export const looselyShort: readonly ((day: Day) => string)[] = [
  ({ day, month, year }) => `${day}/${month}/${year}`,
  ({ day, month, year }) => `${two(day)}/${two(month)}/${year}`,
  ({ day, month, year }) => `${day}.${month}.${year}`,
  ({ day, month, year }) => `${two(day)}-${two(month)}-${year}`,
];

/** `05 tháng 02 năm 2021`. */
export function long({ day, month, year }: Day): string {
  return `${two(day)} tháng ${month < 3 ? two(month) : month} năm ${year}`;
}

export function lastOf(month: number, year: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** `months` later, on the day given, or on the month's last where it has no such day. */
export function later(from: Day, months: number, day: number): Day {
  const count = from.year * 12 + from.month - 1 + months;
  const [year, month] = [Math.floor(count / 12), (count % 12) + 1];
  return { day: Math.min(day, lastOf(month, year)), month, year };
}

export function before(a: Day, b: Day): boolean {
  return isoOf(a) < isoOf(b);
}
