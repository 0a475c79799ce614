import { byLine, type Damage } from './damage.ts';

/** Bullets from the private use area, as symbol fonts leave them. */
export const bullets: Damage = {
  name: 'private-use bullets',
  ocr: false,
  damage: (text, random) => {
    const bullet = random.pick(['\uF02D', '\uF0B7', '\uF0A7', '\uF0D8']);
    return byLine(text, (line) => line.replace(/^[-+] /u, `${bullet} `));
  },
};
