import { inWord } from '../words.ts';

/** A word with its place in the text; offsets in UTF-16 code units. */
export interface PlacedWord {
  readonly word: string;
  readonly start: number;
  /** The sign right before the word, spaces aside: a comma, an opening bracket, or nothing. */
  readonly sign: string;
}

/**
 * The words before `end`, nearest first, lower-case, at most `count` of them. It stops before `floor` and at the marks in `stops`.
 * Signs between `end` and the first word come as a word of their own.
 */
export function wordsBefore(text: string, end: number, floor: number, count: number, stops: string): PlacedWord[] {
  const words: PlacedWord[] = [];
  let at = end;
  while (words.length < count) {
    let last = at;
    while (last > floor && !inWord(text.charCodeAt(last - 1))) last -= 1;
    const after = text.slice(last, at).trim();
    if (last === floor || [...after].some((sign) => stops.includes(sign))) break;
    let start = last;
    while (start > floor && inWord(text.charCodeAt(start - 1))) start -= 1;
    const previous = words.at(-1);
    if (previous !== undefined) words[words.length - 1] = { ...previous, sign: after };
    else if (after !== '') words.push({ word: after, start: last, sign: '' });
    words.push({ word: text.slice(start, last).toLowerCase(), start, sign: '' });
    at = start;
  }
  return words;
}

/** Words as one lower-case line in reading order, for looking phrases up. */
export function lineBefore(text: string, end: number, floor: number, reach: number, stops: RegExp): string {
  const slice = text.slice(Math.max(floor, end - reach), end).toLowerCase();
  let cut = 0;
  for (const match of slice.matchAll(stops)) cut = match.index + match[0].length;
  return ` ${slice
    .slice(cut)
    .replace(/[^\p{L}\p{N}%]+/gu, ' ')
    .trim()} `;
}
