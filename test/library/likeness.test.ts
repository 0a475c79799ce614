import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Failure } from '#ingest/model/failure.ts';
import { wordsOf } from '#ingest/model/span.ts';
import { wordsIn } from '#services/analysis/words.ts';
import type { Library } from '#services/library/library.ts';
import { compareRuns } from '#services/library/likeness/wordDiff.ts';
import { noEngine } from '../support/engine.ts';
import { add, fileOf, freshLibrary, plan } from './library.ts';

const runOf = (text: string) => {
  const words = wordsIn(text);
  return { words, first: 0, last: words.exact.length - 1 };
};
const compared = (one: string, other: string) => {
  const { likeness, differences } = compareRuns(runOf(one), runOf(other));
  return { likeness, differences: differences.map(({ here, there }) => [wordsOf(one, here), wordsOf(other, there)]) };
};

describe('comparing two passages word by word', () => {
  test.each([
    ['the same words', 'Các xã trồng cây.', 'các  xã\ntrồng cây', []],
    ['the tone on another letter', 'Hòa bình ở tỉnh ủy', 'Hoà bình ở tỉnh uỷ', []],
    ['another tone', 'Các xã trồng cây', 'Các xa trồng cây', [['xã', 'xa']]],
    ['a word more', 'Các xã trồng cây', 'Các xã cùng trồng cây', [['', 'cùng']]],
    ['a word less at the beginning', 'Tất cả các xã trồng cây', 'các xã trồng cây', [['Tất cả', '']]],
    ['a word more at the end', 'Các xã', 'Các xã trồng cây.', [['', 'trồng cây']]],
    [
      'several',
      'Năm 2022 các xã (Tân Phú) trồng 100 cây',
      'Năm 2023 các xã trồng 200 cây',
      [
        ['2022', '2023'],
        ['Tân Phú', ''],
        ['100', '200'],
      ],
    ],
    ['all', 'cầu đường', 'giếng làng', [['cầu đường', 'giếng làng']]],
  ])('%s', (_what, one, other, differences) => {
    expect(compared(one, other).differences).toEqual(differences);
  });

  test('what differs, put in the place of what it stands for, makes the other text; likeness is the same both ways', () => {
    const text = fc.array(fc.constantFrom('các', 'xã', 'trồng', 'cây', 'đường', 'làng'), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(text, text, (one, other) => {
        const [here, there] = [one.join(' '), other.join(' ')];
        const { likeness, differences } = compareRuns(runOf(here), runOf(there));
        let made = here;
        for (const difference of [...differences].reverse()) {
          const { start, end } = difference.here;
          made = `${made.slice(0, start)} ${wordsOf(there, difference.there)} ${made.slice(end)}`;
        }
        expect(wordsIn(made).exact).toEqual(other);
        expect(likeness).toBeCloseTo(compareRuns(runOf(there), runOf(here)).likeness);
        expect(likeness === 1).toBe(here === there);
      }),
    );
  });
});

const duty = (amount: string) =>
  `Ủy ban nhân dân các xã rà soát toàn bộ hệ thống kênh mương nội đồng, lập danh sách đoạn kênh bồi lắng và bố trí ${amount} triệu đồng từ ngân sách xã để nạo vét trước mùa mưa bão.`;
const roads =
  'Các xã vận động nhân dân trồng cây bóng mát dọc hai bên tuyến đường liên xã, giao chi đoàn thanh niên chăm sóc cây non trong mùa khô hằng năm.';
const files = [
  fileOf('11.txt', plan({ number: '11-KH/TU', body: `${duty('150')}\n${roads}` })),
  fileOf(
    '12.txt',
    plan({
      number: '12-KH/TU',
      body: `Căn cứ tình hình địa phương, Ban Thường vụ giao nhiệm vụ cụ thể cho từng đơn vị trực thuộc như sau trong năm nay.\n${duty('200')}`,
    }),
  ),
  fileOf(
    '13.txt',
    plan({
      number: '13-KH/TU',
      place: 'Cà Mau',
      body: 'Sở Y tế tổ chức khám sức khỏe miễn phí cho người cao tuổi tại các trạm y tế phường, hoàn thành trước quý ba, báo cáo kết quả về Thường trực.',
    }),
  ),
];
const idOf = async (library: Library, number: string) => (await library.show(number))[0]?.id ?? '';
const failureOf = async (work: Promise<unknown>) => (await work.catch((thrown: unknown) => thrown)) as Failure;

