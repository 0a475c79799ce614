import { describe, expect, test } from 'vitest';
import type { Failure } from '#ingest/model/failure.ts';
import { audit } from '#services/library/audit/audit.ts';
import type { AuditFinding } from '#services/library/shapes.ts';
import { noEngine } from '../support/engine.ts';
import { allFindings, citing, directive, holdingTexts } from './auditCollection.ts';
import { central, document, holdingHere, idOf, local, says } from './chains/collection.ts';

const brief = ({ code, works, sides }: AuditFinding) => ({ code, works, values: sides.map(({ value }) => value) });
const cited = 'Kế hoạch số 71-KH/TU, ngày 05/3/2022 của Ban Thường vụ Tỉnh ủy về bảo vệ rừng ngập mặn và nguồn nước ngọt';
const work = '71-KH/TU@Bến Tre@2020-2025';

describe.skipIf(noEngine)('a collection whose documents agree', () => {
  test('shows nothing, whatever is left out, cut or written otherwise', async () => {
    const index = await holdingTexts([
      directive,
      citing('80-KH/TU', `Thực hiện ${cited}.`),
      citing('81-KH/TU', 'Thực hiện Kế hoạch số 71-KH/TU, ngày 05/3/2022 của Tỉnh uỷ về bảo vệ rừng ngập mặn.'),
      citing('82-KH/TU', 'Thực hiện Kế hoạch số 71-KH/TU ngày 05/3/2022 của Ban Thường vụ Tỉnh ủy Bến Tre.'),
    ]);
    expect(await audit(index, { size: 50, counts: true })).toEqual({
      findings: [],
      next: null,
      counts: { byCode: [], total: 0, texts: 4, complete: true },
    });
  });
});

describe.skipIf(noEngine)('one number that is spoken of in two ways', () => {
  test('is told with the words of both sides, the head of the document itself and the majority', async () => {
    const index = await holdingTexts([
      directive,
      citing('80-KH/TU', `Thực hiện ${cited}.`),
      citing('81-KH/TU', `Thực hiện ${cited.replace('05/3/2022', '03/5/2022')}.`),
    ]);
    const [found, ...others] = await allFindings(index);
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      ...{ code: 'other-date', severity: 'warning', works: [work] },
      sides: [
        { value: '2022-03-05', own: true, documents: 2, majority: true },
        { value: '2022-05-03', own: false, documents: 1, majority: false },
      ],
    });
    const [own, other] = found!.sides.map(({ quotes }) => quotes);
    expect(own!.map(({ document, words, page }) => ({ document, words, page }))).toEqual([
      { document: idOf(1), words: 'Bến Tre, ngày 05 tháng 3 năm 2022', page: 1 },
      { document: idOf(2), words: 'ngày 05/3/2022', page: 1 },
    ]);
    expect(other).toMatchObject([{ document: idOf(3), name: 'van-ban-3.txt', words: 'ngày 03/5/2022' }]);
    expect(other![0]!.quote).toContain('Kế hoạch số 71-KH/TU, ngày 03/5/2022 của Ban Thường vụ Tỉnh ủy');
    expect(found!.message).toContain('2022-05-03 (1 document)');
    expect(found!.messageVi).toContain('chính văn bản và 1 văn bản');
  });

  test.each([
    ['other-issuer', cited.replace('Ban Thường vụ Tỉnh ủy', 'Ban Tuyên giáo Tỉnh ủy')],
    ['other-title', cited.replace('bảo vệ rừng ngập mặn và nguồn nước ngọt', 'kiểm tra tài chính của chi bộ trường học')],
  ])('shows %s', async (code, words) => {
    const index = await holdingTexts([directive, citing('80-KH/TU', `Thực hiện ${words}.`)]);
    expect((await allFindings(index)).map(brief)).toMatchObject([{ code, works: [work] }]);
  });

  test('is two works where the province is another one', async () => {
    const index = await holdingTexts([
      directive,
      { ...directive, place: 'An Giang', date: '09 tháng 9 năm 2022', title: 'về phát triển chợ nổi và du lịch miệt vườn' },
    ]);
    expect(await allFindings(index)).toEqual([]);
  });

  test('may be one document with its year misprinted, where the title is the same', async () => {
    const index = await holdingHere([
      document(idOf(1), central('12-CT/TW', '2021-03-01'), [], 'về phát triển kinh tế biển và hải đảo xa bờ'),
      document(idOf(2), central('12-CT/TW', '2011-03-01', 'XI'), [], 'về phát triển kinh tế biển và hải đảo xa bờ'),
    ]);
    expect((await allFindings(index)).map(brief)).toEqual([
      { code: 'other-date', works: ['12-CT/TW@TW@XI', '12-CT/TW@TW@XIII'], values: ['2011-03-01', '2021-03-01'] },
    ]);
  });

  test('is told where two documents of the collection bear it', async () => {
    const other = { ...directive, body: 'Văn bản thứ hai mang cùng một số.' };
    const found = await allFindings(await holdingTexts([directive, other]));
    expect(found.map(brief)).toMatchObject([{ code: 'number-borne-twice', works: [work] }]);
    expect(found[0]!.sides.flatMap(({ quotes }) => quotes.map(({ document, words }) => [document, words]))).toEqual([
      [idOf(1), '71-KH/TU'],
      [idOf(2), '71-KH/TU'],
    ]);
  });
});

