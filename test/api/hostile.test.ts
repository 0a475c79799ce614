import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openService, query, type Service } from './service.ts';

let service: Service;
beforeAll(async () => {
  service = await openService();
});
afterAll(() => service.close());

const words = [
  '"',
  '""',
  '(',
  ')',
  'AND',
  'OR NOT',
  'NEAR(a b)',
  '*',
  '-',
  '^a',
  'a*',
  'text:a',
  '{a b}:c',
  "'; DROP TABLE documents; --",
  '01-KL/TW',
  '21 kl tw',
  '%',
  '_',
  '\\',
  '\0',
  'a\0b',
  '\u202Egnol',
  '\uFEFF',
  '🌊',
  'a\u0301'.repeat(50),
  '"nước sạch',
  'nước\n\nsạch',
  'a'.repeat(10_240),
  'ư'.repeat(10_240),
  'a '.repeat(5120),
  '"a" '.repeat(2560),
  '<script>alert(1)</script>',
  '../../etc/passwd',
  '{{7*7}}',
];

const addresses: readonly ((words: string) => string)[] = [
  (q) => query('/api/v1/search', { q }),
  (q) => query('/api/v1/search', { q: 'nước', cites: q }),
  (q) => query('/api/v1/search', { q: 'nước', type: q, issuer: q, place: q, scope: q }),
  (q) => query('/api/v1/documents', { number: q }),
  (q) => query('/api/v1/graph', { of: q }),
  (q) => query('/api/v1/tasks', { assignee: q }),
  (q) => query('/api/v1/tasks', { document: q }),
  (q) => `/api/v1/documents/${encodeURIComponent(q)}`,
  (q) => `/api/v1/documents/${encodeURIComponent(q)}/text`,
  (q) => `/api/v1/documents/${encodeURIComponent(q)}/original`,
];

describe('hostile words', () => {
  test.each(words)('%j never break the service', async (hostile) => {
    for (const address of addresses) {
      const { status, json } = await service.ask(address(hostile));
      expect([200, 300, 400, 404], `${address(hostile).slice(0, 100)} ${JSON.stringify(json)?.slice(0, 300)}`).toContain(status);
      if (status >= 400) expect(json.error.message.length).toBeGreaterThan(20);
    }
  });

  test('of any kind never break the service', async () => {
    const text = fc.string({ unit: 'binary', maxLength: 60 }).map((given) => given.toWellFormed());
    await fc.assert(
      fc.asyncProperty(text, fc.constantFrom(...addresses), async (hostile, address) => {
        expect((await service.ask(address(hostile))).status).toBeLessThan(500);
      }),
      { numRuns: 300 },
    );
  });

  test('that cannot be searched for are bad-query, with what to type instead', async () => {
    for (const q of ['"', '(', '*', 'a'.repeat(10_240)]) {
      const { status, json } = await service.ask(query('/api/v1/search', { q }));
      expect([status, json.error.code], q.slice(0, 10)).toEqual([400, 'bad-query']);
    }
  });
});
