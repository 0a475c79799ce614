import { parentPort, workerData } from 'node:worker_threads';
import type { Query } from '#services/query/query.ts';
import type { DocumentSummary, Store } from '#services/store/port.ts';
import { storeFailure } from '../failures.ts';
import { openSqliteStore } from '../open.ts';
import type { Answer, Opening, Question } from './messages.ts';

// One thread with an open index of its own: answers the questions that it is sent one after the other, in their order.

/** Documents of a walk that are sent together. */
const together = 500;

let opened: Store | null = null;
let walk: AsyncIterator<DocumentSummary> | null = null;
let before: Promise<void> = Promise.resolve();

parentPort?.on('message', (question: Question) => {
  before = before.then(async () => parentPort?.postMessage(await answerTo(question)));
});

async function answerTo(question: Question): Promise<Answer> {
  try {
    opened ??= openSqliteStore(workerData as Opening);
    return { value: await work(opened, question) };
  } catch (thrown) {
    const { code, detail, details } = storeFailure(thrown);
    return { code, detail, details };
  }
}

async function work(store: Store, question: Question): Promise<unknown> {
  if (question.kind === 'ask') {
    const method = store[question.method] as (...given: readonly unknown[]) => Promise<unknown>;
    return await method(...question.given);
  }
  if (question.kind === 'close') await store.close();
  if (question.kind === 'scan') walk = store.scan(question.query as Query)[Symbol.asyncIterator]();
  return question.kind === 'step' && walk !== null ? await step(walk) : null;
}

/** The next documents of the walk; fewer than `together` where it ends. */
async function step(documents: AsyncIterator<DocumentSummary>): Promise<DocumentSummary[]> {
  const taken: DocumentSummary[] = [];
  while (taken.length < together) {
    const next = await documents.next();
    if (next.done === true) break;
    taken.push(next.value);
  }
  return taken;
}
