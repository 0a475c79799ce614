import type { Query } from '#services/query/query.ts';
import type { DocumentSummary } from '#services/store/port.ts';
import { connect, type SqliteOptions } from '../connection.ts';
import { storeFailure } from '../failures.ts';
import { openWordIndex } from '../postings/openIndex.ts';
import { summaryColumns, summaryOf } from '../record.ts';
import { beginEvaluation, matching } from './matching.ts';

/**
 * Every document that matches, by id, as they were at the first step: read on a connection of its own within one transaction, so that what is written
 * meanwhile is not seen. It is not bound by a time.
 */
export async function* scan({ file }: Pick<SqliteOptions, 'file'>, query: Query): AsyncGenerator<DocumentSummary> {
  const connection = connect({ file, mode: 'read' });
  try {
    connection.database.exec('BEGIN');
    const view = openWordIndex(connection).view();
    const { ids } = view.columns;
    const found = Array.from(matching(beginEvaluation(view, { over: () => false }), query), (row) => ({ row, id: ids[row] ?? '' }));
    const statement = connection.statement(`SELECT ${summaryColumns} FROM document d WHERE d.row = ?`);
    for (const { row } of found.sort((a, b) => (a.id < b.id ? -1 : 1))) {
      const document = statement.get(row);
      if (document !== undefined) yield summaryOf(document);
    }
  } catch (thrown) {
    throw storeFailure(thrown);
  } finally {
    connection.database.close();
  }
}
