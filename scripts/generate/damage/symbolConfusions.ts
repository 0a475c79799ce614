import type { Damage } from './damage.ts';

const confusions: readonly (readonly [RegExp, (found: string) => string])[] = [
  [/(?<=\d-\p{Lu}+)\/(?=\p{Lu})/u, () => 'J'],
  [/^1(?=\d)/u, () => 'l'],
  [/^0(?=\d)/u, () => 'O'],
  [/(?<=-|\/)BC(?=\/|-)/u, () => 'BG'],
  [/(?<=NĐ-)CP$/u, () => 'OP'],
  [/(?<=\/)TW$/u, () => 'TVV'],
  [/(?<=\d)-(?=\p{Lu})/u, () => '–'],
  [/(?<=[-/])QĐ(?=[-/])/u, () => 'QD'],
];

/** One confusion in every third symbol, of those seen with tesseract on noisy pages; the words around them are clean. */
export const symbolConfusions: Damage = {
  name: 'OCR in symbols',
  ocr: true,
  damage: (text, random) =>
    text.replace(/\d+[-/](?:\d{4}\/)?\p{Lu}[\p{L}\d]*(?:[-/]\p{Lu}[\p{L}\d]*)*/gu, (symbol) => {
      if (!random.chance(1 / 3)) return symbol;
      const able = confusions.filter(([pattern]) => pattern.test(symbol));
      if (able.length === 0) return symbol;
      const [pattern, wrong] = random.pick(able);
      return symbol.replace(pattern, wrong);
    }),
};
