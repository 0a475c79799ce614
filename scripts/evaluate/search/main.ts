import type { ElasticsearchOptions } from '#services/store/elasticsearch/options.ts';
import { startServer } from '../../elasticsearch/server.ts';
import { compare } from './evaluate.ts';
import { type QuerySet, readQueries, shelves } from './judged.ts';
import { lines, misses } from './report.ts';

export interface SearchChoices {
  readonly set: QuerySet;
  readonly elasticsearch: boolean;
  readonly misses: boolean;
}

/** Prints how well judged queries are answered, beside plain BM25, on the samples and, where it is there, with the shared corpus. */
export async function printSearch(choices: SearchChoices): Promise<void> {
  const queries = readQueries(choices.set);
  const server = choices.elasticsearch ? await startServer({}) : null;
  try {
    for (const [at, shelf] of shelves().entries()) {
      const compared = await compare(shelf, queries, server === null ? null : optionsOf(server.url, `search${at}`));
      console.log(`${shelf.name}: ${shelf.files.length} documents, ${server === null ? 'embedded store' : 'Elasticsearch'}`);
      for (const line of lines(compared)) console.log(line);
      if (choices.misses) for (const line of misses(compared.own)) console.log(line);
      console.log('');
    }
  } finally {
    await server?.close();
  }
}

function optionsOf(url: string, prefix: string): ElasticsearchOptions {
  return { nodes: [url], auth: { kind: 'none' }, ca: null, prefix, shards: 1, replicas: 0, timeout: 30_000 };
}
