import { describe, expect, test } from 'vitest';
import type { Suggestion } from '#services/store/port.ts';
import { citation, stored } from '../support/record.ts';
import { words } from './cases/terms.ts';
import { heldStore, type StorePlace } from './place.ts';

const collection = [
  stored('a', 'Các cấp học tập.', {
    number: '12-KH/TU',
    title: 'về nâng cao năng lực lãnh đạo',
    issuer: 'Ban Thường vụ Tỉnh ủy',
    signers: ['Nguyễn Văn An'],
    citations: [citation('1-KL/TW')],
  }),
  stored('b', 'Các cấp thi đua.', {
    number: '13-KH/TU',
    title: 'nâng cao chất lượng sinh hoạt chi bộ',
    issuer: 'Ban Thường vụ Tỉnh ủy',
    signers: ['Trần Thị Năng'],
    citations: [citation('1-KL/TW'), citation('12-KH/TU')],
  }),
  stored('c', 'Các nhiệm vụ\nThi đua.', {
    title: 'về năng lực của cán bộ',
    issuer: 'Ban Bí thư',
    signers: ['Nguyễn Văn An', 'Nàng Thị Hoa'],
    headings: ['Các nhiệm vụ'],
  }),
  stored('d', 'Khác.', { issuer: 'Huyện ủy', signers: ['Đặng Văn Đang'] }),
];

/** What the collection offers to one who types, and how often words and numbers stand in it. */
export function testSuggestions(makePlace: () => Promise<StorePlace>): void {
  describe('suggestions', () => {
    const held = heldStore(makePlace, collection);
    const told = async (typed: string, kind: Suggestion['kind'], limit = 10) =>
      (await held().suggest(typed, limit)).filter((each) => each.kind === kind).map(({ text, count }) => `${text}: ${count}`);

    test.each([
      { typed: 'ban th', bodies: ['Ban Thường vụ Tỉnh ủy: 2'] },
      { typed: 'ba', bodies: ['Ban Thường vụ Tỉnh ủy: 2', 'Ban Bí thư: 1'] },
      { typed: 'b', bodies: ['Ban Thường vụ Tỉnh ủy: 2', 'Ban Bí thư: 1'] },
      { typed: 'BAN BÍ', bodies: ['Ban Bí thư: 1'] },
      { typed: 'uy', bodies: ['Ban Thường vụ Tỉnh ủy: 2', 'Huyện ủy: 1'] },
      { typed: 'tinh uy', bodies: ['Ban Thường vụ Tỉnh ủy: 2'] },
      { typed: 'hường', bodies: [] },
      { typed: 'uy ban', bodies: [] },
      { typed: 'ban thư', bodies: ['Ban Thường vụ Tỉnh ủy: 2'] },
      { typed: 'bàn th', bodies: [] },
    ])('bodies for "$typed"', async ({ typed, bodies }) => {
      expect(await told(typed, 'body')).toEqual(bodies);
    });

    test.each([
      { typed: 'nang', people: ['Nàng Thị Hoa: 1', 'Trần Thị Năng: 1'] },
      { typed: 'năn', people: ['Trần Thị Năng: 1'] },
      { typed: 'nàng', people: ['Nàng Thị Hoa: 1'] },
      { typed: 'van an', people: ['Nguyễn Văn An: 2'] },
      { typed: 'nguyê', people: ['Nguyễn Văn An: 2'] },
      { typed: 'dang', people: ['Đặng Văn Đang: 1'] },
    ])('people for "$typed"', async ({ typed, people }) => {
      expect(await told(typed, 'person')).toEqual(people);
    });

    test.each([
      { typed: 'nâng ca', titles: ['nâng cao chất lượng sinh hoạt chi bộ: 1', 'về nâng cao năng lực lãnh đạo: 1'] },
      { typed: 'nang luc', titles: ['về nâng cao năng lực lãnh đạo: 1', 'về năng lực của cán bộ: 1'] },
      { typed: 'năng lực l', titles: ['về nâng cao năng lực lãnh đạo: 1'] },
      { typed: 'lực năng', titles: [] },
      { typed: 'cac nhiem', titles: [] },
    ])('documents by their title for "$typed"', async ({ typed, titles }) => {
      expect(await told(typed, 'document')).toEqual(titles);
    });

    test('a title leads to its document', async () => {
      const found = (await held().suggest('chất lượng', 5)).find(({ kind }) => kind === 'document');
      expect(found).toEqual({ kind: 'document', text: 'nâng cao chất lượng sinh hoạt chi bộ', document: 'b', count: 1 });
    });

    test.each([
      { typed: '1', numbers: ['1-KL/TW: 2', '12-KH/TU: 2', '13-KH/TU: 1'] },
      { typed: '12', numbers: ['12-KH/TU: 2'] },
      { typed: '12 kh', numbers: ['12-KH/TU: 2'] },
      { typed: '12-QĐ', numbers: [] },
    ])('numbers for "$typed"', async ({ typed, numbers }) => {
      expect(await told(typed, 'number')).toEqual(numbers);
    });

    test.each([
      { typed: 'năng', phrases: ['năng lực lãnh đạo: 1'] },
      {
        typed: 'nang',
        phrases: [
          'nâng cao: 1',
          'nâng cao chất lượng: 1',
          'nâng cao chất lượng sinh hoạt chi bộ: 1',
          'nâng cao năng lực lãnh đạo: 1',
          'năng lực lãnh đạo: 1',
        ],
      },
      { typed: 'can', phrases: ['cán bộ: 1'] },
      { typed: 'lực', phrases: [] },
    ])('phrases for "$typed"', async ({ typed, phrases }) => {
      expect((await told(typed, 'phrase')).toSorted()).toEqual(phrases.toSorted());
    });

    test('the limit holds for each kind', async () => {
      expect(await told('nang', 'phrase', 2)).toHaveLength(2);
      expect(await told('b', 'body', 1)).toEqual(['Ban Thường vụ Tỉnh ủy: 2']);
      expect(await held().suggest('nang', 0)).toEqual([]);
    });

    test.each(['', ' ', '"', '*', '.*', '(', '\\', '\u0000', '-', 'x'.repeat(3000), '1'.repeat(3000), 'ban '.repeat(900)])(
      'anything may be typed: %s',
      async (typed) => {
        expect(Array.isArray(await held().suggest(typed, 5))).toBe(true);
      },
    );

    test('nothing typed, nothing offered', async () => {
      expect(await held().suggest('', 5)).toEqual([]);
      expect(await held().suggest(' - ', 5)).toEqual([]);
    });

    test('more than may be asked for is refused', async () => {
      await expect(held().suggest('nang', 100_000)).rejects.toMatchObject({ code: 'bad-request' });
    });

    test('in how many documents a word stands, in what they go by or in their text', async () => {
      const asked = words('các nang năng đua cao khác zzz nhiệm');
      expect(await held().frequencies(asked)).toEqual([3, 3, 3, 2, 2, 1, 0, 1]);
      expect(await held().frequencies([])).toEqual([]);
    });

    test('how many documents cite a number', async () => {
      expect(await held().citers(['1-KL/TW', '01-kl/tw', '12-KH/TU', '13-KH/TU', '2-KL/TW'])).toEqual([2, 2, 1, 0, 0]);
    });
  });
}
