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
  // The rows of the documents are not there.
  connection.database.exec('PRAGMA foreign_keys = OFF');
  const known = nothingKnown();
  let row = 0;
  return {
    put(documents) {
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
