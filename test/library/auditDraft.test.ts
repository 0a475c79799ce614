import { describe, expect, test } from 'vitest';
import { reportOn } from '#services/library/audit/draft/report.ts';
import type { DraftReport } from '#services/library/shapes.ts';
import type { Store } from '#services/store/port.ts';
import { noEngine } from '../support/engine.ts';
import { recordFrom } from '../support/pipeline.ts';
import { citing, directive, holdingTexts, text, type Written } from './auditCollection.ts';
import { add, fileOf, freshLibrary } from './library.ts';

const cited = 'Kế hoạch số 71-KH/TU, ngày 05/3/2022 của Ban Thường vụ Tỉnh ủy về bảo vệ rừng ngập mặn và nguồn nước ngọt';
const work = '71-KH/TU@Bến Tre@2020-2025';

async function reportOf(index: Store, draft: Written): Promise<DraftReport> {
  return await reportOn(index, await recordFrom(text(draft), 'du-thao.txt'));
}

/** The report on a draft of a Bến Tre office with this body, against these texts. */
async function report(body: string, texts: readonly Written[] = [directive], date = '10 tháng 10 năm 2023'): Promise<DraftReport> {
  return await reportOf(await holdingTexts(texts), citing('95-KH/TU', body, date));
}

const codes = ({ findings }: DraftReport) => findings.map(({ code }) => code);

describe.skipIf(noEngine)('a draft that agrees with the collection', () => {
  test('has no findings, and its citations are listed as clean', async () => {
    const found = await report(`Thực hiện ${cited}.`);
    expect(found).toMatchObject({
      ...{ file: { name: 'du-thao.txt', pages: 1 }, document: { number: '95-KH/TU', date: '2023-10-10' }, findings: [], clean: 1 },
      citations: [{ key: '71-KH/TU', status: 'known', held: true, works: [work], findings: [] }],
    });
    expect(found.citations[0]!.at).toMatchObject({ document: null, page: 1, words: 'Kế hoạch số 71-KH/TU' });
  });
});

describe.skipIf(noEngine)('a citation of a draft', () => {
  test('is told where no document bears or names its number, with the nearest numbers', async () => {
    const found = await report('Thực hiện Kế hoạch số 77-KH/TU, ngày 05/3/2022 của Ban Thường vụ Tỉnh ủy.');
    expect(found.citations).toMatchObject([{ status: 'never-seen', works: [], near: ['71-KH/TU'] }]);
    expect(found.findings).toMatchObject([{ code: 'never-seen', citation: '77-KH/TU', at: { words: 'Kế hoạch số 77-KH/TU' } }]);
    expect(found.findings[0]!.message).toContain('71-KH/TU');
  });

  test.each([
    ['other-date', cited.replace('05/3', '03/5'), '2022-05-03', '2022-03-05'],
    ['other-issuer', cited.replace('Ban Thường vụ Tỉnh ủy', 'Ban Tuyên giáo Tỉnh ủy'), 'Ban Tuyên giáo Tỉnh ủy', 'Ban Thường vụ Tỉnh ủy'],
    [
      'other-title',
      cited.replace('bảo vệ rừng ngập mặn và nguồn nước ngọt', 'kiểm tra tài chính của chi bộ trường học'),
      'về kiểm tra tài chính của chi bộ trường học',
      'về bảo vệ rừng ngập mặn và nguồn nước ngọt',
    ],
  ])('is told for %s, with its words and the head of the document itself', async (code, words, said, own) => {
    const found = await report(`Thực hiện ${words}.`);
    expect(codes(found)).toEqual([code]);
    expect(found.findings[0]).toMatchObject({
      ...{ severity: 'warning', works: [work] },
      sides: [
        { value: said, quotes: [{ document: null, name: 'du-thao.txt' }] },
        { value: expect.stringContaining(own), own: true, quotes: [{ name: 'van-ban-1.txt' }] },
      ],
    });
    expect(found.findings[0]!.proposal).toContain(own);
    expect(found.findings[0]!.proposalVi).not.toBeNull();
  });

  test('of a document that nobody holds is compared with what most documents say', async () => {
    const saying = (number: number, day: string) =>
      citing(`${number}-KH/TU`, `Thực hiện Chỉ thị số 15-CT/TU, ngày ${day} của Ban Thường vụ Tỉnh ủy.`);
    const texts = [saying(80, '05/3/2022'), saying(81, '05/3/2022'), saying(82, '06/3/2022')];
    const draft = (day: string) => report(`Thực hiện Chỉ thị số 15-CT/TU, ngày ${day} của Ban Thường vụ Tỉnh ủy.`, texts);
    expect(codes(await draft('05/3/2022'))).toEqual([]);
    const other = await draft('06/3/2022');
    expect(codes(other)).toEqual(['other-date']);
    expect(other.findings[0]!.sides.map(({ value, documents, majority }) => [value, documents, majority])).toEqual([
      ['2022-03-06', null, false],
      ['2022-03-05', 2, true],
      ['2022-03-06', 1, false],
    ]);
  });

  test('without its date is told, with the date that the collection has', async () => {
    const found = await report('Thực hiện Kế hoạch số 71-KH/TU của Ban Thường vụ Tỉnh ủy.');
    expect(found.findings).toMatchObject([{ code: 'no-date', severity: 'info', sides: [{ value: '2022-03-05', own: true }] }]);
    expect(found.findings[0]!.proposalVi).toContain('05/03/2022');
  });

  test('of what came after the draft is told', async () => {
    const found = await report(`Thực hiện ${cited}.`, [directive], '10 tháng 01 năm 2022');
    expect(found.findings).toMatchObject([{ code: 'before-what-it-acts-on', sides: [{ value: '2022-01-10' }, { value: '2022-03-05' }] }]);
  });

  test('that could be of several provinces is told with those', async () => {
    const elsewhere = { ...directive, place: 'An Giang', title: 'về phát triển chợ nổi và du lịch miệt vườn' };
    const index = await holdingTexts([directive, elsewhere]);
    const words = 'KẾ HOẠCH\nvề công tác năm\n-----\nThực hiện Kế hoạch số 71-KH/TU, ngày 05/3/2022 của Ban Thường vụ Tỉnh ủy.\n';
    const found = await reportOn(index, await recordFrom(words));
    expect(found.citations).toMatchObject([{ status: 'ambiguous', held: false }]);
    expect(found.citations[0]!.works.toSorted()).toEqual(['71-KH/TU@An Giang@2020-2025', work]);
    expect(codes(found)).toContain('ambiguous');
  });

  test('of a number that only others bear is told', async () => {
    const index = await holdingTexts([directive]);
    const draft = {
      ...citing('95-KH/TU', 'Thực hiện Kế hoạch số 71-KH/TU, ngày 09/9/2022 của Ban Thường vụ Tỉnh ủy.', '10 tháng 10 năm 2023'),
    };
    const found = await reportOf(index, { ...draft, place: 'An Giang' });
    expect(found.citations).toMatchObject([{ status: 'number-of-others', works: [work] }]);
  });
});

