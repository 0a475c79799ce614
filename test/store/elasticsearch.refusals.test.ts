import { describe, expect, it } from 'vitest';
import { noElasticsearch } from '../support/elasticsearch.ts';
import { elasticError, otherProduct, unauthorized, unavailable } from '../support/faultProxy/answers.ts';
import { opensslMissing } from '../support/faultProxy/certificates.ts';
import * as faults from '../support/faultProxy/faults.ts';
import { everyCall, expectFailure, expectHeld, faultyCluster, heldCollection, whole } from './faultyElasticsearch.ts';

const create = { create: true } as const;
const ab = [whole('a'), whole('b')];

/** The same JSON with another value for each `version` or `number` of a server in it. */
function withVersion(body: unknown, version: string): unknown {
  return JSON.parse(JSON.stringify(body), (key, value) =>
    (key === 'version' || key === 'number') && typeof value === 'string' ? version : value,
  );
}

describe.skipIf(noElasticsearch)('what answers is not the server that is needed', () => {
  it.each(['8.19.4', '10.0.0', '7.17.29'])('Elasticsearch %s: named, and nothing is made there', async (version) => {
    const cluster = await faultyCluster();
    cluster.proxy.fault(
      /^GET /,
      faults.change((body) => withVersion(body, version)),
    );
    const failure = await expectFailure(cluster.indexes().open('current', create), 'index-unsupported', new RegExp(version));
    expect(failure.message).toMatch(/Elasticsearch 9/);
    expect(cluster.proxy.seen.filter(({ method }) => method !== 'GET')).toEqual([]);
  });

  it('a server that does not know the language of version 9', async () => {
    const cluster = await faultyCluster();
    const reason = 'Invalid media-type value on headers [Accept]';
    cluster.proxy.fault(/./, faults.answer(elasticError(400, 'media_type_header_exception', reason)));
    await expectFailure(cluster.indexes().open('current', create), 'index-unsupported');
  });

  it('another product', async () => {
    const cluster = await faultyCluster();
    cluster.proxy.fault(/./, faults.answer(otherProduct()));
    await expectFailure(cluster.indexes().open('current', create), 'index-unsupported', /X-elastic-product/);
  });

  it('a load balancer with nothing behind it, for a while: not taken for another product', async () => {
    const { cluster, store } = await heldCollection();
    cluster.proxy.fault(/./, faults.answer(unavailable('html')));
    await expectFailure(cluster.indexes().open('current', create), 'index-unavailable', /503/);
    await expectFailure(store.get('a'), 'index-unavailable', /503/);
  });
});

describe.skipIf(noElasticsearch)('credentials', () => {
  const apiKey = Buffer.from('id:secret-of-key').toString('base64');
  const good = [`ApiKey ${apiKey}`, `Basic ${Buffer.from('vankien:mật khẩu').toString('base64')}`];

  it('that are right: both kinds work', async () => {
    const cluster = await faultyCluster({ requireAuthorization: good });
    const store = await cluster.indexes({ auth: { kind: 'apiKey', apiKey } }).open('current', create);
    await store.put(ab);
    const basic = cluster.indexes({ auth: { kind: 'basic', user: 'vankien', password: 'mật khẩu' } });
    await expectHeld(await basic.open('current', create), ab);
  });

  it.each([
    ['missing', { kind: 'none' }],
    ['a wrong key', { kind: 'apiKey', apiKey: 'd3Jvbmc6c2VjcmV0' }],
    ['a wrong password', { kind: 'basic', user: 'vankien', password: 'hunter2' }],
  ] as const)('that are wrong (%s): refused, never shown, and nothing more is asked', async (_, auth) => {
    const cluster = await faultyCluster({ requireAuthorization: good });
    const failure = await expectFailure(cluster.indexes({ auth }).open('current', create), 'index-refused');
    expect(failure.message).toMatch(/API key|password/);
    expect(`${failure.message} ${failure.detail}`).not.toMatch(/hunter2|d3Jvbmc6c2VjcmV0/);
    expect(cluster.proxy.seen).toHaveLength(1);
  });

  it('that were withdrawn while a store was open: every call says so, and none is taken for a document that is at fault', async () => {
    const { cluster, store } = await heldCollection();
    const told = cluster.proxy.fault(/./, faults.answer(elasticError(401, 'security_exception', 'unable to authenticate user [vankien]')));
    for (const [, call] of everyCall) await expectFailure(call(store), 'index-refused');
    told.end();
    await expectHeld(store, ab);
  });

  it('that may read only: writing names the right that is missing', async () => {
    const { cluster, store } = await heldCollection();
    cluster.proxy.fault(/_bulk/, faults.answer(unauthorized('indices:data/write/bulk')));
    await expectFailure(store.put([whole('c')]), 'index-refused', /indices:data\/write\/bulk/);
    await expectHeld(store, ab);
  });
});

const missing = opensslMissing();
describe.skipIf(noElasticsearch ?? missing)(`TLS${missing === null ? '' : ` (skipped: ${missing})`}`, () => {
  it('under the authority that is set works', async () => {
    const { store } = await heldCollection({ tls: true });
    await expectHeld(store, ab);
  });

  it('under another authority, or one that nobody named, does not, and says which setting to look at', async () => {
    const cluster = await faultyCluster({ tls: true });
    for (const ca of [cluster.proxy.otherCa, null])
      await expectFailure(cluster.indexes({ ca }).open('current', create), 'index-unavailable', /certificate.*VANKIEN_ELASTICSEARCH_CA/);
    expect(cluster.proxy.seen).toEqual([]);
  });

  it('where the server speaks none, and none where it speaks TLS: cannot be reached', async () => {
    const plain = await faultyCluster();
    const tls = await faultyCluster({ tls: true });
    const crossed = [plain.proxy.url.replace('http:', 'https:'), tls.proxy.url.replace('https:', 'http:')];
    for (const node of crossed)
      await expectFailure(tls.indexes({ nodes: [node] }).open('current', create), 'index-unavailable', /cannot be reached/);
  });
});
