import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Failure } from '#ingest/model/failure.ts';
import { openLibrary } from '#services/compose.ts';
import type { Library } from '#services/library/library.ts';
import { engineFor, noEngine } from '../support/engine.ts';
import { add, emptyFolder, fileOf, freshLibrary, plan } from './library.ts';

const failureOf = async (work: Promise<unknown>) => (await work.catch((thrown: unknown) => thrown)) as Failure;

/** A plan of a province, and a note of an office that does not tell whose plan of that number it carries out. */
const held = fileOf('20.txt', plan({ number: '20-KH/TU', body: 'Các xã trồng cây dọc tuyến đường liên xã.' }));
const note = fileOf(
  'ghi-chú.txt',
  'THÔNG BÁO\nvề việc trồng cây\n-----\n\nThực hiện Kế hoạch số 20-KH/TU của Ban Thường vụ Tỉnh ủy, các đơn vị trồng cây trước ngày 30/4/2022.\n',
);
const known = '20-KH/TU@Bến Tre@2020-2025';

async function openWork(library: Library): Promise<string> {
  const { works } = await library.undecided({ size: 10 });
  expect(works.map(({ work, possible }) => [work.symbol, possible.map((other) => other.work.id)])).toEqual([['20-KH/TU', [known]]]);
  return works[0]!.work.id;
}

const downFrom = async (library: Library) => {
  const { edges } = await library.trace({ of: known, direction: 'down', depth: 2 });
  return edges.map(({ to, witnesses }) => [to, witnesses[0]?.identified]);
};

describe.skipIf(noEngine)('a work that the texts leave open', () => {
  test('is listed with what it could be, with the words and who says them', async () => {
    const library = await freshLibrary();
    await add(library, held, note);
    const [open] = (await library.undecided({ size: 10 })).works;
    expect(open?.said.map(({ key, date, speakers }) => [key, date, speakers.map(({ name }) => name)])).toEqual([
      ['20-KH/TU', null, ['ghi-chú.txt']],
    ]);
    expect(open?.possible[0]?.reasons).toEqual(expect.arrayContaining(['same-number', 'scope-unknown']));
    expect(open?.possible[0]?.work.held.map(({ number }) => number)).toEqual(['20-KH/TU']);
  });

  test('is one with another once a person says so, with the author, until that is undone', async () => {
    const library = await freshLibrary();
    await add(library, held, note);
    const first = await openWork(library);
    expect(await downFrom(library)).toEqual([]);
    const made = await library.decisions.decide({
      first,
      second: known,
      says: 'same',
      author: ' Lê  Thị Hoa ',
      note: 'Cùng ngày ban hành',
    });
    expect(made).toMatchObject({ first, second: known, says: 'same', author: 'Lê Thị Hoa', state: 'holds', undone: null });
    expect(await downFrom(library)).toEqual([[known, 'decided']]);
    expect((await library.undecided({ size: 10 })).works).toEqual([]);
    expect((await library.trace({ of: known, direction: 'up', depth: 1 })).nodes[0]?.decisions).toEqual([made.id]);

    const undone = await library.decisions.undo(made.id, 'Trần Văn Bình');
    expect(undone).toMatchObject({ state: 'undone', undone: { author: 'Trần Văn Bình' } });
    expect(await downFrom(library)).toEqual([]);
    expect(await openWork(library)).toBe(first);
    expect((await library.decisions.list()).decisions.map(({ id, state }) => [id, state])).toEqual([[made.id, 'undone']]);
  });

  test('is no longer open once a person says that it is another', async () => {
    const library = await freshLibrary();
    await add(library, held, note);
    const first = await openWork(library);
    await library.decisions.decide({ first, second: known, says: 'different', author: 'Hoa', note: null });
    expect((await library.undecided({ size: 10 })).works).toEqual([]);
    expect(await downFrom(library)).toEqual([]);
  });

  test('stays decided when the index is made anew, when another index answers, and when the collection is opened again', async () => {
    const data = await emptyFolder();
    const library = await freshLibrary(data);
    await add(library, held, note);
    const first = await openWork(library);
    await library.decisions.decide({ first, second: known, says: 'same', author: 'Hoa', note: null });
    await library.rebuild();
    expect(await downFrom(library)).toEqual([[known, 'decided']]);
    const second = (await library.decisions.list()).decisions[0]!;
    await library.decisions.undo(second.id, 'Hoa');
    await library.goBack();
    expect(await downFrom(library)).toEqual([]);
    await library.decisions.decide({ first, second: known, says: 'same', author: 'Hoa', note: null });
    await library.close();

    const again = await openLibrary({ data, mode: 'read', ...engineFor(data) });
    onTestFinished(() => again.close());
    expect(await downFrom(again)).toEqual([[known, 'decided']]);
    expect((await again.decisions.list()).decisions.map(({ state }) => state)).toEqual(['holds', 'undone']);
  });

  test('a decision holds whatever comes before it or after it, and says so when what it was about is gone', async () => {
    const library = await freshLibrary();
    await add(library, note, held);
    const first = await openWork(library);
    await library.decisions.decide({ first, second: known, says: 'same', author: 'Hoa', note: null });
    await add(
      library,
      fileOf('21.txt', plan({ number: '21-KH/TU', body: 'Thực hiện Kế hoạch số 20-KH/TU, ngày 05/3/2022 của Ban Thường vụ Tỉnh ủy.' })),
    );
    expect((await downFrom(library)).map(([to]) => to)).toEqual([known, known]);
    // A new version of the note tells the province itself.
    await add(
      library,
      fileOf('ghi-chú.txt', 'THÔNG BÁO\nvề việc trồng cây\n-----\n\nThực hiện Kế hoạch số 21-KH/TU, ngày 05/3/2022 của Tỉnh ủy Bến Tre.\n'),
    );
    expect((await library.decisions.list()).decisions.map(({ state }) => state)).toEqual(['without-effect']);
  });

  test('is not decided without an author, about two numbers, or about what is not there', async () => {
    const library = await freshLibrary();
    await add(library, held, note);
    const first = await openWork(library);
    const code = async (given: { first?: string; second?: string; author?: string }) =>
      (await failureOf(library.decisions.decide({ first, second: known, says: 'same', author: 'Hoa', note: null, ...given }))).code;
    expect(await code({ author: ' ' })).toBe('bad-request');
    expect(await code({ second: first })).toBe('bad-request');
    expect(await code({ second: '21-KH/TU@Bến Tre@2020-2025' })).toBe('bad-request');
    expect(await code({ second: '20-KH/TU@Cà Mau@2020-2025' })).toBe('not-found');
    expect((await failureOf(library.decisions.undo('0', 'Hoa'))).code).toBe('not-found');
    expect((await library.decisions.list()).decisions).toEqual([]);
  });
});

describe.skipIf(noEngine)('a ledger of an earlier layout', () => {
  test('takes decisions after it was opened once', async () => {
    const data = await emptyFolder();
    const library = await freshLibrary(data);
    await add(library, held, note);
    await library.close();
    const ledger = new DatabaseSync(join(data, 'ledger.sqlite'));
    ledger.exec('DROP TABLE decisions; PRAGMA user_version = 3');
    ledger.close();
    const again = await freshLibrary(data);
    const first = await openWork(again);
    expect(await again.decisions.decide({ first, second: known, says: 'same', author: 'Hoa', note: null })).toMatchObject({
      state: 'holds',
    });
  });
});
