import type { QueryWord } from '#services/query/query.ts';
import type { Store } from '#services/store/port.ts';
import { makesCompound, type Neighbours } from './neighbours.ts';
import { accentForms } from './syllables.ts';
import type { Variant } from './variants.ts';

/** Variants of one word in doubt, the likest first, and of how many bare ones among them the accents are wanted. */
export interface Unwritten<Some extends Variant> {
  readonly typed: string;
  readonly neighbours: Neighbours;
  readonly variants: readonly Some[];
  readonly most: number;
}

/** An accented form of a bare word, and in how many documents it stands. */
interface Form {
  readonly text: string;
  readonly frequency: number;
}

/**
 * The variants with their bare words in an accented form that the collection has, for each word in doubt in turn: one that makes a compound with a neighbour
 * rather than another, one that keeps what accents were typed rather than another, else the most frequent. Those of which none is wanted stay bare.
 */
export async function withAccents<Some extends Variant>(index: Store, doubts: readonly Unwritten<Some>[]): Promise<Some[][]> {
  const wanted = doubts.map(({ variants, most }) => variants.filter(({ words }) => words.some(({ exact }) => !exact)).slice(0, most));
  const bare = wanted.flatMap((list) => list.flatMap(({ words }) => words.filter(({ exact }) => !exact).map(({ text }) => text)));
  const forms = await knownForms(index, new Set(bare));
  return doubts.map(({ typed, neighbours, variants }, at) => {
    const form = (word: QueryWord): QueryWord => {
      const text = word.exact ? undefined : likest(forms.get(word.text) ?? [], typed, neighbours);
      return text === undefined ? word : { text, exact: true };
    };
    return variants.map((variant) => (wanted[at]?.includes(variant) === true ? { ...variant, words: variant.words.map(form) } : variant));
  });
}

async function knownForms(index: Store, bare: ReadonlySet<string>): Promise<Map<string, Form[]>> {
  const lists = [...bare].map((folded) => ({ folded, forms: accentForms(folded) }));
  const all = lists.flatMap(({ forms }) => forms.map((text) => ({ text, exact: true })));
  const frequencies = all.length === 0 ? [] : await index.frequencies(all);
  let next = 0;
  return new Map(
    lists.map(({ folded, forms }): [string, Form[]] => {
      const counted = forms.map((text) => ({ text, frequency: frequencies[next++] ?? 0 }));
      return [folded, counted.filter(({ frequency }) => frequency > 0)];
    }),
  );
}

function likest(forms: readonly Form[], typed: string, neighbours: Neighbours): string | undefined {
  const compared = forms.map(({ text, frequency }) => ({
    text,
    frequency,
    alone: makesCompound([text], neighbours) ? 0 : 1,
    lost: accentsLost(typed, text),
  }));
  return compared.sort((a, b) => a.alone - b.alone || a.lost - b.lost || b.frequency - a.frequency)[0]?.text;
}

/** How many of the tones and marks that were typed are not in the form; đ counts as d with one. What was left out in typing says nothing. */
function accentsLost(typed: string, form: string): number {
  const kept = accentsOf(form);
  return [...accentsOf(typed)].filter((accent) => !kept.has(accent)).length;
}

function accentsOf(text: string): Set<string> {
  return new Set(text.normalize('NFD').match(/\p{M}|đ/gu) ?? []);
}
