import type { Holding, QueryWord } from '#services/query/query.ts';
import type { FacetName } from '#services/store/port.ts';

/**
 * The word index as a search reads it: lists of documents in typed arrays, made from the blocks that lie in the database and kept while there is room.
 * Documents are told by `row`, the number of their row in the table `document`, which is never given twice: a new version has a new one.
 */
export interface WordIndex {
  /** Everything as of one moment: what is committed later is seen by the next view. Cheap where nothing changed. */
  view(): IndexView;
}

/** Places left free between two headings, and between two texts that a document goes by, so that neither a phrase nor a window of words reaches from one into the next. */
export const headingGap = 1000;

/** Texts that are searched by words, and the words of document numbers (`own`: its own; `numbers`: every one that stands in it). */
export type WordField = 'title' | 'parts' | 'body' | 'own' | 'numbers';

export interface IndexView {
  readonly columns: Columns;
  /** Documents that hold the word (a number's token is exact); a bare word stands for every exact one that folds to it. The list is shared: not to be written to. */
  list(field: WordField, word: QueryWord): PostingList;
  /** Documents that hold any word that begins with these letters; where `over` tells that time is, those that were found until then. */
  prefix(field: WordField, letters: QueryWord, over?: () => boolean): BegunList;
  /**
   * Where the word stands in these documents (rows ascending): the places of `rows[i]` are `places[starts[i]]` to `places[starts[i + 1]]`, end exclusive,
   * ascending, counted in words from 0. Headings of parts are one text, with `headingGap` places left free between two of them; so are the texts of `title`
   * (services/analysis/naming.ts). None for numbers.
   */
  places(field: 'title' | 'parts' | 'body', word: QueryWord, rows: Int32Array): Places;
  /**
   * How often the words stand side by side, in this order, in the bodies of these documents (live ones, rows ascending): as `places` would tell, many times
   * faster where they are many. Where `over` tells that time is, the counts of the first documents: as many as `counted` says, never none.
   */
  neighbours(words: readonly QueryWord[], rows: Int32Array, over: () => boolean): { readonly counts: Int32Array; readonly counted: number };
  /** Documents with this word among those of `entryMarks`, which no text has: they cite a number, state a relation to one, have this title, or hold a passage with this print. */
  marks(kind: 'cites' | 'relates' | 'titled' | 'print', word: string): Int32Array;
}

/** Rows ascending, live ones only, with how often the word stands there. */
export interface PostingList {
  readonly rows: Int32Array;
  readonly counts: Uint8Array | Int32Array;
}

/** `whole` is false where time was over before every word with the same beginning was looked at. */
export interface BegunList extends PostingList {
  readonly whole: boolean;
}

export interface Places {
  readonly starts: Int32Array;
  readonly places: Int32Array;
}

/** Features of documents by row; rows that no live document has are 0 in `live`. Days and times are text ("" for none), so that they compare as everywhere. */
export interface Columns {
  /** One more than the largest row. */
  readonly size: number;
  /** How many are live. */
  readonly documents: number;
  readonly live: Uint8Array;
  readonly ids: readonly string[];
  readonly dates: readonly string[];
  readonly accepted: readonly string[];
  /** Words in each text of a document, and of all live ones together. */
  readonly lengths: Readonly<Record<'title' | 'parts' | 'body', Int32Array>>;
  readonly totals: Readonly<Record<'title' | 'parts' | 'body', number>>;
  /** Values of a facet: the text of each by its number, and the numbers of a row, `values[starts[row]]` to `values[starts[row + 1]]`. */
  readonly facets: Readonly<Record<FacetName, FacetColumn>>;
  /** Whether a document has any of these. */
  has(row: number, what: Holding): boolean;
}

export interface FacetColumn {
  readonly texts: readonly string[];
  readonly starts: Int32Array;
  readonly values: Int32Array;
}
