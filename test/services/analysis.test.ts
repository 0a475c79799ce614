import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exactForm, fold, syllable } from '#services/analysis/folding.ts';
import { foldedSymbol, siblingSymbols, symbolAt, symbolKey, symbolsIn, writtenSymbol } from '#services/analysis/symbols.ts';
import { holdsPhrase, wantedWords, wordsIn } from '#services/analysis/words.ts';

/** Every Vietnamese rhyme of a table with every tone, for properties over real syllables. */
const onsets = ['', 'b', 'đ', 'ngh', 'qu', 'gi', 'kh', 'tr'];
const rhymes = ['a', 'oa', 'uy', 'oe', 'ia', 'ươ', 'ương', 'iên', 'oan', 'uyên', 'oai', 'ăn', 'âu', 'uôi', 'ê', 'ơi', 'ư'];
const tones = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];
const anySyllable = fc
  .tuple(fc.constantFrom(...onsets), fc.constantFrom(...rhymes), fc.constantFrom(...tones), fc.nat(2))
  .map(([onset, rhyme, tone, place]) => {
    const at = Math.min(rhyme.length, 1 + place);
    return { letters: onset + rhyme, tone, printed: (onset + rhyme.slice(0, at) + tone + rhyme.slice(at)).normalize('NFC') };
  });

describe('folding', () => {
  test.each([
    ['Đảng bộ', 'dang bo'],
    ['THƯỜNG TRỰC TỈNH ỦY', 'thuong truc tinh uy'],
    ['nghị quyết'.normalize('NFD'), 'nghi quyet'],
    ['144-QĐ/TW', '144-qd/tw'],
  ])('%s becomes %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  test('folding what is folded changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });
});

describe('the exact form of a syllable', () => {
  test.each([
    ['hoà', 'hòa'],
    ['Uỷ', 'ủy'],
    ['KHOÁ', 'khóa'],
    ['thuỷ', 'thủy'],
    ['khoẻ', 'khỏe'],
    ['qúy', 'quý'],
    ['gía', 'giá'],
    ['tòan', 'toàn'],
    ['cuả', 'của'],
    ['giếng', 'giếng'],
    ['gì', 'gì'],
    ['khuỷu', 'khuỷu'],
    ['ĐƯỜNG', 'đường'],
    ['hoà'.normalize('NFD'), 'hòa'],
  ])('%s is %s', (printed, exact) => {
    expect(exactForm(printed)).toBe(exact);
  });

  test.each(['qđ', 'café', 'naïve', 'tw', '144', 'résumé', '日本'])('%s, no Vietnamese syllable, stays', (word) => {
    expect(exactForm(word)).toBe(word);
  });

  test('a syllable has one exact form wherever its tone is put, and another with another tone', () => {
    fc.assert(
      fc.property(anySyllable, anySyllable, (a, b) => {
        const same = a.letters === b.letters && a.tone === b.tone;
        expect(exactForm(a.printed) === exactForm(b.printed)).toBe(same);
      }),
    );
    fc.assert(
      fc.property(anySyllable, fc.constantFrom(...tones), ({ letters, tone, printed }, other) => {
        const last = letters.length;
        const elsewhere = (letters.slice(0, last) + other).normalize('NFC');
        if (tone !== other) expect(exactForm(printed)).not.toBe(exactForm(elsewhere));
      }),
    );
  });

  test('the folded form has no tone, and both forms agree on the letters', () => {
    fc.assert(
      fc.property(anySyllable, ({ letters, printed }) => {
        expect(syllable(printed).folded).toBe(fold(letters));
        expect(fold(syllable(printed).exact)).toBe(syllable(printed).folded);
      }),
    );
  });
});

