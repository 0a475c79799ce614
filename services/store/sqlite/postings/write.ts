import { fold } from '#services/analysis/folding.ts';
import type { ReadWords } from '#services/analysis/words.ts';
import { type Features, featuresOf } from '#services/store/features.ts';
import type { EntryWords } from '#services/store/index-entry.ts';
import type { StoredDocument } from '#services/store/port.ts';
import type { Connection } from '../connection.ts';
import { type FacetNumbers, facetNumbers, featureBlock, type KnownValues } from './features.ts';
import { type MergeBounds, mergeSegments, usualBounds } from './merging.ts';
import { addEntry, beginSegment, wordsOfTexts, writeSegment } from './segments.ts';

/** Exact syllables and values of facets known to be in their tables, so that a usual document writes none. Emptied when a transaction fails, or at a bound. */
export interface Known {
  readonly syllables: Set<string>;
  readonly values: KnownValues;
}
export const nothingKnown = (): Known => ({ syllables: new Set(), values: new Map() });
const mostKnown = 100_000;

/** What one put adds to the word index, within its transaction. */
export interface WordsOfPut {
  /** The words and features of a document just put at this row; rows ascend. */
  add(row: number, stored: StoredDocument, words: EntryWords): void;
  /** Writes them. */
  end(): void;
}

export function beginWords(connection: Connection, known: Known, bounds: MergeBounds = usualBounds): WordsOfPut {
  const segment = beginSegment();
  const numbers = facetNumbers(known.values);
  return {
    add(row, stored, words) {
      addEntry(segment, row, stored.record, words);
      putFeatures(connection, row, stored, featuresOf(stored.record), words, numbers);
    },
    end() {
      putSyllables(connection, wordsOfTexts(segment), known.syllables);
      writeSegment(connection, segment);
      mergeSegments(connection, bounds);
    },
  };
}

function putSyllables(connection: Connection, words: Iterable<string>, known: Set<string>): void {
  const statement = connection.statement('INSERT OR IGNORE INTO syllable (folded, exact) VALUES (?, ?)');
  for (const exact of words) {
    if (known.has(exact)) continue;
    if (known.size >= mostKnown) known.clear();
    known.add(exact);
    const folded = fold(exact);
    if (folded !== '' && folded !== exact) statement.run(folded, exact);
  }
}

function putFeatures(
  connection: Connection,
  row: number,
  { id, versions, record }: StoredDocument,
  features: Features,
  words: EntryWords,
  numbers: FacetNumbers,
): void {
  const lengthOf = (texts: readonly ReadWords[]) => texts.reduce((sum, text) => sum + text.syllables.length, 0);
  const block = featureBlock(connection, features, [lengthOf(words.naming), lengthOf(words.headings), lengthOf([words.body])], numbers);
  connection
    .statement('INSERT INTO feature (row, id, date, accepted, features) VALUES (?, ?, ?, ?, ?)')
    .run(row, id, record.document.date, versions.at(-1)?.accepted ?? '', block);
}

/** Tells searches that the document at this row is no more; its words go when its segment is merged. */
export function removeWords(connection: Connection, row: number): void {
  connection.statement('INSERT INTO removal (row) VALUES (?)').run(row);
  connection.statement('UPDATE segment SET removed = removed + 1 WHERE ? BETWEEN first AND last').run(row);
}
