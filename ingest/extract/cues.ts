import { foldTone } from '#ingest/vocabulary/phrases.ts';
import type { Recognizer } from './recognizer.ts';
import { markOf, marksIn, type Word } from './words.ts';

/** Which of the words that some forms cannot do without a sentence holds: one bit each. */
export type Cues = number;

/**
 * Tells for each sentence which of `forms` need not be looked for: most sentences hold no word of time, and one look at their words is cheaper than two dozen
 * patterns that find nothing. What is left out could not have matched (see `cues` of a recognizer).
 */
export class CueTable {
  readonly #needs = new Map<string, readonly Cues[]>();
  #all: Cues = 0;

  constructor(forms: readonly Recognizer<unknown>[]) {
    for (const { name, cues = [] } of forms) {
      const needs = cues.map((cue) => markOf(...cue.split('|').map(foldTone)));
      this.#needs.set(name, needs);
      this.#all |= needs.reduce((bits, need) => bits | need, 0);
    }
  }

  /** The cues that stand among `words`. */
  of(words: readonly Word[]): Cues {
    return marksIn(words) & this.#all;
  }

  /** Those of `forms` that a sentence with these cues may hold. */
  allowed<F extends { readonly name: string }>(forms: readonly F[], cues: Cues): readonly F[] {
    return forms.filter(({ name }) => (this.#needs.get(name) ?? []).every((need) => (need & cues) !== 0));
  }
}
