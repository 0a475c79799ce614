import type { QueryWord } from '#services/query/query.ts';
import type { Store } from '#services/store/port.ts';
import { withAccents } from './accents.ts';
import { makesCompound, type Neighbours } from './neighbours.ts';
import { farVariants, keyedVariants, nearVariants, otherAccents, type Variant } from './variants.ts';

/** A word in doubt: as it was typed, as it is looked for, folded, what stands beside it, and in how many documents it stands. */
export interface Doubtful {
  readonly keys: string;
  readonly word: QueryWord;
  readonly folded: string;
  readonly neighbours: Neighbours;
  readonly frequency: number;
}

/** What may be written instead; `cost` as of `Variant`, less where it makes a compound with a neighbour. */
export interface Correction {
  readonly text: string;
  readonly cost: number;
}

interface Known extends Variant {
  readonly frequency: number;
}

/** Most bare words of which the accents are looked up, for one typed with accents. */
const mostAccented = 6;
/** What makes a compound of the lexicon with a neighbour costs this part of what it would alone: it is likelier to be meant. */
const compoundShare = 0.5;

/**
 * Words of the collection that are like the doubtful ones and stand in more documents, for each in turn: the likest first, then the most frequent.
 * A word typed with accents is corrected to one with accents, and so is every word where some are typed in keys (`inKeys`): accents are wanted there.
 * The collection is asked in two or three batches, each of some hundred words a doubtful one.
 */
export async function correctionsOf(index: Store, doubtful: readonly Doubtful[], inKeys: boolean): Promise<Correction[][]> {
  const near = await known(
    index,
    doubtful,
    doubtful.map(({ keys, word, folded }) => [
      ...(word.exact ? otherAccents(word.text) : []),
      ...keyedVariants(keys, inKeys),
      ...nearVariants(folded),
    ]),
  );
  const found = await known(
    index,
    doubtful,
    doubtful.map(({ folded }, at) => ((near[at] ?? []).length > 0 ? [] : farVariants(folded))),
  );
  const best = doubtful.map(({ neighbours }, at) => byLikeness([...(near[at] ?? []), ...(found[at] ?? [])], neighbours));
  const written = await withAccents(
    index,
    doubtful.map(({ word, neighbours }, at) => ({
      typed: word.text,
      neighbours,
      variants: best[at] ?? [],
      most: word.exact || inKeys ? mostAccented : 0,
    })),
  );
  return doubtful.map(({ neighbours }, at) => withoutRepetition(byLikeness(written[at] ?? [], neighbours)));
}

/** The variants that stand in more documents than the word in doubt; of several words, as many as the rarest. */
async function known(index: Store, doubtful: readonly Doubtful[], variants: readonly (readonly Variant[])[]): Promise<Known[][]> {
  const words = variants.flat().flatMap((variant) => variant.words);
  const frequencies = words.length === 0 ? [] : await index.frequencies(words);
  let next = 0;
  return variants.map((list, at) =>
    list.flatMap((variant) => {
      const frequency = Math.min(...variant.words.map(() => frequencies[next++] ?? 0));
      return frequency > (doubtful[at]?.frequency ?? 0) ? [{ ...variant, frequency }] : [];
    }),
  );
}

/** A variant with its cost where it is to stand. */
interface Placed extends Known {
  readonly placed: number;
}

/** The likest first, what makes a compound with a neighbour before its like; then the most frequent. */
function byLikeness(variants: readonly Known[], neighbours: Neighbours): Placed[] {
  return variants
    .map((one) => {
      const texts = one.words.map(({ text }) => text);
      return { ...one, placed: one.cost * (makesCompound(texts, neighbours) ? compoundShare : 1) };
    })
    .sort((a, b) => a.placed - b.placed || b.frequency - a.frequency);
}

/** As they are to be typed; of those that are written alike the likest. */
function withoutRepetition(variants: readonly Placed[]): Correction[] {
  const found = new Map<string, Correction>();
  for (const { words, placed } of variants) {
    const text = words.map((word) => word.text).join(' ');
    if (!found.has(text)) found.set(text, { text, cost: placed });
  }
  return [...found.values()];
}
