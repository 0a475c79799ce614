import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Failure } from '#ingest/model/failure.ts';
import { foldedSymbol } from '#services/analysis/symbols.ts';
import { parseQuery } from '#services/query/parse.ts';
import type { QueryTerm, QueryWord } from '#services/query/query.ts';
import { siblingQuery } from '#services/query/siblings.ts';
import { passages, shownOf } from '#services/query/snippets.ts';
import { citation, record, spanOf } from '../support/record.ts';

const bare = (text: string) => ({ text, exact: false });
const toned = (text: string) => ({ text, exact: true });
const word = (wanted: { text: string; exact: boolean }): QueryTerm => ({ kind: 'word', word: wanted });
const phrase = (...words: { text: string; exact: boolean }[]): QueryTerm => ({ kind: 'phrase', words });
const symbol = (key: string, words: string): QueryTerm => ({
  kind: 'symbol',
  key,
  token: foldedSymbol(key),
  words: words.split(' ').map(bare),
});

describe('a query', () => {
  test.each<[string, QueryTerm[]]>([
    ['dang bo', [word(bare('dang')), word(bare('bo'))]],
    ['Đảng bo', [word(toned('đảng')), word(bare('bo'))]],
    ['hoà Uỷ', [word(toned('hòa')), word(toned('ủy'))]],
    ['"nghị quyết" dang', [phrase(toned('nghị'), toned('quyết')), word(bare('dang'))]],
    ['“nghị quyết”', [phrase(toned('nghị'), toned('quyết'))]],
    ['«nghi quyết»', [phrase(bare('nghi'), toned('quyết'))]],
    ['"dang"', [word(bare('dang'))]],
    ['a "b c" "d', [word(bare('a')), phrase(bare('b'), bare('c')), word(bare('d'))]],
    ['a" b', [word(bare('a')), word(bare('b'))]],
    ['dang dang', [word(bare('dang'))]],
    ['18/5/21', [phrase(bare('18'), bare('5'), bare('21'))]],
    ['tri-xa hoi', [phrase(bare('tri'), bare('xa')), word(bare('hoi'))]],
    ['a,b;c', [word(bare('a')), word(bare('b')), word(bare('c'))]],
    ['144-QĐ/TW', [symbol('144-QĐ/TW', '144 qd tw')]],
    ['144 qd tw ban', [symbol('144-QĐ/TW', '144 qd tw'), word(bare('ban'))]],
    ['"01-kl/tw"', [symbol('01-KL/TW', '01 kl tw')]],
    ['"so 01-kl/tw"', [phrase(bare('so'), bare('01'), bare('kl'), bare('tw'))]],
    [
      'ket luan 01-KL/TW, 91/2017/ND-CP',
      [word(bare('ket')), word(bare('luan')), symbol('01-KL/TW', '01 kl tw'), symbol('91/2017/NĐ-CP', '91 2017 nd cp')],
    ],
    ['10 ke hoach', [word(bare('10')), word(bare('ke')), word(bare('hoach'))]],
  ])('%s', (typed, terms) => {
    expect(parseQuery(typed).terms).toEqual(terms);
  });

  test('keeps its filters', () => {
    const filters = { type: 'KH', from: '2023-01-01' };
    expect(parseQuery('a', filters).filters).toEqual(filters);
  });

  test.each([
    ['', 'no letter'],
    ['  ', 'no letter'],
    ['"', 'no letter'],
    ['(* - /)', 'no letter'],
    ['\u0301', 'no letter'],
    ['a'.repeat(501), '500'],
    ['a b c d e f g h i j k l m n o p q r s t u v x y z 1 2 3 4 5 6 7 8 9', '32'],
    ['"'.repeat(10_240), '500'],
  ])('is refused with the reason: %s', (typed, reason) => {
    const refused = () => parseQuery(typed);
    expect(refused).toThrow(Failure);
    expect(refused).toThrow(expect.objectContaining({ code: 'bad-query', detail: expect.stringContaining(reason) }));
  });

  test('of 500 characters or 32 words is taken', () => {
    expect(parseQuery('a'.repeat(500)).terms).toHaveLength(1);
    expect(parseQuery(Array.from({ length: 32 }, (_, at) => `w${at}`).join(' ')).terms).toHaveLength(32);
  });

  test('of any characters is parsed or refused as a bad query, and holds words only', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (typed) => {
        try {
          const { terms } = parseQuery(typed);
          expect(terms.length).toBeGreaterThan(0);
          for (const { text } of terms.flatMap(wordsOf)) expect(text).toMatch(/^[\p{L}\p{N}][\p{L}\p{N}\p{M}]*$/u);
        } catch (thrown) {
          if (!(thrown instanceof Failure)) throw thrown;
          expect(thrown.code).toBe('bad-query');
        }
      }),
      { numRuns: 500 },
    );
  });
});

