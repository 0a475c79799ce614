import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { Failure } from '#ingest/model/failure.ts';
import { openLibrary } from '#services/compose.ts';
import type { SavedNews } from '#services/library/shapes.ts';
import { engineFor, noEngine } from '../support/engine.ts';
import { add, emptyFolder, fileOf, freshLibrary, plan } from './library.ts';

const about = (number: string, body: string) => fileOf(`${number}.txt`, plan({ number: `${number}-KH/TU`, body }));
const trees = (number: string) => about(number, 'Các xã trồng cây dọc tuyến đường liên xã trước mùa mưa.');
const wells = (number: string) => about(number, 'Các xã nạo vét giếng làng trước mùa khô.');
const numbers = ({ news }: SavedNews) => news.documents.map(({ document }) => document.number);
const later = () => new Promise((resolve) => setTimeout(resolve, 5));
const failureOf = async (work: Promise<unknown>) => (await work.catch((thrown: unknown) => thrown)) as Failure;

describe.skipIf(noEngine)('a saved search', () => {
  test('tells what was taken in since it was looked at, the latest first, until that was seen', async () => {
    const library = await freshLibrary();
    await add(library, wells('1'), trees('2'));
    await later();
    const { id } = await library.saved.save({ name: 'Giếng', words: 'giếng làng', filters: {} });
    expect(numbers(await library.saved.look(id, { seen: false, size: 10 }))).toEqual([]);
    await later();
    await add(library, wells('3'), trees('4'));
    await later();
    await add(library, wells('5'));
    expect(numbers(await library.saved.look(id, { seen: false, size: 10 }))).toEqual(['5-KH/TU', '3-KH/TU']);
    const seen = await library.saved.look(id, { seen: true, size: 1 });
    expect([numbers(seen), seen.news.total]).toEqual([['5-KH/TU'], 2]);
    expect(seen.news.documents[0]?.passage).toContain('giếng làng');
    expect(seen.saved.seen).toBe(seen.news.documents[0]?.accepted);
    expect(await library.saved.look(id, { seen: true, size: 10 })).toMatchObject({ saved: seen.saved, news: { total: 0 } });
    await later();
    await add(library, wells('6'));
    expect(numbers(await library.saved.look(id, { seen: false, size: 10 }))).toEqual(['6-KH/TU']);
  });

  test.each([
    ['beside others that match', [wells('1')]],
    ['where nothing matched before', [trees('1')]],
  ])('tells what was being taken in when it was saved and could not be found yet, %s', async (_what, held) => {
    const library = await freshLibrary();
    await add(library, ...held);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 1000 });
    onTestFinished(() => void vi.useRealTimers());
    const { id, created } = await library.saved.save({ name: 'Giếng', words: 'giếng làng', filters: {} });
    vi.useRealTimers();
    await later();
    await add(library, wells('2'));
    const { news } = await library.saved.look(id, { seen: false, size: 10 });
    expect(news.documents.map(({ document, accepted }) => [document.number, accepted < created])).toEqual([['2-KH/TU', true]]);
  });

  test('finds a document anew whose new version was taken in, and holds to its filters', async () => {
    const library = await freshLibrary();
    const version = (body: string) => fileOf('7.txt', plan({ number: '7-KH/TU', body }));
    await add(library, version('Các xã nạo vét giếng làng.'));
    await later();
    const all = await library.saved.save({ name: 'Tất cả', words: null, filters: { type: 'KH' } });
    const none = await library.saved.save({ name: 'Năm khác', words: null, filters: { year: '1999' } });
    await later();
    await add(library, version('Các xã nạo vét giếng làng hằng năm.'));
    const look = await library.saved.look(all.id, { seen: false, size: 10 });
    expect(look.news.documents.map(({ document, passage }) => [document.revision, passage])).toEqual([[2, null]]);
    expect(numbers(await library.saved.look(none.id, { seen: false, size: 10 }))).toEqual([]);
  });

  test('lies in the ledger: it outlives the index, and is listed by name until it is removed', async () => {
    const data = await emptyFolder();
    const library = await freshLibrary(data);
    await add(library, wells('1'));
    const kept = await library.saved.save({ name: '  Cây \n xanh ', words: '"cây xanh"', filters: { place: 'Bến Tre' } });
    const other = await library.saved.save({ name: 'Báo cáo', words: 'báo cáo', filters: {} });
    expect(kept).toMatchObject({ name: 'Cây xanh', words: '"cây xanh"', filters: { place: 'Bến Tre' } });
    await library.rebuild();
    await library.close();
    const again = await freshLibrary(data);
    expect(await again.saved.list()).toEqual([other, kept]);
    await again.saved.remove(other.id);
    expect(await again.saved.list()).toEqual([kept]);
    for (const work of [again.saved.remove(other.id), again.saved.find(other.id), again.saved.look(other.id, { seen: true, size: 1 })])
      expect((await failureOf(work)).code).toBe('not-found');
  });

  test.each([
    ['words that cannot be used', { name: 'a', words: '…', filters: {} }, 'bad-query'],
    ['too many words', { name: 'a', words: Array.from({ length: 40 }, (_, at) => `từ${at}`).join(' '), filters: {} }, 'bad-query'],
    ['nothing to look for', { name: 'a', words: null, filters: {} }, 'bad-query'],
    ['an empty name', { name: ' \n ', words: 'giếng', filters: {} }, 'bad-request'],
    ['a name too long', { name: 'a'.repeat(201), words: 'giếng', filters: {} }, 'bad-request'],
    ['control characters in its name', { name: 'a\u0000b', words: 'giếng', filters: {} }, 'bad-request'],
    ['a name that turns the writing', { name: 'a\u202eb', words: 'giếng', filters: {} }, 'bad-request'],
    ['a name of half a letter', { name: 'a\ud800', words: 'giếng', filters: {} }, 'bad-request'],
    ['a name that is taken', { name: 'Giếng', words: 'khác', filters: {} }, 'bad-request'],
  ])('is refused with %s, and nothing is kept', async (_what, search, code) => {
    const library = await freshLibrary();
    await library.saved.save({ name: 'Giếng', words: 'giếng', filters: {} });
    expect((await failureOf(library.saved.save(search))).code).toBe(code);
    expect(await library.saved.list()).toHaveLength(1);
  });
});

