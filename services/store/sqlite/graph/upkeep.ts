import { leadingClaims } from '#ingest/model/claim.ts';
import type { DocumentRecord } from '#ingest/model/record.ts';
import { relations } from '#ingest/model/relation.ts';
import { type Naming, namingId } from '#services/works/naming.ts';
import { statedIn } from '#services/works/stated.ts';
import type { Connection } from '../connection.ts';
import { dateOf, dayNumber, endsLength, packEnds, statedAs, unpackEnds } from './ends.ts';
import { packNaming } from './packed.ts';
import { noWork } from './resolve.ts';
import { addSymbol, leave, nextMoment, nothingUnresolved, settle, takeLeft } from './settle.ts';

/** What one transaction changes in the graph. */
export interface GraphChange {
  /** Enters what the document at this row, just put, states. */
  add(row: number, id: string, record: DocumentRecord): void;
  /** Takes back what the document at this row states, before its row goes. */
  take(row: number): void;
  /** Has the works of this symbol made anew. */
  renew(symbol: string): void;
  /** Makes the works what follows from all of it, or leaves that to `settleAll`; to be called once, as the last. */
  end(visible: 'now' | 'later'): void;
}

const statements = {
  find: 'SELECT id FROM naming WHERE hash = ?',
  name: 'INSERT INTO naming (hash, symbol, value, documents) VALUES (?, ?, ?, 0)',
  count: 'UPDATE naming SET documents = documents + ? WHERE id = ? RETURNING symbol, documents',
  placed: 'SELECT work FROM placing WHERE naming = ?',
  displace: 'DELETE FROM placing WHERE naming = ?',
  forget: 'DELETE FROM naming WHERE id = ?',
  witness: 'INSERT INTO witness (document, position, page, rule, own, start, "end", date, quote) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
  state: `INSERT INTO stating (row, own, first, count, ${relations.join(', ')}, ends) VALUES (?, ?, ?, ?, ${relations.map(() => '?').join(', ')}, ?)`,
  stated: 'SELECT own, first, count, ends FROM stating WHERE row = ?',
  silence: 'DELETE FROM witness WHERE id >= ? AND id < ?',
} as const;

/** Keeps namings and works in step with documents: a symbol is resolved again only where a naming of it came or went. */
export function beginGraph(connection: Connection): GraphChange {
  const moment = nextMoment(connection);
  /** By row of the naming: how many more documents use it. */
  const counts = new Map<number, number>();
  const fresh = new Set<number>();
  const rows = new Map<string, number>();
  const renewed = new Set<string>();
  const count = (naming: number, by: number) => counts.set(naming, (counts.get(naming) ?? 0) + by);

  function rowOf(naming: Naming): number {
    const id = namingId(naming);
    const known = rows.get(id);
    if (known !== undefined) return known;
    const hash = Buffer.from(id, 'hex');
    let row = Number(connection.statement(statements.find).get(hash)?.id ?? 0);
    if (row === 0) {
      const made = connection.statement(statements.name).run(hash, naming.symbol, packNaming(naming));
      row = Number(made.lastInsertRowid);
      fresh.add(row);
    }
    rows.set(id, row);
    return row;
  }

  return {
    add(row, id, record) {
      const { own, stated } = statedIn(id, record);
      const used = new Map<Naming, number>();
      const numberOf = (naming: Naming) => {
        const number = used.get(naming) ?? rowOf(naming);
        used.set(naming, number);
        return number;
      };
      const ownNumber = numberOf(own);
      const insert = connection.statement(statements.witness);
      let last = 0;
      const ends = stated.map(({ subject, object, witness }) => {
        const { position, page, rule, own: ofOwn, span, date, quote, kind, confidence } = witness;
        const day = dayNumber(date);
        const kept = dateOf(day) === date ? null : date;
        last = Number(insert.run(row, position, page, rule, ofOwn ? 1 : 0, span.start, span.end, kept, quote).lastInsertRowid);
        return { subject: numberOf(subject), object: numberOf(object), stated: statedAs(kind, confidence), day };
      });
      const pairs = Map.groupBy(leadingClaims(record.claims), ({ relation }) => relation);
      connection
        .statement(statements.state)
        .run(row, ownNumber, last - ends.length + 1, ends.length, ...relations.map((name) => pairs.get(name)?.length ?? 0), packEnds(ends));
      for (const number of new Set(used.values())) count(number, 1);
    },
    take(row) {
      const held = connection.statement(statements.stated).get(row);
      if (held === undefined) return;
      connection.statement(statements.silence).run(Number(held.first), Number(held.first) + Number(held.count));
      for (const naming of namingsUsed(Number(held.own), unpackEnds(held.ends as Uint8Array))) count(naming, -1);
    },
    renew: (symbol) => void renewed.add(symbol),
    end(visible) {
      const unresolved = nothingUnresolved();
      for (const symbol of renewed) addSymbol(unresolved, symbol, noWork);
      for (const [naming, by] of counts) {
        if (by === 0 && !fresh.has(naming)) continue;
        const counted = connection.statement(statements.count).get(by, naming);
        if (counted === undefined) throw new Error(`The naming ${naming} is missing.`);
        const symbol = String(counted.symbol);
        const work = Number(connection.statement(statements.placed).get(naming)?.work ?? noWork);
        if (Number(counted.documents) <= 0) {
          connection.statement(statements.forget).run(naming);
          connection.statement(statements.displace).run(naming);
        }
        if (Number(counted.documents) <= 0 || work === noWork) addSymbol(unresolved, symbol, work);
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

/** Rows of the namings that a document uses, each once. */
export function namingsUsed(own: number, ends: Int32Array): Set<number> {
  const used = new Set([own]);
  for (let at = 0; at < ends.length; at += endsLength) used.add(ends[at] as number).add(ends[at + 1] as number);
  return used;
}
