import { foldTone } from '#ingest/vocabulary/phrases.ts';
import type { Recognizer } from './recognizer.ts';
import type { Word } from './words.ts';

/** Which of the words that some forms cannot do without a sentence holds: one bit each. */
export type Cues = number;

/**
 * Tells for each sentence which of `forms` need not be looked for: most sentences hold no word of time, and one look at their words is cheaper than two dozen
 * patterns that find nothing. What is left out could not have matched (see `cues` of a recognizer).
 */
export class CueTable {
  readonly #bits = new Map<string, Cues>();
  readonly #needs = new Map<string, readonly Cues[]>();

  constructor(forms: readonly Recognizer<unknown>[]) {
    for (const { name, cues = [] } of forms)
      this.#needs.set(
        name,
        cues.map((cue) => cue.split('|').reduce((bits, word) => bits | this.#bitOf(foldTone(word)), 0)),
      );
    // In one number there is room for 31 of them.
    if (this.#bits.size > 31) throw new RangeError('more cue words than bits');
  }

  /** The cues that stand among `words`, which were read from `text`. */
  of(text: string, words: readonly Word[]): Cues {
    let cues = 0;
    for (const { folded, start, sign } of words) {
      const code = sign ? 0 : text.charCodeAt(start);
      cues |= code >= 48 && code <= 57 ? (this.#bits.get('0') ?? 0) : (this.#bits.get(folded) ?? 0);
    }
    return cues;
  }

  /** Those of `forms` that a sentence with these cues may hold. */
  allowed<T>(forms: readonly Recognizer<T>[], cues: Cues): readonly Recognizer<T>[] {
    return forms.filter(({ name }) => (this.#needs.get(name) ?? []).every((need) => (need & cues) !== 0));
  }

  #bitOf(word: string): Cues {
    const bit = this.#bits.get(word) ?? 1 << this.#bits.size;
    this.#bits.set(word, bit);
    return bit;
  }
}
