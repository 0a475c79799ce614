import type { Connection } from '../connection.ts';
import { type Arcs, arcsFor, objectOf, orderedBy, subjectOf } from './arcs.ts';
import { endsLength, unpackEnds } from './ends.ts';
import { type Lists, listsOf } from './lists.ts';
import { noWork } from './resolve.ts';

/** The graph of all documents in memory. Only what a walk asks of every statement is here; works and words are read from their tables at the end. */
export interface Loaded {
  readonly arcs: Arcs;
  /** By row of the naming: the work that it means, and how certainly (`certainties`); `noWork` where that is not resolved yet. */
  work: Int32Array;
  identified: Uint8Array;
  /** The statements of which a naming is the subject (what the document rests on: up), or the object (what came of it: down). */
  readonly up: Lists;
  readonly down: Lists;
  /** The namings of a work: some may mean another by now, `work` tells. */
  readonly members: Lists;
  /** `work` as it was when `members` was made. */
  readonly before: Int32Array;
  /** By row of the document: its id, and a number in the order of ids. */
  readonly ids: string[];
  labels: Float64Array;
  /** The largest row of a document, of a removal, and the moment, up to which it is loaded. */
  readonly upTo: UpTo;
}

export interface UpTo {
  readonly row: number;
  readonly removal: number;
  readonly moment: number;
}

/** Namings, or documents with their statements, that are read at once. */
const together = 4_000;

/**
 * What a column holds, as SQLite writes it into one text: many times faster than row by row. The order is that of the rows, so it is to be asked of columns
 * of one statement, or of rows in order.
 */
const numbersOf = (text: unknown): number[] => JSON.parse(String(text)) as number[];

export function momentOf(connection: Connection): number {
  return Number(connection.statement('SELECT number FROM moment').get()?.number);
}

/** Reads all of it; to be called while the index stands still (`reading`). */
export function loadGraph(connection: Connection): Loaded {
  const moment = momentOf(connection);
  const removal = Number(connection.statement('SELECT coalesce(max(number), 0) AS last FROM removal').get()?.last);
  const found = connection.statement('SELECT json_group_array(row) AS rows, json_group_array(id) AS ids FROM document').get();
  const unordered = numbersOf(found?.rows);
  const last = unordered.reduce((most, row) => Math.max(most, row), 0);
  const ids = new Array<string>(last + 1).fill('');
  for (const [at, id] of (JSON.parse(String(found?.ids)) as string[]).entries()) ids[unordered[at] as number] = id;
  const rows = Int32Array.from(unordered).sort((a, b) => ((ids[a] as string) < (ids[b] as string) ? -1 : 1));
  const labels = new Float64Array(last + 1);
  for (const [at, row] of rows.entries()) labels[row] = at + 1;
  const arcs = loadArcs(connection, rows, last);
  const { work, identified } = loadNamings(connection);
  return {
    arcs,
    work,
    identified,
    up: listsOf(arcs.size, (arc) => subjectOf(arcs, arc)),
    down: listsOf(arcs.size, (arc) => objectOf(arcs, arc)),
    members: listsOf(work.length, (naming) => (work[naming] === noWork ? null : (work[naming] as number))),
    before: work.slice(),
    ids,
    labels,
    upTo: { row: last, removal, moment },
  };
}

function loadNamings(connection: Connection): Pick<Loaded, 'work' | 'identified'> {
  const size = Number(connection.statement('SELECT coalesce(max(naming), 0) AS last FROM placing').get()?.last) + 1;
  const [work, identified] = [new Int32Array(size), new Uint8Array(size)];
  const statement = connection.statement(
    `SELECT json_group_array(naming) AS ids, json_group_array(work) AS works, json_group_array(identified) AS certain
      FROM (SELECT naming, work, identified FROM placing WHERE naming > ? ORDER BY naming LIMIT ?)`,
  );
  for (let last = 0; last < size - 1; ) {
    const found = statement.get(last, together);
    const [ids, works, certain] = [numbersOf(found?.ids), numbersOf(found?.works), numbersOf(found?.certain)];
    for (const [at, id] of ids.entries()) {
      work[id] = works[at] as number;
      identified[id] = certain[at] as number;
    }
    last = ids.at(-1) ?? size;
  }
  return { work, identified };
}

/** All statements in order. `rows` of documents are in the order of their ids, `last` is the largest. */
function loadArcs(connection: Connection, rows: Int32Array, last: number): Arcs {
  const total = Number(connection.statement('SELECT total(count) AS total FROM stating').get()?.total);
  const read = arcsFor(total);
  const [starts, counts] = [new Int32Array(last + 1), new Int32Array(last + 1)];
  const statement = connection.statement(
    `SELECT json_group_array(row) AS rows, json_group_array(first) AS firsts, json_group_array(count) AS counts, group_concat(hex(ends), '') AS ends
      FROM (SELECT row, first, count, ends FROM stating WHERE row > ? ORDER BY row LIMIT ?)`,
  );
  let at = 0;
  for (let row = 0; row < last; ) {
    const found = statement.get(row, together);
    const documents = numbersOf(found?.rows);
    if (documents.length === 0) break;
    const [firsts, lengths] = [numbersOf(found?.firsts), numbersOf(found?.counts)];
    const ends = unpackEnds(Buffer.from(String(found?.ends ?? ''), 'hex'));
    read.ends.set(ends, at * endsLength);
    for (const [place, document] of documents.entries()) {
      const [first, length] = [firsts[place] as number, lengths[place] as number];
      starts[document] = at;
      counts[document] = length;
      for (let one = 0; one < length; one++, at++) {
        read.document[at] = document;
        read.witness[at] = first + one;
      }
    }
    row = documents.at(-1) as number;
  }
  const byDocument = new Int32Array(at);
  let place = 0;
  for (const row of rows) {
    const [start, length] = [starts[row] as number, counts[row] as number];
    for (let one = 0; one < length; one++) byDocument[place++] = start + one;
  }
  return inOrder(read, orderedBy(read, byDocument));
}

/** The same statements numbered anew; column by column, so that no more than one lies in memory twice. */
function inOrder(arcs: Arcs, order: Int32Array): Arcs {
  const before = new ArrayBuffer(arcs.ends.byteLength);
  const renumber = <T extends Int32Array | Float64Array>(column: T, old: T, length = 1): void => {
    old.set(column);
    for (let at = 0; at < order.length; at++)
      for (let part = 0; part < length; part++) column[at * length + part] = old[(order[at] as number) * length + part] as number;
  };
  renumber(arcs.ends, new Int32Array(before), endsLength);
  renumber(arcs.document, new Int32Array(before, 0, arcs.document.length));
  renumber(arcs.witness, new Float64Array(before, 0, arcs.witness.length));
  return arcs;
}
