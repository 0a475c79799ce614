import type { estypes } from '@elastic/elasticsearch';
import { Failure } from '#ingest/model/failure.ts';
import layout from '#mappings/elasticsearch.json' with { type: 'json' };
import { mappingVersion } from '#mappings/fields.ts';
import type { Indexes, IndexRole } from '#services/store/port.ts';
import { type Cluster, connect } from './connection.ts';
import { isAlreadyThere } from './failures.ts';
import { type Found, type Kind, kinds, namingFor } from './naming.ts';
import { openElasticsearchStore } from './open.ts';
import type { ElasticsearchOptions } from './options.ts';
import { verifyServer } from './server.ts';

/** One change of names; several are made in one step. */
interface Action {
  readonly add?: { readonly index: string; readonly alias: string; readonly is_write_index: true };
  readonly remove?: { readonly index: string; readonly alias: string };
  readonly remove_index?: { readonly index: string };
}

/** Above the templates that come with Elasticsearch (at most 500): the strict fields are not a matter of chance. */
const templatePriority = 1000;

/**
 * The indexes of a collection on a cluster. Each is three indices of one number: PREFIX-documents-vMAPPING-NUMBER, PREFIX-tasks-… and PREFIX-graph-….
 * Which is which is told by aliases, PREFIX-documents for the current one, with the role behind it for the others; they are changed in one step.
 * Every alias names its index as the one to write to: the cluster refuses a second such index, so that of two processes that make the
 * same role at once one alone can. No request is sent before the first call.
 */
