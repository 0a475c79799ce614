import { describe, expect, it } from 'vitest';
import { findAll } from '#ingest/extract/recognizer.ts';
import { symbols } from '#ingest/extract/symbols.ts';
import { bodiesOf } from '#ingest/vocabulary/bodiesInHeads.ts';
import { capacities, capacityPattern } from '#ingest/vocabulary/capacities.ts';
import { bodyInRunningText } from '#ingest/vocabulary/casing.ts';
import { documentTypes, typeNamed, typeOfSymbol } from '#ingest/vocabulary/documentTypes.ts';
import { typeOfHeading } from '#ingest/vocabulary/headings.ts';
import { bodyCodes } from '#ingest/vocabulary/issuerCodes.ts';
import { issuerOf, legislatureOf } from '#ingest/vocabulary/issuers.ts';
import { bareLetters, isHeadMark, mottoesIn } from '#ingest/vocabulary/mottoes.ts';
import { isNameInCapitals, personName, personTitle, secondName } from '#ingest/vocabulary/persons.ts';
import { placeNamed, presentProvinces, provinces, successorOf } from '#ingest/vocabulary/places.ts';
import { officeHere, officesIn, positionExamples } from '#ingest/vocabulary/positions.ts';
import { authority, authorityExamples } from '#ingest/vocabulary/speakers.ts';

describe('types of documents', () => {
  it.each(documentTypes.flatMap(({ code, names }) => names.map((name) => [name, code])))('%s is a %s', (name, code) => {
    expect(typeNamed(name)?.code).toBe(code);
    expect(typeNamed(name.toUpperCase())?.code).toBe(code);
  });

  it('no code in numbers stands for two types', () => {
    const symbolsOfTypes = documentTypes.flatMap(({ code, symbols }) => symbols ?? [code.toUpperCase()]);
    expect(symbolsOfTypes.filter((symbol, index) => symbolsOfTypes.indexOf(symbol) !== index)).toEqual([]);
  });

  it.each(documentTypes.flatMap(({ code, example }) => (example === undefined ? [] : [[example, code]])))(
    'the number %s is of the type %s',
    (example, code) => {
      const [found] = findAll(symbols, example);
      expect(found?.span).toEqual({ start: 0, end: example.length });
      expect(typeOfSymbol(found?.value.letters ?? 'CV')?.code).toBe(code);
    },
  );

  it('a code that no rule of form knows is none', () => {
    expect(typeOfSymbol('XYZ')).toBeNull();
    expect(typeNamed('bản tin')).toBeNull();
  });
});

describe('issuing bodies by their codes', () => {
  it.each([
    ['TW', 'Trung ương', 'party', 'central'],
    ['TƯ', 'Trung ương', 'party', 'central'],
    ['BTGDVTW', 'Ban Tuyên giáo và Dân vận Trung ương', 'party', 'central'],
    ['ĐUCP', 'Đảng ủy Chính phủ', 'party', 'central'],
    ['ĐUQH', 'Đảng ủy Quốc hội', 'party', 'central'],
    ['BTCTU', 'Ban Tổ chức Tỉnh ủy', 'party', 'province'],
    ['UBKTHU', 'Ủy ban Kiểm tra Huyện ủy', 'party', 'district'],
    ['ThU', 'Thị ủy', 'party', 'district'],
    ['BXDĐĐU', 'Ban Xây dựng Đảng Đảng ủy', 'party', 'base'],
    ['QH15', 'Quốc hội', 'state', 'central'],
    ['UBTVQH15', 'Ủy ban Thường vụ Quốc hội', 'state', 'central'],
    ['HĐDT15', 'Hội đồng Dân tộc', 'state', 'central'],
    ['UBPL15', 'Ủy ban Pháp luật', 'state', 'central'],
    ['CTN', 'Chủ tịch nước', 'state', 'central'],
    ['TTg', 'Thủ tướng Chính phủ', 'state', 'central'],
    ['HĐTP-TANDTC', 'Hội đồng Thẩm phán Tòa án nhân dân tối cao', 'state', 'central'],
    ['VKSNDTC', 'Viện kiểm sát nhân dân tối cao', 'state', 'central'],
    ['BNV-BTC', 'Bộ Nội vụ', 'state', 'central'],
    ['BDTTG', 'Bộ Dân tộc và Tôn giáo', 'state', 'central'],
    ['SNNMT', 'Sở Nông nghiệp và Môi trường', 'state', 'province'],
    ['UBND-KGVX', 'Ủy ban nhân dân', 'state', 'province'],
    ['PTCKH', 'Phòng Tài chính - Kế hoạch', 'state', 'district'],
    ['LĐLĐ', 'Liên đoàn Lao động', 'front', 'province'],
    ['TWĐTN-VP', 'Trung ương Đoàn Thanh niên Cộng sản Hồ Chí Minh', 'front', 'central'],
  ])('%s is %s', (code, name, side, level) => {
    expect(issuerOf(code)).toMatchObject({ name, side, level });
  });

  it('every row of the table has a code in capitals and a name', () => {
    for (const { code, name } of bodyCodes) {
      expect(code).toMatch(/^\p{Lu}[\p{L}\d&-]*$/u);
      expect(name).toMatch(/^\p{Lu}\p{L}/u);
    }
  });

  it('a code that no table knows is none', () => {
    expect(issuerOf('XKLM')).toBeNull();
  });

  it.each([
    ['QH15', 15],
    ['UBTVQH9', 9],
    ['UBPL15-PL', 15],
    ['UBND', null],
    ['BCĐ35', null],
  ])('the legislature in %s is %s', (code, legislature) => {
    expect(legislatureOf(code)).toBe(legislature);
  });
});

