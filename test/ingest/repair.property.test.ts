import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { originOf } from '#ingest/model/origin.ts';
import type { MediaType, RawText, RepairedText } from '#ingest/model/source.ts';
import { repair } from '#ingest/repair/repair.ts';

/** Pieces of which damaged documents are made: words, marks, damage. */
const fragment = fc.constantFrom(
  ...[
    'cán bộ, đảng viên',
    'các cấp ủy đảng',
    'tăng cƣờng',
    'TƢ TƢỞNG',
    'lan t a',
    'đảng  ộ',
    'r  nội dung',
    'ch t ch ',
    'Đảng bộ tỉnh',
    'Ban',
    'Thường vụ',
  ],
  ...[
    'KẾ HOẠCH',
    'KẾT LUẬN',
    'Nơi nhận:',
    'T/M BAN THƯỜNG VỤ',
    'PHÓ BÍ THƯ',
    '-----',
    '*',
    'ĐẢNG CỘNG SẢN VIỆT NAM',
    'Số 12-KH/TU',
    'Năm 2023:',
    'Lưu ý:',
  ],
  ...['I- Mục đích', '1. Rà soát', '2.1. Nội dung', 'a) Việc thứ nhất', '- Các xã,', '+ Các ấp;', '\uf0b7 Thôn', 'Điều 3. Hiệu lực'],
  ...['số 05-', 'CT/TW', '21- KL/TW', '91/2017/ NĐ-CP', '18/ 5/2021', '2', '- 3 -', '128'],
  ...['việc'.normalize('NFD'), 'vi\u00ea\u0323c', '\u0301', 'k\u01a3\u0303'],
  ...['**đậm**', '(*nghiêng*)', '# ', '| a | b |', '|---|---|', '1\\.'],
  ...[
    ' ',
    '  ',
    '     ',
    '\n',
    '\n\n',
    ' \n \n',
    '\r\n',
    '\f',
    '\n\f',
    '\u00a0',
    '\u200b',
    '\u00ad',
    '\ufeff',
    '\t',
    '. ',
    '; ',
    ': ',
    ', ',
  ],
);
const damaged = fc.array(fragment, { maxLength: 60 }).map((parts) => parts.join(''));
/** Whole lines, as in a document: what repair makes of them must not change again. */
const documentLine = fc.constantFrom(
  'Thực hiện kế hoạch của Huyện ủy về việc trồng cây phân tán dọc theo các tuyến',
  'đê bao, Ban Chấp hành Đảng bộ xã giao các chi bộ ấp vận động từng hộ gia đình,',
  'nhận chăm sóc cây trước nhà cho đến hết mùa khô.',
  'Riêng các đoạn đê mới đắp thì giao dân quân xã.',
  '1. Rà soát các đoạn đê đã xuống cấp ở bốn ấp ven sông, lập danh sách gửi về Ủy',
  'ban nhân dân xã trước ngày 30/4/2022; phối hợp ch t ch  với ngành nông nghiệp',
  '- Các chi bộ ấp',
  'II- TỔ CHỨC THỰC HIỆN',
  'KẾ HOẠCH',
  '-----',
  'Nơi nhận:',
  '- Thường trực Huyện ủy,',
  'T/M BAN CHẤP HÀNH',
  'Đỗ Văn Lành',
  '2',
  '',
  ' ',
  '\f',
  'theo Chỉ thị số 05-',
  'CT/TW của Bộ Chính trị',
  '(*gọi tắt là Chỉ thị 05*)',
  '\uf0b7 Các đoàn thể',
  'HUYỆN ỦY AN PHÚ        ĐẢNG CỘNG SẢN VIỆT NAM',
);
const document = fc.array(documentLine, { maxLength: 40 }).map((lines) => lines.join('\n'));
const mediaType = fc.constantFrom<MediaType>('text/plain', 'text/markdown', 'application/pdf');

function paged(text: string, cuts: readonly number[]): number[] {
  return [...new Set([0, ...cuts.map((cut) => Math.floor(cut * text.length))])].sort((a, b) => a - b);
}
const raw: fc.Arbitrary<RawText> = fc
  .record({
    text: fc.oneof(damaged, document, fc.string({ unit: 'binary', maxLength: 80 })),
    mediaType,
    cuts: fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { maxLength: 3 }),
  })
  .map(({ text, mediaType, cuts }) => ({ text, mediaType, pages: paged(text, cuts) }));

function runsOf(result: RepairedText): { from: number; to: number; rawFrom: number; rawTo: number; kept: boolean }[] {
  const { repaired, raw, kept, length, rawLength } = result.origin;
  return kept.map((flag, run) => ({
    from: repaired[run]!,
    to: repaired[run + 1] ?? length,
    rawFrom: raw[run]!,
    rawTo: raw[run + 1] ?? rawLength,
    kept: flag === 1,
  }));
}

