import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openLibrary } from '#services/compose.ts';
import type { Library } from '#services/library/library.ts';
import { readQuery } from '#services/query/parse.ts';
import type { SearchOrder } from '#services/query/query.ts';
import { engineFor, noEngine } from '../support/engine.ts';
import { fileOf, plan } from './library.ts';

/** So many plans say nearly the same; a few of them are cited, the others not. */
const alike = 45;

const documents = [
  ...Array.from({ length: alike }, (_, at) =>
    fileOf(
      `trồng ${at}.txt`,
      plan({
        number: `${100 + at}-KH/TU`,
        place: at % 2 === 0 ? 'Bến Tre' : 'Vĩnh Long',
        date: `${String((at % 28) + 1).padStart(2, '0')} tháng 3 năm ${2015 + (at % 8)}`,
        body: `1. Các huyện trồng dừa ven kênh, đợt ${at}.${' Giữ bờ kênh khỏi sạt lở.'.repeat(at % 4)}`,
      }),
    ),
  ),
  ...[1, 2, 3].map((at) =>
    fileOf(
      `dẫn ${at}.txt`,
      plan({
        number: `${at}-BC/TU`,
        place: 'Vĩnh Long',
        type: 'BÁO CÁO',
        body: 'Thực hiện Kế hoạch số 117-KH/TU của Tỉnh ủy, các xã đã làm vườn ươm giống tràm.',
      }),
    ),
  ),
  fileOf('một số khác.txt', plan({ number: '117-KH/TU', place: 'An Giang', body: 'Sửa cầu khỉ ở các ấp.' })),
  fileOf('quy định.txt', plan({ number: '08-QĐi/TU', type: 'QUY ĐỊNH', body: 'Quy định này nói về thư viện lưu động của các ấp.' })),
  fileOf(
    'kết luận.txt',
    plan({ number: '31-KL/TU', type: 'KẾT LUẬN', body: 'Kết luận về lò gạch thủ công và việc xử lý khói bụi quanh trường học.' }),
  ),
  fileOf('luật.txt', plan({ number: '33/2024/QH15', type: 'LUẬT', body: 'Luật này quy định về đê cói và việc giữ nghề dệt chiếu.' })),
  fileOf(
    'thưởng.txt',
    plan({
      number: '41-TB/TU',
      type: 'THÔNG BÁO',
      date: '05 tháng 6 năm 2019',
      body: 'Chi theo Nghị định số 91/2017/NĐ-CP và Luật số 72/2025/QH15 của Quốc hội, Nghị quyết Trung ương 4 khóa XII.',
    }),
  ),
];

let folder: string;
let library: Library;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vankien-search-'));
  library = await openLibrary({ data: folder, mode: 'write', ...engineFor(folder) });
  for await (const { outcome } of library.add(documents)) expect(outcome).toBe('added');
});
afterAll(async () => {
  await library.close();
  await rm(folder, { recursive: true, force: true });
});

const numbersOf = (hits: readonly { document: { number: string | null } }[]) => hits.map(({ document }) => document.number);

