import Type, { type Static } from 'typebox';
import { Alias, Attested, Citation } from './citation.ts';
import { Claim } from './claim.ts';
import { Finding } from './finding.ts';
import { Identity } from './identity.ts';
import { Edit, MediaType, OriginMap } from './source.ts';
import { Span } from './span.ts';
import { Task } from './task.ts';

const Nullable = Type.Union([Type.String(), Type.Null()]);

/** What the document is (its head, and the close for who speaks), in the form of the gold annotations plus the words' spans. */
export const DocumentFacts = Type.Object(
  {
    type: Nullable,
    number: Nullable,
    issuer: Nullable,
    place: Nullable,
    date: Nullable,
    dateSource: Type.Union([Type.Literal('header'), Type.Literal('meeting'), Type.Null()]),
    title: Nullable,
    spans: Type.Object(
      {
        type: Type.Optional(Span),
        number: Type.Optional(Span),
        issuer: Type.Optional(Span),
        place: Type.Optional(Span),
        date: Type.Optional(Span),
        title: Type.Optional(Span),
      },
      { additionalProperties: false },
    ),
  },
  { additionalProperties: false },
);
export type DocumentFacts = Static<typeof DocumentFacts>;

export const Signature = Type.Object(
  { capacity: Nullable, position: Nullable, name: Nullable, span: Span },
  { additionalProperties: false },
);
export type Signature = Static<typeof Signature>;

export const Recipient = Type.Object({ name: Type.String(), span: Span }, { additionalProperties: false });
export type Recipient = Static<typeof Recipient>;

/** A part of the body under its heading (phần, mục), for search hits that name their part. */
export const RecordPart = Type.Object(
  { heading: Type.String(), depth: Type.Integer({ minimum: 0 }), span: Span },
  { additionalProperties: false },
);
export type RecordPart = Static<typeof RecordPart>;

/** All that is known of one document: every fact with the span of the words that state it. Spans point into `text`. */
export const DocumentRecord = Type.Object(
  {
    pipeline: Type.String({ description: 'version of the extraction that made this record' }),
    file: Type.Object(
      {
        name: Type.String(),
        hash: Type.String({ description: 'SHA-256 of the bytes, lower-case hex' }),
        mediaType: MediaType,
        bytes: Type.Integer({ minimum: 0 }),
        pages: Type.Integer({ minimum: 1 }),
      },
      { additionalProperties: false },
    ),
    document: DocumentFacts,
    identity: Identity,
    signatures: Type.Array(Signature),
    recipients: Type.Array(Recipient),
    aliases: Type.Array(Alias),
    citations: Type.Array(Citation),
    attested: Type.Array(Attested),
    tasks: Type.Array(Task),
    parts: Type.Array(RecordPart),
    claims: Type.Array(Claim),
    findings: Type.Array(Finding),
    text: Type.String(),
    edits: Type.Array(Edit),
    origin: OriginMap,
  },
  { additionalProperties: false },
);
export type DocumentRecord = Static<typeof DocumentRecord>;
