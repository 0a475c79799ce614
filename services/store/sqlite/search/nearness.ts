import type { Pair } from '#services/store/nearness.ts';
import type { Evaluation } from './matching.ts';
import type { Found } from './ordering.ts';
import { countTogether } from './phrases.ts';
import { both, firstFrom, type Rows } from './rows.ts';
import { normsOf, rarity } from './scoring.ts';
import { weights } from './words.ts';

/** The bonus is worked out for the first of the hits only, as places of frequent words are many. */
export const mostNear = 100;

/** Adds to the scores of these hits (ascending, by their place among what is found) what words of the query that stand side by side in title or text are worth. */
export function addNearness({ view, clock }: Evaluation, pairs: readonly Pair[], { rows, scores }: Found, hits: Int32Array): void {
  const some: Rows = hits.map((at) => rows[at] as number);
  const norms = normsOf(view, some);
  for (const { words, share } of pairs) {
    const counts = new Float64Array(some.length);
    for (const field of ['title', 'body'] as const) {
      const holding = words.reduce((left, word) => both(left, view.list(field, word).rows), some);
      const together = countTogether(view, field, { words, distance: null }, holding, clock);
      for (let at = 0, place = 0; at < holding.length; at++) {
        place = firstFrom(some, holding[at] as number, place);
        counts[place] = (counts[place] as number) + weights[field] * (together.counts[at] as number);
      }
    }
    const worth = share * rarity(view, counts.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0) * (rows.length / some.length));
    for (let at = 0; at < some.length; at++) {
      const hit = hits[at] as number;
      const count = counts[at] as number;
      scores[hit] = (scores[hit] as number) + (worth * count) / (count + (norms[at] as number));
    }
  }
}
