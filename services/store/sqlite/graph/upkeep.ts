import type { DocumentRecord } from '#ingest/model/record.ts';
import { relations } from '#ingest/model/relation.ts';
import { type Naming, namingId } from '#services/works/naming.ts';
import type { Connection } from '../connection.ts';
import { unpackEnds } from './ends.ts';
import { keptOf, witnessColumns } from './kept.ts';
import { doubt, isDoubted, namingsUsed } from './mend.ts';
import { packNaming } from './packed.ts';
import { noWork } from './resolve.ts';
import { addSymbol, leave, nextMoment, nothingUnresolved, settle, takeLeft } from './settle.ts';

/** What one transaction changes in the graph. */
export interface GraphChange {
  /** Enters what the document at this row, just put, states. */
  add(row: number, id: string, record: DocumentRecord): void;
  /**
   * Takes back what the document at this row states, before its row goes. `doubted` where it is taken out, or put again as it is: the way to mend what `check` has
   * found, so that all that it names is made anew, and counted anew with the next `settleAll`.
   */
  take(row: number, doubted: boolean): void;
  /** Has the works of this symbol made anew. */
  renew(symbol: string): void;
  /** Makes the works what follows from all of it, or leaves that to `settleAll`; to be called once, as the last. */
  end(visible: 'now' | 'later'): void;
}

const statements = {
  find: 'SELECT id, symbol, value FROM naming WHERE hash = ?',
  rename: 'UPDATE naming SET symbol = ?, value = ? WHERE id = ?',
  symbol: 'SELECT symbol FROM naming WHERE id = ?',
  name: 'INSERT INTO naming (hash, symbol, value, documents) VALUES (?, ?, ?, 0)',
  count: 'UPDATE naming SET documents = documents + ? WHERE id = ? RETURNING symbol, documents',
  placed: 'SELECT work FROM placing WHERE naming = ?',
  displace: 'DELETE FROM placing WHERE naming = ?',
  forget: 'DELETE FROM naming WHERE id = ?',
  witness: `INSERT INTO witness (document, ${witnessColumns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  state: `INSERT INTO stating (row, own, first, count, ${relations.join(', ')}, ends) VALUES (?, ?, ?, ?, ${relations.map(() => '?').join(', ')}, ?)`,
  stated: 'SELECT own, first, count, ends FROM stating WHERE row = ?',
  silence: 'DELETE FROM witness WHERE id >= ? AND id < ? AND document = ?',
} as const;

/** Keeps namings and works in step with documents: a symbol is resolved again only where a naming of it came or went. */
export function beginGraph(connection: Connection): GraphChange {
  const moment = nextMoment(connection);
  /** By row of the naming: how many more documents use it. */
  const counts = new Map<number, number>();
  const fresh = new Set<number>();
  const rows = new Map<string, number>();
  const renewed = new Set<string>();
  const doubtful = new Set<string>();
  const count = (naming: number, by: number) => counts.set(naming, (counts.get(naming) ?? 0) + by);

  function rowOf(naming: Naming): number {
    const id = namingId(naming);
    const known = rows.get(id);
    if (known !== undefined) return known;
    const hash = Buffer.from(id, 'hex');
    const value = packNaming(naming);
    const found = connection.statement(statements.find).get(hash);
    let row = Number(found?.id ?? 0);
    if (found === undefined) {
      row = Number(connection.statement(statements.name).run(hash, naming.symbol, value).lastInsertRowid);
      fresh.add(row);
    } else if (found.symbol !== naming.symbol || found.value !== value) {
      // Damaged: what is put tells what it was.
      connection.statement(statements.rename).run(naming.symbol, value, row);
      renewed.add(String(found.symbol)).add(naming.symbol);
    }
    rows.set(id, row);
    return row;
  }

  return {
    add(row, id, record) {
      const { own, count: length, ends, words, pairs, used } = keptOf(id, record, rowOf);
      const insert = connection.statement(statements.witness);
      let last = 0;
      for (const told of words) last = Number(insert.run(row, ...told).lastInsertRowid);
      connection.statement(statements.state).run(row, own, last - length + 1, length, ...pairs, ends);
      for (const number of used) count(number, 1);
    },
    take(row, doubted) {
      const held = connection.statement(statements.stated).get(row);
      if (held === undefined) {
        doubtful.add('');
        return;
      }
      connection.statement(statements.silence).run(Number(held.first), Number(held.first) + Number(held.count), row);
      for (const naming of namingsUsed(Number(held.own), unpackEnds(held.ends as Uint8Array))) {
        count(naming, -1);
        if (doubted) doubtful.add(String(connection.statement(statements.symbol).get(naming)?.symbol ?? ''));
      }
    },
    renew: (symbol) => void renewed.add(symbol),
    end(visible) {
      const unresolved = nothingUnresolved();
      doubt(connection, doubtful);
      for (const symbol of renewed) addSymbol(unresolved, symbol, noWork);
      for (const [naming, by] of counts) {
        if (by === 0 && !fresh.has(naming)) continue;
        const counted = connection.statement(statements.count).get(by, naming);
        if (counted === undefined) {
          // Lost: who names it still is to be put again, too (check).
          connection.statement(statements.displace).run(naming);
          continue;
        }
        const symbol = String(counted.symbol);
        const work = Number(connection.statement(statements.placed).get(naming)?.work ?? noWork);
        if (Number(counted.documents) <= 0) {
          // In doubt it is forgotten when all are counted anew: others may use it still.
          if (!isDoubted(connection)) connection.statement(statements.forget).run(naming);
          connection.statement(statements.displace).run(naming);
        }
        if (Number(counted.documents) <= 0 || work === noWork || doubtful.has(symbol)) addSymbol(unresolved, symbol, work);
        else unresolved.counts.set(work, symbol);
      }
      if (visible === 'later') leave(connection, unresolved);
      else {
        takeLeft(connection, unresolved);
        settle(connection, unresolved, moment);
      }
    },
  };
}
