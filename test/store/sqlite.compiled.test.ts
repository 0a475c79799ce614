import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe } from 'vitest';
import type { QueryWord } from '#services/query/query.ts';
import { type Compiled, type Connection, connect } from '#services/store/sqlite/connection.ts';
import { compiledKeys } from '#services/store/sqlite/keys.ts';
import { openWordIndex } from '#services/store/sqlite/postings/openIndex.ts';
import type { IndexView } from '#services/store/sqlite/postings/wordIndex.ts';
import { nothingKnown } from '#services/store/sqlite/postings/write.ts';
import { evaluate } from '#services/store/sqlite/search/search.ts';
import { compiledTasks } from '#services/store/sqlite/tasks.ts';
import { put } from '#services/store/sqlite/write.ts';
import { collection } from './cases/search.ts';
import { testCompiled } from './compiled.ts';

/** A statement line by line. */
const lines = ({ sql, values }: Compiled) => ({ sql: sql.split(/\n\s*/u).map((line) => line.trimEnd()), values });

/** A search is no statement: what is written down is what it asks of the word index, each once, in order. `~` stands before bare words, `=` before exact ones. */
function asked(view: IndexView, search: (view: IndexView) => unknown): string[] {
  const told = new Set<string>();
  const word = ({ text, exact }: QueryWord) => `${exact ? '=' : '~'}${text}`;
  search({
    columns: view.columns,
    list(field, of) {
      told.add(`${field} ${word(of)}`);
      return view.list(field, of);
    },
    prefix(field, of) {
      told.add(`${field} ${word(of)}*`);
      return view.prefix(field, of);
    },
    places(field, of, rows) {
      told.add(`places of ${field} ${word(of)} in ${rows.length}`);
      return view.places(field, of, rows);
    },
    neighbours(of, rows, over) {
      told.add(`neighbours ${of.map(word).join(' ')} in ${rows.length}`);
      return view.neighbours(of, rows, over);
    },
    marks(kind, of) {
      told.add(`${kind} ${of}`);
      return view.marks(kind, of);
    },
  });
  return [...told];
}

describe('SQLite', () => {
  let folder: string;
  let connection: Connection;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'vankien-compiled-'));
    connection = connect({ file: join(folder, 'index.db'), mode: 'create' });
    put(connection, collection, nothingKnown());
  });
  afterAll(async () => {
    connection.database.close();
    await rm(folder, { recursive: true });
  });

  testCompiled('sqlite', () => ({
    search: (query, page) =>
      asked(openWordIndex(connection).view(), (view) => evaluate(view, query, { ...page, facets: [] }, { over: () => false })),
    keys: (prefix, limit) => lines(compiledKeys(prefix, limit)),
    tasks: (filter, page) => {
      const { count, page: found } = compiledTasks(filter, page);
      return { count: lines(count), page: lines(found) };
    },
  }));
});
