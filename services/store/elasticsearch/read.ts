import { errors } from '@elastic/elasticsearch';
import type { DocumentVersion, Held, StoredDocument } from '#services/store/port.ts';
import { askWhole } from './answers.ts';
import type { Connection } from './connection.ts';
import { packets, recordOf } from './record.ts';

/** The whole document under this id, as it was put last, whether searches see it yet or not. */
export async function get(connection: Connection, id: string): Promise<StoredDocument | null> {
  if (!canBeId(id)) return null;
  const wanted = {
    index: connection.documents,
    id,
    stored_fields: [...packets],
    _source_includes: ['revision', 'source', 'versions'],
  };
  const answer = await connection.ask((client) => client.get(wanted).catch(unlessUnknown));
  if (answer === null) return null;
  const { revision, source, versions } = answer._source as { revision: number; source: string; versions: DocumentVersion[] };
  return { id, revision, source, versions, record: recordOf(answer) };
}

/** Whether Elasticsearch could hold a document of this id, and the address of one can be written; an empty id would be the address of something else. */
const canBeId = (id: string) => id !== '' && Buffer.byteLength(id) <= 512 && id.isWellFormed();

/** Null for the answer that there is no such document; a missing index is told by the same status, and stays an error. */
function unlessUnknown(thrown: unknown): null {
  if (thrown instanceof errors.ResponseError && (thrown.body as { found?: unknown } | null)?.found === false) return null;
  throw thrown;
}

/** What is held after the id `after`, in order of id. */
export async function list(connection: Connection, after: string | null, limit: number): Promise<Held[]> {
  const answer = await askWhole(connection, {
    index: connection.documents,
    size: limit,
    sort: ['id'],
    track_total_hits: false,
    _source: ['id', 'revision', 'hash', 'pipeline'],
    ...(after === null ? {} : { search_after: [after] }),
  });
  return answer.hits.hits.map((hit) => {
    const { id, revision, hash, pipeline } = hit._source as Held;
    return { id, revision, hash, pipeline };
  });
}
