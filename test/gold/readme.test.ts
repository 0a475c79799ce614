import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { committedFigures, pooled, ratios } from '../../scripts/evaluate/figures.ts';
import { measures } from '../../scripts/evaluate/score.ts';

const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');

describe('the figures in the README', () => {
  const { samples, generated } = committedFigures();
  const own = pooled([samples!, generated!]);

  it('count the documents of the gold set', () => {
    expect(readme).toContain(`${own.documents} documents`);
  });

  it.each(measures)('are those of the committed run for %s', (measure) => {
    const row = readme.split('\n').find((line) => line.startsWith(`| ${measure} |`));
    const { precision, recall, f1 } = ratios(own.tallies[measure]);
    expect(row).toBe(`| ${measure} | ${precision.toFixed(3)} | ${recall.toFixed(3)} | ${f1.toFixed(3)} |`);
  });
});
