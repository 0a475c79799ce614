import { toneForms } from '#services/analysis/tones.ts';

/** How Vietnamese syllables are made, folded (no tones, no marks): what may open one, and what may follow. */
const onsets = ' b c ch d g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x'.split(' ');
const rimes = [
  'a ac ach ai am an ang anh ao ap at au ay e ec ech em en eng enh eo ep et eu i ia ich iec iem ien ieng iep iet ieu im in inh ip it iu',
  'o oa oac oach oai oam oan oang oanh oao oap oat oay oc oe oem oen oeo oet oi om on ong ooc oong op ot u ua uan uang uat uay uc ue uech uenh',
  'ui um un ung uo uoc uoi uom uon uong uop uot uou up ut uu uy uya uych uyen uyet uyn uynh uyt uyu y yem yen yet yeu',
].flatMap((line) => line.split(' '));

const shape = new RegExp(`^(?<onset>${byLength(onsets)})(?<rime>${byLength(rimes)})$`, 'u');

function byLength(parts: readonly string[]): string {
  return [...parts].sort((a, b) => b.length - a.length).join('|');
}

/** Onset and rime of a folded syllable; null for what no Vietnamese syllable can be. */
export function partsOf(folded: string): { readonly onset: string; readonly rime: string } | null {
  const { onset, rime } = shape.exec(folded)?.groups ?? {};
  return onset === undefined || rime === undefined ? null : { onset, rime };
}

let every: readonly string[] | null = null;

/** Every folded syllable that the parts could make, some 3,000; more than there are. */
export function everySyllable(): readonly string[] {
  every ??= [...new Set(onsets.flatMap((onset) => rimes.map((rime) => onset + rime)))];
  return every;
}

/** Letters of the folded form and those they stand for. */
const marked: Readonly<Record<string, readonly string[]>> = {
  a: ['a', 'ă', 'â'],
  e: ['e', 'ê'],
  o: ['o', 'ô', 'ơ'],
  u: ['u', 'ư'],
};

/** The exact forms (marks and tones) that a folded syllable may stand for, more than there are; none for what is no syllable. */
export function accentForms(folded: string): readonly string[] {
  const parts = partsOf(folded);
  if (parts === null) return [];
  const heads = parts.onset === 'd' ? ['d', 'đ'] : [parts.onset];
  let forms: readonly string[] = heads;
  for (const letter of parts.rime) forms = forms.flatMap((form) => (marked[letter] ?? [letter]).map((other) => form + other));
  return [...new Set(forms.flatMap(toneForms))];
}
