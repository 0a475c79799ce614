import type { estypes } from '@elastic/elasticsearch';
import { Failure } from '#ingest/model/failure.ts';
import type { SearchOrder } from '#services/query/query.ts';
import { cursorTo, placeOfCursor } from '#services/store/cursors.ts';

/** Sort of hits by order. What has no value of it stands last; where nothing scores, relevance is the order of ids. */
export function sortOf(order: SearchOrder, scores: boolean): estypes.SortCombinations[] {
  const byId = { id: 'asc' } as const;
  if (order === 'relevance') return scores ? [{ _score: { order: 'desc' } }, byId] : [byId];
  if (order === 'added') return [{ accepted: { order: 'desc', missing: '_last' } }, byId];
  return [{ date: { order: order === 'newest' ? 'desc' : 'asc', missing: '_last' } }, byId];
}

/** The place behind a hit in an order, as it is given out: the name of the order with the values that the hit is sorted by. */
export function cursorBehind(order: SearchOrder, sort: estypes.SortResults): string {
  return cursorTo([order, ...sort]);
}

/** The longest id takes 512 bytes. */
const longest = 2000;

/** @throws Failure `bad-request` for what `cursorBehind` did not give for this order. */
export function placeOf(cursor: string, order: SearchOrder, scores: boolean): estypes.SortResults {
  const [named, ...sort] = read(cursor);
  const kinds = sortOf(order, scores).map((_, at, all) => (at === all.length - 1 ? 'id' : order === 'relevance' ? 'score' : 'text'));
  const isOurs =
    named === order &&
    sort.length === kinds.length &&
    sort.every((value, at) => {
      if (kinds[at] === 'score') return typeof value === 'number';
      return typeof value === 'string' || (kinds[at] === 'text' && value === null);
    });
  if (isOurs) return sort as estypes.SortResults;
  throw new Failure('bad-request', 'The place to go on from is none that an answer in this order gave.');
}

function read(cursor: string): readonly unknown[] {
  if (cursor.length > longest || !/^[\w-]+$/u.test(cursor)) return [];
  const value = placeOfCursor(cursor);
  return Array.isArray(value) ? value : [];
}
