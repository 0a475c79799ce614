import { resolve } from 'node:path';
import { Failure } from '#ingest/model/failure.ts';

/** What the environment can set; the only place that reads it. Options of the command line go before it. */
export interface Config {
  /** Folder of the collection, absolute. */
  readonly data: string;
  readonly host: string;
  readonly port: number;
  /** Largest file taken in, in bytes. */
  readonly maxFileBytes: number;
  /** Names in the Host header that the service answers to, beside those of loopback; null for any. */
  readonly hosts: readonly string[] | null;
  readonly log: 'silent' | 'error' | 'warn' | 'info' | 'debug';
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Every setting with what it means, for the help of the command line. */
export const settings = [
  { name: 'VANKIEN_DATA', meaning: 'folder of the collection', standard: './data' },
  { name: 'VANKIEN_HOST', meaning: 'address that the service listens on', standard: '127.0.0.1' },
  { name: 'VANKIEN_PORT', meaning: 'port that the service listens on', standard: '8080' },
  { name: 'VANKIEN_MAX_FILE_MB', meaning: 'largest file taken in, in megabytes', standard: '32' },
  { name: 'VANKIEN_HOSTS', meaning: 'further host names that the service answers to, parted by commas; * for any', standard: '' },
  { name: 'VANKIEN_LOG', meaning: 'log of the service: silent, error, warn, info or debug', standard: 'warn' },
] as const;

/** Reads the settings; a value that cannot be meant is `bad-request`, named with what is wrong about it. An empty variable counts as not set. */
export function configFrom(environment: Environment): Config {
  const value = (name: (typeof settings)[number]['name']) => {
    const given = environment[name]?.trim() ?? '';
    return given === '' ? settings.find((setting) => setting.name === name)!.standard : given;
  };
  const hosts = value('VANKIEN_HOSTS');
  return {
    data: resolve(value('VANKIEN_DATA')),
    host: value('VANKIEN_HOST'),
    port: wholeNumber('VANKIEN_PORT', value('VANKIEN_PORT'), 0, 65_535),
    maxFileBytes: wholeNumber('VANKIEN_MAX_FILE_MB', value('VANKIEN_MAX_FILE_MB'), 1, 1024) * 1024 * 1024,
    hosts: hosts === '*' ? null : namesIn(hosts),
    log: logLevel(value('VANKIEN_LOG')),
  };
}

/** A whole number between two bounds, in digits; else `bad-request` that names the setting. */
export function wholeNumber(name: string, given: string, from: number, to: number): number {
  const number = /^\d{1,9}$/u.test(given) ? Number(given) : Number.NaN;
  if (number >= from && number <= to) return number;
  throw new Failure('bad-request', `${name} must be a whole number from ${from} to ${to}, not ${JSON.stringify(given)}.`);
}

function namesIn(list: string): string[] {
  return list
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '');
}

const logLevels = ['silent', 'error', 'warn', 'info', 'debug'] as const;

function logLevel(given: string): Config['log'] {
  const level = logLevels.find((known) => known === given);
  if (level !== undefined) return level;
  throw new Failure('bad-request', `VANKIEN_LOG must be one of ${logLevels.join(', ')}, not ${JSON.stringify(given)}.`);
}