export function elasticsearchIndexes(options: ElasticsearchOptions): Indexes {
  const naming = namingFor(options.prefix);
  const { aliasOf, bearing } = naming;
  let cluster: Cluster | null = null;
  let verified: Promise<void> | null = null;
  let closed = false;

  /** The cluster; its version is asked for before anything else, and again where that failed. */
  async function reached(): Promise<Cluster> {
    if (closed) throw new Failure('internal', 'The indexes were closed.');
    cluster ??= connect(options);
    const opened = cluster;
    verified ??= verifyServer(opened);
    try {
      await verified;
    } catch (thrown) {
      verified = null;
      throw thrown;
    }
    return opened;
  }

  async function survey(): Promise<Found> {
    const { ask } = await reached();
    return await ask((client) =>
      client.indices.get({ index: [...naming.all], ignore_unavailable: true, expand_wildcards: 'all', features: ['aliases', 'mappings'] }),
    );
  }

  /** All in one step, or nothing. A reply may be lost after the step was done: then the names themselves tell. */
  async function changeAliases(actions: readonly Action[]): Promise<void> {
    if (actions.length === 0) return;
    const { tell } = await reached();
    try {
      await tell((client) => client.indices.updateAliases({ actions: [...actions] as estypes.IndicesUpdateAliasesAction[] }));
    } catch (thrown) {
      const found = await survey().catch(() => null);
      if (found === null || !isDone(found, actions)) throw thrown;
    }
  }

  async function erase(indices: readonly string[]): Promise<void> {
    const { tell } = await reached();
    for (const index of indices) await tell((client) => client.indices.delete({ index, ignore_unavailable: true }));
  }

  const name = (index: string, kind: Kind, role: IndexRole): Action => ({
    add: { index, alias: aliasOf(kind, role), is_write_index: true },
  });

  /** Takes an alias off its indices; where `erasing`, those that we made go with it, never another's. */
  function unname(found: Found, kind: Kind, role: IndexRole, erasing: boolean): Action[] {
    const alias = aliasOf(kind, role);
    return bearing(found, alias).map((index) => {
      if (index === alias)
        throw new Failure('collection-damaged', `${alias} should be an alias of Vankien's and is an index of somebody else's.`);
      return erasing && naming.read(index) !== null ? { remove_index: { index } } : { remove: { index, alias } };
    });
  }

  /**
   * Templates first: by whatever way an index of such a name is made, it gets the strict fields. Then the indices under a number that nobody
   * has, then their aliases in one step. What a run that died in between leaves behind bears no alias, and is swept away.
   */
  async function make(role: IndexRole, found: Found): Promise<void> {
    const { tell } = await reached();
    for (const kind of kinds) {
      const template = bodyFor(kind, options);
      const { name: called, pattern } = naming.template(kind);
      await tell((client) =>
        client.indices.putIndexTemplate({ name: called, index_patterns: [pattern], priority: templatePriority, template }),
      );
    }
    const made = await makeAll(naming.freeNumber(found));
    try {
      await changeAliases(kinds.map((kind, at) => name(made[at]!, kind, role)));
    } catch (thrown) {
      // Another process was faster: its index is as good.
      if (!naming.isPresent(await survey(), role)) throw thrown;
      await erase(made);
    }
  }

  /** New indices, the documents first: only who made these goes on to the others of the same number. */
  async function makeAll(free: number): Promise<string[]> {
    for (let number = free; ; number += 1) {
      const made: string[] = [];
      for (const kind of kinds) {
        const index = naming.indexOf(kind, number);
        if (!(await create(index, kind))) break;
        made.push(index);
      }
      if (made.length === kinds.length) return made;
    }
  }

  /** False where there is one of this name already. */
  async function create(index: string, kind: Kind): Promise<boolean> {
    const { tell } = await reached();
    return await tell(async (client) => {
      try {
        await client.indices.create({ index, ...bodyFor(kind, options) });
        return true;
      } catch (thrown) {
        if (isAlreadyThere(thrown)) return false;
        throw thrown;
      }
    });
  }

  return {
    generation: () => options.prefix,
    async has(role) {
      return naming.isPresent(await survey(), role);
    },
    async open(role, { create }) {
      let found = await survey();
      if (!naming.isPresent(found, role)) {
        if (!create) throw new Failure('no-collection', `There is no ${role} index in Elasticsearch under ${options.prefix}.`);
        await make(role, found);
        found = await survey();
      }
      naming.verify(found, role);
      const [documents, tasks, graph] = [aliasOf('documents', role), aliasOf('tasks', role), aliasOf('graph', role)];
      return openElasticsearchStore({ ...(await reached()), documents, tasks, graph });
    },
    async promote() {
      const found = await survey();
      if (!naming.isPresent(found, 'next')) throw new Failure('internal', 'There is no index to change over to.');
      naming.verify(found, 'next');
      const kept = naming.isOurs(found, 'current');
      await changeAliases(
        kinds.flatMap((kind) => [
          ...unname(found, kind, 'previous', true),
          ...unname(found, kind, 'current', false),
          ...unname(found, kind, 'next', false),
          ...(kept ? bearing(found, aliasOf(kind, 'current')).map((index) => name(index, kind, 'previous')) : []),
          ...bearing(found, aliasOf(kind, 'next')).map((index) => name(index, kind, 'current')),
        ]),
      );
    },
    async goBack() {
      const found = await survey();
      if (!naming.isPresent(found, 'previous')) throw new Failure('not-found', 'No earlier index is kept.');
      naming.verify(found, 'previous');
      const kept = naming.isOurs(found, 'current');
      await changeAliases(
        kinds.flatMap((kind) => [
          ...unname(found, kind, 'current', false),
          ...unname(found, kind, 'previous', false),
          ...(kept ? bearing(found, aliasOf(kind, 'current')).map((index) => name(index, kind, 'previous')) : []),
          ...bearing(found, aliasOf(kind, 'previous')).map((index) => name(index, kind, 'current')),
        ]),
      );
    },
    async drop(role) {
      const found = await survey();
      await changeAliases(kinds.flatMap((kind) => unname(found, kind, role, true)));
    },
    async sweep() {
      await erase(naming.idle(await survey()));
    },
    async close() {
      closed = true;
      await cluster?.close();
    },
  };
}

function isDone(found: Found, actions: readonly Action[]): boolean {
  const named = (change: { readonly index: string; readonly alias: string }) => found[change.index]?.aliases?.[change.alias] !== undefined;
  return actions.every(({ add, remove, remove_index: erased }) =>
    add !== undefined ? named(add) : remove !== undefined ? !named(remove) : erased === undefined || found[erased.index] === undefined,
  );
}

/** Settings and fields of an index of this kind, as it is made. */
function bodyFor(kind: Kind, { shards, replicas }: ElasticsearchOptions) {
  const { settings, mappings } = layout[kind];
  const copies = replicas === 'auto' ? { auto_expand_replicas: '0-1' } : { number_of_replicas: replicas };
  return {
    settings: { index: { ...settings.index, number_of_shards: shards, ...copies } } as estypes.IndicesIndexSettings,
    mappings: { ...mappings, _meta: { vankien: { mapping: mappingVersion, kind } } } as estypes.MappingTypeMapping,
  };
}
