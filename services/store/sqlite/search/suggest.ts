import { fold } from '#services/analysis/folding.ts';
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
    numbersTyped(connection, typed),
    valuesTyped(view.columns, 'issuer', 'body', wanted),
    valuesTyped(view.columns, 'signer', 'person', wanted),
    phrases,
  ] satisfies Suggestion[][];
  return kinds.flatMap((kind: Suggestion[]) => kind.sort(bySuggestion).slice(0, limit));
}

/** Titles of documents that may hold what is typed, those that came last first: more than `typingLimits.titles` are not looked at. */
function titlesWith(connection: Connection, view: IndexView, typed: Typed): { id: string; title: string }[] {
  const statement = connection.statement('SELECT id, title FROM document WHERE row = ? AND title IS NOT NULL');
  const rows = rowsTyped(view, typed);
  const titles: { id: string; title: string }[] = [];
  for (let at = rows.length - 1; at >= Math.max(0, rows.length - typingLimits.titles); at--) {
    const found = statement.get(rows[at] as number);
    if (found !== undefined) titles.push({ id: String(found.id), title: String(found.title) });
  }
  return titles;
}

/** Least letters of a word of which all that begin so are looked for. */
const leastBegun = 2;

/** Documents whose title holds all whole words, and one that begins as typed. A toned beginning is looked for by its letters, as its tone may not be the last. */
function rowsTyped(view: IndexView, { whole, begun }: Typed): Rows {
  const lists = whole.map((word) => view.list('title', word).rows).sort((a, b) => a.length - b.length);
  const rows = lists.length === 0 ? null : lists.reduce(both);
  if (begun.text.length < leastBegun) return rows ?? noRows;
  const last = view.prefix('title', { text: fold(begun.text), exact: false }).rows;
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

/** Entries of the table of numbers that are looked at for one answer. */
const mostEntries = 20_000;

/** Numbers that begin with what is typed, their zeros written or left out, as `keys` finds them. */
function numbersTyped(connection: Connection, typed: string): Suggestion[] {
  const written = writtenSymbol(typed);
  if (written === '') return [];
  const folded = `n${written}`;
  const rows = connection
    .statement(
      `SELECT key, count(*) AS count FROM (
        SELECT document, key FROM (SELECT document, key FROM symbol WHERE written >= :written AND written < :afterWritten LIMIT ${mostEntries})
        UNION SELECT document, key FROM (SELECT document, key FROM symbol WHERE folded >= :folded AND folded < :afterFolded LIMIT ${mostEntries})
      ) GROUP BY key`,
    )
    .all({ written, afterWritten: `${written}\u{10ffff}`, folded, afterFolded: `${folded}\u{10ffff}` });
  return rows.map(({ key, count }) => ({ kind: 'number', text: String(key), document: null, count: Number(count) }));
}
