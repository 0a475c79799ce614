import type { DatabaseSync } from 'node:sqlite';
import type { Decision } from '#services/works/decision.ts';
import type { KeptDecision } from '../shapes.ts';

/** What persons decided about works, as the ledger keeps it: nothing is ever taken away. */
export interface DecisionTable {
  /** The latest first. */
  list(): readonly KeptDecision[];
  find(id: string): KeptDecision | null;
  /** Those that were not undone, as an index takes them. */
  standing(): readonly Decision[];
}

export interface DecisionWriting {
  insert(decision: Decision): void;
  /** False where there is none under this id that stands. */
  undo(id: string, author: string, made: string): boolean;
}

export const decisionSchema = `
  CREATE TABLE IF NOT EXISTS decisions (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE, symbol TEXT NOT NULL, first TEXT NOT NULL, second TEXT NOT NULL, says TEXT NOT NULL,
    author TEXT NOT NULL, made TEXT NOT NULL, note TEXT,
    undone_by TEXT, undone TEXT
  ) STRICT;
`;

export function decisionTable(database: DatabaseSync): DecisionTable & { readonly writing: DecisionWriting } {
  const columns = 'id, symbol, first, second, says, author, made, note, undone_by, undone';
  const list = database.prepare(`SELECT ${columns} FROM decisions ORDER BY seq DESC`);
  const find = database.prepare(`SELECT ${columns} FROM decisions WHERE id = ?`);
  const standing = database.prepare(`SELECT ${columns} FROM decisions WHERE undone IS NULL ORDER BY seq`);
  const insert = database.prepare(
    'INSERT INTO decisions (id, symbol, first, second, says, author, made, note) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const undo = database.prepare('UPDATE decisions SET undone_by = ?, undone = ? WHERE id = ? AND undone IS NULL');
  return {
    list: () => list.all().map(keptOf),
    find(id) {
      const row = find.get(id);
      return row === undefined ? null : keptOf(row);
    },
    standing: () =>
      standing.all().map((row) => {
        const { undone: _, ...decision } = keptOf(row);
        return decision;
      }),
    writing: {
      insert({ id, symbol, first, second, says, author, made, note }) {
        insert.run(id, symbol, first, second, says, author, made, note);
      },
      undo: (id, author, made) => undo.run(author, made, id).changes > 0,
    },
  };
}

function keptOf(row: Record<string, unknown>): KeptDecision {
  return {
    id: String(row.id),
    symbol: String(row.symbol),
    first: String(row.first),
    second: String(row.second),
    says: row.says as Decision['says'],
    author: String(row.author),
    made: String(row.made),
    note: row.note as string | null,
    undone: row.undone === null ? null : { author: String(row.undone_by), made: String(row.undone) },
  };
}
