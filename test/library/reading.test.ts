import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { wordsOf } from '#ingest/model/span.ts';
import { openLibrary } from '#services/compose.ts';
import type { Library } from '#services/library/library.ts';
import { engineFor, noEngine } from '../support/engine.ts';
import { add, fileOf, plan } from './library.ts';

const body = [
  'I. MỤC ĐÍCH',
  'Giữ gìn bóng mát trên các tuyến đường liên xã của tỉnh.',
  'II. TỔ CHỨC THỰC HIỆN',
  '1. Văn phòng Tỉnh ủy thống kê số cây bị gãy đổ, báo cáo trước ngày 30/6/2022.',
  '2. Các huyện ủy chăm sóc cây non hằng quý.',
].join('\n');

let library: Library;
let id: string;

beforeAll(async () => {
  const data = await mkdtemp(join(tmpdir(), 'vankien-reading-'));
  library = await openLibrary({ data, mode: 'write', ...engineFor(data) });
  const outcomes = await add(
    library,
    fileOf('Kế hoạch 31.txt', plan({ number: '31-KH/TU', body })),
    fileOf('Kế hoạch 31 Cà Mau.txt', plan({ number: '31-KH/TU', place: 'Cà Mau', body: 'Các huyện ủy vớt lục bình trên kênh.' })),
  );
  id = outcomes[0]?.document ?? '';
  return async () => {
    await library.close();
    await rm(data, { recursive: true });
  };
});

describe.skipIf(noEngine)('search', () => {
  test('shows passages in the letters of the document, with marks, place, page and part', async () => {
    const { total, hits, query } = await library.search('gay do', {}, { from: 0, size: 10 });
    expect([total, query]).toEqual([1, 'gay do']);
    const [snippet] = hits[0]?.snippets ?? [];
    expect(snippet?.marks.map((mark) => wordsOf(snippet.text, mark))).toEqual(['gãy', 'đổ']);
    expect(snippet?.page).toBe(1);
    expect(snippet?.part).toContain('TỔ CHỨC THỰC HIỆN');
    const { text } = await library.text(id);
    expect(text.slice(snippet?.span.start, snippet?.span.end)).toBe(snippet?.text);
  });

  test('pages through hits and counts facets over all of them', async () => {
    const first = await library.search('huyện ủy', {}, { from: 0, size: 1 });
    const second = await library.search('huyện ủy', {}, { from: 1, size: 1 });
    expect([first.total, first.hits.length, second.hits.length]).toEqual([2, 1, 1]);
    expect(second.hits[0]?.document.id).not.toBe(first.hits[0]?.document.id);
    expect(second.facets).toEqual(first.facets);
    expect(first.facets.type).toEqual([{ value: 'KH', count: 2 }]);
  });

  test('is refused without a letter or digit', async () => {
    await expect(library.search('"(*"', {}, { from: 0, size: 1 })).rejects.toMatchObject({ code: 'bad-query' });
  });
});

describe.skipIf(noEngine)('one document', () => {
  test('is shown by its id, and with its namesakes by its number', async () => {
    expect((await library.show(id)).map((view) => view.name)).toEqual(['Kế hoạch 31.txt']);
    expect((await library.show('31 kh tu')).map((view) => view.place).sort()).toEqual(['Bến Tre', 'Cà Mau']);
  });

  test('is shown by the id of its work', async () => {
    const { choices } = await library.trace({ of: '31-KH/TU', direction: 'both', depth: 1 });
    const [work] = choices.filter((node) => node.scope === 'Bến Tre');
    expect((await library.show(work?.id ?? '')).map((view) => view.id)).toEqual([id]);
  });

  test('has a text that every span of it points into', async () => {
    const [view] = await library.show(id);
    const { text, pages } = await library.text(id);
    expect(pages).toEqual([0]);
    expect(view?.document.number).toBe('31-KH/TU');
    for (const part of view?.parts ?? []) expect(part.span.end).toBeLessThanOrEqual(text.length);
    for (const recipient of view?.recipients ?? []) expect(wordsOf(text, recipient.span)).toContain(recipient.name.split(' ')[0]);
  });

  test.each(['', 'nothing', 'ffffffffffffffff', '../../etc/passwd'])('is not found under %j', async (ref) => {
    await expect(library.show(ref)).rejects.toMatchObject({ code: 'not-found' });
    await expect(library.text(ref)).rejects.toMatchObject({ code: 'not-found' });
    await expect(library.original(ref)).rejects.toMatchObject({ code: 'not-found' });
  });

  test('has no version that was never accepted', async () => {
    await expect(library.original(id, 2)).rejects.toMatchObject({ code: 'not-found', detail: 'The document has no version 2.' });
  });
});

