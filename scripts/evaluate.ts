import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Annotated, generated, isHere, readBoth, samples, shared } from './evaluate/collections.ts';
import { committedFigures, type Figures, figuresOf, keepFigures, pooled } from './evaluate/figures.ts';
import { lineOf, printChange, printDocuments, printScores } from './evaluate/report.ts';
import { score } from './evaluate/score.ts';

/**
 * Prints how well the pipeline reads annotated documents:
 * `npm run evaluate [-- CORPUS GOLD] [-- --misses] [-- --documents] [-- --keep]`.
 * Exits with 1 where a score lies under its floor.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    misses: { type: 'boolean', default: false },
    documents: { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
  },
});

async function main(): Promise<void> {
  const [corpus, gold] = positionals;
  if (positionals.length !== 0 && (corpus === undefined || gold === undefined || positionals.length > 2)) {
    console.error('Give a folder of documents and a folder of annotations (one JSON file a document, same base name), or neither.');
    process.exitCode = 2;
    return;
  }
  const given: Annotated | null =
    corpus === undefined || gold === undefined
      ? null
      : { name: resolve(corpus), files: join(resolve(corpus), '**/*.*'), truth: resolve(gold) };
  const floors = JSON.parse(readFileSync(join(import.meta.dirname, '../test/gold/floors.json'), 'utf8')) as Record<
    string,
    Record<string, number>
  >;
  const committed = given === null ? committedFigures() : {};
  const figures: Record<string, Figures> = {};
  let fallen = 0;
  for (const collection of given === null ? [samples, generated, shared] : [given]) {
    if (!isHere(collection)) {
      console.log(`${collection.name}: no annotations here, skipped\n`);
      if (given !== null) process.exitCode = 2;
      continue;
    }
    const { gold: annotations, found } = await readBoth(collection);
    const { scores, misses, byDocument } = score(annotations, found);
    const now = figuresOf(annotations.length, scores, misses);
    figures[collection.name] = now;
    fallen += printScores(collection.name, now, floors[collection.name] ?? {}, committed[collection.name]).length;
    printChange(committed[collection.name], misses);
    if (values.documents) printDocuments(byDocument);
    if (values.misses) for (const miss of misses) console.log(lineOf(miss));
    console.log('');
  }
  const own = [samples, generated].flatMap(({ name }) => figures[name] ?? []);
  if (own.length === 2) printScores("the project's own gold set (samples and generated)", pooled(own), {}, undefined);
  if (values.keep && given === null) {
    keepFigures(figures);
    console.log('\nKept in test/gold/figures.json, for the next run to be compared with.');
  }
  if (fallen > 0) {
    console.error(`${fallen} scores are under their floors (test/gold/floors.json).`);
    process.exitCode = 1;
  }
}

await main();
