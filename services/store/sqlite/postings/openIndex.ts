import { totalmem } from 'node:os';
import type { QueryWord } from '#services/query/query.ts';
import { type Connection, reading } from '../connection.ts';
import { cacheOf } from './cache.ts';
import { emptyColumns, type LoadedColumns } from './columns.ts';
import { begunList, type CachedList, currentList, type Moment, type Wanted } from './lists.ts';
import { printPlace, relationOf, roles } from './numbers.ts';
import type { PackedList } from './packed.ts';
import { neighboursOf, placesOf, rowsAt } from './placing.ts';
import { letters, type Segment, segmentsOf } from './segments.ts';
import type { IndexView, WordField, WordIndex } from './wordIndex.ts';

/**
 * Bytes of lists that are kept, half for each kind: five bytes for each document of a list; of those with places about one for each place, as they stay packed. A collection of
 * 100,000 documents fills them, in each thread that reads; a machine with little memory has less.
 */
const usualRoom = Math.min(320 * 1024 * 1024, totalmem() / 16);

/**
 * The word index over a connection, as committed when a view is taken. Whoever asks a view more than one question, where another thread or process may write
 * in between, takes it within `reading` (connection.ts). A view is good until the next one is taken.
 */
export function openWordIndex(connection: Connection, { room = usualRoom }: { readonly room?: number } = {}): WordIndex {
  let lists = cacheOf<CachedList>(room / 2);
  const placed = cacheOf<PackedList | null>(room / 2);
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
      lists = cacheOf(room / 2);
      seen = '';
      throw thrown;
    }
  }

  function view(): IndexView {
    reading(connection, refresh);
    const moment: Moment = { connection, segments, columns: loaded.columns, removed: loaded.removed, lists };
    const ofNumber = (token: string, role: number): Wanted => ({ letter: letters.numbers, word: { text: token, exact: true }, role });
    const numbered = (token: string, role: number) => currentList(moment, ofNumber(token, role));
    const wantedIn = (field: WordField, word: QueryWord): Wanted =>
      field === 'own' || field === 'numbers' ? ofNumber(word.text, roles[field]) : { letter: letters[field], word, role: 0 };
    return {
      columns: loaded.columns,
      list: (field, word) => currentList(moment, wantedIn(field, word)),
      prefix: (field, word, over = () => false) => begunList(moment, wantedIn(field, word), over),
      places: (field, word, rows) => placesOf(moment, placed, letters[field], word, rows),
      neighbours: (words, rows, over) => neighboursOf(moment, placed, letters.body, words, rows, over),
      marks(kind, word) {
        if (kind === 'cites' || kind === 'titled') return numbered(word, roles[kind]).rows;
        if (kind === 'print') return rowsAt(moment, placed, letters.print, printPlace(word));
        const { token, role } = relationOf(word);
        return role === 0 ? new Int32Array(0) : numbered(token, role).rows;
      },
    };
  }
  return { view };
}
