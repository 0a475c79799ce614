import { exactForm } from '#services/analysis/folding.ts';

/** A syllable is a run of letters with their marks. */
const syllables = /\p{L}[\p{L}\p{M}]*/gu;
const spaces = /\s+/gu;

/**
 * A name in the one writing in which it is filtered and counted, however a document prints it: NFC, single spaces, and of the customs of writing a syllable
 * the one that all words are held in (`exactForm`): Hòa Bình for Hoà Bình, Tỉnh ủy for Tỉnh uỷ, Quý for Quí. Capitals stay, as they part names from words.
 */
export function oneWriting(name: string): string {
  return name.normalize('NFC').replace(spaces, ' ').trim().replace(syllables, inCapitalsOf);
}

/** The one form of a syllable, each letter as large as the printed one at its place: tones move, letters do not. */
function inCapitalsOf(printed: string): string {
  const letters = [...printed];
  const form = [...exactForm(printed)];
  if (form.length !== letters.length) return printed;
  return form.map((letter, at) => (letters[at] === letters[at]?.toLowerCase() ? letter : letter.toUpperCase())).join('');
}
