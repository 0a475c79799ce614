import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { openLibrary } from '#services/compose.ts';
import type { Library } from '#services/library/library.ts';
import type { ElasticsearchOptions } from '#services/store/elasticsearch/options.ts';
import { startServer } from '../elasticsearch/server.ts';
import { generate } from '../generate/generate.ts';
import { type Random, randomOf } from '../generate/random.ts';
import { filesFrom } from './files.ts';
import { missingOf, type Rates, type Seen, startLoad, type Written } from './load.ts';
import type { Told } from './rebuilder.ts';
import { optionsFor } from './server.ts';
import { verdict } from './table.ts';

const engines = ['sqlite', 'elasticsearch'] as const;
type Engine = (typeof engines)[number];

/** What comes late is still there, in milliseconds. */
const patience = 60_000;
/** The load goes on for so long before and after a rebuild, in milliseconds. */
const around = 3000;

/**
 * Rebuilds a collection in another process while this one searches and writes, then again with that process killed (SIGKILL) half-way and a next one
 * that goes on. No search may fail, and nothing that was written may be missing after the changing over.
 */
export async function soakRebuild(args: readonly string[]): Promise<boolean> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      documents: { type: 'string', default: '5000' },
      engine: { type: 'string', default: 'both' },
      searches: { type: 'string', default: '50' },
      writes: { type: 'string', default: '5' },
    },
  });
  const documents = Number(values.documents);
  const rates = { searches: Number(values.searches), writes: Number(values.writes) };
  const chosen = values.engine === 'both' ? engines : engines.filter((engine) => engine === values.engine);
  if (chosen.length === 0) throw new Error(`--engine is sqlite, elasticsearch or both, not ${values.engine}.`);
  let kept = true;
  for (const engine of chosen) {
    process.stdout.write(`${engine}: ${documents} documents, ${rates.searches} searches and ${rates.writes} writes a second\n`);
    kept = (await soakEngine(engine, documents, rates)) && kept;
  }
  return kept;
}

async function soakEngine(engine: Engine, documents: number, rates: Rates): Promise<boolean> {
  const data = await mkdtemp(join(tmpdir(), 'vankien-soak-'));
  const server = engine === 'sqlite' ? null : await startServer({ heap: '512m' });
  try {
    const elasticsearch = server === null ? null : optionsFor(server);
    const library = await openLibrary({ data, mode: 'write', elasticsearch, processesAfter: 0 });
    try {
      const known = await fill(library, documents);
      const rebuild = { library, data, elasticsearch, rates, known, random: randomOf(1) };
      const first = await soakOnce({ ...rebuild, seed: documents + 1, killed: false });
      const second = await soakOnce({ ...rebuild, seed: 2 * documents + 100_000, killed: true });
      return first && second;
    } finally {
      await library.close();
    }
  } finally {
    await server?.close();
    await rm(data, { recursive: true, force: true });
  }
}

async function fill(library: Library, documents: number): Promise<Written[]> {
  const known: Written[] = [];
  let seed = 1;
  for await (const { outcome, document } of library.add(filesFrom(1, documents))) {
    const { number } = generate(seed++).truth.document;
    if (outcome !== 'added' || document === null) throw new Error(`A document was not added but ${outcome}.`);
    known.push({ id: document, number, searchable: true });
  }
  return known;
}

interface Rebuild {
  readonly library: Library;
  readonly data: string;
  readonly elasticsearch: ElasticsearchOptions | null;
  readonly rates: Rates;
  readonly known: readonly Written[];
  readonly random: Random;
  readonly seed: number;
  /** Whether a first process is killed when half is done. */
  readonly killed: boolean;
}

