import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isHere, readBoth, samples, shared } from './evaluate/collections.ts';
import { f1, measures, score } from './evaluate/score.ts';

/** Prints how well the pipeline reads annotated documents: `npm run evaluate [-- --misses]`. Exits with 1 where a score lies under its floor. */
const floors = JSON.parse(readFileSync(join(import.meta.dirname, '../test/gold/floors.json'), 'utf8')) as Record<
  string,
  Record<string, number>
>;
const showMisses = process.argv.includes('--misses');
let fallen = 0;

for (const collection of [samples, shared]) {
  if (!isHere(collection)) {
    console.log(`${collection.name}: no annotations here, skipped`);
    continue;
  }
  const { gold, found } = await readBoth(collection);
  const { scores, misses } = score(gold, found);
  console.log(`${collection.name}: ${gold.length} documents\n${'measure'.padEnd(20)}precision  recall      F1   floor`);
  for (const measure of measures) {
    const { right, spurious, missed } = scores[measure];
    const floor = floors[collection.name]?.[measure];
    const value = f1(scores[measure]);
    const low = floor !== undefined && value < floor;
    if (low) fallen += 1;
    const ratio = (part: number, rest: number) => (part + rest === 0 ? 1 : part / (part + rest)).toFixed(3);
    console.log(
      `${measure.padEnd(20)}${ratio(right, spurious).padStart(9)}${ratio(right, missed).padStart(8)}${value.toFixed(3).padStart(8)}${(floor?.toFixed(3) ?? '').padStart(8)}${low ? '  under its floor' : ''}`,
    );
  }
  if (showMisses)
    for (const { file, what, gold: expected, found: seen } of misses)
      console.log(`${file} | ${what} | ${JSON.stringify(expected)} | ${JSON.stringify(seen)}`);
  console.log('');
}
if (fallen > 0) {
  console.error(`${fallen} scores are under their floors (test/gold/floors.json).`);
  process.exitCode = 1;
}
