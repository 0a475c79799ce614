import type { Damage } from './damage.ts';

/** One word in forty lost. Words that name documents stay, and so do the head and the names of those who sign. */
export const droppedWords: Damage = {
  name: 'dropped words',
  ocr: false,
  damage: (text, random, spared) =>
    text.replace(/(?<=\p{Ll}) \p{Ll}+(?= \p{Ll})/gu, (word, at: number) => {
      if (!random.chance(1 / 40)) return word;
      return spared.some(({ start, end }) => start < at + word.length && end > at) ? word : '';
    }),
};
