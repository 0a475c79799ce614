import { describe } from 'vitest';
import { keysRequest } from '#services/store/elasticsearch/keys.ts';
import { searchRequest } from '#services/store/elasticsearch/search.ts';
import { tasksRequest } from '#services/store/elasticsearch/tasks.ts';
import { testCompiled } from './compiled.ts';

describe('Elasticsearch', () => {
  testCompiled('elasticsearch', () => ({
    search: (query, page) => searchRequest(query, page),
    keys: keysRequest,
    tasks: tasksRequest,
  }));
});
