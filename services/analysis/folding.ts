/**
 * The two forms under which a syllable (tiếng) is indexed and looked up.
 * - folded: lower case, no tone, no mark, đ as d; what a reader without a Vietnamese keyboard types.
 * - exact: lower case, NFC, with tone and marks, the tone on one canonical letter, so that the two customs of
 *   placing it ("hòa"/"hoà", "ủy"/"uỷ", "khóa"/"khoá") and slips ("qúy") are one form, and so are the two of writing
 *   a lone i or y ("kỹ"/"kĩ", "quy"/"qui", "sĩ"/"sỹ").
 */
export interface Syllable {
  readonly exact: string;
  readonly folded: string;
}

/** Huyền, sắc, ngã, hỏi, nặng as combining characters. */
const tones = /[\u0300\u0301\u0303\u0309\u0323]/gu;
const marks = /\p{M}+/gu;
const ascii = /^[\0-\x7f]*$/;
/** Onset, one run of vowels, final: the shape of a Vietnamese syllable without its tone. The u of "qu" and the i of "gi" before a vowel belong to the onset. */
const shape = /^(qu(?=[aăâeêioôơuưy])|gi(?=[aăâeêioôơuưy])|[^aăâeêioôơuưy]*)([aăâeêioôơuưy]{1,3})([^aăâeêioôơuưy]*)$/u;
const markedVowel = /[ăâêôơư]/gu;

/** `text` in lower case without tones and marks, đ as d. Applies to any text, not to one syllable only; its length may change. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (ascii.test(lower)) return lower;
  return lower.normalize('NFD').replace(marks, '').normalize('NFC').replaceAll('đ', 'd');
}

/** Onsets after which a lone i and a lone y are one sound and both written; official prose writes y, but sĩ. */
const withY = /^(h|k|l|m|t|qu)[iìíĩỉị]$/u;
const withI = /^s[yỳýỹỷỵ]$/u;
const letterI = 'iìíĩỉị';
const letterY = 'yỳýỹỷỵ';

/** `syllable` in lower case, NFC, its tone on the canonical letter. What has not the shape of a syllable keeps its marks where they are. */
export function exactForm(syllable: string): string {
  const form = toneInPlace(syllable);
  const last = form.charAt(form.length - 1);
  if (form.length > 3) return form;
  if (withY.test(form)) return form.slice(0, -1) + letterY.charAt(letterI.indexOf(last));
  return withI.test(form) ? form.slice(0, -1) + letterI.charAt(letterY.indexOf(last)) : form;
}

/** `syllable` in lower case, NFC, its tone on the canonical letter; all its letters as they are. */
export function toneInPlace(syllable: string): string {
  const lower = syllable.toLowerCase();
  if (ascii.test(lower)) return lower;
  const whole = lower.normalize('NFC');
  const decomposed = whole.normalize('NFD');
  const found = decomposed.match(tones);
  if (found === null || found.length !== 1) return whole;
  const bare = decomposed.replace(tones, '').normalize('NFC');
  const parts = shape.exec(bare);
  if (parts === null) return whole;
  const [, onset = '', vowels = '', final = ''] = parts;
  const at = onset.length + toneLetter(vowels, final !== '');
  return (bare.slice(0, at + 1) + found[0] + bare.slice(at + 1)).normalize('NFC');
}

/** Index of the vowel that bears the tone: the last marked one, else by the older custom (hòa, thủy; toàn, khuỷu). */
function toneLetter(vowels: string, closed: boolean): number {
  const marked = [...vowels.matchAll(markedVowel)].at(-1);
  if (marked !== undefined) return marked.index;
  if (vowels.length === 3) return 1;
  return vowels.length === 2 && closed ? 1 : 0;
}

/** Both forms of one syllable as printed. */
export function syllable(printed: string): Syllable {
  const exact = exactForm(printed);
  return { exact, folded: fold(exact) || exact };
}
