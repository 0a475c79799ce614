import { asFailure } from '#ingest/model/failure.ts';

/** Runs `work`; whatever it throws is thrown as a Failure. */
export async function failing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    throw asFailure(thrown);
  }
}
