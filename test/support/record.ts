import type { Citation } from '#ingest/model/citation.ts';
import type { Claim } from '#ingest/model/claim.ts';
import { type Identity, type Part, unknownPart } from '#ingest/model/identity.ts';
import type { DocumentRecord } from '#ingest/model/record.ts';
import { type Confidence, parentOf, type RelationKind } from '#ingest/model/relation.ts';
import type { Span } from '#ingest/model/span.ts';
import type { Deadline, Task } from '#ingest/model/task.ts';
import type { StoredDocument } from '#services/store/port.ts';

/** Small records for tests, made without the pipeline. What is not given is empty; spans are found by looking the words up in the text. */

const noSpan: Span = { start: 0, end: 0 };

/** Where `words` first stand in `text`. */
export function spanOf(text: string, words: string): Span {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`the text does not hold "${words}"`);
  return { start, end: start + words.length };
}

const said = (value: string | null | undefined): Part => (value === null || value === undefined ? unknownPart : { value, how: 'said' });

export interface IdentityOptions {
  readonly type?: string;
  readonly scope?: string;
  readonly term?: string;
  readonly date?: string;
}

export function identity(key: string | null, options: IdentityOptions = {}): Identity {
  return { key, type: options.type ?? null, scope: said(options.scope), term: said(options.term), date: said(options.date) };
}

export function citation(key: string, kind: RelationKind = 'cites', occurrences: readonly Span[] = []): Citation {
  return {
    key,
    type: null,
    date: null,
    issuer: null,
    term: null,
    mentions: Math.max(1, occurrences.length),
    relation: parentOf(kind),
    kind,
    identity: identity(key),
    occurrences: occurrences.map((span) => ({ span, form: 'full' })),
    witnesses: [],
    inverse: [],
    said: { dates: [], issuers: [], terms: [], titles: [] },
  };
}

/** A claim of the document of itself where `subject` is null, else one it attests between two others. */
export function claim(subject: string | null, kind: RelationKind, object: string, confidence: Confidence = 'stated'): Claim {
  return {
    subject: subject === null ? null : identity(subject),
    relation: parentOf(kind),
    kind,
    object: identity(object),
    rule: 'test',
    confidence,
    own: subject === null,
    witness: noSpan,
    quote: `${subject ?? 'đây'} ${kind} ${object}`,
  };
}

export interface TaskOptions {
  readonly assignees?: readonly string[];
  readonly deadlines?: readonly Partial<Deadline>[];
}

export function task(text: string, options: TaskOptions = {}): Task {
  return {
    text,
    span: noSpan,
    assignees: (options.assignees ?? []).map((name) => ({ name, span: noSpan, inherited: false })),
    coordinators: [],
    deadlines: (options.deadlines ?? []).map((deadline) => ({
      text: '',
      bound: null,
      unit: null,
      start: null,
      end: null,
      recurs: null,
      rule: null,
      span: noSpan,
      inherited: false,
      ...deadline,
    })),
    condition: null,
    place: [],
  };
}

export interface RecordOptions {
  readonly name?: string;
  readonly number?: string;
  readonly type?: string;
  readonly issuer?: string;
  readonly place?: string;
  readonly scope?: string;
  readonly date?: string;
  readonly title?: string;
  readonly citations?: readonly Citation[];
  readonly claims?: readonly Claim[];
  readonly tasks?: readonly Task[];
  readonly findings?: DocumentRecord['findings'];
  /** Headings of parts, which need not stand in the text. */
  readonly headings?: readonly string[];
  readonly signers?: readonly string[];
}

export function record(text: string, options: RecordOptions = {}): DocumentRecord {
  const { type = null, number = null, issuer = null, place = null, date = null, title = null } = options;
  return {
    pipeline: 'test',
    file: { name: options.name ?? 'document.txt', hash: '0'.repeat(64), mediaType: 'text/plain', bytes: text.length, pages: 1 },
    document: { type, number, issuer, place, date, dateSource: date === null ? null : 'header', title, spans: {} },
    identity: { key: number, type, scope: said(options.scope), term: unknownPart, date: said(date) },
    signatures: (options.signers ?? []).map((name) => ({ capacity: null, position: null, name, span: noSpan })),
    recipients: [],
    aliases: [],
    citations: [...(options.citations ?? [])],
    attested: [],
    tasks: [...(options.tasks ?? [])],
    parts: (options.headings ?? []).map((heading) => ({ heading, depth: 0, span: noSpan })),
    claims: [...(options.claims ?? [])],
    findings: [...(options.findings ?? [])],
    text,
    edits: [],
    origin: { repaired: [0], raw: [0], kept: [1], rawLength: text.length, length: text.length, pages: [0] },
  };
}

export function stored(id: string, text: string, options: RecordOptions & { revision?: number; source?: string } = {}): StoredDocument {
  const made = record(text, options);
  const last = options.revision ?? 1;
  const versions = Array.from({ length: last }, (_, at) => ({
    revision: at + 1,
    hash: made.file.hash,
    name: made.file.name,
    accepted: `2024-01-0${at + 1}T00:00:00.000Z`,
  }));
  return { id, revision: last, source: options.source ?? `test:${id}`, versions, record: made };
}
