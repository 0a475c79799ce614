import { type Passage, passagesOf } from './passages.ts';
import { type ReadWords, wordsIn } from './words.ts';

/** A passage of a text with the tokens by which passages that say nearly the same are found. */
export interface Print extends Passage {
  readonly tokens: readonly string[];
}

/** Words in a row that count as one. */
const shingle = 3;
/** Tokens of a passage, and least hashes that make one of them. */
const bands = 4;
const rows = 2;
/** Letters and digits of a token: five to the base of 36, an equal share of their values for each band. */
const letters = 5;
const share = 36 ** letters / bands;

/**
 * The passages of a text (`passages.ts`) with their prints (min-hashing in bands). Let J be the share that two passages have in common of all runs of three
 * folded words in either (Jaccard): then they share at least one of their four tokens with the probability 1 − (1 − J²)⁴: 0.99 for J = 0.85 (one word in 40
 * changed), 0.93 for 0.7 (one in 16), 0.68 for 0.5, 0.04 for 0.1, 0.0004 for 0.01. Apart from that two tokens are the same once in 15 million. Tones, capitals,
 * punctuation and the breaks of lines play no part. The tokens depend on nothing but the words. Linear in the length of the text.
 * @param of a text, or its words where somebody has them already
 */
export function printsOf(of: string | ReadWords): Print[] {
  const words = typeof of === 'string' ? wordsIn(of) : of;
  const runs = runsOf(words);
  return passagesOf(words).map((passage) => ({ ...passage, tokens: valuesOf(runs, passage).map(tokenOf) }));
}

/** The tokens of all passages of a text, each once, in the order of the text: at most four a passage, some eight for a hundred words. */
export function printTokens(of: string | ReadWords): string[] {
  return printValues(of).map(tokenOf);
}

/** The same tokens as the numbers that they are to the base of 36, for whoever keeps them as numbers. */
export function printValues(of: string | ReadWords): number[] {
  const words = typeof of === 'string' ? wordsIn(of) : of;
  const runs = runsOf(words);
  const values = new Set<number>();
  for (const passage of passagesOf(words)) for (const value of valuesOf(runs, passage)) values.add(value);
  return [...values];
}

const tokenOf = (value: number) => value.toString(36).padStart(letters, '0');

/** One odd number for each hash that a run of words gets. */
const seeds = Array.from({ length: bands * rows }, (_, at) => Math.imul(at + 1, 0x9e3779b1) | 1);

/** A hash of each run of words, by the place of its first one. */
function runsOf({ syllables, vocabulary: { hashes } }: ReadWords): Int32Array {
  const runs = new Int32Array(Math.max(0, syllables.length - shingle + 1));
  for (let at = 0; at < runs.length; at++) {
    let run = mixed(hashes[syllables[at] as number] as number);
    for (let place = at + 1; place < at + shingle; place++) {
      run = mixed((Math.imul(run, 31) + (hashes[syllables[place] as number] as number)) | 0);
    }
    runs[at] = run;
  }
  return runs;
}

/** Turns the order of whole numbers of 32 bits without a sign into that of those with one, in which they are compared fastest. */
const signed = -0x80000000;

function valuesOf(runs: Int32Array, { first, last }: Passage): number[] {
  leastOf(runs, first, last - shingle + 1);
  const values: number[] = [];
  for (let band = 0; band < bands; band++) {
    let value = 0;
    for (let row = band * rows; row < (band + 1) * rows; row++) value = mixed((Math.imul(value, 31) + (least[row] as number)) | 0);
    values.push(band * share + ((value >>> 0) % share));
  }
  return values;
}

/** The least hashes found last, one for each seed. */
const least = new Int32Array(bands * rows);

/** Finds the least hash, without a sign, of the runs `first` to `last` under each seed; under two at a time, as one waits for the other's steps. */
function leastOf(runs: Int32Array, first: number, last: number): void {
  for (let seed = 0; seed < seeds.length; seed += 2) {
    const [one, other] = [seeds[seed] as number, seeds[seed + 1] as number];
    let lowest = 0x7fffffff;
    let otherLowest = 0x7fffffff;
    for (let at = first; at <= last; at++) {
      const run = runs[at] as number;
      const value = mixed(run ^ one) ^ signed;
      const otherValue = mixed(run ^ other) ^ signed;
      if (value < lowest) lowest = value;
      if (otherValue < otherLowest) otherLowest = otherValue;
    }
    least[seed] = lowest ^ signed;
    least[seed + 1] = otherLowest ^ signed;
  }
}

/** Spreads the bits of a number over 32, so that a change of one of them changes half of all. */
function mixed(value: number): number {
  let bits = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}
