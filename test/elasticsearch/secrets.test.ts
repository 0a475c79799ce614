import { inspect } from 'node:util';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect } from '#services/store/elasticsearch/connection.ts';
import type { ElasticsearchOptions } from '#services/store/elasticsearch/options.ts';
import { elasticError } from '../support/faultProxy/answers.ts';
import { answer, cut, hang } from '../support/faultProxy/faults.ts';
import { type FaultProxy, faultProxy } from '../support/faultProxy.ts';

const password = 'a-password-of-the-test';
const apiKey = 'YS1rZXktb2YtdGhlLXRlc3Q=';
const secrets = [password, apiKey, Buffer.from(`vankien:${password}`).toString('base64')];

const accounts: readonly ElasticsearchOptions['auth'][] = [
  { kind: 'basic', user: 'vankien', password },
  { kind: 'apiKey', apiKey },
];
const faults = [
  { name: 'the account is refused', fault: answer(elasticError(401, 'security_exception', 'unable to authenticate')) },
  { name: 'a right is lacking', fault: answer(elasticError(403, 'security_exception', 'action [a] is unauthorized')) },
  { name: 'the request is wrong', fault: answer(elasticError(400, 'illegal_argument_exception', 'wrong')) },
  { name: 'the connection breaks', fault: cut },
  { name: 'the answer is garbled', fault: answer({ ...elasticError(200, '', ''), body: Buffer.from('lorem ipsum') }) },
  { name: 'nothing answers', fault: hang },
];

describe('the account never shows in what is logged when', () => {
  let proxy: FaultProxy;
  beforeAll(async () => {
    proxy = await faultProxy('http://127.0.0.1:1');
  });
  afterAll(() => proxy.close());

  test.each(accounts.flatMap((auth) => faults.map((each) => ({ ...each, auth }))))('$name ($auth.kind)', async ({ fault, auth }) => {
    const told = proxy.fault(/./u, fault, { times: 10 });
    const cluster = connect({ nodes: [proxy.url], auth, ca: null, prefix: 'a', shards: 1, replicas: 0, timeout: 200 });
    try {
      const thrown = await cluster
        .ask((client) => client.info())
        .then(
          () => null,
          (failure: unknown) => failure,
        );
      expect(thrown).toBeInstanceOf(Error);
      expect(proxy.seen.at(-1)?.headers.authorization).toMatch(/^(?:Basic|ApiKey) ./u);
      let logged = '';
      const log = pino({ level: 'trace' }, { write: (line) => (logged += line) });
      log.error(thrown);
      log.error({ err: thrown, failure: thrown });
      const shown = [logged, inspect(thrown, { depth: 20, showHidden: true }), JSON.stringify(thrown)].join('\n');
      for (const secret of secrets) expect(shown).not.toContain(secret);
    } finally {
      told.end();
      await cluster.close();
    }
  });
});
