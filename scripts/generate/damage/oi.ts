import { byLine, type Damage } from './damage.ts';

/** `Ƣ ƣ` (U+01A2, U+01A3) for `Ư ư`, in whole or in some lines. */
export const oi: Damage = {
  name: 'Ƣ for Ư',
  ocr: false,
  damage: (text, random) => {
    const share = random.pick([1, 0.5]);
    return byLine(text, (line) => (random.chance(share) ? line.replaceAll('Ư', 'Ƣ').replaceAll('ư', 'ƣ') : line));
  },
};
