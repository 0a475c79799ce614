import { setImmediate as turn } from 'node:timers/promises';
import { ingest } from '#ingest/ingest.ts';
import { asFailure } from '#ingest/model/failure.ts';
import type { SourceFile } from '#ingest/model/source.ts';
import type { Answer } from './pool.ts';

// One process of the pool: reads the files that it is sent one after the other and answers in their order.
let before: Promise<void> = Promise.resolve();

process.on('message', (file: SourceFile) => {
  before = before.then(async () => {
    process.send?.(await answerTo(file));
    // Answers leave, and files that are waiting come in: the one that asks may be busy by the time they are needed.
    await turn();
  });
});
// Parsers of damaged files let promises fail that nobody waits for; what was asked for has its answer all the same.
process.on('unhandledRejection', () => undefined);
// Without the one that asks there is nobody to read for.
process.on('disconnect', () => process.exit());
// What ends a whole group of processes (Ctrl-C) leaves it to that one when to end.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);

async function answerTo(file: SourceFile): Promise<Answer> {
  try {
    return { record: Buffer.from(JSON.stringify(await ingest(file))) };
  } catch (thrown) {
    const { code, detail } = asFailure(thrown, 'extraction-failed');
    return { code, detail };
  }
}