describe('words', () => {
  test('stand where they were printed', () => {
    const text = '  Đảng, bộ\n(tỉnh)–Cà Mau: 144-QĐ/TW!';
    const words = wordsIn(text);
    expect(words.starts.map((start, at) => text.slice(start, words.ends[at]))).toEqual([
      'Đảng',
      'bộ',
      'tỉnh',
      'Cà',
      'Mau',
      '144',
      'QĐ',
      'TW',
    ]);
    expect(words.exact).toEqual(['đảng', 'bộ', 'tỉnh', 'cà', 'mau', '144', 'qđ', 'tw']);
    expect(words.folded).toEqual(['dang', 'bo', 'tinh', 'ca', 'mau', '144', 'qd', 'tw']);
  });

  test('of decomposed text keep the offsets of that text', () => {
    const text = 'nghị quyết'.normalize('NFD');
    const words = wordsIn(text);
    expect(words.exact).toEqual(['nghị', 'quyết']);
    expect(text.slice(words.starts[1], words.ends[1])).toBe('quyết'.normalize('NFD'));
  });

  test('are cut where they are too long for a syllable, without losing a letter', () => {
    const run = 'ab\u{20000}'.repeat(100);
    const words = wordsIn(`x ${run} y`);
    expect(words.exact.slice(1, -1).join('')).toBe(run);
    expect(words.exact.every((word) => word.length <= 65)).toBe(true);
    expect(words.exact.every((word) => word.isWellFormed())).toBe(true);
  });

  test('of any text lie in order, apart, within it, and hold all its letters and digits', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const words = wordsIn(text);
        let end = 0;
        let outside = '';
        for (const [at, start] of words.starts.entries()) {
          expect(start).toBeGreaterThanOrEqual(end);
          outside += text.slice(end, start);
          end = words.ends[at] ?? 0;
          expect(end).toBeGreaterThan(start);
          expect(words.exact[at]).not.toMatch(/\s/u);
          expect(words.folded[at]).not.toBe('');
        }
        outside += text.slice(end);
        expect(end).toBeLessThanOrEqual(text.length);
        expect(outside).not.toMatch(/[\p{L}\p{N}]/u);
      }),
    );
  });

  test.each([
    ['đảng bộ', true],
    ['dang bo', true],
    ['đảng bo', true],
    ['dang bộ', true],
    ['đang bo', false],
    ['bo dang', false],
    ['bo', true],
    ['đảng bộ tỉnh nhà', false],
  ])('the wanted words "%s" stand in "Toàn Đảng bộ tỉnh": %s', (wanted, found) => {
    expect(holdsPhrase(wordsIn('Toàn Đảng bộ tỉnh'), wantedWords(wordsIn(wanted)))).toBe(found);
  });
});

