import { Failure } from '#ingest/model/failure.ts';
import type { LinkWitness } from '#services/works/link.ts';
import { certainties } from '#services/works/stated.ts';
import type { BriefWork, Work } from '#services/works/work.ts';
import type { Connection } from '../connection.ts';
import type { Current } from './catchUp.ts';
import { dateOf, statedKinds } from './ends.ts';
import {
  briefFrom,
  briefLength,
  briefNamed,
  namingFrom,
  type PackedBrief,
  type PackedNaming,
  type PackedWork,
  workFrom,
} from './packed.ts';
import { toldWork } from './resolve.ts';

/** Row of the work under this id; undefined where there is none. */
export function workRow(connection: Connection, id: string): number | undefined {
  const found = connection
    .statement('SELECT id FROM work w WHERE name = ? AND (value IS NOT NULL OR EXISTS (SELECT 1 FROM naming n WHERE n.id = w.naming))')
    .get(id);
  return found === undefined ? undefined : Number(found.id);
}

/** Works by row, as the tables tell them at this moment. */
export function worksAt(connection: Connection, rows: readonly number[]): ReadonlyMap<number, Work> {
  const found = listed<TellingOfWork>(
    connection,
    `SELECT json_group_array(json_array(w.id, w.name, json(w.value), n.symbol, json(n.value), n.documents)) AS list
      FROM json_each(?) wanted CROSS JOIN work w ON w.id = wanted.value LEFT JOIN naming n ON n.id = w.naming`,
    rows.toSorted((a, b) => a - b),
  );
  return new Map(
    found.map(([row, id, told, symbol, naming, documents]) => [
      row,
      told === null ? toldWork(id, { id: '', naming: namingFrom(symbol, naming), documents }) : workFrom(id, told),
    ]),
  );
}

/** Ids of works by row, in this order. */
export function namesOf(connection: Connection, rows: Int32Array): string[] {
  const names = listed<string>(
    connection,
    'SELECT json_group_array(w.name) AS list FROM json_each(?) wanted CROSS JOIN work w ON w.id = wanted.value',
    Array.from(rows),
  );
  if (names.length !== rows.length) throw new Failure('collection-damaged', 'A work is missing in the index.');
  return names;
}

type TellingOfBrief = readonly [
  row: number,
  id: string,
  told: PackedBrief | null,
  ...naming: readonly [symbol: string, packed: PackedNaming],
];

const briefFields = Array.from({ length: briefLength }, (_, at) => `'$[${at}]'`).join(', ');

/** Works by row, without what is said of them: only so much is taken from the tables. */
export function briefWorks(connection: Connection, rows: readonly number[]): ReadonlyMap<number, BriefWork> {
  const found = listed<TellingOfBrief>(
    connection,
    `SELECT json_group_array(json_array(w.id, w.name, json_extract(w.value, ${briefFields}), n.symbol, json(n.value))) AS list
      FROM json_each(?) wanted CROSS JOIN work w ON w.id = wanted.value LEFT JOIN naming n ON n.id = w.naming`,
    rows.toSorted((a, b) => a - b),
  );
  return new Map(
    found.map(([row, id, told, symbol, naming]) => [row, told === null ? briefNamed(id, symbol, naming) : briefFrom(id, told)]),
  );
}

type TellingOfWork = readonly [
  row: number,
  id: string,
  told: PackedWork | null,
  ...naming: readonly [symbol: string, packed: PackedNaming, documents: number],
];

type TellingOfWitness = readonly [
  row: number,
  position: number,
  page: number,
  rule: string,
  own: 0 | 1,
  start: number,
  end: number,
  date: string | null,
  quote: string,
];

/** The words of statements, which are given by their numbers in the graph; in the order in which they are given. */
export function witnessesOf(connection: Connection, { graph }: Current, wanted: readonly number[]): LinkWitness[] {
  const { arcs, identified, ids } = graph;
  const rowOf = (at: number) => arcs.witness[wanted[at] as number] as number;
  // Words that lie on one page are read together.
  const order = wanted.map((_, at) => at).sort((a, b) => rowOf(a) - rowOf(b));
  const found = listed<TellingOfWitness>(
    connection,
    `SELECT json_group_array(json_array(w.id, w.position, w.page, w.rule, w.own, w.start, w."end", w.date, w.quote)) AS list
      FROM json_each(?) wanted CROSS JOIN witness w ON w.id = wanted.value`,
    order.map(rowOf),
  );
  const witnesses = new Array<LinkWitness>(wanted.length);
  for (const [nth, at] of order.entries()) {
    const arc = wanted[at] as number;
    const [row, position, page, rule, own, start, end, date, quote] = found[nth] ?? missing;
    if (row !== rowOf(at)) throw new Failure('collection-damaged', 'The words of a statement are missing in the index.');
    const { relation, kind, confidence } = statedKinds[arcs.stated[arc] as number]!;
    const certain = Math.max(identified[arcs.subject[arc] as number] as number, identified[arcs.object[arc] as number] as number);
    witnesses[at] = {
      document: ids[arcs.document[arc] as number] as string,
      position,
      page,
      relation,
      kind,
      confidence,
      rule,
      own: own === 1,
      span: { start, end },
      quote,
      date: date ?? dateOf(arcs.day[arc] as number),
      identified: certainties[certain]!,
    };
  }
  return witnesses;
}

const missing: TellingOfWitness = [-1, 0, 0, '', 0, 0, 0, null, ''];

/** Rows as one text of JSON, in the order of what is wanted: reading it takes a third of the time that rows take one by one. */
function listed<Row>(connection: Connection, sql: string, wanted: readonly number[]): Row[] {
  if (wanted.length === 0) return [];
  return JSON.parse(String(connection.statement(sql).get(JSON.stringify(wanted))?.list)) as Row[];
}
