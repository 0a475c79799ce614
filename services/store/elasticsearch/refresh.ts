import { Failure } from '#ingest/model/failure.ts';
import { type Connection, indicesOf } from './connection.ts';
import { patiently } from './patience.ts';

/** Lets searches see all that was written before. */
export async function refresh(connection: Connection): Promise<void> {
  await refreshOnly(connection, indicesOf(connection));
}

export async function refreshOnly(connection: Connection, indices: readonly string[]): Promise<void> {
  await patiently(connection, async () => {
    const { _shards: shards } = await connection.tell((client) => client.indices.refresh({ index: [...indices] }));
    if (typeof shards?.failed !== 'number' || shards.failed > 0) {
      throw new Failure('index-unavailable', 'Elasticsearch could not make visible all that was written.');
    }
  });
}
