import { parentPort, workerData } from 'node:worker_threads';
import { openBareFts } from './bareFts.ts';
import type { Question } from './questions.ts';

/** Asks the bare table without a pause for some seconds and tells how many answers there were. */
const { path, questions, seconds, from } = workerData as { path: string; questions: readonly Question[]; seconds: number; from: number };
const bare = openBareFts(path);
const warm = performance.now() + 2000;
for (let at = from; performance.now() < warm; at++) bare.first(questions[at % questions.length]!);
let answered = 0;
const until = performance.now() + seconds * 1000;
for (let at = from; performance.now() < until; at++) {
  bare.first(questions[at % questions.length]!);
  answered += 1;
}
bare.close();
parentPort?.postMessage(answered);
