import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { samples, shared } from '../collections.ts';

/** How a query is written or what it asks by; see test/gold/search/README.md. */
export const kinds = [
  'number',
  'cited',
  'title',
  'topic',
  'phrase',
  'place',
  'abbreviation',
  'telex',
  'person',
  'field',
  'boolean',
  'capitals',
  'question',
] as const;
export type Kind = (typeof kinds)[number];

/** 3: the document meant, 2: clearly wanted, 1: useful. A document that is not named is of no use for the query. */
export type Grade = 1 | 2 | 3;

/** A query with what a researcher would want of it. Documents are named by their files, without ending. */
export interface JudgedQuery {
  readonly kind: Kind;
  readonly query: string;
  /** The same query with accents, or without, that has the same grades. */
  readonly twin: string | null;
  readonly grades: ReadonlyMap<string, Grade>;
}

const root = join(import.meta.dirname, '../../..');
/** `first` is what the ranking was made with; `apart` was written before that and is only looked at afterwards. */
export const querySets = {
  first: join(root, 'test/gold/search/queries.jsonl'),
  apart: join(root, 'test/gold/search/apart.jsonl'),
} as const;
export type QuerySet = keyof typeof querySets;

interface Line {
  readonly kind: Kind;
  readonly query: string;
  readonly twin?: string;
  readonly grades: Readonly<Partial<Record<`${Grade}`, readonly string[]>>>;
}

/** All queries of a set, in the order of its file. */
export function readQueries(set: QuerySet): JudgedQuery[] {
  return readFileSync(querySets[set], 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const { kind, query, twin = null, grades } = JSON.parse(line) as Line;
      const graded = Object.entries(grades).flatMap(([grade, names]) => names.map((name) => [name, Number(grade) as Grade] as const));
      return { kind, query, twin, grades: new Map(graded) };
    });
}

/** Documents that queries are put to: files by their names without ending. */
export interface Shelf {
  readonly name: string;
  readonly files: readonly string[];
}

export const stemOf = (path: string): string => basename(path, extname(path));

/** The samples alone, and with the shared corpus where that lies beside the project. */
export function shelves(): Shelf[] {
  const own = globSync(samples.files).sort();
  const all = existsSync(shared.truth) ? [...own, ...globSync(shared.files).sort()] : null;
  return [{ name: 'samples', files: own }, ...(all === null ? [] : [{ name: 'samples and shared', files: all }])];
}

/** The queries that can be judged on this shelf: those that want something which stands there, with what they want of it. */
export function judgedOn(queries: readonly JudgedQuery[], shelf: Shelf): JudgedQuery[] {
  const there = new Set(shelf.files.map(stemOf));
  return queries
    .map((judged) => ({ ...judged, grades: new Map([...judged.grades].filter(([name]) => there.has(name))) }))
    .filter(({ grades }) => grades.size > 0);
}
