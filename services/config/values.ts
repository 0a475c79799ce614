import { Failure } from '#ingest/model/failure.ts';

/** The variables of the environment, as the process has them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** A setting that cannot be meant. `sentence` names it, and never holds a value that could be a secret. */
export function wrongSetting(sentence: string, cause?: unknown): Failure {
  return new Failure('bad-request', sentence, { cause });
}

/** A whole number between two bounds, in digits; else `bad-request` that names the setting. */
export function wholeNumber(name: string, given: string, from: number, to: number): number {
  const number = /^\d{1,9}$/u.test(given) ? Number(given) : Number.NaN;
  if (number >= from && number <= to) return number;
  throw wrongSetting(`${name} must be a whole number from ${from} to ${to}, not ${JSON.stringify(given)}.`);
}

/** One of a few words; else `bad-request` that names the setting. */
export function oneOf<Word extends string>(name: string, given: string, words: readonly Word[]): Word {
  const word = words.find((known) => known === given);
  if (word !== undefined) return word;
  throw wrongSetting(`${name} must be one of ${words.join(', ')}, not ${JSON.stringify(given)}.`);
}

/** A switch: 1 for on, 0 for off; else `bad-request` that names the setting. */
export function onOrOff(name: string, given: string): boolean {
  return oneOf(name, given, ['0', '1']) === '1';
}

/** The words of a list that is parted by commas, without the empty ones. */
export function listed(given: string): string[] {
  return given
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
}
