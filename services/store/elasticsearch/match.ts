import type { estypes } from '@elastic/elasticsearch';
import { facetFields, wordFields } from '#mappings/fields.ts';
import { compoundsOf } from '#services/analysis/compounds.ts';
import { fold } from '#services/analysis/folding.ts';
import { foldedSymbol } from '#services/analysis/symbols.ts';
import type { Query, QueryFilters, QueryTerm, QueryWord } from '#services/query/query.ts';

type Clause = NonNullable<estypes.QueryDslQueryContainer>;

/** A condition with a bound of what it can add to the score. */
interface Part {
  readonly clause: Clause;
  readonly most: number;
}

type Holds = (typeof wordFields)[number]['holds'];
const fieldsThat = (holds: Holds) => wordFields.filter((field) => field.holds === holds);
/** Fields with tones and fields without, side by side: the words of one stand at the same places in the other. */
const texts: readonly TwofoldText[] = fieldsThat('exact').map(({ name, weight }) => ({
  exact: name,
  folded: name.replace(/exact$/u, 'folded'),
  weight,
}));

/**
 * No word scores more than this in a field of weight 1: BM25 gives less than the rarity of the word, ln(1 + (N - n + ½) / (n + ½)), which stays below
 * 32 for as many documents as there can be.
 */
const mostOfWord = 32;
/** What a compound adds at most, beside the score of its syllables: it decides between documents that are else alike, not between words. */
const compoundBoost = 0.5;
const compoundFields = ['compounds_title^5', 'compounds_body'];

/**
 * A query as Elasticsearch takes it. The user's words stand in it as terms of fields only, never as anything that is parsed.
 * A query without terms is its filters; `unscored` is the same choice of documents without the work of scoring them.
 */
export function queryOf(query: Query, how: 'scored' | 'unscored' = 'scored'): Clause {
  const filter = filtersOf(query.filters);
  const parts = query.terms.map(partOf);
  if (parts.length === 0 && filter.length === 0) return { match_all: {} };
  const must = parts.map((part) => part.clause);
  if (how === 'unscored' || parts.length === 0) return { bool: { filter: [...must, ...filter] } };
  const gentle = compoundsIn(query.terms);
  const lift = liftOf(query.terms, [...parts, ...gentle]);
  return { bool: { must, filter, should: [...lift, ...gentle.map((part) => part.clause)] } };
}

function partOf(term: QueryTerm): Part {
  if (term.kind === 'word') return wordPart(term.word);
  if (term.kind === 'phrase') return phrasePart(term.words);
  const number = { clause: combined('numbers', foldedSymbol(term.key)), most: mostOfWord };
  if (term.words.length === 0) return number;
  const phrase = phrasePart(term.words);
  return { clause: { bool: { should: [number.clause, phrase.clause], minimum_should_match: 1 } }, most: number.most + phrase.most };
}

/** One word in any of these fields, scored as if they were one in which it stood as many times more often as the field weighs (BM25F). */
function combined(holds: Holds, word: string): Clause {
  return { combined_fields: { query: word, fields: fieldsThat(holds).map(({ name, weight }) => `${name}^${weight}`) } };
}

function wordPart(word: QueryWord): Part {
  return { clause: combined(word.exact ? 'exact' : 'folded', word.text), most: mostOfWord };
}

/** Words side by side in one of the texts. */
function phrasePart(words: readonly QueryWord[]): Part {
  const most = Math.max(...texts.map(({ weight }) => weight)) * words.length * mostOfWord;
  return { clause: { dis_max: { queries: texts.map((text) => phraseIn(text, words)) } }, most };
}

/** A text whose words lie in two fields, in both forms, at the same places. */
export interface TwofoldText {
  readonly exact: string;
  readonly folded: string;
  readonly weight: number;
}

/**
 * Words side by side in one text. Of a phrase typed half with and half without tones, the bare words decide the score and narrow the choice; that
 * each word stands there in the form wanted is asked place by place over both fields.
 */
export function phraseIn({ exact, folded, weight }: TwofoldText, words: readonly QueryWord[]): Clause {
  if (words.every((word) => word.exact)) return sideBySide(exact, words, weight);
  const bare = sideBySide(folded, words, weight);
  if (!words.some((word) => word.exact)) return bare;
  const intervals = words.map((word) => ({ match: { query: word.text, ...(word.exact ? { use_field: exact } : {}) } }));
  return { bool: { must: [bare], filter: [{ intervals: { [folded]: { all_of: { ordered: true, max_gaps: 0, intervals } } } }] } };
}

function sideBySide(field: string, words: readonly QueryWord[], boost: number): Clause {
  const query = words.map((word) => (field.endsWith('exact') ? word.text : fold(word.text))).join(' ');
  return { match_phrase: { [field]: boost === 1 ? query : { query, boost } } };
}

/** The compounds that neighbouring words of the query make, wherever they stand as such. */
function compoundsIn(terms: readonly QueryTerm[]): Part[] {
  const syllables = terms.map((term) => (term.kind === 'word' ? term.word.text : ''));
  return compoundsOf(syllables).map(({ first, last }) => {
    const query = syllables.slice(first, last + 1).join('_');
    return { clause: { combined_fields: { query, fields: compoundFields, boost: compoundBoost } }, most: compoundBoost * mostOfWord };
  });
}

/**
 * Puts a document that bears a wanted number itself above all that only cite it: adds more than the words can. Scores are held with 24 binary digits, so
 * the lift is no larger than it must be, and a power of two: what parts two such documents is then lost below a ten-thousandth only.
 */
function liftOf(terms: readonly QueryTerm[], parts: readonly Part[]): Clause[] {
  const own = terms.flatMap((term) => (term.kind === 'symbol' ? [foldedSymbol(term.key)] : []));
  if (own.length === 0) return [];
  const most = parts.reduce((sum, part) => sum + part.most, 0);
  return [{ constant_score: { filter: { terms: { key_folded: own } }, boost: 2 ** Math.ceil(Math.log2(most)) } }];
}

/** Conditions of the filters that are set. */
function filtersOf(filters: QueryFilters): Clause[] {
  const { from, to, cites } = filters;
  const clauses: Clause[] = facetFields.flatMap((name) => {
    const value = filters[name];
    return value === undefined ? [] : [{ term: { [name]: value } }];
  });
  if (from !== undefined || to !== undefined) clauses.push({ range: { date: daysBetween(from, to) } });
  if (cites !== undefined) clauses.push({ term: { cited: foldedSymbol(cites) } });
  return clauses;
}

/** ISO days, both inclusive, of a keyword field: they compare as text. */
export function daysBetween(from: string | undefined, to: string | undefined): { gte?: string; lte?: string } {
  return { ...(from === undefined ? {} : { gte: from }), ...(to === undefined ? {} : { lte: to }) };
}
