import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ingest } from '#ingest/ingest.ts';
import { clock } from './clock.ts';
import { joinedTo, textsOf } from './collection.ts';
import { plainScan } from './floor.ts';
import { readTexts, repaired, type Spent, stages } from './stages.ts';

const megabyte = 1_000_000;
const rounds = 5;
/** What the issue on extraction asks for. */
const targets = { rate: 5, ofPlainScan: 0.25, linearity: 0.8, memory: 300 } as const;

/**
 * The whole path from text to record, single process: `npm run bench extract [MEGABYTES]`, 10 without a number. It runs beside the plain scan of the same
 * texts, bare and after the same repair (damaged numbers are found by no plain expression), in turns; the best of five rounds counts. Then the same letters as one document of 5 MB and as many of 20 KB, and the memory held over
 * 100 MB of documents, in a process of its own. MB are millions of bytes of UTF-8, seconds those of the processor.
 */
export async function benchExtract([given = '10']: readonly string[]): Promise<void> {
  const size = Number(given);
  if (!(size >= 1)) throw new Error(`The size must be a number of megabytes from 1, not ${given}.`);
  const texts = textsOf(size * megabyte);
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  const files = texts.map((text, index) => ({ name: `${index}.txt`, bytes: Buffer.from(text) }));
  say(`${texts.length} documents, ${(bytes / megabyte).toFixed(1)} MB`);

  const scan: number[] = [];
  const scanRepaired: number[] = [];
  const text: Spent[] = [];
  const whole: number[] = [];
  for (let round = 0; round < rounds; round++) {
    scan.push(timed(() => texts.reduce((sum, one) => sum + plainScan(one).length, 0)));
    scanRepaired.push(timed(() => texts.reduce((sum, one) => sum + plainScan(repaired(one)).length, 0)));
    text.push(readTexts(texts));
    const begun = clock();
    for (const file of files) await ingest(file);
    whole.push(clock() - begun);
  }
  const best = text.reduce((one, other) => (other.total < one.total ? other : one));
  const rate = (milliseconds: number, of = bytes) => of / 1000 / milliseconds;
  const line = (what: string, milliseconds: number) =>
    say(
      `${what.padEnd(34)}${rate(milliseconds).toFixed(2).padStart(8)} MB/s ${((texts.length * 1000) / milliseconds).toFixed(0).padStart(7)} documents/s`,
    );
  line('plain scan, one expression', Math.min(...scan));
  line('the same after repair', Math.min(...scanRepaired));
  line('Vankien, text to record', best.total);
  line('Vankien, bytes to record', Math.min(...whole));
  for (const stage of stages)
    say(`  ${stage.padEnd(32)}${((best.stages[stage] * 100) / best.total).toFixed(0).padStart(8)} % of text to record`);
  verdict('text to record, MB/s', rate(best.total), targets.rate);
  verdict('share of the rate of the plain scan', Math.min(...scan) / best.total, targets.ofPlainScan);
  verdict('share of that rate after repair', Math.min(...scanRepaired) / best.total, targets.ofPlainScan);

  verdict('rate of a 5 MB document to 20 KB ones', linearity(), targets.linearity);
  const memory = await memoryOver(100);
  verdict('resident memory over 100 MB, MB', memory, targets.memory, 'most');
}

/** How fast one document of 5 MB is read, to how fast the same letters are in documents of 20 KB. */
function linearity(): number {
  const texts = textsOf(5 * megabyte);
  const long = joinedTo(Number.POSITIVE_INFINITY, texts);
  const short = joinedTo(20_000, texts);
  const times = { long: Number.POSITIVE_INFINITY, short: Number.POSITIVE_INFINITY };
  for (let round = 0; round < rounds; round++) {
    times.long = Math.min(times.long, readTexts(long).total);
    times.short = Math.min(times.short, readTexts(short).total);
  }
  return times.short / times.long;
}

/** Most memory, in MB, that a new process holds while it reads so many megabytes of documents one after another. */
async function memoryOver(megabytes: number): Promise<number> {
  const { stdout } = await promisify(execFile)(process.execPath, [join(import.meta.dirname, 'memory.ts'), String(megabytes)]);
  return Number(stdout);
}

function timed(work: () => unknown): number {
  const begun = clock();
  work();
  return clock() - begun;
}

function verdict(what: string, value: number, target: number, bound: 'least' | 'most' = 'least'): void {
  const kept = bound === 'least' ? value >= target : value <= target;
  say(`${what.padEnd(42)}${value.toFixed(2).padStart(8)}   at ${bound} ${target}: ${kept ? 'yes' : 'NO'}`);
}

function say(words: string): void {
  process.stdout.write(`${words}\n`);
}
