import { sentenceBreaks } from '#ingest/vocabulary/sentences.ts';

/** Offsets at which sentences begin, in order: at each line, and within a line by the same rule as for duties. */
export function sentenceStarts(text: string): number[] {
  const starts = [0];
  const breaks = sentenceBreaks(text, 0, text.length);
  let at = 0;
  for (let line = text.indexOf('\n'); ; line = text.indexOf('\n', line + 1)) {
    const end = line === -1 ? text.length : line;
    for (; at < breaks.length && breaks[at]!.end <= end; at += 1) if (breaks[at]!.next <= end) starts.push(breaks[at]!.next);
    if (line === -1) return starts;
    starts.push(line + 1);
  }
}

/** The start of the sentence that holds `offset`. */
export function sentenceAt(starts: readonly number[], offset: number): number {
  return starts[indexAt(starts, offset)] ?? 0;
}

/** The end (exclusive) of the sentence that holds `offset`, its stop included. */
export function sentenceEnd(starts: readonly number[], offset: number, length: number): number {
  const next = starts[indexAt(starts, offset) + 1];
  return next === undefined ? length : next - 1;
}

function indexAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** How much of a sentence before a mention is looked at, in code units: more than any sentence a person writes, so that work stays linear. */
export const CONTEXT = 2000;
