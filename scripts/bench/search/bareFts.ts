import { DatabaseSync } from 'node:sqlite';
import type { StoredDocument } from '#services/store/port.ts';
import type { Question } from './questions.ts';

/**
 * What anybody would set up with FTS5 where accents may be left out: its own tokenizer, which then folds them (but knows no đ), a column for the title and one
 * for the text, the columns that narrow beside them.
 */
export interface BareFts {
  /** Milliseconds that it took, in one transaction. */
  insert(documents: readonly StoredDocument[]): number;
  /** The ten best with a snippet each. */
  first(question: Question): number;
  close(): void;
}

export function openBareFts(path: string): BareFts {
  const database = new DatabaseSync(path);
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536');
  database.exec(
    'CREATE VIRTUAL TABLE IF NOT EXISTS bare USING fts5(title, text, type UNINDEXED, year UNINDEXED, tokenize = "unicode61 remove_diacritics 2")',
  );
  const insert = database.prepare('INSERT INTO bare VALUES (?, ?, ?, ?)');
  const columns = `rowid, snippet(bare, 1, '[', ']', '…', 24)`;
  const plain = database.prepare(`SELECT ${columns} FROM bare WHERE bare MATCH ? ORDER BY rank LIMIT 10`);
  const narrowed = database.prepare(
    `SELECT ${columns} FROM bare WHERE bare MATCH ? AND coalesce(type = ?2, 1) AND coalesce(year = ?3, 1) ORDER BY rank LIMIT 10`,
  );
  return {
    insert(documents) {
      const begun = performance.now();
      database.exec('BEGIN IMMEDIATE');
      for (const { record } of documents) {
        const { title, type, date } = record.document;
        insert.run(title ?? '', record.text, type, date?.slice(0, 4) ?? null);
      }
      database.exec('COMMIT');
      return performance.now() - begun;
    },
    first(question) {
      const { type = null, year = null } = question.filters;
      if (type === null && year === null) return plain.all(matchOf(question)).length;
      return narrowed.all(matchOf(question), type, year).length;
    },
    close() {
      database.close();
    },
  };
}

function matchOf({ words, phrase }: Question): string {
  return phrase ? `"${words.join(' ')}"` : words.map((word) => `"${word}"`).join(' ');
}
