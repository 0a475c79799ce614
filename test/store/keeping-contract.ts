import { describe, expect, test } from 'vitest';
import { parseQuery } from '#services/query/parse.ts';
import type { StoredDocument } from '#services/store/port.ts';
import { citation, claim, stored, task } from '../support/record.ts';
import { type StorePlace, withStore } from './place.ts';

const page = { from: 0, size: 10 };

/** A document that uses every table. */
function full(id: string, text: string, revision = 1): StoredDocument {
  return stored(id, text, {
    revision,
    name: `${id}.txt`,
    number: '12-KH/TU',
    type: 'KH',
    issuer: 'Ban Thường vụ Tỉnh ủy',
    place: 'Tiền Giang',
    scope: 'Tiền Giang',
    date: '2023-04-05',
    title: 'về chuyển đổi số',
    citations: [citation('01-KL/TW', 'implements')],
    claims: [claim(null, 'implements', '01-KL/TW')],
    tasks: [task('Báo cáo kết quả', { assignees: ['Tỉnh đoàn'], deadlines: [{ end: '2023-12-15', recurs: null }] })],
    findings: [{ code: 'some-oddity', severity: 'info', message: 'An oddity.' }],
  });
}

export function testKeeping(makePlace: () => Promise<StorePlace>): void {
  describe('keeps documents', () => {
    test('gives back what was put, letter by letter', () =>
      withStore(makePlace, async (store) => {
        const document = full('a', 'Lập kế hoạch "mới"\u0000 \u{1F600} ký\ttự\r\nlạ \ud800 cuối');
        await store.put([document]);
        expect(await store.get('a')).toEqual(document);
        for (const unknown of ['b', '', '../a', 'a/_source', '_search', 'ă'.repeat(400)]) expect(await store.get(unknown)).toBeNull();
      }));

    test('gives the records of several documents without their claims and tasks', () =>
      withStore(makePlace, async (store) => {
        const documents = [full('a', 'chữ "một"\u0000 \u{1F600}'), full('b', 'chữ hai'), full('c', 'chữ ba')];
        await store.put(documents);
        const found = await store.bodies(['c', 'a', 'never there', 'a', '']);
        const wanted = [documents[0]!, documents[2]!].map(({ id, record: { claims: _, tasks: __, ...body } }) => ({ id, body }));
        expect([...found].sort((one, other) => (one.id < other.id ? -1 : 1))).toEqual(wanted);
        expect(await store.bodies([])).toEqual([]);
      }));

    test('replaces a document as a whole', () =>
      withStore(makePlace, async (store) => {
        await store.put([full('a', 'chữ cũ')]);
        const next = stored('a', 'chữ mới', { revision: 2 });
        await store.put([next]);
        expect(await store.get('a')).toEqual(next);
        expect(await store.list(null, 10)).toEqual([{ id: 'a', revision: 2, hash: next.record.file.hash, pipeline: 'test' }]);
        expect((await store.search(parseQuery('cũ'), page)).total).toBe(0);
        expect((await store.search(parseQuery('mới'), page)).total).toBe(1);
        expect(await store.stats()).toMatchObject({ documents: 1, citations: 0, relations: 0, tasks: 0, findings: 0 });
        expect(await store.named(['1-KL/TW'])).toEqual([{ symbol: '1-KL/TW', named: [], decisions: [] }]);
        expect(await store.keys('', 10)).toEqual([]);
        expect((await store.tasks({}, page)).total).toBe(0);
        expect(await store.check()).toEqual([]);
      }));

    test('takes the last of two documents with one id in the same call', () =>
      withStore(makePlace, async (store) => {
        await store.put([full('a', 'trước'), full('a', 'sau', 2)]);
        expect((await store.get('a'))?.revision).toBe(2);
        expect((await store.search(parseQuery('trước'), page)).total).toBe(0);
      }));

    test('replaces and removes documents that came in together, one after the other', () =>
      withStore(makePlace, async (store) => {
        const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
        await store.put(ids.map((id) => full(id, 'chữ cũ')));
        await store.put(ids.slice(0, 2).map((id) => full(id, 'chữ mới', 2)));
        for (const id of ids.slice(2, 4)) await store.put([full(id, 'chữ mới', 2)]);
        for (const id of ids.slice(4)) await store.remove(id);
        expect((await store.search(parseQuery('mới'), page)).hits.map((hit) => hit.document.id)).toEqual(['a', 'b', 'c', 'd']);
        expect((await store.search(parseQuery('cũ'), page)).total).toBe(0);
        expect(await store.check()).toEqual([]);
      }));

    test('keeps a newer version where an older one comes again, and takes the same one again', () =>
      withStore(makePlace, async (store) => {
        await store.put([full('a', 'chữ mới', 2)]);
        expect(await store.put([full('a', 'chữ cũ', 1)])).toEqual([]);
        expect(await store.get('a')).toEqual(full('a', 'chữ mới', 2));
        await store.put([full('a', 'chữ mới hơn', 2)]);
        expect((await store.get('a'))?.record.text).toBe('chữ mới hơn');
        expect((await store.tasks({}, page)).total).toBe(1);
        expect(await store.check()).toEqual([]);
      }));

    test('takes a document that was removed in again, in whatever version', () =>
      withStore(makePlace, async (store) => {
        await store.put([full('a', 'chữ', 3)]);
        await store.remove('a');
        await store.put([full('a', 'chữ', 1)]);
        expect((await store.get('a'))?.revision).toBe(1);
        expect((await store.search(parseQuery('chữ'), page)).total).toBe(1);
      }));

    test('shows what was put to be seen later when it is asked to', () =>
      withStore(makePlace, async (store) => {
        await store.put([full('a', 'chữ'), full('b', 'chữ')], { visible: 'later' });
        await store.refresh();
        expect((await store.search(parseQuery('chữ'), page)).total).toBe(2);
        expect((await store.tasks({}, page)).total).toBe(2);
        expect((await store.list(null, 10)).map(({ id }) => id)).toEqual(['a', 'b']);
      }));

    test('leaves nothing of an earlier version behind that had more in it', () =>
      withStore(makePlace, async (store) => {
        const tasks = ['một', 'hai', 'ba'].map((text) => task(text));
        await store.put([stored('a', 'chữ', { tasks, claims: [claim(null, 'implements', '01-KL/TW')] })]);
        await store.put([stored('a', 'chữ', { revision: 2, tasks: tasks.slice(0, 1) })]);
        expect((await store.tasks({}, page)).tasks.map((found) => found.task.text)).toEqual(['một']);
        expect(await store.named(['1-KL/TW'])).toEqual([{ symbol: '1-KL/TW', named: [], decisions: [] }]);
        expect(await store.check()).toEqual([]);
      }));

    test('removes a document with all that is known of it, and does not mind one it has not', () =>
      withStore(makePlace, async (store) => {
        await store.put([full('a', 'chữ'), full('b', 'chữ')]);
        await store.remove('a');
        await store.remove('never there');
        expect(await store.get('a')).toBeNull();
        expect((await store.search(parseQuery('chữ'), page)).hits.map((hit) => hit.document.id)).toEqual(['b']);
        expect(await store.stats()).toMatchObject({ documents: 1, citations: 1, relations: 1, tasks: 1, findings: 1 });
        expect((await store.tasks({}, page)).tasks.map((found) => found.document.id)).toEqual(['b']);
        expect(await store.check()).toEqual([]);
      }));

    test('puts all documents of a call or none', () =>
      withStore(makePlace, async (store) => {
        await store.put([full('a', 'chữ cũ')]);
        const broken = { ...full('c', 'chữ'), record: { ...full('c', 'chữ').record, claims: null } } as unknown as StoredDocument;
        await expect(store.put([full('a', 'chữ mới', 2), full('b', 'chữ'), broken])).rejects.toMatchObject({ name: 'Failure' });
        expect(await store.list(null, 10)).toMatchObject([{ id: 'a', revision: 1 }]);
        expect((await store.search(parseQuery('mới'), page)).total).toBe(0);
        await store.put([full('b', 'chữ mới')]);
        expect((await store.search(parseQuery('"chữ moi"'), page)).total).toBe(1);
        expect(await store.check()).toEqual([]);
      }));

    test('lists ids in order, page by page', () =>
      withStore(makePlace, async (store) => {
        await store.put(['d', 'b', 'a', 'c'].map((id) => stored(id, 'chữ')));
        expect((await store.list(null, 2)).map((entry) => entry.id)).toEqual(['a', 'b']);
        expect((await store.list('b', 10)).map((entry) => entry.id)).toEqual(['c', 'd']);
        expect(await store.list('d', 10)).toEqual([]);
      }));

    test('summarises documents by id and leaves unknown ones out', () =>
      withStore(makePlace, async (store) => {
        await store.put([full('a', 'chữ'), stored('b', 'chữ')]);
        const found = await store.summaries(['a', 'zzz', 'b']);
        expect(found.map((summary) => summary.id).sort()).toEqual(['a', 'b']);
        expect(found.find((summary) => summary.id === 'a')).toEqual({
          id: 'a',
          revision: 1,
          name: 'a.txt',
          type: 'KH',
          number: '12-KH/TU',
          issuer: 'Ban Thường vụ Tỉnh ủy',
          place: 'Tiền Giang',
          date: '2023-04-05',
          title: 'về chuyển đổi số',
          identity: full('a', 'chữ').record.identity,
        });
      }));

    test('has nothing under any id that nobody put, of whatever form', () =>
      withStore(makePlace, async (store) => {
        await store.put([full('a', 'chữ')]);
        for (const id of ['', 'x'.repeat(600), 'đ'.repeat(6000), 'a/b', '..', 'a b?c#d', '%61', '_search', '*', 'a,b', '\ud800']) {
          expect(await store.get(id)).toBeNull();
          expect(await store.summaries([id])).toEqual([]);
          expect((await store.named([`doc:${id}`]))[0]?.named).toEqual([]);
          expect((await store.tasks({ document: id }, page)).total).toBe(0);
          await store.remove(id);
        }
        expect((await store.list(null, 10)).map((entry) => entry.id)).toEqual(['a']);
      }));

    test('counts what it holds', () =>
      withStore(makePlace, async (store) => {
        expect(await store.stats()).toEqual({
          documents: 0,
          citations: 0,
          relations: 0,
          tasks: 0,
          findings: 0,
          byType: [],
          byRelation: [],
        });
        const report = stored('c', 'chữ', { type: 'BC', claims: [claim('5-KH/TU', 'reviews', '01-KL/TW')] });
        await store.put([full('a', 'chữ'), full('b', 'chữ'), report]);
        expect(await store.stats()).toEqual({
          documents: 3,
          citations: 2,
          relations: 3,
          tasks: 2,
          findings: 2,
          byType: [
            { value: 'KH', count: 2 },
            { value: 'BC', count: 1 },
          ],
          byRelation: [
            { relation: 'implements', count: 2 },
            { relation: 'reviews', count: 1 },
          ],
        });
      }));

    test('holds after it was closed and opened again what it held before', () =>
      withStore(makePlace, async (store, place) => {
        await store.put([full('a', 'chữ viết')]);
        await store.close();
        const again = await place.open();
        try {
          expect(await again.get('a')).toEqual(full('a', 'chữ viết'));
          expect((await again.search(parseQuery('chu viet'), page)).total).toBe(1);
          await again.put([full('b', 'chữ viết')]);
          expect((await again.search(parseQuery('"chữ viet"'), page)).total).toBe(2);
          expect(await again.check()).toEqual([]);
        } finally {
          await again.close();
        }
      }));

    test('answers with a failure, not another error, once it is closed', () =>
      withStore(makePlace, async (store) => {
        await store.close();
        await expect(store.get('a')).rejects.toMatchObject({ name: 'Failure' });
        await store.close();
      }));
  });
}
