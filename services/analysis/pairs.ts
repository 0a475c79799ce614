import { fold } from './folding.ts';
import { readLexicon } from './lexicon.ts';
import { isMarkedOnly, isToned, withoutTone } from './tones.ts';

/** Syllables that stand side by side in a compound of the lexicon, by their folded forms. */
let loaded: ReadonlyMap<string, readonly (readonly [left: string, right: string])[]> | null = null;

function load(): NonNullable<typeof loaded> {
  const pairs = new Map<string, (readonly [string, string])[]>();
  for (const compound of readLexicon()) {
    for (let at = 0; at + 1 < compound.length; at++) {
      const pair = [compound[at] ?? '', compound[at + 1] ?? ''] as const;
      const key = `${fold(pair[0])} ${fold(pair[1])}`;
      const known = pairs.get(key);
      if (known === undefined) pairs.set(key, [pair]);
      else if (!known.some(([left, right]) => left === pair[0] && right === pair[1])) known.push(pair);
    }
  }
  return pairs;
}

/** Pairs of the lexicon that fold to these two, in their exact forms. */
export function pairsLike(left: string, right: string): readonly (readonly [left: string, right: string])[] {
  loaded ??= load();
  return loaded.get(`${fold(left)} ${fold(right)}`) ?? [];
}

/** True where `typed` (exact form) can stand for `meant`: the same, or the same with its tone left out, or with tone and marks left out. */
export function canMean(typed: string, meant: string): boolean {
  if (typed === meant) return true;
  if (isToned(typed)) return false;
  return isMarkedOnly(typed) ? typed === withoutTone(meant) : typed === fold(meant);
}

/** True where word `at`, which bears no tone, makes a pair of the lexicon with a neighbour if it is given one. */
export function readsAsPair(exact: readonly string[], at: number): boolean {
  const word = exact[at] ?? '';
  const fits = (left: string, right: string, side: 0 | 1) =>
    pairsLike(left, right).some((pair) => pair[side] !== word && canMean(left, pair[0]) && canMean(right, pair[1]));
  const before = exact[at - 1];
  const after = exact[at + 1];
  return (after !== undefined && fits(word, after, 0)) || (before !== undefined && fits(before, word, 1));
}
