import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { shared } from '../../scripts/evaluate/collections.ts';
import { compare } from '../../scripts/evaluate/search/evaluate.ts';
import { type JudgedQuery, kinds, querySets, readQueries, shelves, stemOf } from '../../scripts/evaluate/search/judged.ts';
import { byKind, figuresOf, hasAccents, inWords, lossWithoutAccents, ndcg, succeeds } from '../../scripts/evaluate/search/measures.ts';

interface Floors {
  readonly number: number;
  readonly ndcg: number;
  readonly lead: number;
  readonly loss: number;
}
/** Raised as the search becomes better, never lowered (`loss` is a ceiling). */
const floors = JSON.parse(readFileSync(join(import.meta.dirname, 'search/floors.json'), 'utf8')) as Record<string, Floors>;

describe.each(Object.keys(querySets) as (keyof typeof querySets)[])('the judged queries (%s)', (set) => {
  const queries = readQueries(set);
  const by = new Map(queries.map((judged) => [judged.query, judged]));
  const known = new Set(shelves().flatMap(({ files }) => files.map(stemOf)));

  it('are told apart by their words, and of known kinds', () => {
    expect(by.size).toBe(queries.length);
    expect(queries.filter(({ kind }) => !kinds.includes(kind))).toEqual([]);
  });

  it('want documents that there are', () => {
    const wanted = queries.flatMap(({ grades }) => [...grades.keys()]);
    const elsewhere = existsSync(shared.truth) ? wanted : wanted.filter((name) => !/^\d{3}_[\da-f]{16}$/u.test(name));
    expect(elsewhere.filter((name) => !known.has(name))).toEqual([]);
    expect(queries.filter(({ grades }) => grades.size === 0)).toEqual([]);
  });

  it('have twins that differ in accents alone and want the same', () => {
    for (const judged of queries.filter(({ twin }) => twin !== null)) {
      const twin = by.get(judged.twin!);
      expect(twin?.twin).toBe(judged.query);
      expect(twin?.grades).toEqual(judged.grades);
      expect([judged.query, judged.twin!].filter(hasAccents)).toHaveLength(1);
    }
  });
});

it('no query stands in both sets', () => {
  const first = new Set(readQueries('first').map(({ query }) => query));
  expect(readQueries('apart').filter(({ query }) => first.has(query))).toEqual([]);
});

describe('the measures', () => {
  const judged: JudgedQuery = {
    kind: 'topic',
    query: 'đọc',
    twin: null,
    grades: new Map([
      ['a', 3],
      ['b', 2],
    ]),
  };
  const gave = (...names: string[]) => ({ judged, names, refused: null });

  it('are 1 for the best order, and 0 for nothing of use', () => {
    expect(ndcg(gave('a', 'b', 'x'))).toBe(1);
    expect(ndcg(gave('x', 'y'))).toBe(0);
    expect(ndcg(gave())).toBe(0);
  });

  it('weigh a document by its grade and its place', () => {
    expect(ndcg(gave('b', 'a'))).toBeCloseTo((3 + 7 / Math.log2(3)) / (7 + 3 / Math.log2(3)));
    expect(ndcg(gave(...Array.from({ length: 10 }, (_, at) => `x${at}`), 'a'))).toBe(0);
  });

  it('take the first hit for a success where none is better', () => {
    expect([gave('a'), gave('b', 'a'), gave('x', 'a'), gave()].map(succeeds)).toEqual([true, false, false, false]);
  });
});

describe.each(shelves())('the search on $name', async (shelf) => {
  const { own, yardstick } = await compare(shelf, readQueries('first'));
  const { number, ndcg: least, lead, loss } = floors[shelf.name]!;

  it('refuses no judged query', () => {
    expect(own.filter(({ refused }) => refused !== null).map(({ judged, refused }) => `${judged.query}: ${refused}`)).toEqual([]);
  });

  it('puts the document first whose number is asked for', () => {
    expect(byKind(own).get('number')!.success).toBeGreaterThanOrEqual(number);
  });

  it('reaches its floor of nDCG, and that above plain BM25', () => {
    expect(figuresOf(own).ndcg).toBeGreaterThanOrEqual(least);
    expect(figuresOf(inWords(own)).ndcg - figuresOf(inWords(yardstick)).ndcg).toBeGreaterThanOrEqual(lead);
  });

  it('loses no more without accents than is allowed', () => {
    expect(lossWithoutAccents(own).loss).toBeLessThanOrEqual(loss);
  });
});
