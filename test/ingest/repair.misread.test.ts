import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordsOf } from '#ingest/model/span.ts';
import { repair } from '#ingest/repair/repair.ts';
import { documentTypes } from '#ingest/vocabulary/documentTypes.ts';

function repaired(text: string) {
  return repair({ mediaType: 'text/plain', text, pages: [0] });
}

/** Was, is and guess of the edits of one step. */
function editsOf(text: string, step: string): [string, string, boolean][] {
  const result = repaired(text);
  return result.edits.filter((edit) => edit.step === step).map((edit) => [edit.was, wordsOf(result.text, edit.span), edit.guess]);
}

describe('misread numbers of documents', () => {
  it.each([
    ['01-KLJTW', '01-KL/TW'],
    ['05-CTITW', '05-CT/TW'],
    ['108|CT-BNV', '108/CT-BNV'],
    ['12|KH/TU', '12-KH/TU'],
    ['108lQĐ-BNV', '108/QĐ-BNV'],
    ['17-NQlTU', '17-NQ/TU'],
    ['01-KLTW', '01-KL/TW'],
    ['01KL/TW', '01-KL/TW'],
    ['01–KL|TW', '01-KL/TW'],
    ['12_KH/TU', '12-KH/TU'],
    ['01-KL/TVV', '01-KL/TW'],
    ['88-BC/BTGTVV', '88-BC/BTGTW'],
    ['134-BG/TU', '134-BC/TU'],
    ['60-1B/TU', '60-TB/TU'],
    ['91/2017/NĐ-OP', '91/2017/NĐ-CP'],
    ['91/2017/NĐCP', '91/2017/NĐ-CP'],
    ['91/2017/ND-CP', '91/2017/NĐ-CP'],
    ['91/2O17/NĐ-CP', '91/2017/NĐ-CP'],
    ['144-QD/TW', '144-QĐ/TW'],
    ['15/QD-HDND', '15/QĐ-HĐND'],
    ['12/QĐ-UBNO', '12/QĐ-UBND'],
    ['O1-KL/TW', '01-KL/TW'],
    ['l44-QĐ/TW', '144-QĐ/TW'],
    ['I2-CT/TW', '12-CT/TW'],
    ['4O2/SNV-TCBC', '402/SNV-TCBC'],
    ['1130/2020/UBTVQHI5', '1130/2020/UBTVQH15'],
    ['36/2024/QHl5', '36/2024/QH15'],
  ])('reads %s as %s, as a guess', (read, meant) => {
    expect(repaired(`theo văn bản ${read} đã ban hành`).text).toBe(`theo văn bản ${meant} đã ban hành`);
    expect(editsOf(`theo văn bản ${read} đã ban hành`, 'misread-symbol')).toEqual([[read, meant, true]]);
  });

  it.each([
    ['a body that nobody told us of', '12-KH/XYZ'],
    ['a body of good letters that looks like a known one', '12/QĐ-SGT'],
    ['a paper that is no document', '12/GP-UBND'],
    ['a letter of a unit', '1590/VPCP-KGVX'],
    ['the type of the old rules', '08-QĐi/TW'],
    ['another writing of a known body', '12/2020/QĐ-TTG'],
    ['the older writing of TW', '05-CT/TƯ'],
    ['two types that fit', '29-NO/TW'],
    ['two bodies that fit', '14-NQ/OU'],
    ['a letter that may be a figure', 'S1-KL/TW'],
    ['a rate', '24/7'],
    ['a date', '18/5/2021'],
    ['years', '2020-2025'],
    ['a generation of networks', '5G/LTE'],
    ['a virus', 'A/H5N1'],
    ['a room', 'phòng 305-B/C'],
    ['a class', 'lớp K12-A/B'],
    ['a decimal', '3.5-4/HA'],
  ])('leaves %s alone: %s', (_, text) => {
    expect(repaired(text).text).toBe(text);
  });

  it('leaves every number with a type that it knows alone', () => {
    for (const { code, symbols } of documentTypes) {
      for (const letters of symbols ?? [code]) {
        const text = `số 12-${letters}/TU; số 34/${letters}-UBND`;
        expect(repaired(text).text).toBe(text);
      }
    }
  });

  it('takes the name before a number for a witness', () => {
    expect(repaired('Nghị quyết số 29-NO/TW').text).toBe('Nghị quyết số 29-NQ/TW');
    expect(repaired('Đề án số 12-DA/TU').text).toBe('Đề án số 12-ĐA/TU');
    expect(repaired('Dự án số 12-DA/TU').text).toBe('Dự án số 12-DA/TU');
  });

  it('takes a clean mention elsewhere for a witness', () => {
    expect(repaired('theo S1-KL/TW và 51-KL/TW').text).toBe('theo 51-KL/TW và 51-KL/TW');
    expect(repaired('theo S1-KL/TW và 61-KL/TW').text).toBe('theo S1-KL/TW và 61-KL/TW');
  });

  it('parts a word that stuck to a number', () => {
    expect(repaired('số 01-KL/TWngày 18/5/2021').text).toBe('số 01-KL/TW ngày 18/5/2021');
    expect(repaired('số 12/2020/NĐ-CPcủa Chính phủ').text).toBe('số 12/2020/NĐ-CP của Chính phủ');
  });

  it('never puts a figure for another figure, whatever is misread around it', () => {
    const number = fc.integer({ min: 1, max: 99_999 }).map(String);
    const damage = fc.constantFrom('KLJTW', 'BG/TU', 'QD/TW', 'KL/TVV', 'CTITW', 'KL/TW', 'XY/ZT', 'NO/TW');
    fc.assert(
      fc.property(number, damage, fc.constantFrom('-', '–', '/'), (figures, letters, sign) => {
        expect(repaired(`số ${figures}${sign}${letters} về việc`).text).toMatch(new RegExp(`^số ${figures}[-–/]`, 'u'));
      }),
    );
  });
});

