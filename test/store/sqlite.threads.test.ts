import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parseQuery } from '#services/query/parse.ts';
import { openSqliteStore } from '#services/store/sqlite/open.ts';
import { openThreadedStore } from '#services/store/sqlite/threads/open.ts';
import { openReaders } from '#services/store/sqlite/threads/readers.ts';
import { startThread } from '#services/store/sqlite/threads/thread.ts';
import { stored } from '../support/record.ts';
import { chainsContract } from './chains-contract.ts';
import { storeContract } from './contract.ts';

const makePlace = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'vankien-threads-'));
  return {
    open: () => openThreadedStore({ file: join(folder, 'index.db'), mode: 'create' }, 2),
    dispose: () => rm(folder, { recursive: true }),
  };
};
storeContract('SQLite in threads', makePlace);
chainsContract('SQLite in threads', makePlace, { runs: 5 });

describe('threads that read the index', () => {
  let folder: string;
  let file: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'vankien-threads-'));
    file = join(folder, 'index.db');
    const store = openSqliteStore({ file, mode: 'create' });
    await store.put(Array.from({ length: 30 }, (_, at) => stored(`d${at}`, `nghị quyết số ${at}`)));
    await store.close();
  });
  afterEach(() => rm(folder, { recursive: true }));

  const searching = [parseQuery('nghị quyết'), { from: 0, size: 5 }];
  const standard = { threads: 2, most: 4, patience: 20, leisure: 50 };

  test('a missing index is told when the store is opened', async () => {
    await expect(openThreadedStore({ file: join(folder, 'other.db'), mode: 'write' }, 2)).rejects.toMatchObject({ code: 'no-collection' });
  });

  test('what a put acknowledged is seen by every question after it', async () => {
    const store = await openThreadedStore({ file, mode: 'write' }, 3);
    for (let round = 0; round < 20; round++) {
      await store.put([stored(`new${round}`, 'chỉ thị mới')]);
      const answers = await Promise.all(Array.from({ length: 6 }, () => store.search(parseQuery('chỉ thị mới'), { size: 1 })));
      expect(answers.map(({ total }) => total)).toEqual(Array(6).fill(round + 1));
    }
    await store.close();
  });

  test('twenty questions at once are all answered', async () => {
    const readers = openReaders({ file, mode: 'read' }, standard);
    const answers = await Promise.all(Array.from({ length: 20 }, () => readers.ask('search', searching)));
    expect(answers.map((answer) => (answer as { total: number }).total)).toEqual(Array(20).fill(30));
    await readers.close();
  });

  test('a question that fails fails alone, with its code', async () => {
    const readers = openReaders({ file, mode: 'read' }, standard);
    const wrong = readers.ask('search', [parseQuery('nghị quyết'), { from: -1, size: 5 }]);
    const right = readers.ask('search', searching);
    await expect(wrong).rejects.toMatchObject({ name: 'Failure', code: 'bad-request' });
    expect(await right).toMatchObject({ total: 30 });
    await readers.close();
  });

  test('a question that cannot be sent, or is no method, fails alone', async () => {
    const readers = openReaders({ file, mode: 'read' }, standard);
    await expect(readers.ask('get', [() => 'a function does not cross'])).rejects.toMatchObject({ code: 'internal' });
    await expect(readers.ask('nothing' as never, [])).rejects.toMatchObject({ code: 'internal' });
    expect(await readers.ask('search', searching)).toMatchObject({ total: 30 });
    await readers.close();
  });

  test('a thread that is killed fails what it was asked; the others and those after it are answered', async () => {
    let ended = 0;
    const thread = startThread({ file, mode: 'read' }, () => ended++);
    const lost = [thread.ask({ kind: 'open' }), thread.ask({ kind: 'ask', method: 'stats', given: [] })];
    const settled = Promise.allSettled(lost);
    await thread.end();
    expect((await settled).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await expect(thread.ask({ kind: 'open' })).rejects.toMatchObject({ code: 'internal' });
    expect(ended).toBe(1);
  });

  test('closed while questions run: each is answered or refused, none hangs', async () => {
    const store = await openThreadedStore({ file, mode: 'write' }, 2);
    const asked = Array.from({ length: 40 }, () => store.search(parseQuery('nghị quyết'), { size: 5 }));
    const settled = Promise.allSettled(asked);
    await store.close();
    for (const outcome of await settled) {
      if (outcome.status === 'fulfilled') expect(outcome.value.total).toBe(30);
      else expect(outcome.reason).toMatchObject({ name: 'Failure', code: 'internal' });
    }
    await expect(store.stats()).rejects.toMatchObject({ code: 'internal' });
  });

  test('a walk through everything goes on beside other questions and may be left half-way', async () => {
    const store = await openThreadedStore({ file, mode: 'write' }, 1);
    const walk = store.scan({ terms: [], filters: {} })[Symbol.asyncIterator]();
    expect((await walk.next()).value?.id).toBe('d0');
    await store.put([stored('d00', 'thêm')]);
    expect((await store.stats()).documents).toBe(31);
    // As the collection was at the first step.
    expect((await walk.next()).value?.id).toBe('d1');
    await walk.return?.();
    expect(await Array.fromAsync(store.scan({ terms: [], filters: {} }))).toHaveLength(31);
    await store.close();
  });

  test('short questions go before long ones that wait, and the long ones are answered too', async () => {
    const readers = openReaders({ file, mode: 'read' }, { ...standard, threads: 1, most: 1 });
    const order: string[] = [];
    const ask = (name: string, method: 'check' | 'stats' | 'get', given: readonly unknown[]) =>
      readers.ask(method, given).then(() => order.push(name));
    await Promise.all([
      ask('first', 'stats', []),
      ask('long', 'check', []),
      ask('middle', 'stats', []),
      ask('short', 'get', ['d1']),
      ask('short too', 'get', ['d2']),
    ]);
    expect(order).toEqual(['first', 'short', 'short too', 'middle', 'long']);
    await readers.close();
  });

  test('a further thread takes what waits behind long questions', async () => {
    // A question of some seconds: one thread checks a large index, page by page.
    const big = openSqliteStore({ file, mode: 'write' });
    const text = 'chuyển đổi số phục vụ nhân dân '.repeat(200);
    for (let at = 0; at < 2000; at += 100)
      await big.put(Array.from({ length: 100 }, (_, one) => stored(`big${at + one}`, `${text}${at + one}`)));
    await big.close();
    const readers = openReaders({ file, mode: 'read' }, { ...standard, threads: 1, most: 2 });
    const order: string[] = [];
    const long = readers.ask('check', []).then(() => order.push('long'));
    await readers.ask('search', searching).then(() => order.push('short'));
    await long;
    expect(order).toEqual(['short', 'long']);
    await readers.close();
  });
});
