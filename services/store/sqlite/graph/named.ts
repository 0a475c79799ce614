import type { Decision } from '#services/works/decision.ts';
import { type Series, seriesAmong } from '#services/works/series.ts';
import type { NamedSymbol } from '#services/works/work.ts';
import { type Connection, transaction } from '../connection.ts';
import { isDoubted } from './mend.ts';
import { decisionsOf, namedOf } from './resolve.ts';
import { beginGraph } from './upkeep.ts';

/** All that is said of these symbols, in their order. */
export function named(connection: Connection, symbols: readonly string[]): NamedSymbol[] {
  const statement = connection.statement(
    'SELECT hash, symbol, value, documents FROM naming WHERE symbol = ? AND documents > 0 ORDER BY hash',
  );
  return symbols.map((symbol) => ({
    symbol,
    named: statement.all(symbol).map(namedOf),
    decisions: decisionsOf(connection, symbol),
  }));
}

/** The symbols that are named after `after`, in order. */
export function symbols(connection: Connection, after: string | null, limit: number): string[] {
  // Namings that nobody uses are there only as long as something is in doubt; to look at each for it takes longer than the index alone.
  const used = isDoubted(connection) ? 'AND documents > 0' : '';
  return connection
    .statement(`SELECT DISTINCT symbol FROM naming WHERE symbol > ? ${used} ORDER BY symbol LIMIT ?`)
    .all(after ?? '', limit)
    .map(({ symbol }) => String(symbol));
}

/** The series of all works: of ids what stands from the first "/" on is told once, which leaves a tenth or less of them. */
export function series(connection: Connection): Series[] {
  const rows = connection.statement(`SELECT DISTINCT substr(name, instr(name, '/')) AS id FROM work WHERE name NOT GLOB 'doc:*'`).all();
  return seriesAmong(rows.map(({ id }) => String(id)));
}

/** Makes these all the decisions there are. */
export function decide(connection: Connection, decisions: readonly Decision[]): void {
  transaction(connection, () => {
    const before = new Map<string, { symbol: string; value: string }>();
    for (const { id, symbol, value } of connection.statement('SELECT id, symbol, value FROM decision').all())
      before.set(String(id), { symbol: String(symbol), value: String(value) });
    const change = beginGraph(connection);
    for (const decision of decisions) {
      const value = JSON.stringify(decision);
      const held = before.get(decision.id);
      before.delete(decision.id);
      if (held?.value === value) continue;
      connection.statement('INSERT OR REPLACE INTO decision (id, symbol, value) VALUES (?, ?, ?)').run(decision.id, decision.symbol, value);
      change.renew(decision.symbol);
      if (held !== undefined) change.renew(held.symbol);
    }
    for (const [id, { symbol }] of before) {
      connection.statement('DELETE FROM decision WHERE id = ?').run(id);
      change.renew(symbol);
    }
    change.end('now');
  });
}
