import { describe } from 'vitest';
import { elasticsearchIndexes } from '#services/store/elasticsearch/indexes.ts';
import { elasticsearchUrl, freshPrefix, noElasticsearch } from '../support/elasticsearch.ts';
import { chainsContract } from './chains-contract.ts';
import { storeContract } from './contract.ts';

const options = (prefix: string) => ({
  nodes: [elasticsearchUrl()],
  auth: { kind: 'none' } as const,
  ca: null,
  prefix,
  shards: 1,
  replicas: 'auto' as const,
  timeout: 10_000,
});

describe.skipIf(noElasticsearch !== null)('Elasticsearch', { timeout: 240_000 }, () => {
  const makePlace = async () => {
    const indexes = elasticsearchIndexes(options(freshPrefix()));
    return {
      open: () => indexes.open('current', { create: true }),
      dispose: () => indexes.close(),
    };
  };
  storeContract('Elasticsearch', makePlace);
  chainsContract('Elasticsearch', makePlace, { runs: 5 });
});
