import Type, { type Static } from 'typebox';
import { Span } from './span.ts';

/** Bytes as they came, with the name they came under. The name is a label, never a path to open. */
export interface SourceFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What kind of file the bytes are; found by looking at the bytes, the name only breaks ties. */
export const MediaType = Type.Union([
  Type.Literal('text/plain'),
  Type.Literal('text/markdown'),
  Type.Literal('text/html'),
  Type.Literal('application/pdf'),
  Type.Literal('application/vnd.openxmlformats-officedocument.wordprocessingml.document'),
]);
export type MediaType = Static<typeof MediaType>;

/**
 * The text of a file before any repair.
 * `pages` holds the offset (UTF-16 code units into `text`) at which each page begins; a file without pages has one.
 */
export interface RawText {
  readonly mediaType: MediaType;
  readonly text: string;
  readonly pages: readonly number[];
}

/**
 * One change that repair made: `raw` (a span of the raw text) became `span` (a span of the repaired text).
 * `guess` marks a change that could be wrong; its original stays readable through `raw`.
 */
export const Edit = Type.Object(
  {
    step: Type.String({ description: 'name of the repair step' }),
    raw: Span,
    span: Span,
    was: Type.String({ description: 'the words before' }),
    guess: Type.Boolean(),
  },
  { additionalProperties: false },
);
export type Edit = Static<typeof Edit>;

/**
 * Exact map between repaired and raw text, as runs in order: run i covers repaired text from `repaired[i]`
 * up to `repaired[i+1]` (the last one up to the text's end) and raw text from `raw[i]` in the same way.
 * A run with `kept[i] = 1` was copied letter by letter; one with 0 was replaced as a whole.
 */
export const OriginMap = Type.Object(
  {
    repaired: Type.Array(Type.Integer({ minimum: 0 })),
    raw: Type.Array(Type.Integer({ minimum: 0 })),
    kept: Type.Array(Type.Integer({ minimum: 0, maximum: 1 })),
    rawLength: Type.Integer({ minimum: 0 }),
    length: Type.Integer({ minimum: 0 }),
    pages: Type.Array(Type.Integer({ minimum: 0 }), { description: 'raw offset at which each page begins' }),
  },
  { additionalProperties: false },
);
export type OriginMap = Static<typeof OriginMap>;

/** Where words stand in the file: page from 1, and the span in the raw text. */
export const Origin = Type.Object({ page: Type.Integer({ minimum: 1 }), raw: Span }, { additionalProperties: false });
export type Origin = Static<typeof Origin>;

/** Text made whole: what the later stages read. All spans of a record point into `text`. */
export interface RepairedText {
  readonly text: string;
  readonly edits: readonly Edit[];
  readonly origin: OriginMap;
}
