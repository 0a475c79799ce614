import { once } from 'node:events';
import { createReadStream, createWriteStream, existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { finished } from 'node:stream/promises';
import { constants, createZstdCompress, createZstdDecompress } from 'node:zlib';
import { pipelineVersion } from '#ingest/ingest.ts';
import type { StoredDocument } from '#services/store/port.ts';
import { openReader } from '../store/documents.ts';

const folder = join(import.meta.dirname, '../../../.tmp/bench');
const form = /^records-(\d+)-(.+)\.jsonl\.zst$/u;
const together = 1024;

/**
 * The documents of the first `count` seeds, read by this version of the pipeline, in parts of at most `size`. Reading takes minutes for many: what was
 * read is kept under .tmp (JSON lines, zstd), a run with as many or fewer documents reads that. One part is held in memory at a time.
 */
export async function* records(count: number, size: number): AsyncGenerator<StoredDocument[]> {
  const kept = keptFor(count) ?? (await keep(count));
  const lines = createInterface({ input: createReadStream(kept).pipe(createZstdDecompress()), crlfDelay: Number.POSITIVE_INFINITY });
  let [part, given]: [StoredDocument[], number] = [[], 0];
  for await (const line of lines) {
    part.push(JSON.parse(line) as StoredDocument);
    given += 1;
    if (part.length === size || given === count) {
      yield part;
      part = [];
    }
    if (given === count) break;
  }
  lines.close();
  if (given < count) throw new Error(`${kept} holds ${given} documents only; take it away.`);
}

function keptFor(count: number): string | null {
  mkdirSync(folder, { recursive: true });
  const enough = readdirSync(folder)
    .map((name) => ({ name, match: form.exec(name) }))
    .filter(({ match }) => match !== null && Number(match[1]) >= count && match[2] === pipelineVersion)
    .sort((a, b) => Number(a.match![1]) - Number(b.match![1]))[0];
  return enough === undefined ? null : join(folder, enough.name);
}

async function keep(count: number): Promise<string> {
  const path = join(folder, `records-${count}-${pipelineVersion}.jsonl.zst`);
  const begun = `${path}.part`;
  process.stderr.write(`Reading ${count} generated documents, kept in ${path}\n`);
  const reader = openReader();
  try {
    const packed = createZstdCompress({ params: { [constants.ZSTD_c_compressionLevel]: 1 } });
    const file = packed.pipe(createWriteStream(begun));
    for (let from = 0; from < count; from += together) {
      const { documents } = await reader.read(from + 1, Math.min(together, count - from));
      for (const document of documents) {
        if (!packed.write(`${JSON.stringify(document)}\n`)) await once(packed, 'drain');
      }
      if (from % (together * 10) === 0) process.stderr.write(`\r${from}`);
    }
    packed.end();
    await finished(file);
    process.stderr.write('\r');
  } finally {
    await reader.close();
  }
  if (existsSync(begun)) renameSync(begun, path);
  return path;
}
