import { type Connection, transaction } from '../connection.ts';
import { endsLength, unpackEnds } from './ends.ts';
import { noWork } from './resolve.ts';

/** Stands in `unresolved` for a symbol of which all is in doubt, instead of a work. */
const doubted = -1;

const statements = {
  doubt: `INSERT OR IGNORE INTO unresolved (symbol, work, recount) VALUES (?, ${doubted}, 0)`,
  isAny: `SELECT 1 FROM unresolved WHERE symbol = '' AND work = ${doubted}`,
  renewDoubted: `INSERT INTO unresolved (symbol, work, recount) SELECT symbol, ${noWork}, 0 FROM unresolved WHERE work = ${doubted} AND symbol <> ''
    ON CONFLICT DO UPDATE SET recount = 0`,
  settled: `DELETE FROM unresolved WHERE work = ${doubted}`,
  renew: `INSERT INTO unresolved (symbol, work, recount) VALUES (?, ${noWork}, 0) ON CONFLICT DO UPDATE SET recount = 0`,
  recount: 'UPDATE naming SET documents = ? WHERE id = ?',
  forget: 'DELETE FROM naming WHERE id = ?',
} as const;

/** Rows that nothing in the collection gives, by the table in which they lie; in this order, as one may leave another alone. */
export const foreign = {
  stating: 'row NOT IN (SELECT row FROM document)',
  witness: `NOT EXISTS (SELECT 1 FROM stating s WHERE s.row = witness.document AND witness.id >= s.first AND witness.id < s.first + s.count)`,
  placing: 'naming NOT IN (SELECT id FROM naming)',
  work: 'id NOT IN (SELECT work FROM placing) AND id NOT IN (SELECT work FROM unresolved)',
} as const;

/** Has these symbols looked through by `mendDoubted`; the empty one, which is left with any, has all that is named counted anew. */
export function doubt(connection: Connection, symbols: Iterable<string>): void {
  const statement = connection.statement(statements.doubt);
  for (const symbol of symbols) {
    statement.run('');
    statement.run(symbol);
  }
}

/** Whether something waits for `mendDoubted`. */
export function isDoubted(connection: Connection): boolean {
  return connection.statement(statements.isAny).get() !== undefined;
}

/**
 * Where something is in doubt: takes out what nothing gives, counts anew who uses each naming, and leaves all symbols that were counted wrongly or are in doubt to
 * be resolved. A document that was taken out, or put again as it was, casts doubt: that is how a damaged index is mended, and rare in one that is whole.
 */
export function mendDoubted(connection: Connection): void {
  if (!isDoubted(connection)) return;
  transaction(connection, () => {
    for (const table of ['stating', 'witness'] as const) takeForeign(connection, table);
    const wrong = wronglyCounted(connection, usesOf(connection));
    for (const { naming, symbol, documents } of wrong) {
      if (documents > 0) connection.statement(statements.recount).run(documents, naming);
      else connection.statement(statements.forget).run(naming);
      connection.statement(statements.renew).run(symbol);
    }
    connection.statement(statements.renewDoubted).run();
    connection.statement(statements.settled).run();
    for (const table of ['placing', 'work'] as const) takeForeign(connection, table);
  });
}

function takeForeign(connection: Connection, table: keyof typeof foreign): void {
  connection.statement(`DELETE FROM ${table} WHERE ${foreign[table]}`).run();
}

/** The largest number of a naming that a table holds. */
export function lastNaming(connection: Connection): number {
  return Number(connection.statement('SELECT coalesce(max(id), 0) AS last FROM naming').get()?.last);
}

/** By number of the naming: how many documents use it, as they state. */
function usesOf(connection: Connection): Int32Array {
  const uses = new Int32Array(lastNaming(connection) + 1);
  for (const { own, ends } of connection.statement('SELECT own, ends FROM stating').iterate())
    for (const naming of namingsUsed(Number(own), unpackEnds(ends as Uint8Array))) if (naming < uses.length) (uses[naming] as number)++;
  return uses;
}

/** Rows of the namings that a document uses, each once. */
export function namingsUsed(own: number, ends: Int32Array): Set<number> {
  const used = new Set([own]);
  for (let at = 0; at < ends.length; at += endsLength) used.add(ends[at] as number).add(ends[at + 1] as number);
  return used;
}

interface Recount {
  readonly naming: number;
  readonly symbol: string;
  readonly documents: number;
}

/** Namings that other documents use than they count, or that nobody uses any more. */
function wronglyCounted(connection: Connection, uses: Int32Array): Recount[] {
  const wrong: Recount[] = [];
  for (const { id, symbol, documents } of connection.statement('SELECT id, symbol, documents FROM naming').iterate()) {
    const counted = uses[Number(id)] as number;
    if (counted === 0 || counted !== Number(documents)) wrong.push({ naming: Number(id), symbol: String(symbol), documents: counted });
  }
  return wrong;
}
