import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { f1, type Measure, type Miss, measures, type Scores, type Tally } from './score.ts';

/** The figures of one collection as a run found them, and what it missed: each miss as a short hash, so that no text of a collection is kept. */
export interface Figures {
  readonly documents: number;
  readonly tallies: Readonly<Record<Measure, Tally>>;
  readonly misses: readonly string[];
}

const committed = join(import.meta.dirname, '../../test/gold/figures.json');

export function figuresOf(documents: number, scores: Scores, misses: readonly Miss[]): Figures {
  return { documents, tallies: scores, misses: misses.map(missName).sort() };
}

/** The same miss of two runs has one name: document, what, and what was expected and found. */
function missName(miss: Miss): string {
  return createHash('sha256')
    .update(JSON.stringify([miss.file, miss.what, miss.gold, miss.found]))
    .digest('hex')
    .slice(0, 12);
}

/** The figures of the last run that was committed, by collection; empty where none is there. */
export function committedFigures(): Record<string, Figures> {
  return existsSync(committed) ? (JSON.parse(readFileSync(committed, 'utf8')) as Record<string, Figures>) : {};
}

/** Keeps the figures as those that the next run is compared with. Collections not measured now keep theirs. */
export function keepFigures(figures: Readonly<Record<string, Figures>>): void {
  writeFileSync(committed, `${JSON.stringify({ ...committedFigures(), ...figures }, null, 1)}\n`);
}

/** Figures of several collections as one: every document counts alike. */
export function pooled(parts: readonly Figures[]): Figures {
  const tallies = Object.fromEntries(
    measures.map((measure) => [
      measure,
      parts.reduce<Tally>(
        (sum, { tallies: { [measure]: tally } }) => ({
          right: sum.right + tally.right,
          spurious: sum.spurious + tally.spurious,
          missed: sum.missed + tally.missed,
        }),
        { right: 0, spurious: 0, missed: 0 },
      ),
    ]),
  ) as Record<Measure, Tally>;
  return {
    documents: parts.reduce((sum, { documents }) => sum + documents, 0),
    tallies,
    misses: parts.flatMap(({ misses }) => misses).sort(),
  };
}

export interface Change {
  /** Facts that the committed run missed and this one reads. */
  readonly gained: number;
  /** Facts that the committed run read and this one misses. */
  readonly lost: readonly Miss[];
}

/** What a run reads better and worse than the committed one; null where there is none to compare with. */
export function changeSince(before: Figures | undefined, misses: readonly Miss[]): Change | null {
  if (before === undefined) return null;
  const left = new Map<string, number>();
  for (const name of before.misses) left.set(name, (left.get(name) ?? 0) + 1);
  const lost = misses.filter((miss) => {
    const name = missName(miss);
    const count = left.get(name) ?? 0;
    if (count > 0) left.set(name, count - 1);
    return count === 0;
  });
  return { gained: [...left.values()].reduce((sum, count) => sum + count, 0), lost };
}

/** Precision, recall and F1 of a tally, 1 where there was nothing to find. */
export function ratios(tally: Tally): { precision: number; recall: number; f1: number } {
  const part = (rest: number) => (tally.right + rest === 0 ? 1 : tally.right / (tally.right + rest));
  return { precision: part(tally.spurious), recall: part(tally.missed), f1: f1(tally) };
}
