import type { IndexFault } from '#services/store/port.ts';
import { type Connection, reading } from './connection.ts';
import { storeFailure } from './failures.ts';
import { beginGraphCheck } from './graph/check.ts';
import { checkWords } from './postings/check.ts';
import { recordOf } from './record.ts';

/** Questions that must give no document, with the sentence for any. */
const parity: readonly (readonly [string, (count: number) => string])[] = [
  ['SELECT id FROM document WHERE row NOT IN (SELECT row FROM content)', (count) => `${count} documents are listed without their record.`],
  [
    'SELECT d.id FROM document d WHERE d.tasks <> (SELECT count(*) FROM task t WHERE t.document = d.row)',
    (count) => `${count} documents have other tasks listed than their record counts.`,
  ],
];

/** Looks through every page and record, the word index against itself, and the tables against each other. */
export function check(connection: Connection): IndexFault[] {
  const { database } = connection;
  const faults: IndexFault[] = [];
  const tell = (message: string, documents: readonly string[] = []) => faults.push({ message, documents });
  const attempt = (what: string, documents: readonly string[], look: () => void) => {
    try {
      look();
    } catch (thrown) {
      tell(`${what} cannot be checked: ${storeFailure(thrown).detail}`, documents);
    }
  };
  attempt('The file', [], () => {
    for (const row of database.prepare('PRAGMA integrity_check(20)').all()) {
      const said = String(row.integrity_check);
      if (said !== 'ok') tell(`SQLite finds: ${said.replaceAll('\n', ' ')}.`);
    }
  });
  attempt('The references between tables', [], () => {
    const broken = database.prepare('PRAGMA foreign_key_check').all().length;
    if (broken > 0) tell(`${broken} rows belong to no document.`);
  });
  attempt('The word index', [], () => void faults.push(...checkWords(connection)));
  attempt('The records', [], () => reading(connection, () => checkRecords(connection, tell)));
  for (const [sql, sentence] of parity) {
    attempt('The tables', [], () => {
      const ids = database
        .prepare(sql)
        .all()
        .map(({ id }) => String(id));
      if (ids.length > 0) tell(sentence(ids.length), ids);
    });
  }
  return faults;
}

/** Reads every record, and compares the graph with what they say. */
function checkRecords(connection: Connection, tell: (message: string, documents: readonly string[]) => void): void {
  const graph = beginGraphCheck(connection);
  for (const row of connection.database
    .prepare('SELECT d.row, d.id, c.record, c.claims, c.tasks FROM document d JOIN content c ON c.row = d.row')
    .iterate()) {
    const id = String(row.id);
    try {
      graph.compare(Number(row.row), id, recordOf(row));
    } catch (thrown) {
      tell(`The record of ${id} cannot be checked: ${storeFailure(thrown).detail}`, [id]);
      graph.passOver(Number(row.row));
    }
  }
  for (const { message, documents } of graph.faults()) tell(message, documents);
}
