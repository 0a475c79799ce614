import { Failure } from '#ingest/model/failure.ts';
import type { LinkWitness } from '#services/works/link.ts';
import { certainties } from '#services/works/stated.ts';
import type { BriefWork, Named, Work } from '#services/works/work.ts';
import type { Connection } from '../connection.ts';
import { dayOf, objectOf, statedOf, subjectOf } from './arcs.ts';
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
  const wanted = rows.toSorted((a, b) => a - b);
  const { ids, values } = columns<{ ids: string; values: PackedWork | null }>(
    connection,
    `SELECT json_group_array(w.name) AS ids, '[' || coalesce(group_concat(coalesce(w.value, 'null')), '') || ']' AS "values"
      FROM json_each(?) wanted CROSS JOIN work w ON w.id = wanted.value`,
    wanted,
  );
  if (ids.length !== wanted.length) throw new Failure('collection-damaged', 'A work is missing in the index.');
  const named = worksNamed(
    connection,
    wanted.filter((_, at) => values[at] === null),
  );
  return new Map(
    wanted.map((row, at) => {
      const [id, told] = [ids[at]!, values[at]!];
      return [row, told === null ? toldWork(id, named.get(row)!) : workFrom(id, told)];
    }),
  );
}

/** The namings of works that just one tells of. */
function worksNamed(connection: Connection, rows: readonly number[]): ReadonlyMap<number, Named> {
  const found = listed<readonly [row: number, symbol: string, packed: PackedNaming, documents: number]>(
    connection,
    `SELECT json_group_array(json_array(w.id, n.symbol, json(n.value), n.documents)) AS list
      FROM json_each(?) wanted CROSS JOIN work w ON w.id = wanted.value CROSS JOIN naming n ON n.id = w.naming`,
    rows,
  );
  if (found.length !== rows.length) throw new Failure('collection-damaged', 'What names a work is missing in the index.');
  return new Map(found.map(([row, symbol, packed, documents]) => [row, { id: '', naming: namingFrom(symbol, packed), documents }]));
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

interface WordColumns {
  readonly row: number;
  readonly position: number;
  readonly page: number;
  readonly rule: string;
  readonly own: 0 | 1;
  readonly start: number;
  readonly end: number;
  readonly date: string | null;
  readonly quote: string;
}

/** The words of statements, which are given by their numbers in the graph; in the order in which they are given. */
export function witnessesOf(connection: Connection, { graph }: Current, wanted: readonly number[]): LinkWitness[] {
  const { arcs, identified, ids } = graph;
  const rows = wanted.map((arc) => arcs.witness[arc] as number);
  // Words that lie on one page are read together.
  const order = [...rows.keys()].sort((a, b) => rows[a]! - rows[b]!);
  const words = columns<WordColumns>(
    connection,
    `SELECT json_group_array(w.id) AS row, json_group_array(w.position) AS position, json_group_array(w.page) AS page,
        json_group_array(w.rule) AS rule, json_group_array(w.own) AS own, json_group_array(w.start) AS start,
        json_group_array(w."end") AS "end", json_group_array(w.date) AS date, json_group_array(w.quote) AS quote
      FROM json_each(?) wanted CROSS JOIN witness w ON w.id = wanted.value`,
    order.map((at) => rows[at]!),
  );
  const witnesses = new Array<LinkWitness>(wanted.length);
  for (const [nth, at] of order.entries()) {
    const arc = wanted[at] as number;
    if (words.row[nth] !== rows[at]) throw new Failure('collection-damaged', 'The words of a statement are missing in the index.');
    const { relation, kind, confidence } = statedKinds[statedOf(arcs, arc)]!;
    const certain = Math.max(identified[subjectOf(arcs, arc)] as number, identified[objectOf(arcs, arc)] as number);
    witnesses[at] = {
      document: ids[arcs.document[arc] as number] as string,
      position: words.position[nth]!,
      page: words.page[nth]!,
      relation,
      kind,
      confidence,
      rule: words.rule[nth]!,
      own: words.own[nth] === 1,
      span: { start: words.start[nth]!, end: words.end[nth]! },
      quote: words.quote[nth]!,
      date: words.date[nth] ?? dateOf(dayOf(arcs, arc)),
      identified: certainties[certain]!,
    };
  }
  return witnesses;
}

/** Rows as one text of JSON, in the order of what is wanted: reading it takes a third of the time that rows take one by one. */
function listed<Row>(connection: Connection, sql: string, wanted: readonly number[]): Row[] {
  return columns<{ list: Row }>(connection, sql, wanted).list;
}

/** The same, each column as a text for itself: of a thousand rows a sixth to a half of the time less. */
function columns<Row extends object>(
  connection: Connection,
  sql: string,
  wanted: readonly number[],
): { readonly [Column in keyof Row]: Row[Column][] } {
  const found = connection.statement(sql).get(JSON.stringify(wanted)) ?? {};
  return Object.fromEntries(Object.entries(found).map(([column, text]) => [column, JSON.parse(String(text))])) as {
    [Column in keyof Row]: Row[Column][];
  };
}
