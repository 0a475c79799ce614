import { parentPort } from 'node:worker_threads';
import { ingest } from '#ingest/ingest.ts';
import { asFailure } from '#ingest/model/failure.ts';
import type { SourceFile } from '#ingest/model/source.ts';
import type { Answer } from './pool.ts';

// One thread of the pool: reads the file that it is sent, answers, waits for the next.
parentPort?.on('message', async (file: SourceFile) => {
  let answer: Answer;
  try {
    answer = { record: JSON.stringify(await ingest(file)) };
  } catch (thrown) {
    const { code, detail } = asFailure(thrown, 'extraction-failed');
    answer = { code, detail };
  }
  parentPort?.postMessage(answer);
});
