import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Failure } from '#ingest/model/failure.ts';
import { holdsPhrase, wantedWords, wordsIn } from '#services/analysis/words.ts';
import { parseQuery } from '#services/query/parse.ts';
import type { Query } from '#services/query/query.ts';
import type { SearchRequest, Store, StoredDocument, TaskFilter } from '#services/store/port.ts';
import { openSqliteStore } from '#services/store/sqlite/open.ts';
import { everyLink } from '#services/works/link.ts';
import { symbolOf } from '#services/works/naming.ts';
import { worksOf } from '#services/works/worksOf.ts';
import { noElasticsearch } from '../support/elasticsearch.ts';
import { citation, claim, stored, task } from '../support/record.ts';
import { openTestIndex, type TestIndex } from './elasticsearchIndex.ts';

/** Few syllables in many tones, so that phrases meet each other half. */
const syllable = fc.constantFrom('la', 'là', 'lá', 'ba', 'bà', 'da', 'đa', 'đá', 'hoà', 'hòa');
const phrase = (least: number, most: number) => fc.array(syllable, { minLength: least, maxLength: most }).map((all) => all.join(' '));
const symbol = fc.constantFrom(
  '1-KL/TW',
  '01-KL/TW',
  '001-KL/TW',
  '12-KH/TU',
  '112-KH/TU',
  '12-QĐ/TW',
  '12-QĐi/TW',
  '12/2020/NĐ-CP',
  'NQTW4/XII',
);
const relation = fc.constantFrom('amends', 'replaces', 'implements', 'basis', 'cites', 'repeals', 'corrects' as const);
const day = fc.constantFrom('2023-01-31', '2023-02-01', '2024-02-29', '2025-12-31');

const documents = fc.record(
  {
    text: phrase(3, 25),
    title: phrase(0, 6),
    number: symbol,
    type: fc.constantFrom('KH', 'BC', 'QĐ'),
    issuer: phrase(1, 1),
    place: phrase(1, 1),
    scope: phrase(1, 1),
    date: day,
    cited: fc.array(symbol, { maxLength: 3 }),
    said: fc.array(fc.tuple(fc.option(symbol), relation, symbol), { maxLength: 4 }),
    tasks: fc.array(
      fc.record({
        assignees: fc.array(phrase(1, 4), { maxLength: 3 }),
        deadlines: fc.array(
          fc.record({ end: fc.option(day), recurs: fc.option(fc.constantFrom('yearly', 'monthly')) }, { requiredKeys: ['end', 'recurs'] }),
          { maxLength: 3 },
        ),
      }),
      { maxLength: 3 },
    ),
  },
  { requiredKeys: ['text', 'cited', 'said', 'tasks'] },
);

const collection: StoredDocument[] = fc.sample(documents, { numRuns: 150, seed: 11 }).map((made, at) => {
  const { text, cited, said, tasks, ...head } = made;
  const given = Object.fromEntries(Object.entries(head).filter(([, value]) => value !== undefined));
  return stored(`d${String(at).padStart(3, '0')}`, text, {
    ...given,
    citations: [...new Set(cited)].map((key) => citation(key)),
    claims: said.map(([subject, kind, object]) => claim(subject, kind, object)),
    tasks: tasks.map((one, place) => task(`${at}.${place}`, one as never)),
  });
});

const filters = fc.record(
  {
    type: fc.constantFrom('KH', 'BC', 'QĐ'),
    issuer: phrase(1, 1),
    year: fc.constantFrom('2023', '2024'),
    from: day,
    to: day,
    cites: symbol,
  },
  { requiredKeys: [] },
);

