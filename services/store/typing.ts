import { compoundsOf } from '#services/analysis/compounds.ts';
import { fold } from '#services/analysis/folding.ts';
import { type Wanted, type Words, wantedWords, wordsIn } from '#services/analysis/words.ts';

/** What somebody has typed so far: whole words, and the beginning of one more. */
export interface Typed {
  readonly whole: readonly Wanted[];
  readonly begun: Wanted;
  /** Its letters without tones and marks. */
  readonly bare: string;
}

/** Null where there is no letter and no digit. */
export function typedWords(typed: string): Typed | null {
  const words = wantedWords(wordsIn(typed));
  const begun = words.at(-1);
  return begun === undefined ? null : { whole: words.slice(0, -1), begun, bare: fold(begun.text) };
}

const tones = /[\u0300\u0301\u0303\u0309\u0323]/gu;
const toneless = (word: string) => word.normalize('NFD').replace(tones, '').normalize('NFC');

/**
 * Whether a word begins as typed: a tone is often the last thing typed, so that until there is one the word may have any. `bare` is what is typed without
 * tones and marks: most words are passed over by it.
 */
function begins(exact: string, folded: string, begun: Wanted, bare: string): boolean {
  if (!folded.startsWith(bare)) return false;
  return !begun.exact || exact.startsWith(begun.text) || toneless(exact).startsWith(begun.text);
}

/** The places at which what is typed stands in a text: its whole words side by side, then a word that begins as typed. */
export function placesTyped(words: Pick<Words, 'exact' | 'folded'>, { whole, begun, bare }: Typed): number[] {
  const places: number[] = [];
  for (let at = 0; at + whole.length < words.exact.length; at++) {
    const last = at + whole.length;
    if (!begins(words.exact[last] ?? '', words.folded[last] ?? '', begun, bare)) continue;
    if (whole.every(({ text, exact }, step) => (exact ? words.exact : words.folded)[at + step] === text)) places.push(at);
  }
  return places;
}

/**
 * The phrases of a title that begin with what is typed, each once, as their words in exact form: compounds of the lexicon, and two that stand
 * side by side.
 */
function phrasesTyped(words: Words, typed: Typed): string[] {
  const compounds = compoundsOf(words.exact);
  const places = new Set(placesTyped(words, typed));
  const found = compounds.flatMap(({ first, last }, at) => {
    if (!places.has(first)) return [];
    const next = compounds[at + 1];
    const ends = next?.first === last + 1 ? [last, next.last] : [last];
    return ends.filter((end) => end >= first + typed.whole.length).map((end) => words.exact.slice(first, end + 1).join(' '));
  });
  return [...new Set(found)];
}

/** Of titles with their documents (an id each), what to suggest to one who types: the titles themselves, and phrases of them. */
export function titlesTyped(titles: readonly { readonly id: string; readonly title: string }[], typed: Typed) {
  const documents = new Map<string, { id: string; count: number }>();
  const phrases = new Map<string, number>();
  for (const { id, title } of titles) {
    const words = wordsIn(title);
    if (placesTyped(words, typed).length === 0) continue;
    const known = documents.get(title);
    documents.set(title, known === undefined ? { id, count: 1 } : { id: id < known.id ? id : known.id, count: known.count + 1 });
    for (const phrase of phrasesTyped(words, typed)) phrases.set(phrase, (phrases.get(phrase) ?? 0) + 1);
  }
  return {
    documents: [...documents].map(([text, { id, count }]) => ({ kind: 'document' as const, text, document: id, count })),
    phrases: [...phrases].map(([text, count]) => ({ kind: 'phrase' as const, text, document: null, count })),
  };
}

/** The order of suggestions of one kind: the most frequent first, then by text. */
export function bySuggestion(
  a: { readonly count: number; readonly text: string },
  b: { readonly count: number; readonly text: string },
): number {
  return b.count - a.count || (a.text < b.text ? -1 : a.text > b.text ? 1 : 0);
}

/** Most titles that are looked at for one answer, and how many words the longest typed beginning has: more cannot be what somebody is typing. */
export const typingLimits = { titles: 500, words: 12 } as const;
