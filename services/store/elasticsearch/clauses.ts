import type { estypes } from '@elastic/elasticsearch';
import { fold } from '#services/analysis/folding.ts';
import { toneForms } from '#services/analysis/tones.ts';
import type { QueryWord } from '#services/query/query.ts';
import type { Pair } from '#services/store/nearness.ts';
import { headingGap, pairWord, type TwofoldText } from './texts.ts';

export type Clause = NonNullable<estypes.QueryDslQueryContainer>;

/** Matches no document. */
export const nothing: Clause = { match_none: {} };

/** All of these, without a score. */
export function allOf(clauses: readonly Clause[]): Clause {
  const [only] = clauses;
  return clauses.length === 1 && only !== undefined ? only : { bool: { filter: [...clauses] } };
}

/** At least `least` of these. */
export function anyOf(clauses: readonly Clause[], least = 1): Clause {
  const [only] = clauses;
  if (only === undefined || clauses.length < least) return nothing;
  return clauses.length === 1 ? only : { bool: { should: [...clauses], minimum_should_match: least } };
}

/** The words of the index that a word of a query stands for: itself, or where it is half typed the exact words of all its tones. */
export function readingsOf(word: QueryWord): readonly string[] {
  return word.anyTone === true ? toneForms(word.text) : [word.text];
}

const fieldFor = ({ exact, folded }: TwofoldText, word: QueryWord) => (word.exact ? exact : folded);

/** A word in one text, without regard to how often. */
export function wordIn(text: TwofoldText, word: QueryWord): Clause {
  const field = fieldFor(text, word);
  const readings = readingsOf(word);
  return readings.length === 1 ? { term: { [field]: word.text } } : { terms: { [field]: [...readings] } };
}

/** Any word that begins with these letters, in one text. */
export function prefixIn(text: TwofoldText, word: QueryWord): Clause {
  return anyOf(readingsOf(word).map((value) => ({ prefix: { [fieldFor(text, word)]: { value } } })));
}

/** Two words side by side in a text that has pairs, in whatever tones. */
export function pairIn({ pairs }: TwofoldText & { readonly pairs: string }, [first, second]: Pair['words'], boost: number): Clause {
  const value = pairWord(fold(first.text), fold(second.text));
  return { term: { [pairs]: boost === 1 ? value : { value, boost } } };
}

/**
 * Words side by side in one text. Of a phrase typed half with and half without tones, the bare words decide the score and narrow the choice; that
 * each word stands there in the form wanted is asked place by place over both fields. Where the text has pairs, places are looked at only in documents
 * that hold all pairs of the phrase.
 */
export function phraseIn(text: TwofoldText, words: readonly QueryWord[]): Clause {
  const { exact, folded, weight } = text;
  if (words.length === 0) return nothing;
  const isHalfTyped = words.some((word) => word.anyTone === true);
  const pairs = pairsIn(text, words);
  if (!isHalfTyped && words.every((word) => word.exact)) return within(pairs, sideBySide(exact, words, weight));
  const bare = sideBySide(folded, words, weight);
  if (!words.some((word) => word.exact)) return within(pairs, bare);
  const placed = { all_of: { ordered: true, max_gaps: 0, intervals: words.map((word) => intervalOf(text, word)) } };
  return within([...pairs, { intervals: { [folded]: placed } }], bare);
}

const within = (filter: readonly Clause[], clause: Clause): Clause =>
  filter.length === 0 ? clause : { bool: { must: [clause], filter: [...filter] } };

/** The pairs of neighbouring words, each once. */
function pairsIn({ pairs }: TwofoldText, words: readonly QueryWord[]): Clause[] {
  if (pairs === undefined) return [];
  const folded = words.map(({ text }) => fold(text));
  const values = new Set(folded.slice(1).map((word, at) => pairWord(folded[at]!, word)));
  return Array.from(values, (value) => ({ term: { [pairs]: value } }));
}

function sideBySide(field: string, words: readonly QueryWord[], boost: number): Clause {
  const query = words.map((word) => (field.endsWith('exact') ? word.text : fold(word.text))).join(' ');
  return { match_phrase: { [field]: boost === 1 ? query : { query, boost } } };
}

/** Words in any order within one window of a text, with at most `distance` others among them, each asked for once however often it is given; what the text counts is its boost. */
export function nearIn(text: TwofoldText, words: readonly QueryWord[], distance: number): Clause {
  const distinct = new Map(words.map((word) => [`${word.exact} ${word.text}`, word]));
  const intervals = Array.from(distinct.values(), (word) => intervalOf(text, word));
  const [only] = intervals;
  if (only === undefined) return nothing;
  // A window does not reach over the gap between two values.
  const max_gaps = Math.min(distance, headingGap - 1);
  const window = intervals.length === 1 ? only : { all_of: { ordered: false, max_gaps, intervals } };
  return { intervals: { [text.folded]: { ...window, ...(text.weight === 1 ? {} : { boost: text.weight }) } } };
}

/** Words side by side, the last of them only begun, in one text. */
export function begunIn(text: TwofoldText, whole: readonly QueryWord[], begun: string): Clause {
  if (whole.length === 0) return { prefix: { [text.folded]: { value: begun } } };
  const intervals = [...whole.map((word) => intervalOf(text, word)), { prefix: { prefix: begun } }];
  return { intervals: { [text.folded]: { all_of: { ordered: true, max_gaps: 0, intervals } } } };
}

function intervalOf({ exact }: TwofoldText, word: QueryWord): estypes.QueryDslIntervalsContainer {
  const [first, ...others] = readingsOf(word).map((query) => ({ match: { query, ...(word.exact ? { use_field: exact } : {}) } }));
  return others.length === 0 && first !== undefined ? first : { any_of: { intervals: first === undefined ? [] : [first, ...others] } };
}
