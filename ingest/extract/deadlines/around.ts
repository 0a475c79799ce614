import { inWord } from '../words.ts';

/** A word with its place in the text; offsets in UTF-16 code units. */
export interface PlacedWord {
  readonly word: string;
  readonly start: number;
  /** The sign right before the word, spaces aside: a comma, an opening bracket, or nothing. */
  readonly sign: string;
}

/**
 * The words before `end`, nearest first, lower-case; one at a time, for most questions end with the first. It stops before `floor` and at the marks in `stops`.
 * Signs between `end` and the first word come as a word of their own.
 */
export function* wordsBefore(text: string, end: number, floor: number, stops: string): Generator<PlacedWord> {
  let after = '';
  let at = end;
  for (let first = true; ; first = false) {
    let last = at;
    while (last > floor && !inWord(text.charCodeAt(last - 1))) last -= 1;
    after = text.slice(last, at).trim();
    if (last === floor || [...after].some((sign) => stops.includes(sign))) return;
    if (first && after !== '') yield { word: after, start: last, sign: '' };
    let start = last;
    while (start > floor && inWord(text.charCodeAt(start - 1))) start -= 1;
    let before = start;
    while (before > floor && !inWord(text.charCodeAt(before - 1))) before -= 1;
    yield { word: text.slice(start, last).toLowerCase(), start, sign: text.slice(before, start).trim() };
    at = start;
  }
}

/** Words as one lower-case line in reading order, for looking phrases up; from the last of `stops` (a pattern with the flag `g`) on. */
export function lineBefore(text: string, end: number, floor: number, reach: number, stops: RegExp): string {
  const slice = text.slice(Math.max(floor, end - reach), end).toLowerCase();
  let cut = 0;
  stops.lastIndex = 0;
  for (let match = stops.exec(slice); match !== null; match = stops.exec(slice)) cut = match.index + match[0].length;
  return ` ${slice
    .slice(cut)
    .replace(/[^\p{L}\p{N}%]+/gu, ' ')
    .trim()} `;
}
