import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bodiesOf } from '#services/store/elasticsearch/document.ts';
import { noElasticsearch } from '../support/elasticsearch.ts';
import { claim, stored, task } from '../support/record.ts';
import { openTestIndex, type TestIndex } from './elasticsearchIndex.ts';

const document = (id: string, revision = 1) =>
  stored(id, 'Kế hoạch', { revision, tasks: [task('một'), task('hai')], claims: [claim(null, 'implements', '01-KL/TW')] });

describe.skipIf(noElasticsearch !== null)('the check of an index on Elasticsearch', () => {
  let index: TestIndex;
  beforeAll(async () => {
    index = await openTestIndex();
    await index.store.put(['a', 'b', 'c', 'd', 'e', 'f'].map((id) => document(id)));
  });
  afterAll(() => index.close());

  const task0 = (id: string) => ({ index: index.connection.tasks, id: `${id}:0`, refresh: true });
  /** Writes over one field of an entry as nobody should. */
  const overwrite = async (at: { index: string; id: string }, change: object) => {
    const made = bodiesOf(document(at.id.charAt(0)));
    const body = JSON.parse(at.id.endsWith(':0') ? made.tasks[0]! : made.document) as object;
    await index.client.index({ ...at, version: 1, version_type: 'external_gte', refresh: true, document: { ...body, ...change } });
  };
  const entry = (id: string) => ({ index: index.connection.documents, id });
  const links = (id: string) => ({ index: index.connection.graph, id });

  test.each<[string, () => Promise<unknown>, string, readonly string[]]>([
    ['nothing where nothing is wrong', async () => undefined, '', []],
    ['a task that is lost', () => index.client.delete(task0('a')), '1 documents have other tasks listed than their record counts.', ['a']],
    [
      'a task of another version of its document',
      () => overwrite(task0('b'), { revision: 2 }),
      '1 documents have other tasks listed than their record counts.',
      ['b'],
    ],
    [
      'a record that cannot be unpacked',
      () => overwrite(entry('c'), { record: Buffer.from('no record').toString('base64') }),
      '1 documents have a record that cannot be read.',
      ['c'],
    ],
    [
      'links that are lost',
      () => index.client.delete({ ...links('a'), refresh: true }),
      'The graph does not hold what 1 documents say as they are now.',
      ['a'],
    ],
    [
      'links of another version of their document',
      () => {
        const made = JSON.parse(bodiesOf(document('f', 3)).graph) as object;
        return index.client.index({ ...links('f'), version: 3, version_type: 'external', refresh: true, document: made });
      },
      'The graph does not hold what 1 documents say as they are now.',
      ['f'],
    ],
    [
      'claims that cannot be unpacked',
      () => overwrite(entry('d'), { claims: Buffer.from('no claims').toString('base64') }),
      '1 documents have a record that cannot be read.',
      ['d'],
    ],
  ])('tells %s, and it is mended by putting the document again', async (_, damage, message, documents) => {
    await damage();
    expect(await index.store.check()).toEqual(message === '' ? [] : [{ message, documents }]);
    await index.store.put(documents.map((id) => document(id)));
    expect(await index.store.check()).toEqual([]);
  });

  test('tells tasks and links without their document, mended by taking it out', async () => {
    await index.client.delete({ ...entry('e'), refresh: true });
    expect(await index.store.check()).toEqual([
      { message: 'Tasks of 1 documents are listed that are not there.', documents: ['e'] },
      { message: 'The graph holds what 1 documents say that are not there.', documents: ['e'] },
    ]);
    expect((await index.store.tasks({ document: 'e' }, { from: 0, size: 10 })).tasks).toEqual([]);
    await index.store.remove('e');
    expect(await index.store.check()).toEqual([]);
  });

  test('tells decisions that cannot be read, mended by deciding again', async () => {
    await index.store.decide([]);
    const broken = { decisions: Buffer.from('no decisions').toString('base64') };
    const { hits } = (await index.client.search({ index: index.connection.graph, _source: false, size: 100 })).hits;
    const id = hits.find(({ _id }) => !/^[a-f]$/u.test(_id!))!._id!;
    await index.client.index({ index: index.connection.graph, id, document: broken, refresh: true });
    expect((await index.store.check()).map(({ message }) => message)).toEqual([expect.stringMatching(/^The graph cannot be checked/u)]);
    await index.store.decide([]);
    expect(await index.store.check()).toEqual([]);
  });

  test('tells that copies are lacking', async () => {
    const settings = (of: object) => index.client.indices.putSettings({ index: index.connection.documents, settings: of });
    await settings({ auto_expand_replicas: false, number_of_replicas: 20 });
    expect((await index.store.check()).map(({ message }) => message)).toEqual([
      expect.stringMatching(/^The index is yellow: it is whole/u),
    ]);
    await settings({ number_of_replicas: 0 });
    expect(await index.store.check()).toEqual([]);
  });
});
