import { Failure } from '#ingest/model/failure.ts';
import { wordsIn } from '#services/analysis/words.ts';
import { queryLimits } from '#services/query/parse.ts';
import type { Suggestion as Held, Store } from '#services/store/port.ts';
import type { Suggestion, Suggestions } from '../shapes.ts';
import { type OpenField, openField } from './openField.ts';
import { suggestedQuery, suggestedValue } from './suggestedQuery.ts';
import { numbersTyped } from './typedPlaces.ts';

/** Most words at the end of what is typed that are completed by themselves, where nothing goes on from all of it. */
const mostTail = 3;
/** Fewer letters at the end begin too much to say anything about what stands before them. */
const leastTail = 2;

/** In this order kinds are shown: who types a number or a title mostly means one document. */
const kinds: readonly Suggestion['kind'][] = ['number', 'document', 'body', 'person', 'phrase'];

/**
 * What the collection holds that may be meant by words that are still being typed, at most `limit`. Where nothing goes on from the whole of it, its
 * last words are completed by bodies, people and phrases, as many of them as can be, and what stands before them is kept. Behind the name of a field only
 * what can be its value is offered. The search reads every query that is offered.
 *
 * @throws Failure `bad-query` for more characters than a query can have.
 */
export async function suggest(index: Store, typed: string, limit: number): Promise<Suggestions> {
  if (typed.length > queryLimits.characters) {
    throw new Failure('bad-query', `There are ${typed.length} characters; the limit is ${queryLimits.characters}.`);
  }
  if (wordsIn(typed).exact.length === 0) return { typed, suggestions: [] };
  const all = await offersFor(index, typed, limit);
  const distinct = [...new Map(all.map((one) => [`${one.kind} ${one.query.toLowerCase()}`, one])).values()];
  return { typed, suggestions: fairShares(distinct, limit) };
}

async function offersFor(index: Store, typed: string, limit: number): Promise<Suggestion[]> {
  const field = openField(typed);
  const values = field === null ? [] : await valuesTyped(index, typed, field, limit);
  if (values.length > 0) return values;
  if (field !== null && !field.spaced) return field.end < typed.length ? await tailsTyped(index, typed, field.end, limit) : [];
  const wholes = await wholesTyped(index, typed, limit);
  return wholes.length > 0 ? wholes : await tailsTyped(index, typed, 0, limit);
}

/** What goes on from all that is typed. */
async function wholesTyped(index: Store, typed: string, limit: number): Promise<Suggestion[]> {
  return withQueries(await index.suggest(typed, limit), ({ kind, text }) => suggestedQuery(kind, text, ''));
}

/** Values of a field that go on from what is typed behind its name. */
async function valuesTyped(index: Store, typed: string, { kind, start }: OpenField, limit: number): Promise<Suggestion[]> {
  if (kind === null) return [];
  const values = (await index.suggest(typed.slice(start), limit)).filter((held) => held.kind === kind);
  return withQueries(values, ({ text }) => suggestedValue(text, typed.slice(0, start)));
}

/** What goes on from the last words, which begin behind `from`. */
async function tailsTyped(index: Store, typed: string, from: number, limit: number): Promise<Suggestion[]> {
  const { starts } = wordsIn(typed);
  for (let tail = Math.min(mostTail, starts.length - 1); tail > 0; tail--) {
    const start = starts[starts.length - tail] ?? 0;
    if (typed.length - start < leastTail) break;
    if (start < from || isInAddress(typed, start)) continue;
    const ends = (await index.suggest(typed.slice(start), limit)).filter(({ kind }) => kind !== 'document' && kind !== 'number');
    const found = withQueries(ends, ({ kind, text }) => suggestedQuery(kind, text, typed.slice(0, start)));
    if (found.length > 0) return found;
  }
  return [];
}

/** Whether a place is behind the sign in a number with its place ("20-KH/TU@Bến Tre"), which is one name. */
function isInAddress(typed: string, at: number): boolean {
  return numbersTyped(typed).some(({ span }) => typed.charAt(span.end) === '@' && span.end < at);
}

/** Those for which there is a query that the search reads. */
function withQueries(held: readonly Held[], queryOf: (held: Held) => string | null): Suggestion[] {
  return held.flatMap((one) => {
    const query = queryOf(one);
    return query === null ? [] : [{ kind: one.kind, text: one.text, query, document: one.document, count: one.count }];
  });
}

/** At most `limit`, kind by kind: each kind gives in turn, so that none crowds out the others. */
function fairShares(found: readonly Suggestion[], limit: number): Suggestion[] {
  const byKind = kinds.map((kind) => found.filter((one) => one.kind === kind));
  const taken = kinds.map(() => 0);
  let left = Math.min(limit, found.length);
  while (left > 0) {
    for (const [at, list] of byKind.entries()) {
      if (left === 0 || (taken[at] ?? 0) >= list.length) continue;
      taken[at] = (taken[at] ?? 0) + 1;
      left--;
    }
  }
  return byKind.flatMap((list, at) => list.slice(0, taken[at]));
}
