import { foldTone } from '#ingest/vocabulary/phrases.ts';

/** A word or a sign of a sentence, with its place in the text (UTF-16 code units, end exclusive). */
export interface Word {
  /** Lower-case, tone marks on their modern place: as the phrase tables compare it. */
  readonly folded: string;
  readonly start: number;
  readonly end: number;
  /** True for a word that begins with a capital letter. */
  readonly capital: boolean;
  /** True for a sign that is no word: a comma, a bracket, a dash. */
  readonly sign: boolean;
  /** The bits of the lists that the word stands on (see `markOf`). */
  readonly marks: number;
}

type Form = Pick<Word, 'folded' | 'capital' | 'sign' | 'marks'>;

interface KnownForm extends Form {
  readonly raw: string;
}

/**
 * Forms of words seen before: official prose repeats itself. A word's place follows from its letters, and the word that comes to a taken place takes it over:
 * so the table cannot grow with what is read, and a word is looked up without cutting it out of the text.
 */
const PLACES = 1 << 14;
const LONGEST_KEPT = 12;
const forms: (KnownForm | undefined)[] = new Array<KnownForm | undefined>(PLACES).fill(undefined);

/** By word; the bits of `0` are those of every word that begins with a figure. */
const marked = new Map<string, number>();
const bits = new Map<string, number>();

/**
 * The bit in `Word.marks` of the words that are one of `list` (folded; `0`: that begin with a figure). It is found once for each form of a word, so that a
 * sentence tells by one look at its words, without looking any of them up, whether it holds one of the list.
 */
export function markOf(...list: readonly string[]): number {
  const key = list.join('|');
  const known = bits.get(key);
  if (known !== undefined) return known;
  // In one number there is room for 31 of them.
  if (bits.size >= 31) throw new RangeError('more lists of words than bits');
  const bit = 1 << bits.size;
  bits.set(key, bit);
  for (const word of list) marked.set(word, (marked.get(word) ?? 0) | bit);
  // Forms seen before lack the bit.
  forms.fill(undefined);
  return bit;
}

/** The marks of all the words together. */
export function marksIn(words: readonly Word[]): number {
  let marks = 0;
  for (const word of words) marks |= word.marks;
  return marks;
}

/**
 * True for a code unit of a letter, a digit or a mark. By code and not by Unicode class, for it is asked of every letter of a text:
 * up to Latin-1 exactly, above that all but spaces, typographic and private signs.
 */
export function inWord(code: number): boolean {
  if (code < 128) return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
  return code >= 0xc0 && (code < 0x2000 || (code > 0x2bff && (code < 0xd800 || code > 0xf8ff)));
}

function isSpace(code: number): boolean {
  return code <= 32 || code === 0xa0 || (code >= 0x2000 && code <= 0x200b) || code === 0x2028 || code === 0x2029 || code === 0x202f;
}

/** The words and signs of `text` between `from` and `to`. */
export function wordsIn(text: string, from: number, to: number): Word[] {
  const words: Word[] = [];
  for (let start = from; start < to; ) {
    const code = text.charCodeAt(start);
    if (isSpace(code)) {
      start += 1;
      continue;
    }
    let end = start + 1;
    let place = code;
    if (inWord(code))
      for (let next = text.charCodeAt(end); end < to && inWord(next); next = text.charCodeAt(end)) {
        place = (Math.imul(place, 31) + next) | 0;
        end += 1;
      }
    place &= PLACES - 1;
    const known = forms[place];
    const { folded, capital, sign, marks } =
      known !== undefined && known.raw.length === end - start && text.startsWith(known.raw, start)
        ? known
        : remember(text.slice(start, end), place);
    words.push({ folded, start, end, capital, sign, marks });
    start = end;
  }
  return words;
}

function remember(raw: string, place: number): Form {
  const sign = !inWord(raw.charCodeAt(0));
  const folded = sign ? raw : foldTone(raw);
  const code = raw.charCodeAt(0);
  const marks = marked.get(code >= 48 && code <= 57 ? '0' : folded) ?? 0;
  const form = { raw, folded, capital: raw[0] !== raw[0]!.toLowerCase(), sign, marks };
  // A long word would keep alive the text that it was cut from.
  if (raw.length <= LONGEST_KEPT) forms[place] = form;
  return form;
}
