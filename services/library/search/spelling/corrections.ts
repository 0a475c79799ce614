import type { QueryWord } from '#services/query/query.ts';
import type { Store } from '#services/store/port.ts';
import { accentForms } from './syllables.ts';
import { farVariants, keyedVariants, nearVariants, otherAccents, type Variant } from './variants.ts';

/** A word in doubt: as it was typed, as it is looked for, folded, and in how many documents it stands. */
export interface Doubtful {
  readonly keys: string;
  readonly word: QueryWord;
  readonly folded: string;
  readonly frequency: number;
}

/** What may be written instead; `cost` as of `Variant`. */
export interface Correction {
  readonly text: string;
  readonly cost: number;
}

interface Known extends Variant {
  readonly frequency: number;
}

/** Most bare words of which the accents are looked up, for one typed with accents. */
const mostAccented = 6;

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
  const best = doubtful.map((_, at) => [...(near[at] ?? []), ...(found[at] ?? [])].sort(byLikeness));
  const accented = doubtful.map(({ word }) => word.exact || inKeys);
  return (await written(index, best, accented)).map(withoutRepetition);
}

const byLikeness = (a: Known, b: Known) => a.cost - b.cost || b.frequency - a.frequency;

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

/** Of corrections that are written alike the likest. */
function withoutRepetition(corrections: readonly Correction[]): Correction[] {
  const found = new Map<string, Correction>();
  for (const one of corrections) if (!found.has(one.text)) found.set(one.text, one);
  return [...found.values()];
}

/** The words as they are to be typed: where they are wanted with accents (`accents`, for each in turn) the most frequent accented form of each bare word. */
async function written(index: Store, best: readonly (readonly Known[])[], accents: readonly boolean[]): Promise<Correction[][]> {
  const bare = new Set<string>();
  for (const [at, wanted] of accents.entries()) {
    if (!wanted) continue;
    const list = (best[at] ?? []).filter(({ words }) => words.some(({ exact }) => !exact)).slice(0, mostAccented);
    for (const { text, exact } of list.flatMap(({ words }) => words)) if (!exact) bare.add(text);
  }
  const forms = [...bare].map((folded) => ({ folded, forms: accentForms(folded) }));
  const all = forms.flatMap((one) => one.forms.map((text) => ({ text, exact: true })));
  const frequencies = all.length === 0 ? [] : await index.frequencies(all);
  const accented = new Map<string, string>();
  let next = 0;
  for (const { folded, forms: list } of forms) {
    const counted = list.map((text) => ({ text, frequency: frequencies[next++] ?? 0 })).sort((a, b) => b.frequency - a.frequency);
    if (counted[0] !== undefined && counted[0].frequency > 0) accented.set(folded, counted[0].text);
  }
  return best.map((list, at) =>
    list.map(({ words, cost }) => ({
      text: words.map(({ text, exact }) => (accents[at] === true && !exact ? (accented.get(text) ?? text) : text)).join(' '),
      cost,
    })),
  );
}
