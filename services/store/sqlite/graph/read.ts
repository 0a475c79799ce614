import type { LinkWitness } from '#services/works/link.ts';
import { certainties } from '#services/works/stated.ts';
import type { Work } from '#services/works/work.ts';
import type { Connection } from '../connection.ts';
import { statedKinds } from './ends.ts';
import type { Loaded } from './load.ts';
import { unpackWork } from './packed.ts';

/** Row of the work under this id; undefined where there is none. */
export function workRow(connection: Connection, id: string): number | undefined {
  const found = connection.statement('SELECT id FROM work WHERE name = ?').get(id);
  return found === undefined ? undefined : Number(found.id);
}

/** Works by row. */
export function worksAt(connection: Connection, rows: Iterable<number>): Map<number, Work> {
  const found = connection
    .statement('SELECT id, name, value FROM work WHERE id IN (SELECT value FROM json_each(?))')
    .all(JSON.stringify([...rows]));
  return new Map(found.map(({ id, name, value }) => [Number(id), unpackWork(String(name), String(value))]));
}

/** The words of statements, by their numbers in the graph. */
export function witnessesOf(connection: Connection, { arcs, identified }: Loaded, wanted: readonly number[]): Map<number, LinkWitness> {
  const rows = connection
    .statement(
      `SELECT w.id, d.id AS document, w.position, w.page, w.rule, w.own, w.start, w."end", w.date, w.quote FROM json_each(?) wanted
        JOIN witness w ON w.id = wanted.value JOIN document d ON d.row = w.document`,
    )
    .all(JSON.stringify(wanted.map((arc) => arcs.witness[arc])));
  const told = new Map(rows.map((row) => [Number(row.id), row]));
  return new Map(
    wanted.map((arc) => {
      const row = told.get(arcs.witness[arc] as number);
      if (row === undefined) throw new Error(`The words of the statement ${arcs.witness[arc]} are missing.`);
      const certain = Math.max(identified[arcs.subject[arc] as number] as number, identified[arcs.object[arc] as number] as number);
      const witness: LinkWitness = {
        document: String(row.document),
        position: Number(row.position),
        page: Number(row.page),
        ...statedKinds[arcs.stated[arc] as number]!,
        rule: String(row.rule),
        own: row.own === 1,
        span: { start: Number(row.start), end: Number(row.end) },
        quote: String(row.quote),
        date: row.date === null ? null : String(row.date),
        identified: certainties[certain]!,
      };
      return [arc, witness];
    }),
  );
}
