import { describe, expect, it } from 'vitest';
import { findAll } from '#ingest/extract/recognizer.ts';
import { symbols } from '#ingest/extract/symbols.ts';
import { documentTypes, typeNamed, typeOfSymbol } from '#ingest/vocabulary/documentTypes.ts';
import { bodyCodes } from '#ingest/vocabulary/issuerCodes.ts';
import { issuerOf, legislatureOf } from '#ingest/vocabulary/issuers.ts';
import { placeNamed, presentProvinces, provinces, successorOf } from '#ingest/vocabulary/places.ts';

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
