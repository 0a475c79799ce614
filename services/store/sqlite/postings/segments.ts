import type { DocumentRecord } from '#ingest/model/record.ts';
import { printValues } from '#services/analysis/prints.ts';
import type { Words } from '#services/analysis/words.ts';
import type { EntryWords } from '#services/store/index-entry.ts';
import type { Connection } from '../connection.ts';
import { addPlace, addTimes, beginList, finishList, restartList } from './blocks.ts';
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
  readonly rows: number[];
  /** For each row, how many notes there are up to its end. */
  readonly ends: number[];
  /** Notes: a word, and its place in the document; of a number what it is to the document. */
  words: Int32Array;
  values: Int32Array;
  length: number;
}

/** Notes of a document or two. */
const firstRoom = 2048;

export function beginSegment(): SegmentWriter {
  return {
    fields: { title: new Map(), parts: new Map(), body: new Map(), numbers: new Map(), print: new Map() },
    terms: [],
    rows: [],
    ends: [],
    words: new Int32Array(firstRoom),
    values: new Int32Array(firstRoom),
    length: 0,
  };
}

/** Adds the words of one document; rows come in ascending order. */
export function addEntry(segment: SegmentWriter, row: number, record: DocumentRecord, words: EntryWords): void {
  addTexts(segment, 'title', words.naming);
  addTexts(segment, 'parts', words.headings);
  addTexts(segment, 'body', [words.body]);
  for (const [token, role] of rolesOf(words, record)) note(segment, 'numbers', token, role);
  for (const value of Int32Array.from(printValues(words.body)).sort()) {
    const { word, place } = printValuePlace(value);
    note(segment, 'print', word, place);
  }
  segment.rows.push(row);
  segment.ends.push(segment.length);
}

function addTexts(segment: SegmentWriter, field: Field, texts: readonly Words[]): void {
  let from = 0;
  for (const { exact } of texts) {
    for (let at = 0; at < exact.length; at++) note(segment, field, exact[at] as string, from + at);
    from += exact.length + headingGap;
  }
}

/** The exact words of the texts; one that stands in several fields comes several times. */
export function* wordsOfTexts({ fields }: SegmentWriter): Generator<string> {
  for (const field of ['title', 'parts', 'body'] as const) yield* fields[field].keys();
}

function note(segment: SegmentWriter, field: Field, word: string, value: number): void {
  const terms = segment.fields[field];
  let term = terms.get(word);
  if (term === undefined) {
    term = segment.terms.length;
    terms.set(word, term);
    segment.terms.push(letters[field] + word);
  }
  const at = segment.length++;
  if (at === segment.words.length) {
    segment.words = larger(segment.words);
    segment.values = larger(segment.values);
  }
  segment.words[at] = term;
  segment.values[at] = value;
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
    const end = starts[term + 1] as number;
    for (let at = starts[term] as number; at < end; at++) add(list, rowOf[at] as number, values[at] as number);
    finishList(list);
    output.addList(word, list);
  }
  output.end();
}

/** The notes word by word, each with its row: those of a word from `starts[word]` on. They stay in the order in which they came. */
function byWord({ terms, rows, ends, words, values, length }: SegmentWriter) {
  const starts = new Int32Array(terms.length + 1);
  for (let at = 0; at < length; at++) {
    const next = (words[at] as number) + 1;
    starts[next] = (starts[next] as number) + 1;
  }
  for (let term = 0; term < terms.length; term++) starts[term + 1] = (starts[term + 1] as number) + (starts[term] as number);
  const free = starts.slice();
  const rowOf = new Int32Array(length);
  const sorted = new Int32Array(length);
  for (let document = 0, at = 0; document < rows.length; document++) {
    const row = rows[document] ?? 0;
    for (const end = ends[document] ?? 0; at < end; at++) {
      const term = words[at] as number;
      const place = free[term] as number;
      free[term] = place + 1;
      rowOf[place] = row;
      sorted[place] = values[at] as number;
    }
  }
  return { starts, rowOf, values: sorted };
}
