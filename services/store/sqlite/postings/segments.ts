import { printValues } from '#services/analysis/prints.ts';
import type { Words } from '#services/analysis/words.ts';
import type { EntryMarks, EntryWords } from '#services/store/index-entry.ts';
import type { Connection } from '../connection.ts';
import { addPlace, addTimes, beginList, endList, restartList } from './blocks.ts';
import { printValuePlace, rolesOf } from './numbers.ts';
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

/**
 * The words of documents that are put together, as they come: what stands where is noted in arrays of numbers, and put in the order of the words only when
 * the segment is written. Thousands of lists that grow side by side would cost several times as much.
 */
export interface SegmentWriter {
  readonly fields: Readonly<Record<Field, Map<string, number>>>;
  /** Each word with the letter of its field; a word goes by its place here. */
  readonly terms: string[];
  /** How often each of them is noted. */
  readonly noted: number[];
  readonly rows: number[];
  /** For each row, how many notes there are up to its end. */
  readonly ends: number[];
  /** Notes: a word, and its place in the document; of a number what it is to the document. */
  words: Int32Array;
  values: Int32Array;
  length: number;
}

export function beginSegment(): SegmentWriter {
  return {
    fields: { title: new Map(), parts: new Map(), body: new Map(), numbers: new Map(), print: new Map() },
    terms: [],
    noted: [],
    rows: [],
    ends: [],
    words: new Int32Array(1024),
    values: new Int32Array(1024),
    length: 0,
  };
}

/** Adds the words of one document; rows come in ascending order. */
export function addEntry(segment: SegmentWriter, row: number, words: EntryWords, marks: EntryMarks): void {
  addTexts(segment, 'title', words.naming);
  addTexts(segment, 'parts', words.headings);
  addTexts(segment, 'body', [words.body]);
  for (const [token, role] of rolesOf(words, marks)) note(segment, 'numbers', token, role);
  for (const value of printValues(words.body).sort((a, b) => a - b)) {
    const { word, place } = printValuePlace(value);
    note(segment, 'print', word, place);
  }
  segment.rows.push(row);
  segment.ends.push(segment.length);
}

function addTexts(segment: SegmentWriter, field: Field, texts: readonly Words[]): void {
  let from = 0;
  for (const { exact } of texts) {
    for (let at = 0; at < exact.length; at++) note(segment, field, exact[at] ?? '', from + at);
    from += exact.length + headingGap;
  }
}

/** The exact words of the texts; one that stands in several fields comes several times. */
export function* wordsOfTexts({ fields }: SegmentWriter): Generator<string> {
  for (const field of ['title', 'parts', 'body'] as const) yield* fields[field].keys();
}

function note(segment: SegmentWriter, field: Field, word: string, value: number): void {
  const { fields, terms, noted, length } = segment;
  let term = fields[field].get(word);
  if (term === undefined) {
    term = terms.length;
    fields[field].set(word, term);
    terms.push(letters[field] + word);
    noted.push(0);
  }
  noted[term] = (noted[term] ?? 0) + 1;
  if (length === segment.words.length) {
    segment.words = larger(segment.words);
    segment.values = larger(segment.values);
  }
  segment.words[length] = term;
  segment.values[length] = value;
  segment.length++;
}

function larger(array: Int32Array): Int32Array {
  const made = new Int32Array(array.length * 2);
  made.set(array);
  return made;
}

/** Writes the lists as a new segment, in the order in which they are kept. Documents that another of the same put has replaced count as removed. */
export function writeSegment(connection: Connection, segment: SegmentWriter): void {
  const { rows, terms } = segment;
  const [first, last] = [rows[0], rows.at(-1)];
  if (first === undefined || last === undefined) return;
  const live = Number(connection.statement('SELECT count(*) AS count FROM document WHERE row BETWEEN ? AND ?').get(first, last)?.count);
  const id = insertSegment(connection, { first, last, documents: rows.length, removed: rows.length - live });
  const output = segmentOutput(connection, id);
  const list = beginList(first);
  const { starts, rowOf, values } = byWord(segment);
  const order = terms.map((word, term) => ({ word, term })).sort((a, b) => compareWords(a.word, b.word));
  for (const { word, term } of order) {
    const add = word.startsWith(letters.numbers) ? addTimes : addPlace;
    restartList(list, first);
    for (let at = starts[term] ?? 0; at < (starts[term + 1] ?? 0); at++) add(list, rowOf[at] ?? 0, values[at] ?? 0);
    const blocks = endList(list);
    output.add(word, { rows: [blocks.rows], places: [blocks.places] });
  }
  output.end();
}

/** The notes word by word, each with its row: those of a word from `starts[word]` on. They stay in the order in which they came. */
function byWord({ noted, rows, ends, words, values, length }: SegmentWriter) {
  const starts = new Int32Array(noted.length + 1);
  for (let term = 0; term < noted.length; term++) starts[term + 1] = (starts[term] ?? 0) + (noted[term] ?? 0);
  const free = starts.slice();
  const rowOf = new Int32Array(length);
  const sorted = new Int32Array(length);
  for (let document = 0, at = 0; document < rows.length; document++) {
    const row = rows[document] ?? 0;
    for (const end = ends[document] ?? 0; at < end; at++) {
      const term = words[at] ?? 0;
      const place = free[term] ?? 0;
      free[term] = place + 1;
      rowOf[place] = row;
      sorted[place] = values[at] ?? 0;
    }
  }
  return { starts, rowOf, values: sorted };
}
