import { PREDICATE_REACH, type Predicate, predicateAfter } from './predicates.ts';
import { sentenceEnd } from './sentences.ts';
import { goesOn, type Located } from './standing.ts';

/** `of` is the index of the mention right before the words: the last of the enumeration that shares them. */
export interface SharedPredicate extends Predicate {
  readonly of: number;
}

/**
 * What the words after each mention say of it, up to the next one of its sentence. The members of an enumeration share what is said after the last.
 */
export function predicatesOf(text: string, located: readonly Located[], starts: readonly number[]): (SharedPredicate | null)[] {
  const found: (SharedPredicate | null)[] = located.map(() => null);
  for (let index = located.length - 1; index >= 0; index -= 1) {
    const { end, span } = located[index]!.mention;
    const next = located[index + 1];
    const stop = Math.max(end, Math.min(sentenceEnd(starts, span.start, text.length), end + PREDICATE_REACH + 1));
    const follows = next !== undefined && next.mention.span.start < stop;
    const between = text.slice(end, follows ? Math.max(end, next.mention.span.start) : stop);
    const said = predicateAfter(between);
    // Offsets stay those after this mention's end.
    const shared = said === null && follows && goesOn(between) && !/^[^(]*\)/u.test(between) ? found[index + 1]! : null;
    const shift = follows ? next.mention.end - end : 0;
    found[index] =
      said !== null ? { ...said, of: index } : shared === null ? null : { ...shared, start: shared.start + shift, end: shared.end + shift };
  }
  return found;
}
