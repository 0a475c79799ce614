import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openLibrary } from '#services/compose.ts';
import type { Library } from '#services/library/library.ts';
import { queryLimits, readQuery } from '#services/query/parse.ts';
import { engineFor, noEngine } from '../support/engine.ts';
import { fileOf, plan } from './library.ts';

/** A title of more words than a query can have. */
const long = `về chăm sóc hàng cây ven đường ${Array.from({ length: 40 }, (_, at) => `ấp${at}`).join(' ')} và các nơi khác`;
const longest = `về trồng lại rừng ${Array.from({ length: 90 }, (_, at) => `xóm${at}`).join(' ')}`;
const titles = [
  'về chăm sóc cây xanh ven đường liên xã',
  long,
  longest,
  'về phân loại:xếp hạng trường học',
  'về bài trừ -mê tín dị đoan',
  'về vườn ươm HOẶC vườn rau',
  'về phong trào “Toàn dân chăm sóc giếng làng” năm 2022',
];
const documents = titles.map((title, at) =>
  fileOf(
    `${at}.txt`,
    plan({
      number: `${at + 20}-KH/TU`,
      body: `1. Việc ${at} theo Chỉ thị số 62-CT/TW.`,
    }).replace('về chăm sóc cây xanh ven đường liên xã', title),
  ),
);

let folder: string;
let library: Library;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vankien-suggestions-'));
  library = await openLibrary({ data: folder, mode: 'write', ...engineFor(folder) });
  for await (const { outcome } of library.add(documents)) expect(outcome).toBe('added');
});
afterAll(async () => {
  await library.close();
  await rm(folder, { recursive: true, force: true });
});

const offered = async (typed: string) => (await library.suggest(typed, 20)).suggestions;
const queries = async (typed: string) => (await offered(typed)).map(({ query }) => query);
const found = async (query: string) => (await library.search(query, {}, { size: 1, facets: [] })).hits[0]?.document.id;

describe.skipIf(noEngine)('what is suggested for a title', () => {
  test.each([
    ['plain', 'cây xanh', /^về chăm sóc cây xanh ven đường liên xã$/u],
    ['with words in quotation marks', 'toàn dân ch', /^về phong trào “Toàn dân/u],
    ['of too many words', 'hàng cây', /^tiêuđề:"về chăm sóc hàng cây .* nơi khác"$/u],
    ['of too many letters', 'lại rừng', /^tiêuđề:"về trồng lại rừng [^"]* xóm ?\d+"$/u],
    ['that holds what would be a field', 'xếp h', /^tiêuđề:"về phân loại:xếp hạng trường học"$/u],
    ['that holds what would be an exclusion', 'mê tín', /^tiêuđề:"về bài trừ -mê tín dị đoan"$/u],
    ['that holds what would be alternatives', 'ươm', /^tiêuđề:"về vườn ươm HOẶC vườn rau"$/u],
  ])('%s finds its document', async (_, typed, query) => {
    const titled = (await offered(typed)).filter(({ kind }) => kind === 'document');
    expect(titled.map((one) => one.query)).toEqual([expect.stringMatching(query)]);
    expect(await found(titled[0]!.query)).toBe(titled[0]!.document);
  });
});

describe.skipIf(noEngine)('behind the name of a field', () => {
  test.each([
    ['ký:tr', ['ký:"Trịnh Hoài Nam"']],
    ['ký:"Trịnh H', ['ký:"Trịnh Hoài Nam"']],
    ['chăm sóc -người ký:hoài', ['chăm sóc -người ký:"Trịnh Hoài Nam"']],
    ['cơquan:ban th', ['cơquan:"Ban Thường vụ Tỉnh ủy Bến Tre"']],
    ['cơquan:ban thường', ['cơquan:"Ban Thường vụ Tỉnh ủy Bến Tre"']],
    ['cơquan:"Ban Bí thư",tỉnh', ['cơquan:"Ban Bí thư","Ban Thường vụ Tỉnh ủy Bến Tre"']],
    ['dẫn:62', ['dẫn:62-CT/TW']],
    ['Dẫn: 62', ['Dẫn: 62-CT/TW']],
    ['thực hiện:62', ['thực hiện:62-CT/TW']],
    ['tiêuđề:mê', ['tiêuđề:"về bài trừ -mê tín dị đoan"']],
    ['loại:tr', []],
    ['loại:KH', []],
    ['năm:20', []],
    ['place:tr', []],
    ['ký:ban', []],
    ['dẫn:ban', []],
    ['số:(21', []],
    ['ký:"Trịnh Hoài Nam"', []],
  ])('only its values are offered: %s', async (typed, wanted) => {
    expect(await queries(typed)).toEqual(wanted);
  });

  test('and a value the words that follow are completed', async () => {
    expect(await queries('loại:KH trịnh')).toEqual(['loại:KH Trịnh Hoài Nam']);
    expect(await queries('ký:"Trịnh Hoài Nam" ban thư')).toContain('ký:"Trịnh Hoài Nam" Ban Thường vụ Tỉnh ủy Bến Tre');
    expect(await queries('Căn cứ: ban thư')).toContain('Căn cứ: Ban Thường vụ Tỉnh ủy Bến Tre');
  });

  test('and in a number with its place nothing is completed', async () => {
    expect(await queries('20-KH/TU@Tr')).toEqual([]);
    expect(await queries('20-KH/TU@Trà Tr')).toEqual([]);
    expect(await queries('20-KH/TU Tr')).toContain('20-KH/TU Trịnh Hoài Nam');
  });
});

test.skipIf(noEngine)('every query that is offered is one that the search reads', async () => {
  const pieces = [
    'loại:',
    'ký:',
    'số: ',
    'cơ quan:',
    'tiêuđề:',
    '"',
    '(',
    ')',
    ' ',
    '-',
    ',',
    '@',
    ':',
    '|',
    'tr',
    'về',
    'ban',
    '20-KH/TU',
    'chăm sóc',
  ];
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 6 }), async (parts) => {
      for (const query of await queries(parts.join(''))) {
        expect(query.length).toBeLessThanOrEqual(queryLimits.characters);
        readQuery(query);
      }
    }),
    { numRuns: 300, seed: 7 },
  );
});
