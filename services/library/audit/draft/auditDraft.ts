import { asFailure } from '#ingest/model/failure.ts';
import type { DocumentRecord } from '#ingest/model/record.ts';
import type { Store } from '#services/store/port.ts';
import type { Parts } from '../../collection.ts';
import type { IncomingFile } from '../../library.ts';
import { load } from '../../prepare.ts';
import type { DraftReport } from '../../shapes.ts';
import { reportOn } from './report.ts';

/**
 * How a draft stands to the collection. The file is read as one that is taken in, and nothing of it is stored.
 *
 * @throws Failure where the file is not one that could be taken in, as `add` tells of such.
 */
export async function auditDraft(
  reading: <T>(work: (index: Store) => Promise<T>) => Promise<T>,
  { extract, maxFileBytes }: Pick<Parts, 'extract' | 'maxFileBytes'>,
  file: IncomingFile,
): Promise<DraftReport> {
  const loaded = await load({ maxFileBytes }, file);
  if (loaded.failure !== undefined) throw loaded.failure;
  let record: DocumentRecord;
  try {
    record = await extract({ name: loaded.name, bytes: loaded.bytes });
  } catch (thrown) {
    throw asFailure(thrown, 'extraction-failed');
  }
  return await reading((index) => reportOn(index, record));
}