describe.skipIf(noEngine)('pages of a search', () => {
  test.each(['relevance', 'newest', 'oldest', 'added'] as const)(
    'of any size give every hit once, in the order of one large page: %s',
    async (order) => {
      const whole = await library.search('trồng dừa', {}, { size: 100, order });
      expect([whole.total, whole.next]).toEqual([alike, null]);
      const ids = whole.hits.map(({ document }) => document.id);
      expect(new Set(ids).size).toBe(alike);
      await fc.assert(
        fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 3 }), async (sizes) => {
          expect(await walked('trồng dừa', sizes, order)).toEqual(ids);
        }),
        { numRuns: 6, examples: [[[1]], [[30]], [[29, 2]]] },
      );
      for (const from of [0, 7, 29, 30, 31, 44, 45, 60]) {
        const page = await library.search('trồng dừa', {}, { size: 10, from, order });
        expect(
          page.hits.map(({ document }) => document.id),
          String(from),
        ).toEqual(ids.slice(from, from + 10));
      }
    },
  );

  async function walked(words: string, sizes: readonly number[], order: SearchOrder): Promise<string[]> {
    const ids: string[] = [];
    let after: string | null | undefined;
    for (let step = 0; after !== null; step++) {
      const page = await library.search(
        words,
        {},
        { size: sizes[step % sizes.length] ?? 1, order, facets: [], ...(after === undefined ? {} : { after }) },
      );
      ids.push(...page.hits.map(({ document }) => document.id));
      after = page.next;
    }
    return ids;
  }

  test('refuse an offset beside a cursor, one too large, and cursors that belong to another question or to none', async () => {
    const { next } = await library.search('trồng dừa', {}, { size: 5 });
    const { next: far } = await library.search('trồng dừa', {}, { size: 35 });
    expect([next, far]).toEqual([expect.any(String), expect.any(String)]);
    const ask = (words: string, request: object) => library.search(words, {}, { size: 5, ...request });
    await expect(ask('trồng dừa', { after: next, from: 0 })).rejects.toMatchObject({ code: 'bad-request', details: [{ path: 'offset' }] });
    await expect(ask('trồng dừa', { from: 10_001 })).rejects.toMatchObject({ code: 'bad-request', details: [{ path: 'offset' }] });
    for (const after of [next, far]) {
      for (const [words, request] of [
        ['dừa', { after }],
        ['trồng dừa', { after, order: 'newest' }],
      ] as const) {
        await expect(ask(words, request)).rejects.toMatchObject({ code: 'bad-request', details: [{ path: 'after' }] });
      }
      await expect(library.search('trồng dừa', { place: 'Bến Tre' }, { size: 5, after: after ?? '' })).rejects.toMatchObject({
        code: 'bad-request',
      });
    }
    for (const after of ['', 'x', 'e30', Buffer.from('{"at":5}').toString('base64url'), Buffer.from('null').toString('base64url')]) {
      await expect(ask('trồng dừa', { after }), after).rejects.toMatchObject({ code: 'bad-request', details: [{ path: 'after' }] });
    }
  });
});

describe.skipIf(noEngine)('a search', () => {
  test('lets a document that others cite stand before its like', async () => {
    const { hits } = await library.search('trồng dừa', { place: 'Vĩnh Long' }, { size: 100 });
    const cited = hits.findIndex(({ document }) => document.number === '117-KH/TU');
    const like = hits.findIndex(({ document }) => document.number === '109-KH/TU');
    expect([cited, like].every((place) => place >= 0)).toBe(true);
    expect(cited).toBeLessThan(like);
  });

  test('tells how many places of a document it does not show, and counts the facets that were asked for', async () => {
    const { hits, facets } = await library.search('kênh', {}, { size: 100, facets: ['place'] });
    const of = (number: string) => hits.find(({ document }) => document.number === number);
    for (const hit of hits) {
      const marks = hit.snippets.reduce((sum, snippet) => sum + snippet.marks.length, 0);
      expect(marks + hit.more).toBe(hit.document.number === null ? 0 : 1 + ((Number(hit.document.number.split('-')[0]) - 100) % 4));
    }
    expect(of('103-KH/TU')?.snippets.length).toBeGreaterThan(0);
    expect(facets.place).toEqual([
      { value: 'Bến Tre', count: 23 },
      { value: 'Vĩnh Long', count: 22 },
    ]);
    expect(facets.year).toEqual([]);
  });

  test('finds what another document cites, and not what bears the same number elsewhere', async () => {
    const found = await library.search('đượcdẫnbởi:2-BC/TU', {}, { size: 10 });
    expect(found.hits.map(({ document }) => document.name)).toEqual(['trồng 17.txt']);
    expect((await library.search('citedby:2-BC/TU place:"An Giang"', {}, { size: 10 })).total).toBe(0);
    expect((await library.search('đượcdẫnbởi:100-KH/TU', {}, { size: 10 })).total).toBe(0);
    expect((await library.search('đượcdẫnbởi:999-KH/TU', {}, { size: 10 })).total).toBe(0);
  });

  test('finds a number as it is printed elsewhere where it finds none as typed, and says so', async () => {
    const { readings, hits, total } = await library.search('theo 08-QĐ/TU', {}, { size: 5 });
    expect([total, hits.length]).toEqual([0, 0]);
    const alone = await library.search('08-QĐ/TU', {}, { size: 5 });
    expect(numbersOf(alone.hits)).toEqual(['08-QĐi/TU']);
    expect(alone.readings).toEqual([{ kind: 'sibling', typed: '08-QĐ/TU', read: '08-QĐi/TU', span: { start: 0, end: 8 } }]);
    expect(readings).toEqual([]);
    const listed = [];
    for await (const document of library.all('08-QĐ/TU', {})) listed.push(document.number);
    expect(listed).toEqual(['08-QĐi/TU']);
  });
});

