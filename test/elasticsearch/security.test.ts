import { readFile } from 'node:fs/promises';
import { Client } from '@elastic/elasticsearch';
import { expect, test } from 'vitest';
import { ownServer } from '../support/ownElasticsearch.ts';

test('a server with security asks for a user, keeps to the rights of its roles, and shows a certificate to trust', {
  timeout: 300_000,
}, async (context) => {
  const server = await ownServer(context, {
    security: {
      tls: true,
      users: {
        master: { password: 'mật khẩu', roles: ['superuser'] },
        reader: { password: 'reading', roles: ['reads'] },
      },
      roles: { reads: { indices: [{ names: ['test-*'], privileges: ['read'] }] } },
    },
  });
  const ca = await readFile(server.ca ?? '', 'utf8');
  const as = (username: string, password: string, trust: string | null = ca) =>
    new Client({ node: server.url, auth: { username, password }, maxRetries: 0, ...(trust === null ? {} : { tls: { ca: trust } }) });
  const put = (client: Client) => client.index({ index: 'test-documents', id: '1', document: { n: 1 } });

  expect(await put(as('master', 'mật khẩu'))).toMatchObject({ result: 'created' });
  expect(await as('reader', 'reading').get({ index: 'test-documents', id: '1' })).toMatchObject({ _source: { n: 1 } });
  await expect(put(as('reader', 'reading'))).rejects.toMatchObject({ statusCode: 403 });
  await expect(put(as('reader', 'wrong'))).rejects.toMatchObject({ statusCode: 401 });
  await expect(put(as('master', 'mật khẩu', null))).rejects.toThrow(/self.signed certificate/);
});
