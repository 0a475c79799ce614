import { syllable } from './folding.ts';

/**
 * Syllables as they are printed, each with its two forms (folding.ts), by numbers from 0 in the order in which they were met. It only ever grows: what refers
 * to it by number stays right.
 */
export interface Vocabulary {
  readonly exact: readonly string[];
  readonly folded: readonly string[];
  /** Of each folded form a hash of 32 bits, in a longer array. */
  readonly hashes: Int32Array;
}

/** A vocabulary with what it is searched by: a table of slots by hash, and the code units of all that is in it, one syllable behind another. */
interface Known extends Vocabulary {
  readonly exact: string[];
  readonly folded: string[];
  hashes: Int32Array;
  /** Of each slot its hash, the number of the syllable plus one (0: free), and where its code units begin and end: side by side, as they are read together. */
  slots: Int32Array;
  units: Uint16Array;
  used: number;
}
const width = 4;

/** Vietnamese has some 7,000 syllables, so that nearly every word of a text is found. With so many a new vocabulary is begun, so that no text can fill the memory. */
const mostKnown = 1 << 16;
const firstRoom = 1 << 13;

let current = emptyVocabulary();

function emptyVocabulary(): Known {
  return {
    exact: [],
    folded: [],
    hashes: new Int32Array(firstRoom),
    slots: new Int32Array(firstRoom * 2 * width),
    units: new Uint16Array(firstRoom * 6),
    used: 0,
  };
}

/** The vocabulary for a text that is about to be read: all its syllables go into this one, however many there are. */
export function vocabularyForText(): Vocabulary {
  if (current.exact.length >= mostKnown) current = emptyVocabulary();
  return current;
}

/** The hash of a word, code unit by code unit, beginning with 0. */
export function hashed(hash: number, unit: number): number {
  return (Math.imul(hash, 31) + unit) | 0;
}

/**
 * The number, in the vocabulary for this text, of the word in `text` from `start` to `end` (UTF-16 code units, end exclusive), whose units give `hash`: the
 * reader of the text computes it on its way, as looking up by a slice of the text would cost more than all the rest of the analysis.
 */
export function syllableAt(text: string, start: number, end: number, hash: number): number {
  const { slots, units } = current;
  const mask = slots.length - 1;
  let slot = slotOf(hash, mask);
  for (let number = slots[slot + 1] as number; number !== 0; number = slots[slot + 1] as number) {
    if (slots[slot] === hash) {
      let unit = slots[slot + 2] as number;
      let at = start;
      if ((slots[slot + 3] as number) - unit === end - start) {
        while (at < end && units[unit] === text.charCodeAt(at)) {
          at++;
          unit++;
        }
        if (at === end) return number - 1;
      }
    }
    slot = (slot + width) & mask;
  }
  return added(text, start, end, hash, slot);
}

function slotOf(hash: number, mask: number): number {
  const spread = Math.imul(hash, 0x9e3779b1);
  return ((spread ^ (spread >>> 15)) * width) & mask;
}

function added(text: string, start: number, end: number, hash: number, slot: number): number {
  const known = current;
  const number = known.exact.length;
  const { exact, folded } = syllable(text.slice(start, end));
  known.exact.push(exact);
  known.folded.push(folded);
  known.hashes[number] = hashOf(folded);
  const begin = known.used;
  known.used += end - start;
  if (known.used > known.units.length) known.units = doubled(known.units, new Uint16Array(known.units.length * 2));
  for (let at = start; at < end; at++) known.units[begin + at - start] = text.charCodeAt(at);
  known.slots.set([hash, number + 1, begin, known.used], slot);
  if (number + 1 === known.hashes.length) makeRoom(known);
  return number;
}

/** Twice the room; half of the slots stay free, so that a search for one ends soon. */
function makeRoom(known: Known): void {
  known.hashes = doubled(known.hashes, new Int32Array(known.hashes.length * 2));
  const { slots } = known;
  const larger = new Int32Array(slots.length * 2);
  const mask = larger.length - 1;
  for (let from = 0; from < slots.length; from += width) {
    if (slots[from + 1] === 0) continue;
    let slot = slotOf(slots[from] as number, mask);
    while (larger[slot + 1] !== 0) slot = (slot + width) & mask;
    larger.set(slots.subarray(from, from + width), slot);
  }
  known.slots = larger;
}

function doubled<T extends Int32Array | Uint16Array>(array: T, larger: T): T {
  larger.set(array);
  return larger;
}

function hashOf(word: string): number {
  let hash = 0;
  for (let at = 0; at < word.length; at++) hash = hashed(hash, word.charCodeAt(at));
  return hash;
}
