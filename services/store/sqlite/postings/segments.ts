import type { DocumentRecord } from '#ingest/model/record.ts';
import { printValues } from '#services/analysis/prints.ts';
import type { Vocabulary } from '#services/analysis/syllables.ts';
import type { ReadWords } from '#services/analysis/words.ts';
import type { EntryWords } from '#services/store/index-entry.ts';
import type { Connection } from '../connection.ts';
import { putPlaces, putTimes } from './blocks.ts';
import { printValuePlace, printWord, printWords, rolesOf } from './numbers.ts';
import { compareWords, headOf } from './order.ts';
import { segmentOutput } from './stream.ts';
import { putWord } from './terms.ts';
import { noBytes } from './varints.ts';
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

/** Terms of a field: each by its word, and of words that have a number in a vocabulary by that (its place among the terms plus one), as most words come often. */
interface FieldTerms {
  readonly words: Map<string, number>;
  vocabulary: Vocabulary | null;
  numbered: Int32Array;
}

/**
 * The words of documents that are put together, as they come: what stands where is noted in arrays of numbers, and put in the order of the words only when
 * the segment is written. Thousands of lists that grow side by side would cost several times as much.
 */
export interface SegmentWriter {
  readonly fields: Readonly<Record<Field, FieldTerms>>;
  /** Each word with the letter of its field; a word goes by its place here. */
  readonly terms: string[];
  /** The term of each word of prints by its number, plus one. */
  readonly prints: Int32Array;
  readonly rows: number[];
  /** For each row, how many notes there are up to its end. */
  readonly ends: number[];
  /** Notes: a word, and its place in the document; of a number what it is to the document. */
  words: Int32Array<ArrayBuffer>;
  values: Int32Array<ArrayBuffer>;
  length: number;
}

/** Notes of a document or two. */
const firstRoom = 2048;
/** Notes for which room is kept from one segment to the next. */
const mostRoom = 1 << 20;
let kept = { words: new Int32Array(firstRoom), values: new Int32Array(firstRoom) };

export function beginSegment(): SegmentWriter {
  const terms = (): FieldTerms => ({ words: new Map(), vocabulary: null, numbered: new Int32Array(0) });
  const segment = {
    fields: { title: terms(), parts: terms(), body: terms(), numbers: terms(), print: terms() },
    terms: [],
    prints: new Int32Array(printWords),
    rows: [],
    ends: [],
    ...kept,
    length: 0,
  };
  kept = { words: new Int32Array(firstRoom), values: new Int32Array(firstRoom) };
  return segment;
}

/** Adds the words of one document; rows come in ascending order. */
export function addEntry(segment: SegmentWriter, row: number, record: DocumentRecord, words: EntryWords): void {
  addTexts(segment, 'title', words.naming);
  addTexts(segment, 'parts', words.headings);
  addTexts(segment, 'body', [words.body]);
  for (const [token, role] of rolesOf(words, record)) {
    reserve(segment, 1);
    note(segment, termOf(segment, 'numbers', token), role);
  }
  const prints = Int32Array.from(printValues(words.body)).sort();
  reserve(segment, prints.length);
  for (const value of prints) {
    const { head, place } = printValuePlace(value);
    let term = (segment.prints[head] as number) - 1;
    if (term < 0) {
      term = termOf(segment, 'print', printWord(head));
      segment.prints[head] = term + 1;
    }
    note(segment, term, place);
  }
  segment.rows.push(row);
  segment.ends.push(segment.length);
}

function addTexts(segment: SegmentWriter, field: Field, texts: readonly ReadWords[]): void {
  let from = 0;
  for (const { syllables, vocabulary } of texts) {
    reserve(segment, syllables.length);
    const { words, values } = segment;
    const numbered = numberedIn(segment.fields[field], vocabulary);
    let { length } = segment;
    for (let at = 0; at < syllables.length; at++) {
      const syllable = syllables[at] as number;
      let term = (numbered[syllable] as number) - 1;
      if (term < 0) {
        term = termOf(segment, field, vocabulary.exact[syllable] as string);
        numbered[syllable] = term + 1;
      }
      words[length] = term;
      values[length++] = from + at;
    }
    segment.length = length;
    from += syllables.length + headingGap;
  }
}

function numberedIn(terms: FieldTerms, vocabulary: Vocabulary): Int32Array {
  const other = terms.vocabulary !== vocabulary;
  if (other || terms.numbered.length < vocabulary.exact.length) {
    const larger = new Int32Array(vocabulary.hashes.length);
    if (!other) larger.set(terms.numbered);
    terms.vocabulary = vocabulary;
    terms.numbered = larger;
  }
  return terms.numbered;
}

/** The exact words of the texts; one that stands in several fields comes several times. */
export function* wordsOfTexts({ fields }: SegmentWriter): Generator<string> {
  for (const field of ['title', 'parts', 'body'] as const) yield* fields[field].words.keys();
}

function termOf(segment: SegmentWriter, field: Field, word: string): number {
  const { words } = segment.fields[field];
  let term = words.get(word);
  if (term === undefined) {
    term = segment.terms.length;
    words.set(word, term);
    segment.terms.push(letters[field] + word);
  }
  return term;
}

/** There is room for it. */
function note(segment: SegmentWriter, term: number, value: number): void {
  const at = segment.length++;
  segment.words[at] = term;
  segment.values[at] = value;
}

/** Makes room for `more` notes. */
function reserve(segment: SegmentWriter, more: number): void {
  const wanted = segment.length + more;
  if (wanted <= segment.words.length) return;
  const room = Math.max(wanted, segment.words.length * 2);
  segment.words = larger(segment.words, room);
  segment.values = larger(segment.values, room);
}

function larger(array: Int32Array, room: number): Int32Array<ArrayBuffer> {
  const made = new Int32Array(room);
  made.set(array);
  return made;
}

/** Writes the lists as a new segment, in the order in which they are kept; nothing more is added to it. Documents that another of the same put has replaced count as removed. */
export function writeSegment(connection: Connection, segment: SegmentWriter): void {
  const { rows, terms } = segment;
  const [first, last] = [rows[0], rows.at(-1)];
  if (first === undefined || last === undefined) return;
  const live = Number(connection.statement('SELECT count(*) AS count FROM document WHERE row BETWEEN ? AND ?').get(first, last)?.count);
  const id = insertSegment(connection, { first, last, documents: rows.length, removed: rows.length - live });
  const output = segmentOutput(connection, id);
  const { starts, rowOf, values } = byWord(segment);
  const order = inOrder(terms);
  const name = noBytes();
  for (const term of order) {
    const word = terms[term] as string;
    const [start, end] = [starts[term] as number, starts[term + 1] as number];
    const list = word.startsWith(letters.numbers)
      ? putTimes(rowOf, values, start, end, first)
      : putPlaces(rowOf, values, start, end, first);
    output.addRows(list.rows.bytes, 0, list.rows.length);
    output.addPlaces(list.places.bytes, 0, list.places.length);
    putWord(name, word);
    output.endWord(name);
  }
  output.end();
  if (segment.words.length <= mostRoom) kept = { words: segment.words, values: segment.values };
}

/** The terms in the order of their words. Most differ in their first letters, which are compared as one number. */
function inOrder(terms: readonly string[]): Int32Array {
  const heads = Float64Array.from(terms, headOf);
  const order = Int32Array.from(terms, (_, term) => term);
  return order.sort((a, b) => {
    const difference = (heads[a] as number) - (heads[b] as number);
    return difference === 0 ? compareWords(terms[a] as string, terms[b] as string) : difference;
  });
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
