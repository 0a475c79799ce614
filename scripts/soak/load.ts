import { setTimeout as sleep } from 'node:timers/promises';
import type { Library } from '#services/library/library.ts';
import { generate } from '../generate/generate.ts';
import type { Random } from '../generate/random.ts';
import { fileOf } from './files.ts';

/** A document that was acknowledged, with the number that it bears. */
export interface Written {
  readonly id: string;
  readonly number: string | null;
  readonly searchable: boolean;
}

export interface Seen {
  readonly searches: number;
  /** Answers that lacked the document whose number was asked for. */
  readonly wrong: readonly string[];
  readonly failed: readonly string[];
  /** Milliseconds of each search. */
  readonly times: readonly number[];
  readonly written: readonly Written[];
  readonly notWritten: readonly string[];
  readonly milliseconds: number;
}

export interface Load {
  /** Ends the load, waits for what is under way and tells what was seen. */
  stop(): Promise<Seen>;
}

const words = ['làng nghề', 'chuyen doi so', '"người đứng đầu"', 'kiểm tra giam sat', 'hồ sơ lưu trữ', '"uy ban nhan dan"', 'báo cáo'];

export interface Rates {
  readonly searches: number;
  readonly writes: number;
}

/**
 * Searches and writes at these rates a second, each begun at its time whether those before it are answered or not. Every second search asks for the
 * number of a document that has long been there, which must be among the answers. Documents written are those of the seeds from `seed` on.
 */
export function startLoad(library: Library, rates: Rates, known: readonly Written[], seed: number, random: Random): Load {
  const begun = performance.now();
  const running = new Set<Promise<void>>();
  const seen = {
    wrong: [] as string[],
    failed: [] as string[],
    times: [] as number[],
    written: [] as Written[],
    notWritten: [] as string[],
  };
  let [searches, writes] = [0, 0];

  async function search(): Promise<void> {
    const asked = searches % 2 === 0 ? random.pick(known) : null;
    const from = performance.now();
    try {
      if (asked === null || asked.number === null) await library.search(random.pick(words), {}, { from: 0, size: 5 });
      else if (!(await isFound(library, asked))) seen.wrong.push(asked.number);
      seen.times.push(performance.now() - from);
    } catch (thrown) {
      seen.failed.push(String((thrown as Error).message));
    }
  }

  async function write(next: number): Promise<void> {
    try {
      for await (const { outcome, document, searchable, failure } of library.add([fileOf(next)])) {
        if (outcome !== 'added' || document === null) seen.notWritten.push(`${outcome} ${failure?.message ?? ''}`);
        else seen.written.push({ id: document, number: generate(next).truth.document.number, searchable });
      }
    } catch (thrown) {
      seen.notWritten.push(String((thrown as Error).message));
    }
  }

  const start = (work: Promise<void>) => {
    running.add(work);
    void work.finally(() => running.delete(work));
  };
  const every = (rate: number, work: () => void) => {
    let count = 0;
    return setInterval(() => {
      // A timer that comes late makes up for it.
      for (; count < ((performance.now() - begun) * rate) / 1000; count += 1) work();
    }, 1000 / rate);
  };
  const timers = [
    every(rates.searches, () => {
      start(search());
      searches += 1;
    }),
    every(rates.writes, () => {
      start(write(seed + writes));
      writes += 1;
    }),
  ];
  return {
    async stop() {
      for (const timer of timers) clearInterval(timer);
      const milliseconds = performance.now() - begun;
      await Promise.all(running);
      return { searches, milliseconds, ...seen };
    },
  };
}

/** Whether a search for its number shows the document. */
async function isFound(library: Library, { id, number }: Written): Promise<boolean> {
  if (number === null) return (await library.show(id)).length === 1;
  const size = 50;
  for (let from = 0; ; from += size) {
    const { hits, total } = await library.search(number, {}, { from, size });
    if (hits.some(({ document }) => document.id === id)) return true;
    if (from + size >= total) return false;
  }
}

/** Those that no search for their number shows, after some time to catch up where the library said that it needs it. */
export async function missingOf(library: Library, written: readonly Written[], patience: number): Promise<Written[]> {
  const missing: Written[] = [];
  const until = performance.now() + patience;
  for (const one of written) {
    let found = await isFound(library, one);
    while (!found && !one.searchable && performance.now() < until) {
      await sleep(500);
      found = await isFound(library, one);
    }
    if (!found) missing.push(one);
  }
  return missing;
}
