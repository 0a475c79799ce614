/** A word with its place in the text; offsets in UTF-16 code units. */
export interface PlacedWord {
  readonly word: string;
  readonly start: number;
  /** The sign right before the word, spaces aside: a comma, an opening bracket, or nothing. */
  readonly sign: string;
}

const lastWord = /(?<word>[\p{L}\p{N}%]+)(?<after>[^\p{L}\p{N}%]*)$/u;
const WORD_REACH = 40;

/**
 * The words before `end`, nearest first, lower-case, at most `count` of them. It stops before `floor` and at the marks in `stops`.
 */
export function wordsBefore(text: string, end: number, floor: number, count: number, stops: string): PlacedWord[] {
  const words: PlacedWord[] = [];
  let at = end;
  while (words.length < count && at > floor) {
    const from = Math.max(floor, at - WORD_REACH);
    const match = lastWord.exec(text.slice(from, at));
    if (match === null) break;
    const after = match.groups!['after']!;
    if ([...after].some((sign) => stops.includes(sign))) break;
    const word = match.groups!['word']!;
    const start = at - after.length - word.length;
    const previous = words.at(-1);
    if (previous !== undefined) words[words.length - 1] = { ...previous, sign: after.trim() };
    else if (after.trim() !== '') words.push({ word: after.trim(), start: start + word.length, sign: '' });
    words.push({ word: word.toLowerCase(), start, sign: '' });
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
