import { foldedSymbol, writtenSymbol } from '#services/analysis/symbols.ts';
import { unpackClaims } from '#services/store/packing.ts';
import type { DocumentSummary, StoredClaim } from '#services/store/port.ts';
import type { Compiled, Connection } from './connection.ts';
import { summaryColumns, summaryOf } from './record.ts';

const foldedList = (keys: readonly string[]) => JSON.stringify([...new Set(keys.map(foldedSymbol))]);

export function compiledClaims(about: { keys: readonly string[]; documents: readonly string[] }): Compiled {
  return {
    sql: `SELECT d.id, c.claims FROM document d JOIN content c ON c.row = d.row
      WHERE d.row IN (SELECT document FROM symbol WHERE folded IN (SELECT value FROM json_each(:keys)))
      OR d.id IN (SELECT value FROM json_each(:documents)) ORDER BY d.id`,
    values: { keys: foldedList(about.keys), documents: JSON.stringify(about.documents) },
  };
}

/** Claims about these keys, or by these documents of themselves, by document and place in it. */
export function claims(connection: Connection, about: { keys: readonly string[]; documents: readonly string[] }): StoredClaim[] {
  const { sql, values } = compiledClaims(about);
  const [keys, speakers] = [new Set(about.keys.map(foldedSymbol)), new Set(about.documents)];
  const isAbout = (key: string | null | undefined) => typeof key === 'string' && keys.has(foldedSymbol(key));
  return connection
    .statement(sql)
    .all(values)
    .flatMap((row) => {
      const document = String(row.id);
      return unpackClaims(row.claims as Uint8Array)
        .filter(
          ({ claim }) => isAbout(claim.subject?.key) || isAbout(claim.object.key) || (claim.subject === null && speakers.has(document)),
        )
        .map((kept): StoredClaim => ({ document, ...kept }));
    });
}

export function compiledBearers(keys: readonly string[]): Compiled {
  return {
    sql: `SELECT ${summaryColumns} FROM document d WHERE d.key_folded IN (SELECT value FROM json_each(:keys)) ORDER BY d.id`,
    values: { keys: foldedList(keys) },
  };
}

/** Documents whose own number is one of these, by id. */
export function bearers(connection: Connection, keys: readonly string[]): DocumentSummary[] {
  const { sql, values } = compiledBearers(keys);
  return connection.statement(sql).all(values).map(summaryOf);
}

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
