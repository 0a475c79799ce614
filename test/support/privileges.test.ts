import { expect, test } from 'vitest';
import { actionsOf } from './privileges/actions.ts';
import { allows, documentedRole, lesserRoles, type Role } from './privileges/roles.ts';

const writer = await documentedRole('writer', 'a');
const reader = await documentedRole('reader', 'a');

const allowed = (role: Role, method: string, path: string, body = '') => {
  const actions = actionsOf({ method, path, body });
  return actions?.every((action) => allows(role, action)) ?? null;
};
const bulk = (...items: object[]) => items.map((item) => `${JSON.stringify(item)}\n`).join('');
const moveAlias = (index: string, alias: string) => JSON.stringify({ actions: [{ add: { index, alias } }, { remove_index: { index } }] });

test.each<[method: string, path: string, body: string, writer: boolean, reader: boolean]>([
  ['GET', '/_nodes/_local?filter_path=nodes.*.version', '', true, true],
  ['GET', '/_cluster/health/a-documents?wait_for_status=yellow', '', true, true],
  ['PUT', '/_index_template/a-documents', '{}', true, false],
  ['GET', '/_alias/a-documents%2Ca-tasks', '', true, true],
  ['GET', '/a-*/_alias', '', true, true],
  ['GET', '/*/_alias', '', false, false],
  ['GET', '/_alias', '', true, true],
  ['GET', '/a-documents-v1-000001/_settings', '', true, true],
  ['POST', '/a-documents,a-tasks/_search', '{}', true, true],
  ['POST', '/a-documents,b-documents/_search', '{}', false, false],
  ['POST', '/_search', '{"pit": {"id": "x"}}', true, true],
  ['DELETE', '/_pit', '{"id": "x"}', true, true],
  ['POST', '/_mget', '{"docs": [{"_index": "a-documents", "_id": "1"}, {"_index": "b", "_id": "1"}]}', false, false],
  ['POST', '/a-documents/_refresh', '', true, false],
  ['PUT', '/a-documents-v1-000001', '{"aliases": {"a-documents": {}}}', true, false],
  ['PUT', '/a-documents-v1-000001', '{"aliases": {"documents": {}}}', false, false],
  ['PUT', '/documents', '{}', false, false],
  ['DELETE', '/a-documents-v1-000001', '', true, false],
  ['POST', '/_aliases', moveAlias('a-documents-v1-000001', 'a-documents'), true, false],
  ['POST', '/_aliases', moveAlias('a-documents-v1-000001', 'b-documents'), false, false],
  ['POST', '/_bulk?refresh=wait_for', bulk({ index: { _index: 'a-documents' } }, {}, { delete: { _index: 'a-tasks' } }), true, false],
  ['POST', '/a-documents/_bulk', bulk({ index: { _index: 'b' } }, {}), false, false],
])('%s %s %s is allowed to the writer: %s, to the reader: %s', (method, path, body, toWriter, toReader) => {
  expect(allowed(writer, method, path, body)).toBe(toWriter);
  expect(allowed(reader, method, path, body)).toBe(toReader);
});

test.each([
  ['PUT', '/_security/user/a'],
  ['PUT', '/_cluster/settings'],
  ['POST', '/_reindex'],
  ['POST', '/_refresh'],
])('%s %s is in no table', (method, path) => {
  expect(actionsOf({ method, path, body: '' })).toBeNull();
});

test('a role with one privilege less allows less', () => {
  expect(lesserRoles(reader).map(({ without }) => without)).toEqual(['cluster monitor', 'index read', 'index view_index_metadata']);
  const [noMonitor, noRead] = lesserRoles(reader);
  expect(allowed(noMonitor!.role, 'GET', '/_nodes')).toBe(false);
  expect(allowed(noRead!.role, 'GET', '/_nodes')).toBe(true);
  expect(allowed(noRead!.role, 'POST', '/a-documents/_search', '{}')).toBe(false);
});
