import { entryWords } from '#services/store/index-entry.ts';
import type { StoredDocument } from '#services/store/port.ts';
import { connect, transaction } from '#services/store/sqlite/connection.ts';
import { beginWords, nothingKnown } from '#services/store/sqlite/postings/write.ts';

/** The word index of the embedded store without the records, claims and tasks that lie beside it: what a bare full-text table is to be compared with. */
export interface WordsAlone {
  /** Milliseconds that it took, in one transaction. */
  put(documents: readonly StoredDocument[]): number;
  close(): void;
}

export function openWords(path: string): WordsAlone {
  const connection = connect({ file: path, mode: 'create' });
  // Of the documents there is no more than that they are live, so that segments are merged as they are beside whole ones.
  const live = connection.statement(
    "INSERT INTO document (row, id, revision, source, versions, hash, pipeline, name, identity, citations, tasks, findings) VALUES (?, ?, 1, '', '', '', '', '', '', 0, 0, 0)",
  );
  const known = nothingKnown();
  let row = 0;
  return {
    put(documents) {
      transaction(connection, () => {
        for (const [at, { id }] of documents.entries()) live.run(row + at + 1, id);
      });
      const begun = performance.now();
      transaction(connection, () => {
        const index = beginWords(connection, known);
        for (const document of documents) index.add(++row, document, entryWords(document.record));
        index.end();
      });
      return performance.now() - begun;
    },
    close() {
      connection.database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
      connection.database.close();
    },
  };
}
