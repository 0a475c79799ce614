import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { holdsPhrase, isWord, type Words, wordsIn } from '#services/analysis/words.ts';
import { type HitRule, hitRules, type QueryTerm, type QueryWord, searchOrders } from '#services/query/query.ts';
import { featuresOf } from '#services/store/features.ts';
import { entryMarks, entryWords, relationMark } from '#services/store/index-entry.ts';
import type { StoredDocument } from '#services/store/port.ts';
import { type Connection, connect } from '#services/store/sqlite/connection.ts';
import { openWordIndex } from '#services/store/sqlite/postings/openIndex.ts';
import type { WordIndex } from '#services/store/sqlite/postings/wordIndex.ts';
import { nothingKnown } from '#services/store/sqlite/postings/write.ts';
import { type Clock, startClock } from '#services/store/sqlite/search/clock.ts';
import { evaluate, search } from '#services/store/sqlite/search/search.ts';
import { put, remove } from '#services/store/sqlite/write.ts';
import { citation, claim, stored } from '../support/record.ts';
import { all, any, atLeast, feature, near, not, partOfNumber, phrase, prefix, symbol, word } from './cases/terms.ts';

const syllables = ['la', 'là', 'lá', 'ba', 'bà', 'đa', 'đá', 'hòa'];
const texts = (least: number, most: number) =>
  fc.array(fc.constantFrom(...syllables), { minLength: least, maxLength: most }).map((words) => words.join(' '));
const keys = ['1-KL/TW', '12-KH/TU', '7/2020/NĐ-CP'];
const days = ['2021-05-06', '2022-01-01', '2023-12-31'];

const documents = fc
  .record({
    text: texts(0, 14),
    title: fc.option(texts(1, 4), { nil: undefined }),
    headings: fc.array(texts(1, 3), { maxLength: 3 }),
    number: fc.option(fc.constantFrom(...keys), { nil: undefined }),
    date: fc.option(fc.constantFrom(...days), { nil: undefined }),
    signers: fc.array(texts(1, 2), { maxLength: 2 }),
    cited: fc.uniqueArray(fc.constantFrom(...keys), { maxLength: 2 }),
    stated: fc.option(fc.constantFrom(...keys), { nil: undefined }),
    revision: fc.integer({ min: 1, max: 3 }),
  })
  .map(({ text, cited, stated: object, title, number, date, ...rest }) => ({
    text,
    options: {
      ...rest,
      ...(title === undefined ? {} : { title }),
      ...(number === undefined ? {} : { number }),
      ...(date === undefined ? {} : { date }),
      citations: cited.map((key) => citation(key)),
      claims: object === undefined ? [] : [claim(null, 'implements', object)],
    },
  }));
const collection = fc
  .sample(documents, { numRuns: 160, seed: 5 })
  .map(({ text, options }, at) => stored(`d${String((at * 7) % 160).padStart(3, '0')}`, text, options));

const leaf: fc.Arbitrary<QueryTerm> = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...syllables).map(word) },
  { weight: 3, arbitrary: texts(1, 3).map(phrase) },
  { weight: 3, arbitrary: fc.tuple(texts(1, 3), fc.nat(6)).map(([typed, distance]) => near(typed, distance)) },
  { weight: 1, arbitrary: fc.constantFrom('la', 'lá', 'đ', 'ho', 'hoa', 'zz').map(prefix) },
  { weight: 2, arbitrary: fc.constantFrom(...keys, '9-KL/TW').map(symbol) },
  { weight: 1, arbitrary: fc.constantFrom(partOfNumber('1'), partOfNumber('12', 'kh'), partOfNumber('7', '2020')) },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.constantFrom('title', 'part', 'signer' as const), texts(1, 2)).map(([of, typed]) => feature(of, typed)),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('dates' as const),
      from: fc.option(fc.constantFrom(...days)),
      to: fc.option(fc.constantFrom(...days)),
    }),
  },
  { weight: 1, arbitrary: fc.constantFrom('citations', 'signatures', 'tasks' as const).map((what) => ({ kind: 'has' as const, what })) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom('implements', 'cites', 'amends' as const), fc.constantFrom('n1_kl_tw', 'p12_kh', 'n9'))
      .map(([relation, token]) => ({ kind: 'relates' as const, relation, token })),
  },
  { weight: 1, arbitrary: fc.constantFrom('n1_kl_tw', 'p12').map((token) => ({ kind: 'own' as const, tokens: [token] })) },
  { weight: 1, arbitrary: fc.constant({ kind: 'accepted' as const, after: '2024-01-02T00:00:00.000Z' }) },
  { weight: 1, arbitrary: fc.subarray(['d001', 'd002', 'd003', 'no']).map((ids) => ({ kind: 'ids' as const, ids })) },
);
const { tree } = fc.letrec<{ tree: QueryTerm }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.array(tie('tree'), { maxLength: 3 }).map((of) => any(...of)),
    fc.tuple(fc.integer({ min: 1, max: 3 }), fc.array(tie('tree'), { maxLength: 4 })).map(([least, of]) => atLeast(least, ...of)),
    fc.array(tie('tree'), { maxLength: 3 }).map((of) => all(...of)),
    tie('tree').map(not),
  ),
}));
const queries = fc.array(tree, { maxLength: 3 });

