import { originOf } from '#ingest/model/origin.ts';
import type { OriginMap } from '#ingest/model/source.ts';

/** Offset in the repaired text at which each page begins; a page of which nothing is left begins where the next one does. */
export function pageStarts(map: OriginMap): number[] {
  return map.pages.map((_, index) => firstOn(map, index + 1));
}

/** First offset whose words stand on `page` or later: pages only grow along the text, so halving finds it. */
function firstOn(map: OriginMap, page: number): number {
  let low = 0;
  let high = map.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (originOf(map, { start: middle, end: middle + 1 }).page >= page) high = middle;
    else low = middle + 1;
  }
  return low;
}
