/** What one walk over all letters of a text finds for the steps after it. Offsets in UTF-16 code units, in order. */
export interface Scan {
  /** Where each run of ASCII digits begins. */
  readonly digits: readonly number[];
  /** A place in each word that cannot be one Vietnamese syllable: consonants between vowels, or two tone marks. */
  readonly words: readonly number[];
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

const next = new Uint8Array(8 * 8);
const row = (state: number, atConsonant: number, atVowel: number, atTone: number) => {
  next[(state << 3) | digit] = inDigits;
  next[(state << 3) | consonant] = atConsonant;
  next[(state << 3) | vowel] = atVowel;
  next[(state << 3) | toned] = atTone;
};
row(other, onset, nucleus, tonedNucleus);
row(onset, onset, nucleus, tonedNucleus);
row(nucleus, coda, nucleus, tonedNucleus);
row(tonedNucleus, tonedCoda, tonedNucleus, told);
row(coda, coda, told, told);
row(tonedCoda, tonedCoda, told, told);
row(inDigits, onset, nucleus, tonedNucleus);
row(told, told, told, told);

/** Walks over `text` once. Of most letters a table look-up is the only work. */
export function scan(text: string): Scan {
  const digits: number[] = [];
  const words: number[] = [];
  let state = other;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const to = next[(state << 3) | (code < 0x2000 ? classes[code]! : other)]!;
    if (to >= inDigits && to !== state) (to === inDigits ? digits : words).push(at);
    state = to;
  }
  return { digits, words };
}

/** True for a code unit that is a letter of a Vietnamese or English word. */
export function isLetter(code: number): boolean {
  return code < 0x2000 && classes[code]! >= consonant;
}

/** True for an ASCII digit. */
export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}
