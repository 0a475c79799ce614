import { type Damage, isTabular } from './damage.ts';

/** The first letters of some lines cut off at the page's edge. Lines that begin with a document's name keep it. */
export const lostLineStarts: Damage = {
  name: 'lost line starts',
  ocr: false,
  damage: (text, random, spared) => {
    let offset = 0;
    return text
      .split('\n')
      .map((line, index) => {
        const start = offset;
        offset += line.length + 1;
        const cut = random.int(1, 3);
        // The head has no margin to lose: its lines are centred.
        if (index < 8 || isTabular(line) || line.length < 20 || !random.chance(0.15)) return line;
        return spared.some((place) => place.start < start + cut && place.end > start) ? line : line.slice(cut);
      })
      .join('\n');
  },
};
