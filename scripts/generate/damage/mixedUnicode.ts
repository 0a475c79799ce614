import type { Damage } from './damage.ts';

/** Words composed, decomposed, or with their tone mark alone apart (`ê` and an acute), side by side. */
export const mixedUnicode: Damage = {
  name: 'mixed Unicode',
  ocr: false,
  damage: (text, random) =>
    text.replace(/\S+/gu, (word) => {
      const roll = random.next();
      if (roll < 0.4) return word;
      if (roll < 0.7) return word.normalize('NFD');
      return word.normalize('NFD').replace(/\p{L}[\u0302\u0306\u031B]/gu, (letter) => letter.normalize('NFC'));
    }),
};
