import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestProject } from 'vitest/node';
import { whatIsWrong } from '../../../scripts/elasticsearch/health.ts';
import { startServer } from '../../../scripts/elasticsearch/server.ts';
import { type Choice, chooseServer } from './choose.ts';
import { dockerAnswers, startContainer } from './docker.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where a test file asks for the run's server. See test/support/elasticsearch.ts. */
    elasticsearch: string;
  }
}

/**
 * Opens a small counter where test files ask for the run's one Elasticsearch. The first to ask has it started: a run of
 * other tests does not pay for it.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  let choice: Promise<Choice> | null = null;
  const counter = createServer(async (_request, response) => {
    choice ??= choose();
    const { answer } = await choice;
    response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
  });
  counter.listen(0, '127.0.0.1');
  await once(counter, 'listening');
  counter.unref();
  project.provide('elasticsearch', `http://127.0.0.1:${(counter.address() as AddressInfo).port}`);
  return async () => {
    counter.close();
    await (await choice)?.started?.close();
  };
}

async function choose(): Promise<Choice> {
  try {
    const startZip = () => startServer({ quick: true });
    const choice = await chooseServer({ env: process.env, whatIsWrong, dockerAnswers, startContainer, startZip });
    if ('skip' in choice.answer) process.stderr.write(`Tests of Elasticsearch are skipped: ${choice.answer.skip}\n`);
    return choice;
  } catch (error) {
    return { answer: { failure: (error as Error).message }, started: null };
  }
}
