import type { estypes } from '@elastic/elasticsearch';
import { Failure } from '#ingest/model/failure.ts';
import { wantedWords, wordsIn } from '#services/analysis/words.ts';
import { type KeptTask, unpackTasks } from '#services/store/packing.ts';
import type { DocumentSummary, StoredTask, TaskFilter, TaskPage } from '#services/store/port.ts';
import { askWhole, type Hit, totalOf } from './answers.ts';
import { phraseIn } from './clauses.ts';
import type { Connection } from './connection.ts';
import { documentsOf } from './documents.ts';
import { daysBetween } from './features.ts';
import { hitsFrom, window, withPointInTime } from './pointInTime.ts';
import { packetOf, summaryOf } from './record.ts';
import { preferenceFor } from './search.ts';

type Clause = NonNullable<estypes.QueryDslQueryContainer>;

/**
 * A page of tasks as Elasticsearch is asked for it: by the earliest last day within the period asked for, tasks without one last; then by document
 * and place in it. A name is one value of its field, and the words looked for must stand side by side in one.
 * @throws Failure `bad-query` where the assignee holds no letter and no digit.
 */
export function tasksRequest(filter: TaskFilter, page: { from: number; size: number }): estypes.SearchRequest {
  const { from, to, recurs, document, assignee } = filter;
  const period: Clause | null = from === undefined && to === undefined ? null : { range: { 'deadlines.end': daysBetween(from, to) } };
  const deadline = (query: Clause): Clause => ({ nested: { path: 'deadlines', query } });
  const conditions: Clause[] = [
    ...(period === null ? [] : [deadline(period)]),
    ...(recurs === undefined ? [] : [deadline({ term: { 'deadlines.recurs': recurs } })]),
    ...(document === undefined ? [] : [{ term: { document } }]),
    ...(assignee === undefined ? [] : [assigneeClause(assignee)]),
  ];
  const nested = { path: 'deadlines', ...(period === null ? {} : { filter: period }) };
  return {
    query: conditions.length === 0 ? { match_all: {} } : { bool: { filter: conditions } },
    sort: [{ 'deadlines.end': { order: 'asc', mode: 'min', missing: '_last', nested } }, { document: 'asc' }, { position: 'asc' }],
    from: page.from,
    size: page.size,
    track_total_hits: true,
    _source: ['document', 'position', 'revision'],
  };
}

function assigneeClause(assignee: string): Clause {
  const words = wordsIn(assignee);
  if (words.exact.length === 0) throw new Failure('bad-query', 'The assignee holds no letter and no digit.');
  return phraseIn({ exact: 'exact', folded: 'folded', weight: 1 }, wantedWords(words));
}

export async function tasks(connection: Connection, filter: TaskFilter, page: { from: number; size: number }): Promise<TaskPage> {
  const request = tasksRequest(filter, page);
  const { total, hits } = await (page.from + page.size > window ? deepPage : firstPages)(connection, request, filter, page);
  const documents = await holdersOf(connection, hits.map(documentOf));
  const found = hits.map((hit): StoredTask | null => {
    const { position: index, revision } = sourceOf(hit);
    const holder = documents.get(documentOf(hit));
    // Tasks come in before their document: until it is there in this version, they are not to be told.
    const kept = holder?.document.revision === revision ? holder.tasks[index] : undefined;
    return holder === undefined || kept === undefined ? null : { document: holder.document, index, ...kept };
  });
  return { total, tasks: found.filter((task) => task !== null) };
}

/** A document with all its tasks. */
interface Holder {
  readonly document: DocumentSummary;
  readonly tasks: readonly KeptTask[];
}

async function holdersOf(connection: Connection, ids: readonly string[]): Promise<ReadonlyMap<string, Holder>> {
  const found = new Map<string, Holder>();
  for await (const hit of documentsOf(connection, ids, ['task_list'])) {
    const document = summaryOf(hit);
    found.set(document.id, { document, tasks: unpackTasks(packetOf(hit, 'task_list')) });
  }
  return found;
}

type Page = { total: number; hits: Hit[] };

async function firstPages(connection: Connection, request: estypes.SearchRequest, filter: TaskFilter): Promise<Page> {
  const answer = await askWhole(connection, { ...request, index: connection.tasks, preference: preferenceFor(filter) });
  return { total: totalOf(answer), hits: answer.hits.hits };
}

/** A page further from the first task than the server counts: all steps to it see the index as it is now. */
async function deepPage(
  connection: Connection,
  request: estypes.SearchRequest,
  filter: TaskFilter,
  { from, size }: { from: number; size: number },
): Promise<Page> {
  return await withPointInTime(connection, connection.tasks, preferenceFor(filter), async (then) => {
    const total = totalOf(await then.ask({ ...request, from: 0, size: 0 }));
    return { total, hits: from < total ? await hitsFrom(then, request, from, size) : [] };
  });
}

const sourceOf = (hit: Hit) => hit._source as { readonly document: string; readonly position: number; readonly revision: number };
const documentOf = (hit: Hit) => sourceOf(hit).document;
