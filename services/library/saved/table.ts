import type { DatabaseSync } from 'node:sqlite';
import type { SavedSearch } from '../shapes.ts';

/** The saved searches of a collection, as the ledger keeps them. */
export interface SavedTable {
  /** By name. */
  list(): readonly SavedSearch[];
  find(id: string): SavedSearch | null;
}

export interface SavedWriting {
  insert(saved: SavedSearch): void;
  /** False where there is none under this id. */
  remove(id: string): boolean;
  /** Moves the mark of what was seen; never back. */
  see(id: string, until: string): void;
}

export const savedSchema = `
  CREATE TABLE IF NOT EXISTS saved (
    id TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE,
    words TEXT, filters TEXT NOT NULL,
    created TEXT NOT NULL, seen TEXT NOT NULL
  ) STRICT;
`;

export function savedTable(database: DatabaseSync): SavedTable & { readonly writing: SavedWriting } {
  const columns = 'id, name, words, filters, created, seen';
  const list = database.prepare(`SELECT ${columns} FROM saved ORDER BY name`);
  const find = database.prepare(`SELECT ${columns} FROM saved WHERE id = ?`);
  const insert = database.prepare(`INSERT INTO saved (${columns}) VALUES (?, ?, ?, ?, ?, ?)`);
  const remove = database.prepare('DELETE FROM saved WHERE id = ?');
  const see = database.prepare('UPDATE saved SET seen = max(seen, ?) WHERE id = ?');
  return {
    list: () => list.all().map(savedOf),
    find(id) {
      const row = find.get(id);
      return row === undefined ? null : savedOf(row);
    },
    writing: {
      insert({ id, name, words, filters, created, seen }) {
        insert.run(id, name, words, JSON.stringify(filters), created, seen);
      },
      remove: (id) => remove.run(id).changes > 0,
      see(id, until) {
        see.run(until, id);
      },
    },
  };
}

function savedOf(row: Record<string, unknown>): SavedSearch {
  return {
    id: String(row.id),
    name: String(row.name),
    words: row.words as string | null,
    filters: JSON.parse(String(row.filters)) as SavedSearch['filters'],
    created: String(row.created),
    seen: String(row.seen),
  };
}
