import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { findFiles } from '#services/cli/files.ts';
import { openLibrary } from '#services/compose.ts';
import { generate } from '../generate/generate.ts';
import type { GeneratedDocument } from '../generate/truth.ts';

const batch = 128;
const rounds = 3;

/**
 * Documents a second from file to searchable, through the whole library, against bare inserts of the same texts into FTS5 with the same
 * durability (WAL, synchronous=FULL): one with a transaction for each document, so that each is on disk before the next begins, and one
 * with a transaction for as many as the library takes together. All run in turns in this process, on new files each time; the middle of three counts.
 */
export async function benchIngest([given = '1000']: readonly string[]): Promise<void> {
  const count = Number(given);
  if (!Number.isInteger(count) || count < batch)
    throw new Error(`The number of documents must be a whole number from ${batch}, not ${given}.`);
  const folder = await mkdtemp(join(tmpdir(), 'vankien-bench-'));
  try {
    const documents = Array.from({ length: count }, (_, index) => generate(index + 1));
    const sources = join(folder, 'sources');
    await mkdir(sources);
    for (const { name, text } of documents) await writeFile(join(sources, name), text);
    const bytes = documents.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
    process.stdout.write(`${count} documents, ${Math.round(bytes / count)} bytes each on average, batches of ${batch}\n`);
    // The first pass warms up all alike and is not counted.
    const measures: { single: Measure; batched: Measure; whole: Measure }[] = [];
    for (let round = 0; round <= rounds; round++) {
      const some = round === 0 ? documents.slice(0, batch * 4) : documents;
      const single = await measure(some.length, () => insertBare(join(folder, `single-${round}.sqlite`), some, 1));
      const batched = await measure(some.length, () => insertBare(join(folder, `batched-${round}.sqlite`), some, batch));
      const whole = await measure(some.length, () => ingestWhole(join(folder, `data-${round}`), sources, some));
      if (round > 0) measures.push({ single, batched, whole });
    }
    const single = middle(measures.map((round) => round.single));
    const batched = middle(measures.map((round) => round.batched));
    const whole = middle(measures.map((round) => round.whole));
    const ratio = (yardstick: Measure) => (whole.perSecond / yardstick.perSecond).toFixed(2);
    process.stdout.write(`bare FTS5 insert, a transaction for each document   ${told(single)}\n`);
    process.stdout.write(`bare FTS5 insert, a transaction for ${batch} documents   ${told(batched)}\n`);
    process.stdout.write(`Vankien, file to searchable                         ${told(whole)}\n`);
    process.stdout.write(`ratio to one transaction for each document          ${ratio(single)}\n`);
    process.stdout.write(`ratio to the same batches                           ${ratio(batched)}\n`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Inserts with `together` documents in one transaction. */
async function insertBare(file: string, documents: readonly GeneratedDocument[], together: number): Promise<void> {
  const database = new DatabaseSync(file);
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE VIRTUAL TABLE texts USING fts5 (name, text)');
  const insert = database.prepare('INSERT INTO texts (name, text) VALUES (?, ?)');
  for (let from = 0; from < documents.length; from += together) {
    database.exec('BEGIN IMMEDIATE');
    for (const { name, text } of documents.slice(from, from + together)) insert.run(name, text);
    database.exec('COMMIT');
  }
  database.close();
}

async function ingestWhole(data: string, sources: string, documents: readonly GeneratedDocument[]): Promise<void> {
  const paths = documents.map(({ name }) => join(sources, name));
  const { files } = await findFiles(paths, 1024 * 1024);
  const library = await openLibrary({ data, mode: 'write' });
  try {
    for await (const { outcome, name, failure } of library.add(files)) {
      if (outcome !== 'added') throw new Error(`${name} was not added: ${outcome} ${failure?.message ?? ''}`);
    }
  } finally {
    await library.close();
  }
}

interface Measure {
  readonly perSecond: number;
  /** Processor time of all threads for one document, in milliseconds: the same on a busy machine. */
  readonly processor: number;
}

async function measure(count: number, work: () => Promise<void>): Promise<Measure> {
  const before = process.cpuUsage();
  const begun = performance.now();
  await work();
  const elapsed = performance.now() - begun;
  const { user, system } = process.cpuUsage(before);
  return { perSecond: (count * 1000) / elapsed, processor: (user + system) / 1000 / count };
}

function middle(measures: readonly Measure[]): Measure {
  return measures.toSorted((a, b) => a.perSecond - b.perSecond)[Math.floor(measures.length / 2)]!;
}

function told({ perSecond, processor }: Measure): string {
  return `${perSecond.toFixed(0).padStart(6)} documents/s, ${processor.toFixed(2)} ms of processor time each`;
}