describe.skipIf(noEngine)('tasks', () => {
  test('name the page on which they stand, and narrow down to a document and a day', async () => {
    const all = await library.tasks({}, { from: 0, size: 10 });
    const due = await library.tasks({ document: id, to: '2022-06-30' }, { from: 0, size: 10 });
    expect(due.total).toBe(1);
    expect(all.total).toBeGreaterThan(due.total);
    expect(due.tasks[0]).toMatchObject({ page: 1, document: { id }, task: { deadlines: [{ end: '2022-06-30' }] } });
  });
});

describe.skipIf(noEngine)('a number that is printed -QĐ/ here and -QĐi/ there', () => {
  let rules: Library;

  beforeAll(async () => {
    const data = await mkdtemp(join(tmpdir(), 'vankien-siblings-'));
    rules = await openLibrary({ data, mode: 'write', ...engineFor(data) });
    const held = plan({
      number: '15-QĐi/TU',
      type: 'QUY ĐỊNH',
      body: 'Mỗi chi bộ nhận chăm sóc một đoạn đường, theo Quy định số 47-QĐi/TW.',
    });
    const pair = (number: string, body: string) => fileOf(`${number.replace('/', ' ')}.txt`, plan({ number, type: 'QUY ĐỊNH', body }));
    await add(rules, fileOf('15.txt', held), pair('9-QĐ/TU', 'Trồng tre giữ bờ kênh.'), pair('9-QĐi/TU', 'Trồng bần giữ bãi bồi.'));
    return async () => {
      await rules.close();
      await rm(data, { recursive: true });
    };
  });

  const found = async (words: string) =>
    (await rules.search(words, {}, { from: 0, size: 10 })).hits.map(({ document, snippets }) => [
      document.number,
      snippets.flatMap(({ text, marks }) => marks.map((mark) => wordsOf(text, mark))),
    ]);

  test.each(['15-QĐ/TU', '15-qd/tu', '15 qd tu'])('is found and marked as it is printed: %s', async (words) => {
    expect(await found(words)).toEqual([['15-QĐi/TU', ['15-QĐi/TU']]]);
  });

  test('is looked for as typed first', async () => {
    expect(await found('9-QĐ/TU')).toEqual([['9-QĐ/TU', ['9-QĐ/TU']]]);
    expect(await found('9-QĐi/TU')).toEqual([['9-QĐi/TU', ['9-QĐi/TU']]]);
    expect((await rules.show('9-qd/tu')).map(({ number }) => number)).toEqual(['9-QĐ/TU']);
  });

  test('is exported, and found in a list, as a search finds it', async () => {
    const exported = async (words: string) => (await Array.fromAsync(rules.all(words, {}))).map(({ number }) => number);
    expect([await exported('15 qd tu'), await exported('9-QĐ/TU'), await exported('16-QĐ/TU')]).toEqual([['15-QĐi/TU'], ['9-QĐ/TU'], []]);
    const lines = ['15 qd tu', '9-QĐ/TU', 'chi bộ 15-QĐ/TU'].map((text, index) => ({ line: index + 1, text }));
    const answers = await Array.fromAsync(rules.lookUp(lines));
    expect(answers.map(({ outcome, documents }) => [outcome, ...documents.map(({ number }) => number)])).toEqual([
      ['found', '15-QĐi/TU'],
      ['found', '9-QĐ/TU'],
      ['found', '15-QĐi/TU'],
    ]);
  });

  test('is shown under the number that the document bears', async () => {
    expect((await rules.show('15-QĐ/TU')).map(({ number }) => number)).toEqual(['15-QĐi/TU']);
    await expect(rules.show('16-QĐ/TU')).rejects.toMatchObject({ code: 'not-found' });
  });

  test('is traced under the number that the documents know it by', async () => {
    const graph = await rules.trace({ of: '47-qd/tw', direction: 'down', depth: 1 });
    expect(graph.nodes.map(({ key, depth }) => [key, depth])).toEqual([
      ['47-QĐi/TW', 0],
      ['15-QĐi/TU', 1],
    ]);
  });

  test('is traced without marks also where the code of its issuer is a rare one', async () => {
    await add(rules, fileOf('5.txt', plan({ number: '5-KH/ĐUXP', body: 'Trồng dừa.' })));
    expect((await rules.trace({ of: '5-kh/duxp', direction: 'up', depth: 0 })).nodes.map(({ key }) => key)).toEqual(['5-KH/ĐUXP']);
  });
});