describe.skipIf(noEngine)('links between works', () => {
  const late = local('20-KH/TU', 'Bến Tre', '2022-05-06');
  const early = local('31-KH/TU', 'Bến Tre', '2021-01-02');
  const [a, b] = ['20-KH/TU@Bến Tre@2020-2025', '31-KH/TU@Bến Tre@2020-2025'];

  test('that run against time are told with both dates and the statement', async () => {
    const index = await holdingHere([document(idOf(1), late, []), document(idOf(2), early, [says(late, 'implements')])]);
    const [found, ...others] = await allFindings(index);
    expect(others).toEqual([]);
    expect(found).toMatchObject({ code: 'before-what-it-acts-on', works: [b, a] });
    expect(found!.sides.map(({ value }) => value)).toEqual(['2021-01-02', '2022-05-06', 'implements']);
    expect(found!.sides[2]!.quotes).toMatchObject([{ document: idOf(2), page: 2, quote: 'lời văn làm chứng' }]);
  });

  test('that run both ways contradict each other', async () => {
    const same = local('31-KH/TU', 'Bến Tre', '2022-05-06');
    const index = await holdingHere([document(idOf(1), late, [says(same, 'amends')]), document(idOf(2), same, [says(late, 'amends')])]);
    const found = await allFindings(index);
    expect(found.map(brief)).toMatchObject([{ code: 'contradicting-claims', works: [a, b] }]);
    expect(found[0]!.sides.map(({ quotes }) => quotes[0]?.document)).toEqual([idOf(1), idOf(2)]);
  });

  test('that close a ring are told once, with its links, and what hangs on the ring is not of it', async () => {
    const [one, two, three, four] = ['1', '2', '3', '4'].map((number) => local(`${number}-KH/TU`, 'Bến Tre', '2022-05-06'));
    const index = await holdingHere([
      document(idOf(1), one!, [says(two!, 'implements')]),
      document(idOf(2), two!, [says(three!, 'implements')]),
      document(idOf(3), three!, [says(one!, 'implements')]),
      document(idOf(4), four!, [says(one!, 'implements')]),
    ]);
    const found = await allFindings(index);
    expect(found.map(brief)).toMatchObject([
      { code: 'cycle', works: ['1', '2', '3'].map((number) => `${number}-KH/TU@Bến Tre@2020-2025`) },
    ]);
    expect(found[0]!.sides.flatMap(({ quotes }) => quotes.map(({ document }) => document))).toEqual([idOf(1), idOf(2), idOf(3)]);
  });

  test('that end one work twice are told; where a part only is ended they are not', async () => {
    const [second, third] = [local('40-QĐ/TU', 'Bến Tre', '2023-01-01'), local('41-QĐ/TU', 'Bến Tre', '2024-01-01')];
    const ended = (words: string) => [
      document(idOf(1), late, []),
      document(idOf(2), second, [says(late, 'replaces', null, 'thay thế Kế hoạch số 20-KH/TU')]),
      document(idOf(3), third, [says(late, 'repeals', null, words)]),
    ];
    const whole = await allFindings(await holdingHere(ended('bãi bỏ Kế hoạch số 20-KH/TU')));
    expect(whole.map(({ code, works }) => [code, ...works])).toEqual([
      ['ended-twice', a, '40-QĐ/TU@Bến Tre@2020-2025', '41-QĐ/TU@Bến Tre@2020-2025'],
    ]);
    expect(await allFindings(await holdingHere(ended('bãi bỏ khoản 2 Điều 3 Kế hoạch số 20-KH/TU')))).toEqual([]);
  });

  test('of a work to itself are no links, and are told', async () => {
    const own = local('8-QĐ/TU', 'Bến Tre', '2022-05-06');
    const again = { ...own, key: '08-QĐi/TU' };
    const found = await allFindings(await holdingHere([document(idOf(1), own, [says(again, 'implements')])]));
    expect(found.map(({ code }) => code)).toContain('self-citation');
  });
});

