import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { globSync } from 'tinyglobby';
import { ingest } from '#ingest/ingest.ts';
import type { SourceFile } from '#ingest/model/source.ts';
import { packetsOf } from '#services/store/packing.ts';
import { generate } from './generate/generate.ts';

/**
 * Makes mappings/record.dictionary anew with the program `zstd`, from the records of the samples and of generated documents. Only for a new mappingVersion:
 * what was packed with the old dictionary cannot be read with the new one.
 */
const root = new URL('../', import.meta.url).pathname;
const generated = 600;
const bytes = 32_768;

const samples = globSync('samples/collection/**/*.*', { cwd: root, absolute: true }).sort();
const files: SourceFile[] = samples.map((path) => ({ name: basename(path), bytes: readFileSync(path) }));
for (let seed = 1; seed <= generated; seed++) {
  const { name, text } = generate(seed);
  files.push({ name, bytes: Buffer.from(text) });
}

const work = mkdtempSync(join(tmpdir(), 'vankien-dictionary-'));
try {
  const paths: string[] = [];
  for (const file of files) {
    for (const packet of Object.values(packetsOf(await ingest(file)))) {
      const path = join(work, `${paths.length}.json`);
      writeFileSync(path, JSON.stringify(packet));
      paths.push(path);
    }
  }
  const made = join(root, 'mappings', 'record.dictionary');
  execFileSync('zstd', ['-q', '-f', '--train', `--maxdict=${bytes}`, ...paths, '-o', made], { stdio: 'inherit' });
  process.stdout.write(`${made}: ${readFileSync(made).length} bytes, from ${paths.length} packets of ${files.length} documents\n`);
} finally {
  rmSync(work, { recursive: true });
}
