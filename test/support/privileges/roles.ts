import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Action } from './actions.ts';

/** A role as Elasticsearch takes it. */
export interface Role {
  readonly cluster: readonly string[];
  readonly indices: readonly { readonly names: readonly string[]; readonly privileges: readonly string[] }[];
}

/** A role that the documentation gives, for the indices of `prefix`. */
export async function documentedRole(name: 'writer' | 'reader', prefix: string): Promise<Role> {
  const file = join(import.meta.dirname, '../../../services/store/elasticsearch/roles', `${name}.json`);
  return JSON.parse((await readFile(file, 'utf8')).replaceAll('"vankien-*"', JSON.stringify(`${prefix}-*`))) as Role;
}

/** Actions that a privilege grants: Elasticsearch's guide, "Security privileges", in its own patterns of actions (* is anything). */
const clusterPrivileges: Readonly<Record<string, readonly string[]>> = {
  monitor: ['cluster:monitor/*', 'indices:admin/index_template/get', 'indices:admin/template/get', 'cluster:admin/component_template/get'],
  manage_index_templates: ['indices:admin/index_template/*', 'indices:admin/template/*', 'cluster:admin/component_template/*'],
};
const indexPrivileges: Readonly<Record<string, readonly string[]>> = {
  read: ['indices:data/read/*'],
  index: ['indices:data/write/index*', 'indices:data/write/bulk*', 'indices:data/write/update*'],
  delete: ['indices:data/write/delete*', 'indices:data/write/bulk*'],
  monitor: ['indices:monitor/*'],
  maintenance: ['indices:admin/refresh*', 'indices:admin/flush*', 'indices:admin/forcemerge*'],
  create_index: ['indices:admin/create', 'indices:admin/auto_create'],
  delete_index: ['indices:admin/delete'],
  view_index_metadata: [
    'indices:admin/aliases/get',
    'indices:admin/get',
    'indices:admin/mappings/get',
    'indices:admin/mappings/fields/get*',
    'indices:monitor/settings/get',
    'indices:admin/validate/query*',
    'indices:admin/resolve/index',
    'indices:data/read/field_caps*',
  ],
  manage: ['indices:admin/*', 'indices:monitor/*', 'indices:data/read/field_caps*'],
};

/** Whether a role allows an action on all that it names. */
export function allows(role: Role, { name, on }: Action): boolean {
  if (on === null) return role.cluster.some((privilege) => grants(clusterPrivileges, privilege, name));
  const entries = role.indices.filter(({ privileges }) => privileges.some((privilege) => grants(indexPrivileges, privilege, name)));
  return entries.length > 0 && on.every((target) => entries.some(({ names }) => names.some((pattern) => fits(pattern, target))));
}

/** Each role that has one privilege less than this one. */
export function lesserRoles(role: Role): { without: string; role: Role }[] {
  const without = (list: readonly string[], at: number) => list.filter((_, place) => place !== at);
  return [
    ...role.cluster.map((name, at) => ({ without: `cluster ${name}`, role: { ...role, cluster: without(role.cluster, at) } })),
    ...role.indices.flatMap((entry, place) =>
      entry.privileges.map((name, at) => ({
        without: `index ${name}`,
        role: { ...role, indices: role.indices.with(place, { ...entry, privileges: without(entry.privileges, at) }) },
      })),
    ),
  ];
}

function grants(table: Readonly<Record<string, readonly string[]>>, privilege: string, action: string): boolean {
  const patterns = table[privilege];
  if (patterns === undefined) throw new Error(`The privilege ${privilege} is not in the table.`);
  return patterns.some((pattern) => fits(pattern, action));
}

/** `*` at the end is anything, also the rest of another pattern: an expression `a-b*` falls under `a-*`. */
function fits(pattern: string, name: string): boolean {
  return pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
}