describe('provinces before and after 01/7/2025', () => {
  it('63 before, 34 since', () => {
    expect(new Set(provinces.map((name) => placeNamed(`${name === 'Hồ Chí Minh' ? 'thành phố' : 'tỉnh'} ${name}`)))).toHaveLength(63);
    expect(presentProvinces).toHaveLength(34);
  });

  it.each([
    ['Hòa Bình', 'Phú Thọ'],
    ['Trà Vinh', 'Vĩnh Long'],
    ['Hà Nội', null],
    ['Phú Thọ', null],
  ])('%s went up in %s', (name, successor) => {
    expect(successorOf(name)).toBe(successor);
    if (successor !== null) expect(presentProvinces).toContain(successor);
  });

  it.each([
    ['UBND tỉnh Đăk Lăk', 'Đắk Lắk'],
    ['Tỉnh uỷ Bắc Cạn', 'Bắc Kạn'],
    ['tỉnh Bà Rịa-Vũng Tàu', 'Bà Rịa - Vũng Tàu'],
    ['Tỉnh ủy Thừa Thiên Huế', 'Huế'],
    ['tư tưởng Hồ Chí Minh', null],
    ['TPHCM, Thành ủy Hồ Chí Minh', 'Hồ Chí Minh'],
    ['huyện Mai Châu', null],
  ])('“%s” names %s', (words, place) => {
    expect(placeNamed(words)).toBe(place);
  });
});

describe('names of bodies in heads', () => {
  it.each([
    ['ỦY BAN NHÂN DÂN TỈNH QUẢNG NAM', 'Ủy ban nhân dân tỉnh Quảng Nam'],
    ['BỘ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI', 'Bộ Lao động - Thương binh và Xã hội'],
    ['BAN BÍ THƯ TRUNG ƯƠNG ĐOÀN TNCS HỒ CHÍ MINH', 'Ban Bí thư Trung ương Đoàn TNCS Hồ Chí Minh'],
    ['BẢO HIỂM XÃ HỘI VIỆT NAM', 'Bảo hiểm xã hội Việt Nam'],
    ['ĐẢNG ỦY PHƯỜNG HÀ ĐÔNG', 'Đảng ủy phường Hà Đông'],
    ['UBND TỈNH LÂM ĐỒNG', 'UBND tỉnh Lâm Đồng'],
    ['TRƯỜNG ĐẠI HỌC TÂY NGUYÊN', 'Trường Đại học Tây Nguyên'],
    ['CHI CỤC KIỂM LÂM', 'Chi cục Kiểm lâm'],
    ['THỐNG ĐỐC NGÂN HÀNG NHÀ NƯỚC VIỆT NAM', 'Thống đốc Ngân hàng Nhà nước Việt Nam'],
    ['Sở Nội vụ', 'Sở Nội vụ'],
  ])('%s is written %s in running text', (capitals, name) => {
    expect(bodyInRunningText(capitals)).toBe(name);
  });

  it.each([
    [['ỦY', 'BAN NHÂN DÂN', 'TỈNH YÊN BÁI'], ['ỦY BAN NHÂN DÂN TỈNH YÊN BÁI']],
    [
      ['TỈNH ỦY YÊN BÁI', 'BAN TUYÊN GIÁO'],
      ['TỈNH ỦY YÊN BÁI', 'BAN TUYÊN GIÁO'],
    ],
    [['TỈNH ỦY YÊN BÁI BAN TUYÊN GIÁO'], ['TỈNH ỦY YÊN BÁI', 'BAN TUYÊN GIÁO']],
    [
      ['UBND TỈNH YÊN BÁI', 'SỞ NỘI VỤ'],
      ['UBND TỈNH YÊN BÁI', 'SỞ NỘI VỤ'],
    ],
    [['Y BAN NHÂN DÂN', 'TỈNH YÊN BÁI'], ['ỦY BAN NHÂN DÂN TỈNH YÊN BÁI']],
    [
      ['BAN CHẤP HÀNH', 'TRUNG ƯƠNG', 'VĂN PHÒNG'],
      ['BAN CHẤP HÀNH TRUNG ƯƠNG', 'VĂN PHÒNG'],
    ],
    [
      ['BỘ NỘI VỤ', 'BỘ TÀI CHÍNH'],
      ['BỘ NỘI VỤ', 'BỘ TÀI CHÍNH'],
    ],
    [['VIỆN', 'KIỂM SÁT NHÂN DÂN', 'TỐI CAO'], ['VIỆN KIỂM SÁT NHÂN DÂN TỐI CAO']],
    [['UỶ BAN NHÂN DÂN', 'THÀNH PHỐ HUẾ'], ['ỦY BAN NHÂN DÂN THÀNH PHỐ HUẾ']],
  ])('lines %j name %j', (lines, names) => {
    expect(bodiesOf(lines)).toEqual(names);
  });

  it.each(authorityExamples)('“%s” decides', (example) => {
    expect(authority.test(example)).toBe(true);
  });

  it('a title is no body that decides', () => {
    expect(authority.test('VỀ VIỆC THÀNH LẬP BAN CHỈ ĐẠO')).toBe(false);
  });
});

