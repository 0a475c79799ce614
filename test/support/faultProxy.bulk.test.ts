import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type BulkOperation, bulkErrors, dropItems, failItems } from './faultProxy/bulk.ts';
import { ask, bulk, json, statuses, type Upstream, upstreamServer } from './faultProxy/upstream.ts';
import { type FaultProxy, faultProxy } from './faultProxy.ts';

let upstream: Upstream;
let proxy: FaultProxy;
beforeEach(async () => {
  upstream = await upstreamServer();
  proxy = await faultProxy(upstream.url);
});
afterEach(async () => {
  await proxy.close();
  await upstream.close();
});

describe('errors of single items inside a 200', () => {
  const ids = ['a', 'b', 'c', 'd'];
  const choose = ({ id }: BulkOperation) => ({ b: bulkErrors.rejected, d: bulkErrors.parsing })[id] ?? null;

  it.each([{}, { 'accept-encoding': 'gzip' }])('are not applied, and stand in their places', async (headers) => {
    proxy.fault(/_bulk/, failItems(choose), { times: 1 });
    const answer = await bulk(proxy.url, ids, headers);
    expect(answer.status).toBe(200);
    expect(json(answer)).toMatchObject({ took: 3, errors: true });
    expect(statuses(answer)).toEqual([
      ['a', 200],
      ['b', 429],
      ['c', 200],
      ['d', 400],
    ]);
    expect((json(answer) as { items: unknown[] }).items[1]).toMatchObject({
      index: { _index: 'd', _id: 'b', error: { type: 'es_rejected_execution_exception' } },
    });
    expect([...upstream.documents.keys()]).toEqual(['a', 'c']);
    const again = json(await bulk(proxy.url, ids));
    expect(again).toMatchObject({ errors: false });
  });

  it('are applied where told so', async () => {
    proxy.fault(/_bulk/, failItems(choose, { applied: true }));
    const answer = await bulk(proxy.url, ids);
    expect(statuses(answer)).toEqual([
      ['a', 200],
      ['b', 429],
      ['c', 200],
      ['d', 400],
    ]);
    expect([...upstream.documents.keys()]).toEqual(ids);
  });

  it('may be all: then nothing is passed on', async () => {
    proxy.fault(
      /_bulk/,
      failItems(() => bulkErrors.unavailable),
    );
    const answer = await bulk(proxy.url, ids);
    expect(answer.headers['x-elastic-product']).toBe('Elasticsearch');
    expect(statuses(answer)).toEqual(ids.map((id) => [id, 503]));
    expect(upstream.requests).toEqual([]);
  });

  it('may be left out of the answer, as of the request', async () => {
    proxy.fault(
      /_bulk/,
      dropItems(({ id }) => id === 'b' || id === 'd'),
    );
    expect(statuses(await bulk(proxy.url, ids))).toEqual([
      ['a', 200],
      ['c', 200],
    ]);
    expect(statuses(await bulk(proxy.url, ['b']))).toEqual([]);
    expect([...upstream.documents.keys()]).toEqual(['a', 'c']);
  });

  it('keep operations of one line and of two apart, and take the index from the path', async () => {
    upstream.documents.set('a', '{}');
    upstream.documents.set('b', '{}');
    const met: BulkOperation[] = [];
    proxy.fault(
      /_bulk/,
      failItems((operation) => {
        met.push(operation);
        return operation.id === 'a' ? bulkErrors.conflict : null;
      }),
    );
    const body = '{"delete":{"_id":"a"}}\n{"create":{"_id":"c","_index":"e"}}\n{"delete":{}}\n{"delete":{"_id":"b"}}\n';
    const answer = await ask(`${proxy.url}/t%C3%AAn/_bulk?refresh=true`, { method: 'POST', body });
    expect(met.map(({ action, index, id, at, lines }) => [action, index, id, at, lines.length])).toEqual([
      ['delete', 'tên', 'a', 0, 1],
      ['create', 'e', 'c', 1, 2],
      ['delete', 'tên', 'b', 2, 1],
    ]);
    expect(statuses(answer)).toEqual([
      ['a', 409],
      ['c', 200],
      ['b', 200],
    ]);
    expect([...upstream.documents]).toEqual([
      ['a', '{}'],
      ['c', '{"delete":{}}'],
    ]);
  });
});
