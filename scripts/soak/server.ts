import type { ElasticsearchOptions } from '#services/store/elasticsearch/options.ts';
import type { ElasticsearchServer } from '../elasticsearch/server.ts';

export const prefix = 'soak';

export function optionsFor(server: ElasticsearchServer): ElasticsearchOptions {
  return { nodes: [server.url], auth: { kind: 'none' }, ca: null, prefix, shards: 1, replicas: 'auto', timeout: 10_000 };
}
