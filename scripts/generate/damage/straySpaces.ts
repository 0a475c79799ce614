import type { Damage } from './damage.ts';

/** Spaces inside symbols: `21 - KL/TW`, `33- KL /TW`, `91/ 2017/NĐ-CP`. */
export const straySpaces: Damage = {
  name: 'stray spaces in symbols',
  ocr: false,
  damage: (text, random) =>
    text.replace(/\d+[-/](?:\d{4}\/)?\p{Lu}[\p{L}\d]*(?:[-/]\p{Lu}[\p{L}\d]*)*/gu, (symbol) =>
      symbol.replace(/[-/]/gu, (sign) => (random.chance(0.35) ? random.pick([` ${sign}`, `${sign} `, ` ${sign} `]) : sign)),
    ),
};
