import type { DocumentRecord } from '#ingest/model/record.ts';
import { compoundsOf } from '#services/analysis/compounds.ts';
import { type Words, wordsIn } from '#services/analysis/words.ts';
import type { QueryWord, WordTerm } from '#services/query/query.ts';

/** A word of a document, of one syllable or more (từ đơn, từ ghép): its syllables in their exact form, how often it stands there, and how it is printed. */
export interface Term {
  readonly key: string;
  readonly syllables: readonly string[];
  readonly count: number;
  readonly printed: string;
}

/** A word of the title is worth as much as this many of the text. */
const titleWorth = 3;
const letter = /\p{L}/u;
/** More capitalized syllables in a row are no name. */
const longestName = 6;

/**
 * The words of a record: where syllables make a compound of the lexicon that is the word, syllables in capitals side by side are a name, each other
 * one stands by itself. Those without a letter, or of one letter, are none.
 */
export function termsOf(record: DocumentRecord): Map<string, Term> {
  const terms = new Map<string, Term>();
  count(terms, wordsIn(record.text), 1);
  if (record.document.title !== null) count(terms, wordsIn(record.document.title), titleWorth);
  return terms;
}

/** The same of words alone. */
export function termsIn(words: Words): ReadonlyMap<string, Term> {
  const terms = new Map<string, Term>();
  count(terms, words, 1);
  return terms;
}

function count(terms: Map<string, Term>, words: Words, worth: number): void {
  let at = 0;
  for (const { first, last } of [...compoundsOf(words.exact), { first: words.exact.length, last: words.exact.length }]) {
    while (at < first) {
      const end = nameEnd(words, at, first - 1);
      add(terms, words, at, end, worth);
      at = end + 1;
    }
    if (first < words.exact.length) add(terms, words, first, last, worth);
    at = last + 1;
  }
}

const capital = /^\p{Lu}\p{M}*\p{Ll}/u;

/** Place of the last syllable of a name ("Mai Châu") that begins at `at`, at most `last`; `at` itself where none does. */
function nameEnd({ text, starts, ends }: Words, at: number, last: number): number {
  const isCapital = (place: number) => capital.test(text.slice(starts[place], ends[place]));
  let end = at;
  if (isCapital(at))
    while (end < last && end - at < longestName && text.slice(ends[end], starts[end + 1]) === ' ' && isCapital(end + 1)) end++;
  return end - at < longestName ? end : at;
}

function add(terms: Map<string, Term>, words: Words, first: number, last: number, worth: number): void {
  const syllables = words.exact.slice(first, last + 1);
  if (first === last && ((syllables[0] ?? '').length < 2 || !letter.test(syllables[0] ?? ''))) return;
  const key = syllables.join(' ');
  const known = terms.get(key);
  // In capitals it was printed for a heading.
  const keeps = known !== undefined && known.printed !== known.printed.toUpperCase();
  const printed = keeps ? known.printed : words.text.slice(words.starts[first], words.ends[last]).replace(/\s+/gu, ' ');
  terms.set(key, { key, syllables, count: (known?.count ?? 0) + worth, printed });
}

/** The word as a query asks for it, as printed: letters without tones match no others. */
export function wordTermOf({ syllables }: Term): WordTerm {
  const words = syllables.map((text): QueryWord => ({ text, exact: true }));
  const [word] = words;
  return word !== undefined && words.length === 1 ? { kind: 'word', word } : { kind: 'phrase', words };
}
