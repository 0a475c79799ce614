import type { Origin, OriginMap } from './source.ts';
import type { Span } from './span.ts';

/** Index of the last entry of `offsets` (ascending) that is not above `offset`; 0 where all are. */
function lastAtOrBelow(offsets: readonly number[], offset: number): number {
  let low = 0;
  let high = offsets.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((offsets[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * Where the words of `span` (repaired text, UTF-16 code units, end exclusive) stand in the file: the page of their first letter,
 * counted from 1, and their span in the raw text. Words inside a replaced run lead back to the whole of what was replaced.
 * A span beyond the text is cut to it; an empty span gives an empty place.
 */
export function originOf(map: OriginMap, span: Span): Origin {
  const from = Math.min(Math.max(span.start, 0), map.length);
  const to = Math.min(Math.max(span.end, from), map.length);
  const start = rawStart(map, from);
  const end = to > from ? rawEnd(map, to - 1) : start;
  return { page: lastAtOrBelow(map.pages, start) + 1, raw: { start, end } };
}

/** Raw offset of the first of the letters that became the one at `offset`. */
function rawStart(map: OriginMap, offset: number): number {
  if (map.repaired.length === 0 || offset >= map.length) return map.rawLength;
  const run = lastAtOrBelow(map.repaired, offset);
  const raw = map.raw[run] ?? 0;
  return map.kept[run] === 1 ? raw + offset - (map.repaired[run] ?? 0) : raw;
}

/** Raw offset just after the last of the letters that became the one at `offset`. */
function rawEnd(map: OriginMap, offset: number): number {
  const run = lastAtOrBelow(map.repaired, offset);
  if (map.kept[run] === 1) return (map.raw[run] ?? 0) + offset - (map.repaired[run] ?? 0) + 1;
  return map.raw[run + 1] ?? map.rawLength;
}

/** Page (from 1) on which the words of a span of the repaired text begin. */
export function pageOf(map: OriginMap, span: Span): number {
  return originOf(map, span).page;
}
