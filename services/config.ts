import { resolve } from 'node:path';
import { type ElasticsearchSettings, elasticsearchFrom, elasticsearchSettings } from './config/elasticsearch.ts';
import { type Environment, listed, oneOf, onOrOff, wholeNumber } from './config/values.ts';

/**
 * What the environment can set; the only place that reads it. Options of the command line go before it.
 * It may hold secrets: it is never printed or logged as a whole.
 */
export interface Config {
  /** Folder of the collection, absolute. */
  readonly data: string;
  readonly host: string;
  readonly port: number;
  /** Largest file taken in, in bytes. */
  readonly maxFileBytes: number;
  /** Names in the Host header that the service answers to, beside those of loopback; null for any. */
  readonly hosts: readonly string[] | null;
  readonly log: (typeof logLevels)[number];
  /** True for a process that only answers questions: it needs no ledger and no originals where the index is on a cluster. */
  readonly readOnly: boolean;
  /** Threads in which the service reads the embedded index; `auto`: as many as there are processors, from 2 to 4. */
  readonly readingThreads: number | 'auto';
  /** The cluster that holds the index; null for the embedded one. */
  readonly elasticsearch: ElasticsearchSettings | null;
}

const logLevels = ['silent', 'error', 'warn', 'info', 'debug'] as const;

/** Every setting of the process itself with what it means. */
const ownSettings = [
  { name: 'VANKIEN_DATA', meaning: 'folder of the collection', standard: './data' },
  { name: 'VANKIEN_HOST', meaning: 'address that the service listens on', standard: '127.0.0.1' },
  { name: 'VANKIEN_PORT', meaning: 'port that the service listens on', standard: '8080' },
  { name: 'VANKIEN_MAX_FILE_MB', meaning: 'largest file taken in, in megabytes', standard: '32' },
  { name: 'VANKIEN_HOSTS', meaning: 'further host names that the service answers to, parted by commas; * for any', standard: '' },
  { name: 'VANKIEN_LOG', meaning: 'log of the service: silent, error, warn, info or debug', standard: 'warn' },
  { name: 'VANKIEN_READ_ONLY', meaning: '1: only answer questions, take no documents in', standard: '0' },
  {
    name: 'VANKIEN_READING_THREADS',
    meaning: 'threads in which the service reads the embedded index; auto: as many as processors, from 2 to 4',
    standard: 'auto',
  },
] as const;

/** The settings above with those of the cluster, for the help of the command line. */
export const settings = [...ownSettings, ...elasticsearchSettings] as const;

/** Reads the settings; a value that cannot be meant is `bad-request`, named with what is wrong about it. An empty variable counts as not set. */
export function configFrom(environment: Environment): Config {
  const value = (name: (typeof ownSettings)[number]['name']) =>
    environment[name]?.trim() || ownSettings.find((setting) => setting.name === name)!.standard;
  const hosts = value('VANKIEN_HOSTS');
  const threads = value('VANKIEN_READING_THREADS');
  return {
    data: resolve(value('VANKIEN_DATA')),
    host: value('VANKIEN_HOST'),
    port: wholeNumber('VANKIEN_PORT', value('VANKIEN_PORT'), 0, 65_535),
    maxFileBytes: wholeNumber('VANKIEN_MAX_FILE_MB', value('VANKIEN_MAX_FILE_MB'), 1, 1024) * 1024 * 1024,
    hosts: hosts === '*' ? null : listed(hosts.toLowerCase()),
    log: oneOf('VANKIEN_LOG', value('VANKIEN_LOG'), logLevels),
    readOnly: onOrOff('VANKIEN_READ_ONLY', value('VANKIEN_READ_ONLY')),
    readingThreads: threads === 'auto' ? threads : wholeNumber('VANKIEN_READING_THREADS', threads, 1, 64),
    elasticsearch: elasticsearchFrom(environment),
  };
}
