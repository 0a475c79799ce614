import type { Words } from '#services/analysis/words.ts';
import type { EntryMarks, EntryWords } from '#services/store/index-entry.ts';
import type { Connection } from '../connection.ts';
import { addPlace, addTimes, beginList, endList, type ListWriter } from './blocks.ts';
import { printPlace, rolesOf } from './numbers.ts';
import { compareWords } from './order.ts';
import { segmentOutput } from './stream.ts';
import { headingGap } from './wordIndex.ts';

/** The letter before a word in the index says in which field it stands: words of texts, tokens of numbers with their roles (numbers.ts), prints. */
export const letters = { title: 't', parts: 'p', body: 'b', numbers: 'n', print: 'x' } as const;
type Field = keyof typeof letters;

/** A part of the index that is never changed, only replaced by a merged one: the lists of the documents with the rows `first` to `last`. */
export interface Segment {
  readonly id: number;
  readonly first: number;
  readonly last: number;
  /** Rows of which it has lists, and how many of these have gone since. */
  readonly documents: number;
  readonly removed: number;
}

/** In the order of their rows; no two have one in common. */
export function segmentsOf(connection: Connection): Segment[] {
  const rows = connection.statement('SELECT id, first, last, documents, removed FROM segment ORDER BY first').all();
  return rows.map((row) => ({
    id: Number(row.id),
    first: Number(row.first),
    last: Number(row.last),
    documents: Number(row.documents),
    removed: Number(row.removed),
  }));
}

export function insertSegment(connection: Connection, { first, last, documents, removed }: Omit<Segment, 'id'>): number {
  const inserted = connection
    .statement('INSERT INTO segment (first, last, documents, removed) VALUES (?, ?, ?, ?)')
    .run(first, last, documents, removed);
  return Number(inserted.lastInsertRowid);
}

/** The lists of documents that are put together. */
export interface SegmentWriter {
  readonly lists: Readonly<Record<Field, Map<string, ListWriter>>>;
  readonly rows: number[];
}

export function beginSegment(): SegmentWriter {
  return {
    lists: { title: new Map(), parts: new Map(), body: new Map(), numbers: new Map(), print: new Map() },
    rows: [],
  };
}

/** Adds the words of one document; rows come in ascending order. */
export function addEntry(segment: SegmentWriter, row: number, words: EntryWords, marks: EntryMarks): void {
  segment.rows.push(row);
  const listOf = (field: Field, word: string) => {
    const lists = segment.lists[field];
    let list = lists.get(word);
    if (list === undefined) {
      list = beginList(segment.rows[0] ?? row);
      lists.set(word, list);
    }
    return list;
  };
  const addTexts = (field: Field, texts: readonly Words[]) => {
    let from = 0;
    for (const { exact } of texts) {
      for (let at = 0; at < exact.length; at++) addPlace(listOf(field, exact[at] ?? ''), row, from + at);
      from += exact.length + headingGap;
    }
  };
  addTexts('title', words.naming);
  addTexts('parts', words.headings);
  addTexts('body', [words.body]);
  for (const [token, role] of rolesOf(words, marks)) addTimes(listOf('numbers', token), row, role);
  for (const token of [...marks.print].sort()) {
    const { word, place } = printPlace(token);
    addPlace(listOf('print', word), row, place);
  }
}

/** Writes the lists as a new segment, in the order in which they are kept. Documents that another of the same put has replaced count as removed. */
export function writeSegment(connection: Connection, { lists, rows }: SegmentWriter): void {
  const [first, last] = [rows[0], rows.at(-1)];
  if (first === undefined || last === undefined) return;
  const live = Number(connection.statement('SELECT count(*) AS count FROM document WHERE row BETWEEN ? AND ?').get(first, last)?.count);
  const segment = insertSegment(connection, { first, last, documents: rows.length, removed: rows.length - live });
  const output = segmentOutput(connection, segment);
  for (const field of (Object.keys(letters) as Field[]).sort((a, b) => (letters[a] < letters[b] ? -1 : 1))) {
    for (const word of [...lists[field].keys()].sort(compareWords)) {
      const { rows, places } = endList(lists[field].get(word) as ListWriter);
      output.add(letters[field] + word, { rows: [rows], places: [places] });
    }
  }
  output.end();
}
