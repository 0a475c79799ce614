import { compoundsOf } from '#services/analysis/compounds.ts';
import type { Query, QueryTerm, QueryWord } from '#services/query/query.ts';
import type { Evaluation } from './matching.ts';
import type { Found } from './ordering.ts';
import { countTogether } from './phrases.ts';
import { both, firstFrom, type Rows } from './rows.ts';
import { normsOf, rarity } from './scoring.ts';
import { weights } from './words.ts';

/** The bonus is worked out for the first of the hits only, as places of frequent words are many. */
export const mostNear = 100;

/** What two words side by side count beside what they count by themselves; more where they are (part of) one compound. */
const shares = { neighbours: 0.3, compound: 0.7 } as const;

interface Pair {
  readonly words: readonly [QueryWord, QueryWord];
  readonly share: number;
}

/** Neighbouring words of the query. */
export function pairsOf({ terms }: Query): Pair[] {
  const words = terms.flatMap((term) => (term.kind === 'any' && term.least !== undefined ? term.of.map(wordOf) : [wordOf(term)]));
  const compounds = compoundsOf(words.map((word) => word?.text ?? ''));
  return words.flatMap((word, at) => {
    const next = words[at + 1] ?? null;
    if (word === null || next === null) return [];
    const one = compounds.some(({ first, last }) => first <= at && at < last);
    return [{ words: [word, next], share: one ? shares.compound : shares.neighbours } as const];
  });
}

/** The one word that a term stands for: of what was read into typed keys, the word read. */
function wordOf(term: QueryTerm): QueryWord | null {
  if (term.kind === 'word') return term.word;
  if (term.kind !== 'any') return null;
  const words = term.of.map((one) => (one.kind === 'word' ? one.word : null));
  return words.includes(null) ? null : (words.findLast((word) => word?.exact === true) ?? null);
}

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
