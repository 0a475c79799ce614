import Type, { type Static } from 'typebox';
import { Alias, Attested, Citation } from '#ingest/model/citation.ts';
import { Finding } from '#ingest/model/finding.ts';
import { Identity } from '#ingest/model/identity.ts';
import { DocumentRecord, Signature } from '#ingest/model/record.ts';
import { Task } from '#ingest/model/task.ts';
import { closed, Nullable } from './forms.ts';

export const DocumentSummary = Type.Object(
  {
    id: Type.String(),
    revision: Type.Integer({ minimum: 1 }),
    name: Type.String(),
    type: Nullable,
    number: Nullable,
    issuer: Nullable,
    place: Nullable,
    date: Nullable,
    title: Nullable,
    identity: Identity,
  },
  closed,
);
export type DocumentSummary = Static<typeof DocumentSummary>;

/** One accepted state of a document's file. */
export const Version = Type.Object(
  {
    revision: Type.Integer({ minimum: 1 }),
    hash: Type.String(),
    name: Type.String(),
    accepted: Type.String({ description: 'ISO time of acceptance, UTC' }),
    current: Type.Boolean(),
  },
  closed,
);
export type Version = Static<typeof Version>;

/** A document with all that is known of it but its text, which is asked for apart. */
export const DocumentView = Type.Object(
  {
    ...DocumentSummary.properties,
    source: Type.String(),
    document: DocumentRecord.properties.document,
    file: DocumentRecord.properties.file,
    pipeline: Type.String(),
    signatures: Type.Array(Signature),
    recipients: DocumentRecord.properties.recipients,
    aliases: Type.Array(Alias),
    citations: Type.Array(Citation),
    attested: Type.Array(Attested),
    tasks: Type.Array(Task),
    parts: DocumentRecord.properties.parts,
    findings: Type.Array(Finding),
    versions: Type.Array(Version),
  },
  closed,
);
export type DocumentView = Static<typeof DocumentView>;

export const DocumentText = Type.Object(
  {
    id: Type.String(),
    text: Type.String(),
    pages: Type.Array(Type.Integer({ minimum: 0 }), { description: 'offset in text at which each page begins' }),
    edits: DocumentRecord.properties.edits,
  },
  closed,
);
export type DocumentText = Static<typeof DocumentText>;
