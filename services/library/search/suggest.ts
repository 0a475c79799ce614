import { Failure } from '#ingest/model/failure.ts';
import { wordsIn } from '#services/analysis/words.ts';
import { queryLimits } from '#services/query/parse.ts';
import type { Suggestion as Held, Store } from '#services/store/port.ts';
import type { Suggestion, Suggestions } from '../shapes.ts';

/** Most words at the end of what is typed that are completed by themselves, where nothing goes on from all of it. */
const mostTail = 3;
/** Fewer letters at the end begin too much to say anything about what stands before them. */
const leastTail = 2;

/** In this order kinds are shown: who types a number or a title mostly means one document. */
const kinds: readonly Suggestion['kind'][] = ['number', 'document', 'body', 'person', 'phrase'];

/**
 * What the collection holds that may be meant by words that are still being typed, at most `limit`. Where nothing goes on from the whole of it, its
 * last words are completed by bodies, people and phrases, as many of them as can be, and what stands before them is kept.
 *
 * @throws Failure `bad-query` for more characters than a query can have.
 */
export async function suggest(index: Store, typed: string, limit: number): Promise<Suggestions> {
  if (typed.length > queryLimits.characters) {
    throw new Failure('bad-query', `There are ${typed.length} characters; the limit is ${queryLimits.characters}.`);
  }
  const words = wordsIn(typed);
  if (words.exact.length === 0) return { typed, suggestions: [] };
  let found = (await index.suggest(typed, limit)).map((held) => suggestionOf(held, ''));
  for (let tail = Math.min(mostTail, words.exact.length - 1); tail > 0 && found.length === 0; tail--) {
    const start = words.starts[words.exact.length - tail] ?? 0;
    if (typed.length - start < leastTail) break;
    const ends = await index.suggest(typed.slice(start), limit);
    found = ends.filter(({ kind }) => kind !== 'document' && kind !== 'number').map((held) => suggestionOf(held, typed.slice(0, start)));
  }
  const distinct = [...new Map(found.map((one) => [`${one.kind} ${one.query.toLowerCase()}`, one])).values()];
  return { typed, suggestions: fairShares(distinct, limit) };
}

function suggestionOf({ kind, text, document, count }: Held, before: string): Suggestion {
  return { kind, text, query: before + text, document, count };
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
