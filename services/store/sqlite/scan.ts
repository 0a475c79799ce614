import type { Query } from '#services/query/query.ts';
import type { DocumentSummary } from '#services/store/port.ts';
import { connect, type SqliteOptions } from './connection.ts';
import { storeFailure } from './failures.ts';
import { summaryColumns, summaryOf } from './record.ts';
import { matching } from './search.ts';

/** How many documents are read at a time: other work gets its turn in between. */
const step = 500;

/**
 * Every document that matches, by id, as they were at the first step: read on a connection of its own within one transaction, so that what is
 * written meanwhile is not seen.
 */
export async function* scan({ file }: Pick<SqliteOptions, 'file'>, query: Query): AsyncGenerator<DocumentSummary> {
  const connection = connect({ file, mode: 'read' });
  try {
    connection.database.exec('BEGIN');
    const { tables, where, values } = matching(connection, query);
    const statement = connection.statement(
      `SELECT ${summaryColumns} FROM ${tables} ${where === '' ? 'WHERE' : `${where} AND`} d.id > :after ORDER BY d.id LIMIT ${step}`,
    );
    for (let after = ''; ; ) {
      const rows = statement.all({ ...values, after }).map(summaryOf);
      yield* rows;
      const last = rows.at(-1);
      if (last === undefined || rows.length < step) return;
      after = last.id;
    }
  } catch (thrown) {
    throw storeFailure(thrown);
  } finally {
    connection.database.close();
  }
}
