import { foldedSymbol, writtenSymbol } from '#services/analysis/symbols.ts';
import { wordsIn } from '#services/analysis/words.ts';
import type { QueryWord } from '#services/query/query.ts';
import type { Suggestion } from '#services/store/port.ts';
import type { Connection } from './connection.ts';

/** In how many documents each word stands, in title or text. */
export function frequencies(connection: Connection, words: readonly QueryWord[]): number[] {
  const statement = connection.statement('SELECT count(*) AS number FROM word_index WHERE word_index MATCH ?');
  return words.map(({ text, exact }) => {
    const form = exact ? 'exact' : 'folded';
    return Number(statement.get(`{title_${form} body_${form}} : "${text.replaceAll('"', '')}"`)?.number ?? 0);
  });
}

/** How many documents cite each number. */
export function citers(connection: Connection, keys: readonly string[]): number[] {
  const statement = connection.statement('SELECT count(DISTINCT document) AS number FROM symbol WHERE folded = ? AND cited = 1');
  return keys.map((key) => Number(statement.get(foldedSymbol(key))?.number ?? 0));
}

/** Numbers that begin as typed, and titles that hold the words, the last of them begun. */
export function suggest(connection: Connection, typed: string, limit: number): Suggestion[] {
  const written = writtenSymbol(typed);
  const numbers = connection
    .statement(
      `SELECT key AS text, count(DISTINCT document) AS number FROM symbol WHERE written >= :from AND written < :to GROUP BY key
       ORDER BY number DESC, key LIMIT :limit`,
    )
    .all({ from: written, to: `${written}\u{10ffff}`, limit: written === '' ? 0 : limit });
  const words = wordsIn(typed).folded.map((word) => `"${word}"`);
  const titles =
    words.length === 0
      ? []
      : connection
          .statement(
            `SELECT d.id AS id, d.title AS text FROM word_index JOIN document d ON d.row = word_index.rowid
             WHERE word_index MATCH :match ORDER BY d.title, d.id LIMIT :limit`,
          )
          .all({ match: `title_folded : ${words.join(' + ')} *`, limit });
  return [
    ...numbers.map(({ text, number }) => ({ kind: 'number' as const, text: String(text), document: null, count: Number(number) })),
    ...titles.map(({ id, text }) => ({ kind: 'document' as const, text: String(text), document: String(id), count: 1 })),
  ];
}
