import Type, { type Static } from 'typebox';
import { Severity } from '#ingest/model/finding.ts';
import { Span } from '#ingest/model/span.ts';
import { closed, Nullable, nullable } from './forms.ts';

const Count = Type.Integer({ minimum: 0 });

/** What an audit can find in the collection, in groups by where it shows: the works of one number, links between works, rings of links, single texts. */
export const workCodes = [
  'other-date',
  'other-issuer',
  'other-title',
  'other-type',
  'number-borne-twice',
  'self-citation',
  'decision-without-effect',
] as const;
export const linkCodes = ['before-what-it-acts-on', 'contradicting-claims', 'ended-twice'] as const;
export const ringCodes = ['cycle'] as const;
export const textCodes = [
  'contradicting-dates',
  'date-outside-term',
  'impossible-date',
  'type-contradicts-number',
  'misspelt-type',
  'unknown-type',
  'unknown-issuer',
  'one-number-two-documents',
  'undeclared-short-name',
  'ambiguous-short-citation',
  'unresolved-short-citation',
  'alias-without-document',
] as const;
export const auditCodes = [...workCodes, ...linkCodes, ...ringCodes, ...textCodes] as const;
export const AuditCode = Type.Enum([...auditCodes], { description: 'kind of the finding' });
export type TextCode = (typeof textCodes)[number];
export type AuditCode = Static<typeof AuditCode>;

/** What an audit can find in a draft beside what its text alone tells: how it stands to the collection. */
const draftCodes = [
  'never-seen',
  'number-of-others',
  'ambiguous',
  'other-date',
  'other-issuer',
  'other-title',
  'other-type',
  'no-date',
  'replaced',
  'repealed',
  'suspended',
  'amended',
  'before-what-it-acts-on',
  'number-taken',
  'already-held',
] as const;
export const DraftCode = Type.Enum([...new Set([...draftCodes, ...textCodes])], { description: 'kind of the finding' });
export type DraftCode = Static<typeof DraftCode>;

/** Words of a document that stand for one side of a finding. `document` is null for the draft that is audited. */
export const AuditQuote = Type.Object(
  {
    document: nullable(Type.String({ description: 'id of the document that says so; null for the audited draft' })),
    name: Type.String({ description: 'its file name' }),
    page: Type.Integer({ minimum: 1 }),
    span: Span,
    words: Type.String({ description: 'the words that say it, single spaces' }),
    quote: Type.String({ description: 'the same with what stands around them' }),
  },
  closed,
);
export type AuditQuote = Static<typeof AuditQuote>;

/** One side of a finding: a value, who says it, with their words. */
export const AuditSide = Type.Object(
  {
    value: Nullable,
    own: Type.Boolean({ description: 'true where the head of the document itself says so' }),
    documents: nullable(
      Type.Integer({ minimum: 0, description: 'how many documents say so; null where that is not what parts the sides' }),
    ),
    majority: Type.Boolean({ description: 'true of the side that more documents take than any other' }),
    quotes: Type.Array(AuditQuote, { description: 'the first three of them' }),
  },
  closed,
);
export type AuditSide = Static<typeof AuditSide>;

const sentences = {
  severity: Severity,
  message: Type.String({ description: 'one English sentence' }),
  messageVi: Type.String({ description: 'the same in Vietnamese' }),
  works: Type.Array(Type.String(), { description: 'ids of the works concerned; of a link the acting one first' }),
  sides: Type.Array(AuditSide, {
    description: 'what stands against what; the head of the document itself first, then what most documents say',
  }),
};

export const AuditFinding = Type.Object({ code: AuditCode, ...sentences }, closed);
export type AuditFinding = Static<typeof AuditFinding>;

/** How often each kind was found, over the whole collection. */
export const AuditCounts = Type.Object(
  {
    byCode: Type.Array(Type.Object({ code: AuditCode, severity: Severity, count: Count }, closed), {
      description: 'codes that were found, the most frequent first',
    }),
    total: Count,
    texts: Type.Integer({ minimum: 0, description: 'how many texts were looked at' }),
    complete: Type.Boolean({ description: 'false where there are more texts than were looked at: their findings are not counted' }),
  },
  closed,
);
export type AuditCounts = Static<typeof AuditCounts>;

/** A page of what is odd or contradicts itself in the collection. */
export const AuditPage = Type.Object(
  {
    findings: Type.Array(AuditFinding),
    next: nullable(
      Type.String({ description: '`after` of the next page, which may be asked for although this one is not full; null on the last' }),
    ),
    counts: nullable(AuditCounts),
  },
  closed,
);
export type AuditPage = Static<typeof AuditPage>;

/** Something that is wrong, or to be looked at, in a draft, with what to do about it. */
export const DraftFinding = Type.Object(
  {
    code: DraftCode,
    ...sentences,
    citation: Nullable,
    at: nullable(AuditQuote),
    proposal: nullable(Type.String({ description: 'what to do, in one English sentence' })),
    proposalVi: Nullable,
  },
  closed,
);
export type DraftFinding = Static<typeof DraftFinding>;

/** What is known of a document that the draft cites. */
export const DraftCitation = Type.Object(
  {
    key: Type.String(),
    type: Nullable,
    mentions: Type.Integer({ minimum: 1 }),
    at: nullable(AuditQuote),
    status: Type.Enum(['known', 'number-of-others', 'ambiguous', 'never-seen'], {
      description:
        '`known`: the collection holds or names this document; `number-of-others`: it knows the number only of other provinces or terms; `ambiguous`: the words fit several; `never-seen`: no document names it',
    }),
    held: Type.Boolean({ description: 'true where the collection holds it' }),
    works: Type.Array(Type.String(), { description: 'ids of the work meant, or of those that it could be' }),
    near: Type.Array(Type.String(), { description: 'of a number never seen, known ones near it' }),
    findings: Type.Array(DraftCode, { description: 'what was found of it; none of a clean citation' }),
  },
  closed,
);
export type DraftCitation = Static<typeof DraftCitation>;

/** How a draft stands to the collection, before it is signed. Nothing of it is stored. */
export const DraftReport = Type.Object(
  {
    file: Type.Object({ name: Type.String(), hash: Type.String(), pages: Type.Integer({ minimum: 1 }) }, closed),
    document: Type.Object({ number: Nullable, type: Nullable, issuer: Nullable, date: Nullable, title: Nullable }, closed),
    findings: Type.Array(DraftFinding, { description: 'by place in the text; those of the document as a whole first' }),
    citations: Type.Array(DraftCitation, { description: 'in the order of the text' }),
    clean: Type.Integer({ minimum: 0, description: 'how many of the citations nothing was found of' }),
  },
  closed,
);
export type DraftReport = Static<typeof DraftReport>;