describe('letters that look like others', () => {
  it.each([
    ['Icelandic Ð', '144-Q\u00d0/TW', '144-QĐ/TW'],
    ['Icelandic ð', '\u00f0ảng viên', 'đảng viên'],
    ['African Ɖ', '\u0189ẢNG BỘ', 'ĐẢNG BỘ'],
    ['Cyrillic letters', '01-\u041aL/\u0422W', '01-KL/TW'],
    ['Greek letters', '12-\u039aH/\u03a4U', '12-KH/TU'],
    ['wide letters', '１２－ＫＨ／ＴＵ', '12-KH/TU'],
  ])('are put right: %s', (_, damaged, whole) => {
    expect(repaired(damaged).text).toBe(whole);
    expect(editsOf(damaged, 'wrong-letter').length).toBeGreaterThan(0);
  });

  it.each(['Ленин', 'газета «Правда»', 'α và β', '5 μm', 'Ω', 'вода H₂O'])('stay in words of their own alphabet: %s', (text) => {
    expect(repaired(text).text).toBe(text);
  });
});

describe('misread words of form', () => {
  it.each([
    ['Kêt luận số 12', 'Kết luận số 12'],
    ['Kết luân sô 01-KL/TW', 'Kết luận số 01-KL/TW'],
    ['theo Quyêt định 12/QĐ-UBND', 'theo Quyết định 12/QĐ-UBND'],
    ['Nghị quvết số 29', 'Nghị quyết số 29'],
    ['KẾ HOACH SỐ 15-KH/TU', 'KẾ HOẠCH SỐ 15-KH/TU'],
    ['chương trinh hành động số 14', 'chương trình hành động số 14'],
    ['ngàv 18/5/2021', 'ngày 18/5/2021'],
    ['ngày l8/O5/2O21', 'ngày 18/05/2021'],
    ['ngày 22 thảng 7 nãm 2O10', 'ngày 22 tháng 7 năm 2010'],
    ['ngay 22 tbáng 7 năm 2010', 'ngày 22 tháng 7 năm 2010'],
    ['tháng O5 năm 2O21', 'tháng 05 năm 2021'],
    ['Sô: 12-KH/TU', 'Số: 12-KH/TU'],
    ['Chỉ thị số 05-CT/TW cùa Bộ Chinh trị', 'Chỉ thị số 05-CT/TW của Bộ Chính trị'],
  ])('"%s" is "%s", as a guess', (read, meant) => {
    const result = repaired(read);
    expect(result.text).toBe(meant);
    const edits = result.edits.filter(({ step }) => step === 'misread-word');
    expect(edits.length).toBeGreaterThan(0);
    expect(edits.every(({ guess }) => guess)).toBe(true);
  });

  it.each([
    ['a word with a letter too few: the grammar reads it', 'Kế luận số 15'],
    ['words that mean something else', 'làm ngay 2 việc ở miền Nam 2021'],
    ['a comparison', 'so 12 với 13'],
    ['a name before no number', 'kê hoạch năm sau, quyêt định của xã'],
    ['a day that no calendar has', 'ngày l8/l5/2021'],
    ['a month that there is not', 'tháng I9'],
    ['an account', 'tài khoản 0O1'],
    ['a body before no number', 'trụ sở cùa Bộ Chinh trị'],
  ])('leaves %s', (_, text) => {
    expect(repaired(text).text).toBe(text);
  });
});

describe('repair of misread text', () => {
  const piece = fc.constantFrom(
    'O1-KL/TW',
    '134-BG/TU',
    'Kêt luân sô ',
    'ngàv ',
    'l8/5/2O21',
    ' thảng ',
    'TWngày',
    '22',
    'S1-',
    '51-KL/TW',
    ' nãm 2O10',
    'cùa Bộ Chinh trị',
    ' ',
    '\n',
    ', ',
  );

  it('leaves sound words and numbers as they are, in any order', () => {
    const sound = fc.constantFrom(
      '01-KL/TW',
      '134-BC/TU',
      'Kết luận số',
      'ngày',
      '18/5/2021',
      'tháng',
      '22',
      '51-KL/TW',
      'năm 2010',
      'của Bộ Chính trị',
      'và',
    );
    fc.assert(
      fc.property(fc.array(sound, { minLength: 1, maxLength: 14 }), (words) => {
        expect(repaired(words.join(', ')).text).toBe(words.join(', '));
      }),
    );
  });

  it('keeps what was there, and the way to it', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const raw = pieces.join('');
        const { edits, origin, text } = repaired(raw);
        for (const edit of edits) expect(wordsOf(raw, edit.raw)).toBe(edit.was);
        origin.kept.forEach((kept, run) => {
          const end = origin.repaired[run + 1] ?? text.length;
          if (kept === 1) expect(text.slice(origin.repaired[run], end)).toBe(raw.slice(origin.raw[run], origin.raw[run + 1] ?? raw.length));
        });
      }),
    );
  });

  // Whoever makes a step worse than linear will see this run into its time limit.
  it.each(['O1-KL/TW ', '12-BG/XO ', '1-', '12-ABCDEFGH/IJKLMN ', 'Kêt luân sô 1 ', '2O21 ', 'l8/5/', '１', '\u0422', '1-KL/TVV'])(
    'gets through half a million letters of %s',
    (unit) => {
      const raw = unit.repeat(500_000 / unit.length);
      expect(repaired(raw).origin.rawLength).toBe(raw.length);
    },
  );
});
