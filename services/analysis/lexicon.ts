import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { wordsIn } from './words.ts';

/** Compounds (từ ghép) as the syllables in their exact forms. */
export type Compound = readonly string[];

const folder = join(import.meta.dirname, 'lexicon');

/**
 * The compounds of administrative, political and social prose, written by hand in one file for each field: entries parted by commas,
 * lines that begin with # tell what follows.
 */
export function readLexicon(): Compound[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  return files.flatMap((name) =>
    readFileSync(join(folder, name), 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .flatMap((line) => line.split(',').map((entry) => wordsIn(entry).exact)),
  );
}
