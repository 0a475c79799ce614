import { X509Certificate } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Environment, listed, onOrOff, wholeNumber, wrongSetting } from './values.ts';

/** How to reach the cluster that holds the index, and how the index is laid out there. */
export interface ElasticsearchSettings {
  /** Addresses of nodes, http or https, without user, query or trailing slash. */
  readonly nodes: readonly string[];
  readonly auth: ElasticsearchAuth;
  /** Path of the PEM file with the authorities that sign the certificates of the nodes; null for those that Node trusts. */
  readonly ca: string | null;
  /** What the names of all its indices, aliases and templates begin with. */
  readonly prefix: string;
  /** Primary shards of each index that is made from now on. */
  readonly shards: number;
  /** Copies of each shard; `auto`: one as soon as there is a second node. */
  readonly replicas: number | 'auto';
  /** Longest wait for one answer of the cluster, in milliseconds. */
  readonly timeout: number;
}

export type ElasticsearchAuth =
  | { readonly kind: 'none' }
  | { readonly kind: 'apiKey'; readonly apiKey: string }
  | { readonly kind: 'basic'; readonly user: string; readonly password: string };

/** Each setting with what it means, in the order in which they are explained. */
export const elasticsearchSettings = [
  {
    name: 'VANKIEN_ELASTICSEARCH',
    meaning: 'addresses of an Elasticsearch that takes the place of the embedded index, parted by commas',
    standard: '',
  },
  { name: 'VANKIEN_ELASTICSEARCH_API_KEY', meaning: 'API key, in its encoded form', standard: '' },
  { name: 'VANKIEN_ELASTICSEARCH_API_KEY_FILE', meaning: 'file that holds the API key', standard: '' },
  { name: 'VANKIEN_ELASTICSEARCH_USER', meaning: 'user, where there is no API key', standard: '' },
  { name: 'VANKIEN_ELASTICSEARCH_PASSWORD', meaning: 'password of the user', standard: '' },
  { name: 'VANKIEN_ELASTICSEARCH_PASSWORD_FILE', meaning: 'file that holds the password', standard: '' },
  { name: 'VANKIEN_ELASTICSEARCH_CA', meaning: 'PEM file of the authority that signed the certificates of the nodes', standard: '' },
  { name: 'VANKIEN_ELASTICSEARCH_PLAIN_HTTP', meaning: '1: send the account to other machines without TLS, too', standard: '0' },
  { name: 'VANKIEN_ELASTICSEARCH_PREFIX', meaning: 'what the names of the indices begin with', standard: 'vankien' },
  { name: 'VANKIEN_ELASTICSEARCH_SHARDS', meaning: 'primary shards of an index that is made', standard: '1' },
  { name: 'VANKIEN_ELASTICSEARCH_REPLICAS', meaning: 'copies of each shard; auto: one where there is a second node', standard: 'auto' },
  { name: 'VANKIEN_ELASTICSEARCH_TIMEOUT_MS', meaning: 'longest wait for one answer of the cluster, in milliseconds', standard: '10000' },
] as const;

type Name = (typeof elasticsearchSettings)[number]['name'];

/**
 * Reads the settings of the cluster; null where no address is set, which means the embedded index. Throws `bad-request` that names the setting:
 * never with a value that could hold a secret. The files of secrets and of the authority are read here, so that a wrong path is told at start.
 */
