import { type Connection, transaction } from '../connection.ts';
import { mendDoubted } from './mend.ts';
import { noWork, recountWork, resolveSymbol } from './resolve.ts';

/** What of the works is to be made anew. */
export interface Unresolved {
  /** Symbols whose namings or decisions are others, with the works that namings meant which are gone. */
  readonly symbols: Map<string, Set<number>>;
  /** Works that are only named more or less often, with their symbols. */
  readonly counts: Map<number, string>;
}
export const nothingUnresolved = (): Unresolved => ({ symbols: new Map(), counts: new Map() });

export function addSymbol({ symbols }: Unresolved, symbol: string, work: number): void {
  const works = symbols.get(symbol);
  if (works === undefined) symbols.set(symbol, new Set([work]));
  else works.add(work);
}

/** Symbols that are resolved in one transaction at most, so that no question waits long for it. */
const together = 2000;

export function nextMoment(connection: Connection): number {
  return Number(connection.statement('UPDATE moment SET number = number + 1 RETURNING number').get()?.number);
}

/** Makes anew what is unresolved, within a transaction. */
export function settle(connection: Connection, { symbols, counts }: Unresolved, moment: number): void {
  for (const [symbol, before] of symbols) resolveSymbol(connection, symbol, before, moment);
  for (const [work, symbol] of counts) if (!symbols.has(symbol)) recountWork(connection, symbol, work, moment);
}

/** Leaves it to `settleAll`, in the same transaction as what made it necessary. */
export function leave(connection: Connection, { symbols, counts }: Unresolved): void {
  const statement = connection.statement(
    'INSERT INTO unresolved (symbol, work, recount) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET recount = min(recount, excluded.recount)',
  );
  for (const [symbol, works] of symbols) for (const work of works) statement.run(symbol, work, 0);
  for (const [work, symbol] of counts) statement.run(symbol, work, 1);
}

/** Takes what was left of at most so many symbols. */
export function takeLeft(connection: Connection, unresolved: Unresolved, most = Number.MAX_SAFE_INTEGER): boolean {
  const rows = connection
    .statement(`DELETE FROM unresolved WHERE work >= ${noWork} AND symbol IN (SELECT DISTINCT symbol FROM unresolved WHERE work >= ${noWork} LIMIT ?)
        RETURNING symbol, work, recount`)
    .all(most);
  for (const { symbol, work, recount } of rows) {
    if (recount === 0) addSymbol(unresolved, String(symbol), Number(work));
    else unresolved.counts.set(Number(work), String(symbol));
  }
  return rows.length > 0;
}

/** Makes anew all that puts have left, once what is in doubt has been looked through. */
export function settleAll(connection: Connection): void {
  mendDoubted(connection);
  const isLeft = () => connection.statement('SELECT 1 FROM unresolved LIMIT 1').get() !== undefined;
  while (isLeft()) {
    transaction(connection, () => {
      const unresolved = nothingUnresolved();
      if (takeLeft(connection, unresolved, together)) settle(connection, unresolved, nextMoment(connection));
    });
  }
}
