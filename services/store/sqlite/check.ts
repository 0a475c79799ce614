import type { Connection } from './connection.ts';
import { storeFailure } from './failures.ts';
import { unpackRecord } from './record.ts';

/** Questions whose answer must be 0, with the sentence for any other. */
const parity: readonly (readonly [string, (count: number) => string])[] = [
  [
    'SELECT count(*) AS count FROM document WHERE row NOT IN (SELECT row FROM content)',
    (count) => `${count} documents are listed without their record.`,
  ],
  [
    'SELECT count(*) AS count FROM document WHERE row NOT IN (SELECT id FROM word_index_docsize)',
    (count) => `${count} documents are missing from the word index.`,
  ],
  [
    'SELECT count(*) AS count FROM word_index_docsize WHERE id NOT IN (SELECT row FROM document)',
    (count) => `${count} entries of the word index belong to no document.`,
  ],
  [
    'SELECT count(*) AS count FROM document d WHERE d.tasks <> (SELECT count(*) FROM task t WHERE t.document = d.row)',
    (count) => `${count} documents have other tasks listed than their record counts.`,
  ],
];

/** Looks through every page and record, the word index against itself, and the tables against each other; one sentence a fault. */
export function check({ database }: Connection): string[] {
  const faults: string[] = [];
  const attempt = (what: string, look: () => void) => {
    try {
      look();
    } catch (thrown) {
      faults.push(`${what} cannot be checked: ${storeFailure(thrown).detail}`);
    }
  };
  attempt('The file', () => {
    for (const row of database.prepare('PRAGMA integrity_check(20)').all()) {
      const said = String(row.integrity_check);
      if (said !== 'ok') faults.push(`SQLite finds: ${said.replaceAll('\n', ' ')}.`);
    }
  });
  attempt('The references between tables', () => {
    const broken = database.prepare('PRAGMA foreign_key_check').all().length;
    if (broken > 0) faults.push(`${broken} rows belong to no document.`);
  });
  attempt('The records', () => {
    for (const row of database.prepare('SELECT d.id, c.record FROM document d JOIN content c ON c.row = d.row').iterate()) {
      attempt(`The record of ${row.id}`, () => void unpackRecord(row.record as Uint8Array));
    }
  });
  for (const [sql, sentence] of parity) {
    attempt('The tables', () => {
      const count = Number(database.prepare(sql).get()?.count);
      if (count !== 0) faults.push(sentence(count));
    });
  }
  return faults;
}
