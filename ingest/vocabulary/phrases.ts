/**
 * A table of phrases laid out by syllables, for finding the longest phrase that begins at a place.
 * Phrases and words are compared by `foldTone`: lower-case, the tone mark on its modern place.
 */
export class Phrases<T> {
  readonly #root: Node<T> = { next: new Map(), value: undefined };

  constructor(entries: Iterable<readonly [phrase: string, value: T]>) {
    for (const [phrase, value] of entries) {
      let node = this.#root;
      for (const word of foldTone(phrase).match(/[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu) ?? []) {
        let child = node.next.get(word);
        if (child === undefined) {
          child = { next: new Map(), value: undefined };
          node.next.set(word, child);
        }
        node = child;
      }
      node.value ??= { of: value };
    }
  }

  /** The longest phrase that begins at `words[from]`: how many words it takes and what it stands for; null where none begins there. */
  longest(words: readonly { readonly folded: string }[], from: number): { length: number; value: T } | null {
    let node: Node<T> | undefined = this.#root;
    let best: Node<T>['value'];
    let length = 0;
    for (let at = from; at < words.length; at += 1) {
      node = node.next.get(words[at]!.folded);
      if (node === undefined) break;
      if (node.value !== undefined) {
        best = node.value;
        length = at - from + 1;
      }
    }
    return best === undefined ? null : { length, value: best.of };
  }

  /** True where some phrase begins at `words[from]`. */
  has(words: readonly { readonly folded: string }[], from: number): boolean {
    let node: Node<T> | undefined = this.#root;
    for (let at = from; at < words.length; at += 1) {
      node = node.next.get(words[at]!.folded);
      if (node === undefined) return false;
      if (node.value !== undefined) return true;
    }
    return false;
  }
}

interface Node<T> {
  readonly next: Map<string, Node<T>>;
  value: { readonly of: T } | undefined;
}

const tones: Readonly<Record<string, string>> = {
  oà: 'òa',
  oá: 'óa',
  oả: 'ỏa',
  oã: 'õa',
  oạ: 'ọa',
  oè: 'òe',
  oé: 'óe',
  oẻ: 'ỏe',
  oẽ: 'õe',
  oẹ: 'ọe',
  uỳ: 'ùy',
  uý: 'úy',
  uỷ: 'ủy',
  uỹ: 'ũy',
  uỵ: 'ụy',
};
const misplaced = /o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ]/u;
const misplacedAll = new RegExp(misplaced, 'gu');

/** Lower-case, with `oà uỷ` written `òa ủy`; as long as the words it was made of (NFC). */
export function foldTone(words: string): string {
  const lower = words.toLowerCase();
  return misplaced.test(lower) ? lower.replace(misplacedAll, (pair) => tones[pair] ?? pair) : lower;
}

/** The phrases of a table written as lines, parted by semicolons. */
export function phraseList(lines: string): string[] {
  return lines
    .split(';')
    .map((phrase) => phrase.replace(/\s+/gu, ' ').trim())
    .filter((phrase) => phrase !== '');
}
