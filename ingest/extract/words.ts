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
}

type Form = Pick<Word, 'folded' | 'capital' | 'sign'>;

/** Forms of words seen before: official prose repeats itself. Emptied when full, so that it cannot grow with what is read. */
const forms = new Map<string, Form>();
const MOST_FORMS = 20_000;

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
    if (inWord(code)) while (end < to && inWord(text.charCodeAt(end))) end += 1;
    const raw = text.slice(start, end);
    const { folded, capital, sign } = forms.get(raw) ?? remember(raw);
    words.push({ folded, start, end, capital, sign });
    start = end;
  }
  return words;
}

function remember(raw: string): Form {
  const sign = !inWord(raw.charCodeAt(0));
  const form = { folded: sign ? raw : foldTone(raw), capital: raw[0] !== raw[0]!.toLowerCase(), sign };
  if (forms.size >= MOST_FORMS) forms.clear();
  if (raw.length <= 40) forms.set(raw, form);
  return form;
}
