import type { Change } from './draft.ts';

/** What one walk over all letters of a text finds for the steps after it. Offsets in UTF-16 code units, in order. */
export interface Scan {
  /** Where each run of ASCII digits begins. */
  readonly digits: readonly number[];
  /** A place in each word that cannot be one Vietnamese syllable: consonants between vowels, or two tone marks. */
  readonly words: readonly number[];
  /** Where words of consonants alone end: what may be left of a syllable. */
  readonly bare: readonly number[];
  /** Where words begin with a vowel: what may have lost its first letter. */
  readonly open: readonly number[];
}

const other = 0;
const digit = 1;
const consonant = 2;
const vowel = 3;
const toned = 4;

/** The class of every code unit; all letters of Vietnamese lie below U+2000. */
const classes = new Uint8Array(0x2000);
for (let code = 0x30; code <= 0x39; code += 1) classes[code] = digit;
for (let code = 0x41; code < 0x2000; code += 1) {
  const letter = String.fromCharCode(code).toLowerCase();
  const [base = '', ...marks] = letter.normalize('NFD');
  if ('bcdđfghjklmnpqrstvwxz'.includes(letter)) classes[code] = consonant;
  else if (
    'aeiouy'.includes(base) &&
    'aăâeêioôơuưy'.includes(
      letter
        .normalize('NFD')
        .replace(/[\u0300\u0301\u0303\u0309\u0323]/gu, '')
        .normalize('NFC'),
    )
  )
    classes[code] = marks.some((mark) => '\u0300\u0301\u0303\u0309\u0323'.includes(mark)) ? toned : vowel;
}

/** States of the walk: between words, before a word's vowels, in them, behind them (each without and with a tone), in digits, in a word that was told. */
const onset = 1;
const nucleus = 2;
const tonedNucleus = 3;
const coda = 4;
const tonedCoda = 5;
const inDigits = 6;
const told = 7;

/** By state and class: the state after it, with what is told on the way in the higher bits. */
const next = new Uint8Array(8 * 8);
const telling = 8;
const digitsTold = 1 * telling;
const wordTold = 2 * telling;
const bareTold = 3 * telling;
const openTold = 4 * telling;
const row = (state: number, atConsonant: number, atVowel: number, atTone: number) => {
  const from = state << 3;
  next[from | other] = state === onset ? bareTold : 0;
  next[from | digit] = inDigits | (state === inDigits ? 0 : digitsTold);
  next[from | consonant] = atConsonant;
  next[from | vowel] = atVowel;
  next[from | toned] = atTone;
};
row(other, onset, nucleus | openTold, tonedNucleus | openTold);
row(onset, onset, nucleus, tonedNucleus);
row(nucleus, coda, nucleus, tonedNucleus);
row(tonedNucleus, tonedCoda, tonedNucleus, told | wordTold);
row(coda, coda, told | wordTold, told | wordTold);
row(tonedCoda, tonedCoda, told | wordTold, told | wordTold);
row(inDigits, onset, nucleus, tonedNucleus);
row(told, told, told, told);

/** Walks over `text` once. Of most letters a table look-up is the only work. */
export function scan(text: string): Scan {
  const digits: number[] = [];
  const words: number[] = [];
  const bare: number[] = [];
  const open: number[] = [];
  const lists = [digits, digits, words, bare, open];
  let state = other;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const to = next[(state << 3) | (code < 0x2000 ? classes[code]! : other)]!;
    if (to >= telling) lists[to >> 3]!.push(at);
    state = to & 7;
  }
  if (state === onset) bare.push(text.length);
  return { digits, words, bare, open };
}

/**
 * The scan of the text that `changes` (in order, not overlapping) make, without walking over it again. What lies in a replaced stretch is dropped;
 * what the changes themselves bring is not told.
 */
export function moved(scan: Scan, changes: readonly Change[]): Scan {
  if (changes.length === 0) return scan;
  return { digits: movedPlaces(scan.digits, changes), words: movedPlaces(scan.words, changes), bare: [], open: [] };
}

function movedPlaces(places: readonly number[], changes: readonly Change[]): number[] {
  const result: number[] = [];
  let next = 0;
  let shift = 0;
  for (const place of places) {
    for (let change = changes[next]; change !== undefined && change.end <= place; change = changes[next]) {
      shift += change.text.length - (change.end - change.start);
      next += 1;
    }
    if ((changes[next]?.start ?? place) >= place) result.push(place + shift);
  }
  return result;
}

/** True for a code unit that is a letter of a Vietnamese or English word. */
export function isLetter(code: number): boolean {
  return code < 0x2000 && classes[code]! >= consonant;
}

/** True for a code unit that is a vowel, with or without a tone. */
export function isVowel(code: number): boolean {
  return code < 0x2000 && classes[code]! >= vowel;
}

/** True for an ASCII digit. */
export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}