/** What a document holds, looked through from end to end. */
interface Held {
  readonly id: string;
  readonly date: string;
  readonly accepted: string;
  readonly titleAlone: readonly Words[];
  readonly texts: Readonly<Record<'title' | 'parts' | 'body', readonly Words[]>>;
  readonly own: ReadonlySet<string>;
  readonly numbers: ReadonlySet<string>;
  readonly relates: readonly string[];
  readonly features: ReturnType<typeof featuresOf>;
  readonly signers: readonly Words[];
}

function heldOf({ id, record, versions }: StoredDocument): Held {
  const entry = entryWords(record);
  const features = featuresOf(record);
  return {
    id,
    date: record.document.date ?? '',
    accepted: versions.at(-1)?.accepted ?? '',
    titleAlone: record.document.title === null ? [] : [wordsIn(record.document.title)],
    texts: { title: entry.naming, parts: entry.headings, body: [entry.body] },
    own: entry.own,
    numbers: entry.numbers,
    relates: entryMarks(record).relates,
    features,
    signers: features.signer.map((name) => wordsIn(name)),
  };
}

type Field = keyof Held['texts'];
const everywhere: readonly Field[] = ['title', 'parts', 'body'];

function windowHolds(words: Words, wanted: readonly QueryWord[], distance: number): boolean {
  const distinct = [...new Map(wanted.map((one) => [JSON.stringify(one), one])).values()];
  for (let first = 0; first < words.exact.length; first++) {
    const left = new Set(distinct);
    for (let last = first; last < words.exact.length && last - first + 1 - distinct.length <= distance; last++) {
      for (const one of distinct) if (isWord(words, last, one)) left.delete(one);
      if (left.size === 0) return true;
    }
  }
  return false;
}

/** Whether a term holds of a document, its words looked for in these texts. */
function holds(held: Held, term: QueryTerm, fields: readonly Field[]): boolean {
  const inTexts = (fits: (words: Words) => boolean) => fields.some((field) => held.texts[field].some(fits));
  switch (term.kind) {
    case 'all':
      return term.of.every((one) => holds(held, one, fields));
    case 'any':
      return term.of.filter((one) => holds(held, one, fields)).length >= (term.least ?? 1);
    case 'not':
      return !holds(held, term.of, everywhere);
    case 'word':
      return inTexts((words) => holdsPhrase(words, [term.word]));
    case 'phrase':
      return term.words.length > 0 && inTexts((words) => holdsPhrase(words, term.words));
    case 'near':
      return inTexts((words) => windowHolds(words, term.words, term.distance));
    case 'prefix':
      return inTexts((words) => words[term.word.exact ? 'exact' : 'folded'].some((one) => one.startsWith(term.word.text)));
    case 'symbol':
      return (
        held.own.has(term.token) ||
        (fields === everywhere && held.numbers.has(term.token)) ||
        (term.words.length > 0 && inTexts((words) => holdsPhrase(words, term.words)))
      );
    case 'feature': {
      const of = term.field === 'title' ? held.titleAlone : term.field === 'part' ? held.texts.parts : held.signers;
      return of.some((words) => holdsPhrase(words, term.words));
    }
    case 'dates':
      return held.date !== '' && held.date >= (term.from ?? '') && held.date <= (term.to ?? '9');
    case 'has':
      return held.features.holds.includes(term.what);
    case 'relates':
      return held.relates.includes(relationMark(term.relation, term.token));
    case 'own':
      return term.tokens.some((token) => held.own.has(token));
    case 'accepted':
      return held.accepted > term.after;
    case 'ids':
      return term.ids.includes(held.id);
    default:
      throw new Error(`no ${term.kind} is asked here`);
  }
}

