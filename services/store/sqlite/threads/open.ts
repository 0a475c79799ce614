import type { Query } from '#services/query/query.ts';
import type { DocumentSummary, Store } from '#services/store/port.ts';
import type { SqliteOptions } from '../connection.ts';
import type { Method } from './messages.ts';
import { openReaders } from './readers.ts';
import { startThread } from './thread.ts';

const writing = ['put', 'remove', 'refresh', 'decide'] as const satisfies readonly Method[];
const reading = [
  'get',
  'list',
  'search',
  'summaries',
  'bodies',
  'keys',
  'frequencies',
  'citers',
  'suggest',
  'named',
  'symbols',
  'series',
  'unheld',
  'rings',
  'speakers',
  'walk',
  'walkBriefly',
  'statements',
  'tasks',
  'stats',
  'check',
] as const satisfies readonly Method[];

/** No method may be left out: a store is all of them. */
type Missing = Exclude<Method, (typeof writing)[number] | (typeof reading)[number]>;
type Asked = Pick<Store, [Missing] extends [never] ? Method : never>;

/** Beyond the threads that are kept, this many more where all are busy. */
const further = 4;
const patience = 50;
const leisure = 30_000;

/**
 * The embedded store for a service: SQLite works on the thread that calls it and cannot be interrupted, so here every question goes to a thread of its own.
 * One writes; `threads` read, each with a connection and with lists of its own, and more of them while long questions keep these busy. An export walks in a
 * thread for itself. What a put has acknowledged is seen by every question asked after it.
 * @throws as `openSqliteStore`, by its promise.
 */
export async function openThreadedStore(options: SqliteOptions, threads: number): Promise<Store> {
  const walks = new Set<{ end(): Promise<void> }>();
  const writer = startThread(options, () => undefined);
  try {
    await writer.ask({ kind: 'open' });
  } catch (thrown) {
    await writer.end();
    throw thrown;
  }
  const opening: SqliteOptions = { ...options, mode: 'read' };
  const readers = openReaders(opening, { threads, most: threads + further, patience, leisure });

  async function* scan(query: Query): AsyncGenerator<DocumentSummary> {
    const thread = startThread(opening, () => walks.delete(thread));
    walks.add(thread);
    try {
      await thread.ask({ kind: 'scan', query });
      for (;;) {
        const some = (await thread.ask({ kind: 'step' })) as DocumentSummary[];
        if (some.length === 0) return;
        yield* some;
      }
    } finally {
      await thread.end();
    }
  }

  const asked = Object.fromEntries([
    ...writing.map((method) => [method, (...given: unknown[]) => writer.ask({ kind: 'ask', method, given })]),
    ...reading.map((method) => [method, (...given: unknown[]) => readers.ask(method, given)]),
  ]) as unknown as Asked;
  return {
    ...asked,
    // A function does not go to another thread, and here hits are there together with what is counted.
    search: (query, page) => asked.search(query, page),
    scan,
    async close() {
      await Promise.all([readers.close(), ...[...walks].map((walk) => walk.end())]);
      // The last to go writes what stands in the log into the file.
      await writer.ask({ kind: 'close' }).catch(() => undefined);
      await writer.end();
    },
  };
}
