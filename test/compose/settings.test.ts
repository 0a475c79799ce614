import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { configFrom, settings } from '#services/config.ts';
import { certificates, opensslMissing } from '../support/faultProxy/certificates.ts';

const compose = await readFile(join(import.meta.dirname, '../../docker-compose.yml'), 'utf8');
/** What docker-compose.yml sets of ours, with its own standards where the outside sets nothing: `${NAME:-standard}`. */
const given = Object.fromEntries(
  [...compose.matchAll(/^ {6}(VANKIEN_\w+): '?(.*?)'?$/gmu)].map(([, name, value]) => [name!, value!.replace(/^\$\{\w+:-(.*)\}$/u, '$1')]),
);

describe('docker-compose.yml', () => {
  test('sets nothing that the service does not know', () => {
    expect(Object.keys(given).length).toBeGreaterThan(5);
    expect(settings.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(given)));
  });

  test.skipIf(opensslMissing() !== null)('gives the service an account of its own, with TLS', async () => {
    const papers = certificates();
    const access = await mkdtemp(join(tmpdir(), 'vankien-access-'));
    try {
      await writeFile(join(access, 'ca.crt'), await readFile(papers.ca));
      await writeFile(join(access, 'password'), 'a password');
      const environment = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, value.replace('/access', access)]));
      expect(configFrom(environment)).toMatchObject({
        data: '/data',
        host: '0.0.0.0',
        port: 8080,
        elasticsearch: {
          nodes: ['https://elasticsearch:9200'],
          auth: { kind: 'basic', user: 'vankien', password: 'a password' },
          ca: join(access, 'ca.crt'),
        },
      });
    } finally {
      papers.remove();
      await rm(access, { recursive: true });
    }
  });
});
