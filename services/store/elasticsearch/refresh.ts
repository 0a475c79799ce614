import { Failure } from '#ingest/model/failure.ts';
import type { Connection } from './connection.ts';

/** Lets searches see all that was written before. */
export async function refresh(connection: Connection): Promise<void> {
  await refreshOnly(connection, [connection.documents, connection.tasks]);
}

export async function refreshOnly({ tell }: Connection, indices: readonly string[]): Promise<void> {
  const { _shards: shards } = await tell((client) => client.indices.refresh({ index: [...indices] }));
  if (shards !== undefined && shards.failed > 0)
    throw new Failure('index-unavailable', `${shards.failed} shards of the index could not be refreshed.`);
}
