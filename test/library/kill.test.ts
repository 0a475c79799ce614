import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findFiles } from '#services/cli/files.ts';
import type { Graph } from '#services/library/shapes.ts';
import { documentOf, randomFrom } from '../../scripts/bench/documents.ts';
import { engineEnvironment, noEngine } from '../support/engine.ts';
import { add, freshLibrary, graphsAround } from './library.ts';

const documents = 90;
const collections = 5;
const killsEach = 4;
const keys = ['12-CT/TW', '33-KL/TW', '47-QĐ/TW', '19-NQ/TW'];

describe.skipIf(noEngine)('an ingest that is killed at any moment', () => {
  let folder: string;
  let sources: string;
  let undisturbed: Graph[];
  let milliseconds: number;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'vankien-kill-'));
    sources = join(folder, 'sources');
    await mkdir(sources);
    for (let index = 0; index < documents; index++) {
      const { name, text } = documentOf(index);
      await writeFile(join(sources, name), text);
    }
    // How long a whole run takes here and now; the kills fall within that time.
    const begun = performance.now();
    expect(await ingest(join(folder, 'whole'), null)).toEqual({ code: 0, signal: null });
    milliseconds = performance.now() - begun;
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** Runs the command line; kills it after some time, unless that is null or it has ended before. */
  async function ingest(data: string, after: number | null): Promise<{ code: number | null; signal: string | null }> {
    const main = join(import.meta.dirname, '../../services/cli/main.ts');
    const child = spawn(process.execPath, [main, 'ingest', sources, '--data', data], {
      stdio: 'ignore',
      env: { ...process.env, ...engineEnvironment(data) },
    });
    const { promise, resolve } = Promise.withResolvers<{ code: number | null; signal: string | null }>();
    child.on('exit', (code, signal) => resolve({ code, signal }));
    if (after === null) return await promise;
    await Promise.race([sleep(after), promise]);
    child.kill('SIGKILL');
    return await promise;
  }

  test.each(Array.from({ length: collections }, (_, seed) => seed))(
    'leaves nothing wrong and can be completed (collection %i)',
    async (seed) => {
      undisturbed ??= await graphsAround(await freshLibrary(join(folder, 'whole')), keys);
      const random = randomFrom(seed + Date.now());
      const data = join(folder, `killed-${seed}`);
      const moments: number[] = [];
      for (let kill = 0; kill < killsEach; kill++) {
        const moment = Math.round(milliseconds * (0.15 + 0.85 * random()));
        moments.push(moment);
        await ingest(data, moment);
      }
      const library = await freshLibrary(data);
      const report = await library.doctor();
      expect(report.faults, `killed after ${moments.join(', ')} ms`).toEqual([]);
      const { files } = await findFiles([sources], 1024 * 1024);
      const outcomes = await add(library, ...files);
      expect(outcomes.filter(({ outcome }) => outcome !== 'known' && outcome !== 'added')).toEqual([]);
      expect(await library.doctor()).toMatchObject({ healthy: true, documents });
      expect(await graphsAround(library, keys), `killed after ${moments.join(', ')} ms`).toEqual(undisturbed);
    },
  );
});
