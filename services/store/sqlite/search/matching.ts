import { facetNames } from '#mappings/fields.ts';
import { foldedSymbol } from '#services/analysis/symbols.ts';
import type { FeatureTerm, Query, QueryFilters, QueryTerm, WordTerm } from '#services/query/query.ts';
import { filtersAsked } from '#services/store/features.ts';
import { relationMark } from '#services/store/index-entry.ts';
import type { IndexView } from '../postings/wordIndex.ts';
import type { Clock } from './clock.ts';
import type { TextField } from './phrases.ts';
import { anyOf, both, noRows, type Rows, severalOf, without } from './rows.ts';
import { inTitleAlone } from './titleAlone.ts';
import { everyRow, valuesAmong, valuesWith, withValue } from './values.ts';
import { groupOf, singleList, type Together, textFields, together } from './words.ts';

/** The evaluation of one query over one view of the index. */
export interface Evaluation {
  readonly view: IndexView;
  readonly clock: Clock;
  /** Where the words of a term stand together, of terms that were looked for in all texts, and among which documents. */
  readonly found: Map<WordTerm, { readonly among: Rows | null; readonly together: Together }>;
  /** Documents from this row on were not looked at, as time was over. */
  reached: number;
  /** Whether time was over before all words with some beginning had been looked at. */
  readonly isCut: () => boolean;
}

export function beginEvaluation(view: IndexView, clock: Clock, isCut: () => boolean = () => false): Evaluation {
  return { view, clock, found: new Map(), reached: Number.MAX_SAFE_INTEGER, isCut };
}

/** The documents for which terms and filters hold; where time was over, those among the documents that were looked at. */
export function matching(evaluation: Evaluation, { terms, filters }: Query): Rows {
  const citing = filters.cites === undefined ? null : evaluation.view.marks('cites', foldedSymbol(filters.cites));
  const rows = passing(evaluation.view, filters, holding(evaluation, { kind: 'all', of: terms }, citing, textFields));
  const end = rows.findIndex((row) => row >= evaluation.reached);
  return end < 0 ? rows : rows.subarray(0, end);
}

/**
 * The documents for which a term holds, among these (null: all). Words are looked for in `fields` only, but in all texts where they must not stand.
 */
export function holding(evaluation: Evaluation, term: QueryTerm, among: Rows | null, fields: readonly TextField[]): Rows {
  if (among !== null && among.length === 0) return noRows;
  switch (term.kind) {
    case 'all':
      return allHolding(evaluation, term.of, among, fields);
    case 'any':
      return severalOf(
        term.of.map((each) => holding(evaluation, each, among, fields)),
        term.least ?? 1,
        evaluation.view.columns.size,
      );
    case 'not': {
      const whole = among ?? everyRow(evaluation.view.columns);
      const held = holding(evaluation, term.of, whole, textFields);
      // Any of the others may hold a word with the beginning that must not stand there.
      return evaluation.isCut() && asksBeginning(term.of) ? noRows : without(whole, held);
    }
    case 'word':
    case 'phrase':
    case 'near':
    case 'prefix':
    case 'symbol':
      return wordHolding(evaluation, term, among, fields);
    default:
      return featureHolding(evaluation, term, among);
  }
}

function asksBeginning(term: QueryTerm): boolean {
  if (term.kind === 'all' || term.kind === 'any') return term.of.some(asksBeginning);
  return term.kind === 'prefix' || (term.kind === 'not' && asksBeginning(term.of));
}

/** The rarest first; each narrows those that come after it. */
function allHolding(evaluation: Evaluation, terms: readonly QueryTerm[], among: Rows | null, fields: readonly TextField[]): Rows {
  const weighed = terms.map((term) => ({ term, cost: costOf(evaluation.view, term, fields) }));
  let rows = among;
  for (const { term } of weighed.sort((a, b) => a.cost - b.cost)) rows = holding(evaluation, term, rows, fields);
  return rows ?? everyRow(evaluation.view.columns);
}

/** How much there is to look at, about: the lengths of lists; features last but one, as they are asked of each document; what must not hold last. */
function costOf(view: IndexView, term: QueryTerm, fields: readonly TextField[]): number {
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
  switch (term.kind) {
    case 'word':
      return sum(fields.map((field) => view.list(field, term.word).rows.length));
    case 'phrase':
    case 'near':
      return 8 * Math.min(...term.words.map((word) => sum(fields.map((field) => view.list(field, word).rows.length))), 2 ** 40);
    case 'symbol':
      return view.list('own', numberWord(term)).rows.length + view.list('numbers', numberWord(term)).rows.length;
    case 'prefix':
      return sum(fields.map((field) => view.prefix(field, term.word).rows.length));
    case 'all':
      return Math.min(...term.of.map((each) => costOf(view, each, fields)), 2 ** 41);
    case 'any':
      return sum(term.of.map((each) => costOf(view, each, fields)));
    case 'not':
      return 2 ** 42;
    case 'ids':
      return 0;
    default:
      return 2 ** 41;
  }
}

