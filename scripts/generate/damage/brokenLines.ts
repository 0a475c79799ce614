import { type Damage, wrapped } from './damage.ts';

/** Lines broken in the middle of phrases, of uneven lengths. */
export const brokenLines: Damage = {
  name: 'broken lines',
  ocr: false,
  damage: (text, random) => wrapped(text, () => random.int(28, 56)),
};
