import { relations } from '#ingest/model/relation.ts';
import type { StoreStats } from '#services/store/port.ts';
import type { Connection } from './connection.ts';

export function stats(connection: Connection): StoreStats {
  const sums = connection
    .statement(
      'SELECT count(*) AS documents, total(citations) AS citations, total(tasks) AS tasks, total(findings) AS findings FROM document',
    )
    .get();
  const number = (name: string) => Number(sums?.[name] ?? 0);
  const types = connection.statement(
    'SELECT type, count(*) AS count FROM document WHERE type IS NOT NULL GROUP BY type ORDER BY count(*) DESC, type',
  );
  const pairs = connection.statement(`SELECT ${relations.map((name) => `total(${name}) AS ${name}`).join(', ')} FROM stating`).get();
  const byRelation = relations.map((relation) => ({ relation, count: Number(pairs?.[relation] ?? 0) })).filter(({ count }) => count > 0);
  return {
    documents: number('documents'),
    citations: number('citations'),
    relations: byRelation.reduce((sum, { count }) => sum + count, 0),
    tasks: number('tasks'),
    findings: number('findings'),
    byType: types.all().map((row) => ({ value: String(row.type), count: Number(row.count) })),
    byRelation: byRelation.sort((a, b) => b.count - a.count || (a.relation < b.relation ? -1 : 1)),
  };
}
