import { type Damage, wrapped } from './damage.ts';

/** Short lines, and a blank one after each. */
export const blankLines: Damage = {
  name: 'blank lines',
  ocr: false,
  damage: (text, random) => {
    const width = random.int(66, 84);
    return wrapped(text, () => width).replaceAll('\n', '\n\n');
  },
};
