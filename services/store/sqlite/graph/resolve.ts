import type { Decision } from '#services/works/decision.ts';
import { describe } from '#services/works/describe.ts';
import { certainties } from '#services/works/stated.ts';
import type { Named } from '#services/works/work.ts';
import { worksOf } from '#services/works/worksOf.ts';
import type { Connection } from '../connection.ts';
import { packWork, unpackNaming, unpackWork } from './packed.ts';

/** Whom a naming that is new stands for until its symbol is resolved. */
export const noWork = 0;

interface NamingRow {
  readonly row: number;
  readonly work: number;
  readonly identified: number;
  readonly named: Named;
}

/** What a naming row tells, of the columns id, hash, symbol, value, documents. */
export function namedOf(row: Readonly<Record<string, unknown>>): Named {
  return {
    id: Buffer.from(row.hash as Uint8Array).toString('hex'),
    naming: unpackNaming(String(row.symbol), String(row.value)),
    documents: Number(row.documents),
  };
}

export function decisionsOf(connection: Connection, symbol: string): Decision[] {
  return connection
    .statement('SELECT value FROM decision WHERE symbol = ? ORDER BY id')
    .all(symbol)
    .map(({ value }) => JSON.parse(String(value)) as Decision);
}

/**
 * Makes the works of one symbol anew from its namings and decisions, and writes what is other than before. `before` are rows of works that namings of it meant
 * which are gone.
 */
export function resolveSymbol(connection: Connection, symbol: string, before: Iterable<number>, moment: number): void {
  const rows = connection
    .statement('SELECT id, hash, symbol, value, documents, work, identified FROM naming WHERE symbol = ?')
    .all(symbol)
    .map((row): NamingRow => ({ row: Number(row.id), work: Number(row.work), identified: Number(row.identified), named: namedOf(row) }));
  const { works, placed } = worksOf({ symbol, named: rows.map(({ named }) => named), decisions: decisionsOf(connection, symbol) });
  const known = knownWorks(connection, new Set([...before, ...rows.map(({ work }) => work)]));
  const numbers = new Map<string, number>();
  for (const work of works) {
    const value = packWork(work);
    const held = known.get(work.id);
    if (held === undefined) {
      const made = connection.statement('INSERT INTO work (name, value) VALUES (?, ?)').run(work.id, value);
      numbers.set(work.id, Number(made.lastInsertRowid));
    } else {
      known.delete(work.id);
      numbers.set(work.id, held.row);
      if (held.value !== value) putWork(connection, held.row, value);
    }
  }
  for (const { row } of known.values()) connection.statement('DELETE FROM work WHERE id = ?').run(row);
  const place = connection.statement('UPDATE naming SET work = ?, identified = ?, changed = ? WHERE id = ?');
  for (const { row, work, identified, named } of rows) {
    const means = placed.get(named.id);
    const number = means === undefined ? undefined : numbers.get(means.work);
    if (means === undefined || number === undefined) throw new Error(`The naming ${named.id} of ${symbol} means no work.`);
    const certainty = certainties.indexOf(means.identified);
    if (number !== work || certainty !== identified) place.run(number, certainty, moment, row);
  }
}

/** Counts anew what is said of one work, where its namings are the same as before and only the documents that use them are others. */
export function recountWork(connection: Connection, symbol: string, row: number): void {
  const [held] = knownWorks(connection, [row]);
  if (held === undefined) throw new Error(`The work ${row} of ${symbol} is missing.`);
  const [id, { value }] = held;
  const named = connection
    .statement('SELECT hash, symbol, value, documents FROM naming WHERE symbol = ? AND work = ?')
    .all(symbol, row)
    .map(namedOf);
  const { maybe, maybeMore, decisions } = unpackWork(id, value);
  const counted = packWork({ ...describe(id, symbol, named), maybe, maybeMore, decisions });
  if (counted !== value) putWork(connection, row, counted);
}

function putWork(connection: Connection, row: number, value: string): void {
  connection.statement('UPDATE work SET value = ? WHERE id = ?').run(value, row);
}

/** Works by their id as text. */
function knownWorks(connection: Connection, rows: Iterable<number>): Map<string, { readonly row: number; readonly value: string }> {
  const known = new Map<string, { row: number; value: string }>();
  const statement = connection.statement('SELECT name, value FROM work WHERE id = ?');
  for (const row of rows) {
    const found = row === noWork ? undefined : statement.get(row);
    if (found !== undefined) known.set(String(found.name), { row, value: String(found.value) });
  }
  return known;
}
