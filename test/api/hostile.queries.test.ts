import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { Failure } from '#ingest/model/failure.ts';
import { readList } from '#services/library/list/read.ts';
import { noEngine } from '../support/engine.ts';
import { openService, query, type Service } from './service.ts';

let service: Service;
beforeAll(async () => {
  // Requests that are made in the same process leave the clock of the event loop no turn.
  if (noEngine === null) service = await openService({ maxEventLoopDelay: 1_000_000 });
});
afterAll(() => service?.close());

const limit = 500;
/** A text as long as a query may be. */
const filled = (piece: string) => piece.repeat(Math.ceil(limit / piece.length)).slice(0, limit);

const seeds = [
  ...['\ud800', '\udfff', 'nước\ud83d', '\udc00\ud800', '"nước \ud800"', 'loại:\udead', 'kêt\udfff*'],
  ...['\0', 'nước\0sạch', '"\0"', 'loại:\0', '\u0007\u001b[31m', '\u2028nước\u2029', '\ufffe\uffff'],
  ...['\u202enước\u202c', '\u200fnước\u200e', '\u2066loại:KL\u2069', 'nư\u200bớc', '\ufeffnước', 'n\u00adước', '\u061c-nước'],
  ...['(', ')', '()', ')(', '"', '(nước', 'nước)', '("', '")', '-(', 'NOT (', 'loại:(', 'loại:(KL', '"nước"~', '"nước"~-1'].flatMap(
    (piece) => [piece, filled(piece)],
  ),
  `${'('.repeat(249)}nước${')'.repeat(247)}`,
  `${'-('.repeat(160)}nước${')'.repeat(160)}`,
  `${'(a OR '.repeat(60)}b${')'.repeat(60)}`,
  `${'loại:('.repeat(50)}KL${')'.repeat(50)}`,
  `${'-'.repeat(400)}nước`,
  ...['AND', 'OR', 'NOT', '|', '-', '*', 'VÀ', 'HOẶC', 'KHÔNG', 'GẦN/5', 'NEAR/0', '~', '..', '>=', ':', '::'].flatMap((sign) => [
    sign,
    filled(`${sign} `),
    `${sign} nước`,
    `nước ${sign}`,
    `nước ${sign} sạch`,
    `nước ${sign} ${sign} sạch`,
    `(${sign})`,
    `-${sign}`,
    `"${sign}"`,
    `${sign}${sign}`,
  ]),
  ...'loại số cơquan cấp tỉnh địaphương ký năm ngày dẫn thựchiện đượcdẫnbởi phần có title cites in'
    .split(' ')
    .flatMap((field) =>
      ['', ' ', '""', '"', '()', '(', '-', '*', '..', '>=', '<', ':', 'a..', '..9', '9999', '-1', '\0', '\ud800', ':x', '2021..x'].map(
        (value) => `${field}:${value}`,
      ),
    ),
  filled('loại: '),
  filled('năm:'),
  filled('số:01-KL/TW '),
  filled('đượcdẫnbởi:01-KL/TW OR '),
  ...[
    'a'.repeat(501),
    filled('a '),
    filled('a* '),
    filled('an'),
    filled('a\u0301'),
    filled('ｎước'),
    filled('🌊'),
    filled('ﷺ'),
    filled('a-'),
    filled('1/'),
  ],
  ...[
    'ngày:2023-02-30',
    'ngày:2023-13',
    'năm:2023..2021',
    'năm:99999999999999999999',
    'ngày:>=0000-00-00',
    '"a b"~99999999999',
    'a GẦN/99999999 b',
  ],
];

/** Every seventh, for what reads the words as a search does: the contract of the stores holds the engines to one another. */
const some = seeds.filter((_, at) => at % 7 === 0);

const piece = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...'" ( ) - * : | , ~5 .. >= < / _ % \\ + &'.split(' '), ' ', '  ', '\n', '\t') },
  { weight: 3, arbitrary: fc.constantFrom(' OR ', ' AND ', ' HOẶC ', ' VÀ ', 'NOT ', 'KHÔNG ', ' GẦN/5 ', ' NEAR/2 ') },
  {
    weight: 3,
    arbitrary: fc.constantFrom('loại:', 'số:', 'năm:', 'ngày:', 'dẫn:', 'đượcdẫnbởi:', 'ký:', 'phần:', 'có:', 'cơ quan:', 'issuer:'),
  },
  {
    weight: 4,
    arbitrary: fc.constantFrom('nước', 'sạch', 'ke', 'kees', 'luaanj', 'UBND', '21-KL/TW', '144 qd tw', '2022', 'ngày 12/4/2022'),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom('\0', '\ud800', '\udc00', '\u202e', '\u200f', '\u0301', '\u200d', '\ufeff', '🌊', 'ß', 'İ', 'ﬁ'),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
);
/** Texts in and out of the language, up to somewhat more than a query may have. */
const typed = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: limit + 10 }),
  fc.array(piece, { minLength: 1, maxLength: 40 }).map((all) => all.join('').slice(0, limit)),
  fc.array(piece, { minLength: 60, maxLength: 300 }).map((all) => all.join('').slice(0, limit + 10)),
);

