import type { Arrived } from '../faultProxy/exchange.ts';

/**
 * What Elasticsearch's security takes a request for: actions on the cluster, or on indices and aliases by name. Its names of actions are those
 * in its answers of status 403; which request is which action is told by the class that handles it (Rest…Action and Transport…Action of the server).
 */
export interface Action {
  readonly name: string;
  /** Names and patterns of indices and aliases; null for an action on the cluster, empty where the request names none (a point in time). */
  readonly on: readonly string[] | null;
}

/** The actions of a request; null for one that is not in the tables below. */
export function actionsOf({ method, path, body }: Pick<Arrived, 'method' | 'path' | 'body'>): readonly Action[] | null {
  const parts = path
    .replace(/\?.*$/su, '')
    .split('/')
    .filter((part) => part !== '')
    .map(decodeURIComponent);
  const form = (names: readonly string[]) => `${method} /${names.join('/')}`;
  const cluster = clusterRequests.find(([pattern]) => pattern.test(form(parts)));
  if (cluster !== undefined) return [{ name: cluster[1], on: null }];
  const named = parts[0] !== undefined && !parts[0].startsWith('_');
  const on = named ? parts[0]!.split(',') : [];
  const rest = form(named ? parts.slice(1) : parts);
  if (/^(?:POST|PUT) \/_bulk$/u.test(rest)) return bulkActions(body, on);
  if (rest === 'POST /_aliases') return aliasActions(body);
  const request = indexRequests.find(([pattern, , needs]) => pattern.test(rest) && (needs !== 'a name' || named));
  if (request === undefined) return null;
  const [, name, needs] = request;
  if (needs === 'names in the body') return [{ name, on: [...on, ...namesIn(body)] }];
  if (needs === 'a name in the path') return [{ name, on: named ? on : parts.slice(1, 2).flatMap((part) => part.split(',')) }];
  // An index that is made with aliases needs the right to give them.
  if (name === 'indices:admin/create')
    return [{ name, on }, ...givenAliases(body).map((alias) => ({ name: 'indices:admin/aliases', on: [alias, ...on] }))];
  return [{ name, on }];
}

const clusterRequests: readonly (readonly [RegExp, string])[] = [
  [/^(?:GET|HEAD) \/$/u, 'cluster:monitor/main'],
  [/^GET \/_nodes(?:\/[\w:,-]+){0,2}$/u, 'cluster:monitor/nodes/info'],
  [/^GET \/_cluster\/health(?:\/[^/]+)?$/u, 'cluster:monitor/health'],
  [/^(?:PUT|POST) \/_index_template\/[^/]+$/u, 'indices:admin/index_template/put'],
  [/^(?:GET|HEAD) \/_index_template(?:\/[^/]+)?$/u, 'indices:admin/index_template/get'],
  [/^DELETE \/_index_template\/[^/]+$/u, 'indices:admin/index_template/delete'],
];

type Needs = 'a name' | 'no name' | 'names in the body' | 'a name in the path';

/** By what follows the name of the index in the path. */
const indexRequests: readonly (readonly [RegExp, string, Needs])[] = [
  [/^PUT \/$/u, 'indices:admin/create', 'a name'],
  [/^DELETE \/$/u, 'indices:admin/delete', 'a name'],
  [/^(?:GET|HEAD) \/$/u, 'indices:admin/get', 'a name'],
  [/^(?:GET|HEAD) \/_alias(?:\/[^/]+)?$/u, 'indices:admin/aliases/get', 'a name in the path'],
  [/^GET \/_mapping$/u, 'indices:admin/mappings/get', 'a name'],
  [/^PUT \/_mapping$/u, 'indices:admin/mapping/put', 'a name'],
  [/^GET \/_settings(?:\/[^/]+)?$/u, 'indices:monitor/settings/get', 'a name'],
  [/^PUT \/_settings$/u, 'indices:admin/settings/update', 'a name'],
  [/^(?:GET|POST) \/_refresh$/u, 'indices:admin/refresh', 'a name'],
  [/^GET \/_stats(?:\/[^/]+)?$/u, 'indices:monitor/stats', 'a name'],
  [/^(?:GET|POST) \/_search$/u, 'indices:data/read/search', 'no name'],
  [/^(?:GET|POST) \/_count$/u, 'indices:data/read/search', 'a name'],
  [/^POST \/_pit$/u, 'indices:data/read/open_point_in_time', 'a name'],
  [/^DELETE \/_pit$/u, 'indices:data/read/close_point_in_time', 'no name'],
  [/^(?:GET|HEAD) \/_(?:doc|source)\/[^/]+$/u, 'indices:data/read/get', 'a name'],
  [/^(?:GET|POST) \/_mget$/u, 'indices:data/read/mget', 'names in the body'],
  [/^(?:GET|POST) \/_msearch$/u, 'indices:data/read/msearch', 'names in the body'],
  [/^(?:PUT|POST) \/_doc\/[^/]+$/u, 'indices:data/write/index', 'a name'],
  [/^DELETE \/_doc\/[^/]+$/u, 'indices:data/write/delete', 'a name'],
  [/^POST \/_delete_by_query$/u, 'indices:data/write/delete/byquery', 'a name'],
];

/** A bulk is one action on all its indices, and one of its own for each kind of item. */
function bulkActions(body: string, standard: readonly string[]): Action[] {
  const items = body
    .split('\n')
    .filter((line) => /^\{"(?:index|create|update|delete)":/u.test(line))
    .map((line) => Object.entries(JSON.parse(line) as Record<string, { _index?: string }>)[0]!);
  const kinds = new Map<string, Set<string>>([['indices:data/write/bulk', new Set(standard)]]);
  for (const [kind, { _index }] of items) {
    const name = kind === 'create' ? 'indices:data/write/index' : `indices:data/write/${kind}`;
    const on = _index === undefined ? standard : [_index];
    for (const each of ['indices:data/write/bulk', name]) kinds.set(each, (kinds.get(each) ?? new Set()).union(new Set(on)));
  }
  return [...kinds].map(([name, on]) => ({ name, on: [...on] }));
}

/** The right to give and take aliases is needed on the index and on the alias; an index that is taken away in the same call, too. */
function aliasActions(body: string): Action[] {
  const { actions } = JSON.parse(body) as { actions: Record<string, Record<string, string | string[]>>[] };
  return actions.flatMap((action) =>
    Object.entries(action).map(([kind, { index, indices, alias, aliases }]) => ({
      name: kind === 'remove_index' ? 'indices:admin/delete' : 'indices:admin/aliases',
      on: [index, indices, alias, aliases].flatMap((names) => names ?? []),
    })),
  );
}

function givenAliases(body: string): string[] {
  const { aliases } = (body === '' ? {} : JSON.parse(body)) as { aliases?: Record<string, unknown> };
  return Object.keys(aliases ?? {});
}

/** The indices that the lines or the documents of a body name. */
function namesIn(body: string): string[] {
  return [...body.matchAll(/"_?index":\s*"([^"]+)"/gu)].map(([, name]) => name!);
}
