import type { Relation } from '#ingest/model/relation.ts';
import type { StoreStats } from '#services/store/port.ts';
import type { Connection } from './connection.ts';

export function stats(connection: Connection): StoreStats {
  const sums = connection
    .statement(
      `SELECT count(*) AS documents, total(citations) AS citations, total(tasks) AS tasks, total(findings) AS findings,
      (SELECT count(*) FROM claim WHERE leading = 1) AS relations FROM document`,
    )
    .get();
  const number = (name: string) => Number(sums?.[name] ?? 0);
  const types = connection.statement(
    'SELECT type, count(*) AS count FROM document WHERE type IS NOT NULL GROUP BY type ORDER BY count(*) DESC, type',
  );
  const relations = connection.statement(
    'SELECT relation, count(*) AS count FROM claim WHERE leading = 1 GROUP BY relation ORDER BY count(*) DESC, relation',
  );
  return {
    documents: number('documents'),
    citations: number('citations'),
    relations: number('relations'),
    tasks: number('tasks'),
    findings: number('findings'),
    byType: types.all().map((row) => ({ value: String(row.type), count: Number(row.count) })),
    byRelation: relations.all().map((row) => ({ relation: String(row.relation) as Relation, count: Number(row.count) })),
  };
}
