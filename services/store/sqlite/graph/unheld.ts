import { isNarrowed, type Unheld, type UnheldPage, type UnheldRequest, unheldFirst } from '#services/works/unheld.ts';
import type { Connection } from '../connection.ts';
import type { PackedIdentity } from '../identity.ts';
import { type PackedWork, placesIn } from './packed.ts';
import { worksAt } from './read.ts';

const { held, cited, maybe, told } = placesIn.work;
const { holder } = placesIn.naming;

/** Where one naming tells of a work, those that use it are the documents that cite it. */
const unheldWorks = `WITH unheld (row, name, cited, naming, value) AS (
  SELECT w.id, w.name, n.documents, n.value, NULL
    FROM work w JOIN naming n ON n.id = w.naming WHERE w.value IS NULL AND json_extract(n.value, '$[${holder}]') IS NULL
  UNION ALL SELECT id, name, json_extract(value, '$[${cited}]'), NULL, value FROM work
    WHERE value IS NOT NULL AND json_extract(value, '$[${held}][0]') IS NULL)`;

const statements = {
  counts: `${unheldWorks} SELECT cited, count(*) AS works FROM unheld WHERE cited >= ? GROUP BY cited ORDER BY cited DESC`,
  each: `${unheldWorks} SELECT row, name, cited, coalesce(json_extract(value, ${told.map((at) => `'$[${at}]'`).join(', ')}), naming) AS told
    FROM unheld WHERE cited >= ?`,
  possible: `SELECT json_extract(value, '$[${maybe}]') AS works FROM work WHERE id = ?`,
  isHeld: `SELECT json_extract(w.value, '$[${held}][0]') IS NOT NULL OR json_extract(n.value, '$[${holder}]') IS NOT NULL AS held
      FROM work w LEFT JOIN naming n ON n.id = w.naming WHERE w.name = ?`,
} as const;

/** What the tables tell of a work that nobody holds. */
interface Row {
  readonly row: number;
  readonly name: string;
  readonly cited: number;
  readonly told: string;
}

/** All works are looked through within SQLite; those that may be among the first come row by row, and what is said of them is read at the end. */
export function unheld(connection: Connection, request: UnheldRequest): UnheldPage {
  const counted = isNarrowed(request) ? null : countsOf(connection, request);
  const first = unheldFirst<Unheld & { readonly row: number }>(request);
  const rows = connection.statement(statements.each).iterate(counted?.least ?? request.least);
  for (const row of rows as Iterable<unknown> as Iterable<Row>) first.offer(unheldBy(connection, row));
  const { total, works } = first.page();
  const found = worksAt(
    connection,
    works.map(({ row }) => row),
  );
  return { total: counted?.total ?? total, works: works.flatMap(({ row }) => found.get(row) ?? []) };
}

/** How many works nobody holds, where all are wanted, and how often those are cited at least which are among the first. */
function countsOf(connection: Connection, { least, from, size }: UnheldRequest): { readonly total: number; readonly least: number } {
  let total = 0;
  let reached = least;
  for (const { cited, works } of connection.statement(statements.counts).all(least)) {
    if (total < from + size) reached = Number(cited);
    total += Number(works);
  }
  return { total, least: reached };
}

function unheldBy(connection: Connection, { row, name, cited, told: text }: Row): Unheld & { readonly row: number } {
  const [key = null, type = null, scope = null, term = null, date = null] = (JSON.parse(text) as (PackedIdentity[number] | null)[]).map(
    partOf,
  );
  let known: boolean | undefined;
  return {
    ...{ row, id: name, key, type, scope, term, date, cited },
    get couldBeHeld() {
      known ??= couldBeHeld(connection, row);
      return known;
    },
  };
}

/** A part of an identity, of which a naming tells how it is known, too. */
function partOf(part: PackedIdentity[number] | null): string | null {
  return typeof part === 'string' ? part : Array.isArray(part) ? part[0] : null;
}

function couldBeHeld(connection: Connection, row: number): boolean {
  const possible = connection.statement(statements.possible).get(row)?.works;
  if (typeof possible !== 'string') return false;
  const isHeld = connection.statement(statements.isHeld);
  return (JSON.parse(possible) as PackedWork[typeof maybe]).some(([work]) => isHeld.get(work)?.held === 1);
}
