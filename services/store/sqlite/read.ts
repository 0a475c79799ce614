import { unpackBody } from '#services/store/packing.ts';
import type { DocumentBody, DocumentSummary, DocumentVersion, Held, StoredDocument } from '#services/store/port.ts';
import type { Connection } from './connection.ts';
import { recordOf, summaryColumns, summaryOf } from './record.ts';

/** The whole document under this id. */
export function get(connection: Connection, id: string): StoredDocument | null {
  const row = connection
    .statement(
      'SELECT d.revision, d.source, d.versions, c.record, c.claims, c.tasks FROM document d JOIN content c ON c.row = d.row WHERE d.id = ?',
    )
    .get(id);
  if (row === undefined) return null;
  return {
    id,
    revision: Number(row.revision),
    source: String(row.source),
    versions: JSON.parse(String(row.versions)) as DocumentVersion[],
    record: recordOf(row),
  };
}

/** What is held after the id `after`, in order of id. */
export function list(connection: Connection, after: string | null, limit: number): Held[] {
  const rows = connection
    .statement('SELECT id, revision, hash, pipeline FROM document WHERE id > ? ORDER BY id LIMIT ?')
    .all(after ?? '', limit);
  return rows.map((row) => ({
    id: String(row.id),
    revision: Number(row.revision),
    hash: String(row.hash),
    pipeline: String(row.pipeline),
  }));
}

export function summaries(connection: Connection, ids: readonly string[]): DocumentSummary[] {
  return connection
    .statement(`SELECT ${summaryColumns} FROM document d WHERE d.id IN (SELECT value FROM json_each(?))`)
    .all(JSON.stringify(ids))
    .map(summaryOf);
}

export function bodies(connection: Connection, ids: readonly string[]): DocumentBody[] {
  return connection
    .statement('SELECT d.id, c.record FROM document d JOIN content c ON c.row = d.row WHERE d.id IN (SELECT value FROM json_each(?))')
    .all(JSON.stringify(ids))
    .map(({ id, record }) => ({ id: String(id), body: unpackBody(record as Uint8Array) }));
}
