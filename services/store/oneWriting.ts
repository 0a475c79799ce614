import { exactForm, toneInPlace } from '#services/analysis/folding.ts';

/** A syllable is a run of letters with their marks. */
const syllables = /\p{L}[\p{L}\p{M}]*/gu;
const spaces = /\s+/gu;

/**
 * A name of a body or a place in the one writing in which it is filtered and counted, however a document prints it: NFC, single spaces, and of the customs of
 * writing a syllable the one that all words are held in (`exactForm`): Hòa Bình for Hoà Bình, Tỉnh ủy for Tỉnh uỷ, Kỳ Sơn for Kì Sơn. Capitals stay, as they part
 * names from words.
 */
export function oneWriting(name: string): string {
  return written(name, exactForm);
}

/** As `oneWriting`, of a person: Thúy for Thuý, but i and y as they are, since Sỹ and Sĩ are two people. */
export function oneWritingOfPerson(name: string): string {
  return written(name, toneInPlace);
}

function written(name: string, form: (syllable: string) => string): string {
  const whole = name.normalize('NFC').replace(spaces, ' ').trim();
  return whole.replace(syllables, (printed) => inCapitalsOf(printed, [...form(printed)]));
}

/** A form of a syllable, each letter as large as the printed one at its place: tones move, letters do not. */
function inCapitalsOf(printed: string, form: readonly string[]): string {
  const letters = [...printed];
  if (form.length !== letters.length) return printed;
  return form.map((letter, at) => (letters[at] === letters[at]?.toLowerCase() ? letter : letter.toUpperCase())).join('');
}