export function elasticsearchFrom(environment: Environment): ElasticsearchSettings | null {
  const given = (name: Name) => environment[name]?.trim() ?? '';
  const value = (name: Name) => given(name) || elasticsearchSettings.find((setting) => setting.name === name)!.standard;
  const addresses = listed(given('VANKIEN_ELASTICSEARCH'));
  if (addresses.length === 0) {
    // Silence here would mean the embedded index, and nobody would notice.
    const idle = elasticsearchSettings.find(({ name }) => given(name) !== '');
    if (idle === undefined) return null;
    if (idle.name === 'VANKIEN_ELASTICSEARCH') throw wrongSetting('VANKIEN_ELASTICSEARCH holds no address, only commas.');
    throw wrongSetting(`${idle.name} is set, but VANKIEN_ELASTICSEARCH, the address that it belongs to, is not.`);
  }
  const nodes = addresses.map((address, index) => node(address, index + 1));
  const auth = authFrom(environment, given);
  const plain = nodes.find((url) => url.protocol === 'http:' && !isLoopback(url.hostname));
  if (
    auth.kind !== 'none' &&
    plain !== undefined &&
    !onOrOff('VANKIEN_ELASTICSEARCH_PLAIN_HTTP', value('VANKIEN_ELASTICSEARCH_PLAIN_HTTP'))
  ) {
    throw wrongSetting(
      `VANKIEN_ELASTICSEARCH reaches ${plain.host} by http: everybody on the way could read the account. ` +
        'Use https, or set VANKIEN_ELASTICSEARCH_PLAIN_HTTP=1 where the way is guarded by other means.',
    );
  }
  const ca = given('VANKIEN_ELASTICSEARCH_CA');
  if (ca !== '' && nodes.every((url) => url.protocol === 'http:')) {
    throw wrongSetting('VANKIEN_ELASTICSEARCH_CA is set, but no address of VANKIEN_ELASTICSEARCH is https.');
  }
  return {
    // An address told twice is one node.
    nodes: [...new Set(nodes.map((url) => url.href.replace(/\/$/u, '')))],
    auth,
    ca: ca === '' ? null : authorityFile(ca),
    prefix: prefix(value('VANKIEN_ELASTICSEARCH_PREFIX')),
    shards: wholeNumber('VANKIEN_ELASTICSEARCH_SHARDS', value('VANKIEN_ELASTICSEARCH_SHARDS'), 1, 64),
    replicas: replicas(value('VANKIEN_ELASTICSEARCH_REPLICAS')),
    timeout: wholeNumber('VANKIEN_ELASTICSEARCH_TIMEOUT_MS', value('VANKIEN_ELASTICSEARCH_TIMEOUT_MS'), 100, 600_000),
  };
}

/** `place`: which of the addresses this is, from 1; the address itself may hold a password and is never repeated. */
function node(address: string, place: number): URL {
  const which = `Address ${place} of VANKIEN_ELASTICSEARCH`;
  const url = URL.parse(address);
  // A user without scheme (`user:password@host`) reads as a scheme of that name, so this comes before the scheme.
  if (address.includes('@') || (url !== null && (url.username !== '' || url.password !== ''))) {
    throw wrongSetting(
      `${which} holds a user or a password, which logs would show. ` +
        'Set VANKIEN_ELASTICSEARCH_USER and VANKIEN_ELASTICSEARCH_PASSWORD, or VANKIEN_ELASTICSEARCH_API_KEY.',
    );
  }
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) {
    throw wrongSetting(`${which} must begin with https:// or http://, as in https://search.example.vn:9200.`);
  }
  if (url.search !== '' || url.hash !== '') throw wrongSetting(`${which} must end before ? and #.`);
  return url;
}

/** Whether what is sent to this host stays on this machine. IPv6 comes in brackets, IPv4 in its plain form: so URL writes them. */
function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname.endsWith('.localhost') || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/u.test(hostname);
}

function authFrom(environment: Environment, given: (name: Name) => string): ElasticsearchAuth {
  const apiKey = secret(environment, 'VANKIEN_ELASTICSEARCH_API_KEY', 'VANKIEN_ELASTICSEARCH_API_KEY_FILE')?.trim() ?? null;
  const password = secret(environment, 'VANKIEN_ELASTICSEARCH_PASSWORD', 'VANKIEN_ELASTICSEARCH_PASSWORD_FILE');
  const user = given('VANKIEN_ELASTICSEARCH_USER');
  if (apiKey !== null) {
    if (user !== '' || password !== null) {
      throw wrongSetting('Both an API key and a user or password of Elasticsearch are set. Set one of the two.');
    }
    // The letters of base64 in both its forms. The pair `id:key` is refused by Elasticsearch with no more than "401".
    if (!/^[\w+/=-]+$/u.test(apiKey)) {
      throw wrongSetting(
        'VANKIEN_ELASTICSEARCH_API_KEY must be the key in its encoded form: the field `encoded` of what Elasticsearch answered.',
      );
    }
    return { kind: 'apiKey', apiKey };
  }
  if (user === '') {
    if (password === null) return { kind: 'none' };
    throw wrongSetting('VANKIEN_ELASTICSEARCH_PASSWORD is set, but VANKIEN_ELASTICSEARCH_USER is not.');
  }
  if (password === null) {
    throw wrongSetting(
      'VANKIEN_ELASTICSEARCH_USER is set, but neither VANKIEN_ELASTICSEARCH_PASSWORD nor VANKIEN_ELASTICSEARCH_PASSWORD_FILE.',
    );
  }
  // Basic authentication parts user and password by the first colon (RFC 7617, 2).
  if (user.includes(':')) throw wrongSetting('VANKIEN_ELASTICSEARCH_USER must not hold a colon.');
  if (/\p{Cc}/u.test(user) || /\p{Cc}/u.test(password)) {
    throw wrongSetting('VANKIEN_ELASTICSEARCH_USER and VANKIEN_ELASTICSEARCH_PASSWORD must be one line without control characters.');
  }
  return { kind: 'basic', user, password };
}

