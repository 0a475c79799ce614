import { Failure } from '#ingest/model/failure.ts';
import type { Collection } from './collection.ts';

/**
 * Lets the index that answered before the last rebuild answer again, and brings it level with the ledger. The other one is kept in its place.
 *
 * @throws Failure `not-found` where no earlier index is kept.
 */
export async function goBack({ indexes, writers }: Collection): Promise<{ caughtUp: number }> {
  const writing = await writers.enter();
  let outcome: 'done' | 'failed' = 'failed';
  try {
    if (!(await indexes.has('previous'))) throw new Failure('not-found', 'No earlier index is kept.');
    const before = writing.caughtUp;
    await writing.alone(async () => {
      await writing.changeOver(() => indexes.goBack(), 'behind');
      await writing.level();
    });
    outcome = 'done';
    return { caughtUp: writing.caughtUp - before };
  } finally {
    await writers.leave(outcome);
  }
}
