import type { Span } from '#ingest/model/span.ts';

/** A line of the repaired text, without its line break. */
export interface Line {
  readonly span: Span;
  readonly text: string;
}

/** The lines of a text that hold a letter or a sign; offsets as in the text. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  while (start <= text.length) {
    let end = text.indexOf('\n', start);
    if (end === -1) end = text.length;
    let from = start;
    let to = end;
    while (from < to && text.charCodeAt(from) <= 32) from += 1;
    while (to > from && text.charCodeAt(to - 1) <= 32) to -= 1;
    if (to > from) lines.push({ span: { start: from, end: to }, text: text.slice(from, to) });
    start = end + 1;
  }
  return lines;
}

/** The span of a match's named group inside a line, in offsets of the text. Needs a pattern with the flag `d`. */
export function groupSpan(line: Line, match: RegExpExecArray, group: string): Span | null {
  const indices = match.indices?.groups?.[group];
  return indices ? { start: line.span.start + indices[0], end: line.span.start + indices[1] } : null;
}

const smallLetter = /^[^(\p{Ll}]*\p{Ll}/u;

/** True for a line in capitals: at least one capital letter and no small one, notes in brackets aside. */
export function inCapitals(words: string): boolean {
  // A small letter before any bracket is what nearly every line has.
  if (smallLetter.test(words)) return false;
  const bare = words.includes('(') ? words.replace(/\([^()]*\)/gu, '') : words;
  return !/\p{Ll}/u.test(bare) && /\p{Lu}/u.test(bare);
}

/** A rule under the title (-----, ___, *, * * *). */
export function isRule(words: string): boolean {
  return /^[-–—_*=.|\s/]{1,200}$/u.test(words) && /[-–—_*=|]/u.test(words);
}