describe.skipIf(noEngine)('a number as readers call it', () => {
  test.each([
    '72/2025/QH15',
    'luật 72/2025/QH15',
    '72/2025/QH 15',
    '91/NĐ-CP',
    '91 nd cp',
    'nghị định 91 năm 2017',
    'số41-TB/TU',
    'tb41tu',
    '４１-TB/TU',
    'NQ TW4 khóa XII',
    'nghị quyết 4 trung ương khoá XII',
    'số:"thông báo 41"',
    'số:tb41',
  ])('%s', async (typed) => {
    const { hits, total, loosened } = await library.search(typed, {}, { size: 5 });
    expect([total, loosened, hits.map(({ document }) => document.number)]).toEqual([1, null, ['41-TB/TU']]);
  });
});

describe.skipIf(noEngine)('the number of a law', () => {
  test.each(['33/2024/QH15', 'luật 33/2024/QH15', '33/2024/QH 15', '33 2024 qh15 đê cói'])(
    'finds the law by its number: %s',
    async (typed) => {
      const { hits } = await library.search(typed, {}, { size: 5 });
      expect(hits.map(({ document, rule }) => [document.number, rule])).toEqual([['33/2024/QH15', 'number']]);
    },
  );
});

describe.skipIf(noEngine)('many words that no document holds together', () => {
  const question = 'kế hoạch nào của tỉnh nói về thư viện lưu động ở các xã vùng sâu hải đảo';

  test('find those that hold most of them, and the answer says how many', async () => {
    const { loosened, hits, total } = await library.search(question, {}, { size: 5 });
    expect(loosened).not.toBeNull();
    expect(loosened!.least).toBeLessThan(loosened!.of);
    expect(total).toBeGreaterThan(0);
    expect(hits[0]!.snippets.flatMap(({ text }) => text).join(' ')).toContain('lưu động');
    const listed = await Array.fromAsync(library.all(question, {}));
    expect(listed.map(({ id }) => id)).toEqual(expect.arrayContaining(hits.map(({ document }) => document.id)));
  });

  test.each([
    ['too few to leave any out', 'viện xyzzy'],
    ['one of them excluded', `${question} -thư -viện -xã -kế -tỉnh`],
    ['a number that nobody cites', `${question} 987-KH/TU`],
    ['a condition that nothing meets', `${question} năm:1950`],
  ])('%s: nothing is found', async (_, words) => {
    expect(await library.search(words, {}, { size: 5 })).toMatchObject({ total: 0, loosened: null });
  });
});

