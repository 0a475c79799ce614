import type { Damage } from './damage.ts';

/** Non-breaking and thin spaces for spaces, zero-width letters and soft hyphens between letters. */
export const oddSpaces: Damage = {
  name: 'odd and zero-width spaces',
  ocr: false,
  damage: (text, random) =>
    text
      .replace(/(?<=\S) (?=\S)/gu, (space) => (random.chance(0.25) ? random.pick(['\u00A0', '\u00A0', '\u2009', '\u202F']) : space))
      .replace(/(?<=[\p{L}\p{N}])(?=[\p{L}\p{N}/-])/gu, () =>
        random.chance(0.02) ? random.pick(['\u200B', '\uFEFF', '\u00AD', '\u200D']) : '',
      ),
};
