import { isSyllable } from '#ingest/vocabulary/syllables.ts';
import { exactForm } from './folding.ts';
import { pairsLike } from './pairs.ts';

/**
 * Keys of typing left over in a word ("kees luaanj"): Telex and VNI, the two ways in which Vietnamese is typed on plain keys.
 * Telex: aa ee oo dd double, w for the hook and the breve (aw, ow, uw), s f r x j for the tones. VNI: 1–5 for the tones, 6 ^, 7 hook, 8 breve, 9 đ.
 */
export interface Decoded {
  /** The syllable that was meant, in its exact form. */
  readonly exact: string;
  /** Only a tone key tells it: such words exist in other languages, too ("tour"). */
  readonly weak: boolean;
}

const telexTones: Readonly<Record<string, string>> = { s: '\u0301', f: '\u0300', r: '\u0309', x: '\u0303', j: '\u0323' };
const vniTones: Readonly<Record<string, string>> = { 1: '\u0301', 2: '\u0300', 3: '\u0309', 4: '\u0303', 5: '\u0323' };
const vniMarks: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  6: { a: 'â', e: 'ê', o: 'ô' },
  7: { o: 'ơ', u: 'ư' },
  8: { a: 'ă' },
  9: { d: 'đ' },
};
const plainLetters = /^[a-z]{1,10}$/u;
const withDigits = /^[a-z][a-z1-9]*$/u;
const vowel = /[aeiouy]/u;
const longest = 10;

/** What a word (lower case) was meant to be, or null where it is a syllable as it stands or its keys make none. */
export function decodedKeys(word: string): Decoded | null {
  if (word.length > longest || !vowel.test(word)) return null;
  if (isSyllable(word)) {
    // Few syllables are spelt so, from other languages (xoong): mostly it is keys (coong, thoong).
    const keys = /^[a-z]+oong$/u.test(word) ? telex(word) : null;
    return keys === null ? null : { ...keys, weak: true };
  }
  if (plainLetters.test(word)) return telex(word);
  return withDigits.test(word) && /[1-9]/u.test(word) ? vni(word) : null;
}

function telex(word: string): Decoded | null {
  let letters = '';
  let tone = '';
  for (const key of word) {
    const last = letters.at(-1) ?? '';
    const toneOfKey = telexTones[key];
    // A tone key stands behind the vowel; as an onset it is a letter.
    if (toneOfKey !== undefined && vowelIn(letters)) {
      if (tone !== '') return null;
      tone = toneOfKey;
    } else if (key === 'd' && letters.startsWith('d') && !letters.startsWith('đ')) letters = `đ${letters.slice(1)}`;
    else if (key === 'w') letters = hooked(letters);
    else if ('aeo'.includes(key) && letters.includes(key) && (last === key || !vowel.test(last)))
      letters = letters.replace(key, { a: 'â', e: 'ê', o: 'ô' }[key] ?? key);
    else letters += key;
  }
  return syllableOf(letters, tone, plainLetters.test(letters));
}

function vowelIn(letters: string): boolean {
  return /[aăâeêioôơuưy]/u.test(letters);
}

/** The letters with the hook or breve that w stands for: on uo, else on the last a, o or u; alone it is ư. */
function hooked(letters: string): string {
  if (/u[oơ]/u.test(letters)) return letters.replace(/u[oơ]/u, 'ươ');
  if (/ưo/u.test(letters)) return letters.replace('ưo', 'ươ');
  const at = Math.max(letters.lastIndexOf('a'), letters.lastIndexOf('o'), letters.lastIndexOf('u'));
  if (at < 0) return `${letters}ư`;
  return letters.slice(0, at) + ({ a: 'ă', o: 'ơ', u: 'ư' }[letters.charAt(at)] ?? '') + letters.slice(at + 1);
}

function vni(word: string): Decoded | null {
  let letters = '';
  let tone = '';
  let keys = 0;
  for (const key of word) {
    if (/[a-z]/u.test(key)) {
      letters += key;
      continue;
    }
    keys++;
    const marks = vniMarks[key];
    if (marks === undefined) {
      if (tone !== '') return null;
      tone = vniTones[key] ?? '';
      continue;
    }
    const at = key === '7' && /uo/u.test(letters) ? -2 : [...letters].findLastIndex((letter) => marks[letter] !== undefined);
    if (at === -1) return null;
    letters = at === -2 ? letters.replace('uo', 'ươ') : letters.slice(0, at) + (marks[letters.charAt(at)] ?? '') + letters.slice(at + 1);
  }
  return syllableOf(letters, tone, keys < 2 && tone !== '');
}

/** What may close a syllable. */
const closings = ['c', 'ch', 'm', 'n', 'ng', 'nh', 'p', 't'] as const;

/**
 * A syllable with the consonant that was left out at its end, where that makes a pair of the lexicon with a neighbour ("kế luận" as "kết luận"), and it makes
 * none as it is; null else. A key of the tone is easily typed too early.
 */
export function completed(exact: string, before: string | undefined, after: string | undefined): string | null {
  const makesPair = (form: string) =>
    (before !== undefined && pairsLike(before, form).some(([left, right]) => left === before && right === form)) ||
    (after !== undefined && pairsLike(form, after).some(([left, right]) => left === form && right === after));
  if (makesPair(exact)) return null;
  return closings.map((closing) => exactForm(exact + closing)).find((form) => isSyllable(form) && makesPair(form)) ?? null;
}

function syllableOf(letters: string, tone: string, weak: boolean): Decoded | null {
  const exact = exactForm(letters.replace(/[aăâeêioôơuưy](?=[^aăâeêioôơuưy]*$)/u, (letter) => letter + tone));
  return isSyllable(exact) ? { exact, weak } : null;
}