/** Tokens of the numbers, and how many word terms there are, that stand under no `not`. */
function scoring(terms: readonly QueryTerm[]): { readonly tokens: string[]; readonly words: number } {
  const found: { tokens: string[]; words: number } = { tokens: [], words: 0 };
  for (const term of terms) {
    if (term.kind === 'symbol') found.tokens.push(term.token);
    if (['word', 'phrase', 'near', 'prefix', 'symbol'].includes(term.kind)) found.words++;
    if (term.kind !== 'any' && term.kind !== 'all') continue;
    const { tokens, words } = scoring(term.of);
    found.tokens.push(...tokens);
    found.words += words;
  }
  return found;
}

/** Without the features that would do where words are looked for: they stand in no text. */
function inWords(term: QueryTerm): QueryTerm {
  if (term.kind === 'all') return { ...term, of: term.of.map(inWords) };
  if (term.kind !== 'any' || scoring(term.of).words === 0) return term;
  return { ...term, of: term.of.filter((one) => scoring([one]).words > 0).map(inWords) };
}

function ruleOf(held: Held, terms: readonly QueryTerm[]): HitRule {
  const { tokens, words } = scoring(terms);
  if (words === 0) return 'none';
  if (tokens.some((token) => held.own.has(token))) return 'number';
  if (holds(held, all(...terms.map(inWords)), ['title'])) return 'title';
  return holds(held, all(...terms.map(inWords)), ['parts']) ? 'part' : 'text';
}

describe('a search over the word index', () => {
  let folder: string;
  let connection: Connection;
  let index: WordIndex;
  let held: readonly Held[];
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'vankien-evaluation-'));
    connection = connect({ file: join(folder, 'index.db'), mode: 'create' });
    index = openWordIndex(connection);
    const known = nothingKnown();
    // Some come twice, and some go, so that there are rows without a document.
    for (let at = 0; at < collection.length; at += 30) put(connection, collection.slice(at, at + 30), known);
    put(connection, collection.slice(40, 60), known);
    for (const { id } of collection.slice(100, 110)) remove(connection, id);
    held = collection.filter((_, at) => at < 100 || at >= 110).map((document) => heldOf(document));
  });
  afterAll(() => {
    connection.database.close();
    rmSync(folder, { recursive: true });
  });

  const never: Clock = { over: () => false };
  const ask = (terms: readonly QueryTerm[], request: Parameters<typeof search>[3]) =>
    search(connection, index, { terms, filters: {} }, request, never);

  test('finds what looking through every document finds, with the rule of each', () => {
    let found = 0;
    fc.assert(
      fc.property(queries, (terms) => {
        const { hits, total } = ask(terms, { size: 1000, facets: [] });
        const expected = held.filter((one) => holds(one, all(...terms), everywhere)).map((one) => [one.id, ruleOf(one, terms)]);
        expect(hits.map(({ document, rule }) => [document.id, rule]).sort()).toEqual(expected.sort());
        expect(total).toBe(expected.length);
        found += total;
      }),
      { numRuns: 600 },
    );
    expect(found).toBeGreaterThan(0);
  });

  test('puts hits in one order: rules in theirs, scores falling within each, equal ones by id; pages behind cursors are parts of it', () => {
    fc.assert(
      fc.property(queries, fc.constantFrom(...searchOrders), fc.integer({ min: 1, max: 60 }), (terms, order, size) => {
        const whole = ask(terms, { size: 1000, order, facets: [] }).hits;
        if (order === 'relevance') {
          for (const [at, { rule, score, document }] of whole.entries()) {
            const before = whole[at - 1];
            if (before === undefined) continue;
            const places = hitRules.indexOf(rule) - hitRules.indexOf(before.rule) || before.score - score;
            expect(places > 0 || (places === 0 && document.id > before.document.id)).toBe(true);
          }
        }
        const paged = [];
        for (let after: string | null | undefined; after !== null; ) {
          const page = ask(terms, { size, order, facets: [], ...(after === undefined ? {} : { after }) });
          paged.push(...page.hits);
          after = page.next;
        }
        expect(paged).toEqual(whole);
      }),
      { numRuns: 150 },
    );
  });

  test('counts facets as looking through every hit counts them', () => {
    fc.assert(
      fc.property(queries, (terms) => {
        const { facets } = ask(terms, { size: 0 });
        const hits = held.filter((one) => holds(one, all(...terms), everywhere));
        const count = (values: readonly (string | null)[]) => {
          const counts = new Map<string, number>();
          for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
          return [...counts].map(([value, of]) => ({ value, count: of })).sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
        };
        expect(facets.year).toEqual(count(hits.map(({ features }) => features.year)));
        expect(facets.level).toEqual(count(hits.map(({ features }) => features.level)));
        expect(facets.signer).toEqual(count(hits.flatMap(({ features }) => features.signer)));
        expect(facets.cites).toEqual(count(hits.flatMap(({ features }) => features.cites)));
        expect(facets.relation).toEqual(count(hits.flatMap(({ features }) => features.relation)));
      }),
      { numRuns: 100 },
    );
  });
});

