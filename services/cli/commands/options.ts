import { Argument, InvalidArgumentError, Option } from 'commander';
import { levels } from '#services/analysis/level.ts';

/** Readers of option values: they return the value or say what is wrong with it. */

export function wholeFrom(from: number, to: number): (given: string) => number {
  return (given) => {
    const number = /^\d{1,9}$/u.test(given) ? Number(given) : Number.NaN;
    if (number >= from && number <= to) return number;
    throw new InvalidArgumentError(`It must be a whole number from ${from} to ${to}.`);
  };
}

/** A day as 2024-12-31 or, as documents write it, 31/12/2024. Returns the ISO date. */
export function day(given: string): string {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(given);
  const local = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/u.exec(given);
  const [year, month, date] = iso !== null ? iso.slice(1) : local !== null ? local.slice(1).reverse() : [];
  const text = `${year}-${month?.padStart(2, '0')}-${date?.padStart(2, '0')}`;
  const time = new Date(`${text}T00:00:00Z`);
  if (Number.isNaN(time.getTime()) || time.toISOString().slice(0, 10) !== text) {
    throw new InvalidArgumentError('It must be a day, written 2024-12-31 or 31/12/2024.');
  }
  return text;
}

/** Arguments and options that several commands take; each call makes them anew. */

export const workArgument = () => new Argument('<symbol...>', 'number in any written form, or id of a document or work');
export const documentArgument = () => new Argument('<symbol...>', 'number in any written form, or id');
export const upOption = () => new Option('--up', 'what it rests on');
export const withinOption = () => new Option('--within <place>', 'only documents of this province or unit, and those that lead to them');
export const levelOption = () => new Option('--level <level>', 'only documents of bodies of this level').choices(levels);
export const afterOption = () => new Option('--after <cursor>', 'go on behind an earlier answer, which gives the cursor');
export const forceOption = () => new Option('--force', 'overwrite the file where it exists');

/** How many of these ("documents") are wanted at most, and if nothing is said. */
export const limitOption = (what: string, usual: number, most = 1000) =>
  new Option('--limit <count>', `how many ${what} at most`).argParser(wholeFrom(1, most)).default(usual);
