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

describe('enumerations, short forms and named laws', () => {
  const keysIn = async (paragraph: string) => (await cited(paragraph)).map(({ key, mentions }) => `${key} ${mentions}`);

  it.each([
    [
      'numbers before the one that says the type',
      '1. Thực hiện các kết luận số 14, 21-KL/TW của Trung ương.',
      ['14-KL/TW 1', '21-KL/TW 1'],
    ],
    [
      'numbers among full ones',
      '1. Thực hiện các Nghị quyết số 18-NQ/TW, 19-NQ/TW, 20 và 21-NQ/TW.',
      ['18-NQ/TW 1', '19-NQ/TW 1', '20-NQ/TW 1', '21-NQ/TW 1'],
    ],
    [
      'bare numbers under one noun, after full ones',
      '1. Thực hiện Quy định số 101-QĐ/TW và Quy định số 55-QĐ/TW. Bám sát các Quy định 101, 55 của Trung ương.',
      ['101-QĐ/TW 2', '55-QĐ/TW 2'],
    ],
    ['abbreviated types', '1. Thực hiện NQ 18-NQ/TW, CT 05-CT/TW. Tiếp tục CT 05 và NQ số 18.', ['18-NQ/TW 2', '05-CT/TW 2']],
    ['a declared abbreviation', '1. Thực hiện Nghị quyết số 57-NQ/TW (sau đây viết tắt là NQ57). Bám sát NQ57.', ['57-NQ/TW 3']],
    [
      'a short name of another type with the same number',
      '1. Thực hiện Quyết định số 06/QĐ-TTg phê duyệt Đề án định danh (gọi tắt là Đề án 06). Đẩy mạnh Đề án 06.',
      ['06/QĐ-TTg 3'],
    ],
    ['the body between type and number', '1. Thực hiện Kết luận của Bộ Chính trị số 62-KL/TW.', ['62-KL/TW 1']],
    ['capitals of a heading', '1. THỰC HIỆN QUYẾT ĐỊNH SỐ 34/2014/QĐ-TTG\nTheo Quyết định số 34/2014/QĐ-TTg.', ['34/2014/QĐ-TTG 2']],
    ['leading zeros', '1. Thực hiện Kết luận số 01-KL/TW. Theo Kết luận số 1-KL/TW.', ['01-KL/TW 2']],
    [
      'a regulation written with QĐi and QĐ',
      '1. Thực hiện Quy định số 08-QĐi/TW. Theo Quy định 08-QĐ/TW, Quyết định số 09-QĐ/TW.',
      ['08-QĐi/TW 2', '09-QĐ/TW 1'],
    ],
    [
      'a decision and a regulation of one number',
      '1. Theo Quy định số 08-QĐi/TU và Quyết định số 08-QĐ/TU.',
      ['08-QĐi/TU 1', '08-QĐ/TU 1'],
    ],
    [
      'a norm of two bodies with slashes',
      '1. Theo Thông tư liên tịch số 16/2006/TTLT/BLĐTBXH-BGDĐT và Nghị định 30/2020/NĐ-CP - Phụ lục.',
      ['16/2006/TTLT-BLĐTBXH-BGDĐT 1', '30/2020/NĐ-CP 1'],
    ],
    [
      'an old letter that names its body only',
      '1. Theo Văn bản số 16/CGC.BT và Công văn số 118/TTg; số 12/AB là số nhà.',
      ['16/CGC.BT 1', '118/TTg 1'],
    ],
    ['TƯ beside a provincial body', '1. Thực hiện Nghị quyết 13-NQ/TƯ của Tỉnh ủy và Chỉ thị số 05-CT/TƯ.', ['13-NQ/TU 1', '05-CT/TW 1']],
    ['a lost hyphen between type and body', '1. Theo Quyết định số 2468/QĐUBND ngày 02/3/2019.', ['2468/QĐ-UBND 1']],
    ['a blank inside the body', '1. Xét Tờ trình số 02/TTr-CAT- ANCTNB.', ['02/TTr-CAT-ANCTNB 1']],
    ['an unknown type behind "số"', '1. Theo Giấy phép số 123/GP-BTNMT.', ['123/GP-BTNMT 1']],
    ['an ampersand in the body', '1. Xét Tờ trình số 473/TTr-NN&PTNT.', ['473/TTr-NN&PTNT 1']],
    ['plenums in capitals and close writing', '1. Thực hiện Nghị quyết TW4 khóa XII, NQTW5 khóa XIII.', ['NQTW4/XII 1', 'NQTW5/XIII 1']],
    ['an old number cut short before the next one', '1. Thực hiện Kế hoạch số 483/Kế hoạch số 78-KH/BTGTW.', ['78-KH/BTGTW 1']],
    ['a number cut short before the next one', '1. Thực hiện Kết luận số 117-KL/Kết luận số 117-KL/TW.', ['117-KL/TW 1']],
    ['a term written twice once', '1. Thực hiện Nghị quyết Trung ương 4 (khóa XI, XI).', ['NQTW4/XI 1']],
    [
      'a plenum whose resolution is numbered in the text is no second document',
      '1. Thực hiện Nghị quyết số 29-NQ/TW của Hội nghị Trung ương 8 khóa XI. Kiên trì Nghị quyết Trung ương 8 khóa XI.',
      ['29-NQ/TW 2'],
    ],
    ['no documents in standards and ratios', '1. Theo QCVN 01:2021/BXD, đạt tỷ lệ 12/25, năm 2021, 21 xã.', []],
  ])('%s', async (_, paragraph, expected) => {
    expect(await keysIn(paragraph)).toEqual(expected);
  });

  it('tells a resolution of the National Assembly from the Party’s of the same number by the body beside it', async () => {
    expect(
      await keysIn(
        '1. Thực hiện Nghị quyết số 43/2022/QH15 của Quốc hội và Nghị quyết số 43-NQ/TW. Nghị quyết số 43 của Quốc hội đã được triển khai; Nghị quyết 43 của Bộ Chính trị và Nghị quyết số 43 của Quốc hội là căn cứ.',
      ),
    ).toEqual(['43/2022/QH15 3', '43-NQ/TW 2']);
  });

  it('takes a bare number that is its own for itself', async () => {
    const record = await recordFrom(planWith('1. Các đơn vị thực hiện Kế hoạch số 52 và Kế hoạch này; báo cáo theo Kế hoạch số 52-KH/TU.'));
    expect(record.citations).toEqual([]);
    expect(record.findings).toEqual([]);
  });

  it('reads the name of a law before its number as part of the mention', async () => {
    const record = await recordFrom(planWith('1. Căn cứ Luật Tổ chức chính quyền địa phương số 77/2015/QH13 ngày 19/6/2015.'));
    expect(record.citations[0]).toMatchObject({ key: '77/2015/QH13', type: 'L', relation: 'basis' });
    expect(quoted(record, record.citations[0]!.occurrences[0]!.span)).toBe('Luật Tổ chức chính quyền địa phương số 77/2015/QH13');
  });

  it.each([
    [
      'before a bracket',
      '1. Xét đề nghị của Ủy ban nhân dân tỉnh Trà Vinh (Công văn số 1284/UBND-KT ngày 07/6/2021).',
      'Ủy ban nhân dân tỉnh Trà Vinh',
    ],
    [
      'of a company before a bracket',
      '1. Theo đề nghị của Tổng công ty Bưu điện Việt Nam (Công văn số 4736/BĐVN-TCBC).',
      'Tổng công ty Bưu điện Việt Nam',
    ],
    [
      'further off, by the code of the number',
      '1. Sau khi nghe Ban Tổ chức Trung ương báo cáo về tiến độ thực hiện chỉ đạo của Trung ương, Bộ Chính trị (Công văn số 811-CV/BTCTW).',
      'Ban Tổ chức Trung ương',
    ],
    ['in small letters', '1. Theo Nghị quyết số 407/NQ-UBTVQH13 của Ủy ban thường vụ Quốc hội.', 'Ủy ban thường vụ Quốc hội'],
    ['a department written loosely', '1. Theo Công văn số 2965/SVHTTDL-VP của Sở Văn hóa thể thao du lịch.', 'Sở Văn hóa thể thao du lịch'],
    ['two bodies that decide together', '1. Thực hiện Kết luận số 126-KL/TW của Bộ Chính trị, Ban Bí thư.', 'Bộ Chính trị, Ban Bí thư'],
    [
      'a head with two titles',
      '1. Theo Thông tư số 02/2017/TT-VPCP của Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ.',
      'Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ',
    ],
    ['a city', '1. Theo Quyết định số 89/2024/QĐ-UBND của Ủy ban nhân dân Thành phố Hồ Chí Minh.', 'Ủy ban nhân dân Thành phố Hồ Chí Minh'],
  ])('reads the body that issued: %s', async (_, paragraph, issuer) => {
    expect((await cited(paragraph))[0]!.issuer).toBe(issuer);
  });

  it('lets the noun and the body before a list of described members serve them all', async () => {
    const found = await cited(
      '1. Căn cứ các Quyết định của Bộ trưởng Bộ Tài chính: Số 1025/QĐ-BTC ngày 07/8/2018 về việc công bố thủ tục; số 547/QĐ-BTC ngày 06/6/2019 về việc sửa đổi thủ tục.',
    );
    expect(found.map(({ key, type, issuer }) => [key, type, issuer])).toEqual([
      ['1025/QĐ-BTC', 'QĐ', 'Bộ trưởng Bộ Tài chính'],
      ['547/QĐ-BTC', 'QĐ', 'Bộ trưởng Bộ Tài chính'],
    ]);
  });

  it('reads the term behind the plenum that passed a resolution', async () => {
    const [first] = await cited(
      '1. Thực hiện Nghị quyết số 33-NQ/TW, ngày 09/6/2014 của Ban Chấp hành Trung ương Đảng tại Hội nghị Trung ương 9 (khóa XI) về văn hóa.',
    );
    expect(first).toMatchObject({ issuer: 'Ban Chấp hành Trung ương Đảng', term: 'XI' });
  });

  it('does not carry body and term back over a semicolon to a document with a date of its own', async () => {
    const [first, second] = await cited(
      '1. Thực hiện Kết luận số 51-KL/TW ngày 21/02/2023; Kết luận số 16-KL/TW ngày 07/7/2017 của Bộ Chính trị (khóa XII).',
    );
    expect(first).toMatchObject({ key: '51-KL/TW', issuer: null, term: null });
    expect(second).toMatchObject({ key: '16-KL/TW', issuer: 'Bộ Chính trị', term: 'XII' });
  });

  it('reads a plenum as the body that issued', async () => {
    const [first] = await cited(
      '1. Thực hiện Nghị quyết số 27-NQ/TW ngày 09/11/2022 Hội nghị lần thứ sáu Ban Chấp hành Trung ương Đảng khóa XIII.',
    );
    expect(first).toMatchObject({ issuer: 'Hội nghị lần thứ sáu Ban Chấp hành Trung ương Đảng', term: 'XIII', date: '2022-11-09' });
  });
});
