import { Failure } from '#ingest/model/failure.ts';
import { wantedWords, wordsIn } from '#services/analysis/words.ts';
import { unpackTasks } from '#services/store/packing.ts';
import type { TaskFilter, TaskPage } from '#services/store/port.ts';
import type { Compiled, Connection } from './connection.ts';
import { entryAt, summaryColumns, summaryOf } from './record.ts';

type Values = Record<string, string | number>;

/**
 * The statements that count the tasks which pass every filter set, and give a page of them: by the earliest last day within the period asked for,
 * tasks without one last; then by document and place in it.
 * @throws Failure `bad-query` where the assignee holds no letter and no digit.
 */
export function compiledTasks(
  filter: TaskFilter,
  page: { from: number; size: number },
): { readonly count: Compiled; readonly page: Compiled } {
  const values: Values = {};
  const period = periodCondition(filter, values);
  const conditions = conditionsOf(filter, period, values);
  const where = conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;
  const source = `FROM task t JOIN document d ON d.row = t.document ${where}`;
  const due = `SELECT min(x."end") FROM deadline x WHERE x.document = t.document AND x.position = t.position ${period === '' ? '' : `AND ${period}`}`;
  return {
    count: { sql: `SELECT count(*) AS count ${source}`, values },
    page: {
      sql: `SELECT t.document AS row, t.position, (${due}) AS due, ${summaryColumns} ${source} ORDER BY due IS NULL, due, d.id, t.position LIMIT :size OFFSET :offset`,
      values: { ...values, size: page.size, offset: page.from },
    },
  };
}

export function tasks(connection: Connection, filter: TaskFilter, page: { from: number; size: number }): TaskPage {
  const compiled = compiledTasks(filter, page);
  const rows = connection.statement(compiled.page.sql).all(compiled.page.values);
  const packet = connection.statement('SELECT tasks FROM content WHERE row = ?');
  const packets = new Map(
    [...new Set(rows.map(({ row }) => row))].map((row) => [row, unpackTasks(packet.get(row as number)?.tasks as Uint8Array)]),
  );
  return {
    total: Number(connection.statement(compiled.count.sql).get(compiled.count.values)?.count),
    tasks: rows.map((row) => ({
      document: summaryOf(row),
      index: Number(row.position),
      ...entryAt(packets.get(row.row) ?? [], Number(row.position)),
    })),
  };
}

/** Condition on the deadline x: its last day lies in the period. */
function periodCondition(filter: TaskFilter, values: Values): string {
  const conditions: string[] = [];
  for (const [name, sign] of [
    ['from', '>='],
    ['to', '<='],
  ] as const) {
    const day = filter[name];
    if (day === undefined) continue;
    values[name] = day;
    conditions.push(`x."end" ${sign} :${name}`);
  }
  return conditions.join(' AND ');
}

function conditionsOf(filter: TaskFilter, period: string, values: Values): string[] {
  const conditions: string[] = [];
  const deadline = (condition: string) =>
    `EXISTS (SELECT 1 FROM deadline x WHERE x.document = t.document AND x.position = t.position AND ${condition})`;
  if (period !== '') conditions.push(deadline(period));
  if (filter.recurs !== undefined) {
    values.recurs = filter.recurs;
    conditions.push(deadline('x.recurs = :recurs'));
  }
  if (filter.document !== undefined) {
    values.document = filter.document;
    conditions.push('d.id = :document');
  }
  if (filter.assignee !== undefined) conditions.push(assigneeCondition(filter.assignee, values));
  return conditions;
}

/**
 * The words side by side in one name. Only a name asked for half with and half without tones needs a look at both forms together, word by word.
 */
function assigneeCondition(assignee: string, values: Values): string {
  const words = wordsIn(assignee);
  if (words.exact.length === 0) throw new Failure('bad-query', 'The assignee holds no letter and no digit.');
  const wanted = wantedWords(words);
  const form = wanted.every((word) => word.exact) ? 'exact' : 'folded';
  values.assignee = ` ${words[form].join(' ')} `;
  const mixed = form === 'folded' && wanted.some((word) => word.exact);
  if (mixed) values.wanted = JSON.stringify(wanted);
  return `instr(t.${form}, :assignee) > 0${mixed ? ' AND holds_words(t.exact, t.folded, :wanted)' : ''}`;
}
