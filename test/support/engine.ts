import { inject } from 'vitest';
import type { ElasticsearchOptions } from '#services/store/elasticsearch/options.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Which engine the suites of this project run over. */
    engine: 'embedded' | 'elasticsearch';
  }
}

/** What asks the run's server for a place, where one is needed: importing it starts the server. */
const support = inject('engine') === 'elasticsearch' ? await import('./elasticsearch.ts') : null;

/** Why these suites cannot run; null where they can. For `describe.skipIf`. */
export const noEngine: string | null = support?.noElasticsearch ?? null;

const prefixes = new Map<string, string>();

/** The settings of the engine for the collection in `folder`: opened again, it finds what it held. */
export function engineFor(folder: string): { readonly elasticsearch: ElasticsearchOptions | null } {
  if (support === null) return { elasticsearch: null };
  const prefix = prefixes.get(folder) ?? support.freshPrefix();
  prefixes.set(folder, prefix);
  const url = support.elasticsearchUrl();
  return { elasticsearch: { nodes: [url], auth: { kind: 'none' }, ca: null, prefix, shards: 1, replicas: 0, timeout: 30_000 } };
}

/** The same as variables of the environment, for the command line. */
export function engineEnvironment(folder: string): Record<string, string> {
  const { elasticsearch } = engineFor(folder);
  if (elasticsearch === null) return {};
  const { nodes, prefix } = elasticsearch;
  return { VANKIEN_ELASTICSEARCH: nodes.join(','), VANKIEN_ELASTICSEARCH_PREFIX: prefix, VANKIEN_ELASTICSEARCH_REPLICAS: '0' };
}
