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

const wordOrSign = /[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu;

/** The words and signs of `text` between `from` and `to`. */
export function wordsIn(text: string, from: number, to: number): Word[] {
  const words: Word[] = [];
  wordOrSign.lastIndex = from;
  for (let match = wordOrSign.exec(text); match !== null && match.index < to; match = wordOrSign.exec(text)) {
    const raw = match[0];
    const lower = raw.toLowerCase();
    const sign = lower === raw && raw.toUpperCase() === raw && !/[\p{L}\p{N}]/u.test(raw);
    words.push({
      folded: sign ? raw : foldTone(raw),
      start: match.index,
      end: match.index + raw.length,
      capital: raw[0] !== lower[0],
      sign,
    });
  }
  return words;
}
