import { describe, expect, it } from 'vitest';
import { planWith, quoted, recordFrom } from '../support/pipeline.ts';

/** What one paragraph of a plan cites: key, type, date, issuer, term and number of mentions. */
async function cited(paragraph: string) {
  const record = await recordFrom(planWith(paragraph));
  return record.citations.map(({ key, type, date, issuer, term, mentions }) => ({ key, type, date, issuer, term, mentions }));
}

const nothing = { date: null, issuer: null, term: null, mentions: 1 };

describe('the forms in which a document is named', () => {
  it.each([
    [
      'Party number with date, body and term',
      '1. Thực hiện Kết luận số 14-KL/TW, ngày 22/9/2021 của Bộ Chính trị (khóa XIII) về bảo vệ cán bộ.',
      { key: '14-KL/TW', type: 'KL', date: '2021-09-22', issuer: 'Bộ Chính trị', term: 'XIII', mentions: 1 },
    ],
    [
      'the date in words',
      '1. Thực hiện Nghị quyết số 19-NQ/TU ngày 05 tháng 8 năm 2022 của Ban Chấp hành Đảng bộ tỉnh.',
      { key: '19-NQ/TU', type: 'NQ', date: '2022-08-05', issuer: 'Ban Chấp hành Đảng bộ tỉnh', term: null, mentions: 1 },
    ],
    ['blanks inside the number', '1. Thực hiện Kết luận số 14- KL/TW.', { key: '14-KL/TW', type: 'KL', ...nothing }],
    ['a blank for the dash', '1. Thực hiện Quyết định số 35 QĐ/TW.', { key: '35-QĐ/TW', type: 'QĐ', ...nothing }],
    [
      'slashes for dashes',
      '1. Thực hiện Quy định số 09/QĐ/TU của Tỉnh ủy.',
      { key: '09-QĐ/TU', type: 'QĐi', ...nothing, issuer: 'Tỉnh ủy' },
    ],
    ['a misspelt noun', '1. Thực hiện Kế luận số 14-KL/TW.', { key: '14-KL/TW', type: 'KL', ...nothing }],
    [
      'a State norm with its year',
      '1. Thực hiện Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư.',
      { key: '30/2020/NĐ-CP', type: 'NĐ', date: '2020-03-05', issuer: 'Chính phủ', term: null, mentions: 1 },
    ],
    [
      'a directive of the Prime Minister',
      '1. Thực hiện Chỉ thị số 16/CT-TTg của Thủ tướng Chính phủ.',
      { key: '16/CT-TTg', type: 'CT', ...nothing, issuer: 'Thủ tướng Chính phủ' },
    ],
    [
      'a letter without a type',
      '1. Thực hiện Công văn số 1590/VPCP-KGVX của Văn phòng Chính phủ.',
      { key: '1590/VPCP-KGVX', type: 'CV', ...nothing, issuer: 'Văn phòng Chính phủ' },
    ],
    ['a law', '1. Thực hiện Luật Đất đai số 31/2024/QH15.', { key: '31/2024/QH15', type: 'L', ...nothing }],
    [
      'the decision that is a regulation by the word before it',
      '1. Thực hiện Quy định số 37-QĐ/TW về những điều đảng viên không được làm.',
      { key: '37-QĐ/TW', type: 'QĐi', ...nothing },
    ],
    ['an older writing of the centre', '1. Thực hiện Chỉ thị số 05-CT/TƯ.', { key: '05-CT/TW', type: 'CT', ...nothing }],
    [
      'a ministry with a long name',
      '1. Thực hiện Thông tư số 02/2021/TT-BVHTTDL của Bộ Văn hóa, Thể thao và Du lịch.',
      { key: '02/2021/TT-BVHTTDL', type: 'TT', ...nothing, issuer: 'Bộ Văn hóa, Thể thao và Du lịch' },
    ],
    [
      'body and date told before the number',
      '1. Ngày 14/12/2022, Ban Thường vụ Tỉnh ủy đã ban hành Kế hoạch số 98-KH/TU.',
      { key: '98-KH/TU', type: 'KH', date: '2022-12-14', issuer: 'Ban Thường vụ Tỉnh ủy', term: null, mentions: 1 },
    ],
  ])('%s', async (_name, paragraph, expected) => {
    expect(await cited(paragraph)).toEqual([expected]);
  });

  it('reads several numbers under one noun', async () => {
    const found = await cited('1. Thực hiện nghiêm các Quy định số 08-QĐi/TW, 55-QĐ/TW và 101-QĐ/TW về nêu gương.');
    expect(found.map(({ key, type }) => [key, type])).toEqual([
      ['08-QĐi/TW', 'QĐi'],
      ['55-QĐ/TW', 'QĐi'],
      ['101-QĐ/TW', 'QĐi'],
    ]);
  });

  it('takes a term that a comma follows, and not the first of a list of terms', async () => {
    const found = await cited('1. Thực hiện Kết luận số 14-KL/TW của Bộ Chính trị khóa XIII, Ban Thường vụ Tỉnh ủy yêu cầu sơ kết.');
    expect(found.map(({ key, issuer, term }) => [key, issuer, term])).toEqual([['14-KL/TW', 'Bộ Chính trị', 'XIII']]);
  });

  it('takes a plenum resolution of two terms for two documents', async () => {
    const found = await cited('1. Gắn với thực hiện Nghị quyết Trung ương 4 (khóa XI, XII) về xây dựng Đảng.');
    expect(found.map(({ key, type, term }) => [key, type, term])).toEqual([
      ['NQTW4/XI', 'NQ', 'XI'],
      ['NQTW4/XII', 'NQ', 'XII'],
    ]);
  });

  it('does not count a numbered resolution twice when its plenum is named too', async () => {
    const found = await cited('1. Thực hiện Nghị quyết số 29-NQ/TW của Hội nghị Trung ương 8 khóa XI về đổi mới giáo dục.');
    expect(found.map(({ key }) => key)).toEqual(['29-NQ/TW']);
  });

  it('follows a declared short name, and counts it where it is declared', async () => {
    const record = await recordFrom(
      planWith(
        '1. Thực hiện Chỉ thị số 77-CT/TW về nguồn nước (sau đây gọi tắt là Chỉ thị số 77).',
        '2. Các huyện ủy sơ kết Chỉ thị 77 trong năm 2024.',
        '3. CHỈ THỊ SỐ 77 được phổ biến đến chi bộ.',
      ),
    );
    expect(record.aliases.map(({ alias, for: key }) => [alias, key])).toEqual([['Chỉ thị số 77', '77-CT/TW']]);
    expect(record.citations.map(({ key, mentions, occurrences }) => [key, mentions, occurrences.map(({ form }) => form)])).toEqual([
      ['77-CT/TW', 4, ['full', 'alias', 'alias', 'alias']],
    ]);
  });

  it('takes a bare number for the only document of that type and number, and says so where there are two', async () => {
    const one = await recordFrom(planWith('1. Thực hiện Nghị quyết số 29-NQ/TW. Các huyện ủy học tập Nghị quyết 29.'));
    expect(one.citations.map(({ key, mentions }) => [key, mentions])).toEqual([['29-NQ/TW', 2]]);
    const two = await recordFrom(
      planWith('1. Thực hiện Nghị quyết số 29-NQ/TW, Nghị quyết số 29-NQ/TU. Các huyện ủy học tập Nghị quyết 29.'),
    );
    expect(two.citations.map(({ mentions }) => mentions)).toEqual([1, 1]);
    expect(two.findings.map(({ code }) => code)).toContain('ambiguous-short-citation');
  });

  it('takes counts, dates and own references for no citations', async () => {
    expect(await cited('1. Báo cáo 6 tháng, kế hoạch 5 năm 2021 - 2025 và Kế hoạch này được gửi trước 15/12/2023 đến 24/24 xã.')).toEqual(
      [],
    );
    expect(await cited('1. Kế hoạch số 52-KH/TU này được phổ biến đến chi bộ.')).toEqual([]);
  });

  it('tells two bearers of one number apart by their terms', async () => {
    const record = await recordFrom(
      planWith('1. Chỉ thị số 30-CT/TW, ngày 22/01/2019 của Ban Bí thư và Chỉ thị số 30-CT/TW, ngày 18/02/1998 của Bộ Chính trị.'),
    );
    expect(record.citations.map(({ key, date, identity }) => [key, date, identity.term.value])).toEqual([
      ['30-CT/TW', '2019-01-22', 'XII'],
      ['30-CT/TW', '1998-02-18', 'VIII'],
    ]);
    expect(record.findings.map(({ code }) => code)).toContain('one-number-two-documents');
  });

  it('keeps both dates that a text gives one document, and reports the contradiction', async () => {
    const record = await recordFrom(
      planWith('1. Quy định số 101-QĐ/TW ngày 07/6/2012 của Ban Bí thư.', '2. Quy định số 101-QĐ/TW ngày 06/7/2012 của Ban Bí thư.'),
    );
    expect(record.citations).toHaveLength(1);
    expect(record.citations[0]!.said.dates.map(({ value }) => value)).toEqual(['2012-06-07', '2012-07-06']);
    expect(record.findings.map(({ code }) => code)).toContain('contradicting-dates');
  });

  it('gives every mention the span of the words that name the document', async () => {
    const record = await recordFrom(planWith('1. Thực hiện Kết luận số 14-\nKL/TW của Bộ Chính trị; các cấp ủy học tập Kết luận 14.'));
    expect(record.citations[0]!.occurrences.map(({ span }) => quoted(record, span))).toEqual(['Kết luận số 14-KL/TW', 'Kết luận 14']);
  });
});
