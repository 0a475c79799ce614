import { availableParallelism } from 'node:os';
import { openPool } from '#services/extraction/pool.ts';
import type { StoredDocument } from '#services/store/port.ts';
import { generate } from '../../generate/generate.ts';

const maxMegabytes = 1024;
const patience = 120_000;
const accepted = '2025-01-01T00:00:00.000Z';

/** Documents ready to be put, with the bytes of UTF-8 that their texts hold. */
export interface Ready {
  readonly documents: readonly StoredDocument[];
  readonly bytes: number;
}

/** Reads generated documents in threads; only what is asked for at one time is held in memory. */
export interface Reader {
  /** The documents of `count` seeds from `seed` on. */
  read(seed: number, count: number): Promise<Ready>;
  close(): Promise<void>;
}

export function openReader(): Reader {
  const pool = openPool({ processes: availableParallelism(), patience, memory: maxMegabytes });
  return {
    async read(seed, count) {
      const documents: StoredDocument[] = [];
      let bytes = 0;
      const together = 256;
      for (let from = 0; from < count; from += together) {
        const seeds = Array.from({ length: Math.min(together, count - from) }, (_, at) => seed + from + at);
        const made = seeds.map(async (one): Promise<StoredDocument> => {
          const { name, text } = generate(one);
          const file = { name, bytes: Buffer.from(text) };
          bytes += file.bytes.length;
          const record = await pool.extract(file);
          const { hash } = record.file;
          const versions = [{ revision: 1, hash, name, accepted }];
          return { id: hash.slice(0, 16), revision: 1, source: `upload:${name}`, versions, record };
        });
        documents.push(...(await Promise.all(made)));
      }
      return { documents, bytes };
    },
    close: () => pool.close(),
  };
}