describe.skipIf(noEngine)('a process that only reads', () => {
  test('looks at saved searches, and changes none', async () => {
    const data = await emptyFolder();
    const writer = await freshLibrary(data);
    const saved = await writer.saved.save({ name: 'Giếng', words: 'giếng', filters: {} });
    const reader = await openLibrary({ data, mode: 'read', readOnly: true });
    onTestFinished(() => reader.close());
    expect(await reader.saved.list()).toEqual([saved]);
    expect(await reader.saved.find(saved.id)).toEqual(saved);
    const refused = [
      reader.saved.save({ name: 'b', words: 'b', filters: {} }),
      reader.saved.remove(saved.id),
      reader.saved.look(saved.id, { seen: true, size: 1 }),
    ];
    for (const work of refused) expect((await failureOf(work)).code).toBe('read-only');
    expect(await writer.saved.list()).toEqual([saved]);
  });

  test.skipIf(noEngine === null && engineFor('probe').elasticsearch === null)('has none where it has no ledger', async () => {
    const data = await emptyFolder();
    const writer = await freshLibrary(data);
    await writer.saved.save({ name: 'Giếng', words: 'giếng', filters: {} });
    const reader = await openLibrary({ data, mode: 'read', readOnly: true, ...engineFor(data) });
    onTestFinished(() => reader.close());
    expect((await failureOf(reader.saved.list())).code).toBe('saved-elsewhere');
  });
});

describe.skipIf(noEngine)('a ledger of an earlier layout', () => {
  test.each([1, 2])('%i takes saved searches in, and keeps what it holds', async (layout) => {
    const data = await emptyFolder();
    const library = await freshLibrary(data);
    const [outcome] = await add(library, wells('1'));
    await library.close();
    const ledger = new DatabaseSync(join(data, 'ledger.sqlite'));
    if (layout === 1) ledger.exec('ALTER TABLE state DROP COLUMN next_name; ALTER TABLE state DROP COLUMN previous_name');
    ledger.exec(`DROP TABLE saved; PRAGMA user_version = ${layout}`);
    ledger.close();
    const reader = await openLibrary({ data, mode: 'read', ...engineFor(data) });
    expect(await reader.saved.list()).toEqual([]);
    await reader.close();
    const writer = await freshLibrary(data);
    const saved = await writer.saved.save({ name: 'Giếng', words: 'giếng', filters: {} });
    expect(await writer.saved.list()).toEqual([saved]);
    expect((await writer.show(outcome?.document ?? '')).map(({ revision }) => revision)).toEqual([1]);
  });
});
