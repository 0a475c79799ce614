import { Failure } from '#ingest/model/failure.ts';
import { relations } from '#ingest/model/relation.ts';
import { cursorTo, placeOfCursor } from '#services/store/cursors.ts';
import { rankOf, type Statement, type StatementsPage, type StatementsRequest } from '#services/works/link.ts';
import type { Connection } from '../connection.ts';
import { byStanding, objectOf, type Standing, sorted, standingOf, subjectOf } from './arcs.ts';
import type { Current } from './catchUp.ts';
import { dayNumber } from './ends.ts';
import type { Run } from './lists.ts';
import type { Graph } from './openGraph.ts';
import { passing, pushRunsOf } from './passing.ts';
import { witnessesOf, workRow, worksAt } from './read.ts';
import { noWork } from './resolve.ts';

/** Where a page of statements ends. `position` is that in the record. */
interface Cursor {
  readonly rank: number;
  readonly date: string | null;
  readonly document: string;
  readonly position: number;
}

/** A page of what is stated of one work. */
export function statements(connection: Connection, graph: Graph, request: StatementsRequest): StatementsPage {
  const after = request.after === undefined ? null : readCursor(request.after);
  return graph.ask((current) => {
    const near = workRow(connection, request.work);
    const other = request.other === undefined ? undefined : (workRow(connection, request.other) ?? null);
    const all = near === undefined || other === null ? new Int32Array(0) : statedOf(current, request, near, other);
    const start = after === null ? 0 : placeAfter(connection, current, all, after);
    const shown = [...all.subarray(start, start + request.size)];
    const { work, arcs } = current.graph;
    const ends = shown.map((arc) => ({ from: work[subjectOf(arcs, arc)]!, to: work[objectOf(arcs, arc)]! }));
    const works = worksAt(connection, [...new Set(ends.flatMap(({ from, to }) => [from, to]))]);
    const words = witnessesOf(connection, current, shown);
    const page = shown.map((_, at): Statement => {
      const { from, to } = ends[at]!;
      return { from: works.get(from)!.id, to: works.get(to)!.id, witness: words[at]! };
    });
    const far = new Set(ends.map(({ from, to }) => (request.direction === 'up' ? to : from)));
    const last = page.at(-1);
    return {
      statements: page,
      works: [...far].map((row) => works.get(row)!).sort((a, b) => (a.id < b.id ? -1 : 1)),
      total: all.length,
      next: start + request.size >= all.length ? null : last === undefined ? (request.after ?? beforeAll) : cursorOf(last),
    };
  });
}

/** The statements about one work that are wanted, in order. */
function statedOf(current: Current, { direction, filter }: StatementsRequest, near: number, other: number | undefined): Int32Array {
  const { arcs, work, labels } = current.graph;
  const farOf = direction === 'up' ? objectOf : subjectOf;
  const passes = passing(current, filter);
  const runs: Run[] = [];
  pushRunsOf(current, near, direction, runs);
  const found = new Int32Array(runs.reduce((sum, { at, end }) => sum + end - at, 0));
  let length = 0;
  for (const { list, at, end } of runs) {
    for (let place = at; place < end; place++) {
      const arc = list[place] as number;
      const of = work[farOf(arcs, arc)] ?? noWork;
      if (of !== near && of !== noWork && (other === undefined || of === other) && passes(arc)) found[length++] = arc;
    }
  }
  const all = found.subarray(0, length);
  return runs.length < 2 ? all : sorted(arcs, labels, all);
}

/** How many of these stand up to the cursor. */
function placeAfter(connection: Connection, { graph }: Current, all: Int32Array, cursor: Cursor): number {
  const standing = standingAt(connection, graph.labels, cursor);
  let [low, high] = [0, all.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (byStanding(standingOf(graph.arcs, graph.labels, all[middle] as number), standing) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The place of a cursor; where its document or its statement is there no more, behind what stands before it. */
function standingAt(connection: Connection, labels: Float64Array, { rank, date, document, position }: Cursor): Standing {
  const before = connection.statement('SELECT row, id FROM document WHERE id <= ? ORDER BY id DESC LIMIT 1').get(document);
  const row = before === undefined ? null : Number(before.row);
  const words =
    before?.id === document
      ? connection
          .statement(
            `SELECT max(w.id) AS id FROM stating s JOIN witness w ON w.id >= s.first AND w.id < s.first + s.count WHERE s.row = ? AND w.position <= ?`,
          )
          .get(row, position)?.id
      : Number.MAX_SAFE_INTEGER;
  const label = row === null ? Number.NEGATIVE_INFINITY : (labels[row] as number);
  return { rank, day: dayNumber(date), label, witness: Number(words ?? 0) };
}

/** The cursor before the first statement: where a page without any ends. */
const beforeAll = cursorTo([0, '0000', '', -1]);

function cursorOf({ witness: { kind, date, document, position } }: Statement): string {
  return cursorTo([rankOf(kind), date, document, position]);
}

/** @throws Failure `bad-request` for what no answer gave. */
function readCursor(cursor: string): Cursor {
  const read = placeOfCursor(cursor);
  if (Array.isArray(read) && read.length === 4) {
    const [rank, date, document, position] = read as unknown[];
    const isDated = date === null || typeof date === 'string';
    if (relations[rank as number] !== undefined && isDated && typeof document === 'string' && Number.isSafeInteger(position))
      return { rank: rank as number, date, document, position: position as number };
  }
  throw new Failure('bad-request', 'No answer gave this cursor.');
}
