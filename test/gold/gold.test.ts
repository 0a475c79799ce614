import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Annotated, generated, isHere, readBoth, samples, shared } from '../../scripts/evaluate/collections.ts';
import { f1, measures, score } from '../../scripts/evaluate/score.ts';

/** Floors are only ever raised: a change that reads worse than the one before does not pass. */
const floors = JSON.parse(readFileSync(join(import.meta.dirname, 'floors.json'), 'utf8')) as Record<string, Record<string, number>>;

function holdsToItsTruth(collection: Annotated) {
  const skipped = !isHere(collection);
  if (skipped) console.warn(`Skipped: ${collection.truth} is not on this machine, so what is read of ${collection.name} is not measured.`);
  describe.skipIf(skipped)(
    `the pipeline on ${collection.name}${skipped ? ' (annotations are not on this machine: skipped)' : ''}`,
    async () => {
      const { gold, found } = skipped ? { gold: [], found: new Map() } : await readBoth(collection);
      const { scores } = score(gold, found);

      it('reads every annotated document', () => {
        expect([...found.keys()].sort()).toEqual(gold.map(({ file }) => file).sort());
      });

      it.each(measures)('reaches its floor for %s', (measure) => {
        const floor = floors[collection.name]?.[measure];
        expect(floor, `no floor for ${measure}`).toBeDefined();
        expect(f1(scores[measure])).toBeGreaterThanOrEqual(floor!);
      });
    },
  );
}

holdsToItsTruth(samples);
holdsToItsTruth(generated);
holdsToItsTruth(shared);
