import { parentPort } from 'node:worker_threads';
import { ingest } from '#ingest/ingest.ts';
import { asFailure } from '#ingest/model/failure.ts';
import type { SourceFile } from '#ingest/model/source.ts';
import type { Answer } from './pool.ts';

// One thread of the pool: reads the files that it is sent one after the other and answers in their order.
let before: Promise<void> = Promise.resolve();

parentPort?.on('message', (file: SourceFile) => {
  before = before.then(async () => parentPort?.postMessage(await answerTo(file)));
});

async function answerTo(file: SourceFile): Promise<Answer> {
  try {
    return { record: JSON.stringify(await ingest(file)) };
  } catch (thrown) {
    const { code, detail } = asFailure(thrown, 'extraction-failed');
    return { code, detail };
  }
}
