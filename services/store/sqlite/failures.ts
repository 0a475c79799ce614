import { Failure, type FailureCode } from '#ingest/model/failure.ts';

/** What SQLite's primary result codes mean to the reader (https://www.sqlite.org/rescode.html). */
const meanings: Readonly<Record<number, readonly [FailureCode, string]>> = {
  5: ['collection-busy', 'The index is locked.'],
  6: ['collection-busy', 'The index is locked.'],
  8: ['internal', 'The index was opened for reading only.'],
  10: ['collection-damaged', 'The disk could not be read or written.'],
  11: ['collection-damaged', 'The index holds damaged pages.'],
  13: ['internal', 'The disk is full.'],
  14: ['no-collection', 'The index cannot be opened.'],
  26: ['collection-damaged', 'The index file is not a database.'],
};

/** Anything that SQLite or its binding throws, as a Failure. */
export function storeFailure(thrown: unknown): Failure {
  if (thrown instanceof Failure) return thrown;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  const number = (thrown as { errcode?: unknown } | null)?.errcode;
  if (/^no such (?:table|column)|has no column/u.test(message)) {
    return new Failure('collection-damaged', `The index lacks what it should have (SQLite: ${message}).`, { cause: thrown });
  }
  const meaning = typeof number === 'number' ? meanings[number & 0xff] : undefined;
  if (meaning === undefined) return new Failure('internal', `The index failed: ${message}.`, { cause: thrown });
  return new Failure(meaning[0], `${meaning[1]} (SQLite: ${message}.)`, { cause: thrown });
}
