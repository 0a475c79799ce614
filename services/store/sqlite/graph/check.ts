import type { DocumentRecord } from '#ingest/model/record.ts';
import { relations } from '#ingest/model/relation.ts';
import type { IndexFault } from '#services/store/port.ts';
import { type Naming, namingId } from '#services/works/naming.ts';
import type { Connection } from '../connection.ts';
import { faultsOfSymbols, type Uses } from './checkSymbols.ts';
import { unpackEnds } from './ends.ts';
import { keptOf, witnessColumns } from './kept.ts';
import { foreign, lastNaming, namingsUsed } from './mend.ts';

/** Compares the graph with the records: first document by document, then, by what they use, symbol by symbol. */
export interface GraphCheck {
  /** What the document at this row states, and its words. */
  compare(row: number, id: string, record: DocumentRecord): void;
  /** Takes it on trust, where its record cannot be read. */
  passOver(row: number): void;
  /** All that was found, when every document has been compared. */
  faults(): IndexFault[];
}

/** Rows of namings that are remembered by their ids between documents. */
const mostKnown = 50_000;
/** Stands for a naming that the graph does not know. */
const unknownNaming = 0;

const statements = {
  find: 'SELECT id FROM naming WHERE hash = ?',
  stated: `SELECT own, first, count, ${relations.join(', ')}, ends FROM stating WHERE row = ?`,
  words: `SELECT document, ${witnessColumns} FROM witness WHERE id >= ? AND id < ? ORDER BY id`,
  any: 'SELECT id FROM document ORDER BY row LIMIT 1',
} as const;

/** To be used while the index stands still. Keeps two numbers a naming, and the ids of documents that are wrong. */
export function beginGraphCheck(connection: Connection): GraphCheck {
  const size = lastNaming(connection) + 1;
  const uses: Uses = { counts: new Int32Array(size), users: new Float64Array(size) };
  const known = new Map<string, number>();
  const wrong: string[] = [];

  function numberOf(naming: Naming): number {
    const id = namingId(naming);
    const found = known.get(id);
    if (found !== undefined) return found;
    const number = Number(connection.statement(statements.find).get(Buffer.from(id, 'hex'))?.id ?? unknownNaming);
    if (known.size >= mostKnown) known.clear();
    known.set(id, number);
    return number;
  }

  function use(row: number, namings: Iterable<number>): void {
    for (const naming of namings) {
      if (naming === unknownNaming || naming >= size) continue;
      (uses.counts[naming] as number)++;
      uses.users[naming] = row;
    }
  }

  function isAsStated(row: number, id: string, record: DocumentRecord): boolean {
    const kept = keptOf(id, record, numberOf);
    use(row, kept.used);
    const found = connection.statement(statements.stated).get(row);
    if (found === undefined || kept.used.includes(unknownNaming)) return false;
    const { own, first, count, ends, ...pairs } = found;
    if (own !== kept.own || count !== kept.count || !kept.ends.equals(ends as Uint8Array)) return false;
    if (relations.some((relation, at) => pairs[relation] !== kept.pairs[at])) return false;
    const words = connection.statement(statements.words).all(Number(first), Number(first) + kept.count);
    const told = words.map(({ document, ...columns }) => (document === row ? Object.values(columns) : []));
    return JSON.stringify(told) === JSON.stringify(kept.words);
  }

  return {
    compare(row, id, record) {
      if (!isAsStated(row, id, record)) wrong.push(id);
    },
    passOver(row) {
      const found = connection.statement(statements.stated).get(row);
      if (found !== undefined) use(row, namingsUsed(Number(found.own), unpackEnds(found.ends as Uint8Array)));
    },
    faults() {
      const faults: IndexFault[] = [];
      if (wrong.length > 0) {
        faults.push({ message: `The graph does not hold what ${wrong.length} documents say as they say it.`, documents: wrong });
      }
      return [...faults, ...faultsOfSymbols(connection, uses), ...foreignRows(connection)];
    },
  };
}

/** Whatever document is put again has them taken out (`mendDoubted`). */
function foreignRows(connection: Connection): IndexFault[] {
  const any = connection.statement(statements.any).all();
  return Object.entries(foreign).flatMap(([table, isForeign]): IndexFault[] => {
    const count = Number(connection.statement(`SELECT count(*) AS count FROM ${table} WHERE ${isForeign}`).get()?.count);
    return count === 0
      ? []
      : [{ message: `${count} rows of "${table}" in the graph belong to nothing.`, documents: any.map(({ id }) => String(id)) }];
  });
}
