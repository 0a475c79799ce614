import type { Damage } from './damage.ts';

const tones = ['\u0300', '\u0301', '\u0309', '\u0303', '\u0323'] as const;
const pairs = tones.flatMap((tone) =>
  [
    ['o', 'a'],
    ['o', 'e'],
    ['u', 'y'],
    ['O', 'A'],
    ['O', 'E'],
    ['U', 'Y'],
  ].map(([first, second]) => ({
    now: `${`${first}${tone}`.normalize('NFC')}${second}`,
    old: `${first}${`${second}${tone}`.normalize('NFC')}`,
  })),
);

/** The tone on the second vowel: `hoà`, `khoá`, `uỷ`, at the ends of syllables. */
export const oldTones: Damage = {
  name: 'old tone placement',
  ocr: false,
  damage: (text) => {
    let damaged = text;
    for (const { now, old } of pairs) damaged = damaged.replace(new RegExp(`(?<![qQ])${now}(?!\\p{L})`, 'gu'), old);
    return damaged;
  },
};
