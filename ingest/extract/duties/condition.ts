import type { Span } from '#ingest/model/span.ts';
import { clauseBreaks, conditionEvents, delegations, dutyVerbs } from '#ingest/vocabulary/duties.ts';
import { nameAt } from '../parties/name.ts';
import { markOf, marksIn, type Word } from '../words.ts';

/** How far behind `khi có` the noun is looked for that makes it a condition: `khi có những vấn đề mới phát sinh`. */
const EVENT_WORDS = 8;
/** Words by which `khi` tells a time, not a condition: `trước khi có`, `từ khi có`. */
const timing: ReadonlySet<string> = new Set(['trước', 'sau', 'từ', 'đến', 'tới', 'hoặc']);
/** Words behind `trường hợp` that point back at one told before. */
const pointing: ReadonlySet<string> = new Set(['này', 'đó', 'trên', 'sau', 'nêu']);

/** Words that tell a condition, alone or with the word behind them. */
const telling = markOf('nếu', 'trường', 'khi');

/**
 * The clause on which a duty hangs: `nếu …`, `(trong) trường hợp …`, `khi có … phát sinh`, `khi cần thiết`; the first of the sentence, without the comma that ends it.
 * Null where there is none; `(nếu có)` behind a noun is none.
 */
export function conditionIn(words: readonly Word[]): Span | null {
  if ((marksIn(words) & telling) === 0) return null;
  for (let at = 0; at + 1 < words.length; at += 1) {
    if ((words[at]!.marks & telling) === 0) continue;
    const begin = conditionAt(words, at);
    if (begin === null) continue;
    const end = conditionEnd(words, at + 1, begin === 0);
    if (end > at + 1) return { start: words[begin]!.start, end: words[end - 1]!.end };
  }
  return null;
}

/** Index of the first word of a condition whose telling word is `words[at]`, or null. */
function conditionAt(words: readonly Word[], at: number): number | null {
  const { folded } = words[at]!;
  const next = words[at + 1]!;
  const before = words[at - 1];
  if (folded === 'nếu') {
    const ifAny = next.folded === 'có' && (words[at + 2] === undefined || words[at + 2]!.sign);
    return ifAny || before?.folded === '(' ? null : at;
  }
  if (folded === 'trường' && next.folded === 'hợp') {
    if (words[at + 2] === undefined || words[at + 2]!.sign || pointing.has(words[at + 2]!.folded)) return null;
    if (before?.folded === 'trong') return at - 1;
    return before === undefined || before.sign ? at : null;
  }
  if (folded !== 'khi' || (before !== undefined && timing.has(before.folded))) return null;
  if (next.folded === 'cần') return at;
  if (next.folded !== 'có') return null;
  for (let event = at + 2; event < Math.min(words.length, at + 2 + EVENT_WORDS); event += 1) {
    if (words[event]!.sign && words[event]!.folded !== ',') return null;
    if (conditionEvents.has(words, event)) return at;
  }
  return null;
}

/** Index of the first word after the condition: where the main clause begins, or the clause ends. */
function conditionEnd(words: readonly Word[], from: number, atHead: boolean): number {
  let comma: number | null = null;
  let depth = 0;
  for (let at = from; at < words.length; at += 1) {
    const { folded, sign } = words[at]!;
    if (folded === '(' || folded === '“') depth += 1;
    else if (folded === ')' || folded === '”') {
      depth -= 1;
      if (depth < 0) return at;
    } else if (depth > 0) continue;
    else if (folded === 'thì') return words[at - 1]!.folded === ',' ? at - 1 : at;
    else if (!sign && clauseBreaks.has(words, at)) return words[at - 1]!.folded === ',' ? at - 1 : at;
    else if (folded === ';' || folded === ':' || folded === '.' || folded === '/') return atHead && comma !== null ? comma : at;
    else if (folded === ',') {
      comma ??= at;
      if (dutyVerbs.has(words, at + 1) || delegations.has(words, at + 1) || nameAt(words, at + 1, 'clause') !== null) return at;
    }
  }
  // No main clause that is known: a condition that opens the sentence ends with its first comma.
  return atHead && comma !== null ? comma : words.length;
}
