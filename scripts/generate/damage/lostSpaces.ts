import type { Damage } from './damage.ts';

/** Lines joined without the space between them: `ngày22 tháng 7`, `cácngày`. */
export const lostSpaces: Damage = {
  name: 'lost spaces',
  ocr: false,
  damage: (text, random) => {
    let left = random.int(30, 90);
    return text.replace(/(?<=[\p{Ll}\p{N}]) (?=[\p{Ll}\p{N}])/gu, (space) => {
      left -= 1;
      if (left > 0) return space;
      left = random.int(12, 40);
      return '';
    });
  },
};
