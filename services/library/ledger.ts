import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { Failure } from '#ingest/model/failure.ts';
import type { Identity } from '#ingest/model/identity.ts';
import type { MediaType } from '#ingest/model/source.ts';
import type { DocumentVersion, IndexNaming } from '#services/store/port.ts';
import { type DecisionTable, type DecisionWriting, decisionSchema, decisionTable } from './decisions/table.ts';
import { isBusy } from './lock.ts';
import { type SavedTable, type SavedWriting, savedSchema, savedTable } from './saved/table.ts';

/** One accepted version of a document. `seq` counts all acceptances; `identity` is what it was accepted as. */
export interface LedgerEntry {
  readonly seq: number;
  readonly document: string;
  readonly revision: number;
  readonly source: string;
  readonly name: string;
  readonly hash: string;
  readonly mediaType: MediaType;
  readonly bytes: number;
  /** ISO time, UTC. */
  readonly accepted: string;
  readonly pipeline: string;
  readonly identity: Identity;
}

/** The states of a document's file as the index keeps them with its record, up to `revision`. */
export function versionsIn(ledger: Ledger, document: string, revision: number): DocumentVersion[] {
  return ledger
    .versions(document)
    .filter((entry) => entry.revision <= revision)
    .map(({ revision, hash, name, accepted }) => ({ revision, hash, name, accepted }));
}

/** What was accepted, in order. The ledger and the original files are the record; the index is made from them. */
export interface Ledger {
  /** Runs `work` as one transaction that is on disk when this returns; nothing of it stays when `work` throws. */
  commit<T>(work: (writing: LedgerWriting) => T): T;
  byHash(hash: string): LedgerEntry | null;
  current(document: string): LedgerEntry | null;
  versions(document: string): readonly LedgerEntry[];
  /** Documents that came from this source, with the hash it last held for each; the latest first. */
  at(source: string): readonly { document: string; hash: string }[];
  /** Newest version of each document, in order of acceptance. */
  currents(): readonly LedgerEntry[];
  /** Every version, in order of acceptance. */
  entries(): readonly LedgerEntry[];
  /** Versions accepted after the one with this `seq`, in order of acceptance. */
  since(seq: number): readonly LedgerEntry[];
  /** False while a writer is at work, and after one that died or could not reach the index: then the index may lag behind the ledger. */
  isSettled(): boolean;
  /** Which index is which, for an engine that has no place of its own for that. */
  readonly naming: IndexNaming;
  readonly saved: SavedTable;
  readonly decisions: DecisionTable;
  /** One sentence for each fault that the database finds in itself. */
  check(): readonly string[];
  close(): void;
}

export interface LedgerWriting {
  accept(entry: Omit<LedgerEntry, 'seq'>): void;
  /** Notes that `source` now holds these bytes, a version of `document`. */
  place(source: string, document: string, hash: string): void;
  setSettled(settled: boolean): void;
  readonly saved: SavedWriting;
  readonly decisions: DecisionWriting;
}

const schema = `
  CREATE TABLE IF NOT EXISTS versions (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    document TEXT NOT NULL, revision INTEGER NOT NULL,
    source TEXT NOT NULL, name TEXT NOT NULL,
    hash TEXT NOT NULL, media_type TEXT NOT NULL, bytes INTEGER NOT NULL,
    accepted TEXT NOT NULL, pipeline TEXT NOT NULL, identity TEXT NOT NULL,
    UNIQUE (document, revision)
  ) STRICT;
  CREATE INDEX IF NOT EXISTS versions_by_hash ON versions (hash);
  CREATE TABLE IF NOT EXISTS places (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    source TEXT NOT NULL, document TEXT NOT NULL, hash TEXT NOT NULL,
    UNIQUE (source, document)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS state (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    index_name TEXT NOT NULL, settled INTEGER NOT NULL, next_name TEXT, previous_name TEXT
  ) STRICT;
  INSERT OR IGNORE INTO state VALUES (1, 'index-1.sqlite', 1, NULL, NULL);
  ${savedSchema}
  ${decisionSchema}
`;
const layout = 4;
/** What brings a ledger of a layout to the next one. */
const upgrades: ReadonlyMap<number, string> = new Map([
  [1, 'ALTER TABLE state ADD COLUMN next_name TEXT; ALTER TABLE state ADD COLUMN previous_name TEXT'],
  [2, savedSchema],
  [3, decisionSchema],
]);

