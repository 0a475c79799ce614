import type { QueryWord } from '#services/query/query.ts';
import { type Connection, reading } from '../connection.ts';
import { cacheOf } from './cache.ts';
import { emptyColumns, type LoadedColumns } from './columns.ts';
import { type CachedList, currentList, type Moment } from './lists.ts';
import { type PlacedList, placesOf } from './placing.ts';
import { letters, type Segment, segmentsOf } from './segments.ts';
import type { IndexView, PostingList, WordIndex } from './wordIndex.ts';

/** Bytes of lists that are kept: eight bytes for each document of a list, about two for each place. */
const usualRoom = 64 * 1024 * 1024;

/**
 * The word index over a connection, as committed when a view is taken. Whoever asks a view more than one question, where another thread or process may write
 * in between, takes it within `reading` (connection.ts). A view is good until the next one is taken.
 */
export function openWordIndex(connection: Connection, { room = usualRoom }: { readonly room?: number } = {}): WordIndex {
  const lists = cacheOf<CachedList>(room / 2);
  const placed = cacheOf<PlacedList | null>(room / 2);
  let loaded: LoadedColumns = emptyColumns();
  let segments: readonly Segment[] = [];
  let seen = '';

  /** Puts always make a segment, removals a row of their own: two numbers tell whether anything changed. */
  function stateOf(): string {
    const found = connection
      .statement('SELECT (SELECT max(id) FROM segment) AS segment, (SELECT max(number) FROM removal) AS removal')
      .get();
    return `${found?.segment} ${found?.removal}`;
  }

  function refresh(): void {
    const state = stateOf();
    if (state === seen) return;
    try {
      segments = segmentsOf(connection);
      loaded.update(connection, (segments.at(-1)?.last ?? -1) + 1);
      seen = state;
    } catch (thrown) {
      // Half read is not read: the next view begins anew.
      loaded = emptyColumns();
      seen = '';
      throw thrown;
    }
  }

  function view(): IndexView {
    reading(connection, refresh);
    const moment: Moment = { connection, segments, columns: loaded.columns, removed: loaded.removed, lists };
    const listed = (field: keyof typeof letters, word: QueryWord): PostingList => currentList(moment, letters[field], word, 'word');
    return {
      columns: loaded.columns,
      list: (field, word) => listed(field, field === 'own' || field === 'numbers' ? { text: word.text, exact: true } : word),
      prefix: (field, word) => currentList(moment, letters[field], word, 'prefix'),
      places: (field, word, rows) => placesOf(moment, placed, letters[field], word, rows),
      marks: (kind, word) => listed(kind, { text: word, exact: true }).rows,
    };
  }
  return { view };
}
