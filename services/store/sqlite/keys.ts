import { writtenSymbol } from '#services/analysis/symbols.ts';
import type { Compiled, Connection } from './connection.ts';

export function compiledKeys(prefix: string, limit: number): Compiled {
  const written = writtenSymbol(prefix);
  const folded = `n${written}`;
  return {
    sql: `SELECT written, key FROM symbol WHERE written >= :written AND written < :afterWritten
      UNION SELECT written, key FROM symbol WHERE folded >= :folded AND folded < :afterFolded ORDER BY written, key LIMIT :limit`,
    values: { written, afterWritten: `${written}\u{10ffff}`, folded, afterFolded: `${folded}\u{10ffff}`, limit },
  };
}

/** Keys that begin with what is typed so far, its zeros written or left out, in order of their written form. */
export function keys(connection: Connection, prefix: string, limit: number): string[] {
  const { sql, values } = compiledKeys(prefix, limit);
  return connection
    .statement(sql)
    .all(values)
    .map((row) => String(row.key));
}
