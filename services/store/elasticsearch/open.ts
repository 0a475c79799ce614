import { Failure } from '#ingest/model/failure.ts';
import { bounded, boundedPage, boundedStatements, boundedWalk } from '#services/store/bounds.ts';
import { openPacker } from '#services/store/packer.ts';
import type { Store } from '#services/store/port.ts';
import { check } from './check.ts';
import type { Connection } from './connection.ts';
import { citers, frequencies } from './counts.ts';
import { bodies, summaries } from './documents.ts';
import { storeFailure } from './failures.ts';
import { askingNow } from './graph/answer.ts';
import { decide } from './graph/decisions.ts';
import { named } from './graph/named.ts';
import { series, speakers, symbols, unheld } from './graph/namings.ts';
import { rings } from './graph/rings.ts';
import { statements } from './graph/statements.ts';
import { walk, walkBriefly } from './graph/walk.ts';
import { keys } from './keys.ts';
import { get, list } from './read.ts';
import { refresh } from './refresh.ts';
import { scan } from './scan.ts';
import { search } from './search.ts';
import { stats } from './stats.ts';
import { suggest } from './suggest.ts';
import { tasks } from './tasks.ts';
import { put, remove, type Writing } from './write.ts';

/** The store over the indices of one role. The connection is shared with the stores of other roles, and is not closed with this one. */
export function openElasticsearchStore(connection: Connection): Store {
  const writing: Writing = { settled: false, packer: openPacker() };
  let isClosed = false;
  const mustBeOpen = () => {
    if (isClosed) throw new Failure('internal', 'The index was closed.');
  };
  const guarded =
    <A extends unknown[], R>(work: (...given: A) => Promise<R>) =>
    async (...given: A): Promise<R> => {
      try {
        mustBeOpen();
        return await work(...given);
      } catch (thrown) {
        throw storeFailure(thrown);
      }
    };
  return {
    put: guarded((documents, options) => put(connection, writing, documents, options?.visible !== 'later')),
    remove: guarded((id) => remove(connection, writing, id)),
    refresh: guarded(() => refresh(connection)),
    get: guarded((id) => get(connection, id)),
    list: guarded(async (after, limit) => list(connection, after, bounded(limit))),
    search: guarded(async (query, page, early) => search(connection, query, { ...page, ...boundedPage(page) }, undefined, early)),
    async *scan(query) {
      try {
        mustBeOpen();
        yield* scan(connection, query);
      } catch (thrown) {
        throw storeFailure(thrown);
      }
    },
    summaries: guarded((ids) => summaries(connection, ids)),
    bodies: guarded((ids) => bodies(connection, ids)),
    keys: guarded(async (prefix, limit) => keys(connection, prefix, bounded(limit))),
    frequencies: guarded((words) => frequencies(connection, words)),
    citers: guarded((wanted) => citers(connection, wanted)),
    suggest: guarded(async (typed, limit) => suggest(connection, typed, bounded(limit))),
    named: guarded((wanted) => named(askingNow(connection), wanted)),
    symbols: guarded(async (after, limit) => symbols(askingNow(connection), after, bounded(limit))),
    series: guarded(() => series(askingNow(connection))),
    unheld: guarded(async (request) => unheld(askingNow(connection), { ...request, ...boundedPage(request) })),
    rings: guarded(async (shown) => rings(connection, bounded(shown))),
    speakers: guarded(async (namings, each) => speakers(askingNow(connection), namings, bounded(each))),
    walk: guarded(async (request) => walk(connection, boundedWalk(request))),
    walkBriefly: guarded(async (request) => walkBriefly(connection, boundedWalk(request))),
    statements: guarded(async (request) => statements(connection, boundedStatements(request))),
    decide: guarded((decisions) => decide(connection, decisions)),
    tasks: guarded(async (filter, page) => tasks(connection, filter, boundedPage(page))),
    stats: guarded(() => stats(connection)),
    check: guarded(() => check(connection)),
    async close() {
      isClosed = true;
      writing.packer.rest();
    },
  };
}