describe.skipIf(noEngine)('passages that stand nearly the same elsewhere', () => {
  test('are found with the words that differ, in the letters of both', async () => {
    const library = await freshLibrary();
    await add(library, ...files);
    const [here, there] = [await idOf(library, '11-KH/TU'), await idOf(library, '12-KH/TU')];
    const answer = await library.repeats(here, { span: null, most: 5 });
    const { text } = await library.text(here);
    const { text: other } = await library.text(there);
    const passage = answer.passages.find((one) => one.text.includes('kênh mương'));
    expect(passage).toMatchObject({ documents: 1, page: 1, repetitions: [{ document: { id: there }, page: 1 }] });
    expect(passage?.text).toBe(wordsOf(text, passage?.span ?? { start: 0, end: 0 }));
    const [found] = passage?.repetitions ?? [];
    expect(found?.text).toBe(wordsOf(other, found?.span ?? { start: 0, end: 0 }));
    expect(found?.likeness).toBeGreaterThan(0.9);
    const differing = found?.differences.map((one) => [wordsOf(text, one.here), wordsOf(other, one.there)]);
    expect(differing).toContainEqual(['150', '200']);
    expect(answer.partial).toBe(false);
    expect(answer.passages.some((one) => one.text.includes('bóng mát'))).toBe(false);
  });

  test('are found for one place of the text alone', async () => {
    const library = await freshLibrary();
    await add(library, ...files);
    const id = await idOf(library, '11-KH/TU');
    const { text } = await library.text(id);
    const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
    const found = await library.repeats(id, { span: at('bồi lắng'), most: 5 });
    expect(found.passages).toHaveLength(1);
    expect((await library.repeats(id, { span: at('bóng mát'), most: 5 })).passages).toEqual([]);
  });

  test('of a passage that stands in many documents few are told, and how many there are', async () => {
    const library = await freshLibrary();
    const many = Array.from({ length: 25 }, (_, at) => {
      const own = `Riêng nội dung thứ ${at + 1} của kế hoạch này khác với nội dung của ${at * 7 + 3} kế hoạch còn lại ở địa phương số ${at * 13}.`;
      return fileOf(`${at}.txt`, plan({ number: `${at + 30}-KH/TU`, body: `${duty('150')}\n${own}` }));
    });
    await add(library, ...many, ...files);
    const { passages } = await library.repeats(await idOf(library, '11-KH/TU'), { span: null, most: 3 });
    const passage = passages.find((one) => one.text.includes('kênh mương'));
    expect(passage?.documents).toBe(26);
    expect(passage?.repetitions).toHaveLength(3);
  });

  test('are not found for a document that is not there', async () => {
    const library = await freshLibrary();
    expect((await failureOf(library.repeats('0000000000000000', { span: null, most: 1 }))).code).toBe('not-found');
    expect((await failureOf(library.similar('0000000000000000', 1))).code).toBe('not-found');
  });
});

describe.skipIf(noEngine)('similar documents', () => {
  test('are those that share the words that tell a document apart, and these are told', async () => {
    const library = await freshLibrary();
    await add(library, ...files);
    const { documents, partial } = await library.similar(await idOf(library, '11-KH/TU'), 10);
    expect(documents[0]?.document.number).toBe('12-KH/TU');
    expect(documents[0]?.words.join(' ')).toMatch(/kênh|mương|nạo vét|bồi lắng/);
    const [first, second] = documents;
    expect(first?.likeness).toBeGreaterThan(2 * (second?.likeness ?? 0));
    expect(partial).toBe(false);
    expect((await library.similar(await idOf(library, '11-KH/TU'), 1)).documents).toEqual(documents.slice(0, 1));
  });

  test('are those that cite the same, too', async () => {
    const library = await freshLibrary();
    const citing = (number: string, body: string) => fileOf(`${number}.txt`, plan({ number: `${number}-KH/TU`, body }));
    await add(
      library,
      citing('21', 'Thực hiện Kết luận số 77-KL/TW, Sở Xây dựng kiểm tra nhà xưởng cũ.'),
      citing('22', 'Thực hiện Kết luận số 77-KL/TW, Trường Chính trị mở lớp bồi dưỡng.'),
      citing('23', 'Trạm thú y tiêm phòng cho đàn gia súc.'),
      citing('24', 'Bưu điện huyện phát thư hằng ngày.'),
    );
    const { documents } = await library.similar(await idOf(library, '21-KH/TU'), 10);
    expect(documents[0]).toMatchObject({ document: { number: '22-KH/TU' }, citations: ['77-KL/TW'] });
  });

  test('do not hold the document itself, nor another copy of its work', async () => {
    const library = await freshLibrary();
    const copy = fileOf('bản sao.txt', `${plan({ number: '11-KH/TU', body: `${duty('150')}\n${roads}` })}\n`, '/elsewhere/copy.txt');
    await add(library, ...files, copy);
    const bearers = await library.show('11-KH/TU');
    expect(bearers).toHaveLength(2);
    const { documents } = await library.similar(bearers[0]?.id ?? '', 10);
    expect(documents.map(({ document }) => document.number)).not.toContain('11-KH/TU');
    expect(documents[0]?.document.number).toBe('12-KH/TU');
  });
});
