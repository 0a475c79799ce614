import type { Span } from './span.ts';

/** What a block of the body is, by its form. */
export type BlockKind = 'heading' | 'paragraph' | 'item';

/**
 * One block of the body, in reading order: a heading, a paragraph, or an item of a list.
 * `marker` is the numbering or bullet as printed ("I.", "1.1.", "a)", "-", "+"), null where there is none.
 * `depth` grows inward: 0 for the outermost numbering. `parent` is the index of the block it lies under, null at the top.
 * `span` covers the block with its marker, `body` the words after the marker.
 */
export interface Block {
  readonly kind: BlockKind;
  readonly marker: string | null;
  readonly depth: number;
  readonly parent: number | null;
  readonly span: Span;
  readonly body: Span;
}

/** Pieces of the head (thể thức, phần đầu); null where the text has none. */
export interface Head {
  readonly issuerLines: readonly Span[];
  readonly number: Span | null;
  readonly placeAndDate: Span | null;
  readonly typeName: Span | null;
  readonly title: Span | null;
}

/** Pieces of the close (phần cuối): recipients' lines and the lines of the signatures. */
export interface Close {
  readonly recipientLines: readonly Span[];
  readonly signatureLines: readonly Span[];
}

/**
 * A note (chú thích) at the foot of a page or behind the close. `mark` is its number as printed, without brackets; `span` covers the note with its
 * mark; `at` is the mark's place in the sentence that the note belongs to, always before the note.
 */
export interface Note {
  readonly mark: string;
  readonly span: Span;
  readonly at: Span;
}

/** The shape of a document: spans into the repaired text, no copies. `body` runs from the first line after the title to the last block, an annex after the close among them. Notes are no blocks. */
export interface Outline {
  readonly head: Head;
  readonly body: Span;
  readonly blocks: readonly Block[];
  readonly close: Close;
  /** In reading order; a line that looks like a note and whose mark stands nowhere before it is none. */
  readonly notes: readonly Note[];
}
