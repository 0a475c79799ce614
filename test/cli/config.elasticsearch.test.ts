import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { configFrom, settings } from '#services/config.ts';
import { certificates, opensslMissing } from '../support/faultProxy/certificates.ts';

const address = 'https://search.example.vn:9200';
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vankien-settings-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

/** Settings of the cluster by their last part: `{ USER: 'a' }` for VANKIEN_ELASTICSEARCH_USER. */
function environment(parts: Readonly<Record<string, string>>, nodes = address): Record<string, string> {
  return {
    VANKIEN_ELASTICSEARCH: nodes,
    ...Object.fromEntries(Object.entries(parts).map(([part, value]) => [`VANKIEN_ELASTICSEARCH_${part}`, value])),
  };
}
const read = (parts: Readonly<Record<string, string>> = {}, nodes?: string) => configFrom(environment(parts, nodes)).elasticsearch;

async function file(text: string): Promise<string> {
  const path = join(folder, `${Math.random()}`);
  await writeFile(path, text);
  return path;
}

function refusal(variables: Readonly<Record<string, string>>): string | null {
  try {
    configFrom(variables);
    return null;
  } catch (thrown) {
    expect(thrown).toMatchObject({ code: 'bad-request' });
    return String(thrown);
  }
}

describe('the settings of Elasticsearch', () => {
  test('have standards for all but the address', () => {
    expect(read()).toEqual({
      nodes: [address],
      auth: { kind: 'none' },
      ca: null,
      prefix: 'vankien',
      shards: 1,
      replicas: 'auto',
      timeout: 10_000,
    });
    expect(configFrom({ VANKIEN_ELASTICSEARCH: ' ' }).elasticsearch).toBeNull();
  });

  test('are read from the environment', () => {
    const parts = { PREFIX: 'tinh-17.thu_nghiem', SHARDS: '3', REPLICAS: '2', TIMEOUT_MS: '2500' };
    expect(read(parts, ' https://a:9200/ ,https://b/es/,https://a:9200')).toEqual({
      nodes: ['https://a:9200', 'https://b/es'],
      auth: { kind: 'none' },
      ca: null,
      prefix: 'tinh-17.thu_nghiem',
      shards: 3,
      replicas: 2,
      timeout: 2500,
    });
  });

  test('take an API key, or a user with a password as it is', () => {
    expect(read({ API_KEY: ' VnVhQ2ZHY0JDZGJrU0==\n' })?.auth).toEqual({ kind: 'apiKey', apiKey: 'VnVhQ2ZHY0JDZGJrU0==' });
    expect(read({ USER: 'vankien', PASSWORD: ' mật khẩu: 1 ' })?.auth).toEqual({
      kind: 'basic',
      user: 'vankien',
      password: ' mật khẩu: 1 ',
    });
  });

  test('take secrets from files, without their line end', async () => {
    expect(read({ API_KEY_FILE: await file('VnVhQ2ZH\r\n') })?.auth).toEqual({ kind: 'apiKey', apiKey: 'VnVhQ2ZH' });
    expect(read({ USER: 'vankien', PASSWORD_FILE: await file(' a b \n\n') })?.auth).toMatchObject({ password: ' a b ' });
  });

  test.skipIf(opensslMissing() !== null)('take a file of the authority', () => {
    const papers = certificates();
    try {
      expect(read({ CA: papers.ca })?.ca).toBe(papers.ca);
    } finally {
      papers.remove();
    }
  });

  test.each(['https://10.1.2.3:9200', 'http://localhost:9200', 'http://127.0.0.1:9200', 'http://[::1]:9200'])(
    'let the account go to %s',
    (node) => {
      expect(read({ API_KEY: 'VnVhQ2ZH' }, node)?.auth.kind).toBe('apiKey');
    },
  );

  test.each(['http://10.1.2.3:9200', 'http://127.0.0.1.example.vn:9200', 'https://10.1.2.3:9200,http://search:9200', 'http://[::2]:9200'])(
    'send no account to %s without TLS, unless they are told to',
    (nodes) => {
      expect(() => read({ USER: 'a', PASSWORD: 'b' }, nodes)).toThrow('VANKIEN_ELASTICSEARCH_PLAIN_HTTP=1');
      expect(() => read({ API_KEY: 'VnVhQ2ZH' }, nodes)).toThrow('VANKIEN_ELASTICSEARCH_PLAIN_HTTP=1');
      expect(read({ USER: 'a', PASSWORD: 'b', PLAIN_HTTP: '1' }, nodes)?.auth.kind).toBe('basic');
      expect(read({}, nodes)?.auth.kind).toBe('none');
    },
  );

  test.each([
    [' , ', 'VANKIEN_ELASTICSEARCH holds no address'],
    ['search.example.vn', 'Address 1 of VANKIEN_ELASTICSEARCH must begin with https://'],
    ['search.example.vn:9200', 'Address 1 of VANKIEN_ELASTICSEARCH must begin with https://'],
    ['https://a:9200,ftp://b', 'Address 2 of VANKIEN_ELASTICSEARCH must begin with https://'],
    ['https://a:920000', 'Address 1 of VANKIEN_ELASTICSEARCH must begin with https://'],
    ['https://a:9200/?key=1', 'Address 1 of VANKIEN_ELASTICSEARCH must end before ? and #.'],
    ['https://a:9200/#key', 'Address 1 of VANKIEN_ELASTICSEARCH must end before ? and #.'],
    ['https://elastic:changeme@a:9200', 'Set VANKIEN_ELASTICSEARCH_USER and VANKIEN_ELASTICSEARCH_PASSWORD'],
    ['elastic:changeme@a:9200', 'Set VANKIEN_ELASTICSEARCH_USER and VANKIEN_ELASTICSEARCH_PASSWORD'],
    ['https://elastic@a:9200', 'Address 1 of VANKIEN_ELASTICSEARCH holds a user or a password'],
  ])('refuse the address %s', (nodes, sentence) => {
    expect(() => read({}, nodes)).toThrow(sentence);
  });

  test.each([
    [{ API_KEY: 'VnVhQ2ZH', USER: 'a', PASSWORD: 'b' }, 'Both an API key and a user or password'],
    [{ API_KEY: 'VnVhQ2ZH', PASSWORD: 'b' }, 'Both an API key and a user or password'],
    [{ API_KEY: 'id:key' }, 'encoded form'],
    [{ PASSWORD: 'b' }, 'VANKIEN_ELASTICSEARCH_USER is not'],
    [{ USER: 'a' }, 'neither VANKIEN_ELASTICSEARCH_PASSWORD nor VANKIEN_ELASTICSEARCH_PASSWORD_FILE'],
    [{ USER: 'a:b', PASSWORD: 'c' }, 'must not hold a colon'],
    [{ USER: 'a', PASSWORD: 'b\r\nc' }, 'one line'],
    [{ USER: 'a', PASSWORD: 'b', PASSWORD_FILE: '/nowhere' }, 'are both set'],
    [{ USER: 'a', PASSWORD_FILE: '/nowhere' }, '/nowhere, cannot be read (ENOENT)'],
    [{ USER: 'a', PASSWORD_FILE: '/' }, 'cannot be read (EISDIR)'],
    [{ CA: '/nowhere.pem' }, '/nowhere.pem, cannot be read (ENOENT)'],
    [{ PREFIX: 'Vankien' }, 'VANKIEN_ELASTICSEARCH_PREFIX must be at most 64'],
    [{ PREFIX: '-a' }, 'VANKIEN_ELASTICSEARCH_PREFIX must be at most 64'],
    [{ PREFIX: '.a' }, 'VANKIEN_ELASTICSEARCH_PREFIX must be at most 64'],
    [{ PREFIX: 'a*' }, 'VANKIEN_ELASTICSEARCH_PREFIX must be at most 64'],
    [{ PREFIX: 'văn-kiện' }, 'VANKIEN_ELASTICSEARCH_PREFIX must be at most 64'],
    [{ PREFIX: 'a'.repeat(65) }, 'VANKIEN_ELASTICSEARCH_PREFIX must be at most 64'],
    [{ PREFIX: 'a-documents' }, 'must not hold the words'],
    [{ PREFIX: 'tasks-of-a' }, 'must not hold the words'],
    [{ SHARDS: '0' }, 'VANKIEN_ELASTICSEARCH_SHARDS must be a whole number from 1 to 64'],
    [{ REPLICAS: '6' }, 'VANKIEN_ELASTICSEARCH_REPLICAS must be a whole number from 0 to 5'],
    [{ REPLICAS: 'all' }, 'VANKIEN_ELASTICSEARCH_REPLICAS must be auto or'],
    [{ TIMEOUT_MS: '99' }, 'VANKIEN_ELASTICSEARCH_TIMEOUT_MS must be a whole number from 100 to 600000'],
    [{ PLAIN_HTTP: 'yes', USER: 'a', PASSWORD: 'b' }, 'VANKIEN_ELASTICSEARCH_PLAIN_HTTP must be one of 0, 1'],
  ])('refuse %j', (parts, sentence) => {
    expect(() => read(parts, 'PLAIN_HTTP' in parts ? 'http://search:9200' : address)).toThrow(
      expect.objectContaining({ code: 'bad-request', detail: expect.stringContaining(sentence) }),
    );
  });

  test('refuse a file of the authority that is none, or that nothing uses', async () => {
    const CA = await file('no certificate');
    expect(() => read({ CA })).toThrow('holds no certificate in PEM form');
    expect(() => read({ CA }, 'http://localhost:9200')).toThrow('no address of VANKIEN_ELASTICSEARCH is https');
  });

  test('refuse a file of a secret that is empty or far too long', async () => {
    expect(() => read({ USER: 'a', PASSWORD_FILE: '/dev/null' })).toThrow('is empty');
    const PASSWORD_FILE = await file('a'.repeat(20_000));
    expect(() => read({ USER: 'a', PASSWORD_FILE })).toThrow('too long');
  });

  test.each(settings.map(({ name }) => name).filter((name) => name.startsWith('VANKIEN_ELASTICSEARCH_')))(
    'refuse %s without an address, which would leave it idle',
    (name) => {
      expect(() => configFrom({ [name]: '1' })).toThrow(`${name} is set, but VANKIEN_ELASTICSEARCH`);
    },
  );

  test('never repeat a secret when they refuse', () => {
    const secretPlaces = [
      (secret: string) => environment({}, `https://elastic:${secret}@a:9200`),
      (secret: string) => environment({}, `elastic:${secret}@a:9200`),
      (secret: string) => environment({}, `https://a:9200/?api_key=${secret}`),
      (secret: string) => environment({}, secret),
      (secret: string) => environment({ PASSWORD: secret }),
      (secret: string) => environment({ API_KEY: secret, USER: 'a' }),
      (secret: string) => environment({ API_KEY: `id:${secret}` }),
      (secret: string) => environment({ USER: 'a', PASSWORD: `${secret}\u0000` }),
      (secret: string) => environment({ USER: 'a', PASSWORD: secret, SHARDS: 'x' }),
      (secret: string) => environment({ USER: 'a', PASSWORD: secret, PASSWORD_FILE: '/x' }),
      (secret: string) => environment({ USER: 'a', PASSWORD: secret }, 'http://search:9200'),
    ];
    // No word of our sentences is this long and of these letters only.
    const secrets = fc.string({ unit: fc.constantFrom(...'QXZ0123456789'), minLength: 12, maxLength: 40 });
    fc.assert(
      fc.property(secrets, fc.constantFrom(...secretPlaces), (secret, place) => {
        const said = refusal(place(secret));
        expect(said).not.toBeNull();
        expect(said).not.toContain(secret);
      }),
    );
  });
});
