import { isDeepStrictEqual } from 'node:util';
import type { estypes } from '@elastic/elasticsearch';
import { Failure } from '#ingest/model/failure.ts';
import layout from '#mappings/elasticsearch.json' with { type: 'json' };
import { mappingVersion } from '#mappings/fields.ts';
import type { IndexRole } from '#services/store/port.ts';

/** An index is three of the server's: one entry a document, one entry a task, and for the graph what each document says of documents. */
export const kinds = ['documents', 'tasks', 'graph'] as const;
export type Kind = (typeof kinds)[number];
/** The first version of the mapping whose indexes have a graph. */
const firstWithGraph = 5;
export const roles = ['current', 'next', 'previous'] as const;

/** What a server has under names that could be ours, by the name of each of its indices. */
export type Found = Readonly<Record<string, estypes.IndicesIndexState>>;

/** Kind, version of the mapping and number of an index, as its name tells. */
interface NamedIndex {
  readonly kind: Kind;
  readonly version: number;
  readonly number: number;
}

/** The names of one collection's indices and aliases, and what the server has under them. */
export interface Naming {
  aliasOf(kind: Kind, role: IndexRole): string;
  /** Name of an index of the present mapping. */
  indexOf(kind: Kind, number: number): string;
  /** Name of the template, and the names of indices that it is for. */
  template(kind: Kind): { readonly name: string; readonly pattern: string };
  /** Everything that could be ours, as names and patterns. */
  readonly all: readonly string[];
  /** What a name of our form tells; null for any other. */
  read(name: string): NamedIndex | null;
  /** The indices that an alias names, or the one that bears its name itself. */
  bearing(found: Found, alias: string): readonly string[];
  isPresent(found: Found, role: IndexRole): boolean;
  /** Indices of our form that no alias of ours names. */
  idle(found: Found): readonly string[];
  /** A number higher than that of all indices found. */
  freeNumber(found: Found): number;
  /** @throws Failure `collection-damaged` unless the aliases of the role name one whole index that this version of the program made. */
  verify(found: Found, role: IndexRole): void;
  /** Whether the aliases of a role name one index of ours, of whatever version: what an earlier one of the program made had fewer parts. */
  isOurs(found: Found, role: IndexRole): boolean;
}

const damaged = (sentence: string) => new Failure('collection-damaged', sentence);

export function namingFor(prefix: string): Naming {
  const aliasOf = (kind: Kind, role: IndexRole) => `${prefix}-${kind}${role === 'current' ? '' : `-${role}`}`;
  const aliases = (role: IndexRole) => kinds.map((kind) => aliasOf(kind, role));
  const allAliases = roles.flatMap(aliases);
  const start = (kind: Kind) => `${prefix}-${kind}-v`;

  function read(name: string): NamedIndex | null {
    for (const kind of kinds) {
      const match = name.startsWith(start(kind)) ? /^(\d+)-(\d{6,})$/u.exec(name.slice(start(kind).length)) : null;
      if (match !== null) return { kind, version: Number(match[1]), number: Number(match[2]) };
    }
    return null;
  }

  const bearing = (found: Found, alias: string) =>
    Object.keys(found)
      .filter((name) => name === alias || found[name]?.aliases?.[alias] !== undefined)
      .sort();

  function verify(found: Found, role: IndexRole): void {
    const numbers = kinds.map((kind) => {
      const alias = aliasOf(kind, role);
      const [name, ...others] = bearing(found, alias);
      if (name === undefined) throw damaged(`The alias ${alias} is gone, and with it the ${kind} of the index.`);
      if (others.length > 0) throw damaged(`The alias ${alias} names more than one index: ${[name, ...others].join(', ')}.`);
      if (name === alias) throw damaged(`${alias} should be an alias of Vankien's and is an index of somebody else's.`);
      verifyIndex(name, kind, found[name]?.mappings);
      const { is_write_index: writes, ...rest } = found[name]?.aliases?.[alias] ?? {};
      if (writes !== true || Object.keys(rest).length > 0) throw damaged(`The alias ${alias} was made or changed by somebody else.`);
      return read(name)?.number;
    });
    if (new Set(numbers).size === 1) return;
    throw damaged(`The documents, the tasks and the graph of the ${role} index do not belong together (numbers ${numbers.join(', ')}).`);
  }

  function verifyIndex(name: string, kind: Kind, mappings: estypes.MappingTypeMapping | undefined): void {
    const made = (mappings?._meta?.vankien ?? {}) as { mapping?: unknown; kind?: unknown };
    if (read(name)?.kind !== kind || made.kind !== kind) throw damaged(`The index ${name} was not made by Vankien.`);
    if (made.mapping !== mappingVersion) {
      throw damaged(`The index ${name} is of version ${String(made.mapping)}; this program needs version ${mappingVersion}.`);
    }
    const wanted = layout[kind].mappings;
    if (mappings?.dynamic === wanted.dynamic && isDeepStrictEqual(mappings.properties, wanted.properties)) return;
    throw damaged(`The fields of the index ${name} are not those that Vankien made: somebody has changed them.`);
  }

  return {
    aliasOf,
    indexOf: (kind, number) => `${start(kind)}${mappingVersion}-${String(number).padStart(6, '0')}`,
    template: (kind) => ({ name: `${start(kind)}${mappingVersion}`, pattern: `${start(kind)}${mappingVersion}-*` }),
    all: [...kinds.map((kind) => `${start(kind)}*`), ...allAliases],
    read,
    bearing,
    isPresent: (found, role) => aliases(role).some((alias) => bearing(found, alias).length > 0),
    idle: (found) =>
      Object.keys(found).filter((name) => read(name) !== null && !allAliases.some((alias) => found[name]?.aliases?.[alias] !== undefined)),
    freeNumber: (found) => 1 + Math.max(0, ...Object.keys(found).map((name) => read(name)?.number ?? 0)),
    verify,
    isOurs(found, role) {
      const named = kinds.map((kind) => bearing(found, aliasOf(kind, role)).map(read));
      const parts = named.flatMap((names, at) => {
        const [only, ...others] = names;
        return only && only.kind === kinds[at] && others.length === 0 ? [only] : [];
      });
      const isBeforeGraph = parts.every(({ version }) => version < firstWithGraph) && named.at(-1)?.length === 0;
      return parts.length === kinds.length - Number(isBeforeGraph) && new Set(parts.map(({ number }) => number)).size === 1;
    },
  };
}
