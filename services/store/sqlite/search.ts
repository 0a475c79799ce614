import { Failure } from '#ingest/model/failure.ts';
import { facetFields, facetNames, wordFields } from '#mappings/fields.ts';
import { foldedSymbol } from '#services/analysis/symbols.ts';
import { holdsPhrase, wordsIn } from '#services/analysis/words.ts';
import type { HitRule, Query, QueryFilters } from '#services/query/query.ts';
import { boundedPage } from '#services/store/bounds.ts';
import type { Facet, FacetName, Facets, SearchHit, SearchPage, SearchRequest } from '#services/store/port.ts';
import type { Compiled, Connection } from './connection.ts';
import { type Match, matchOf } from './match.ts';
import { recordOf, summaryColumns, summaryOf } from './record.ts';

/** Lifts a document that bears a wanted number itself above all that only cite it; more than any sum of word scores. */
const ownNumberScore = 1_000_000;

type Values = Record<string, string | number>;

/** The part of a statement that chooses what matches: its tables (`d` is the document), conditions and values. */
export interface Matching {
  readonly tables: string;
  readonly where: string;
  readonly values: Values;
  readonly ranked: boolean;
}

export function matching(connection: Connection, query: Query): Matching {
  const values: Values = {};
  const conditions = filterConditions(query.filters, values);
  const match = query.terms.length === 0 ? null : matchOf(connection, query);
  if (match !== null) {
    values.match = match.expression;
    conditions.push('word_index MATCH :match');
    if (match.unsettled.length > 0) {
      values.rejected = JSON.stringify(rejectedRows(connection, match));
      conditions.push('d.row NOT IN (SELECT value FROM json_each(:rejected))');
    }
  }
  const ranked = match !== null;
  return {
    tables: ranked ? 'word_index JOIN document d ON d.row = word_index.rowid' : 'document d',
    where: conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`,
    values,
    ranked,
  };
}

/** The one statement that makes the result once and counts, sorts and pages it. Readings of half-toned phrases are those that the index holds. */
export function compiledSearch(connection: Connection, query: Query, page: { from: number; size: number }): Compiled {
  const chosen = matching(connection, query);
  return {
    sql: statementFor(chosen),
    values: { ...chosen.values, from: page.from, size: page.size, own: JSON.stringify(ownNumbers(query)) },
  };
}

/** As `search`; a cursor holds how many hits stand before the page. */
export function searchPage(connection: Connection, query: Query, { size, from = 0, after, facets }: SearchRequest): SearchPage {
  const begin = after === undefined ? from : Number(Buffer.from(after, 'base64url').toString());
  const page = search(connection, query, boundedPage({ from: begin, size }));
  const end = begin + page.hits.length;
  const next = end < page.total && size > 0 ? Buffer.from(String(end)).toString('base64url') : null;
  const wanted = facets ?? facetNames;
  const counted = Object.fromEntries(facetNames.map((name) => [name, wanted.includes(name) ? page.facets[name] : []]));
  return { ...page, facets: counted as Record<FacetName, Facet[]>, next };
}

/** One page of what matches, best first, and the facets of the whole result. A query without terms gives all that passes the filters, by id. */
export function search(connection: Connection, query: Query, page: { from: number; size: number }): SearchPage {
  const { sql, values } = compiledSearch(connection, query, page);
  const rows = connection.statement(sql).all(values);
  const of = (kind: string) => rows.filter((row) => row.kind === kind);
  const facets = Object.fromEntries(facetNames.map((name) => [name, of(name).map(facetOf).sort(byCount)])) as Record<FacetName, Facet[]>;
  return {
    total: Number(of('total')[0]?.number ?? 0),
    hits: hitsOf(connection, of('hit')),
    facets: facets satisfies Facets,
    cut: [],
    next: null,
    partial: false,
  };
}

function ownNumbers(query: Query): string[] {
  return query.terms.flatMap((term) => (term.kind === 'symbol' ? [foldedSymbol(term.key)] : []));
}

/** SQL conditions for the filters that are set; adds their values. */
function filterConditions(filters: QueryFilters, values: Values): string[] {
  const conditions: string[] = [];
  const set = (name: keyof QueryFilters, condition: string, value = filters[name]) => {
    if (value === undefined) return;
    values[name === 'from' || name === 'to' ? `date_${name}` : name] = value;
    conditions.push(condition);
  };
  for (const name of facetFields) set(name, `d.${name} = :${name}`);
  set('from', 'd.date >= :date_from');
  set('to', 'd.date <= :date_to');
  set(
    'cites',
    'd.row IN (SELECT document FROM symbol WHERE folded = :cites AND cited = 1)',
    filters.cites === undefined ? undefined : foldedSymbol(filters.cites),
  );
  return conditions;
}

function statementFor({ tables, where, ranked }: Matching): string {
  const weights = wordFields.map((field) => field.weight).join(', ');
  const score = ranked
    ? `-bm25(word_index, ${weights}) + CASE WHEN d.key_folded IN (SELECT value FROM json_each(:own)) THEN ${ownNumberScore} ELSE 0 END`
    : '0.0 * length(:own)';
  return `WITH hit AS MATERIALIZED (SELECT d.row, d.id, ${facetFields.map((name) => `d.${name}`).join(', ')}, ${score} AS score FROM ${tables} ${where})
    SELECT 'total' AS kind, NULL AS value, count(*) AS number FROM hit
    UNION ALL SELECT * FROM (SELECT 'hit', row, score FROM hit ORDER BY score DESC, id LIMIT :size OFFSET :from)
    ${facetFields.map((name) => `UNION ALL SELECT '${name}', ${name}, count(*) FROM hit WHERE ${name} IS NOT NULL GROUP BY ${name}`).join('\n    ')}`;
}

const facetOf = (row: Readonly<Record<string, unknown>>): Facet => ({ value: String(row.value), count: Number(row.number) });
const byCount = (a: Facet, b: Facet) => b.count - a.count || (a.value < b.value ? -1 : 1);

function ruleOf(score: number): HitRule {
  return score >= ownNumberScore ? 'number' : score === 0 ? 'none' : 'text';
}

function hitsOf(connection: Connection, rows: readonly Readonly<Record<string, unknown>>[]): SearchHit[] {
  const statement = connection.statement(`SELECT ${summaryColumns} FROM document d WHERE d.row = ?`);
  const hits = rows.map((row) => ({
    document: summaryOf(statement.get(Number(row.value)) ?? {}),
    rule: ruleOf(Number(row.number)),
    score: Number(row.number),
  }));
  return hits.sort((a, b) => b.score - a.score || (a.document.id < b.document.id ? -1 : 1));
}

/** Most documents that are read through for one query; more would hold up all other work. */
const mostRead = 2000;

/**
 * Rows that the expression lets through although an unsettled phrase stands nowhere in them.
 * @throws Failure `time-out` where more than `mostRead` documents would have to be read.
 */
function rejectedRows(connection: Connection, match: Match): number[] {
  const candidates = connection
    .statement('SELECT rowid AS row FROM word_index WHERE word_index MATCH ? EXCEPT SELECT rowid FROM word_index WHERE word_index MATCH ?')
    .all(match.expression, match.sure);
  if (candidates.length > mostRead) {
    throw new Failure(
      'time-out',
      `A phrase typed half with and half without tones fits ${candidates.length} documents that would have to be read. Type all its tones or none.`,
    );
  }
  const content = connection.statement('SELECT record, claims, tasks FROM content WHERE row = ?');
  const rejected: number[] = [];
  for (const candidate of candidates) {
    const row = Number(candidate.row);
    const { text, document } = recordOf(content.get(row) ?? {});
    const places = [wordsIn(text), wordsIn(document.title ?? '')];
    if (!match.unsettled.every((phrase) => places.some((words) => holdsPhrase(words, phrase)))) rejected.push(row);
  }
  return rejected;
}
