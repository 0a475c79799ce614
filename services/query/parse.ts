import { Failure } from '#ingest/model/failure.ts';
import { pairsIn } from './brackets.ts';
import { closedQuery } from './expand.ts';
import { readAlternatives } from './grammar.ts';
import type { Query, QueryFilters, ReadQuery } from './query.ts';
import { Reader } from './reader.ts';

/** Longest query in UTF-16 code units, and most terms in one (a phrase or a document number counts once). */
export const queryLimits = { characters: 500, terms: 32 } as const;

/**
 * The reader's words as a tree that names no engine, with what was read into them.
 *
 * Words: all must match, anywhere in the document. A syllable with a tone is looked for as typed, a bare one with any tone; document numbers are known in
 * any written form, abbreviations of the field in full too. Words in quotation marks stand side by side, as typed.
 * Beyond that, in Vietnamese or English: `-word` or KHÔNG/NOT (without it), HOẶC/OR or | between alternatives (they reach to the ends of the bracket),
 * VÀ/AND (what holds anyway), brackets, `"a b"~5` and `a GẦN/5 b` (at most five other words between), `chuyê*` (beginnings), `field:value` (fieldNames.ts).
 * What is none of this is plain words; what can only be meant as this and is wrong is refused.
 *
 * @throws Failure `bad-query`: more than 500 characters or 32 terms; no letter and no digit; what is wrong, with its place in `details`.
 */
export function readQuery(words: string, filters: QueryFilters = {}): ReadQuery {
  if (words.length > queryLimits.characters) {
    throw new Failure('bad-query', `The query has ${words.length} characters; the limit is ${queryLimits.characters}.`);
  }
  const text = plainSigns(words);
  const reader = new Reader(text, pairsIn(text));
  const terms = readAlternatives(reader, text.length, 0);
  if (terms.length === 0) throw new Failure('bad-query', 'The query holds no letter and no digit.');
  if (reader.count > queryLimits.terms) {
    throw new Failure('bad-query', `The query has ${reader.count} words; the limit is ${queryLimits.terms}.`);
  }
  return { query: { terms, filters }, readings: reader.readings };
}

/** As `readQuery`, for what is put to one store only: what another document says cannot be asked. */
export function parseQuery(words: string, filters: QueryFilters = {}): Query {
  return closedQuery(readQuery(words, filters).query);
}

/** Signs that look alike as one, each as long as it was: hyphens, and Đ as Icelandic keyboards have it. */
function plainSigns(words: string): string {
  return words
    .replace(/[\u2010\u2011\u2012\u2212\uff0d]/gu, '-')
    .replaceAll('Ð', 'Đ')
    .replaceAll('ð', 'đ');
}