describe.skipIf(noEngine)('another spelling', () => {
  test.each([
    ['lò gach thủ công', null],
    ['lò gạhc thủ công', 'lò gạch thủ công'],
    ['lo gahc', 'lo gach'],
    ['xữ lý khói bụi', 'xử lý khói bụi'],
    ['sử lý khói bụi', 'xử lý khói bụi'],
    ['thuvien lưu động', 'thu vien lưu động'],
    ['"vườn ưom giống"', '"vườn ươm giống"'],
    ['vuon uonm', 'vuon uom'],
    ['thư viện lưu đọng -khói', 'thư viện lưu động -khói'],
    ['thư viện lưu động -thư', null],
    ['thư viện lưu động năm:1950', null],
    ['116-KH/TT', '116-KH/TU'],
    ['999-QĐ/TW', null],
    ['31-KL/TW', '31-KL/TU'],
    ['xyzzy', null],
    ['trồng dừa', null],
    ['keets luaanj lof gajhc', 'kết luận lò gạch'],
    ['keets luaajn lof gachj thur coong', null],
    ['bujui quanh truwowngf hocj', 'bụi quanh trường học'],
    ['khosi buji', 'khói bụi'],
    ['khois buil', 'khói bụi'],
    ['gial thoong thur coong', null],
    ['xwr lys', 'xử lý'],
    ['thuwr coong vowf kênh', null],
    ['lo2 ga5hc', 'lò gạch'],
    ['bờ kênh khỏi sajtt', 'bờ kênh khỏi sạt'],
    ['khor sajt', 'khỏi sạt'],
  ])('%s: %s', async (typed, wanted) => {
    const { total, loosened, suggestion } = await library.search(typed, {}, { size: 5 });
    expect(suggestion?.query ?? null).toBe(wanted);
    if (suggestion === null) return;
    expect(suggestion.total).toBeGreaterThan(loosened === null ? total : 0);
    expect((await library.search(suggestion.query, {}, { size: 5 })).total).toBe(suggestion.total);
    for (const { typed: was, span } of suggestion.changes) expect(typed.slice(span.start, span.end)).toBe(was);
  });

  test('is proposed without keys of typing: they are written out', async () => {
    const phrases = ['kết luận về lò gạch thủ công', 'việc xử lý khói bụi', 'giữ bờ kênh khỏi sạt lở', 'các xã đã làm vườn ươm giống'];
    const typed = fc
      .tuple(
        fc.constantFrom(...phrases),
        fc.nat(3),
        fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }),
        fc.nat(30),
        fc.constantFrom(...'aenhsw'),
      )
      .map(([phrase, from, inKeys, at, letter]) => {
        const words = phrase.split(' ').slice(from);
        const text = words.map((word, place) => (inKeys[place] === true ? telexOf(word) : word)).join(' ');
        const place = at % text.length;
        return text.slice(0, place) + letter + text.slice(place);
      });
    let proposed = 0;
    await fc.assert(
      fc.asyncProperty(typed, async (words) => {
        const { suggestion } = await library.search(words, {}, { size: 1, facets: [] });
        if (suggestion === null) return;
        proposed++;
        expect(readQuery(suggestion.query).readings.filter(({ kind }) => kind === 'telex')).toEqual([]);
        for (const { typed: was, span } of suggestion.changes) expect(words.slice(span.start, span.end)).toBe(was);
      }),
      { numRuns: 60, seed: 7 },
    );
    expect(proposed).toBeGreaterThan(15);
  });

  test('is not proposed for the pages that follow, nor where filters leave nothing', async () => {
    expect((await library.search('gahc', {}, { size: 5, from: 5 })).suggestion).toBeNull();
    expect((await library.search('gach', { place: 'Nowhere' }, { size: 5 })).suggestion).toBeNull();
  });
});

const toneKeys: Readonly<Record<string, string>> = { '\u0301': 's', '\u0300': 'f', '\u0309': 'r', '\u0303': 'x', '\u0323': 'j' };

/** The Telex keys by which a word is typed, the tone last. */
function telexOf(word: string): string {
  const keys = [...word.replaceAll('đ', 'dd').normalize('NFD')];
  const letters = keys.map((key, at) =>
    key === '\u0302' ? (keys[at - 1] ?? '') : key === '\u0306' || key === '\u031b' ? 'w' : (toneKeys[key] ?? key),
  );
  const tones = keys.flatMap((key) => toneKeys[key] ?? []);
  return [...letters.filter((_, at) => toneKeys[keys[at] ?? ''] === undefined), ...tones].join('');
}
