import type { QueryWord } from '#services/query/query.ts';
import type { BegunList, IndexView, WordField } from '../postings/wordIndex.ts';
import type { Clock } from './clock.ts';

/** A view as one search looks through it; `isCut` tells whether time was over before all words with a beginning that was asked for had been looked at. */
export interface ViewInTime {
  readonly view: IndexView;
  isCut(): boolean;
}

/** The same view, which looks for beginnings as long as there is time, for each once: what was found until then is found wherever it is asked for again. */
export function inTime(whole: IndexView, clock: Clock): ViewInTime {
  const lists = new Map<string, BegunList>();
  let cut = false;
  const prefix = (field: WordField, letters: QueryWord): BegunList => {
    const key = JSON.stringify([field, letters]);
    const known = lists.get(key);
    if (known !== undefined) return known;
    const list = whole.prefix(field, letters, clock.over);
    cut ||= !list.whole;
    lists.set(key, list);
    return list;
  };
  return { view: { ...whole, prefix }, isCut: () => cut };
}
