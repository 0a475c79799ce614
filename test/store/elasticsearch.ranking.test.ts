import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseQuery } from '#services/query/parse.ts';
import { noElasticsearch } from '../support/elasticsearch.ts';
import { citation, stored } from '../support/record.ts';
import { openTestIndex, type TestIndex } from './elasticsearchIndex.ts';

const page = { from: 0, size: 100 };
const syllables = 'chuyển đổi số cải cách hành chính kế hoạch đề án nhân dân bảo hiểm xã hội tỉnh ủy'.split(' ');

describe.skipIf(noElasticsearch !== null)('ranking on Elasticsearch', () => {
  describe('over several shards', () => {
    const made: TestIndex[] = [];
    beforeAll(async () => {
      const words = (least: number, most: number) =>
        fc.array(fc.constantFrom(...syllables), { minLength: least, maxLength: most }).map((all) => all.join(' '));
      const texts = fc.sample(fc.record({ text: words(5, 60), title: words(2, 8) }), { numRuns: 120, seed: 7 });
      const documents = texts.map(({ text, title }, at) => stored(`d${at}`, text, { title }));
      for (const shards of [1, 3]) {
        const index = await openTestIndex({ shards });
        made.push(index);
        await index.pour(documents);
      }
    });
    afterAll(() => Promise.all(made.map((index) => index.close())));

    test.each(['chuyển đổi số', 'ke hoach', '"hành chính"', '"bảo hiem"', 'bảo hiểm xã hội', 'de an nhan dan'])(
      'is what it is in one: %s',
      async (words) => {
        const [one, several] = await Promise.all(made.map(({ store }) => store.search(parseQuery(words), page)));
        expect(several?.total).toBeGreaterThan(2);
        expect(several).toEqual(one);
      },
    );
  });

  describe('puts first', () => {
    let index: TestIndex;
    beforeAll(async () => {
      index = await openTestIndex();
      const cites = { citations: [citation('144-QĐ/TW')] };
      const words = 'chuẩn mực đạo đức cách mạng của cán bộ, đảng viên';
      await index.store.put([
        stored('bearer', `Quyết định. ${'Điều khoản chung. '.repeat(300)} ${words}`, { number: '144-QĐ/TW', title: 'quyết định' }),
        stored('bearer-titled', `Quyết định. ${'Điều khoản chung. '.repeat(300)} ${words}`, { number: '144-QĐ/TW', title: words }),
        stored('cites', `${words} 144-QĐ/TW. `.repeat(20), { ...cites, title: `${words} theo 144-QĐ/TW` }),
        stored('together', 'Người lao động tham gia bảo hiểm xã hội từ tháng sau theo quy định, không kể người đã tham gia từ trước.'),
        stored('apart', 'Người xã bên nói hội của ta bảo từ tháng sau hiểm họa theo quy định.'),
        ...Array.from({ length: 30 }, (_, at) => stored(`other-${at}`, 'Văn bản khác, không có gì chung.')),
      ]);
    });
    afterAll(() => index.close());
    const found = async (words: string) => (await index.store.search(parseQuery(words), page)).hits.map((hit) => hit.document.id);

    test.each(['144-QĐ/TW chuẩn mực đạo đức', '144-qd/tw chuan muc dao duc "cách mạng" "của can bộ, đảng viên"'])(
      'those that bear the number, by the other words, before one that cites it however often: %s',
      async (words) => {
        expect(await found(words)).toEqual(['bearer-titled', 'bearer', 'cites']);
      },
    );

    test('a document with a compound before one with its syllables strewn', async () => {
      expect(await found('bảo hiểm xã hội')).toEqual(['together', 'apart']);
    });
  });
});
