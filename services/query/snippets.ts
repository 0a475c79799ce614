import type { Span } from '#ingest/model/span.ts';
import { type Match, matchesIn, type Readable, width } from './matches.ts';
import type { Query } from './query.ts';

/**
 * A passage that shows why a document was found: `text` in the document's own letters, `marks` the matched places as offsets inside `text`,
 * `span` its place in the document's text. All offsets in UTF-16 code units, end exclusive.
 */
export interface Passage {
  readonly text: string;
  readonly marks: readonly Span[];
  readonly span: Span;
}

/** How much of a passage may stand before its first mark, in code units. */
const before = 70;

/** The passages that are shown, and how many matched places stand outside them. */
export interface Shown {
  readonly passages: readonly Passage[];
  readonly more: number;
}

/** The best passages of a document for a query, as `shownOf`. */
export function passages(record: Readable, query: Query, limit = 3): readonly Passage[] {
  return shownOf(record, query, limit).passages;
}

/**
 * The best passages of a document for a query, at most `limit`, in reading order: those that hold the most different terms, then the most matches,
 * then the earlier ones. They never overlap. None where no term stands in the text. Takes time linear in the length of the text.
 */
export function shownOf(record: Readable, query: Query, limit = 3): Shown {
  const matches = matchesIn(record, query);
  const chosen: Span[] = [];
  for (let round = 0; round < limit; round++) {
    const best = bestWindow(matches, chosen);
    if (best === null) break;
    chosen.push(cut(record.text, best, chosen));
  }
  const shown = chosen.sort((a, b) => a.start - b.start).map((span) => passage(record.text, span, matches));
  return { passages: shown, more: Math.max(0, places(matches) - shown.reduce((sum, { marks }) => sum + marks.length, 0)) };
}

/** How many places matches make; those that overlap are one. */
function places(matches: readonly Match[]): number {
  let count = 0;
  let end = -1;
  for (const match of matches) {
    if (match.start >= end) count++;
    end = Math.max(end, match.end);
  }
  return count;
}

/** The run of matches within one passage's width that is worth most, clear of the passages already chosen. */
function bestWindow(matches: readonly Match[], taken: readonly Span[]): Span | null {
  const counts = new Map<number, number>();
  let best: Span | null = null;
  let bestWorth = 0;
  let first = 0;
  let reach = 0;
  for (const [at, match] of matches.entries()) {
    if (taken.some((span) => match.start < span.end && span.start < match.end)) {
      first = at + 1;
      reach = 0;
      counts.clear();
      continue;
    }
    reach = Math.max(reach, match.end);
    counts.set(match.term, (counts.get(match.term) ?? 0) + 1);
    for (; first < at && match.end - (matches[first]?.start ?? 0) > width - before; first++) drop(counts, matches[first]?.term ?? 0);
    const worth = counts.size * 1000 + Math.min(at - first, 999);
    if (worth <= bestWorth) continue;
    bestWorth = worth;
    best = { start: matches[first]?.start ?? 0, end: reach };
  }
  return best;
}

function drop(counts: Map<number, number>, term: number): void {
  const left = (counts.get(term) ?? 1) - 1;
  if (left === 0) counts.delete(term);
  else counts.set(term, left);
}

/** The window with words around it up to the passage's width, cut between words, clear of the passages already chosen. */
function cut(text: string, window: Span, taken: readonly Span[]): Span {
  const floor = Math.max(0, ...taken.filter((span) => span.end <= window.start).map((span) => span.end));
  const ceiling = Math.min(text.length, ...taken.filter((span) => span.start >= window.end).map((span) => span.start));
  let start = sentenceStart(text, Math.max(floor, window.start - before), window.start);
  let end = Math.min(ceiling, Math.max(window.end, start + width));
  if (start > floor && !isSpace(text, start)) while (start < window.start && !isSpace(text, start - 1)) start++;
  if (end < ceiling) while (end > window.end && !isSpace(text, end)) end--;
  while (start < window.start && isSpace(text, start)) start++;
  while (end > window.end && isSpace(text, end - 1)) end--;
  return { start, end };
}

/** The first place from `from` on, before `to`, where a sentence or line has just ended; `from` where there is none. The point of "1." or "K." ends none. */
function sentenceStart(text: string, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    const letter = text.charAt(at);
    if (letter === '\n') return at + 1;
    if (/[.;!?]/u.test(letter) && isSpace(text, at + 1) && !/[\d\p{Lu}]/u.test(text.charAt(at - 1))) return at + 1;
  }
  return from;
}

function isSpace(text: string, at: number): boolean {
  return /\s/u.test(text.charAt(at));
}

function passage(text: string, span: Span, matches: readonly Match[]): Passage {
  const marks: Span[] = [];
  for (const match of matches) {
    if (match.start < span.start || match.end > span.end) continue;
    const start = match.start - span.start;
    const end = match.end - span.start;
    const last = marks.at(-1);
    if (last !== undefined && start < last.end) marks[marks.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    else marks.push({ start, end });
  }
  return { text: text.slice(span.start, span.end), marks, span };
}