describe('mottoes and marks of heads', () => {
  it.each([
    ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 1],
    ['CỘNG\nHOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc', 2],
    ['CỘNG HÕA XÃ HỘI CHỦ', 1],
    ['ĐẢNG CỘNG SẢN\nVIỆT NAM', 1],
    ['ỦY BAN NHÂN DÂN', 0],
    ['định hướng xã hội chủ nghĩa', 0],
  ])('“%s” holds %i', (words, count) => {
    expect(mottoesIn(bareLetters(words))).toHaveLength(count);
  });

  it('bare letters are as many as the letters were', () => {
    const words = 'Đường lối đổi mới – 2025';
    expect(bareLetters(words)).toBe('Duong loi doi moi – 2025');
  });

  it.each([
    ['HỎA TỐC', true],
    ['DỰ THẢO', true],
    ['CỘNG SẢN VIỆT NAM', true],
    ['SỞ NỘI VỤ', false],
  ])('“%s” is a mark beside the head: %s', (words, mark) => {
    expect(isHeadMark(words)).toBe(mark);
  });

  it.each([
    ['K ÉT LUẬN', 'KL'],
    ['QUYẾTĐỊNH', 'QĐ'],
    ['QUY ĐỊNH', 'QĐi'],
    ['HƯỚNGDẪN', 'HD'],
    ['MỤC ĐÍCH', undefined],
  ])('the heading “%s” is of the type %s', (words, code) => {
    expect(typeOfHeading(words)?.code).toBe(code);
  });
});

describe('signing', () => {
  it.each(capacities.map(({ example }) => example))('“%s” opens a signature', (example) => {
    expect(capacityPattern.test(example)).toBe(true);
  });

  it.each(['TỔ CHỨC THỰC HIỆN', 'KẾT QUẢ', 'T/C CÁN BỘ', 'TMDV HÒA BÌNH'])('“%s” opens none', (example) => {
    expect(capacityPattern.test(example)).toBe(false);
  });

  it.each(positionExamples)('“%s” begins with an office', (example) => {
    expect(officeHere.test(example)).toBe(true);
  });

  it('a body is not taken for the office in its name', () => {
    expect(officesIn('BAN BÍ THƯ')).toEqual([]);
    expect(officesIn('BAN BÍ THƯ ĐOÀN BÍ THƯ THƯỜNG TRỰC')).toEqual([16]);
  });

  it.each([
    ['Nguyễn Văn Tám', true],
    ['Y Thịnh Niê', true],
    ['H’Bơ Êban', true],
    ['Phòng họp', false],
    ['Chủ tịch', false],
  ])('“%s” is a name: %s', (words, name) => {
    expect(personName.test(words)).toBe(name);
  });

  it.each([
    ['TRẦN THỊ MƯỜI', true],
    ['VĂN PHÒNG', false],
    ['ĐOÀN CHỦ TỊCH', false],
    ['BÍ THƯ', false],
  ])('“%s” is a name in capitals: %s', (words, name) => {
    expect(isNameInCapitals(words)).toBe(name);
  });

  it.each(['GS.TS. Lê Văn Chín', 'Đại tướng Lê Văn Chín', 'PGS.TS Lê Văn Chín', 'BSCKII. Lê Văn Chín', 'Thượng tá Lê Văn Chín'])(
    'the title goes from “%s”',
    (words) => {
      expect(words.replace(personTitle, '')).toBe('Lê Văn Chín');
    },
  );

  it('two names side by side are parted at the second family name', () => {
    expect(secondName(['Lê', 'Văn', 'Chín', 'Trần', 'Thị', 'Mười'])).toBe(3);
    expect(secondName(['Nguyễn', 'Thị', 'Hoàng', 'Mai'])).toBe(2);
    expect(secondName(['Lê', 'Văn', 'Chín'])).toBe(-1);
  });
});
