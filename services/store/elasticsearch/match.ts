import { wordFields } from '#mappings/fields.ts';
import { compoundsOf } from '#services/analysis/compounds.ts';
import type { Query, QueryTerm, QueryWord, WordTerm } from '#services/query/query.ts';
import { allOf, anyOf, type Clause, nearIn, nothing, phraseIn, prefixIn, readingsOf, wordIn } from './clauses.ts';
import { featureClause, filterClauses, oneOf } from './features.ts';
import { searched, type TwofoldText, texts } from './texts.ts';

/** A condition with a bound of what it can add to the score. */
export interface Part {
  readonly clause: Clause;
  readonly most: number;
}

type Holds = (typeof wordFields)[number]['holds'];
const fieldsThat = (holds: Holds) => wordFields.filter((field) => field.holds === holds);
/** The fields of each kind with their weights, as they are asked together. */
const together: Readonly<Record<Holds, readonly string[]>> = {
  exact: weighted('exact'),
  folded: weighted('folded'),
  numbers: weighted('numbers'),
};

function weighted(holds: Holds): string[] {
  return fieldsThat(holds).map(({ name, weight }) => `${name}^${weight}`);
}

/**
 * No word scores more than this in a field of weight 1: BM25 gives less than the rarity of the word, ln(1 + (N - n + ½) / (n + ½)), which stays below
 * 23 for the 2³¹ documents that a shard can hold.
 */
const mostOfWord = 23;
const heaviest = Math.max(...searched.map(({ weight }) => weight));
/** What a compound adds at most, beside the score of its syllables: it decides between documents that are else alike, not between words. */
const compoundBoost = 0.5;
/** What two words side by side in a title or a text add at most, beside their score. */
const neighbourBoost = 0.3;
const compoundFields = ['compounds_title^5', 'compounds_body'];

/** The choice of documents without the work of scoring them. The user's words stand in it as terms of fields only, never as anything that is parsed. */
export function chosenBy(query: Query): Clause {
  const clauses = [...query.terms.map(holds), ...filterClauses(query.filters)];
  return clauses.length === 0 ? { match_all: {} } : { bool: { filter: clauses } };
}

/** Whether a term holds, in whichever of these texts its words stand; without a score. A number holds by its token, too. */
export function holds(term: QueryTerm): Clause {
  return holdsIn(term, searched, oneOfNumbers);
}

const oneOfNumbers = (token: string) => anyOf([oneOf('own_number', [token]), oneOf('numbers', [token])]);

/** Whether a term holds where its words are looked for in one text alone, and a number by its bearer; what must not hold must not hold anywhere. */
export function holdsWithin(term: QueryTerm, text: TwofoldText): Clause {
  return holdsIn(term, [text], (token) => oneOf('own_number', [token]));
}

function holdsIn(term: QueryTerm, texts: readonly TwofoldText[], byToken: (token: string) => Clause): Clause {
  const each = (clause: (text: TwofoldText) => Clause) => anyOf(texts.map((text) => clause({ ...text, weight: 1 })));
  switch (term.kind) {
    case 'word':
      return each((text) => wordIn(text, term.word));
    case 'prefix':
      return each((text) => prefixIn(text, term.word));
    case 'phrase':
      return each((text) => phraseIn(text, term.words));
    case 'near':
      return each((text) => nearIn(text, term.words, term.distance));
    case 'symbol':
      return term.words.length === 0 ? byToken(term.token) : anyOf([byToken(term.token), each((text) => phraseIn(text, term.words))]);
    case 'all':
      return term.of.length === 0 ? { match_all: {} } : allOf(term.of.map((one) => holdsIn(one, texts, byToken)));
    case 'any':
      return anyOf(
        term.of.map((one) => holdsIn(one, texts, byToken)),
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
      return { clause: { dis_max: { queries: searched.map((text) => constant(prefixIn(text, term.word), text.weight)) } }, most: heaviest };
    case 'phrase':
      return phrasePart(term.words);
    case 'near':
      return {
        clause: { dis_max: { queries: searched.map((text) => nearIn(text, term.words, term.distance)) } },
        most: heaviest * mostOfWord,
      };
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

/** One word in any of these fields, scored as if they were one in which it stood as many times more often as the field weighs (BM25F). */
function combined(kind: Holds, word: string): Clause {
  return { combined_fields: { query: word, fields: [...together[kind]] } };
}

function wordPart(word: QueryWord): Part {
  const readings = readingsOf(word).map((text) => combined(word.exact ? 'exact' : 'folded', text));
  const [only] = readings;
  return { clause: readings.length === 1 && only !== undefined ? only : { dis_max: { queries: readings } }, most: mostOfWord };
}

/** Words side by side in one of the texts. */
function phrasePart(words: readonly QueryWord[]): Part {
  if (words.length === 0) return { clause: nothing, most: 0 };
  const queries = searched.map((text) => phraseIn(text, words));
  return { clause: { dis_max: { queries } }, most: heaviest * words.length * mostOfWord };
}

function symbolPart({ token, words }: Extract<WordTerm, { kind: 'symbol' }>): Part {
  const number = { clause: combined('numbers', token), most: mostOfWord };
  if (words.length === 0) return number;
  const phrase = phrasePart(words);
  return { clause: anyOf([number.clause, phrase.clause]), most: number.most + phrase.most };
}

/** The compounds that neighbouring words of the query make, wherever they stand as such. */
export function compoundParts(terms: readonly QueryTerm[]): Part[] {
  return runsOf(terms).flatMap((run) => {
    const syllables = run.map((term) => (term.kind === 'word' ? term.word.text : ''));
    return compoundsOf(syllables).map(({ first, last }) => {
      const query = syllables.slice(first, last + 1).join('_');
      return { clause: { combined_fields: { query, fields: compoundFields, boost: compoundBoost } }, most: compoundBoost * mostOfWord };
    });
  });
}

/**
 * Neighbouring words of the query, where they stand side by side in what a document goes by, or in its text. The shorter that is, the more it counts
 * (BM25 of the one field).
 */
export function neighbourParts(terms: readonly QueryTerm[]): Part[] {
  return runsOf(terms).flatMap((run) => {
    const pairs = run.flatMap((term, at) => {
      const next = run[at + 1];
      return term.kind === 'word' && next?.kind === 'word' ? [[term.word, next.word]] : [];
    });
    return pairs.flatMap((words) =>
      [texts.title, texts.body].map((text) => ({
        clause: phraseIn({ ...text, weight: neighbourBoost }, words),
        most: neighbourBoost * words.length * mostOfWord,
      })),
    );
  });
}

/** Terms that stand side by side: those of the query, and those that are joined within it. Of a choice each stands for itself. */
function runsOf(terms: readonly QueryTerm[]): (readonly QueryTerm[])[] {
  const within = terms.flatMap((term) => {
    if (term.kind === 'all') return runsOf(term.of);
    return term.kind === 'any' ? term.of.flatMap((one) => runsOf([one])) : [];
  });
  return [terms, ...within];
}