describe.skipIf(noElasticsearch !== null)('Elasticsearch and SQLite, asked the same, answer the same:', () => {
  let folder: string;
  let sqlite: Store;
  let index: TestIndex;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'vankien-parity-'));
    sqlite = openSqliteStore({ file: join(folder, 'index.db'), mode: 'create' });
    index = await openTestIndex({ shards: 2 });
    // Some come in several versions, so that both hold remains of earlier ones.
    for (const store of [sqlite, index.store]) {
      await store.put(collection.slice(0, 60).map((document) => ({ ...document, record: collection.at(-1)!.record })));
      await store.put(collection);
    }
  });
  afterAll(async () => {
    await sqlite.close();
    await index.close();
    await rm(folder, { recursive: true });
  });

  /** Asks both; a failure counts as an answer by its code. */
  async function both<T>(question: (store: Store) => Promise<T>): Promise<[T | string, T | string]> {
    const answer = (store: Store) =>
      question(store).catch((thrown: unknown) => {
        if (thrown instanceof Failure) return thrown.code;
        throw thrown;
      });
    return [await answer(index.store), await answer(sqlite)];
  }
  async function same<T>(question: (store: Store) => Promise<T>): Promise<T | string> {
    const [found, expected] = await both(question);
    expect(found).toEqual(expected);
    return found;
  }
  /** A page, with whether another follows: what a cursor says is the engine's own affair. */
  async function pageOf(store: Store, query: Query, request: SearchRequest) {
    const { next, ...page } = await store.search(query, request);
    return { ...page, last: next === null };
  }
  const asked = { numRuns: 120 };

  test('searches, by what is found and counted', async () => {
    const words = fc.oneof(
      phrase(1, 3),
      phrase(2, 4).map((all) => `"${all}"`),
      symbol,
      fc.tuple(symbol, phrase(1, 1)).map((all) => all.join(' ')),
      fc.tuple(phrase(2, 2), phrase(1, 2)).map(([a, b]) => `"${a}" ${b}`),
    );
    let found = 0;
    await fc.assert(
      fc.asyncProperty(words, fc.oneof(fc.constant({}), filters), async (typed, narrowed) => {
        const answer = await same(async (store) => {
          const { total, hits, facets, partial } = await store.search(parseQuery(typed, narrowed), { from: 0, size: 1000 });
          return { total, facets, partial, hits: hits.map(({ document }) => document).sort((a, b) => (a.id < b.id ? -1 : 1)) };
        });
        if (typeof answer !== 'string') found += answer.total;
      }),
      asked,
    );
    expect(found).toBeGreaterThan(0);
  });

  test('scans and pages of what passes filters, in their order', async () => {
    await fc.assert(
      fc.asyncProperty(filters, fc.nat(40), async (narrowed, from) => {
        const query = { terms: [], filters: narrowed };
        await same(async (store) => await Array.fromAsync(store.scan(query)));
        await same((store) => pageOf(store, query, { from, size: 7 }));
      }),
      { numRuns: 40 },
    );
  });

  test('tasks, in their order', async () => {
    const filter = fc.record(
      {
        assignee: phrase(1, 4),
        from: day,
        to: day,
        recurs: fc.constantFrom('yearly', 'monthly'),
        document: fc.constantFrom('d001', 'd002', 'd003', 'd004'),
      },
      { requiredKeys: [] },
    );
    let found = 0;
    await fc.assert(
      fc.asyncProperty(filter, fc.nat(20), async (wanted, from) => {
        const answer = await same((store) => store.tasks(wanted as TaskFilter, { from, size: 10 }));
        if (typeof answer !== 'string') found += answer.total;
      }),
      asked,
    );
    expect(found).toBeGreaterThan(0);
  });

  test('namings, and walks from works of them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(symbol, { maxLength: 3 }), async (keys) => {
        const named = await same((store) => store.named(keys.flatMap((key) => symbolOf(key) ?? [])));
        if (typeof named === 'string') return;
        const roots = named.flatMap((each) => worksOf(each).works.map(({ id }) => id));
        await same((store) => store.walk({ roots, direction: 'both', depth: 2, filter: everyLink, limit: 200, witnesses: 2 }));
      }),
      { numRuns: 60 },
    );
  });

  test('numbers suggested', async () => {
    const typed = fc.constantFrom(
      '',
      '0',
      '00',
      '000',
      '1',
      '01',
      '12',
      '012',
      '12-',
      '12-q',
      '12 QĐ',
      '12/2',
      'n',
      'nq',
      '.*',
      '0*',
      '-',
      '_',
      '1'.repeat(3000),
      '0'.repeat(3000),
      '99',
    );
    await fc.assert(
      fc.asyncProperty(typed, fc.integer({ min: 0, max: 12 }), async (prefix, limit) => {
        await same((store) => store.keys(prefix, limit));
      }),
      { numRuns: 60 },
    );
  });

  test('what they hold, and how much of it', async () => {
    await same((store) => store.stats());
    await same((store) => store.list('d010', 1000));
    for (const { id } of collection.slice(55, 65)) await same((store) => store.get(id));
    expect(await index.store.check()).toEqual([]);
  });

  test('a phrase half with and half without tones, as it stands in the words', async () => {
    let found = 0;
    await fc.assert(
      fc.asyncProperty(phrase(2, 4), async (typed) => {
        const wanted = wantedWords(wordsIn(typed));
        const hold = collection.filter(({ record }) =>
          [record.text, record.document.title ?? ''].some((text) => holdsPhrase(wordsIn(text), wanted)),
        );
        const { hits } = await index.store.search(parseQuery(`"${typed}"`), { from: 0, size: 1000 });
        expect(hits.map(({ document }) => document.id).sort()).toEqual(hold.map(({ id }) => id));
        found += hold.length;
      }),
      asked,
    );
    expect(found).toBeGreaterThan(0);
  });
});
