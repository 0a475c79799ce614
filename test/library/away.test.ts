import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { pipelineVersion } from '#ingest/ingest.ts';
import { Failure } from '#ingest/model/failure.ts';
import { extract } from '#services/compose.ts';
import type { Library } from '#services/library/library.ts';
import { makeLibrary } from '#services/library/open.ts';
import type { Store } from '#services/store/port.ts';
import { sqliteIndexes } from '#services/store/sqlite/indexes.ts';
import { add, emptyFolder, fileOf, plan } from './library.ts';

const away = () => new Failure('index-unavailable', 'It is away.');

/** A library over a real index that can be made to be away: each step to it then fails, as one to a server that is gone. */
async function libraryWithSwitch(data: string): Promise<{ library: Library; there: (is: boolean) => void }> {
  let isThere = true;
  /** The same function, failing while the index is away. */
  const reaching =
    <A extends unknown[], R>(work: (...given: A) => Promise<R>) =>
    async (...given: A): Promise<R> => {
      if (!isThere) throw away();
      return await work(...given);
    };
  const watched = (store: Store): Store => ({
    ...store,
    put: reaching(store.put),
    list: reaching(store.list),
    refresh: reaching(store.refresh),
    search: reaching(store.search),
    stats: reaching(store.stats),
    get: reaching(store.get),
    check: reaching(store.check),
  });
  const library = await makeLibrary({
    folder: data,
    create: true,
    makeIndexes: (naming) => {
      const indexes = sqliteIndexes(data, naming);
      return {
        ...indexes,
        has: reaching(indexes.has),
        open: reaching(async (role, options) => watched(await indexes.open(role, options))),
        sweep: reaching(indexes.sweep),
      };
    },
    extract,
    pipeline: pipelineVersion,
    maxFileBytes: 1024 * 1024,
    now: () => new Date(0),
  });
  onTestFinished(() => library.close());
  return {
    library,
    there: (is) => {
      isThere = is;
    },
  };
}

const file = (number: number) => fileOf(`${number}.txt`, plan({ number: `${number}-KH/TU`, body: 'Thực hiện Kết luận số 33-KL/TW.' }));

/** Waits until the library answers with so many documents. */
async function untilHeld(library: Library, documents: number): Promise<void> {
  for (let trial = 0; trial < 200; trial++) {
    const stats = await library.stats().catch(() => null);
    if (stats?.documents === documents) return;
    await sleep(50);
  }
  expect.unreachable('the index was never brought level');
}

describe('while the index is away', () => {
  test('documents are accepted, told to be not searchable yet, and brought in when it is back', async () => {
    const { library, there } = await libraryWithSwitch(await emptyFolder());
    expect(await add(library, file(1))).toMatchObject([{ outcome: 'added', searchable: true }]);
    there(false);
    expect(await add(library, file(2), file(3), file(1))).toMatchObject([
      { outcome: 'added', searchable: false, failure: null },
      { outcome: 'added', searchable: false },
      { outcome: 'known' },
    ]);
    await expect(library.search('thực hiện', {}, { from: 0, size: 1 })).rejects.toMatchObject({ code: 'index-unavailable' });
    expect(await library.ready()).toBe(false);
    there(true);
    await untilHeld(library, 3);
    expect(await library.doctor()).toMatchObject({ healthy: true, documents: 3, mended: [] });
  });

  test('documents are brought in when it is back, while more are still being taken in', async () => {
    const { library, there } = await libraryWithSwitch(await emptyFolder());
    there(false);
    let outcomes = 0;
    for await (const { searchable } of library.add([file(1), file(2)])) {
      expect(searchable).toBe(false);
      there(true);
      await untilHeld(library, 2);
      outcomes += 1;
    }
    expect(outcomes).toBe(2);
    expect(await library.doctor()).toMatchObject({ healthy: true, documents: 2, mended: [] });
  });

  test('the original of what was accepted can be had', async () => {
    const { library, there } = await libraryWithSwitch(await emptyFolder());
    there(false);
    const [outcome] = await add(library, file(2));
    expect(await library.original(outcome?.document ?? '')).toMatchObject({ name: '2.txt' });
  });

  test('a collection can be opened, and is served once it is back', async () => {
    const data = await emptyFolder();
    const before = await libraryWithSwitch(data);
    before.there(false);
    await add(before.library, file(1), file(2));
    await before.library.close();
    const after = await libraryWithSwitch(data);
    await untilHeld(after.library, 2);
  });

  test('a rebuild and the doctor say so, and the next ones work', async () => {
    const { library, there } = await libraryWithSwitch(await emptyFolder());
    await add(library, file(1));
    there(false);
    await expect(library.rebuild()).rejects.toMatchObject({ code: 'index-unavailable' });
    expect(await library.doctor()).toMatchObject({ healthy: false, faults: [{ code: 'index-damaged', message: 'It is away.' }] });
    there(true);
    expect(await library.rebuild()).toEqual({ documents: 1, failures: 0 });
    expect(await library.doctor()).toMatchObject({ healthy: true, documents: 1 });
  });
});