/** Every word that a term looks for, or excludes. */
function wordsOf(term: QueryTerm): readonly QueryWord[] {
  if (term.kind === 'not') return wordsOf(term.of);
  if (term.kind === 'any' || term.kind === 'all') return term.of.flatMap(wordsOf);
  if ('words' in term) return term.words;
  return 'word' in term ? [term.word] : [];
}

describe('the sibling of a query', () => {
  test('has quyết định as quy định and the other way round, all else as it was', () => {
    expect(siblingQuery(parseQuery('nêu gương 08-QĐ/TW', { year: '2018' }))).toEqual(parseQuery('nêu gương 08-QĐi/TW', { year: '2018' }));
    expect(siblingQuery(parseQuery('08-qdi/tw'))).toEqual(parseQuery('08-qd/tw'));
  });

  test.each(['nêu gương', '01-KL/TW', '91/2017/NĐ-CP'])('of %s is none', (typed) => {
    expect(siblingQuery(parseQuery(typed))).toBeNull();
  });
});

describe('the passages of a document', () => {
  const marked = (text: string, typed: string, limit?: number) =>
    passages(record(text), parseQuery(typed), limit).map((found) => found.marks.map((mark) => found.text.slice(mark.start, mark.end)));

  test('are in its own letters, with the matched words marked', () => {
    const [only, ...rest] = passages(record('Toàn Đảng bộ\nvà Uỷ ban.'), parseQuery('dang ủy'));
    expect(only?.text).toBe('Toàn Đảng bộ\nvà Uỷ ban.');
    expect(only?.marks.map((mark) => only.text.slice(mark.start, mark.end))).toEqual(['Đảng', 'Uỷ']);
    expect(rest).toEqual([]);
  });

  test.each<[string, string, string[][]]>([
    ['the tone typed', 'đảng', [['Đảng']]],
    ['any tone', 'dang', [['Đảng', 'đang', 'đăng']]],
    ['a phrase as one', '"đảng bo"', [['Đảng bộ']]],
    ['a phrase that is not there', '"đang bộ"', []],
    ['a number, broken over lines', '50-kh/duk', [['50-\nKH/ĐUK']]],
    ['words that overlap, as one mark', 'đảng "đảng bộ"', [['Đảng bộ']]],
    ['nothing where nothing stands in the text', 'khác', []],
  ])('mark %s', (_, typed, marks) => {
    expect(marked('Đảng bộ đang đăng ký theo 50-\nKH/ĐUK.', typed)).toEqual(marks);
  });

  test.each<[string, string, string[][]]>([
    ['words near one another, and only there', '"dang hop"~1', [['Đảng', 'họp']]],
    ['words that begin so', 'đả*', [['Đảng', 'Đảng']]],
    ['any tone of half-typed words', 'đang', [['Đảng', 'Đảng']]],
    ['alternatives', 'họp OR chi', [['họp', 'chi']]],
    ['part of a number', 'số 50', [['50-KH/ĐUK']]],
    ['a number that must be cited', 'dẫn:50-KH/ĐUK', [['50-KH/ĐUK']]],
    ['a heading asked for', 'phần:"ket qua"', [['KẾT QUẢ']]],
    ['nothing that must not stand there', 'họp -xấu -"chi bộ"', [['họp']]],
    ['an abbreviation where the words stand in full', 'UBND', [['Ủy ban nhân dân']]],
  ])('mark %s', (_, typed, marks) => {
    const text = 'Đảng bộ chưa bao giờ vắng. Đảng đã họp theo 50-KH/ĐUK.\nI. KẾT QUẢ\nỦy ban nhân dân và chi bộ có kết quả.';
    const heading = spanOf(text, 'I. KẾT QUẢ');
    const made = {
      ...record(text, { citations: [citation('50-KH/ĐUK', 'cites', [spanOf(text, '50-KH/ĐUK')])] }),
      parts: [{ heading: 'I. KẾT QUẢ', depth: 1, span: { start: heading.start, end: text.length } }],
    };
    const found = passages(made, parseQuery(typed)).map((one) => one.marks.map((mark) => one.text.slice(mark.start, mark.end)));
    expect(found).toEqual(marks);
  });

  test('tell how many more places there are', () => {
    const far = 'chữ viết '.repeat(100);
    const text = Array.from({ length: 6 }, () => `${far} đích đích`).join(' ');
    expect(shownOf(record(text), parseQuery('đích'), 2)).toMatchObject({ passages: { length: 2 }, more: 8 });
    expect(shownOf(record(text), parseQuery('khác'), 2)).toEqual({ passages: [], more: 0 });
  });

  test('mark a citation that the text names by a short name', () => {
    const text = 'Triển khai Kết luận này theo tinh thần chung.';
    const cited = record(text, { citations: [citation('01-KL/TW', 'implements', [spanOf(text, 'Kết luận này')])] });
    const [only] = passages(cited, parseQuery('01 kl tw'));
    expect(only?.marks.map((mark) => only.text.slice(mark.start, mark.end))).toEqual(['Kết luận này']);
  });

  test('mark a citation where the relation asked for is stated, be it the strongest or not', () => {
    const far = 'chữ viết '.repeat(100);
    const text = `Sơ kết 01-KL/TW. ${far} Thực hiện 01-KL/TW đã nêu.`;
    const [first, second] = [text.indexOf('01-KL/TW'), text.lastIndexOf('01-KL/TW')].map((start) => ({ start, end: start + 8 }));
    const reviewed = citation('01-KL/TW', 'reviews', [first!, second!]);
    const place = spanOf(text, 'Thực hiện 01-KL/TW');
    const cited = record(text, {
      citations: [
        {
          ...reviewed,
          witnesses: [{ relation: 'implements', kind: 'implements', rule: 'test', confidence: 'stated', span: place, words: null }],
        },
      ],
    });
    const marked = (typed: string) =>
      passages(cited, parseQuery(typed)).map(({ span, marks }) => marks.map((mark) => span.start + mark.start));
    expect(marked('thựchiện:01-KL/TW')).toEqual([[second!.start]]);
    expect(marked('dẫn:01-KL/TW')).toEqual([[first!.start], [second!.start]]);
    expect(marked('thaythế:01-KL/TW')).toEqual([]);
  });

  test('show the place with the most different words before others', () => {
    const far = 'chữ '.repeat(200);
    const text = `một. ${far} hai. ${far} một hai ba. ${far} ba.`;
    const [best] = passages(record(text), parseQuery('một hai ba'), 1);
    expect(best?.text).toContain('một hai ba');
  });

  test('are at most as many as asked for, in reading order, cut between words', () => {
    const far = 'chữ viết '.repeat(100);
    const text = Array.from({ length: 6 }, (_, at) => `${far} đích${at} đích`).join(' ');
    const found = passages(record(text), parseQuery('đích'), 3);
    expect(found).toHaveLength(3);
    expect(found.map((one) => one.span.start)).toEqual(found.map((one) => one.span.start).toSorted((a, b) => a - b));
    for (const { text: words } of found) expect(words).toMatch(/^(chữ|viết|đích\d?)( |$)/u);
  });

  test.each([
    ['after a sentence', 'Câu trước dài lắm rồi. Câu này có đích ở giữa.', 'Câu này có đích ở giữa.'],
    ['after a line', 'Dòng trước\nDòng này có đích.', 'Dòng này có đích.'],
    ['not after the number of an item', 'Theo mục 1. có đích', 'Theo mục 1. có đích'],
  ])('begin %s that ends shortly before', (_, text, shown) => {
    expect(passages(record(text), parseQuery('đích')).map((found) => found.text)).toEqual([shown]);
  });

  test('stay short where white space tears a phrase apart', () => {
    const text = `Đảng${' '.repeat(5000)}bộ`;
    const found = passages(record(text), parseQuery('"đảng bộ"'));
    expect(found.map((one) => one.text)).toEqual(['Đảng', 'bộ']);
  });

  test('of any text lie within it, apart, with marks within them', () => {
    const piece = fc.constantFrom(
      'đảng',
      'dang',
      'bo',
      'bộ',
      ' ',
      '\n',
      '144-QĐ/TW',
      '. ',
      'x'.repeat(300),
      '\u{1F600}',
      'chữ '.repeat(80),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.constantFrom('dang', '"dang bo"', 'đảng bộ', '144 qd tw bo'), (pieces, typed) => {
        const text = pieces.join('');
        let end = 0;
        for (const found of passages(record(text), parseQuery(typed))) {
          expect(found.span.start).toBeGreaterThanOrEqual(end);
          end = found.span.end;
          expect(end).toBeLessThanOrEqual(text.length);
          expect(found.text).toBe(text.slice(found.span.start, found.span.end));
          expect(found.text.isWellFormed()).toBe(true);
          expect(found.marks.length).toBeGreaterThan(0);
          for (const mark of found.marks) expect(mark.start >= 0 && mark.start < mark.end && mark.end <= found.text.length).toBe(true);
        }
      }),
    );
  });
});