/** Holds what refuses a query to what is promised: a sentence, and a place in what was typed unless it is refused as a whole. */
function isRefusal(given: string, message: string, details: readonly { span?: { start: number; end: number } | undefined }[]): void {
  if (details.length === 0) expect(message, JSON.stringify(given)).toMatch(/the limit is|no letter and no digit/u);
  for (const { span } of details) {
    expect(span, JSON.stringify(given)).toBeDefined();
    expect(span!.start >= 0 && span!.start <= span!.end && span!.end <= given.length, JSON.stringify(given)).toBe(true);
  }
}

/** What the library does with words: each answers, or refuses the query. */
const asked: Readonly<Record<string, (words: string) => Promise<unknown>>> = {
  search: async (words) => await service.library.search(words, {}, { size: 3 }),
  suggest: async (words) => await service.library.suggest(words, 5),
  all: async (words) => await Array.fromAsync(service.library.all(words, {})),
  added: async (words) => await service.library.added(words, {}, { after: null, size: 3 }),
  save: async (words) => {
    const { id } = await service.library.saved.save({ name: 'hostile', words, filters: {} });
    try {
      return await service.library.saved.look(id, { seen: false, size: 3 });
    } finally {
      await service.library.saved.remove(id);
    }
  },
};

async function answersOrRefuses(way: string, words: string): Promise<void> {
  try {
    await asked[way]!(words);
  } catch (thrown) {
    if (!(thrown instanceof Failure)) throw thrown;
    expect(thrown.code, JSON.stringify(words)).toBe('bad-query');
    isRefusal(words, thrown.message, thrown.details);
  }
}

/** The routes that take words; bodies can hold what addresses cannot, half a pair of surrogates. */
const requests = {
  search: (q: string) => query('/api/v1/search', { q }),
  feed: (q: string) => query('/api/v1/search/feed', { q }),
  suggest: (q: string) => query('/api/v1/suggest', { q }),
  csv: (q: string) => query('/api/v1/export', { format: 'csv', q }),
  ris: (q: string) => query('/api/v1/export', { format: 'ris', q }),
} as const;

describe.skipIf(noEngine)('any words', () => {
  test.each(Object.keys(asked))('are answered or refused with the place: %s', async (way) => {
    for (const words of way === 'search' && inject('engine') === 'embedded' ? seeds : some) await answersOrRefuses(way, words);
    await fc.assert(
      fc.asyncProperty(typed, (words) => answersOrRefuses(way, words)),
      { numRuns: 60 },
    );
  });

  test('in a list are answered line by line', async () => {
    for (const words of seeds) {
      let lines: ReturnType<typeof readList>;
      try {
        lines = readList(new TextEncoder().encode(words), 'text');
      } catch (thrown) {
        expect(thrown, JSON.stringify(words)).toBeInstanceOf(Failure);
        continue;
      }
      expect(await Array.fromAsync(service.library.lookUp(lines))).toHaveLength(lines.length);
    }
  });

  test.each(Object.entries(requests))('as a request are answered or refused as a bad query: %s', async (_, address) => {
    const holds = async (given: string) => {
      const words = given.toWellFormed();
      const { status, json } = await service.ask(address(words));
      expect([200, 400], `${JSON.stringify(words)} ${JSON.stringify(json)?.slice(0, 300)}`).toContain(status);
      if (status === 400 && words !== '' && json.error.code !== 'bad-request') {
        expect(json.error.code).toBe('bad-query');
        isRefusal(words, json.error.message, json.error.details ?? []);
      }
    };
    for (const words of some) await holds(words);
    await fc.assert(fc.asyncProperty(typed, holds), { numRuns: 30 });
  });

  test('are saved or refused, and what is saved can be looked at and followed', async () => {
    const holds = async (words: string) => {
      const payload = { name: 'hostile', words };
      const saved = await service.ask({ method: 'POST', url: '/api/v1/saved', payload });
      expect([200, 201, 400], `${JSON.stringify(words)} ${saved.body.slice(0, 300)}`).toContain(saved.status);
      if (saved.status === 400) return;
      const { id } = saved.json;
      for (const url of [`/api/v1/saved/${id}`, `/api/v1/saved/${id}/feed`, '/api/v1/saved'])
        expect((await service.ask(url)).status, `${url} ${JSON.stringify(words)}`).toBe(200);
      expect((await service.ask({ method: 'DELETE', url: `/api/v1/saved/${id}` })).status).toBeLessThan(300);
    };
    for (const words of some) await holds(words);
    await fc.assert(fc.asyncProperty(typed, holds), { numRuns: 30 });
  });

  test.each(['%', '%0', '%zz', '%ff', '%ed%a0%80', '%c0%af', '%f4%90%80%80', '%00%ff', '%e1%ba', 'a%80'])(
    'that are not UTF-8 are refused by the name of the parameter: %s',
    async (bytes) => {
      for (const route of ['search', 'search/feed', 'suggest', 'export']) {
        const { status, json } = await service.ask(`/api/v1/${route}?q=${bytes}`);
        expect([status, json.error.code, json.error.details.map(({ path }: { path: string }) => path)]).toEqual([
          400,
          'bad-request',
          expect.arrayContaining(['q']),
        ]);
      }
    },
  );
});
