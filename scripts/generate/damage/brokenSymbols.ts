import type { Damage } from './damage.ts';

/** Symbols broken over lines: `50-⏎KH/ĐUK`, `Kết⏎luận số⏎01-KL/TW`. */
export const brokenSymbols: Damage = {
  name: 'symbols broken over lines',
  ocr: false,
  damage: (text, random) => {
    const gap = random.pick(['\n', '\n', '\n\n']);
    return text
      .replace(/(?<=[^\n\p{L}]\d+)-(?=\p{Lu}[\p{L}\d]*\/)|(?<=[^\n\p{L}]\d+\/)(?=\p{Lu})/gu, (sign) =>
        random.chance(0.3) ? `${sign}${gap}` : sign,
      )
      .replace(/(?<=\p{Ll} số) (?=\d)/gu, (space) => (random.chance(0.2) ? gap : space));
  },
};
