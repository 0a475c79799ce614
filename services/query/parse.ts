import { Failure } from '#ingest/model/failure.ts';
import { type FoundSymbol, foldedSymbol, symbolAt, symbolKey } from '#services/analysis/symbols.ts';
import { type Words, wantedWords, wordsIn } from '#services/analysis/words.ts';
import type { Query, QueryFilters, QueryTerm, QueryWord, ReadQuery } from './query.ts';

/** Longest query in UTF-16 code units, and most terms in one (a phrase or a document number counts once). */
export const queryLimits = { characters: 500, terms: 32 } as const;

/** Straight and typographic quotation marks; any one opens, any one closes. */
const quotes = /["“”„«»]/u;
/** What joins syllables written without spaces into one phrase: "18/5/2021", "chính trị-xã hội"; nothing, between the pieces of an overlong word. */
const joint = /^[-–—/.:_'’&+]?$/u;

/**
 * The reader's words as a tree that names no engine. There is no syntax to learn or to get wrong: what is in quotation marks must stand side by side,
 * document numbers are known in any written form, all else are words, all of which must match. Operators (AND, *, parentheses) are words or nothing.
 * A syllable with a tone or mark (or đ) is looked for as typed, a bare one with any tone.
 *
 * @throws Failure `bad-query` for more than 500 characters or 32 terms, and where no letter or digit is left.
 */
export function parseQuery(words: string, filters: QueryFilters = {}): Query {
  if (words.length > queryLimits.characters) {
    throw new Failure('bad-query', `The query has ${words.length} characters; the limit is ${queryLimits.characters}.`);
  }
  const terms = distinct(parts(words.normalize('NFC')).flatMap(({ text, quoted }) => (quoted ? quotedTerms(text) : looseTerms(text))));
  if (terms.length === 0) throw new Failure('bad-query', 'The query holds no letter and no digit.');
  if (terms.length > queryLimits.terms) {
    throw new Failure('bad-query', `The query has ${terms.length} words; the limit is ${queryLimits.terms}.`);
  }
  return { terms, filters };
}

/** The query as it was understood, with what was read into it. @throws Failure `bad-query`, as `parseQuery`. */
export function readQuery(words: string, filters: QueryFilters = {}): ReadQuery {
  return { query: parseQuery(words, filters), readings: [] };
}

/** Pieces in and out of quotation marks, in order. A last mark without its partner counts as a space. */
function parts(words: string): { text: string; quoted: boolean }[] {
  const pieces = words.split(quotes);
  return pieces.map((text, at) => ({ text, quoted: at % 2 === 1 && at < pieces.length - 1 }));
}

function quotedTerms(text: string): QueryTerm[] {
  const words = wordsIn(text);
  const symbol = symbolAt(words, 0, 'typed');
  if (symbol !== null && symbol.last === words.exact.length - 1) return [symbolTerm(words, symbol)];
  return words.exact.length === 0 ? [] : [wordsTerm(wantedWords(words))];
}

function looseTerms(text: string): QueryTerm[] {
  const words = wordsIn(text);
  const terms: QueryTerm[] = [];
  for (let at = 0; at < words.exact.length; at++) {
    const symbol = symbolAt(words, at, 'typed');
    if (symbol !== null) {
      terms.push(symbolTerm(words, symbol));
      at = symbol.last;
      continue;
    }
    const first = at;
    while (at + 1 < words.exact.length && joint.test(text.slice(words.ends[at], words.starts[at + 1]))) at++;
    terms.push(wordsTerm(wantedWords(words, first, at)));
  }
  return terms;
}

function wordsTerm(words: readonly QueryWord[]): QueryTerm {
  const [word] = words;
  return word !== undefined && words.length === 1 ? { kind: 'word', word } : { kind: 'phrase', words };
}

/** The words of a number are looked for without marks: it is one number however it is typed. */
function symbolTerm(words: Words, { first, last, written }: FoundSymbol): QueryTerm {
  const typed = words.folded.slice(first, last + 1).map((text) => ({ text, exact: false }));
  return { kind: 'symbol', key: symbolKey(written), token: foldedSymbol(written), words: typed };
}

function distinct(terms: readonly QueryTerm[]): QueryTerm[] {
  return [...new Map(terms.map((term) => [JSON.stringify(term), term])).values()];
}
