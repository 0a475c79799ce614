import type { Connection } from '../connection.ts';
import { arcOrder, objectOf, placeAmong, reserveArcs, standingOf, subjectOf } from './arcs.ts';
import { endsLength, unpackEnds } from './ends.ts';
import { addTo } from './lists.ts';
import { type Loaded, momentOf, type UpTo } from './load.ts';

/** Beyond so many documents that came or went, or statements that came, loading anew is quicker than catching up and than walking over what has gone. */
const mostDocuments = 2000;
const mostArcs = 20_000;

/** What came to a loaded graph. */
export interface Current {
  readonly graph: Loaded;
  upTo: UpTo;
  /** By row: 1 for documents that have gone since; null where none has. */
  gone: Uint8Array | null;
  /** Documents that came or went since loading. */
  documents: number;
}

/** Brings the graph up to date; false where it is to be loaded anew. To be called while the index stands still. */
export function catchUp(connection: Connection, current: Current): boolean {
  const { graph, upTo } = current;
  const last = Number(connection.statement('SELECT coalesce(max(row), 0) AS last FROM document').get()?.last);
  const removals = connection
    .statement('SELECT number, row FROM removal WHERE number > ? ORDER BY number LIMIT ?')
    .all(upTo.removal, mostDocuments + 1);
  const added = connection
    .statement(
      'SELECT s.row, d.id, s.first, s.count, s.ends FROM stating s CROSS JOIN document d ON d.row = s.row WHERE s.row > ? ORDER BY d.id LIMIT ?',
    )
    .all(upTo.row, mostDocuments + 1);
  current.documents += removals.length + added.length;
  const more = added.reduce((sum, { count }) => sum + Number(count), 0);
  if (current.documents > mostDocuments || graph.arcs.places.length + more > mostArcs) return false;
  catchUpNamings(connection, graph, upTo.moment);
  graph.labels = grown(graph.labels, last + 1, (length) => new Float64Array(length));
  if (removals.length > 0) {
    current.gone = grown(current.gone ?? new Uint8Array(0), graph.labels.length, (length) => new Uint8Array(length));
    for (const { row } of removals) current.gone[Number(row)] = 1;
  }
  reserveArcs(graph.arcs, more);
  for (const { row, id, first, ends } of added) {
    graph.ids[Number(row)] = String(id);
    if (!label(connection, graph.labels, Number(row), upTo.row)) return false;
    addArcs(graph, Number(row), Number(first), unpackEnds(ends as Uint8Array));
  }
  current.upTo = { row: last, removal: Number(removals.at(-1)?.number ?? upTo.removal), moment: momentOf(connection) };
  return true;
}

function catchUpNamings(connection: Connection, graph: Loaded, moment: number): void {
  for (const { id, work, identified } of connection
    .statement('SELECT naming AS id, work, identified FROM placing WHERE changed > ? ORDER BY naming')
    .all(moment)) {
    const naming = Number(id);
    graph.work = grown(graph.work, naming + 1, (length) => new Int32Array(length));
    graph.identified = grown(graph.identified, naming + 1, (length) => new Uint8Array(length));
    graph.work[naming] = Number(work);
    graph.identified[naming] = Number(identified);
    if (graph.before[naming] === Number(work) || graph.members.added.get(Number(work))?.includes(naming) === true) continue;
    addTo(graph.members, Number(work), naming, (a, b) => a - b);
  }
}

function addArcs(graph: Loaded, row: number, first: number, ends: Int32Array): void {
  const { arcs, labels } = graph;
  const compare = arcOrder(arcs, labels);
  for (let at = 0; at < ends.length; at += endsLength) {
    const arc = arcs.size++;
    for (let part = 0; part < endsLength; part++) arcs.ends[arc * endsLength + part] = ends[at + part] as number;
    arcs.document[arc] = row;
    arcs.witness[arc] = first + at / endsLength;
    arcs.places.push(placeAmong(arcs, labels, standingOf(arcs, labels, arc)) - 0.5);
    addTo(graph.up, subjectOf(arcs, arc), arc, compare);
    addTo(graph.down, objectOf(arcs, arc), arc, compare);
  }
}

/**
 * Gives a document that is new a number between those of its neighbours by id; documents come in order of id, so that the one before has its number. False where
 * there is no number left between them.
 */
function label(connection: Connection, labels: Float64Array, row: number, loaded: number): boolean {
  const neighbour = (sign: '<' | '>', order: 'ASC' | 'DESC', among: string) =>
    connection
      .statement(`SELECT row FROM document WHERE id ${sign} (SELECT id FROM document WHERE row = ?) ${among} ORDER BY id ${order} LIMIT 1`)
      .get(...(among === '' ? [row] : [row, loaded]))?.row;
  const [before, after] = [neighbour('<', 'DESC', ''), neighbour('>', 'ASC', 'AND row <= ?')];
  const low = before === undefined ? null : (labels[Number(before)] as number);
  const high = after === undefined ? null : (labels[Number(after)] as number);
  const between = low === null ? (high ?? 1) - 1 : high === null ? low + 1 : low + (high - low) / 2;
  labels[row] = between;
  return between !== low && between !== high;
}

/** The same numbers with room for `wanted`. */
export function grown<T extends Int32Array | Uint8Array | Float64Array>(old: T, wanted: number, make: (length: number) => T): T {
  if (wanted <= old.length) return old;
  const larger = make(Math.ceil(wanted * 1.1) + 1024);
  larger.set(old);
  return larger;
}
