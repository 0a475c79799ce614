import { readLexicon } from './lexicon.ts';

/** A compound among syllables: the places of its first and its last one, both inclusive. */
export interface CompoundSpan {
  readonly first: number;
  readonly last: number;
}

/**
 * A tree over syllables. Each syllable of the lexicon has a number; the child of a node under a syllable is found by one key of both, so that a step
 * is two look-ups however many children a node has.
 */
interface Tree {
  readonly syllables: ReadonlyMap<string, number>;
  readonly children: ReadonlyMap<number, number>;
  /** By node: 1 where a compound ends. */
  readonly ends: Uint8Array;
}

let loaded: Tree | null = null;

function plant(): Tree {
  const syllables = new Map<string, number>();
  const lexicon = readLexicon();
  for (const compound of lexicon) for (const syllable of compound) if (!syllables.has(syllable)) syllables.set(syllable, syllables.size);
  const children = new Map<number, number>();
  const ends: number[] = [0];
  for (const compound of lexicon) {
    let node = 0;
    for (const syllable of compound) {
      const key = node * syllables.size + (syllables.get(syllable) ?? 0);
      let child = children.get(key);
      if (child === undefined) {
        child = ends.length;
        children.set(key, child);
        ends.push(0);
      }
      node = child;
    }
    ends[node] = 1;
  }
  return { syllables, children, ends: Uint8Array.from(ends) };
}

/**
 * The compounds (từ ghép) that syllables in their exact form make, in order, without overlaps: at each place the longest one that begins there.
 * They are told beside the syllables and hide none of them. The lexicon is read at the first call.
 */
export function compoundsOf(syllables: readonly string[]): CompoundSpan[] {
  loaded ??= plant();
  const { syllables: numbers, children, ends } = loaded;
  const found: CompoundSpan[] = [];
  for (let first = 0; first < syllables.length; first++) {
    let node = 0;
    let last = -1;
    for (let at = first; at < syllables.length; at++) {
      const number = numbers.get(syllables[at] ?? '');
      const child = number === undefined ? undefined : children.get(node * numbers.size + number);
      if (child === undefined) break;
      node = child;
      if (ends[node] === 1) last = at;
    }
    if (last <= first) continue;
    found.push({ first, last });
    first = last;
  }
  return found;
}
