import { writtenSymbol } from '#services/analysis/symbols.ts';
import type { Suggestion } from '#services/store/port.ts';
import { bySuggestion, placesTyped, type Typed, titlesTyped, typedWords, typingLimits } from '#services/store/typing.ts';
import type { Connection } from '../connection.ts';
import type { Columns, FacetColumn, IndexView } from '../postings/wordIndex.ts';
import { both, noRows, type Rows } from './rows.ts';
import { wordsOfValues } from './values.ts';

/** What the collection holds that begins with what is typed, at most `limit` of each kind. */
export function suggest(connection: Connection, view: IndexView, typed: string, limit: number): Suggestion[] {
  const wanted = typedWords(typed);
  if (wanted === null || wanted.whole.length >= typingLimits.words || limit === 0) return [];
  const { documents, phrases } = titlesTyped(titlesWith(connection, view, wanted), wanted);
  const kinds = [
    documents,
    numbersTyped(connection, typed, limit),
    valuesTyped(view.columns, 'issuer', 'body', wanted),
    valuesTyped(view.columns, 'signer', 'person', wanted),
    phrases,
  ] satisfies Suggestion[][];
  return kinds.flatMap((kind: Suggestion[]) => kind.sort(bySuggestion).slice(0, limit));
}

/** Titles of documents that may hold what is typed, those that came last first: more than `typingLimits.titles` are not looked at. */
function titlesWith(connection: Connection, view: IndexView, typed: Typed): { id: string; title: string }[] {
  const rows = rowsTyped(view, typed);
  const last = rows.subarray(Math.max(0, rows.length - typingLimits.titles)).toReversed();
  return connection
    .statement('SELECT d.id, d.title FROM json_each(?) r CROSS JOIN document d ON d.row = r.value WHERE d.title IS NOT NULL ORDER BY r.key')
    .all(`[${last.join()}]`)
    .map(({ id, title }) => ({ id: String(id), title: String(title) }));
}

/** Least letters of a word of which all that begin so are looked for. */
const leastBegun = 2;

/** Documents whose title holds all whole words, and one that begins as typed. A toned beginning is looked for by its letters, as its tone may not be the last. */
function rowsTyped(view: IndexView, { whole, begun, bare }: Typed): Rows {
  const lists = whole.map((word) => view.list('title', word).rows).sort((a, b) => a.length - b.length);
  const rows = lists.length === 0 ? null : lists.reduce(both);
  if (begun.text.length < leastBegun) return rows ?? noRows;
  const last = view.prefix('title', { text: bare, exact: false }).rows;
  return rows === null ? last : both(rows, last);
}

/** Values of a facet, with the number of documents that have them. */
function valuesTyped(columns: Columns, facet: 'issuer' | 'signer', kind: 'body' | 'person', typed: Typed): Suggestion[] {
  const column = columns.facets[facet];
  const found = new Map<number, number>();
  for (const [value, words] of wordsOfValues(column).entries()) if (placesTyped(words, typed).length > 0) found.set(value, 0);
  if (found.size > 0) countValues(columns, column, found);
  return [...found].flatMap(([value, count]) => (count === 0 ? [] : [{ kind, text: column.texts[value] ?? '', document: null, count }]));
}

function countValues({ live, size }: Columns, { starts, values, texts }: FacetColumn, found: Map<number, number>): void {
  const counts = new Int32Array(texts.length);
  for (let row = 0; row < size; row++) {
    if (live[row] !== 1) continue;
    const end = starts[row + 1] as number;
    for (let place = starts[row] as number; place < end; place++) {
      const value = values[place] as number;
      counts[value] = (counts[value] as number) + 1;
    }
  }
  for (const value of found.keys()) found.set(value, counts[value] as number);
}

/** Entries of the table of numbers that are looked at for one answer; of the number that the last of them is of, all. */
const mostEntries = 20_000;

/** Numbers that begin with what is typed, their zeros written or left out, as `keys` finds them: the most frequent of each. */
function numbersTyped(connection: Connection, typed: string, limit: number): Suggestion[] {
  const written = writtenSymbol(typed);
  if (written === '') return [];
  const found = new Map<string, number>();
  for (const { first, edge, counts } of [
    { first: written, edge: writtenEdge, counts: countsByWritten },
    { first: `n${written}`, edge: foldedEdge, counts: countsByFolded },
  ]) {
    const beyond = `${first}\u{10ffff}`;
    const end = connection.statement(edge).get(first, beyond)?.edge ?? beyond;
    for (const { key, count } of connection.statement(counts).all(first, String(end), limit)) found.set(String(key), Number(count));
  }
  return [...found].map(([text, count]) => ({ kind: 'number', text, document: null, count }));
}

// A number has one written and one folded form, so that its entries lie together in both indexes and are counted as they come.
const writtenEdge = `SELECT written AS edge FROM symbol WHERE written >= ? AND written < ? ORDER BY written LIMIT 1 OFFSET ${mostEntries}`;
const foldedEdge = `SELECT folded AS edge FROM symbol WHERE folded >= ? AND folded < ? ORDER BY folded LIMIT 1 OFFSET ${mostEntries}`;
const countsByWritten = `SELECT key, count(*) AS count FROM symbol WHERE written >= ? AND written <= ?
  GROUP BY written, key ORDER BY count DESC, key LIMIT ?`;
const countsByFolded = `SELECT key, sum(some) AS count FROM (
    SELECT key, count(*) AS some FROM symbol WHERE folded >= ? AND folded <= ? GROUP BY folded, cited, key
  ) GROUP BY key ORDER BY count DESC, key LIMIT ?`;
