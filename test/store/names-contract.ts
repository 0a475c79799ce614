import { describe, expect, test } from 'vitest';
import type { QueryFilters } from '#services/query/query.ts';
import { stored } from '../support/record.ts';
import { heldStore, type StorePlace } from './place.ts';

/** The same names in the writings that documents have: where the tone stands, i or y, composed or not, with more than one space. */
const collection = [
  stored('new', 'Văn hóa đọc.', {
    place: 'Hòa Bình',
    scope: 'Hòa Bình/Kỳ Sơn',
    issuer: 'Ban Thường vụ Tỉnh ủy',
    signers: ['Nguyễn Thị Thúy', 'Nguyễn Thị Thuý'],
  }),
  stored('old', 'Văn hoá đọc.', {
    place: 'Hoà Bình',
    scope: 'Hoà Bình/Kì Sơn',
    issuer: 'Ban  Thường vụ\u00a0Tỉnh uỷ',
    signers: ['Nguyễn Thị Thuý'],
  }),
  stored('apart', 'Văn hóa đọc.', { place: 'HOÀ Bình', issuer: 'Ban Thường vụ Tỉnh uỷ'.normalize('NFD') }),
  stored('other', 'Văn hóa đọc.', { place: 'Hóa Bình', issuer: 'Ban Thường vụ Tỉnh đoàn', signers: ['Nguyễn Thị Thụy'] }),
];

/** A name is one name in every writing of it. */
export function testNames(makePlace: () => Promise<StorePlace>): void {
  describe('names', () => {
    const held = heldStore(makePlace, collection);
    const search = async (filters: QueryFilters) => await held().search({ terms: [], filters }, { size: 10 });

    test.each([
      { filters: { place: 'Hòa Bình' }, ids: ['new', 'old'] },
      { filters: { place: 'Hoà Bình' }, ids: ['new', 'old'] },
      { filters: { place: ' Hoà  Bình'.normalize('NFD') }, ids: ['new', 'old'] },
      { filters: { place: 'HÒA Bình' }, ids: ['apart'] },
      { filters: { place: 'Hoa Bình' }, ids: [] },
      { filters: { issuer: 'Ban Thường vụ Tỉnh ủy' }, ids: ['apart', 'new', 'old'] },
      { filters: { issuer: 'Ban Thường vụ Tỉnh uỷ' }, ids: ['apart', 'new', 'old'] },
      { filters: { scope: 'Hoà Bình/Kỳ Sơn' }, ids: ['new', 'old'] },
      { filters: { signer: 'Nguyễn Thị Thuý' }, ids: ['new', 'old'] },
      { filters: { signer: 'Nguyễn Thị Thúy', place: 'Hoà Bình' }, ids: ['new', 'old'] },
      { filters: { signer: 'Nguyễn Thị Thuỵ' }, ids: ['other'] },
    ])('filtered by $filters', async ({ filters, ids }) => {
      expect((await search(filters)).hits.map(({ document }) => document.id)).toEqual(ids);
    });

    test('counted and offered in one writing, and shown as the document prints them', async () => {
      const { facets, hits } = await search({});
      expect(facets.place).toEqual([
        { value: 'Hòa Bình', count: 2 },
        { value: 'HÒA Bình', count: 1 },
        { value: 'Hóa Bình', count: 1 },
      ]);
      expect(facets.issuer).toEqual([
        { value: 'Ban Thường vụ Tỉnh ủy', count: 3 },
        { value: 'Ban Thường vụ Tỉnh đoàn', count: 1 },
      ]);
      expect(facets.scope).toEqual([{ value: 'Hòa Bình/Kỳ Sơn', count: 2 }]);
      expect(facets.signer).toEqual([
        { value: 'Nguyễn Thị Thúy', count: 2 },
        { value: 'Nguyễn Thị Thụy', count: 1 },
      ]);
      const offered = (await held().suggest('tinh uy', 10)).filter(({ kind }) => kind === 'body');
      expect(offered).toEqual([{ kind: 'body', text: 'Ban Thường vụ Tỉnh ủy', document: null, count: 3 }]);
      expect(hits.find(({ document }) => document.id === 'old')?.document.place).toBe('Hoà Bình');
    });
  });
}
