import { canMean, pairsLike } from '#services/analysis/pairs.ts';

/** What stands beside a word as it was typed, in exact forms; undefined at the ends. */
export interface Neighbours {
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** The neighbours of the word at this place. */
export function neighboursOf(syllables: readonly string[], at: number): Neighbours {
  return { before: syllables[at - 1], after: syllables[at + 1] };
}

/** Whether words that stand in one place, side by side, are part of a compound of the lexicon with one another or with a neighbour; accents may be left out. */
export function makesCompound(words: readonly string[], { before, after }: Neighbours): boolean {
  const row = [before, ...words, after];
  return row.some((left, at) => {
    const right = row[at + 1];
    return left !== undefined && right !== undefined && isPair(left, right);
  });
}

function isPair(left: string, right: string): boolean {
  return pairsLike(left, right).some((pair) => canMean(left, pair[0]) && canMean(right, pair[1]));
}
