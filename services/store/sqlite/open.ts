import { bounded, boundedPage, boundedStatements, boundedWalk } from '#services/store/bounds.ts';
import { openPacker } from '#services/store/packer.ts';
import type { Store } from '#services/store/port.ts';
import { check } from './check.ts';
import { connect, reading, type SqliteOptions } from './connection.ts';
import { storeFailure } from './failures.ts';
import { decide, named, series, symbols } from './graph/named.ts';
import { openGraph } from './graph/openGraph.ts';
import { rings } from './graph/rings.ts';
import { settleAll } from './graph/settle.ts';
import { speakers } from './graph/speakers.ts';
import { statements } from './graph/statements.ts';
import { unheld } from './graph/unheld.ts';
import { walk, walkBriefly } from './graph/walk.ts';
import { keys } from './keys.ts';
import { openWordIndex } from './postings/openIndex.ts';
import { nothingKnown } from './postings/write.ts';
import { prepared } from './preparing.ts';
import { bodies, get, list, summaries } from './read.ts';
import { citers, frequencies } from './search/counts.ts';
import { scan } from './search/scan.ts';
import { search } from './search/search.ts';
import { suggest } from './search/suggest.ts';
import { stats } from './stats.ts';
import { tasks } from './tasks.ts';
import { put, remove } from './write.ts';

export type { SqliteOptions };

/**
 * The embedded store in one file.
 * @throws Failure `no-collection` where the file is missing (unless `create`), `collection-damaged` where it is no index of this version,
 * `collection-busy` where another process holds it.
 */
export function openSqliteStore(options: SqliteOptions): Store {
  const connection = connect(options);
  const index = openWordIndex(connection);
  const graph = openGraph(connection);
  const known = nothingKnown();
  const packer = openPacker();
  const alone = oneByOne();
  return {
    put: (documents, options) =>
      alone(async () => {
        const ready = await prepared(documents, packer);
        put(connection, documents, known, { ...options, ready });
        return [];
      }),
    remove: (id) => alone(async () => remove(connection, id)),
    // All else that is committed is visible.
    refresh: () =>
      alone(async () => {
        if (options.mode !== 'read') settleAll(connection);
      }),
    get: guarded((id) => get(connection, id)),
    list: guarded((after, limit) => list(connection, after, bounded(limit))),
    search: guarded((query, page) => search(connection, index, query, page)),
    scan: (query) => scan(options, query),
    summaries: guarded((ids) => summaries(connection, ids)),
    bodies: guarded((ids) => bodies(connection, ids)),
    keys: guarded((prefix, limit) => keys(connection, prefix, bounded(limit))),
    frequencies: guarded((words) => reading(connection, () => frequencies(index.view(), words))),
    citers: guarded((keys) => reading(connection, () => citers(index.view(), keys))),
    suggest: guarded((typed, limit) => reading(connection, () => suggest(connection, index.view(), typed, bounded(limit)))),
    named: guarded((wanted) => reading(connection, () => named(connection, wanted))),
    symbols: guarded((after, limit) => symbols(connection, after, bounded(limit))),
    series: guarded(() => reading(connection, () => series(connection))),
    unheld: guarded((request) => reading(connection, () => unheld(connection, { ...request, ...boundedPage(request) }))),
    rings: guarded((shown) => rings(connection, graph, bounded(shown))),
    speakers: guarded((namings, each) => speakers(connection, graph, namings, bounded(each))),
    walk: guarded((request) => walk(connection, graph, boundedWalk(request))),
    walkBriefly: guarded((request) => walkBriefly(connection, graph, boundedWalk(request))),
    statements: guarded((request) => statements(connection, graph, boundedStatements(request))),
    decide: (decisions) => alone(async () => decide(connection, decisions)),
    tasks: guarded((filter, page) => tasks(connection, filter, boundedPage(page))),
    stats: guarded(() => stats(connection)),
    check: guarded(() => check(connection)),
    close: () =>
      alone(async () => {
        packer.rest();
        if (connection.database.isOpen) connection.database.close();
      }),
  };
}

/** Writes happen in the order in which they are asked for, though the records of a put are packed first, which takes turns of the event loop. */
function oneByOne(): <R>(work: () => Promise<R>) => Promise<R> {
  let before: Promise<unknown> = Promise.resolve();
  return (work) => {
    const done = before.then(work).catch((thrown) => {
      throw storeFailure(thrown);
    });
    before = done.catch(() => undefined);
    return done;
  };
}

/** node:sqlite works on the calling thread; the promise carries the outcome, with every error as a Failure. */
function guarded<A extends unknown[], R>(work: (...given: A) => R): (...given: A) => Promise<R> {
  return async (...given) => {
    try {
      return work(...given);
    } catch (thrown) {
      throw storeFailure(thrown);
    }
  };
}