export const numberWord = ({ token }: { readonly token: string }) => ({ text: token, exact: true });

function wordHolding(evaluation: Evaluation, term: WordTerm, among: Rows | null, fields: readonly TextField[]): Rows {
  const { view } = evaluation;
  const narrowed = (rows: Rows) => (among === null ? rows : both(rows, among));
  const group = groupOf(term);
  const numbers: Rows[] = [];
  if (term.kind === 'symbol') {
    numbers.push(narrowed(view.list('own', numberWord(term)).rows));
    if (fields === textFields) numbers.push(narrowed(view.list('numbers', numberWord(term)).rows));
  }
  if (group !== null) return anyOf([...numbers, togetherIn(evaluation, term, among, fields).rows]);
  return anyOf([...numbers, ...fields.map((field) => narrowed(singleRows(view, field, term)))]);
}

const singleRows = (view: IndexView, field: TextField, term: WordTerm) => singleList(view, field, term).rows;

/**
 * Where the words of a term stand together. What was found in all texts is kept for the score; of a term that is met a second time, among documents that
 * were not all looked at, everything there is.
 */
export function togetherIn(evaluation: Evaluation, term: WordTerm, among: Rows | null, fields: readonly TextField[]): Together {
  const { view, clock, found } = evaluation;
  const group = groupOf(term) ?? { words: [], distance: null };
  const look = (within: Rows | null) => {
    const result = together(view, fields, group, within, clock);
    evaluation.reached = Math.min(evaluation.reached, result.reached);
    return result;
  };
  if (fields !== textFields) return look(among);
  const known = found.get(term);
  const covers = known !== undefined && (known.among === null || (among !== null && both(among, known.among).length === among.length));
  const within = known === undefined ? among : null;
  const whole = covers ? known.together : look(within);
  if (!covers) found.set(term, { among: within, together: whole });
  return known === undefined || among === null ? whole : narrowedTo(whole, among);
}

function narrowedTo(whole: Together, among: Rows): Together {
  const rows = both(whole.rows, among);
  const counts = new Float64Array(rows.length);
  for (let at = 0, place = 0; at < rows.length; at++) {
    while ((whole.rows[place] as number) < (rows[at] as number)) place++;
    counts[at] = whole.counts[place] as number;
  }
  return { ...whole, rows, counts };
}

function featureHolding(evaluation: Evaluation, term: FeatureTerm, among: Rows | null): Rows {
  const { view } = evaluation;
  const { columns } = view;
  const narrowed = (rows: Rows) => (among === null ? rows : both(rows, among));
  const whole = () => among ?? everyRow(columns);
  switch (term.kind) {
    case 'own':
      return narrowed(anyOf(term.tokens.map((token) => view.list('own', numberWord({ token })).rows)));
    case 'relates':
      return narrowed(view.marks('relates', relationMark(term.relation, term.token)));
    case 'print':
      return narrowed(anyOf(term.tokens.map((token) => view.marks('print', token))));
    case 'value':
      return withValue(columns.facets[term.field], valuesAmong(columns.facets[term.field], term.values), whole());
    case 'dates':
      return whole().filter((row) => isBetween(columns.dates[row] ?? '', term.from, term.to));
    case 'accepted':
      return whole().filter((row) => (columns.accepted[row] ?? '') > term.after);
    case 'has':
      return whole().filter((row) => columns.has(row, term.what));
    case 'ids': {
      const wanted = new Set(term.ids);
      wanted.delete('');
      return narrowed(everyRow(columns).filter((row) => wanted.has(columns.ids[row] ?? '')));
    }
    default:
      return withFeature(evaluation, term, whole());
  }
}

function withFeature(evaluation: Evaluation, term: FeatureTerm & { readonly kind: 'feature' }, among: Rows): Rows {
  const { field, words } = term;
  const { view } = evaluation;
  if (field !== 'title' && field !== 'part') {
    const column = view.columns.facets[field];
    return withValue(column, valuesWith(column, words), among);
  }
  if (words.length === 0) return noRows;
  const text = field === 'title' ? 'title' : 'parts';
  const rows = wordHolding(evaluation, { kind: 'phrase', words }, among, [text]);
  return field === 'title' ? inTitleAlone(view, words, rows) : rows;
}

function isBetween(date: string, from: string | null, to: string | null): boolean {
  return date !== '' && (from === null || date >= from) && (to === null || date <= to);
}

/** Of these documents those that pass the filters on their values and days. */
function passing(view: IndexView, given: QueryFilters, rows: Rows): Rows {
  const { columns } = view;
  const filters = filtersAsked(given);
  let left = rows;
  for (const name of facetNames) {
    const value = name === 'cites' ? undefined : filters[name];
    if (value !== undefined) left = withValue(columns.facets[name], valuesAmong(columns.facets[name], [value]), left);
  }
  const { from = null, to = null } = filters;
  return from === null && to === null ? left : left.filter((row) => isBetween(columns.dates[row] ?? '', from, to));
}