describe.skipIf(noEngine)('single texts', () => {
  const odd = [
    ['undeclared-short-name', 'Thực hiện Kế hoạch số 71-KH/TU, ngày 05/3/2022 của Tỉnh ủy. Kế hoạch số 71 có ba phần.', 'Kế hoạch số 71'],
    ['unresolved-short-citation', 'Các huyện ủy tiếp tục thực hiện Chỉ thị số 45 ở cơ sở.', 'Chỉ thị số 45'],
    ['type-contradicts-number', 'Các huyện ủy thực hiện Kế hoạch số 33-BC/TU, ngày 05/3/2022.', 'Kế hoạch số 33-BC/TU'],
    ['unknown-issuer', 'Các huyện ủy thực hiện Kế hoạch số 33-KH/XYZQ, ngày 05/3/2022.', 'Kế hoạch số 33-KH/XYZQ'],
  ] as const;
  const texts = odd.map(([, body], at) => citing(`${80 + at}-KH/TU`, body));

  test.each(odd)('show %s with its words', async (code, _body, words) => {
    const found = await allFindings(await holdingTexts(texts), { codes: [code] });
    expect(found.map((finding) => [finding.code, finding.sides[0]?.quotes[0]?.words])).toEqual([[code, words]]);
  });

  test('that declare their short names are clean', async () => {
    const body =
      'Thực hiện Kế hoạch số 71-KH/TU, ngày 05/3/2022 của Tỉnh ủy (sau đây gọi tắt là Kế hoạch số 71). Kế hoạch số 71 có ba phần.';
    expect(await allFindings(await holdingTexts([citing('80-KH/TU', body)]))).toEqual([]);
  });

  test('show both dates that they give one document', async () => {
    const body = 'Thực hiện Kế hoạch số 71-KH/TU, ngày 05/3/2022. Sau đó Kế hoạch số 71-KH/TU, ngày 06/3/2022 được phổ biến.';
    const [found] = await allFindings(await holdingTexts([citing('80-KH/TU', body)]));
    expect(found).toMatchObject({ code: 'contradicting-dates', works: [work] });
    expect(found!.sides.map(({ quotes }) => quotes[0]!.words)).toEqual(['ngày 05/3/2022', 'ngày 06/3/2022']);
  });

  test('show the type of a head that its number contradicts', async () => {
    const found = await allFindings(await holdingTexts([{ ...directive, number: '71-BC/TU' }]));
    expect(found.map(brief)).toEqual([{ code: 'type-contradicts-number', works: [], values: ['71-BC/TU'] }]);
  });
});

describe.skipIf(noEngine)('decisions of persons', () => {
  test('about works that are not there are told', async () => {
    const decision = {
      ...{ id: 'd1', symbol: '71-KH/TU', first: work, second: '71-KH/TU@Cà Mau@2020-2025', says: 'same' as const },
      ...{ author: 'Lan', made: '2024-01-01T00:00:00.000Z', note: null },
    };
    expect((await allFindings(await holdingTexts([directive], [decision]))).map(({ code }) => code)).toEqual(['decision-without-effect']);
  });
});

describe.skipIf(noEngine)('a long audit', () => {
  const contradicting = (number: number) => [
    citing(`${number}-KH/TU`, `Thực hiện Chỉ thị số ${number}-CT/TU, ngày 05/3/2022 của Ban Thường vụ Tỉnh ủy.`),
    citing(
      `${number + 100}-KH/TU`,
      `Thực hiện Chỉ thị số ${number}-CT/TU, ngày 06/3/2022 của Ban Thường vụ Tỉnh ủy. Chỉ thị số ${number} đúng.`,
    ),
  ];
  const texts = [10, 11, 12].flatMap(contradicting);

  test('comes in pages that together hold each finding once', async () => {
    const index = await holdingTexts(texts);
    const whole = await audit(index, { size: 50 });
    expect(whole.next).toBeNull();
    expect(whole.findings).toHaveLength(6);
    for (const size of [1, 2, 4]) expect(await allFindings(index, { size })).toEqual(whole.findings);
    expect((await audit(index, { size: 6 })).next).toBeNull();
  });

  test('is narrowed to kinds, severity, a document or a work, and counted', async () => {
    const index = await holdingTexts(texts);
    expect((await audit(index, { size: 0, counts: true })).counts?.byCode).toEqual([
      { code: 'other-date', severity: 'warning', count: 3 },
      { code: 'undeclared-short-name', severity: 'info', count: 3 },
    ]);
    expect((await allFindings(index, { severity: 'info' })).map(({ code }) => code)).toEqual(Array(3).fill('undeclared-short-name'));
    expect((await allFindings(index, { codes: ['other-date'] })).length).toBe(3);
    expect((await allFindings(index, { document: idOf(2) })).map(({ works }) => works)).toEqual(
      Array(2).fill(['10-CT/TU@Bến Tre@2020-2025']),
    );
    expect((await allFindings(index, { work: '11-CT/TU' })).map(({ works }) => works)).toEqual(
      Array(2).fill(['11-CT/TU@Bến Tre@2020-2025']),
    );
  });

  test('refuses a cursor that no answer gave, and what is not there', async () => {
    const index = await holdingTexts([directive]);
    const codeOf = async (request: object) =>
      await audit(index, { size: 5, ...request }).then(
        () => null,
        (thrown) => (thrown as Failure).code,
      );
    expect(await codeOf({ after: 'nothing' })).toBe('bad-request');
    expect(await codeOf({ document: idOf(99) })).toBe('not-found');
    expect(await codeOf({ work: '99-CT/TW' })).toBe('not-found');
  });
});
