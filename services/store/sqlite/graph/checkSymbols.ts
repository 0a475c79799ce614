import type { IndexFault } from '#services/store/port.ts';
import { namingId } from '#services/works/naming.ts';
import { certainties } from '#services/works/stated.ts';
import { worksOf } from '#services/works/worksOf.ts';
import type { Connection } from '../connection.ts';
import { decisionsOf, namedOf, toldBy } from './resolve.ts';

/** By row of the naming: how many documents use it as their records say, and the row of one of them (0 where nobody does). */
export interface Uses {
  readonly counts: Int32Array;
  readonly users: Float64Array;
}

const statements = {
  namings: `SELECT n.id, n.hash, n.symbol, n.value, n.documents, p.work, p.identified FROM naming n LEFT JOIN placing p ON p.naming = n.id
    ORDER BY n.symbol`,
  works: 'SELECT id, name, naming, value FROM work WHERE name = :symbol OR (name >= :first AND name < :after)',
  waits: 'SELECT 1 FROM unresolved WHERE symbol = ? LIMIT 1',
  document: 'SELECT id FROM document WHERE row = ?',
  any: 'SELECT id FROM document ORDER BY row LIMIT 1',
} as const;

type Row = Readonly<Record<string, unknown>>;

/** Goes through the namings of one symbol after another, whose works must be those that follow from them. */
export function faultsOfSymbols(connection: Connection, uses: Uses): IndexFault[] {
  const wrong = { counted: [] as string[], resolved: [] as string[] };
  const documents = { counted: new Set<string>(), resolved: new Set<string>() };
  const tell = (what: keyof typeof wrong, symbol: string, rows: readonly Row[]) => {
    wrong[what].push(symbol);
    for (const id of menders(connection, uses, rows)) documents[what].add(id);
  };
  for (const rows of bySymbol(connection)) {
    const symbol = String(rows[0]?.symbol);
    const waits = connection.statement(statements.waits).get(symbol) !== undefined;
    const miscounted = rows.filter((row) => !isWell(row, uses, waits));
    if (miscounted.length > 0) tell('counted', symbol, miscounted);
    else if (!waits && !areWell(connection, symbol, rows)) tell('resolved', symbol, rows.slice(0, 1));
  }
  return [
    ...told(wrong.counted, documents.counted, 'The graph counts wrongly, or knows in other words than are said, what is named'),
    ...told(wrong.resolved, documents.resolved, 'The works in the graph do not follow from what is said of'),
  ];
}

/** Symbols that a sentence names. */
const mostNamed = 5;

function told(symbols: readonly string[], documents: ReadonlySet<string>, sentence: string): IndexFault[] {
  if (symbols.length === 0) return [];
  const more = symbols.length > mostNamed ? ` and ${symbols.length - mostNamed} more` : '';
  return [{ message: `${sentence} ${symbols.slice(0, mostNamed).join(', ')}${more}.`, documents: [...documents] }];
}

/** The rows of one symbol together; no more than those of one are in memory. */
function* bySymbol(connection: Connection): Generator<Row[]> {
  let rows: Row[] = [];
  for (const row of connection.database.prepare(statements.namings).iterate()) {
    if (rows.length > 0 && rows[0]?.symbol !== row.symbol) {
      yield rows;
      rows = [];
    }
    rows.push(row);
  }
  if (rows.length > 0) yield rows;
}

/** Of each naming one document that uses it; where nobody does, any: to put one again has everything counted anew. */
function menders(connection: Connection, { users }: Uses, rows: readonly Row[]): string[] {
  return rows.flatMap(({ id }) => {
    const user = users[Number(id)] ?? 0;
    const found = user === 0 ? connection.statement(statements.any).get() : connection.statement(statements.document).get(user);
    return found === undefined ? [] : [String(found.id)];
  });
}

/** Whether a naming is what its id stands for, and as many use it as it says; where its symbol `waits`, nobody may be left. */
function isWell(row: Row, { counts }: Uses, waits: boolean): boolean {
  const count = counts[Number(row.id)] ?? 0;
  if (Number(row.documents) !== count || (count === 0 && !waits)) return false;
  try {
    const { id, naming } = namedOf(row);
    return namingId(naming) === id;
  } catch {
    return false;
  }
}

/** Whether namings mean the works that follow from all of them, and these are told as they are. */
function areWell(connection: Connection, symbol: string, rows: readonly Row[]): boolean {
  const named = rows.map(namedOf);
  const { works, placed } = worksOf({ symbol, named, decisions: decisionsOf(connection, symbol) });
  const found = connection.statement(statements.works).all({ symbol, first: `${symbol}@`, after: `${symbol}A` });
  const held = new Map(found.map((work) => [String(work.name), work]));
  if (held.size !== works.length) return false;
  const members = new Map<string, number[]>();
  for (const [at, { id, work, identified }] of rows.entries()) {
    const place = placed.get(named[at]!.id)!;
    if (held.get(place.work)?.id !== work || certainties.indexOf(place.identified) !== identified) return false;
    const others = members.get(place.work);
    if (others === undefined) members.set(place.work, [Number(id)]);
    else others.push(Number(id));
  }
  return works.every((work) => {
    const { naming, value } = toldBy(work, members.get(work.id) ?? []);
    const kept = held.get(work.id);
    return kept?.naming === naming && kept.value === value;
  });
}
