import { changeSince, type Figures, ratios } from './figures.ts';
import { f1, type Measure, type Miss, measures, type Scores } from './score.ts';

const figure = (value: number) => value.toFixed(3).padStart(9);

/** A table of one collection: precision, recall, F1, the floor, and F1 of the committed run where it differs. Returns the measures under their floors. */
export function printScores(name: string, now: Figures, floors: Readonly<Record<string, number>>, before: Figures | undefined): Measure[] {
  console.log(`${name}: ${now.documents} documents\n${'measure'.padEnd(20)}precision   recall       F1    floor`);
  const low: Measure[] = [];
  for (const measure of measures) {
    const { precision, recall, f1: value } = ratios(now.tallies[measure]);
    const floor = floors[measure];
    if (floor !== undefined && value < floor) low.push(measure);
    const was = before === undefined ? value : f1(before.tallies[measure]);
    const moved = Math.abs(was - value) < 0.0005 ? '' : `  was ${was.toFixed(3)}`;
    const under = floor !== undefined && value < floor ? '  under its floor' : '';
    console.log(
      `${measure.padEnd(20)}${figure(precision)}${figure(recall)}${figure(value)}${floor === undefined ? ' '.repeat(9) : figure(floor)}${moved}${under}`,
    );
  }
  return low;
}

/** What this run reads better and worse than the committed one. */
export function printChange(before: Figures | undefined, misses: readonly Miss[]): void {
  const change = changeSince(before, misses);
  if (change === null) return;
  console.log(`since the committed run: ${change.gained} misses mended, ${change.lost.length} new`);
  for (const miss of change.lost) console.log(`  new: ${lineOf(miss)}`);
}

/** One line a miss. */
export function lineOf({ file, what, gold, found }: Miss): string {
  return `${file} | ${what} | ${JSON.stringify(gold)} | ${JSON.stringify(found)}`;
}

/** One line a document: F1 of every measure that has something to find in it and is not whole. */
export function printDocuments(byDocument: ReadonlyMap<string, Scores>): void {
  for (const [file, scores] of byDocument) {
    const flaws = measures.filter((measure) => f1(scores[measure]) < 1).map((measure) => `${measure} ${f1(scores[measure]).toFixed(2)}`);
    console.log(`  ${file}: ${flaws.length === 0 ? 'whole' : flaws.join(', ')}`);
  }
}