describe('repair of any text', () => {
  it('keeps a map whose runs tile both texts and whose kept runs are the same letters', () => {
    fc.assert(
      fc.property(raw, (given) => {
        const result = repair(given);
        expect(result.origin.length).toBe(result.text.length);
        expect(result.origin.rawLength).toBe(given.text.length);
        let at = 0;
        let rawAt = 0;
        for (const run of runsOf(result)) {
          expect([run.from, run.rawFrom]).toEqual([at, rawAt]);
          expect(run.to + run.rawTo).toBeGreaterThan(at + rawAt);
          if (run.kept) expect(result.text.slice(run.from, run.to)).toBe(given.text.slice(run.rawFrom, run.rawTo));
          at = run.to;
          rawAt = run.rawTo;
        }
        expect([at, rawAt]).toEqual([result.text.length, given.text.length]);
      }),
    );
  });

  it('leads every span back to letters that it came from, on the page on which they stand', () => {
    fc.assert(
      fc.property(raw, fc.nat(), fc.nat(), (given, a, b) => {
        const result = repair(given);
        if (result.text.length === 0) return;
        const start = a % result.text.length;
        const end = start + 1 + (b % (result.text.length - start));
        const origin = originOf(result.origin, { start, end });
        for (const run of runsOf(result)) {
          const from = Math.max(run.from, start);
          const to = Math.min(run.to, end);
          if (from >= to) continue;
          const rawFrom = run.kept ? run.rawFrom + from - run.from : run.rawFrom;
          const rawTo = run.kept ? run.rawFrom + to - run.from : run.rawTo;
          expect(origin.raw.start).toBeLessThanOrEqual(rawFrom);
          expect(origin.raw.end).toBeGreaterThanOrEqual(rawTo);
        }
        expect(given.pages[origin.page - 1]).toBeLessThanOrEqual(origin.raw.start);
        expect(given.pages[origin.page] ?? Number.POSITIVE_INFINITY).toBeGreaterThan(origin.raw.start);
      }),
    );
  });

  it('leaves lines without blanks at their ends, without double spaces and without blank lines', () => {
    fc.assert(
      fc.property(raw, (given) => {
        const { text } = repair(given);
        expect(text).not.toMatch(/^[ \n]|[ \n]$| \n|\n |\n\n| {2}|[\r\f\t\u00a0\u00ad\u200b\ufeff\u01a2\u01a3]/u);
        expect(text).toBe(text.normalize('NFC'));
      }),
    );
  });

  it('tells with every edit what was there, in the order of the text', () => {
    fc.assert(
      fc.property(raw, (given) => {
        const result = repair(given);
        let last = 0;
        for (const edit of result.edits) {
          expect(given.text.slice(edit.raw.start, edit.raw.end)).toBe(edit.was);
          expect(edit.span.start).toBeLessThanOrEqual(edit.span.end);
          expect(edit.span.end).toBeLessThanOrEqual(result.text.length);
          expect(edit.raw.start).toBeGreaterThanOrEqual(last);
          last = edit.raw.start;
        }
      }),
    );
  });

  it('never loses a word: what is gone is white space, damage, marks or page numbers', () => {
    const letters = (text: string) =>
      text
        .normalize('NFC')
        .replace(/[^\p{L}]/gu, '')
        .replace(/Ƣ/gu, 'Ư')
        .replace(/ƣ/gu, 'ư');
    fc.assert(
      fc.property(document, (text) => {
        const result = repair({ mediaType: 'text/plain', text, pages: [0] });
        const guessed = result.edits.filter((edit) => edit.step === 'lost-glyph').length;
        if (guessed === 0) expect(letters(result.text)).toBe(letters(text));
        else expect(letters(result.text).length).toBeGreaterThan(letters(text).length);
      }),
    );
  });
});

describe('repair of what has been repaired', () => {
  it('changes nothing more in documents', () => {
    fc.assert(
      fc.property(document, (text) => {
        const once = repair({ mediaType: 'text/plain', text, pages: [0] });
        // A number that stayed may look like the first page's once the numbers before it are gone.
        fc.pre(!/^\d+$/mu.test(once.text));
        const twice = repair({ mediaType: 'text/plain', text: once.text, pages: [0] });
        expect(twice.text).toBe(once.text);
      }),
    );
  });
});

describe('repair of hostile text', () => {
  // Whoever makes a step worse than linear will see this run into its time limit.
  it.each([
    ['one line of words', 'cán bộ, đảng viên '],
    ['spaces', ' '],
    ['line ends', '\n'],
    ['page ends', 'a\f'],
    ['lone letters', 't a '],
    ['stars', '*a '],
    ['bars', '|'],
    ['backslashes', '\\'],
    ['digits', '1'],
    ['half symbols', '21 - KL '],
    ['combining marks', '\u0301'],
    ['decomposed words', 'việc '.normalize('NFD')],
    ['columns', 'a    '],
    ['page numbers', '2\n'],
    ['brackets', '['],
    ['half links', '[a]('],
    ['capitals', 'A '],
    ['hyphens', '-'],
  ])('gets through two million letters of %s', (_, unit) => {
    const text = `KẾ HOẠCH\n${unit.repeat(2_000_000 / unit.length)}`;
    const result = repair({ mediaType: 'text/markdown', text, pages: [0] });
    expect(result.origin.rawLength).toBe(text.length);
    expect(result.text.startsWith('KẾ HOẠCH')).toBe(true);
  });

  it('splits a head line of very many columns', () => {
    const result = repair({ mediaType: 'text/plain', text: `ĐẢNG CỘNG SẢN VIỆT NAM${'    a'.repeat(200_000)}\nKẾ HOẠCH`, pages: [0] });
    expect(result.text.split('\n')).toHaveLength(200_002);
  });
});
