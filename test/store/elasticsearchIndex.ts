import { Client } from '@elastic/elasticsearch';
import { type Cluster, type Connection, connect } from '#services/store/elasticsearch/connection.ts';
import { bodiesOf } from '#services/store/elasticsearch/document.ts';
import { elasticsearchIndexes } from '#services/store/elasticsearch/indexes.ts';
import type { ElasticsearchOptions } from '#services/store/elasticsearch/options.ts';
import type { Indexes, Store, StoredDocument } from '#services/store/port.ts';
import { elasticsearchUrl, freshPrefix } from '../support/elasticsearch.ts';

/** An index on the Elasticsearch of the tests: with the store over it, what the store's own functions ask it through, and a client for doing things by hand. */
export interface TestIndex {
  readonly options: ElasticsearchOptions;
  readonly indexes: Indexes;
  readonly store: Store;
  readonly connection: Connection;
  readonly client: Client;
  /** Writes documents with their tasks and links without the store's care: many at once. */
  pour(documents: readonly StoredDocument[]): Promise<void>;
  close(): Promise<void>;
}

export async function openTestIndex(how: { readonly shards?: number } = {}): Promise<TestIndex> {
  const options: ElasticsearchOptions = {
    nodes: [elasticsearchUrl()],
    auth: { kind: 'none' },
    ca: null,
    prefix: freshPrefix(),
    shards: how.shards ?? 1,
    replicas: 'auto',
    timeout: 30_000,
  };
  const indexes = elasticsearchIndexes(options);
  const store = await indexes.open('current', { create: true });
  const cluster: Cluster = connect(options);
  const { prefix } = options;
  const connection = { ...cluster, documents: `${prefix}-documents`, tasks: `${prefix}-tasks`, graph: `${prefix}-graph` };
  const client = new Client({ node: elasticsearchUrl() });
  return {
    options,
    indexes,
    store,
    connection,
    client,
    async pour(documents) {
      for (let at = 0; at < documents.length; at += 2000) {
        const operations = documents.slice(at, at + 2000).flatMap((document) => {
          const bodies = bodiesOf(document);
          const entry = (index: string, _id: string, body: string) => [{ index: { _index: index, _id } }, body];
          const tasks = bodies.tasks.flatMap((body, position) => entry(connection.tasks, `${document.id}:${position}`, body));
          const graph = entry(connection.graph, document.id, bodies.graph);
          return [...tasks, ...graph, ...entry(connection.documents, document.id, bodies.document)];
        });
        const { errors } = await client.bulk({ operations });
        if (errors) throw new Error('Elasticsearch did not take all documents.');
      }
      await store.refresh();
    },
    async close() {
      await store.close();
      await indexes.close();
      await cluster.close();
      await client.close();
    },
  };
}
