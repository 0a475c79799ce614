import { exactForm } from './folding.ts';

/** None (thanh ngang), huyền, sắc, ngã, hỏi, nặng as combining characters. */
const everyTone = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'] as const;
/** What a syllable that a stop closes can bear; none, too, for it is printed so by mistake. */
const stoppedTones = ['', '\u0301', '\u0323'] as const;
const toneMark = /[\u0300\u0301\u0303\u0309\u0323]/u;
const otherMark = /[\u0302\u0306\u031b]|đ/u;
const anyVowel = /[aeiouy]/u;
const lastVowel = /[aăâeêioôơuưy](?=[^aăâeêioôơuưy]*$)/u;
const stop = /(?:[ptc]|ch)$/u;

/** True where a syllable (exact form) bears a tone. */
export function isToned(exact: string): boolean {
  return toneMark.test(exact.normalize('NFD'));
}

/** True where a syllable (exact form) has a vowel, marked letters (ă, â, ê, ô, ơ, ư, đ) and no tone: typed whole with a level tone, or half typed. */
export function isMarkedOnly(exact: string): boolean {
  const apart = exact.normalize('NFD');
  return otherMark.test(apart) && !toneMark.test(apart) && anyVowel.test(apart);
}

/** True where a stop (p, t, c, ch) ends the syllable: it cannot do without a tone. */
export function isStopped(exact: string): boolean {
  return stop.test(exact);
}

/** The syllable (exact form) without its tone; marks stay. */
export function withoutTone(exact: string): string {
  return exact.normalize('NFD').replace(toneMark, '').normalize('NFC');
}

/** The exact forms of all tones that a syllable can bear, for one that bears none: "luân" gives luân, luần, luấn, luẫn, luẩn, luận; "kêt" only kêt, kết, kệt. */
export function toneForms(toneless: string): readonly string[] {
  const tones = isStopped(toneless) ? stoppedTones : everyTone;
  return [...new Set(tones.map((tone) => exactForm(toneless.replace(lastVowel, (letter) => letter + tone))))];
}