describe('a search whose time is over', () => {
  test('looks for beginnings as long as there is time, and takes nothing for free of one that it could not look for', () => {
    const folder = mkdtempSync(join(tmpdir(), 'vankien-clock-'));
    const connection = connect({ file: join(folder, 'index.db'), mode: 'create' });
    try {
      const known = nothingKnown();
      for (let part = 0; part < 4; part++) {
        const made = Array.from({ length: 500 }, (_, at) => stored(`d${part}-${at}`, `kế ba${part}x${at} ba${part}y${at} ba${part}z${at}`));
        put(connection, made, known);
      }
      const begun = { kind: 'prefix', word: { text: 'ba', exact: false } } as const;
      const total = (terms: readonly QueryTerm[], looks: number) => {
        let left = looks;
        const view = openWordIndex(connection).view();
        const found = evaluate(view, { terms, filters: {} }, { size: 10 }, { over: () => left-- <= 0 });
        return { total: found.total, partial: found.partial };
      };
      const many = Number.MAX_SAFE_INTEGER;
      expect(total([begun], many)).toEqual({ total: 2000, partial: false });
      expect(total([word('kế'), not(begun)], many)).toEqual({ total: 0, partial: false });
      const counts = [0, 8, 16, 24, 32].map((looks) => total([begun], looks));
      expect(counts[0]).toEqual({ total: 0, partial: true });
      expect(counts.every(({ total: some, partial }) => (partial ? some <= 2000 : some === 2000))).toBe(true);
      expect(total([word('kế'), not(begun)], 0)).toEqual({ total: 0, partial: true });
      expect(total([word('kế'), not(begun)], 12)).toEqual({ total: 0, partial: true });
      expect(total([word('kế')], 0)).toEqual({ total: 2000, partial: false });
    } finally {
      connection.database.close();
      rmSync(folder, { recursive: true });
    }
  });

  test('tells what it found until then, and that there may be more', () => {
    const folder = mkdtempSync(join(tmpdir(), 'vankien-clock-'));
    const connection = connect({ file: join(folder, 'index.db'), mode: 'create' });
    try {
      const made = Array.from({ length: 2500 }, (_, at) => stored(`d${String(at).padStart(4, '0')}`, at % 2 === 0 ? 'đảng bộ' : 'bộ đảng'));
      put(connection, made, nothingKnown());
      const view = openWordIndex(connection).view();
      const total = (terms: readonly QueryTerm[], clock: Clock) => {
        const found = evaluate(view, { terms, filters: {} }, { size: 10 }, clock);
        return { total: found.total, partial: found.partial };
      };
      let now = 0;
      const clock = startClock(2000, () => now);
      expect(total([phrase('đảng bộ')], clock)).toEqual({ total: 1250, partial: false });
      now = 1999;
      expect(total([phrase('đảng bộ')], clock)).toEqual({ total: 1250, partial: false });
      now = 2000;
      const some = total([phrase('đảng bộ')], clock);
      expect(some.partial).toBe(true);
      expect(some.total).toBeGreaterThan(0);
      expect(some.total).toBeLessThan(1250);
      // What was not looked at is not told as something without the phrase.
      const rest = total([word('bộ'), not(phrase('đảng bộ'))], clock);
      expect(rest).toEqual({ total: some.total, partial: true });
      expect(total([word('bộ')], clock)).toEqual({ total: 2500, partial: false });
    } finally {
      connection.database.close();
      rmSync(folder, { recursive: true });
    }
  });
});
