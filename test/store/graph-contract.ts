import { describe, expect, test } from 'vitest';
import { citation, claim, stored } from '../support/record.ts';
import { heldStore, type StorePlace } from './place.ts';

const collection = [
  stored('plan', 'Kế hoạch', {
    number: '20-KH/TU',
    scope: 'Tiền Giang',
    claims: [claim(null, 'implements', '01-KL/TW'), claim(null, 'basis', '05-CT/TW')],
  }),
  stored('other-plan', 'Kế hoạch', { number: '20-KH/TU', scope: 'Lâm Đồng', claims: [claim(null, 'implements', '01-KL/TW')] }),
  stored('witness', 'Báo cáo', {
    number: '7-BC/HU',
    claims: [claim('20-KH/TU', 'implements', '01-KL/TW')],
    citations: [citation('NQTW4/XII')],
  }),
  stored('several', 'Quyết định', {
    number: '9-QĐ/TU',
    claims: [
      claim(null, 'basis', '30-QC/TU'),
      claim(null, 'repeals', '30-QC/TU', 'read'),
      claim('8-QĐ/TU', 'corrects', '30-QC/TU', 'stated'),
      claim('8-QĐ/TU', 'cites', '30-QC/TU', 'assumed'),
    ],
  }),
  stored('apart', 'Thông báo', { number: '144-QĐ/TW', claims: [claim(null, 'cites', '102-QĐ/TW')] }),
];

export function testGraph(makePlace: () => Promise<StorePlace>): void {
  describe('keeps claims', () => {
    const held = heldStore(makePlace, collection);

    const told = async (about: { keys?: string[]; documents?: string[] }) =>
      (await held().claims({ keys: about.keys ?? [], documents: about.documents ?? [] })).map(
        ({ document, claim: said }) => `${document}: ${said.subject?.key ?? 'itself'} ${said.relation} ${said.object.key}`,
      );

    test('by a key that is the object', async () => {
      expect(await told({ keys: ['01-KL/TW'] })).toEqual([
        'other-plan: itself implements 01-KL/TW',
        'plan: itself implements 01-KL/TW',
        'witness: 20-KH/TU implements 01-KL/TW',
      ]);
    });

    test('by a key that is the subject, without what its bearers say of themselves', async () => {
      expect(await told({ keys: ['20-KH/TU'] })).toEqual(['witness: 20-KH/TU implements 01-KL/TW']);
    });

    test('by a document: what it says of itself, not what it says of others', async () => {
      expect(await told({ documents: ['plan', 'witness'] })).toEqual(['plan: itself implements 01-KL/TW', 'plan: itself basis 05-CT/TW']);
    });

    test('each once where keys and documents both lead to it', async () => {
      expect(await told({ keys: ['05-CT/TW', '5-ct/tw'], documents: ['plan'] })).toEqual([
        'plan: itself implements 01-KL/TW',
        'plan: itself basis 05-CT/TW',
      ]);
    });

    test('as they were put', async () => {
      expect(await held().claims({ keys: ['102-QĐ/TW'], documents: [] })).toEqual([
        { document: 'apart', claim: claim(null, 'cites', '102-QĐ/TW') },
      ]);
    });

    test('of several kinds for one pair, each with its rule and sureness', async () => {
      const claims = (await held().claims({ keys: ['30-QC/TU'], documents: [] })).map(({ claim: said }) => said);
      expect(claims.map(({ subject, relation, kind, confidence }) => [subject?.key ?? null, relation, kind, confidence])).toEqual([
        [null, 'basis', 'basis', 'stated'],
        [null, 'replaces', 'repeals', 'read'],
        ['8-QĐ/TU', 'amends', 'corrects', 'stated'],
        ['8-QĐ/TU', 'cites', 'cites', 'assumed'],
      ]);
    });

    test('and counts a pair once, under the strongest relation of it', async () => {
      const { relations, byRelation } = await held().stats();
      const pairs = { implements: 3, amends: 1, basis: 1, cites: 1, replaces: 1 };
      expect(Object.fromEntries(byRelation.map(({ relation, count }) => [relation, count]))).toEqual(pairs);
      expect(relations).toBe(7);
    });

    test('none for an unknown key or document', async () => {
      expect(await told({ keys: ['999-KL/TW'], documents: ['nobody'] })).toEqual([]);
      expect(await told({})).toEqual([]);
    });

    test.each(['144-QĐ/TW', '144-qd/tw', '144 qd tw', '144-QD-TW'])('finds the bearer of a number written %s', async (key) => {
      expect((await held().bearers([key])).map((summary) => summary.id)).toEqual(['apart']);
    });

    test('finds every bearer of a number', async () => {
      expect((await held().bearers(['20-KH/TU', '7-BC/HU', '1-XX/YY'])).map((summary) => summary.id).sort()).toEqual([
        'other-plan',
        'plan',
        'witness',
      ]);
    });

    test.each<[string, string[]]>([
      ['01', ['01-KL/TW']],
      ['1', ['01-KL/TW', '102-QĐ/TW', '144-QĐ/TW']],
      ['0', ['01-KL/TW', '05-CT/TW']],
      ['144-q', ['144-QĐ/TW']],
      ['1-', ['01-KL/TW']],
      ['20 kh', ['20-KH/TU']],
      ['nq', ['NQTW4/XII']],
      ['%', ['01-KL/TW', '05-CT/TW', '102-QĐ/TW', '144-QĐ/TW', '20-KH/TU', '30-QC/TU', '7-BC/HU', '8-QĐ/TU', '9-QĐ/TU', 'NQTW4/XII']],
      ['6', []],
    ])('suggests the keys that begin with %s', async (prefix, keys) => {
      expect(await held().keys(prefix, 100)).toEqual(keys);
    });

    test('suggests no more keys than asked for', async () => {
      expect(await held().keys('', 2)).toEqual(['01-KL/TW', '05-CT/TW']);
      expect(await held().keys('', 0)).toEqual([]);
    });
  });
}