/** Longest file of a secret, in bytes: nobody's key is longer, and a path that leads elsewhere is told instead of read. */
const longestSecret = 16 * 1024;

/** A secret from its variable or from the file that the other one names, without the line end that editors leave; null where neither is set. */
function secret(environment: Environment, direct: Name, file: Name): string | null {
  const value = environment[direct] ?? '';
  const path = environment[file]?.trim() ?? '';
  if (path === '') return value.trim() === '' ? null : value;
  if (value.trim() !== '') throw wrongSetting(`${direct} and ${file} are both set. Set one of the two.`);
  const text = readSettingFile(file, path, longestSecret).replace(/[\r\n]+$/u, '');
  if (text.trim() === '') throw wrongSetting(`The file that ${file} names, ${path}, is empty.`);
  return text;
}

function authorityFile(given: string): string {
  const path = resolve(given);
  const text = readSettingFile('VANKIEN_ELASTICSEARCH_CA', path, 16 * 1024 * 1024);
  try {
    new X509Certificate(text);
  } catch (thrown) {
    throw wrongSetting(`The file that VANKIEN_ELASTICSEARCH_CA names, ${path}, holds no certificate in PEM form.`, thrown);
  }
  return path;
}

function readSettingFile(name: Name, path: string, longest: number): string {
  let size: number;
  let text: string;
  try {
    size = statSync(path).size;
    text = size > longest ? '' : readFileSync(path, 'utf8');
  } catch (thrown) {
    const reason = thrown instanceof Error && 'code' in thrown ? ` (${String(thrown.code)})` : '';
    throw wrongSetting(`The file that ${name} names, ${path}, cannot be read${reason}.`, thrown);
  }
  if (size > longest) throw wrongSetting(`The file that ${name} names, ${path}, is too long to be what is meant.`);
  return text;
}

/** Longest prefix: with what is put behind it, a name stays far below the 255 bytes that Elasticsearch allows. */
const longestPrefix = 64;

/**
 * A beginning of index names: a part of what Elasticsearch allows (lower case, not beginning with - _ + or a dot, none of \ / * ? " < > | , # : or
 * space), in ASCII. The words that part our names must not stand in it: the indices of `a-documents` would be taken for some of `a`.
 */
function prefix(given: string): string {
  const name = 'VANKIEN_ELASTICSEARCH_PREFIX';
  if (!/^[a-z0-9][a-z0-9._-]*$/u.test(given) || given.length > longestPrefix) {
    throw wrongSetting(
      `${name} must be at most ${longestPrefix} of the letters a to z, digits, and - _ . (not as the first), not ${JSON.stringify(given)}.`,
    );
  }
  if (/(?:^|-)(?:documents|tasks)(?:-|$)/u.test(given)) throw wrongSetting(`${name} must not hold the words "documents" and "tasks".`);
  return given;
}

function replicas(given: string): number | 'auto' {
  const name = 'VANKIEN_ELASTICSEARCH_REPLICAS';
  if (given === 'auto') return 'auto';
  if (/^\d$/u.test(given)) return wholeNumber(name, given, 0, 5);
  throw wrongSetting(`${name} must be auto or a whole number from 0 to 5, not ${JSON.stringify(given)}.`);
}
