import { describe } from 'vitest';
import { foldedSymbol } from '#services/analysis/symbols.ts';
import { bearersRequest, claimsRequest } from '#services/store/elasticsearch/claims.ts';
import { keysRequest } from '#services/store/elasticsearch/keys.ts';
import { searchRequest } from '#services/store/elasticsearch/search.ts';
import { tasksRequest } from '#services/store/elasticsearch/tasks.ts';
import { testCompiled } from './compiled.ts';

describe('Elasticsearch', () => {
  testCompiled('elasticsearch', () => ({
    search: (query, page) => searchRequest(query, page),
    claims: ({ keys, documents }) => claimsRequest([...new Set(keys.map(foldedSymbol))], documents),
    bearers: (keys) => bearersRequest(keys.map(foldedSymbol)),
    keys: keysRequest,
    tasks: tasksRequest,
  }));
});
