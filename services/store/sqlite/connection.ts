import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { Failure } from '#ingest/model/failure.ts';
import { mappingVersion } from '#mappings/fields.ts';
import { holdsPhrase, type Wanted } from '#services/analysis/words.ts';
import { storeFailure } from './failures.ts';

/** An open index. `statement` prepares each SQL text once. */
export interface Connection {
  readonly database: DatabaseSync;
  statement(sql: string): StatementSync;
}

/** A statement with the values it is run with: a question as SQLite is asked it. */
export interface Compiled {
  readonly sql: string;
  readonly values: Readonly<Record<string, string | number>>;
}

export interface SqliteOptions {
  /** Path of the database file; SQLite keeps FILE-wal and FILE-shm beside it. */
  readonly file: string;
  /** `create` makes the file where it is missing, `write` and `read` do not. */
  readonly mode: 'create' | 'write' | 'read';
  /** How long to wait for another writer, in milliseconds; 5000 where not given. The wait blocks the thread. */
  readonly busyTimeout?: number;
}

/** "VKan" in ASCII: marks the file as ours (PRAGMA application_id). */
const applicationId = 0x564b616e;
const schema = fileURLToPath(new URL('../../../mappings/sqlite.sql', import.meta.url));

/**
 * Opens an index.
 * @throws Failure `no-collection` (missing file), `collection-damaged` (no database, or of another version), `collection-busy`.
 */
export function connect(options: SqliteOptions): Connection {
  const { file, mode } = options;
  const fresh = !existsSync(file);
  if (fresh && mode !== 'create') throw new Failure('no-collection', 'The index file is missing.');
  let database: DatabaseSync | undefined;
  try {
    if (fresh) mkdirSync(dirname(file), { recursive: true });
    database = new DatabaseSync(file, { readOnly: mode === 'read', timeout: options.busyTimeout ?? 5000 });
    prepareFile(database, mode);
    if (fresh) syncFolder(dirname(file));
  } catch (thrown) {
    database?.close();
    throw storeFailure(thrown);
  }
  return connection(database);
}

/** Durability first: an answer is given after the commit is on disk. */
function prepareFile(database: DatabaseSync, mode: SqliteOptions['mode']): void {
  if (mode === 'create' && version(database) === 'empty') makeSchema(database);
  const found = version(database);
  if (found !== mappingVersion) {
    throw new Failure('collection-damaged', `The index is of version ${found}; this program needs version ${mappingVersion}.`);
  }
  if (mode !== 'read') database.exec('PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 1000');
  database.exec('PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -32768');
  database.function('holds_words', { deterministic: true }, holdsWords);
}

/** Bytes of a page: a packed record takes 2 to 4 KB, of which pages of 4 KB would hold one and leave a quarter of the room. */
const pageSize = 16_384;

function makeSchema(database: DatabaseSync): void {
  database.exec(`PRAGMA page_size = ${pageSize}; PRAGMA journal_mode = WAL`);
  database.exec('BEGIN IMMEDIATE');
  try {
    if (version(database) === 'empty') {
      database.exec(readFileSync(schema, 'utf8'));
      database.exec(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${mappingVersion}`);
    }
    database.exec('COMMIT');
  } catch (thrown) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw thrown;
  }
}

/** The version written in the file; "empty" for a database without anything, "unknown" for one that is not ours. */
function version(database: DatabaseSync): number | 'empty' | 'unknown' {
  const number = (pragma: string) => Number(Object.values(database.prepare(`PRAGMA ${pragma}`).get() ?? {})[0]);
  if (number('application_id') === applicationId) return number('user_version');
  const tables = database.prepare('SELECT count(*) AS count FROM sqlite_schema').get();
  return tables?.count === 0 ? 'empty' : 'unknown';
}

/** A new file is safe only when its name in the folder is. Windows cannot open a folder; its file system keeps names in a journal of its own. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** SQL function: whether words parted by spaces, in both forms, hold the wanted ones (JSON) side by side. */
function holdsWords(exact: unknown, folded: unknown, wanted: unknown): number {
  const words = { exact: String(exact).trim().split(' '), folded: String(folded).trim().split(' ') };
  return holdsPhrase(words, JSON.parse(String(wanted)) as Wanted[]) ? 1 : 0;
}

function connection(database: DatabaseSync): Connection {
  const statements = new Map<string, StatementSync>();
  return {
    database,
    statement(sql) {
      const known = statements.get(sql);
      if (known !== undefined) return known;
      const made = database.prepare(sql);
      statements.set(sql, made);
      return made;
    },
  };
}

/** Runs `work` in one write transaction: all of it is on disk afterwards, or none. */
export function transaction<T>({ database }: Connection, work: () => T): T {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (thrown) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw thrown;
  }
}

/** Runs `work` on the index as it is at one moment, whatever others commit meanwhile; within a transaction that is open already, as it is there. */
export function reading<T>({ database }: Connection, work: () => T): T {
  if (database.isTransaction) return work();
  database.exec('BEGIN');
  try {
    return work();
  } finally {
    if (database.isTransaction) database.exec('ROLLBACK');
  }
}