describe('document numbers', () => {
  test.each([
    ['144-qd/tw', '144-QĐ/TW'],
    ['144 qd tw', '144-QĐ/TW'],
    ['144-QD-TW', '144-QĐ/TW'],
    ['07/QĐ/TU', '07-QĐ/TU'],
    ['21- KL/TW', '21-KL/TW'],
    ['50-\nKH/ĐUK', '50-KH/ĐUK'],
    ['1717-qđ/đuk', '1717-QĐ/ĐUK'],
    ['08-qđi/tw', '08-QĐi/TW'],
    ['08-QĐ/TW', '08-QĐ/TW'],
    ['12-ctr/tu', '12-CTr/TU'],
    ['91/2017/nđ-cp', '91/2017/NĐ-CP'],
    ['91/2017/nd-cp', '91/2017/NĐ-CP'],
    ['45/2019/qh14', '45/2019/QH14'],
    ['27/CT-TTg', '27/CT-TTg'],
    ['27 ct ttg', '27/CT-TTg'],
    ['10-KH-UBND', '10/KH-UBND'],
    ['1590/VPCP-KGVX', '1590/VPCP-KGVX'],
    ['15/QĐ-UBND-HC', '15/QĐ-UBND-HC'],
    ['nqtw4/xii', 'NQTW4/XII'],
  ])('%s is keyed %s', (written, key) => {
    expect(symbolKey(written)).toBe(key);
    expect(symbolKey(key)).toBe(key);
    expect(foldedSymbol(written)).toBe(foldedSymbol(key));
  });

  test.each([
    ['144-QĐ/TW', 'n144_qd_tw'],
    ['01-KL/TW', 'n1_kl_tw'],
    ['91/2017/NĐ-CP', 'n91_2017_nd_cp'],
    ['NQTW4/XII', 'nnqtw4_xii'],
    ['000', 'n0'],
  ])('%s folds to %s', (key, folded) => {
    expect(foldedSymbol(key)).toBe(folded);
  });

  test('quyết định and quy định are two numbers, each the other one’s sibling', () => {
    expect(foldedSymbol('08-QĐ/TW')).not.toBe(foldedSymbol('08-QĐi/TW'));
    expect(siblingSymbols('08-qd/tw')).toEqual(['08-QĐi/TW']);
    expect(siblingSymbols('08-QĐi/TW')).toEqual(['08-QĐ/TW']);
    expect(siblingSymbols('01-KL/TW')).toEqual([]);
  });

  test('what is typed so far begins what is written', () => {
    for (const typed of ['0', '01', '01-', '01-k', '01 kl', '01-KL/TW'])
      expect(writtenSymbol('01-KL/TW').startsWith(writtenSymbol(typed))).toBe(true);
    expect(writtenSymbol('011-KL/TW').startsWith(writtenSymbol('01-'))).toBe(false);
  });

  test('a key in any case and with any separators folds alike', () => {
    const keys = fc.constantFrom('144-QĐ/TW', '08-QĐi/TW', '91/2017/NĐ-CP', '27/CT-TTg', '1590/VPCP-KGVX', '12-CTr/TU', '45/2019/QH14');
    fc.assert(
      fc.property(keys, fc.constantFrom('-', '/', ' ', ' - ', '\n'), fc.boolean(), (key, separator, lower) => {
        const written = (lower ? key.toLowerCase() : key).replace(/[-/]/gu, separator);
        expect(foldedSymbol(written)).toBe(foldedSymbol(key));
        expect(foldedSymbol(fold(written))).toBe(foldedSymbol(key));
        expect(foldedSymbol(symbolKey(written))).toBe(foldedSymbol(key));
      }),
    );
  });

  test('the key of any number folds as the number does', () => {
    const letters = fc.constantFrom(...'0123456789aăâbcdđeêghiklmnoôơpqrstuưvxyAĐƯỜÂwJ-–/. ÁẬ\n');
    fc.assert(
      fc.property(fc.string({ unit: letters }), (text) => {
        expect(foldedSymbol(symbolKey(text))).toBe(foldedSymbol(text));
      }),
    );
  });

  test.each<[string, string[]]>([
    ['Căn cứ Kết luận số 01-KL/TW, ngày 18/5/2021', ['01-KL/TW']],
    ['các Quy định số 08-QĐi/TW, 55-QĐ/TW', ['08-QĐi/TW', '55-QĐ/TW']],
    ['Kế hoạch 50-\nKH/ĐUK và 21- KL/TW', ['50-KH/ĐUK', '21-KL/TW']],
    ['theo 91/2017/NĐ-CP; công văn 1590/VPCP-KGVX', ['91/2017/NĐ-CP', '1590/VPCP-KGVX']],
    ['Quyết định 15/QĐ-UBND-HC của Ủy ban', ['15/QĐ-UBND-HC']],
    ['Luật số 45/2019/QH14.', ['45/2019/QH14']],
    ['Luật số 45/2019/QH14 của Quốc hội', ['45/2019/QH14']],
    ['ngày 18/5/2021, đạt 3/4 chỉ tiêu, năm 2021 - 2025', []],
    ['tăng 10 kh tu vấn', []],
    ['mục 2/chương trình-kế hoạch', []],
  ])('in the text "%s": %j', (text, keys) => {
    expect(symbolsIn(wordsIn(text)).map((symbol) => symbolKey(symbol.written))).toEqual(keys);
  });

  test('in a text have the span of their words', () => {
    const text = 'Theo (144-QĐ/TW) này';
    const [symbol] = symbolsIn(wordsIn(text));
    expect(text.slice(symbol?.span.start, symbol?.span.end)).toBe('144-QĐ/TW');
  });

  test.each([
    ['144 qd tw', '144-QĐ/TW'],
    ['144-qd tw', '144-QĐ/TW'],
    ['27 ct ttg', '27/CT-TTg'],
    ['1-abc/def', '1-ABC/DEF'],
    ['72/2025/qh15 về dân quân', '72/2025/QH15'],
    ['72 2025 qh15 về dân quân', '72/2025/QH15'],
    ['10 kh hành động', null],
    ['3 tháng đầu', null],
    ['2021 - 2025', null],
    ['18/5/2021', null],
  ])('as typed, "%s" begins with the number %s', (typed, key) => {
    const found = symbolAt(wordsIn(typed), 0, 'typed');
    expect(found === null ? null : symbolKey(found.written)).toBe(key);
  });
});
