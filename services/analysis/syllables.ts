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

/** A vocabulary with what it is searched by: a table of numbers plus one, by hash, and the code units of all that is in it, one syllable behind another. */
interface Known extends Vocabulary {
  readonly exact: string[];
  readonly folded: string[];
  hashes: Int32Array;
  slots: Int32Array;
  /** Hash by which each is found, and where its code units begin. */
  keys: Int32Array;
  begins: Int32Array;
  units: Uint16Array;
}

/** Vietnamese has some 7,000 syllables, so that nearly every word of a text is found. With so many a new vocabulary is begun, so that no text can fill the memory. */
const mostKnown = 1 << 16;
const firstRoom = 1 << 14;

let current = emptyVocabulary();

function emptyVocabulary(): Known {
  return {
    exact: [],
    folded: [],
    hashes: new Int32Array(firstRoom),
    slots: new Int32Array(firstRoom * 2),
    keys: new Int32Array(firstRoom),
    begins: new Int32Array(firstRoom + 1),
    units: new Uint16Array(firstRoom * 6),
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
  const { slots, keys, begins, units } = current;
  const mask = slots.length - 1;
  let slot = slotOf(hash, mask);
  for (let entry = slots[slot] as number; entry !== 0; entry = slots[slot] as number) {
    if (keys[entry - 1] === hash) {
      let unit = begins[entry - 1] as number;
      let at = start;
      if ((begins[entry] as number) - unit === end - start) {
        while (at < end && units[unit] === text.charCodeAt(at)) {
          at++;
          unit++;
        }
        if (at === end) return entry - 1;
      }
    }
    slot = (slot + 1) & mask;
  }
  return added(text, start, end, hash, slot);
}

function slotOf(hash: number, mask: number): number {
  const spread = Math.imul(hash, 0x9e3779b1);
  return (spread ^ (spread >>> 15)) & mask;
}

function added(text: string, start: number, end: number, hash: number, slot: number): number {
  const known = current;
  const number = known.exact.length;
  const { exact, folded } = syllable(text.slice(start, end));
  known.exact.push(exact);
  known.folded.push(folded);
  known.slots[slot] = number + 1;
  known.keys[number] = hash;
  known.hashes[number] = hashOf(folded);
  const begin = known.begins[number] as number;
  const behind = begin + end - start;
  if (behind > known.units.length) known.units = doubled(known.units, new Uint16Array(known.units.length * 2));
  for (let at = start; at < end; at++) known.units[begin + at - start] = text.charCodeAt(at);
  known.begins[number + 1] = behind;
  if (number + 1 === known.keys.length) makeRoom(known);
  return number;
}

/** Twice the room; half of the slots stay free, so that a search for one ends soon. */
function makeRoom(known: Known): void {
  const room = known.keys.length * 2;
  known.keys = doubled(known.keys, new Int32Array(room));
  known.hashes = doubled(known.hashes, new Int32Array(room));
  known.begins = doubled(known.begins, new Int32Array(room + 1));
  const mask = room * 2 - 1;
  const slots = new Int32Array(room * 2);
  for (let number = 0; number < known.exact.length; number++) {
    let slot = slotOf(known.keys[number] as number, mask);
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = number + 1;
  }
  known.slots = slots;
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
