import type { Decision } from '#services/works/decision.ts';
import { describe } from '#services/works/describe.ts';
import { certainties } from '#services/works/stated.ts';
import type { Named, Work } from '#services/works/work.ts';
import { worksOf } from '#services/works/worksOf.ts';
import type { Connection } from '../connection.ts';
import { packWork, unpackNaming, unpackWork } from './packed.ts';

/** Stands for no work. */
export const noWork = 0;

const statements = {
  named: `SELECT n.id, n.hash, n.symbol, n.value, n.documents, coalesce(p.work, ${noWork}) AS work, p.identified
    FROM naming n LEFT JOIN placing p ON p.naming = n.id WHERE n.symbol = ? AND n.documents > 0`,
  decisions: 'SELECT value FROM decision WHERE symbol = ? ORDER BY id',
  work: 'SELECT name, naming, value FROM work WHERE id = ?',
  make: `INSERT INTO work (name, naming, value) VALUES (?, ?, ?)
    ON CONFLICT (name) DO UPDATE SET naming = excluded.naming, value = excluded.value RETURNING id`,
  change: 'UPDATE work SET naming = ?, value = ? WHERE id = ?',
  forget: 'DELETE FROM work WHERE id = ?',
  place: 'INSERT OR REPLACE INTO placing (naming, work, identified, changed) VALUES (?, ?, ?, ?)',
} as const;

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
    .statement(statements.decisions)
    .all(symbol)
    .map(({ value }) => JSON.parse(String(value)) as Decision);
}

/** A naming with its row, and what it meant until now. */
interface Held {
  readonly row: number;
  readonly work: number;
  readonly identified: number | null;
  readonly named: Named;
}

function heldOf(connection: Connection, symbol: string): Held[] {
  return connection
    .statement(statements.named)
    .all(symbol)
    .map((row) => ({
      row: Number(row.id),
      work: Number(row.work),
      identified: row.identified === null ? null : Number(row.identified),
      named: namedOf(row),
    }));
}

/**
 * Makes the works of one symbol anew from its namings and decisions, and writes what is other than before. `before` are rows of works that namings of it meant
 * which are gone.
 */
export function resolveSymbol(connection: Connection, symbol: string, before: Iterable<number>, moment: number): void {
  const held = heldOf(connection, symbol);
  const { works, placed } = worksOf({ symbol, named: held.map(({ named }) => named), decisions: decisionsOf(connection, symbol) });
  const meant = held.map((naming) => {
    const place = placed.get(naming.named.id);
    if (place === undefined) throw new Error(`The naming ${naming.named.id} of ${symbol} means no work.`);
    return { ...naming, means: place.work, certainty: certainties.indexOf(place.identified) };
  });
  const members = Map.groupBy(meant, ({ means }) => means);
  const known = knownWorks(connection, symbol, new Set([...before, ...held.map(({ work }) => work)]));
  const numbers = new Map<string, number>();
  for (const work of works) {
    const told = toldBy(
      work,
      (members.get(work.id) ?? []).map(({ row }) => row),
    );
    const old = known.get(work.id);
    known.delete(work.id);
    const row = old?.row ?? Number(connection.statement(statements.make).get(work.id, told.naming, told.value)?.id);
    numbers.set(work.id, row);
    if (old !== undefined && (old.naming !== told.naming || old.value !== told.value))
      connection.statement(statements.change).run(told.naming, told.value, row);
  }
  for (const { row } of known.values()) connection.statement(statements.forget).run(row);
  const place = connection.statement(statements.place);
  for (const { row, work, identified, means, certainty } of meant) {
    const number = numbers.get(means);
    if (number === undefined) throw new Error(`The work ${means} is missing.`);
    if (number !== work || certainty !== identified) place.run(row, number, certainty, moment);
  }
}

/** How a work is kept, `members` being the rows of its namings: by its only naming where that tells all of it. */
export function toldBy(work: Work, members: readonly number[]): { readonly naming: number | null; readonly value: string | null } {
  const [only] = members;
  const isPlain = only !== undefined && members.length === 1 && work.maybe.length === 0 && work.decisions.length === 0;
  return isPlain ? { naming: only, value: null } : { naming: null, value: packWork(work) };
}

/** The work that just one naming tells of. */
export function toldWork(id: string, named: Named): Work {
  return { ...describe(id, named.naming.symbol, [named]), maybe: [], maybeMore: 0, decisions: [] };
}

/** Counts anew what is said of one work, where its namings are the same as before and only the documents that use them are others. */
export function recountWork(connection: Connection, symbol: string, row: number, moment: number): void {
  const [held] = knownWorks(connection, symbol, [row]);
  if (held === undefined) {
    // Lost: made again.
    resolveSymbol(connection, symbol, [], moment);
    return;
  }
  const [id, { value }] = held;
  if (value === null) return;
  const named = heldOf(connection, symbol)
    .filter(({ work }) => work === row)
    .map((one) => one.named);
  const { maybe, maybeMore, decisions } = unpackWork(id, value);
  const counted = packWork({ ...describe(id, symbol, named), maybe, maybeMore, decisions });
  if (counted !== value) connection.statement(statements.change).run(null, counted, row);
}

interface Known {
  readonly row: number;
  readonly naming: number | null;
  readonly value: string | null;
}

/** Works of one symbol by their id as text. */
function knownWorks(connection: Connection, symbol: string, rows: Iterable<number>): Map<string, Known> {
  const known = new Map<string, Known>();
  const statement = connection.statement(statements.work);
  for (const row of rows) {
    const found = row === noWork ? undefined : statement.get(row);
    if (found === undefined) continue;
    const { naming, value } = found;
    const name = String(found.name);
    // Of another symbol only where the table is damaged: that one is not ours to forget.
    if (name !== symbol && !name.startsWith(`${symbol}@`)) continue;
    known.set(name, {
      row,
      naming: naming === null ? null : Number(naming),
      value: value === null ? null : String(value),
    });
  }
  return known;
}
