import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Annotated, generated, isHere, readBoth, samples, shared } from './evaluate/collections.ts';
import { confidenceLines, precisionByConfidence } from './evaluate/confidence.ts';
import { printDamage } from './evaluate/damage.ts';
import { committedFigures, type Figures, figuresOf, keepFigures, pooled } from './evaluate/figures.ts';
import { precisionOf, printIdentity, recallOf } from './evaluate/identity/main.ts';
import { lineOf, printChange, printDocuments, printScores } from './evaluate/report.ts';
import { score } from './evaluate/score.ts';
import { printSearch } from './evaluate/search/main.ts';
import { damages } from './generate/damage/damages.ts';

/**
 * Prints how well the pipeline reads annotated documents:
 * `npm run evaluate [-- CORPUS GOLD] [-- --misses] [-- --documents] [-- --keep]`,
 * and what is left of it in generated documents after each kind of damage: `npm run evaluate damage [-- --count N] [-- --seed S] [-- --only NAME] [-- --misses]`,
 * and how well judged queries are answered: `npm run evaluate search [-- --apart] [-- --elasticsearch] [-- --misses]`.
 * and how well mentions are joined into works: `npm run evaluate identity [-- --count N] [-- --seed S] [-- --misses]`.
 * Exits with 1 where a score lies under its floor, or the recall of citations under what is promised for a damage.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    misses: { type: 'boolean', default: false },
    documents: { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
    apart: { type: 'boolean', default: false },
    elasticsearch: { type: 'boolean', default: false },
    count: { type: 'string' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', multiple: true, default: [] },
  },
});

async function main(): Promise<void> {
  if (positionals[0] === 'damage') await measureDamage();
  else if (positionals[0] === 'identity') await measureIdentity();
  else if (positionals[0] === 'search')
    await printSearch({ set: values.apart ? 'apart' : 'first', elasticsearch: values.elasticsearch, misses: values.misses });
  else await measureCollections();
}

async function measureDamage(): Promise<void> {
  const [count, seed] = [Number(values.count ?? 100), Number(values.seed)];
  const unknown = values.only.filter((name) => !damages.some((damage) => damage.name === name));
  if (!(Number.isInteger(count) && count > 0 && Number.isInteger(seed)) || unknown.length > 0) {
    console.error(
      unknown.length > 0
        ? `No such damage: ${unknown.join(', ')}. There are: ${damages.map(({ name }) => name).join(', ')}.`
        : '--count takes a number of documents from 1, --seed a whole number.',
    );
    process.exitCode = 2;
    return;
  }
  const low = await printDamage(count, { seed, names: values.only, misses: values.misses });
  if (low > 0) {
    console.error(`The recall of citations is below what is promised for ${low} kinds of damage.`);
    process.exitCode = 1;
  }
}

async function measureIdentity(): Promise<void> {
  const [count, seed] = [Number(values.count ?? 2000), Number(values.seed)];
  if (!(Number.isInteger(count) && count > 0 && Number.isInteger(seed))) {
    console.error('--count takes a number of documents from 1, --seed a whole number.');
    process.exitCode = 2;
    return;
  }
  const { whole: floors } = JSON.parse(readFileSync(join(import.meta.dirname, '../test/gold/identity.json'), 'utf8')) as {
    readonly whole: { readonly precision: number; readonly recall: number };
  };
  const pairs = await printIdentity(count, seed, values.misses);
  if (precisionOf(pairs) >= floors.precision && recallOf(pairs) >= floors.recall) return;
  console.error(`Precision or recall of pairs is under its floor (test/gold/identity.json: ${floors.precision}, ${floors.recall}).`);
  process.exitCode = 1;
}

async function measureCollections(): Promise<void> {
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
  console.log('\nhow often relations are right, by how sure the rule is that read them');
  for (const line of confidenceLines(await precisionByConfidence(given === null ? [samples, generated, shared] : [given])))
    console.log(line);
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
