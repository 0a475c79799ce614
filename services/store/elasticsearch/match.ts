import { wordWeights } from '#mappings/fields.ts';
import type { Query, QueryTerm, QueryWord, WordTerm } from '#services/query/query.ts';
import { type Pair, pairsOf } from '#services/store/nearness.ts';
import { allOf, anyOf, type Clause, nearIn, pairIn, phraseIn, prefixIn, readingsOf, wordIn } from './clauses.ts';
import { featureClause, filterClauses, oneOf } from './features.ts';
import { type TwofoldText, texts } from './texts.ts';

/** A condition with a bound of what it can add to the score. */
export interface Part {
  readonly clause: Clause;
  readonly most: number;
}

/** The fields of document numbers with their weights, as they are asked together. */
const numberFields = (['own_number', 'numbers'] as const).map((name) => `${name}^${wordWeights[name]}`);

/**
 * No word scores more than this in a field of weight 1: BM25 gives less than the rarity of the word, ln(1 + (N - n + ½) / (n + ½)), which stays below
 * 23 for the 2³¹ documents that a shard can hold.
 */
const mostOfWord = 23;
const heaviest = texts.title.weight;
/** What two words side by side in what a document goes by add at most, beside their score. */
const titleBoost = 0.3;

/** The choice of documents without the work of scoring them. The user's words stand in it as terms of fields only, never as anything that is parsed. */
export function chosenBy(query: Query): Clause {
  const clauses = [...query.terms.map(holds), ...filterClauses(query.filters)];
  return clauses.length === 0 ? { match_all: {} } : { bool: { filter: clauses } };
}

/** Whether a term holds, in whichever of these texts its words stand; without a score. A number holds by its token, too. */
export function holds(term: QueryTerm): Clause {
  return holdsIn(term, texts.all, oneOfNumbers);
}

const oneOfNumbers = (token: string) => anyOf([oneOf('own_number', [token]), oneOf('numbers', [token])]);

/** Whether a term holds where its words are looked for in one text alone, and a number by its bearer; what must not hold must not hold anywhere. */
export function holdsWithin(term: QueryTerm, text: TwofoldText): Clause {
  return holdsIn(term, text, (token) => oneOf('own_number', [token]));
}

function holdsIn(term: QueryTerm, given: TwofoldText, byToken: (token: string) => Clause): Clause {
  const text = { ...given, weight: 1 };
  switch (term.kind) {
    case 'word':
      return wordIn(text, term.word);
    case 'prefix':
      return prefixIn(text, term.word);
    case 'phrase':
      return phraseIn(text, term.words);
    case 'near':
      return nearIn(text, term.words, term.distance);
    case 'symbol':
      return term.words.length === 0 ? byToken(term.token) : anyOf([byToken(term.token), phraseIn(text, term.words)]);
    case 'all':
      return term.of.length === 0 ? { match_all: {} } : allOf(term.of.map((one) => holdsIn(one, text, byToken)));
    case 'any':
      return anyOf(
        term.of.map((one) => holdsIn(one, text, byToken)),
        term.least,
      );
    case 'not':
      return { bool: { must_not: [holds(term.of)] } };
    default:
      return featureClause(term);
  }
}

/** A term as it is scored: the sum over the words that hold. What is not looked for in words scores nothing. */
export function scored(term: QueryTerm): Part {
  switch (term.kind) {
    case 'word':
      return wordPart(term.word);
    case 'prefix':
      return prefixPart(term.word);
    case 'phrase':
      return phrasePart(term.words);
    case 'near':
      // A window of words scores less than 1 by itself.
      return { clause: nearIn({ ...texts.all, weight: heaviest }, term.words, term.distance), most: heaviest };
    case 'symbol':
      return symbolPart(term);
    case 'all': {
      const parts = term.of.map(scored);
      if (parts.length === 0) return unscored({ match_all: {} });
      return { clause: { bool: { must: parts.map(({ clause }) => clause) } }, most: sumOf(parts) };
    }
    case 'any': {
      const parts = term.of.map(scored);
      const clauses = parts.map(({ clause }) => clause);
      return { clause: anyOf(clauses, term.least), most: sumOf(parts) };
    }
    default:
      return unscored(holds(term));
  }
}

const unscored = (clause: Clause): Part => ({ clause: { bool: { filter: [clause] } }, most: 0 });
const constant = (filter: Clause, boost: number): Clause => ({ constant_score: { filter, boost } });
export const sumOf = (parts: readonly Part[]) => parts.reduce((sum, { most }) => sum + most, 0);

/** A word scores as often as it stands in all texts (BM25F). */
function wordPart(word: QueryWord): Part {
  const { exact, folded } = texts.all;
  const readings = readingsOf(word).map((text) => ({ term: { [word.exact ? exact : folded]: text } }));
  const [only] = readings;
  return { clause: readings.length === 1 && only !== undefined ? only : { dis_max: { queries: readings } }, most: mostOfWord };
}

/** All words with this beginning count the same, by the weight of the text. */
function prefixPart(word: QueryWord): Part {
  const queries = Object.values(texts).map((text) => constant(prefixIn(text, word), text.weight));
  return { clause: { dis_max: { queries } }, most: heaviest };
}

/** Words side by side in one of the texts. */
function phrasePart(words: readonly QueryWord[]): Part {
  return { clause: phraseIn(texts.all, words), most: words.length * mostOfWord };
}

function symbolPart({ token, words }: Extract<WordTerm, { kind: 'symbol' }>): Part {
  const number = { clause: { combined_fields: { query: token, fields: numberFields } }, most: mostOfWord };
  if (words.length === 0) return number;
  const phrase = phrasePart(words);
  return { clause: anyOf([number.clause, phrase.clause]), most: number.most + phrase.most };
}

/** Neighbouring words of the query, where they stand side by side in a document too; in what it goes by they count the more, the shorter that is (BM25 of the one field). */
export function nearnessParts(query: Query): Part[] {
  return pairsOf(query).flatMap(({ words, share }: Pair) => [
    { clause: pairIn(texts.all, words, share), most: share * mostOfWord },
    { clause: phraseIn({ ...texts.title, weight: titleBoost }, words), most: titleBoost * words.length * mostOfWord },
  ]);
}
