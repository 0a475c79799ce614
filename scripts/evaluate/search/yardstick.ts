import { DatabaseSync } from 'node:sqlite';
import type { Engine } from './engines.ts';

/** A document as any engine would be given it: its title and its text. */
export interface PlainDocument {
  readonly name: string;
  readonly title: string;
  readonly text: string;
}

/**
 * What one has without any of this project's analysis, and what usual set-ups are: SQLite's FTS5 with its own tokenizer (`unicode61`, letters as they
 * are but for upper and lower case), a column for the title and one for the text as it was read from the file; of a query any word counts (so that one
 * that is nowhere costs nothing), each word put in quotes, signs that are no letters stripped at its ends; ranked by BM25 as FTS5 computes it.
 * A number such as 144-QĐ/TW is a phrase of three words to it.
 */
export function openYardstick(documents: readonly PlainDocument[]): Engine {
  const database = new DatabaseSync(':memory:');
  database.exec(`CREATE VIRTUAL TABLE plain USING fts5(name UNINDEXED, title, text, tokenize = 'unicode61 remove_diacritics 0')`);
  const insert = database.prepare('INSERT INTO plain VALUES (?, ?, ?)');
  for (const { name, title, text } of documents) insert.run(name, title.normalize('NFC'), text.normalize('NFC'));
  const find = database.prepare('SELECT name FROM plain WHERE plain MATCH ? ORDER BY rank LIMIT ?');
  return {
    async first(query, limit) {
      const words = query
        .normalize('NFC')
        .split(/\s+/u)
        .flatMap((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '') || []);
      if (words.length === 0) return [];
      const rows = find.all(words.map((word) => `"${word.replaceAll('"', '""')}"`).join(' OR '), limit);
      return rows.map(({ name }) => String(name));
    },
    async close() {
      database.close();
    },
  };
}
