import { describe, expect, test } from 'vitest';
import { parseQuery } from '#services/query/parse.ts';
import { searchOrders } from '#services/query/query.ts';
import { citation, stored } from '../support/record.ts';
import { heldStore, type StorePlace } from './place.ts';

const often = (words: string) => `${words} `.repeat(20);
const about = 'về phát triển văn hóa đọc trong Đảng và trong Nhân dân';

/** Titles that hold one another, each in a document whose text has less of their words than the others. */
const collection = [
  stored('meant', 'Văn bản.', { number: '62-CT/TW', type: 'CT', title: about.toUpperCase() }),
  stored('longer', often(`triển khai ${about}`), { type: 'HD', title: `hướng dẫn ${about} ${about}` }),
  stored('plan', 'Văn bản.', {
    number: '20-KH/TU',
    type: 'KH',
    title: `thực hiện Chỉ thị số 62-CT/TW, ngày 05/3/2021 của Ủy ban nhân dân tỉnh ${about}`,
    citations: [citation('62-CT/TW', 'implements')],
  }),
  stored('likewise', often(`Chỉ thị số 62-CT/TW ngày 05/3/2021 của Ủy ban nhân dân tỉnh thực hiện ${about}`), {
    number: '21-KH/TU',
    type: 'KH',
    title: `tiếp tục thực hiện Chỉ thị số 62-CT/TW, ngày 05/3/2021 của Ủy ban nhân dân tỉnh ${about}`,
    citations: [citation('62-CT/TW', 'implements')],
  }),
  stored('headed', 'Văn bản.', { type: 'KL', issuer: 'Ban Bí thư', title: 'CỦA BAN BÍ THƯ sơ kết việc chuyển đổi số' }),
  stored('headed-too', often('sơ kết việc chuyển đổi số'), { type: 'BC', title: 'sơ kết việc chuyển đổi số, việc của tỉnh' }),
  stored('short', 'Văn bản.', { type: 'KH', title: 'cải cách hành' }),
  stored('short-too', often('cải cách hành'), { type: 'KH', title: 'cải cách hành, cải cách hành' }),
];

/** Whoever types a whole title means the document that has it. */
export function testTitles(makePlace: () => Promise<StorePlace>): void {
  describe('whole titles', () => {
    const held = heldStore(makePlace, collection);
    const find = async (words: string) => (await held().search(parseQuery(words), { size: 10 })).hits;
    const told = async (words: string) => (await find(words)).map(({ document, rule, whole = false }) => [document.id, rule, whole]);

    test.each([
      { words: about },
      { words: 've phat trien van hoa doc trong dang va trong nhan dan' },
      { words: 'về phát triển văn hoá đọc – trong Đảng và trong nhân dân.' },
      { words: `Chỉ thị ${about}` },
      { words: `"${about}"` },
    ])('first by its title: $words', async ({ words }) => {
      const [first, ...others] = await told(words);
      expect(first).toEqual(['meant', 'title', true]);
      expect(others.length).toBeGreaterThan(0);
      expect(others.some(([, , whole]) => whole)).toBe(false);
    });

    test.each([
      { words: `thực hiện Chỉ thị số 62-CT/TW, ngày 05/3/2021 của Ủy ban nhân dân tỉnh ${about}` },
      { words: `Kế hoạch thực hiện chỉ thị 62 CT TW ngày 5/3/2021 của Uỷ ban nhân dân tỉnh ${about}` },
      {
        words:
          'thuc hien chi thi so 62-ct/tw ngay 05/3/2021 cua uy ban nhan dan tinh ve phat trien van hoa doc trong dang va trong nhan dan',
      },
    ])('before those whose number is named in it: $words', async ({ words }) => {
      const found = await told(words);
      expect(found[0]).toEqual(['plan', 'title', true]);
      expect(found).toContainEqual(['likewise', 'title', false]);
    });

    test.each(['của Ban Bí thư sơ kết việc chuyển đổi số', 'Kết luận so ket viec chuyen doi so', 'sơ kết việc chuyển đổi số'])(
      'by its title with and without the issuer before it: %s',
      async (words) => {
        expect((await told(words))[0]).toEqual(['headed', 'title', true]);
      },
    );

    test.each([
      { name: 'part of it', words: 'phát triển văn hóa đọc trong Đảng và trong Nhân dân' },
      { name: 'other words behind it', words: `${about} tỉnh` },
      { name: 'another order', words: 'trong Nhân dân và trong Đảng về phát triển văn hóa đọc' },
      { name: 'an accent that it does not have', words: 'vẽ phát triển văn hóa đọc trong Đảng và trong Nhân dân' },
      { name: 'few words', words: 'cải cách hành' },
    ])('no whole title: $name', async ({ words }) => {
      expect((await find(words)).some(({ whole }) => whole)).toBe(false);
    });

    test('conditions narrow what is found by its title, and a number that is typed beside it counts as ever', async () => {
      expect(await told(`${about} loại:CT`)).toEqual([['meant', 'title', true]]);
      expect((await told(`${about} 62-CT/TW`))[0]).toEqual(['meant', 'number', false]);
    });

    test('pages go on behind a whole title, and it is told in every order', async () => {
      const query = parseQuery(about);
      for (const order of searchOrders) {
        const whole = (await held().search(query, { size: 10, order })).hits;
        expect(whole.filter((hit) => hit.whole).map(({ document, rule }) => [document.id, rule])).toEqual([['meant', 'title']]);
        const first = await held().search(query, { size: 1, order });
        const rest = await held().search(query, { size: 10, order, after: first.next ?? '' });
        expect([...first.hits, ...rest.hits].map(({ document }) => document.id)).toEqual(whole.map(({ document }) => document.id));
      }
    });
  });
}