describe.skipIf(noEngine)('a document that the draft cites', () => {
  const changing = (words: string) =>
    citing(
      '40-QĐ/TU',
      `Quyết định này ${words} Kế hoạch số 71-KH/TU, ngày 05/3/2022 của Ban Thường vụ Tỉnh ủy.`,
      '20 tháng 6 năm 2023',
      'QUYẾT ĐỊNH',
    );

  test.each([
    ['replaced', 'thay thế'],
    ['repealed', 'bãi bỏ'],
    ['amended', 'sửa đổi, bổ sung'],
  ])('and that was %s meanwhile is told, by what, when and with the words', async (state, words) => {
    const found = await report(`Thực hiện ${cited}.`, [directive, changing(words)]);
    expect(codes(found)).toEqual([state]);
    const [finding] = found.findings;
    expect(finding!.works).toEqual([work, '40-QĐ/TU@Bến Tre@2020-2025']);
    expect(finding!.message).toContain('2023-06-20');
    expect(finding!.messageVi).toContain('20/06/2023');
    expect(finding!.sides[0]!.quotes[0]!.quote).toContain(words);
    expect(finding!.proposal).toContain('40-QĐ/TU');
  });

  test('together with what changed it is no news', async () => {
    const body = `Thực hiện ${cited} và Quyết định số 40-QĐ/TU, ngày 20/6/2023 của Ban Thường vụ Tỉnh ủy.`;
    expect(codes(await report(body, [directive, changing('sửa đổi, bổ sung')]))).toEqual([]);
  });
});

describe.skipIf(noEngine)('a draft itself', () => {
  test('is not told of a change that it makes, where the collection has it', async () => {
    const draft = citing('95-KH/TU', `Kế hoạch này thay thế ${cited}.`);
    expect(codes(await reportOf(await holdingTexts([directive, draft]), draft))).toEqual(['already-held']);
  });

  test('is told that its number is taken', async () => {
    const found = await report('Các huyện ủy thực hiện.', [citing('95-KH/TU', 'Một văn bản khác đã mang số này.')]);
    expect(found.findings).toMatchObject([{ code: 'number-taken', citation: null, at: { words: '95-KH/TU' } }]);
    expect(found.findings[0]!.sides[1]!.quotes).toMatchObject([{ name: 'van-ban-1.txt', words: '95-KH/TU' }]);
  });

  test('is told that it is held already', async () => {
    const draft = citing('95-KH/TU', 'Các huyện ủy thực hiện.');
    expect(codes(await reportOf(await holdingTexts([draft]), draft))).toEqual(['already-held']);
  });

  test('is told what its text shows, in the order of the text, with what to do', async () => {
    const body = `Kế hoạch số 71 đã nêu. Thực hiện ${cited}. Tiếp tục Kế hoạch số 33-BC/TU, ngày 05/3/2022.`;
    const found = await report(body);
    expect(codes(found)).toEqual(['undeclared-short-name', 'type-contradicts-number', 'never-seen']);
    expect(found.findings[0]!.proposal).toContain('sau đây gọi tắt là');
    expect(found.findings[1]).toMatchObject({ citation: '33-BC/TU', sides: [{ quotes: [{ document: null }] }] });
  });
});

describe.skipIf(noEngine)('the library', () => {
  test('audits a file without storing it, and tells why one cannot be read', async () => {
    const library = await freshLibrary();
    await add(library, fileOf('a.txt', text(directive)));
    const before = await library.stats();
    const found = await library.auditDraft(fileOf('du-thao.txt', text(citing('95-KH/TU', `Thực hiện ${cited}.`))));
    expect(found).toMatchObject({ findings: [], clean: 1 });
    expect(await library.stats()).toEqual(before);
    await expect(library.auditDraft(fileOf('trong.txt', ''))).rejects.toMatchObject({ code: 'empty-file' });
    await expect(library.auditDraft(fileOf('../a.txt', 'văn bản'))).rejects.toMatchObject({ code: 'bad-name' });
    expect((await library.audit({ size: 10 })).findings).toEqual([]);
  });
});
