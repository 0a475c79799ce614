import { describe, expect, it } from 'vitest';
import { compareIdentities } from '#ingest/model/sameness.ts';
import { planWith, recordFrom } from '../support/pipeline.ts';

/** The identity of the first document cited in a plan of Hòa Bình province, or of another text. */
async function identityIn(paragraph: string, around = planWith(paragraph)) {
  return (await recordFrom(around)).citations[0]!.identity;
}

describe('what is said, inferred and unknown of an identity', () => {
  it('a central document: scope said by its number, term inferred from its date', async () => {
    expect(await identityIn('1. Thực hiện Kết luận số 01-KL/TW, ngày 18/5/2021.')).toMatchObject({
      scope: { value: 'TW', how: 'said' },
      term: { value: 'XIII', how: 'inferred' },
      date: { value: '2021-05-18', how: 'said' },
    });
  });

  it('a stated term is said, a missing one unknown', async () => {
    expect((await identityIn('1. Thực hiện Kết luận số 01-KL/TW (khóa XII).')).term).toEqual({ value: 'XII', how: 'said' });
    expect((await identityIn('1. Thực hiện Kết luận số 01-KL/TW.')).term).toEqual({ value: null, how: 'unknown' });
  });

  it("a province's document: scope said where it is named, else inferred from the document that cites", async () => {
    expect((await identityIn('1. Học tập Kế hoạch số 20-KH/TU của Tỉnh ủy Trà Vinh.')).scope).toEqual({ value: 'Trà Vinh', how: 'said' });
    expect((await identityIn('1. Thực hiện Kế hoạch số 20-KH/TU của Ban Thường vụ Tỉnh ủy.')).scope).toEqual({
      value: 'Hòa Bình',
      how: 'inferred',
    });
  });

  it('a document of nowhere leaves the scope of what it cites unknown', async () => {
    const text = 'KẾ HOẠCH\nđọc sách\n-----\n1. Thực hiện Kế hoạch số 20-KH/TU của Ban Thường vụ Tỉnh ủy.';
    expect((await identityIn('', text)).scope).toEqual({ value: null, how: 'unknown' });
  });

  it('in the months of congresses the date alone does not tell a lower term', async () => {
    expect((await identityIn('1. Học tập Kế hoạch số 20-KH/TU, ngày 06/9/2020 của Tỉnh ủy.')).term.how).toBe('unknown');
    expect((await identityIn('1. Học tập Kế hoạch số 20-KH/TU, ngày 06/9/2021 của Tỉnh ủy.')).term).toEqual({
      value: '2020-2025',
      how: 'inferred',
    });
  });
});

describe('bodies of the National Assembly', () => {
  it('number by legislature: the code says which', async () => {
    expect((await identityIn('1. Thực hiện Nghị quyết số 595/NQ-UBTVQH15 của Ủy ban Thường vụ Quốc hội.')).term).toEqual({
      value: 'QH15',
      how: 'said',
    });
  });

  it('a year in the number goes before', async () => {
    expect((await identityIn('1. Thực hiện Nghị quyết số 43/2022/QH15 của Quốc hội.')).term).toEqual({ value: '2022', how: 'said' });
  });
});

describe('comparing identities', () => {
  it.each([
    ['same', '1. Kết luận số 01-KL/TW, ngày 18/5/2021.', '1. Kết luận số 01-KL/TW (khóa XIII).'],
    ['different', '1. Kết luận số 01-KL/TW, ngày 18/5/2021.', '1. Kết luận số 01-KL/TW, ngày 04/4/2016.'],
    ['maybe', '1. Kết luận số 01-KL/TW, ngày 18/5/2021.', '1. Kết luận số 01-KL/TW.'],
    ['same', '1. Quy định số 101-QĐ/TW, ngày 07/6/2012.', '1. Quy định số 101-QĐ/TW, ngày 06/7/2012.'],
    [
      'different',
      '1. Kế hoạch số 20-KH/TU, ngày 06/9/2021 của Tỉnh ủy Trà Vinh.',
      '1. Kế hoạch số 20-KH/TU, ngày 06/9/2021 của Tỉnh ủy Hòa Bình.',
    ],
    ['different', '1. Chỉ thị số 27/CT-TTg ngày 08/8/2018.', '1. Chỉ thị số 27/CT-TTg ngày 17/9/2019.'],
    ['same', '1. Kết luận số 1-KL/TW, ngày 18/5/2021.', '1. Kết luận số 01- KL/TW, ngày 18/5/2021.'],
    ['different', '1. Kết luận số 01-KL/TW, ngày 18/5/2021.', '1. Kết luận số 02-KL/TW, ngày 18/5/2021.'],
  ] as const)('%s: %s / %s', async (sameness, a, b) => {
    const [left, right] = [await identityIn(a), await identityIn(b)];
    expect(compareIdentities(left, right)).toBe(sameness);
    expect(compareIdentities(right, left)).toBe(sameness);
  });
});
