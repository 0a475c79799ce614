import { overlaps } from '#ingest/model/span.ts';
import { readQuery } from '#services/query/parse.ts';
import type { Proposal } from '../../shapes.ts';

/** Words of a query that are written otherwise; `span` is their place as they were typed. */
export type Change = Proposal['changes'][number];

/** The query with these changes, no two of which overlap. */
export function changed(words: string, changes: readonly Change[]): string {
  let query = words;
  for (const { read, span } of [...changes].sort((a, b) => b.span.start - a.span.start)) {
    query = query.slice(0, span.start) + read + query.slice(span.end);
  }
  return query;
}

/**
 * What words in keys of typing ("luaanj") are read as in the corrected query, where they are not corrected themselves: keys beside words with accents are
 * hard to read. Some are known for keys only by the corrected word beside them.
 *
 * @throws Failure `bad-query` where the corrected query cannot be asked.
 */
export function writtenOut(words: string, corrected: readonly Change[]): Change[] {
  const { readings } = readQuery(changed(words, corrected));
  return readings.flatMap(({ kind, read, span }) => {
    if (kind !== 'telex') return [];
    const start = placeBefore(span.start, corrected);
    const place = { start, end: start + span.end - span.start };
    const typed = words.slice(place.start, place.end);
    return corrected.some((change) => overlaps(change.span, place)) ? [] : [{ typed, read, span: place }];
  });
}

/** Where a place in the corrected query was before the corrections; one in the midst of a correction is somewhere in what was typed there. */
function placeBefore(place: number, corrected: readonly Change[]): number {
  let before = place;
  for (const { read, span } of [...corrected].sort((a, b) => a.span.start - b.span.start)) {
    if (before >= span.start + read.length) before += span.end - span.start - read.length;
    else if (before > span.start) return span.start;
  }
  return before;
}