/** Opens the ledger; a missing one is `no-collection` unless `create` asks for a new one. */
export function openLedger(path: string, options: { readonly create: boolean }): Ledger {
  if (!options.create && !existsSync(path)) throw new Failure('no-collection');
  const database = new DatabaseSync(path);
  try {
    database.exec('PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
    const found = prepared(database, options.create);
    if (found === 0) throw new Failure('no-collection');
    if (found !== layout) throw new Failure('collection-damaged', `The ledger has layout ${found}, this program knows layout ${layout}.`);
  } catch (thrown) {
    database.close();
    throw thrown instanceof Failure ? thrown : new Failure('collection-damaged', 'The ledger cannot be opened.', { cause: thrown });
  }

  const columns = 'seq, document, revision, source, name, hash, media_type, bytes, accepted, pipeline, identity';
  const byHash = database.prepare(`SELECT ${columns} FROM versions WHERE hash = ? ORDER BY seq DESC LIMIT 1`);
  const versions = database.prepare(`SELECT ${columns} FROM versions WHERE document = ? ORDER BY revision`);
  const current = database.prepare(`SELECT ${columns} FROM versions WHERE document = ? ORDER BY revision DESC LIMIT 1`);
  const at = database.prepare('SELECT document, hash FROM places WHERE source = ? ORDER BY seq DESC');
  const entries = database.prepare(`SELECT ${columns} FROM versions ORDER BY seq`);
  const since = database.prepare(`SELECT ${columns} FROM versions WHERE seq > ? ORDER BY seq`);
  const state = database.prepare('SELECT index_name, settled, next_name, previous_name FROM state');
  const accept = database.prepare(
    `INSERT INTO versions (document, revision, source, name, hash, media_type, bytes, accepted, pipeline, identity)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const place = database.prepare('INSERT OR REPLACE INTO places (source, document, hash) VALUES (?, ?, ?)');
  const setSettled = database.prepare('UPDATE state SET settled = ?');
  const setNames = database.prepare('UPDATE state SET index_name = ?, next_name = ?, previous_name = ?');
  const saved = savedTable(database);
  const decisions = decisionTable(database);
  const stateRow = () => {
    const row = state.get();
    if (row === undefined) throw new Failure('collection-damaged', 'The ledger has lost its state.');
    return row;
  };

  const writing: LedgerWriting = {
    accept(entry) {
      const { document, revision, source, name, hash, mediaType, bytes, accepted, pipeline, identity } = entry;
      accept.run(document, revision, source, name, hash, mediaType, bytes, accepted, pipeline, JSON.stringify(identity));
    },
    place(source, document, hash) {
      place.run(source, document, hash);
    },
    setSettled(settled) {
      setSettled.run(settled ? 1 : 0);
    },
    saved: saved.writing,
    decisions: decisions.writing,
  };

  return {
    commit(work) {
      try {
        database.exec('BEGIN IMMEDIATE');
      } catch (thrown) {
        throw isBusy(thrown) ? new Failure('collection-busy', null, { cause: thrown }) : thrown;
      }
      try {
        const result = work(writing);
        database.exec('COMMIT');
        return result;
      } catch (thrown) {
        database.exec('ROLLBACK');
        throw thrown;
      }
    },
    byHash: (hash) => entryOrNull(byHash.get(hash)),
    current: (document) => entryOrNull(current.get(document)),
    versions: (document) => versions.all(document).map(entryOf),
    at: (source) => at.all(source).map((row) => ({ document: String(row.document), hash: String(row.hash) })),
    currents() {
      const newest = new Map<string, LedgerEntry>();
      for (const entry of entries.all().map(entryOf)) newest.set(entry.document, entry);
      return [...newest.values()];
    },
    entries: () => entries.all().map(entryOf),
    since: (seq) => since.all(seq).map(entryOf),
    isSettled: () => stateRow().settled === 1,
    naming: {
      read() {
        const row = stateRow();
        return {
          current: String(row.index_name),
          next: row.next_name as string | null,
          previous: row.previous_name as string | null,
        };
      },
      write({ current, next, previous }) {
        setNames.run(current, next, previous);
      },
    },
    saved: { list: saved.list, find: saved.find },
    decisions: { list: decisions.list, find: decisions.find, standing: decisions.standing },
    check() {
      const answers = database
        .prepare('PRAGMA integrity_check')
        .all()
        .map((row) => String(row.integrity_check));
      return answers.filter((answer) => answer !== 'ok').map((answer) => `The ledger is damaged: ${answer}.`);
    },
    close() {
      if (database.isOpen) database.close();
    },
  };
}

/** Makes what is lacking where that is wanted, and brings an older layout up to date; gives the layout that the file then has, 0 for none. */
function prepared(database: DatabaseSync, create: boolean): unknown {
  const version = () => database.prepare('PRAGMA user_version').get()?.user_version;
  const outdated = () => (create && version() === 0) || upgrades.has(Number(version()));
  if (!outdated()) return version();
  database.exec('BEGIN IMMEDIATE');
  try {
    // Another process may have done it while this one waited.
    if (version() === 0 && create) database.exec(`${schema}; PRAGMA user_version = ${layout}`);
    for (const [from, upgrade] of upgrades) if (version() === from) database.exec(`${upgrade}; PRAGMA user_version = ${from + 1}`);
    database.exec('COMMIT');
  } catch (thrown) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw thrown;
  }
  return version();
}

type Row = Record<string, unknown>;

function entryOrNull(row: Row | undefined): LedgerEntry | null {
  return row === undefined ? null : entryOf(row);
}

function entryOf(row: Row): LedgerEntry {
  return {
    seq: Number(row.seq),
    document: String(row.document),
    revision: Number(row.revision),
    source: String(row.source),
    name: String(row.name),
    hash: String(row.hash),
    mediaType: String(row.media_type) as MediaType,
    bytes: Number(row.bytes),
    accepted: String(row.accepted),
    pipeline: String(row.pipeline),
    identity: JSON.parse(String(row.identity)) as Identity,
  };
}
