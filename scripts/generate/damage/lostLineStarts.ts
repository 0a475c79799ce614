import { type Damage, isTabular, wrapped } from './damage.ts';

/** The first letters of some lines cut off at the page's edge. Lines that begin with a document's name keep it. */
export const lostLineStarts: Damage = {
  name: 'lost line starts',
  ocr: false,
  damage: (text, random, spared) => {
    let offset = 0;
    return wrapped(text, () => 80)
      .split('\n')
      .map((line, index) => {
        const start = offset;
        offset += line.length + 1;
        const cut = random.int(1, 3);
        // The head and the close have no margin to lose: their lines are short or centred. Breaking lines moves no letter.
        if (index < 10 || isTabular(line) || line.length < 50 || !random.chance(0.15)) return line;
        return spared.some((place) => place.start < start + cut && place.end > start) ? line : line.slice(cut);
      })
      .join('\n');
  },
};
