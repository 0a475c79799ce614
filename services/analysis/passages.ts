import type { Span } from '#ingest/model/span.ts';
import type { Words } from './words.ts';

/** A passage among words: the places of its first and its last one, both inclusive, and what it covers of the text. */
export interface Passage {
  readonly first: number;
  readonly last: number;
  readonly span: Span;
}

/** Fewer words are no passage: they stand alike in too many documents to say anything. */
const fewest = 12;
/** With so many words a passage ends where a sentence does, */
const enough = 24;
/** with so many where a comma stands, */
const long = 64;
/** and here in any case. */
const longest = 128;

const withinSentence = 0;
const atComma = 1;
const atSentence = 2;

/**
 * The passages of a text, in order, none overlapping: sentences, short ones joined to the next, long ones cut. Where lines break plays no part, for the
 * same words are wrapped differently in each file; where a line begins as an item of a list does ("- ", "1.", "a)"), a sentence ends. What is left at the
 * end of the text and is no passage is in none. Linear.
 */
export function passagesOf(words: Words): Passage[] {
  const { starts, ends } = words;
  const passages: Passage[] = [];
  let first = 0;
  for (let last = 0; last < starts.length; last++) {
    const count = last - first + 1;
    const isLast = last === starts.length - 1;
    if (count < (isLast ? fewest : enough)) continue;
    const border = isLast || count >= longest ? atSentence : borderAfter(words, last);
    if (border === withinSentence || (border === atComma && count < long)) continue;
    passages.push({ first, last, span: { start: starts[first] ?? 0, end: ends[last] ?? 0 } });
    first = last + 1;
  }
  return passages;
}

/** What ends between this word and the next one. */
function borderAfter(words: Words, at: number): number {
  const { text, starts, ends } = words;
  const from = ends[at] ?? 0;
  const to = starts[at + 1] ?? from;
  if (to - from === 1 && text.charAt(from) === ' ') return withinSentence;
  let stopped = false;
  let newLine = false;
  let comma = false;
  for (let place = from; place < to; place++) {
    const character = text.charAt(place);
    if (stops.has(character)) stopped = true;
    else if (bullets.has(character)) {
      if (newLine) return atSentence;
    } else if (character === ',') comma = true;
    else if (character === ' ' || character === '\n' || character === '\t' || character === '\r') {
      if (stopped) return atSentence;
      if (character === '\n') newLine = true;
    }
  }
  if (newLine && isItem(words, at + 1)) return atSentence;
  return comma ? atComma : withinSentence;
}

const stops = new Set('.;:!?…');
const bullets = new Set('-–—+*•');
const item = /^(?:\d{1,2}|[ivx]{1,5}|[a-zđ])$/u;

/** True where the word is the mark of an item: "1.", "a)", "II-". */
function isItem({ text, ends, exact }: Words, at: number): boolean {
  return item.test(exact[at] ?? '') && '.)-/'.includes(text.charAt(ends[at] ?? 0) || ' ');
}
