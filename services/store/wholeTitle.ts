import { createHash } from 'node:crypto';
import type { DocumentRecord } from '#ingest/model/record.ts';
import { fold } from '#services/analysis/folding.ts';
import { typeNameOf } from '#services/analysis/naming.ts';
import { wordsIn } from '#services/analysis/words.ts';
import type { QueryTerm } from '#services/query/query.ts';
import { scoringTerms } from './standing.ts';

/**
 * A title typed as a whole names its document, as a number does. It is known by one token for all its words in the order in which they first come, without
 * accents: those that are typed bind as everywhere, since every word of a query must hold. A query holds what is typed twice but once.
 */

/** Fewer words may as well be looked for anywhere. */
const fewest = 4;
/** In so many ways at most is one query read as a title. */
const mostReadings = 64;

/** The tokens of the title of a document: by itself, behind the name of its type, and without the issuer where that stands before it ("của Ban Bí thư về…"). */
export function titleTokens({ type, title, issuer }: DocumentRecord['document']): readonly string[] {
  const words = foldedWords(title);
  const by = ['cua', ...foldedWords(issuer)];
  const beginsWithIssuer = issuer !== null && by.every((word, at) => words[at] === word);
  const titles = beginsWithIssuer ? [words, words.slice(by.length)] : [words];
  const long = titles.filter((each) => plain(each).length >= fewest);
  const typed = type === null ? [] : foldedWords(typeNameOf(type));
  return tokensOf(long.flatMap((each) => [each, [...typed, ...each]]));
}

const foldedWords = (text: string | null) => (text === null ? [] : wordsIn(text).folded);

/** The tokens of the titles that these terms may make up, all together and in their order; none where something else is looked for, too, or hardly more than a number or a day. */
export function titlesTyped(terms: readonly QueryTerm[]): readonly string[] {
  const isLong = (words: Reading) => plain(words).length >= fewest;
  const besides = inTurn(terms.filter((term) => !isNumberOrDay(term))) ?? [];
  return besides.some(isLong) ? tokensOf((inTurn(terms) ?? []).filter(isLong)) : [];
}

function isNumberOrDay(term: QueryTerm): boolean {
  return term.kind === 'symbol' || term.kind === 'dates' || (term.kind === 'any' && term.of.some(isNumberOrDay));
}

type Reading = readonly string[];

/** The words that a term stands for, in each way that it can be read; none for a condition; null for what is no words of a title. */
function readingsOf(term: QueryTerm): readonly Reading[] | null {
  switch (term.kind) {
    case 'word':
      return [[fold(term.word.text)]];
    case 'phrase':
      return [term.words.map(({ text }) => fold(text))];
    case 'symbol':
      return term.words.length === 0 ? null : [term.words.map(({ text }) => fold(text))];
    case 'all':
      return inTurn(term.of);
    case 'any': {
      if (scoringTerms(term.of).length === 0) return [[]];
      if (term.least !== undefined && term.least !== 1) return null;
      const read = term.of.filter((one) => scoringTerms([one]).length > 0).flatMap((one) => readingsOf(one) ?? []);
      return read.length === 0 ? null : [...new Map(read.map((words) => [plain(words).join(' '), words])).values()];
    }
    case 'near':
    case 'prefix':
      return null;
    default:
      return [[]];
  }
}

/** The readings of terms one behind another. Where they would be too many, what further terms can stand for besides what was typed is left out. */
function inTurn(terms: readonly QueryTerm[]): readonly Reading[] | null {
  let all: readonly Reading[] = [[]];
  for (const term of terms) {
    const readings = readingsOf(term);
    if (readings === null) return null;
    const some = all.length * readings.length > mostReadings ? readings.slice(0, 1) : readings;
    all = all.flatMap((before) => some.map((words) => [...before, ...words]));
  }
  return all;
}

/** Each word once. Zeros before a number are written or left out, and so is "số", which a query does not keep before a number: neither counts. */
function plain(words: Reading): Reading {
  return [...new Set(words.map((word) => word.replace(/^0+(?=\d)/u, '')).filter((word) => word !== 'so'))];
}

function tokensOf(readings: readonly Reading[]): readonly string[] {
  const token = (words: Reading) => createHash('sha256').update(plain(words).join(' ')).digest('base64url').slice(0, 16);
  return [...new Set(readings.map(token))];
}
