import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { ingest } from '#ingest/ingest.ts';
import { annotationOf } from '#services/cli/gold.ts';
import type { Annotation } from './annotation.ts';

/** Documents with annotations: the samples of this project, generated ones whose truth was checked by hand, and the shared corpus where it lies beside the project. */
export interface Annotated {
  readonly name: string;
  readonly files: string;
  readonly truth: string;
}

const root = join(import.meta.dirname, '../..');
export const samples: Annotated = { name: 'samples', files: join(root, 'samples/collection/**/*.*'), truth: join(root, 'samples/truth') };
export const generated: Annotated = {
  name: 'generated',
  files: join(root, 'test/gold/generated/texts/*.*'),
  truth: join(root, 'test/gold/generated/truth'),
};
export const shared: Annotated = { name: 'shared', files: join(root, '../shared/corpus/*.*'), truth: join(root, '../shared/gold') };

/** False where the annotations are not on this machine. */
export function isHere(collection: Annotated): boolean {
  return existsSync(collection.truth);
}

/** The gold annotations and what the pipeline finds in the same documents, by base name. */
export async function readBoth(collection: Annotated): Promise<{ gold: Annotation[]; found: Map<string, Annotation> }> {
  const stem = (name: string) => basename(name, extname(name));
  const gold = globSync(join(collection.truth, '*.json'))
    .sort()
    .map((path) => ({ ...(JSON.parse(readFileSync(path, 'utf8')) as Annotation), file: stem(path) }));
  const found = new Map<string, Annotation>();
  for (const path of globSync(collection.files).sort()) {
    if (!gold.some(({ file }) => file === stem(path))) continue;
    const record = await ingest({ name: basename(path), bytes: readFileSync(path) });
    found.set(stem(path), { ...annotationOf(record), file: stem(path) });
  }
  return { gold, found };
}
