import { type Syllable, syllable } from './folding.ts';

/**
 * Forms of syllables already met. Vietnamese has some 7,000 syllables, so that nearly every word of a text is found here, by a hash that the reader
 * of the text computes on its way: looking up by a slice of the text would cost more than all the rest of the analysis.
 */
const slots = new Int32Array(1 << 17);
const printed: string[] = [];
const forms: Syllable[] = [];
/** Half the slots, so that a probe ends soon; all is forgotten when it is reached, so that no text can fill the memory. */
const mostKnown = slots.length / 2;

/** The hash of a word, code unit by code unit, beginning with 0. */
export function hashed(hash: number, unit: number): number {
  return (Math.imul(hash, 31) + unit) | 0;
}

/** Both forms of the word in `text` from `start` to `end` (UTF-16 code units, end exclusive), whose units give `hash`. */
export function syllableAt(text: string, start: number, end: number, hash: number): Syllable {
  if (forms.length >= mostKnown) forget();
  const mask = slots.length - 1;
  let slot = Math.imul(hash, 0x9e3779b1) >>> 15;
  for (let entry = slots[slot] ?? 0; entry !== 0; entry = slots[slot] ?? 0) {
    const known = printed[entry - 1] ?? '';
    if (known.length === end - start && text.startsWith(known, start)) return forms[entry - 1] ?? syllable(known);
    slot = (slot + 1) & mask;
  }
  const word = text.slice(start, end);
  const made = syllable(word);
  printed.push(word);
  forms.push(made);
  slots[slot] = forms.length;
  return made;
}

function forget(): void {
  slots.fill(0);
  printed.length = 0;
  forms.length = 0;
}