async function soakOnce(rebuild: Rebuild): Promise<boolean> {
  const { library, data, elasticsearch, rates, known, random, seed, killed } = rebuild;
  const before = (await library.stats()).documents;
  const load = startLoad(library, rates, known, seed, random);
  await sleep(around);
  const broken = killed ? await runRebuilder(data, elasticsearch, 0.5) : null;
  const run = await runRebuilder(data, elasticsearch, null);
  await sleep(around);
  const seen = await load.stop();
  const missing = await missingOf(library, seen.written, patience);
  const after = (await library.stats()).documents;
  const report = await library.doctor();
  const sorted = seen.times.toSorted((a, b) => a - b);
  const at = (part: number) => `${sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))]?.toFixed(0)} ms`;
  const took =
    broken === null
      ? seconds(run.milliseconds)
      : `${seconds(broken.milliseconds)} (killed at ${broken.last} of ${broken.total}) and ${seconds(run.milliseconds)}`;
  process.stdout.write(
    `rebuild${killed ? ', killed half-way and run again' : ''}: ${took} s; ${told(seen)}; a search took ${at(0.5)}, p99 ${at(0.99)}, at most ${at(1)}\n`,
  );
  return [
    verdict(
      'the rebuild ends well',
      `exit code ${run.code}, ${run.result?.documents} documents, ${run.result?.failures} failures${run.errors}`,
      run.code === 0 && run.result?.failures === 0,
    ),
    ...(broken === null
      ? []
      : [
          verdict(
            'the next run goes on where it stopped',
            `${run.put} of ${run.total} documents put in`,
            broken.signal === 'SIGKILL' && run.put < run.total,
          ),
        ]),
    verdict('failed searches', few(seen.failed), seen.failed.length === 0),
    verdict('searches without the document of that number', few(seen.wrong), seen.wrong.length === 0),
    verdict('writes refused', few(seen.notWritten), seen.notWritten.length === 0),
    verdict(
      'writes missing after the changing over',
      `${few(missing.map(({ number, id }) => number ?? id))} of ${seen.written.length}`,
      missing.length === 0,
    ),
    verdict('documents in all', `${after}`, after === before + seen.written.length),
    verdict(
      'the doctor finds nothing to mend',
      report.healthy ? `${report.mended.length} mended` : few(report.faults.map(({ message }) => message)),
      report.healthy && report.mended.length === 0,
    ),
  ].every(Boolean);
}

function told({ searches, written, milliseconds }: Seen): string {
  const rate = (count: number) => ((count * 1000) / milliseconds).toFixed(1);
  const later = written.filter(({ searchable }) => !searchable).length;
  return `${searches} searches (${rate(searches)}/s), ${written.length} writes (${rate(written.length)}/s, ${later} not searchable at once)`;
}

interface Rebuilt {
  readonly code: number | null;
  readonly signal: string | null;
  readonly milliseconds: number;
  readonly last: number;
  readonly total: number;
  /** Documents that this run itself put in, of those that were there at its beginning. */
  readonly put: number;
  readonly result: { readonly documents: number; readonly failures: number } | null;
  readonly errors: string;
}

/** Runs a rebuild in a process of its own; kills it when this part of it is done. */
async function runRebuilder(data: string, elasticsearch: ElasticsearchOptions | null, killAt: number | null): Promise<Rebuilt> {
  const begun = performance.now();
  const child = spawn(process.execPath, [join(import.meta.dirname, 'rebuilder.ts'), data, JSON.stringify(elasticsearch)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let errors = '';
  child.stderr.on('data', (piece) => {
    errors += piece;
  });
  const exit = once(child, 'exit');
  const steps: { done: number; total: number }[] = [];
  let result: Rebuilt['result'] = null;
  for await (const line of createInterface({ input: child.stdout })) {
    const step = JSON.parse(line) as Told;
    if ('documents' in step) result = step;
    else {
      steps.push(step);
      if (killAt !== null && step.done >= step.total * killAt) child.kill('SIGKILL');
    }
  }
  const [code, signal] = (await exit) as [number | null, string | null];
  const [first, last] = [steps[0], steps.at(-1)];
  // The first step tells of its own documents and of those that were there.
  const each = (steps[1]?.done ?? 0) - (first?.done ?? 0);
  return {
    code,
    signal,
    milliseconds: performance.now() - begun,
    last: last?.done ?? 0,
    total: last?.total ?? 0,
    put: (last?.done ?? 0) - (first?.done ?? 0) + each,
    result,
    errors: errors === '' ? '' : `: ${errors.trim().split('\n').slice(-3).join(' ')}`,
  };
}

function few(all: readonly string[]): string {
  return all.length === 0 ? '0' : `${all.length} (${[...new Set(all)].slice(0, 3).join('; ')})`;
}

const seconds = (milliseconds: number) => (milliseconds / 1000).toFixed(1);
