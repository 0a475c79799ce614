import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe } from 'vitest';
import { compiledBearers, compiledClaims, compiledKeys } from '#services/store/sqlite/claims.ts';
import { type Compiled, type Connection, connect } from '#services/store/sqlite/connection.ts';
import { compiledSearch } from '#services/store/sqlite/search.ts';
import { compiledTasks } from '#services/store/sqlite/tasks.ts';
import { nothingKnown, put } from '#services/store/sqlite/write.ts';
import { collection } from './cases/search.ts';
import { testCompiled } from './compiled.ts';

/** A statement line by line. */
const lines = ({ sql, values }: Compiled) => ({ sql: sql.split(/\n\s*/u).map((line) => line.trimEnd()), values });

describe('SQLite', () => {
  let folder: string;
  let connection: Connection;
  // Which readings a half-toned phrase has is asked of the index.
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
    search: (query, page) => lines(compiledSearch(connection, query, page)),
    claims: (about) => lines(compiledClaims(about)),
    bearers: (keys) => lines(compiledBearers(keys)),
    keys: (prefix, limit) => lines(compiledKeys(prefix, limit)),
    tasks: (filter, page) => {
      const { count, page: found } = compiledTasks(filter, page);
      return { count: lines(count), page: lines(found) };
    },
  }));
});
