import { execFile } from 'node:child_process';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parseQuery } from '#services/query/parse.ts';
import type { Query } from '#services/query/query.ts';
import type { Store } from '#services/store/port.ts';
import type { Asked } from './queries.ts';

const page = { from: 0, size: 10 };

/** A request as the adapter sent it. */
export interface Sent {
  readonly path: string;
  readonly body: string;
}

/** A question with the one request that the adapter makes of it. */
export interface Compiled {
  readonly asked: Asked;
  readonly query: Query;
  readonly sent: Sent;
  readonly total: number;
}

/** Asks each question once and notes what goes over the wire: curl is then given the very same. */
export async function compile(store: Store, questions: readonly Asked[]): Promise<Compiled[]> {
  const compiled: Compiled[] = [];
  for (const asked of questions) {
    const query = parseQuery(asked.words, asked.filters);
    const sent: Sent[] = [];
    // The channel of undici, with which the client sends.
    const note = (message: unknown) => {
      const { request } = message as { request: { path: string; body: unknown } };
      if (request.path.includes('/_search')) sent.push({ path: request.path, body: String(request.body) });
    };
    subscribe('undici:request:create', note);
    const { total } = await store.search(query, page).finally(() => unsubscribe('undici:request:create', note));
    const [only, ...others] = sent;
    if (only === undefined || others.length > 0) throw new Error(`${asked.words}: ${sent.length} requests instead of one`);
    compiled.push({ asked, query, sent: only, total });
  }
  return compiled;
}

/** Milliseconds of each question through the adapter, in the given order. */
export async function throughStore(store: Store, questions: readonly Compiled[]): Promise<number[]> {
  const times: number[] = [];
  for (const { query } of questions) {
    const begun = performance.now();
    await store.search(query, page);
    times.push(performance.now() - begun);
  }
  return times;
}

/**
 * Milliseconds of each question by curl, in the given order: one curl for all of them, over one connection that it keeps, so that neither its start
 * nor the connecting counts. `time_total` is from the beginning of each transfer to its last byte.
 */
export async function throughCurl(url: string, folder: string, questions: readonly Compiled[]): Promise<number[]> {
  const sections: string[] = [];
  for (const [at, { sent }] of questions.entries()) {
    const file = join(folder, `body-${at}.json`);
    await writeFile(file, sent.body);
    sections.push(
      [
        `url = ${JSON.stringify(new URL(sent.path, url).href)}`,
        'header = "Content-Type: application/vnd.elasticsearch+json; compatible-with=9"',
        'header = "Accept: application/vnd.elasticsearch+json; compatible-with=9"',
        // Without asking first whether a body may come.
        'header = "Expect:"',
        `data-binary = ${JSON.stringify(`@${file}`)}`,
        `output = ${JSON.stringify(join(folder, 'answer.json'))}`,
        'write-out = "%{http_code} %{num_connects} %{time_total}\\n"',
      ].join('\n'),
    );
  }
  const config = join(folder, 'curl.config');
  // The first is asked once more before all others: it pays for the connection.
  await writeFile(config, [sections[0]!, ...sections].join('\nnext\n'));
  const { stdout } = await promisify(execFile)('curl', ['--silent', '--show-error', '--config', config]);
  const [, ...lines] = stdout.trim().split('\n');
  return lines.map((line) => {
    const [status, connects, seconds] = line.split(' ').map(Number);
    if (status !== 200 || connects !== 0 || seconds === undefined) throw new Error(`curl: status ${status}, ${connects} new connections`);
    return seconds * 1000;
  });
}
